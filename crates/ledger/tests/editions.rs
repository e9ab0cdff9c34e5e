//! Two editions compared, and what a mapping carries over.

mod support;

use jiff::civil::date;
use support::history::History;
use support::{adoption, plan};
use yinuo_ledger::body::PartPair;
use yinuo_ledger::edition::Diff;
use yinuo_ledger::*;
use yinuo_model::{Direction, Measure, Plan, Role, Value};

fn items(list: &[(&str, u32)]) -> Plan {
    plan(&list.iter().map(|(name, n)| (name.to_string(), *n)).collect::<Vec<_>>())
}

/// One word for each row: the number before and after, and what differs.
fn summary(diff: &Diff) -> Vec<String> {
    let number = |p: &Option<edition::Placed>| p.map_or("-".into(), |p| p.commitment.number.to_string());
    let mut rows = vec![];
    for row in &diff.rows {
        let mut what = vec![];
        for (is, word) in [
            (row.is_kept(), "kept"),
            (row.is_added(), "added"),
            (row.is_dropped(), "dropped"),
            (row.is_moved(), "moved"),
            (!row.reworded.is_empty(), "reworded"),
            (!row.numbers.is_empty(), "numbers"),
            (row.owners.is_some(), "owners"),
        ] {
            what.extend(is.then_some(word));
        }
        rows.push(format!("{}>{} {}", number(&row.old), number(&row.new), what.join(",")));
    }
    rows
}

#[test]
fn each_difference_is_named() {
    let old = items(&[("东街小学门口", 6), ("北门菜场", 9), ("南湖公园", 4), ("西桥桥头", 2)]);
    let mut new = items(&[("北门菜场", 9), ("东街小学门口", 8), ("河滨步道", 3), ("南湖公园西侧", 4)]);
    new.categories[0].commitments[0].owners[0].name = "交通科".into();
    let diff = Diff::of(&old, &new);
    assert_eq!(
        summary(&diff),
        ["2>1 moved,owners", "1>2 moved,numbers", "->3 added", "3>4 moved,reworded", "4>- dropped"]
    );
    let numbers = &diff.rows[1].numbers;
    let values = |m: &Option<yinuo_model::Measure>| m.as_ref().map(|m| m.value);
    assert_eq!(values(&numbers[0].from), Some(Value::One(6.into())));
    assert_eq!(values(&numbers[0].to), Some(Value::One(8.into())));
    assert_eq!(diff.rows[3].reworded[0].from.as_deref(), Some("在南湖公园新建4座候车亭"));
}

#[test]
fn a_number_that_goes_the_other_way_has_changed() {
    let with = |change| {
        let mut plan = items(&[("东街", 6)]);
        plan.categories[0].commitments[0].measures[0].change = change;
        plan
    };
    let (fall, rise, open) = (with(Some(Direction::Decrease)), with(Some(Direction::Increase)), with(None));
    assert_eq!(summary(&Diff::of(&fall, &rise)), ["1>1 numbers"]);
    // an edition that was read before directions were known
    assert_eq!(summary(&Diff::of(&open, &rise)), ["1>1 kept"]);
}

#[test]
fn a_number_that_becomes_a_part_has_changed() {
    let with = |words: &str, part: Option<usize>| {
        let mut plan = items(&[("东街", 6)]);
        let c = &mut plan.categories[0].commitments[0];
        c.title.text = format!("在东街新建6座候车亭，9座站牌{words}2座带遮阳棚");
        let first = c.measures[0].clone();
        c.measures.extend([(9, None), (2, part)].map(|(number, part_of)| {
            let text = format!("{number}座").as_str().into();
            Measure { text, value: Value::One(number.into()), part_of, ..first.clone() }
        }));
        plan
    };
    let apart = with("，", None);
    let of_shelters = with("，其中", Some(0));
    let of_signs = with("，其中", Some(3));
    assert_eq!(summary(&Diff::of(&apart, &of_shelters)), ["1>1 reworded,numbers"]);
    assert_eq!(summary(&Diff::of(&of_shelters, &apart)), ["1>1 reworded,numbers"]);
    assert_eq!(summary(&Diff::of(&of_shelters, &of_shelters)), ["1>1 kept"]);
    // the same words, once read before parts were known
    assert_eq!(summary(&Diff::of(&with("，其中", None), &of_shelters)), ["1>1 kept"]);
    let moved = Diff::of(&of_shelters, &of_signs);
    assert_eq!(summary(&moved), ["1>1 numbers"]);
    let wholes = moved.rows[0].numbers[0].wholes.as_ref().map(|(old, new)| (old.text.as_str(), new.text.as_str()));
    assert_eq!(wholes, Some(("6座", "9座")));
}

#[test]
fn the_same_plan_differs_in_nothing() {
    let old = items(&[("东街", 6), ("北门", 9), ("东街", 6)]);
    assert!(Diff::of(&old, &old).is_empty());
    assert!(!Diff::of(&old, &items(&[("东街", 6), ("北门", 9)])).is_empty());
}

#[test]
fn a_large_plan_is_compared_in_little_time() {
    let name = |n: u32| format!("第{n}号{}", char::from_u32(0x4e00 + n % 5000).unwrap_or('一'));
    let old: Vec<(String, u32)> = (0..4000).map(|n| (name(n), 3 + n % 90)).collect();
    let mut new = old.clone();
    new.iter_mut().step_by(7).for_each(|(_, n)| *n += 1);
    new.remove(100);
    let (old, new) = (plan(&old), plan(&new));
    let diff = Diff::of(&old, &new);
    assert_eq!(diff.rows.iter().filter(|r| r.is_dropped()).count(), 1);
    assert_eq!(diff.rows.iter().filter(|r| r.is_added()).count(), 0);
}

#[test]
fn owners_follow_a_commitment_into_the_next_edition() {
    let mut history = History::opened();
    history.ask(Command::CreateUnit { name: "市容科".into() }).unwrap();
    history.ask(Command::Adopt(Box::new(adoption(items(&[("东街小学", 6), ("北门菜场", 9)]))))).unwrap();
    let unit = UnitId::new(EntryId(1), 1);
    let north = CommitmentId::new(EntryId(2), 2);
    let assign = |from, holders| Command::Assign { commitment: north, role: Role::Lead, holders, from };
    history.ask(assign(date(2026, 3, 1), vec![Holder::Unit(unit)])).unwrap();
    history.ask(Command::Adopt(Box::new(adoption(items(&[("北门菜场", 10), ("东街小学", 6)]))))).unwrap();
    let state = history.office.state();
    let moved = CommitmentId::new(EntryId(4), 1);
    assert_eq!(state.lineage(moved), [moved, north]);
    let holders = state.holders(moved, date(2026, 5, 1));
    assert_eq!(holders.len(), 1);
    assert_eq!(holders[0].1.said.holders, [Holder::Unit(unit)]);
    assert!(state.holders(moved, date(2026, 2, 28)).is_empty());
    assert_eq!(state.history(moved), [EntryId(3)]);
    let Some(Body::Mapped(mapped)) = &history.kept[5].body else { panic!("no mapping") };
    assert_eq!((mapped.rows[0].old, mapped.rows[0].new), (Some(north), Some(moved)));
    assert_eq!(mapped.rows[0].differs, [Differs::Moved, Differs::Numbers]);
    let measures = mapped.rows[0].parts.iter().filter(|p| matches!(p, PartPair::Measure(..)));
    assert_eq!(measures.count(), 3);
}
