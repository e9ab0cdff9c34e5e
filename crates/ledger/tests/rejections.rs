//! Every reason for which the ledger turns a request down: one request for each code, and nothing is recorded.

mod support;

use jiff::ToSpan as _;
use jiff::civil::date;
use support::history::{History, first_post, opening};
use support::{adoption, plan};
use yinuo_ledger::body::Change;
use yinuo_ledger::*;
use yinuo_model::{Mode, Role};

/// e0 opening, e1 a unit, e2 a plan, e3 a note, e4 a unit that is closed by e5, e6 a note for the office.
fn history() -> History {
    let mut history = History::opened();
    let items = [("东街".to_string(), 6), ("北门".to_string(), 9)];
    history.ask(Command::CreateUnit { name: "市容科".into() }).unwrap();
    history.ask(Command::Adopt(Box::new(adoption(plan(&items))))).unwrap();
    history.ask(note("已核对")).unwrap();
    history.ask(Command::CreateUnit { name: "旧科".into() }).unwrap();
    history.ask(Command::CloseUnit { unit: unit(4), on: date(2026, 1, 31) }).unwrap();
    let command = note("内部说明");
    let request =
        Request { actor_post: first_post(), effective_on: None, office_only: true, idempotency: None, command };
    history.request(request).unwrap();
    history
}

fn unit(entry: u64) -> UnitId {
    UnitId::new(EntryId(entry), 1)
}

fn commitment(ordinal: u32) -> CommitmentId {
    CommitmentId::new(EntryId(2), ordinal)
}

fn note(text: &str) -> Command {
    Command::Note { subject: Subject::Commitment(commitment(1)), text: text.into() }
}

fn release(entries: &[u64]) -> Command {
    Command::Release { entries: entries.iter().map(|e| EntryId(*e)).collect(), remark: None }
}

fn erase(entry: u64) -> Command {
    Command::Erase { entry: EntryId(entry), reason: "误传".into() }
}

fn assign(holder: UnitId) -> Command {
    let holders = vec![Holder::Unit(holder)];
    Command::Assign { commitment: commitment(1), role: Role::Lead, holders, from: date(2026, 2, 1) }
}

/// The first commitment's last measure becomes a running total.
fn correction(seen: u64, from: Mode) -> Command {
    let mut after = plan(&[("东街".into(), 6)]).categories.remove(0).commitments.remove(0);
    after.measures[2].mode = Mode::Cumulative;
    let change = Change::Mode { measure: MeasureId::new(EntryId(2), 3), from, to: Mode::Cumulative };
    let rereads = vec![After { id: commitment(1), commitment: after, findings: vec![], doubts: vec![] }];
    let (edition, seen, reason) = (EntryId(2), EntryId(seen), "表头写明累计".into());
    Command::Correct(Box::new(Correction { edition, seen, change, reason, rereads }))
}

/// Asks and gives the codes of all reasons.
fn codes(history: &mut History, command: Command) -> Vec<&'static str> {
    let before = (history.records.clone(), history.office.clone());
    let codes = match history.ask(command) {
        Ok(_) => return vec![],
        Err(reasons) => reasons.into_iter().map(|d| d.code.id).collect(),
    };
    assert_eq!((&history.records, &history.office), (&before.0, &before.1));
    codes
}

#[test]
fn each_reason_has_its_code() {
    let long = "字".repeat(4001);
    let unnamed = |text: &str| Command::CreateUnit { name: text.into() };
    let unyeared = yinuo_model::Plan { year: None, ..plan(&[]) };
    let table: Vec<(Command, &[&str])> = vec![
        (opening(), &["J002"]),
        (assign(unit(9)), &["J003"]),
        (Command::CloseUnit { unit: unit(1), on: date(2026, 3, 1) }, &[]),
        (assign(unit(4)), &["J004"]),
        (unnamed(" "), &["J006"]),
        (note(""), &["J006"]),
        (note(&long), &["J007"]),
        (unnamed("市容科"), &["J008"]),
        (unnamed("旧科"), &[]),
        (Command::Adopt(Box::new(adoption(unyeared))), &["J009", "J009"]),
        (release(&[0]), &["J010"]),
        (release(&[6]), &["J010"]),
        (release(&[3]), &["J011"]),
        (release(&[3, 99]), &["J011", "J003"]),
        (release(&[]), &["J016"]),
        (erase(0), &["J013"]),
        (erase(50), &["J003"]),
        (correction(6, Mode::Rate), &["J016"]),
    ];
    for (command, expected) in table {
        let mut history = history();
        assert_eq!(codes(&mut history, command.clone()), expected, "{command:?}");
    }
}

