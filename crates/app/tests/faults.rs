//! Writing fails under the database: the n-th write, sync or opening of the work of a process, alone or with all that
//! follow, for every n. What was acknowledged is there afterwards, what was refused as not recorded is not, nothing is half
//! done, the reason is said, and reading goes on. A usual run takes some n; `YINUO_FAULTS=all` takes each. The failing is
//! done by shim/fault.c, in a process of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "compiles a shim and starts processes of its own")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command as Process, Output};
use std::sync::Arc;

use yinuo_app::store::{EntryStore as _, SqliteStore, StoreError};
use yinuo_app::usecases::*;
use yinuo_app::{Edition, Ledger, LedgerError, SystemClock};
use yinuo_ledger::{Body, Command, CommitmentId, EntryId, Holder, Key, Kind, MeasureId, Side, UnitId};
use yinuo_model::{Mode, Role};

/// Where the process that meets the faults finds its folder.
const FOLDER: &str = "YINUO_FAULT_UNDER";
/// What the shim says for each call that it lets fail.
const FAULT: &str = "fault at call";
const STEPS: usize = 6;
/// How far apart the n of a usual run are; a prime, so that they meet each place in the work of a transaction.
const STRIDE: usize = 17;
const LIST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
    1\n\n新建候车亭12座。\n\n完成选址。\n\n建成4座。\n\n建成4座。\n\n建成4座。\n\n";

/// A way in which a disk fails: the kinds of calls, the error's number, and what a refusal may say.
struct Disk {
    name: &'static str,
    calls: &'static str,
    errno: i32,
    said: &'static [&'static str],
}

const DISKS: [Disk; 4] = [
    Disk { name: "failing write", calls: "w", errno: 5, said: &["Io", "Stopped"] },
    Disk { name: "failing sync", calls: "s", errno: 5, said: &["Io", "Stopped"] },
    Disk { name: "full disk", calls: "w", errno: 28, said: &["Full", "Io", "Stopped"] },
    Disk { name: "read-only disk", calls: "wo", errno: 30, said: &["ReadOnly", "Io", "Stopped"] },
];

/// One step of the work, under a mark of its own.
fn step(ledger: &Ledger, n: usize) -> Result<(), LedgerError> {
    let by = By { key: Some(key(n)), ..By::post(Ledger::first_post()) };
    let view = ledger.view(Side::Office)?;
    let plan = EntryId(1);
    match n {
        0 | 5 => {
            let text = LIST.replace("12座", &format!("{}座", 12 + n));
            let edition = Edition::compile("list.txt", text.as_bytes(), &Default::default()).unwrap();
            adopt(ledger, &by, &edition, text.as_bytes(), "", &First::default(), None)?
        }
        1 => {
            let fix = Fix::Measure(MeasureId::new(plan, 1), Some(Mode::Context), None);
            correct(ledger, &by, plan, view.head().unwrap_or(plan), fix, "核对".into())?
        }
        2 => request(ledger, &by, Command::CreateUnit { name: "市容科".into() })?,
        3 => {
            let units = ledger.history(Side::Office, 0..u64::MAX)?;
            let unit = units.iter().find(|line| line.envelope.kind == Kind::UnitCreated).map(|line| line.envelope.id);
            let holders = vec![Holder::Unit(UnitId::new(unit.unwrap_or(plan), 1))];
            let commitment = CommitmentId::new(plan, 1);
            let from = "2026-02-01".parse().unwrap();
            request(ledger, &by, Command::Assign { commitment, role: Role::Lead, holders, from })?
        }
        _ => request(ledger, &by, Command::Release { entries: vec![plan], remark: None })?,
    };
    Ok(())
}

fn key(n: usize) -> Key {
    Key::new(&format!("step-{n}")).unwrap()
}

/// Not a test of its own: what the process does under whose database writing fails. Goes over the steps twice, so that
/// what was refused is tried again.
#[test]
fn works_while_writing_fails() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = match SqliteStore::open(Path::new(&folder)) {
        Ok(store) => store,
        Err(error) => {
            refused("open", &error);
            let head = SqliteStore::open_to_read(Path::new(&folder)).and_then(|store| store.head());
            return println!("reads {head:?}");
        }
    };
    let ledger = Ledger::new(Arc::new(store), Arc::new(SystemClock));
    for n in 0..STEPS * 2 {
        let key = key(n % STEPS);
        if ledger.store().receipt(key.as_str()).unwrap().is_some() {
            continue;
        }
        match step(&ledger, n % STEPS) {
            Ok(()) => println!("acknowledged {key}"),
            Err(LedgerError::Store(error)) => refused(key.as_str(), &error),
            Err(LedgerError::Rejected(_)) => println!("waits {key}"),
            Err(error) => panic!("{key}: {error}"),
        }
        let head = ledger.store().head().expect("reading goes on").next;
        assert_eq!(ledger.history(Side::Office, 0..u64::MAX).expect("reading goes on").len() as u64, head);
        ledger.view(Side::Public).expect("reading goes on");
    }
}

/// Says what was refused and why; the sentence tells what to do, in both languages.
fn refused(what: &str, error: &StoreError) {
    let text = error.text();
    assert!(["请", "重试"].iter().any(|word| text.zh.contains(word)), "{}", text.zh);
    assert!(["check", "try again"].iter().any(|word| text.en.contains(word)), "{}", text.en);
    let debug = format!("{error:?}");
    println!("refused {what} {} | {} | {}", debug.split('(').next().unwrap(), text.zh, text.en);
}

