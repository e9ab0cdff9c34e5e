//! The ledger: folding a million entries, a start from a kept view, and durable appends beside bare inserts
//! of the same bytes with the same durability.

use std::sync::Arc;
use std::time::{Duration, Instant};

use yinuo_app::store::{EntryStore, Head, MemoryStore, SqliteStore};
use yinuo_app::{Edition, GivenClock, Ledger};
use yinuo_ledger::body::Opened;
use yinuo_ledger::*;
use yinuo_model::Role;

use crate::corpus;
use crate::median;
use crate::past;

const MILLION: usize = 1_000_000;
const APPENDS: usize = 1_000;
pub const OFFSET: i32 = 480;

/// Makes a ledger entry by entry: a plan, then remarks, assignments and releases.
pub struct Maker {
    view: View,
    gap: jiff::SignedDuration,
    time: jiff::Timestamp,
    commitments: Vec<CommitmentId>,
    unreleased: Vec<Envelope>,
    assigned: usize,
}

impl Maker {
    /// An entry every so many seconds.
    pub fn every(gap: i64) -> Self {
        let time = "2020-01-01T00:00:00Z".parse().expect("a time");
        let (view, gap) = (View::new(Side::Office), jiff::SignedDuration::from_secs(gap));
        Self { view, gap, time, commitments: vec![], unreleased: vec![], assigned: 0 }
    }

    /// When the last entry was recorded.
    pub fn time(&self) -> jiff::Timestamp {
        self.time
    }

    /// The next entry.
    pub fn next(&mut self) -> Sealed {
        let n = self.view.next().0;
        let post = PostId::new(EntryId(0), 1);
        let one = |list: &[CommitmentId]| list[n as usize % list.len()];
        let command = match n {
            0 => Command::Open {
                jurisdiction: "临溪区".into(),
                opened: Opened {
                    office: "督查室".into(),
                    offset_minutes: OFFSET,
                    demonstration: true,
                    clock: Clock::Given,
                },
            },
            1 => Command::Adopt(Box::new(plan())),
            _ if n % 100 == 99 => {
                Command::Release { entries: self.unreleased.iter().map(|e| e.id).collect(), remark: None }
            }
            2 => Command::CreateUnit { name: "市容科".into() },
            _ if n.is_multiple_of(7) => {
                self.assigned += 1;
                let count = self.commitments.len();
                let unit = Holder::Unit(UnitId::new(EntryId(2), 1));
                Command::Assign {
                    commitment: self.commitments[self.assigned % count],
                    role: Role::Lead,
                    holders: vec![if (self.assigned / count).is_multiple_of(2) { unit } else { Holder::Post(post) }],
                    from: day_of(self.time, OFFSET),
                }
            }
            _ => Command::Note {
                subject: Subject::Commitment(one(&self.commitments)), text: "核对了现场情况".into()
            },
        };
        let request = Request { actor_post: post, effective_on: None, office_only: false, idempotency: None, command };
        self.time += self.gap;
        let named = if request.command.needs().is_empty() { vec![] } else { std::mem::take(&mut self.unreleased) };
        let now = Now { time: self.time, seed: [1; 32] };
        let sealed = decide(&self.view, &request, &named, &now).ok().and_then(|s| s.into_iter().next());
        let sealed = sealed.unwrap_or_else(|| panic!("entry {n} was turned down: {request:?}"));
        self.view.apply(&sealed.entry, &[]).expect("entries follow each other");
        if n == 1 {
            let current = self.view.state().current(2026).expect("a plan");
            self.commitments = current.ids.iter().map(|ids| ids.id).collect();
        }
        if sealed.entry.envelope.visibility == Visibility::OnRelease {
            self.unreleased.push(sealed.entry.envelope.clone());
        }
        sealed
    }
}

/// The list that is adopted, as a document and as text.
pub fn list() -> (Arc<yinuo_extract::Document>, String) {
    let text = corpus::one_document(20_000);
    (edition(&text).document, text)
}

fn edition(text: &str) -> Edition {
    let options = yinuo_compiler::Options { year: Some(2026), ..Default::default() };
    Edition::compile("list.txt", text.as_bytes(), &options).expect("the corpus is a list")
}