#[test]
fn nothing_comes_before_the_opening() {
    assert_eq!(codes(&mut History::empty(), note("早了")), ["J001"]);
}

#[test]
fn what_was_done_is_not_done_again() {
    let mut history = history();
    assert_eq!(codes(&mut history, release(&[2, 3])), [""; 0]);
    assert_eq!(codes(&mut history, release(&[2])), ["J012"]);
    assert_eq!(codes(&mut history, erase(3)), [""; 0]);
    assert_eq!(codes(&mut history, erase(3)), ["J013"]);
    assert_eq!(codes(&mut history, erase(8)), ["J013"]);
    assert_eq!(codes(&mut history, assign(unit(1))), [""; 0]);
    assert_eq!(codes(&mut history, assign(unit(1))), ["J016"]);
}

#[test]
fn what_was_erased_bars_nothing_that_came_after_it() {
    let mut history = history();
    let next = plan(&[("东街".into(), 8), ("北门".into(), 9)]);
    assert_eq!(history.ask(Command::Adopt(Box::new(adoption(next)))), Ok(vec![EntryId(7), EntryId(8)]));
    assert_eq!(codes(&mut history, release(&[7])), ["J011"]);
    assert_eq!(codes(&mut history, erase(2)), [""; 0]);
    assert_eq!(codes(&mut history, release(&[7, 8])), [""; 0]);
    assert!(history.public.state().edition(EntryId(7)).is_some());
    assert!(history.public.state().edition(EntryId(2)).is_none());
}

#[test]
fn the_same_plan_is_not_adopted_twice() {
    let mut history = history();
    let mut same = plan(&[("东街".into(), 6), ("北门".into(), 9)]);
    same.source.name = "另存.txt".into();
    assert_eq!(history.ask(Command::Adopt(Box::new(adoption(same)))), Ok(vec![]));
    let other = plan(&[("东街".into(), 7), ("北门".into(), 9)]);
    assert_eq!(history.ask(Command::Adopt(Box::new(adoption(other)))).map(|ids| ids.len()), Ok(2));
}

#[test]
fn two_people_who_correct_the_same_cell_meet() {
    let mut history = history();
    assert_eq!(codes(&mut history, correction(6, Mode::Period)), [""; 0]);
    assert!(codes(&mut history, correction(6, Mode::Period)).iter().all(|c| *c == "J005"));
}

#[test]
fn nothing_holds_before_what_it_rests_on() {
    let mut history = history();
    let early = history.ask_from(Some(date(2026, 1, 1)), assign(unit(1)));
    assert_eq!(early.unwrap_err()[0].code.id, "J014");
    assert!(history.ask_from(Some(date(2026, 1, 5)), assign(unit(1))).is_ok());
}

#[test]
fn a_clock_set_back_is_said_and_time_stands_still() {
    let mut history = history();
    let last = history.office.recorded_at().unwrap();
    history.clock -= 3.hours();
    let (time, said) = recorded_at(&history.office, history.clock);
    assert_eq!((time, said.unwrap().code.id), (last, "J015"));
    history.ask(note("仍可记录")).unwrap();
    assert_eq!(history.office.recorded_at(), Some(last));
}

#[test]
fn an_erased_plan_takes_the_corrections_that_repeat_it() {
    let mut history = history();
    history.ask(correction(6, Mode::Period)).unwrap();
    history.ask(erase(2)).unwrap();
    assert!(history.office.erased_by(EntryId(2)).is_some() && history.office.erased_by(EntryId(7)).is_some());
    assert!(history.office.state().current(2026).is_none());
    assert_eq!(codes(&mut history, assign(unit(1))), ["J003"]);
}
