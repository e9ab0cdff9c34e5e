//! A process that adopts and corrects is killed at random instants. What it had acknowledged is there afterwards, what it
//! had begun is there whole or not at all, and the ledger goes on. `YINUO_KILLS` asks for more kills than a usual run has.
#![allow(clippy::disallowed_methods, reason = "starts and kills a process of its own")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::time::Duration;

use yinuo_app::store::SqliteStore;
use yinuo_app::usecases::*;
use yinuo_app::{Edition, Ledger, SystemClock};
use yinuo_ledger::{Body, EntryId, Key, Kind, Side};
use yinuo_model::Mode;

/// Where the process that is to be killed finds its folder.
const FOLDER: &str = "YINUO_KILL_FOLDER";
/// Kills before a new folder is begun, so that a look at everything stays short.
const PER_FOLDER: u64 = 12;
const LIST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
    1\n\n新建候车亭12座。\n\n完成选址。\n\n建成4座。\n\n建成4座。\n\n建成4座。\n\n";

fn ledger(folder: &Path) -> Ledger {
    Ledger::new(Arc::new(SqliteStore::open(folder).unwrap()), Arc::new(SystemClock))
}

/// One adoption or correction under a mark of its own; each changes something.
fn work(ledger: &Ledger, n: u64) -> Key {
    let key = Key::new(&format!("work-{n}")).unwrap();
    let by = By { key: Some(key.clone()), ..By::post(Ledger::first_post()) };
    let view = ledger.view(Side::Office).unwrap();
    let current = view.state().current(2026);
    match current.filter(|_| !n.is_multiple_of(3)) {
        None => {
            let text = LIST.replace("12座", &format!("{}座", 12 + n));
            let edition = Edition::compile("list.txt", text.as_bytes(), &Default::default()).unwrap();
            adopt(ledger, &by, &edition, text.as_bytes(), "", &First::default(), None).unwrap();
        }
        Some(reading) => {
            let to = if reading.plan.categories[0].commitments[0].measures[1].mode == Mode::Period {
                Mode::Context
            } else {
                Mode::Period
            };
            let fix = Fix::Measure(reading.ids[0].measures[1], Some(to), None);
            correct(ledger, &by, reading.edition, view.head().unwrap(), fix, "核对".into()).unwrap();
        }
    }
    key
}

/// Not a test of its own: what the process does that is going to be killed.
#[test]
fn works_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let ledger = ledger(Path::new(&folder));
    let mut n = ledger.store().head().unwrap().next;
    loop {
        let key = work(&ledger, n);
        println!("acknowledged {key}");
        std::io::stdout().flush().unwrap();
        n = ledger.store().head().unwrap().next;
    }
}

/// Runs that process until it has done something and for so long more, and kills it; gives the marks it acknowledged.
fn run_and_kill(folder: &Path, after: Duration) -> Vec<String> {
    let mut child = Process::new(std::env::current_exe().unwrap())
        .args(["--exact", "works_until_it_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut keys = lines.filter_map(|l| l.split_once("acknowledged ").map(|(_, key)| key.to_string()));
    let first = keys.next().expect("the process works");
    std::thread::sleep(after);
    child.kill().unwrap();
    let acknowledged = [first].into_iter().chain(keys).collect();
    child.wait().unwrap();
    acknowledged
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_done() {
    let kills: u64 = std::env::var("YINUO_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    for round in 0..kills.div_ceil(PER_FOLDER) {
        one_folder(round * PER_FOLDER..kills.min((round + 1) * PER_FOLDER));
    }
}

/// Kills in one folder, one after the other, each followed by a look at everything.
fn one_folder(kills: std::ops::Range<u64>) {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = vec![];
    for n in kills {
        acknowledged.extend(run_and_kill(folder.path(), Duration::from_millis(n * 37 % 190)));
        let ledger = ledger(folder.path());
        for key in &acknowledged {
            let receipt = ledger.store().receipt(key).unwrap().unwrap_or_else(|| panic!("{key} is lost"));
            let count = receipt.entries.end - receipt.entries.start;
            assert_eq!(ledger.store().read(receipt.entries).unwrap().len() as u64, count);
        }
        whole(&ledger);
        drop(ledger);
        assert_eq!(doctor(folder.path()).unwrap().troubles, []);
    }
}

/// Every adoption of a further edition is followed by its mapping, and has its document.
fn whole(ledger: &Ledger) {
    let lines = ledger.history(Side::Office, 0..u64::MAX).unwrap();
    for (n, line) in lines.iter().enumerate() {
        let Some(Body::Adopted(body)) = &line.body else { continue };
        assert!(ledger.store().upload(&body.plan.source.sha256).unwrap().is_some());
        if body.follows.is_some() {
            let next = lines.get(n + 1).unwrap_or_else(|| panic!("{} has no mapping", line.envelope.id));
            assert_eq!(next.envelope.kind, Kind::EditionMapped);
            assert!(next.envelope.refs.contains(&EntryId(n as u64)));
        }
    }
}
