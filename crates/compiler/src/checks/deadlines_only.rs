//! Schedules that only say by when: 小学8月底前, 中学12月底前. They name no work and no amounts, so that nobody can ask them how
//! much each period delivers. Used by the checks of schedules; finds nothing itself.

use yinuo_model::{At, Milestone, Place, Stage, Verb};

use crate::counted;
use crate::readings::Case;
use crate::syntax::remainder;
use crate::syntax::stages;
use crate::syntax::verbs;
use crate::syntax::words::{Alone, Said};

/// True when every milestone is a deadline, with no more than the name of what is promised beside it.
pub fn is(case: Case) -> bool {
    case.milestones().all(|(milestone, said)| is_deadline(case, milestone, said))
}

fn is_deadline(case: Case, milestone: &Milestone, said: Said) -> bool {
    let here = At::Period(milestone.period);
    let commitment = case.commitment;
    let inside = |place: &Place| milestone.passage.range_of(place.first());
    let counted = commitment.measures.iter().any(|m| m.at == here && inside(&m.place).is_some());
    let times = commitment.times.iter().filter(|t| t.at == here && t.before);
    let places: Vec<_> = times.filter_map(|t| inside(&t.place)).collect();
    if counted || places.is_empty() {
        return false;
    }
    let mut words = said.text().to_string();
    places.into_iter().rev().for_each(|range| words.replace_range(range, "，"));
    let words = Alone::anew(words);
    let done = verbs::promised(words.said());
    let late = stages::furthest(words.said()).is_none_or(|stage| stage >= Stage::Completion);
    late && matches!(done, Verb::None | Verb::Complete) && names_the_promise(case, words.said())
}

/// True when what the words name beside verbs is nothing, or is named by the promise.
fn names_the_promise(case: Case, words: Said) -> bool {
    let named = counted::pairs(remainder::without(words));
    let promise = counted::pairs([case.title()].into_iter().chain(case.body()));
    named.is_empty() || counted::overlap(&named, &promise) > 0.0
}
