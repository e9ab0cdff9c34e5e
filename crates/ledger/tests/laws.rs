//! The laws of the ledger over random histories. A history is a thousand steps; `YINUO_LEDGER_STEPS` makes it longer, as
//! the soak does.
#![allow(clippy::disallowed_methods, reason = "the length of a soak comes from the environment")]

mod support;

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use support::history::{History, OFFSET, Step};
use yinuo_ledger::*;

fn steps() -> usize {
    std::env::var("YINUO_LEDGER_STEPS").ok().and_then(|n| n.parse().ok()).unwrap_or(1000)
}

/// Several short histories or one long one.
fn cases() -> u32 {
    if steps() > 1000 { 1 } else { 6 }
}

fn histories() -> impl Strategy<Value = Vec<Step>> {
    let steps = steps();
    prop::collection::vec((0u8..16, any::<u32>(), any::<u32>()), steps..=steps)
}

/// Runs the steps; every so often the views of that moment are set aside with the number of entries they saw.
fn run(steps: &[Step]) -> (History, Vec<(usize, View, View)>) {
    let mut history = History::opened();
    let mut seen = vec![];
    for (n, step) in steps.iter().enumerate() {
        if n.is_multiple_of((steps.len() / 5).max(1)) {
            seen.push((history.kept.len(), history.office.clone(), history.public.clone()));
        }
        history.step(*step);
    }
    (history, seen)
}

fn through_a_snapshot(view: &View) -> View {
    serde_json::from_slice(&serde_json::to_vec(view).unwrap()).unwrap()
}

/// Going on from a snapshot, taken before or after bodies were erased, gives what folding everything gives.
fn resume_is_fold(history: &History, seen: &[(usize, View, View)]) {
    let office = fold(Side::Office, &history.kept).unwrap();
    let public = fold(Side::Public, &history.kept).unwrap();
    assert_eq!(history.office, office);
    assert_eq!(history.public, public);
    for (count, old_office, old_public) in seen {
        for (snapshot, whole) in [(old_office, &office), (old_public, &public)] {
            assert_eq!(resume(through_a_snapshot(snapshot), &history.kept).unwrap(), *whole, "from {count}");
            let fresh = fold(whole.side(), &history.kept[..*count]).unwrap();
            assert_eq!(resume(through_a_snapshot(&fresh), &history.kept).unwrap(), *whole, "from {count}");
        }
    }
}

/// A day's view is the fold of the entries recorded by then, counted one by one; and it can be cut out of the present one.
/// Eight days are taken, from before the first entry to after the last.
fn as_of_is_the_prefix(history: &History) {
    let (first, end) = (date(2025, 12, 20), day_of(history.clock, OFFSET) + 20.days());
    let apart = (end - first).get_days() / 7;
    for day in (0..8).map(|n| first + (n * apart).days()) {
        let recorded = |e: &&Entry| day_of(e.envelope.recorded_at, OFFSET) <= day;
        let count = history.kept.iter().filter(recorded).count();
        for side in [Side::Office, Side::Public] {
            let view = as_of(side, &history.kept, day, None, OFFSET).unwrap();
            assert_eq!(view, fold(side, &history.kept[..count]).unwrap(), "{day}");
            let now = if side == Side::Office { &history.office } else { &history.public };
            let last = count.checked_sub(1).map(|n| &history.kept[n]);
            assert_eq!(now.cut(count as u64, last, None), view, "{day}, cut out of the present view");
            let held = day - (count as i64 % 50).days();
            let recorded = recorded_by(&history.kept, held, OFFSET).len() as u64;
            let cut = now.cut(count as u64, last, Some(Holding { day: held, recorded }));
            assert_eq!(cut, as_of(side, &history.kept, day, Some(held), OFFSET).unwrap(), "{day}, what held on {held}");
        }
    }
}

