//! Golden vectors: a fixed history, entry by entry, with the exact bytes and hashes that every implementation must give.
//! docs/spec/ledger.md explains them. The files never change; a new version of the format adds files of its own.

mod support;

use jiff::ToSpan as _;
use jiff::civil::date;
use serde_json::{Value, json};
use support::history::{History, first_post, opening};
use support::{adoption, plan};
use yinuo_ledger::body::Change;
use yinuo_ledger::*;
use yinuo_model::{Bound, Column, Direction, Measure, Mode, Naming, Plan, Role};

/// Every kind once, most of them with every field filled.
fn history() -> History {
    let mut history = History::empty();
    let mut ask = |command| {
        history.clock += 90.minutes();
        let key = Key::new(&format!("request-{}", history.kept.len()));
        let (actor_post, effective_on) = (first_post(), Some(date(2026, 1, 6)));
        history.request(Request { actor_post, effective_on, office_only: false, idempotency: key, command }).unwrap()
    };
    let c = |entry, ordinal| CommitmentId::new(EntryId(entry), ordinal);
    let items = [("东街".to_string(), 6), ("\"北\\门\"".to_string(), 9)];
    ask(opening());
    ask(Command::CreateUnit { name: "市容科".into() });
    ask(Command::CreatePost { name: "联络员".into(), unit: Some(UnitId::new(EntryId(1), 1)) });
    ask(Command::Adopt(Box::new(adoption(plan(&items)))));
    let holders = vec![Holder::Unit(UnitId::new(EntryId(1), 1)), Holder::Post(PostId::new(EntryId(2), 1))];
    ask(Command::Assign { commitment: c(3, 2), role: Role::Lead, holders, from: date(2026, 2, 1) });
    ask(correction());
    ask(Command::Note { subject: Subject::Commitment(c(3, 1)), text: "两行说明\n第二行\u{1}".into() });
    ask(Command::Release { entries: vec![EntryId(1), EntryId(3), EntryId(5)], remark: Some("首次公布".into()) });
    ask(Command::Adopt(Box::new(adoption(plan(&[("东街".into(), 8), ("西桥".into(), 4)])))));
    ask(Command::ClosePost { post: PostId::new(EntryId(2), 1), on: date(2026, 6, 30) });
    ask(Command::CloseUnit { unit: UnitId::new(EntryId(1), 1), on: date(2026, 6, 30) });
    ask(Command::Erase { entry: EntryId(6), reason: "含个人信息".into() });
    ask(Command::Correct(Box::new(Correction { seen: EntryId(12), ..both() })));
    let third = adoption(plan(&[("东街".into(), 8), ("北门".into(), 9)]));
    let Correction { rereads, .. } = both();
    let rereads =
        rereads.into_iter().map(|r| After { id: 0, commitment: r.commitment, findings: r.findings, doubts: r.doubts });
    let spot = Spot::Measure { commitment: 0, measure: 0 };
    let carried = vec![Carry { from: EntryId(13), spot, rereads: rereads.collect() }];
    ask(Command::Adopt(Box::new(Adoption { carried, seen: Some(EntryId(13)), ..third })));
    let fourth = adoption(plan(&[("东街".into(), 8), ("北门".into(), 7)]));
    let naming = |heading: &str, holds| Naming::new(heading, holds).unwrap();
    let columns = vec![
        named(naming("攻坚 举措", Column::Title), None),
        named(naming("开春", Column::Months(1, 3)), Some(Column::Unused)),
    ];
    ask(Command::Adopt(Box::new(Adoption { columns, seen: Some(EntryId(16)), ..fourth })));
    ask(Command::Adopt(Box::new(adoption(with_a_part()))));
    ask(Command::Adopt(Box::new(adoption(with_a_fall()))));
    history
}

/// A plan of another year in which one number is a part of another.
fn with_a_part() -> Plan {
    let mut plan = Plan { year: Some(2027), ..plan(&[("东街".into(), 8)]) };
    let measures = &mut plan.categories[0].commitments[0].measures;
    measures[1] = Measure { at: measures[0].at, part_of: Some(0), ..measures[1].clone() };
    plan
}

/// A plan of another year in which one number says by how much something falls.
fn with_a_fall() -> Plan {
    let mut plan = Plan { year: Some(2028), ..plan(&[("东街".into(), 8)]) };
    plan.categories[0].commitments[0].measures[0].change = Some(Direction::Decrease);
    plan
}

/// A heading whose meaning somebody said.
fn named(naming: Naming, from: Option<Column>) -> NamedColumn {
    NamedColumn { naming, from, reason: "本区自拟的表头".into(), follows: None }
}

/// The first number of the first commitment is only context, and a floor.
fn both() -> Correction {
    let mut after = plan(&[("东街".into(), 8)]).categories.remove(0).commitments.remove(0);
    (after.measures[0].mode, after.measures[0].bound) = (Mode::Context, Bound::AtLeast);
    let (mode, bound) = ((Mode::Annual, Mode::Context), (Bound::Exact, Bound::AtLeast));
    Correction {
        edition: EntryId(8),
        seen: EntryId(8),
        change: Change::Measure { measure: MeasureId::new(EntryId(8), 1), mode, bound },
        reason: "只说规模，不是全年指标".into(),
        rereads: vec![After {
            id: CommitmentId::new(EntryId(8), 1),
            commitment: after,
            findings: vec![],
            doubts: vec![],
        }],
    }
}