fn plan() -> Adoption {
    let text = corpus::one_document(20_000);
    let compiled = edition(&text).compiled;
    Adoption {
        plan: compiled.plan,
        findings: compiled.findings,
        doubts: compiled.doubts,
        text: Hash::of(Domain::Text, &[text.as_bytes()]),
        compiler: "bench".into(),
        columns: vec![],
        carried: vec![],
        seen: None,
    }
}

/// In milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// After everything.
pub fn clock() -> Arc<GivenClock> {
    Arc::new(GivenClock::at("2030-01-01T00:00:00Z".parse().expect("a time")))
}

/// Prints all of it.
pub fn all() {
    fold_and_start();
    past::days();
    appends();
}

fn fold_and_start() {
    let mut maker = Maker::every(120);
    let mut entries = vec![];
    let store = Arc::new(MemoryStore::default());
    let mut head = Head::START;
    for _ in 0..MILLION / 1000 {
        let batch: Vec<Sealed> = (0..1000).map(|_| maker.next()).collect();
        head = store.append_if(head, &batch, &[]).expect("memory takes entries");
        entries.extend(batch.into_iter().map(|s| s.entry));
    }
    for (side, name) in [(Side::Office, "office"), (Side::Public, "public")] {
        let start = Instant::now();
        let view = fold(side, &entries).expect("entries follow each other");
        let folded = start.elapsed();
        let start = Instant::now();
        let bytes = serde_json::to_vec(&view).expect("a view can be written");
        let written = start.elapsed();
        let snapshot = yinuo_app::store::Snapshot { side, head, format: View::FORMAT.into(), bytes };
        let size = snapshot.bytes.len();
        store.save_snapshot(&snapshot).expect("memory takes a view");
        let ledger = Ledger::new(store.clone(), clock());
        let start = Instant::now();
        let started = ledger.view(side).expect("the view is there");
        let load = start.elapsed();
        assert_eq!(started.head(), view.head());
        println!(
            "{MILLION} entries, {name}: folded in {:.0} ms; kept as {:.1} MB in {:.0} ms; start from it in {:.0} ms",
            ms(folded),
            size as f64 / 1e6,
            ms(written),
            ms(load)
        );
    }
}

fn appends() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut maker = Maker::every(120);
    let sealed: Vec<Sealed> = (0..APPENDS * 3).map(|_| maker.next()).collect();
    let (mut ours, mut bare) = (vec![], vec![]);
    let store = SqliteStore::open(folder.path()).expect("a new data folder");
    let table = Bare::new(folder.path());
    let mut head = Head::START;
    for part in sealed.chunks(APPENDS) {
        let start = Instant::now();
        for one in part {
            head = store.append_if(head, std::slice::from_ref(one), &[]).expect("the disk takes an entry");
        }
        ours.push(APPENDS as f64 / start.elapsed().as_secs_f64());
        let start = Instant::now();
        part.iter().for_each(|one| table.insert(one));
        bare.push(APPENDS as f64 / start.elapsed().as_secs_f64());
    }
    let (ours, bare) = (median(ours), median(bare));
    println!("Durable appends: {ours:.0}/s, bare inserts of the same bytes {bare:.0}/s, ratio {:.2}", ours / bare);
}

/// A table of two columns with the durability of the store and nothing else.
struct Bare(rusqlite::Connection);

impl Bare {
    fn new(folder: &std::path::Path) -> Self {
        let connection = rusqlite::Connection::open(folder.join("bare.sqlite3")).expect("a new database");
        let set = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (a BLOB, b BLOB);";
        connection.execute_batch(set).expect("a new table");
        Self(connection)
    }

    fn insert(&self, sealed: &Sealed) {
        let body = sealed.record.body.as_ref().map(|(_, bytes)| bytes);
        let mut insert = self.0.prepare_cached("INSERT INTO bare VALUES (?1, ?2)").expect("a statement");
        insert.execute(rusqlite::params![sealed.record.envelope, body]).expect("an insert");
    }
}