/// Later entries change nothing in a view that was seen before; only erasure takes words out of it.
fn the_past_stays(history: &History, seen: &[(usize, View, View)]) {
    for (count, office, public) in seen {
        let erased_before: BTreeSet<EntryId> = history.said[..*count]
            .iter()
            .filter(|e| e.envelope.kind == Kind::BodyErased)
            .flat_map(|e| e.envelope.refs.clone())
            .collect();
        let as_kept_then: Vec<Entry> = history.said[..*count]
            .iter()
            .map(|e| Entry { body: e.body.clone().filter(|_| !erased_before.contains(&e.envelope.id)), ..e.clone() })
            .collect();
        assert_eq!(fold(Side::Office, &as_kept_then).unwrap(), *office);
        assert_eq!(fold(Side::Public, &as_kept_then).unwrap(), *public);
    }
}

/// The numbers that follow `before` in a text.
fn numbers(text: &str, before: &str) -> BTreeSet<u64> {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    text.split(before).skip(1).filter_map(|rest| digits(rest).parse().ok()).collect()
}

/// Words and facts in the public's view are those of entries that are open or released, and not erased.
fn the_public_sees_only_what_was_released(history: &History) {
    let text = serde_json::to_string(&history.public).unwrap();
    for id in numbers(&text, "〔").union(&numbers(&text, "\"entry\":\"e")).map(|n| EntryId(*n)) {
        let envelope = &history.kept[id.0 as usize].envelope;
        let named = history.public.released_by(id).is_some_and(|by| {
            let release = &history.kept[by.0 as usize].envelope;
            release.kind == Kind::EntriesReleased && release.refs.contains(&id)
        });
        assert!(envelope.visibility == Visibility::Open || named, "{id} was never released");
        assert!(envelope.visibility != Visibility::Office && history.public.erased_by(id).is_none(), "{id}");
    }
}

/// Erasing a body leaves the envelope, its hash and the chain as they were, and the record readable.
fn erasing_keeps_every_hash(history: &History) {
    let (mut before, mut after) = (Hash::ZERO, Hash::ZERO);
    for (record, said) in history.records.iter().zip(&history.said) {
        let entry = record.open().unwrap();
        assert_eq!(entry.envelope, said.envelope);
        let erased = record.erased();
        assert_eq!(erased.open().unwrap().envelope, said.envelope);
        (before, after) = (before.chained(record.leaf()), after.chained(erased.leaf()));
    }
    assert_eq!(before, after);
}

/// What is read back is what was said, and points only at what was there before.
fn records_are_read_back(history: &History) {
    for ((record, kept), said) in history.records.iter().zip(&history.kept).zip(&history.said) {
        let entry = record.open().unwrap();
        assert_eq!(entry, *kept);
        assert!(entry.body.is_none() || entry.body == said.body);
        assert!(entry.envelope.refs.iter().all(|r| *r < entry.envelope.id));
        assert_eq!(history.kept[entry.envelope.id.0 as usize].envelope, entry.envelope);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold(steps in histories()) {
        let (history, seen) = run(&steps);
        resume_is_fold(&history, &seen);
        as_of_is_the_prefix(&history);
        the_past_stays(&history, &seen);
        the_public_sees_only_what_was_released(&history);
        erasing_keeps_every_hash(&history);
        records_are_read_back(&history);
    }
}

#[test]
fn a_random_history_is_worth_testing() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let steps = histories().new_tree(&mut runner).unwrap().current();
    let (history, _) = run(&steps);
    for kind in Kind::ALL {
        let count = history.kept.iter().filter(|e| e.envelope.kind == kind).count();
        assert!(kind == Kind::LedgerOpened || count >= steps.len() / 200, "{} {count}", kind.name());
    }
    let carried = history.said.iter().filter(|e| matches!(&e.body, Some(Body::Corrected(b)) if b.carries().is_some()));
    assert!(carried.count() >= 5, "corrections are taken over into new editions");
    assert!(history.rejected * 2 < steps.len(), "{} of {} were turned down", history.rejected, steps.len());
}