/// The second period of the first commitment is a running total.
fn correction() -> Command {
    let mut after = plan(&[("东街".into(), 6)]).categories.remove(0).commitments.remove(0);
    after.measures[2].mode = Mode::Cumulative;
    let change = Change::Mode { measure: MeasureId::new(EntryId(3), 3), from: Mode::Period, to: Mode::Cumulative };
    Command::Correct(Box::new(Correction {
        edition: EntryId(3),
        seen: EntryId(4),
        change,
        reason: "原表头写明为累计数".into(),
        rereads: vec![After {
            id: CommitmentId::new(EntryId(3), 1),
            commitment: after,
            findings: vec![],
            doubts: vec![],
        }],
    }))
}

/// One vector for each entry, as the file holds it.
fn vectors(history: &History) -> Vec<(String, Value)> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut chain = Hash::ZERO;
    let mut all = vec![];
    for (record, entry) in history.records.iter().zip(&history.kept) {
        chain = chain.chained(record.leaf());
        let id = entry.envelope.id.0;
        let name = format!("{id:02}-{}.json", entry.envelope.kind.name());
        let body = record.body.as_ref().map(|(salt, body)| (salt.to_string(), text(body)));
        let value = json!({
            "envelope": text(&record.envelope),
            "salt": body.as_ref().map(|b| &b.0),
            "body": body.as_ref().map(|b| &b.1),
            "body_hash": entry.envelope.body_hash,
            "leaf": record.leaf(),
            "chain": chain,
        });
        all.push((name, value));
    }
    all
}

fn file(name: &str) -> Option<&'static str> {
    VECTORS.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

macro_rules! vectors {
    ($($name:literal)*) => { &[$(($name, include_str!(concat!("vectors/", $name)))),*] };
}

static VECTORS: &[(&str, &str)] = vectors! {
    "00-ledger_opened.json"
    "01-unit_created.json"
    "02-post_created.json"
    "03-plan_adopted.json"
    "04-owner_assigned.json"
    "05-reading_corrected.json"
    "06-note_added.json"
    "07-entries_released.json"
    "08-plan_adopted.json"
    "09-edition_mapped.json"
    "10-post_closed.json"
    "11-unit_closed.json"
    "12-body_erased.json"
    "13-reading_corrected.json"
    "14-plan_adopted.json"
    "15-edition_mapped.json"
    "16-reading_corrected.json"
    "17-plan_adopted.json"
    "18-edition_mapped.json"
    "19-reading_corrected.json"
    "20-reading_corrected.json"
    "21-plan_adopted.json"
    "22-plan_adopted.json"
};

#[test]
fn every_implementation_writes_these_bytes() {
    let vectors = vectors(&history());
    assert_eq!(vectors.len(), VECTORS.len());
    for (name, value) in vectors {
        let golden: Value = serde_json::from_str(file(&name).unwrap_or("null")).unwrap();
        assert_eq!(value, golden, "{name} should hold:\n{value:#}");
    }
}

#[test]
fn the_files_alone_are_read_and_verified() {
    let mut chain = Hash::ZERO;
    let mut entries = vec![];
    for (name, text) in VECTORS {
        let vector: Value = serde_json::from_str(text).unwrap();
        let field = |name: &str| vector[name].as_str().map(str::to_string);
        let body = field("salt").zip(field("body")).map(|(salt, body)| (salt.parse().unwrap(), body.into_bytes()));
        let record = Record { envelope: field("envelope").unwrap().into_bytes(), body };
        chain = chain.chained(record.leaf());
        assert_eq!(Some(record.leaf().to_string()), field("leaf"), "{name}");
        assert_eq!(Some(chain.to_string()), field("chain"), "{name}");
        entries.push(record.open().unwrap());
    }
    let office = fold(Side::Office, &entries).unwrap();
    let current = office.state().current(2026).unwrap();
    assert_eq!(current.edition, EntryId(17));
    let columns: Vec<_> =
        office.state().columns(EntryId(17)).map(|(n, f)| (n.heading().to_string(), n.holds, f.entry)).collect();
    let expected =
        [("攻坚举措".to_string(), Column::Title, EntryId(19)), ("开春".to_string(), Column::Months(1, 3), EntryId(20))];
    assert_eq!(columns, expected);
    let third = office.state().reading(EntryId(14)).unwrap();
    assert_eq!(third.ids[0].measures[0].to_string(), "q14.1");
    assert_eq!(third.plan.commitments().next().unwrap().1.measures[0].mode, Mode::Context);
    assert_eq!(office.state().correction(EntryId(16)).unwrap().said.carries(), Some(EntryId(13)));
    assert_eq!(office.state().reading(EntryId(21)).unwrap().plan, with_a_part());
    assert_eq!(office.state().reading(EntryId(22)).unwrap().plan, with_a_fall());
    let first = office.state().reading(EntryId(3)).unwrap();
    assert_eq!(first.commitment(CommitmentId::new(EntryId(3), 1)).unwrap().0.measures[2].mode, Mode::Cumulative);
    let public = fold(Side::Public, &entries).unwrap();
    assert_eq!(public.state().current(2026).unwrap().edition, EntryId(3));
    assert_eq!(public.erased_by(EntryId(6)), Some(EntryId(12)));
}

#[test]
fn each_part_of_a_long_chain_comes_back_with_its_whole() {
    const NUMBERS: usize = 2_000;
    let mut long = plan(&[("东街".into(), 6)]);
    let measures = &mut long.categories[0].commitments[0].measures;
    let here = measures[0].clone();
    measures.extend((0..NUMBERS).map(|n| Measure { part_of: Some(n + 2), ..here.clone() }));
    let mut history = History::empty();
    history.ask(opening()).unwrap();
    history.ask(Command::Adopt(Box::new(adoption(long)))).unwrap();
    let Some(Body::Adopted(read)) = history.records[1].open().unwrap().body else { panic!("no plan") };
    let wholes = read.plan.categories[0].commitments[0].measures[3..].iter().map(|m| m.part_of);
    assert!(wholes.eq((0..NUMBERS).map(|n| Some(n + 2))));
}