/// Compiles the shim into a folder.
fn shim(folder: &Path) -> std::path::PathBuf {
    let (source, library) = (concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shim/fault.c"), folder.join("fault.so"));
    let mut cc = Process::new("cc");
    cc.args(["-shared", "-fPIC", "-O1", "-Wall", "-o"]).arg(&library).args([source, "-ldl"]);
    assert!(cc.status().expect("a C compiler, as for building SQLite").success());
    library
}

/// Runs the process on a disk that fails from the n-th call on.
fn run(shim: &Path, folder: &Path, disk: &Disk, once: bool, n: usize) -> Output {
    let mut process = Process::new(std::env::current_exe().unwrap());
    process
        .args(["--exact", "works_while_writing_fails", "--nocapture"])
        .env("LD_PRELOAD", shim)
        .env(FOLDER, folder)
        .env("YINUO_FAULT_CALLS", disk.calls)
        .env("YINUO_FAULT_ERRNO", disk.errno.to_string())
        .env("YINUO_FAULT_FROM", n.to_string());
    if once {
        process.env("YINUO_FAULT_ONCE", "1");
    }
    process.output().unwrap()
}

#[test]
fn no_fault_loses_or_halves_anything() {
    let stride = if std::env::var("YINUO_FAULTS").is_ok_and(|f| f == "all") { 1 } else { STRIDE };
    let tools = tempfile::tempdir().unwrap();
    let shim = shim(tools.path());
    for disk in &DISKS {
        for once in [true, false] {
            let mut n = 1;
            let mut told = BTreeMap::new();
            while one(&shim, disk, once, n, &mut told) {
                n += if disk.calls == "s" { stride.min(3) } else { stride };
            }
            assert!(!told.is_empty(), "{}: nothing failed", disk.name);
            println!("{}, once {once}: up to call {n}; refusals {told:?}", disk.name);
        }
    }
}

#[test]
fn a_ledger_on_a_read_only_disk_can_be_read() {
    let tools = tempfile::tempdir().unwrap();
    let (shim, folder, disk) = (shim(tools.path()), tempfile::tempdir().unwrap(), &DISKS[3]);
    let healthy = run(&shim, folder.path(), disk, false, 1_000_000);
    assert!(!String::from_utf8(healthy.stdout).unwrap().contains("refused"));
    let head = SqliteStore::open(folder.path()).unwrap().head();
    let said = String::from_utf8(run(&shim, folder.path(), disk, false, 1).stdout).unwrap();
    assert!(said.contains("refused open ReadOnly") && said.contains(&format!("reads {head:?}")), "{said}");
}

/// One run and a look at what it left; false when no fault was met.
fn one(shim: &Path, disk: &Disk, once: bool, n: usize, told: &mut BTreeMap<String, u32>) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let output = run(shim, folder.path(), disk, once, n);
    let said = String::from_utf8(output.stdout).unwrap();
    let all = format!("{} once={once} n={n}\n{said}\n{}", disk.name, String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{all}");
    let after = |what: &str| said.split_once(what).map_or("", |(_, after)| after);
    assert!(once || !after(FAULT).contains("acknowledged"), "acknowledged without the disk: {all}");
    assert!(!after(" Io |").contains("acknowledged"), "went on after a write nobody knows of: {all}");
    let ledger = Ledger::new(Arc::new(SqliteStore::open(folder.path()).expect(&all)), Arc::new(SystemClock));
    let has = |key: &str| ledger.store().receipt(key).unwrap();
    let mut acknowledged = 0;
    for line in said.lines().filter_map(|l| l.split_once("acknowledged ")) {
        let entries = has(line.1).unwrap_or_else(|| panic!("{} is lost: {all}", line.1)).entries;
        assert_eq!(ledger.store().read(entries.clone()).unwrap().len() as u64, entries.end - entries.start, "{all}");
        acknowledged += 1;
    }
    for line in said.lines().filter_map(|l| l.split_once("refused ")) {
        let mut words = line.1.split(' ');
        let (key, why) = (words.next().unwrap(), words.next().unwrap());
        assert!(disk.said.contains(&why), "{all}");
        *told.entry(why.to_string()).or_default() += 1;
        if why == "Full" || why == "ReadOnly" {
            assert!(has(key).is_none() || said.contains(&format!("acknowledged {key}")), "{key} is there: {all}");
        }
    }
    whole(&ledger, &all);
    drop(ledger);
    assert_eq!(doctor(folder.path()).unwrap().troubles, [], "{all}");
    let met = said.contains(FAULT);
    assert!(met || acknowledged == STEPS, "{all}");
    met
}

/// What is there is there whole: every adoption with its document, and of a further edition with its mapping.
fn whole(ledger: &Ledger, all: &str) {
    let lines = ledger.history(Side::Office, 0..u64::MAX).unwrap();
    for (n, line) in lines.iter().enumerate() {
        let Some(Body::Adopted(body)) = &line.body else { continue };
        assert!(ledger.store().upload(&body.plan.source.sha256).unwrap().is_some(), "{all}");
        let next = lines.get(n + 1).map(|l| l.envelope.kind);
        assert!(body.follows.is_none() || next == Some(Kind::EditionMapped), "{all}");
    }
}
