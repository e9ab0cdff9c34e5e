//! Past days of a ledger of 10^5 entries in a folder: the view alone, and whole pages over HTTP from a real server in this
//! process. Days come in no order and each is asked for once, so that no view and no page is at hand.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Instant;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use yinuo_app::Ledger;
use yinuo_app::store::{Effect, EntryStore, Head, SqliteStore, Upload};
use yinuo_ledger::{Sealed, Side, day_of};

use crate::ledger::{Maker, OFFSET, clock, list, ms};

const ENTRIES: usize = 100_000;
/// Seconds from one entry to the next: 240 a day.
const GAP: i64 = 360;
/// The place of the plan.
const PLAN: &str = "/%E4%B8%B4%E6%BA%AA%E5%8C%BA/2026";

/// Prints all of it.
pub fn days() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (ledger, days) = ledger(folder.path());
    let times = |effective: Option<i64>| {
        let one = |day: &Date| {
            let start = Instant::now();
            let effective = effective.map(|back| *day - back.days());
            ledger.as_of(Side::Public, *day, effective).expect("any day can be shown");
            ms(start.elapsed())
        };
        days.iter().map(one).collect::<Vec<f64>>()
    };
    println!("{ENTRIES} entries, {} days in no order, each once:\n", days.len());
    println!("| | median | p99 | |\n|---|---|---|---|");
    told("the view alone", "", times(None));
    told("the view alone, of what held 30 days earlier", "", times(Some(30)));
    let runtime = Runtime::new().expect("a runtime");
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    runtime.spawn(yinuo_web::serve_ledger(ledger, listener, yinuo_web::Options::default(), std::future::pending()));
    for page in ["", "/7", "/source", "/findings", "/history"] {
        let mut server = TcpStream::connect(&address).expect("the server listens");
        server.set_nodelay(true).expect("a socket");
        let mut bytes = 0;
        let mut times = vec![];
        for day in &days {
            let start = Instant::now();
            bytes = ask(&mut server, &address, &format!("{PLAN}{page}?as_of={day}"));
            times.push(ms(start.elapsed()));
        }
        let name = if page.is_empty() { "/" } else { page };
        told(&format!("GET {name}?as_of="), &format!("{} kB", bytes / 1000), times);
    }
}

/// The ledger, and its days shuffled.
fn ledger(folder: &std::path::Path) -> (Arc<Ledger>, Vec<Date>) {
    let store = Arc::new(SqliteStore::open(folder).expect("a new data folder"));
    let ledger = Arc::new(Ledger::new(store.clone(), clock()));
    let mut maker = Maker::every(GAP);
    let mut head = Head::START;
    for _ in 0..ENTRIES / 500 {
        let batch: Vec<Sealed> = (0..500).map(|_| maker.next()).collect();
        head = store.append_if(head, &batch, &[]).expect("the disk takes entries");
    }
    let (document, text) = list();
    let upload = Upload {
        sha256: document.sha256.clone(),
        name: document.name.clone(),
        bytes: text.into_bytes(),
        received_at: maker.time(),
    };
    store.effects(&[Effect::Upload(upload)]).expect("the disk takes a document");
    let first = date(2020, 1, 2);
    let count = day_of(maker.time(), OFFSET).since(first).map_or(1, |s| s.get_days()).max(1);
    // 7919 is prime, so that every day comes once.
    let days = (0..count).map(|n| first + ((n * 7919) % count).days()).collect();
    (ledger, days)
}

fn told(what: &str, size: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    println!("| {what} | {:.1} ms | {:.1} ms | {size} |", at(0.5), at(0.99));
}

/// Asks for a page on a connection that stays open; how many bytes the page has.
fn ask(server: &mut TcpStream, address: &str, path: &str) -> usize {
    write!(server, "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").expect("the server reads");
    let mut answer = vec![];
    let mut part = vec![0; 1 << 18];
    loop {
        let n = server.read(&mut part).expect("the server writes");
        assert!(n > 0, "the connection stays open");
        answer.extend_from_slice(&part[..n]);
        if let Some(whole) = crate::pages::length(&answer)
            && answer.len() >= whole
        {
            assert!(answer.starts_with(b"HTTP/1.1 200"), "{path} is there");
            return whole;
        }
    }
}
