//! The deliverables of a milestone, each with what is promised of it, the gate it reaches, its deadline, its condition
//! and who does it. Reads one cell; says nothing about whether the promise is kept.

use yinuo_diag::Span;
use yinuo_model::{At, Kind, Step, Time, TimeValue};

use crate::cell::Cell;
use crate::syntax::words::Said;
use crate::syntax::{conditions, stages, verbs};

use super::actor;

/// Reads the steps of a cell, given what it says. `times` are the commitment's; those at `at` may be deadlines.
pub fn read(cell: &Cell, said: Said, at: At, times: &[Time], kind: Kind) -> Vec<Step> {
    let mut here: Vec<&Time> = times.iter().filter(|t| t.at == at && is_definite(t)).collect();
    here.sort_by_key(|t| t.place.first().start);
    said.deliverables().map(|deliverable| step(cell, deliverable, &here, kind)).collect()
}

/// `times` may be deadlines, and stand in order.
fn step(cell: &Cell, deliverable: Said, times: &[&Time], kind: Kind) -> Step {
    let passage = cell.part(deliverable.range());
    let condition = conditions::first(deliverable);
    let promised = conditions::outside(deliverable, condition.as_ref());
    let promised = promised.said();
    let gated = !matches!(kind, Kind::Activity | Kind::Service | Kind::Benefit | Kind::Inspection);
    Step {
        verb: verbs::of(promised),
        stage: if gated { stages::furthest(promised) } else { None },
        deadline: deadline(&passage.spans, times),
        actor: actor::first(promised),
        condition: condition.map(|r| passage.text[r].into()),
        passage,
    }
}

/// The latest date or month named in the step. A festival is an occasion, a past year a reference: neither is a
/// deadline.
fn deadline(spans: &[Span], times: &[&Time]) -> Option<TimeValue> {
    let within = |s: Span| {
        let from = times.partition_point(|t| t.place.first().start < s.start);
        let inside =
            times[from..].iter().map(|t| (*t, t.place.first())).take_while(move |(_, here)| here.start < s.end);
        inside.filter(move |(_, here)| s.contains(*here)).map(|(t, _)| t)
    };
    let due = spans.iter().copied().flat_map(within);
    due.max_by_key(|t| (t.before, t.value.days().map(|d| d.1))).map(|t| t.value)
}

fn is_definite(time: &Time) -> bool {
    matches!(time.value, TimeValue::Date(_) | TimeValue::Month(..)) && calendar(&time.text)
}

/// Written as a day or month of the calendar.
fn calendar(text: &str) -> bool {
    text.contains('月') || text.contains(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn conditions_are_kept_apart_from_the_promise() {
        let source = "在路基移交的前提下,市政中心启动铺装。";
        let cell = Cell::of(source, Span::new(0, source.len()));
        let steps = read(&cell, Alone::anew(source).said(), At::Title, &[], Kind::Works);
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].condition.as_deref(), Some("在路基移交的前提下"));
        assert_eq!(steps[0].verb, yinuo_model::Verb::Start);
        assert_eq!(steps[0].actor.as_deref(), Some("市政中心"));
    }
}
