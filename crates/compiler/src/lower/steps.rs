//! The deliverables of a milestone, each with what is promised of it, the gate it reaches, its deadline, its condition
//! and who does it. Reads one cell; says nothing about whether the promise is kept.

use std::ops::Range;

use yinuo_diag::Span;
use yinuo_model::{At, Kind, Step, Time, TimeValue, Verb};

use crate::cell::Cell;
use crate::syntax::{clauses, conditions, stages, verbs};

use super::actor;

/// Reads the steps of a cell. `times` are the commitment's; those at `at` may be deadlines.
pub fn read(cell: &Cell, at: At, times: &[Time], kind: Kind) -> Vec<Step> {
    clauses::deliverables(cell.text()).into_iter().map(|range| step(cell, range, at, times, kind)).collect()
}

fn step(cell: &Cell, range: Range<usize>, at: At, times: &[Time], kind: Kind) -> Step {
    let passage = cell.part(range);
    let condition = conditions::first(&passage.text).map(|r| passage.text[r].to_string());
    let promised = without(&passage.text, condition.as_deref());
    let gated = !matches!(kind, Kind::Activity | Kind::Service | Kind::Benefit | Kind::Inspection);
    Step {
        verb: verb(&promised),
        stage: if gated { stages::furthest(&promised) } else { None },
        deadline: deadline(&passage.spans, at, times),
        actor: actor::first(&promised),
        condition,
        passage,
    }
}

/// The words outside the condition: what is done on the condition, not the condition itself.
fn without(text: &str, condition: Option<&str>) -> String {
    match condition {
        Some(words) => text.replacen(words, "", 1),
        None => text.to_string(),
    }
}

/// What a deliverable promises: the furthest-reaching of its clauses.
pub fn verb(text: &str) -> Verb {
    let all = clauses::clauses(text).into_iter().map(|r| clause_verb(&text[r]));
    all.min_by_key(|v| reach(*v)).unwrap_or(Verb::None)
}

/// How far a promise reaches, furthest first.
fn reach(verb: Verb) -> u8 {
    match verb {
        Verb::Complete => 0,
        Verb::Do => 1,
        Verb::Start => 2,
        Verb::Plan => 3,
        Verb::Continue => 4,
        Verb::None => 5,
    }
}

/// The first verb decides; where it only names work being done, a word of completion after it decides
/// (装修工程竣工验收).
fn clause_verb(clause: &str) -> Verb {
    let found: Vec<Verb> = verbs::VERBS.find(clause).map(|(_, v)| v).filter(|v| *v != Verb::None).collect();
    match found.first() {
        Some(Verb::Do) if found.contains(&Verb::Complete) => Verb::Complete,
        Some(Verb::Do) if found.last() == Some(&Verb::Start) => Verb::Start,
        Some(first) => *first,
        None => Verb::None,
    }
}

/// The latest date or month named in the step. A festival is an occasion, a past year a reference: neither is a
/// deadline.
fn deadline(spans: &[Span], at: At, times: &[Time]) -> Option<TimeValue> {
    let here = |t: &&Time| t.at == at && spans.iter().any(|s| s.contains(t.place.first()));
    let definite = |t: &&Time| matches!(t.value, TimeValue::Date(_) | TimeValue::Month(..)) && calendar(&t.text);
    let due = times.iter().filter(here).filter(definite);
    due.max_by_key(|t| (t.before, t.value.days().map(|d| d.1))).map(|t| t.value)
}

/// Written as a day or month of the calendar.
fn calendar(text: &str) -> bool {
    text.contains('月') || text.contains(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_is_what_reaches_furthest() {
        let cases = [
            ("完成河道清淤", Verb::Complete),
            ("制定清淤方案", Verb::Plan),
            ("启动申报工作", Verb::Start),
            ("加快清淤,力争完成护坡", Verb::Complete),
            ("制定方案,举办讲座3场", Verb::Do),
            ("跟进清淤,督促整改", Verb::Continue),
            ("外墙改造竣工验收", Verb::Complete),
            ("步道主体封顶", Verb::Complete),
            ("沿线绿化", Verb::None),
        ];
        for (text, wanted) in cases {
            assert_eq!(verb(text), wanted, "{text}");
        }
    }

    #[test]
    fn conditions_are_kept_apart_from_the_promise() {
        let source = "在路基移交的前提下,市政中心启动铺装。";
        let cell = Cell::of(source, Span::new(0, source.len()));
        let steps = read(&cell, At::Title, &[], Kind::Works);
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].condition.as_deref(), Some("在路基移交的前提下"));
        assert_eq!(steps[0].verb, Verb::Start);
        assert_eq!(steps[0].actor.as_deref(), Some("市政中心"));
    }
}
