//! The use cases of a ledger over a real data folder: adopt, correct, assign, release, a second edition, any day's view,
//! erasure, and the same after a restart and after a restore.
#![allow(clippy::disallowed_methods, reason = "the test damages files")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use yinuo_app::store::{DATABASE, SqliteStore};
use yinuo_app::usecases::*;
use yinuo_app::{Edition, GivenClock, Ledger, LedgerError};
use yinuo_ledger::{Body, Command, CommitmentId, EntryId, Holder, Key, MeasureId, Side, Subject, UnitId};
use yinuo_model::{At, Mode, Period, Role};

const FIRST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
    1\n\n新建候车亭12座。\n\n完成选址。完成设计。\n\n建成4座。\n\n建成4座。\n\n建成4座。\n\n\
    2\n\n改造农贸市场2家。\n\n完成设计。\n\n改造1家。\n\n改造1家。\n\n验收。\n\n";

fn second() -> String {
    FIRST.replace("候车亭12座", "候车亭15座").replace("改造农贸市场2家", "新建口袋公园3座")
}

struct Office {
    folder: tempfile::TempDir,
    clock: Arc<GivenClock>,
    ledger: Ledger,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(GivenClock::at("2026-01-05T01:30:00Z".parse().unwrap()));
        let ledger = open(folder.path(), &clock);
        Self { folder, clock, ledger }
    }

    fn day(&self, day: Date) {
        let noon: Timestamp = format!("{day}T04:00:00Z").parse().unwrap();
        self.clock.set(noon);
    }

    fn adopt(&self, text: &str) -> std::ops::Range<u64> {
        let edition = compiled(text);
        adopt(&self.ledger, &by(), &edition, text.as_bytes(), "", &First::default(), None).unwrap().entries
    }

    fn ask(&self, command: Command) -> std::ops::Range<u64> {
        request(&self.ledger, &by(), command).unwrap().entries
    }

    fn title(&self, side: Side, day: Date) -> Option<String> {
        let view = self.ledger.as_of(side, day, None).unwrap();
        Some(view.state().current(2026)?.plan.commitments().next()?.1.title.text.clone())
    }
}

fn open(folder: &Path, clock: &Arc<GivenClock>) -> Ledger {
    Ledger::new(Arc::new(SqliteStore::open(folder).unwrap()), clock.clone())
}

fn by() -> By {
    By::post(Ledger::first_post())
}

fn compiled(text: &str) -> Edition {
    Edition::compile("list.txt", text.as_bytes(), &Default::default()).unwrap()
}

fn release(entries: &[u64]) -> Command {
    Command::Release { entries: entries.iter().map(|e| EntryId(*e)).collect(), remark: None }
}

/// A year in short: e0 opening, e1 plan, e2 correction, e3 border, e4 unit, e5 assignment, e6 release, e7 plan, e8 mapping,
/// e9 the border again; the correction rests on words that are others now.
fn year() -> Office {
    let office = Office::new();
    assert_eq!(office.adopt(FIRST), 1..2);
    office.day(date(2026, 2, 1));
    let (edition, seen) = (EntryId(1), EntryId(1));
    let mode = Fix::Measure(MeasureId::new(EntryId(1), 1), Some(Mode::Context), None);
    correct(&office.ledger, &by(), edition, seen, mode, "只是规模".into()).unwrap();
    let quarter = |n| At::Period(Period::Quarter(2026, n));
    let border = Fix::Border {
        commitment: CommitmentId::new(EntryId(1), 1),
        left: quarter(1),
        right: quarter(2),
        to: FIRST.find("完成设计。\n\n建成4座").unwrap() as u32,
    };
    correct(&office.ledger, &by(), edition, EntryId(2), border, "设计在第二季度".into()).unwrap();
    assert_eq!(office.ask(Command::CreateUnit { name: "市容科".into() }), 4..5);
    let holders = vec![Holder::Unit(UnitId::new(EntryId(4), 1))];
    let commitment = CommitmentId::new(EntryId(1), 1);
    office.ask(Command::Assign { commitment, role: Role::Lead, holders, from: date(2026, 2, 1) });
    office.day(date(2026, 3, 1));
    assert_eq!(office.ask(release(&[1, 2, 3, 4, 5])), 6..7);
    office.day(date(2026, 5, 1));
    assert_eq!(office.adopt(&second()), 7..10);
    office
}

