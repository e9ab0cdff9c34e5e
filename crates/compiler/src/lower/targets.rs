//! Targets: each measure promised for the year linked with the measures of the periods that make it up.

use yinuo_model::{Measure, Milestone, Passage, Target, Time};

/// Links the targets of a commitment. Indices are into `measures`.
pub fn link(_title: &Passage, _milestones: &[Milestone], _measures: &[Measure], _times: &[Time]) -> Vec<Target> {
    vec![]
}