#[test]
fn a_year_can_be_seen_as_of_any_day() {
    let office = year();
    let days = [date(2025, 12, 31), date(2026, 1, 5), date(2026, 2, 10), date(2026, 3, 1), date(2026, 9, 1)];
    let seen: Vec<_> = days.iter().map(|d| (office.title(Side::Office, *d), office.title(Side::Public, *d))).collect();
    let (twelve, fifteen) = (Some("新建候车亭12座。".to_string()), Some("新建候车亭15座。".to_string()));
    assert_eq!(seen[0], (None, None));
    assert_eq!(seen[1], (twelve.clone(), None));
    assert_eq!(seen[2], (twelve.clone(), None));
    assert_eq!(seen[3], (twelve.clone(), twelve.clone()));
    assert_eq!(seen[4], (fifteen, twelve));
    let february = office.ledger.as_of(Side::Office, date(2026, 2, 10), None).unwrap();
    let reading = february.state().current(2026).unwrap();
    let (commitment, ids) = reading.commitment(CommitmentId::new(EntryId(1), 1)).unwrap();
    assert_eq!(commitment.measures[0].mode, Mode::Context);
    assert_eq!(commitment.milestones[0].passage.text, "完成选址。");
    assert_eq!(reading.corrected[&ids.id], [EntryId(2), EntryId(3)]);
    let now = office.ledger.view(Side::Office).unwrap();
    let holders = now.state().holders(CommitmentId::new(EntryId(7), 1), date(2026, 5, 1));
    assert_eq!(holders.len(), 1, "the assignment follows the commitment into the new edition");
}

#[test]
fn the_same_document_records_nothing_and_a_new_one_shows_its_difference() {
    let office = year();
    assert_eq!(preview(&office.ledger, &compiled(&second())).unwrap(), Preview::Nothing);
    assert!(office.adopt(&second()).is_empty());
    let third = compiled(&second().replace("口袋公园3座", "口袋公园4座"));
    let preview = preview(&office.ledger, &third).unwrap();
    let diff = preview.diff(&third.compiled.plan).unwrap();
    assert_eq!(diff.rows.iter().filter(|r| !r.numbers.is_empty()).count(), 1);
    assert_eq!(diff.rows.iter().filter(|r| r.is_kept()).count(), 1);
}

#[test]
fn everything_is_the_same_after_a_restart_and_a_restore() {
    let office = year();
    let before = (office.ledger.view(Side::Office).unwrap(), office.ledger.view(Side::Public).unwrap());
    let backup_folder = office.folder.path().join("backup");
    let manifest = backup(office.folder.path(), &backup_folder, office.clock_time()).unwrap();
    assert_eq!(manifest.entries, 10);
    let Office { folder, clock, ledger } = office;
    drop(ledger);
    let again = open(folder.path(), &clock);
    assert_eq!((again.view(Side::Office).unwrap(), again.view(Side::Public).unwrap()), before);
    let restored = tempfile::tempdir().unwrap();
    assert_eq!(restore(&backup_folder, restored.path()).unwrap().checkup.troubles, []);
    let restored = open(restored.path(), &clock);
    assert_eq!((restored.view(Side::Office).unwrap(), restored.view(Side::Public).unwrap()), before);
}

#[test]
fn a_backup_that_was_changed_is_not_restored() {
    let office = year();
    let to = office.folder.path().join("backup");
    backup(office.folder.path(), &to, office.clock_time()).unwrap();
    let file = to.join(DATABASE);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let target = tempfile::tempdir().unwrap();
    assert!(matches!(restore(&to, target.path()), Err(LedgerError::Folder(_))));
    assert!(fs::read_dir(target.path()).unwrap().next().is_none());
    assert!(backup(office.folder.path(), &to, office.clock_time()).is_err(), "a full folder is not written over");
}

#[test]
fn a_request_that_comes_twice_is_recorded_once() {
    let office = year();
    let marked = By { key: Key::new("one"), ..by() };
    let note = |text: &str| Command::Note { subject: Subject::Entry(EntryId(1)), text: text.into() };
    let first = request(&office.ledger, &marked, note("说明")).unwrap();
    assert_eq!(request(&office.ledger, &marked, note("说明")).unwrap(), first);
    assert!(matches!(request(&office.ledger, &marked, note("另一条")), Err(LedgerError::KeyUsed(_))));
    assert_eq!(office.ledger.view(Side::Office).unwrap().head(), Some(EntryId(10)));
}

#[test]
fn the_last_remark_is_not_repeated() {
    let office = year();
    let about = Subject::Entry(EntryId(1));
    let write = |by: &By, text: &str| note(&office.ledger, by, about, text.into()).unwrap().entries;
    let marked = By { key: Key::new("one"), ..by() };
    assert_eq!(write(&marked, "说明"), 10..11);
    assert_eq!(write(&marked, "说明"), 10..11, "the same form");
    assert_eq!(write(&By { key: Key::new("two"), ..by() }, "说明"), 11..11, "another form, the same words");
    assert_eq!(write(&by(), "另一条"), 11..12);
    assert_eq!(write(&by(), "说明"), 12..13, "said again after something else");
    assert_eq!(write(&By { office_only: true, ..by() }, "说明"), 13..14, "for other readers");
}

#[test]
fn an_erased_edition_takes_its_document_along() {
    let office = year();
    let sha256 = compiled(FIRST).compiled.plan.source.sha256.clone();
    assert!(office.ledger.store().upload(&sha256).unwrap().is_some());
    erase(&office.ledger, &by(), EntryId(1), "含个人信息".into()).unwrap();
    assert!(office.ledger.store().upload(&sha256).unwrap().is_none());
    assert_eq!(office.title(Side::Public, date(2026, 4, 1)), None);
    assert!(office.title(Side::Office, date(2026, 9, 1)).is_some());
    let line = office.ledger.line(Side::Public, EntryId(1)).unwrap().unwrap();
    assert_eq!((line.body, line.erased_by), (None, Some(EntryId(10))));
    assert_eq!(doctor(office.folder.path()).unwrap().troubles, []);
}

#[test]
fn the_public_history_has_only_what_was_released() {
    let office = year();
    let ids =
        |side| -> Vec<u64> { office.ledger.history(side, 0..99).unwrap().iter().map(|l| l.envelope.id.0).collect() };
    assert_eq!(ids(Side::Office), (0..10).collect::<Vec<_>>());
    assert_eq!(ids(Side::Public), (0..7).collect::<Vec<_>>());
    assert!(matches!(office.ledger.line(Side::Public, EntryId(6)).unwrap().unwrap().body, Some(Body::Released(_))));
    assert_eq!(office.ledger.line(Side::Public, EntryId(7)).unwrap(), None);
}

#[test]
fn a_clock_set_back_is_said() {
    let office = year();
    office.day(date(2026, 1, 1));
    let note = Command::Note { subject: Subject::Entry(EntryId(1)), text: "说明".into() };
    let recorded = request(&office.ledger, &by(), note).unwrap();
    assert_eq!(recorded.said[0].code.id, "J015");
    assert_eq!(recorded.recorded_at.to_string(), "2026-05-01T04:00:00Z");
}

#[test]
fn a_damaged_body_is_named_and_the_rest_is_shown() {
    let Office { folder, clock, ledger } = year();
    drop(ledger);
    let raw = rusqlite::Connection::open(folder.path().join(DATABASE)).unwrap();
    raw.execute("UPDATE bodies SET body = X'7B7D' WHERE seq = 3", []).unwrap();
    raw.execute("DELETE FROM snapshots", []).unwrap();
    drop(raw);
    let checkup = doctor(folder.path()).unwrap();
    assert_eq!(checkup.troubles.iter().map(|t| t.entry).collect::<Vec<_>>(), [Some(EntryId(3))]);
    let ledger = open(folder.path(), &clock);
    let view = ledger.view(Side::Office).unwrap();
    assert_eq!(view.head(), Some(EntryId(9)));
    assert_eq!(view.state().editions(2026).count(), 2);
    let note = Command::Note { subject: Subject::Entry(EntryId(1)), text: "说明".into() };
    assert!(matches!(request(&ledger, &by(), note), Err(LedgerError::Damaged(_))));
    assert!(ledger.history(Side::Office, 0..9).unwrap()[3].damaged);
}

#[test]
fn a_missing_or_changed_envelope_is_named() {
    let Office { folder, ledger, .. } = year();
    drop(ledger);
    let path = folder.path().join(DATABASE);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE entries SET envelope = replace(CAST(envelope AS TEXT), 'p0.1', 'p0.2') WHERE seq = 4", [])
        .unwrap_or_else(|_| {
            raw.execute("UPDATE entries SET envelope = CAST(replace(CAST(envelope AS TEXT), 'p0.1', 'p0.2') AS BLOB) WHERE seq = 4", []).unwrap()
        });
    raw.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM entries WHERE seq = 6;").unwrap();
    drop(raw);
    let troubles = doctor(folder.path()).unwrap().troubles;
    let named: Vec<_> = troubles.iter().filter_map(|t| Some(t.entry?.0)).collect();
    assert!(named.contains(&4) && named.contains(&6), "{named:?}");
    assert!(!named.contains(&2), "{named:?}");
}

impl Office {
    fn clock_time(&self) -> Timestamp {
        yinuo_app::Clock::now(&*self.clock)
    }
}
