//! Targets: each measure promised for the year linked with the measures of the periods that make it up, and whether they
//! come to it. A commitment without a number of its own is measured by its last running total.

mod begun;
mod closing;
mod onward;
mod parts;
mod prepared;
mod progress;
mod resolve;
mod rhythm;

use std::cell::OnceCell;

use yinuo_model::{At, Measure, Mode, Target, Time};

use crate::counted::{self, Objects, Pair, Setting};
use crate::readings::Case;

use closing::Closing;
use resolve::Gate;

/// Everything the linking of one commitment looks at.
struct Scene<'a> {
    case: Case<'a>,
    measures: &'a [Measure],
    times: &'a [Time],
    settings: Vec<Option<Setting<'a>>>,
    /// The words of each measure's object as pairs of characters.
    objects: &'a Objects,
    /// What was asked of each measure.
    asked: Vec<Asked>,
    /// The clauses that complete all or the rest, once they were asked.
    closings: OnceCell<Vec<Closing>>,
}

/// What is looked for in the words of a measure only when it is asked, and kept.
#[derive(Clone, Default)]
struct Asked {
    /// The last two characters of its object.
    head: OnceCell<Option<Pair>>,
    /// How far its deliverable reaches.
    gate: OnceCell<Gate>,
}

impl<'a> Scene<'a> {
    fn new(case: Case<'a>) -> Self {
        let (measures, times) = (&case.commitment.measures, &case.commitment.times);
        let settings = counted::settings(case);
        let objects = case.objects(|| counted::objects(measures, &settings));
        let asked = vec![Asked::default(); measures.len()];
        Self { case, measures, times, settings, objects, asked, closings: OnceCell::new() }
    }

    /// The last two characters of a measure's object.
    fn head(&self, n: usize) -> Option<Pair> {
        *self.asked[n].head.get_or_init(|| counted::head(&self.measures[n], self.settings[n].as_ref()?))
    }

    /// True for a measure told as a part of another: 90座,其中新建20座.
    fn inside(&self, n: usize) -> bool {
        self.measures[n].part_of.is_some() || self.share(n).is_some()
    }

    /// What a measure is a share by.
    fn share(&self, n: usize) -> Option<&'a str> {
        self.settings[n].as_ref()?.share()
    }

    /// True for a measure of a period's cell.
    fn scheduled(&self, n: usize) -> bool {
        matches!(self.measures[n].at, At::Period(_))
    }
}

/// The most measures of a commitment that are linked. What has more is a text that was read as one commitment, whose numbers
/// nobody could link either; each is compared with all others.
const MOST_MEASURES: usize = 500;

/// Links the targets of a commitment. Indices are into its measures.
pub fn link(case: Case) -> Vec<Target> {
    if case.commitment.measures.len() > MOST_MEASURES {
        return vec![];
    }
    let scene = Scene::new(case);
    let measures = scene.measures;
    // where the money comes from divides a sum and promises nothing beside it
    let source = |m: &Measure| m.unit == "CNY" && m.part_of.is_some();
    let promised = |n: &usize| !scene.scheduled(*n) && measures[*n].mode == Mode::Annual && !source(&measures[*n]);
    let targets: Vec<usize> = (0..measures.len()).filter(promised).collect();
    if targets.is_empty() {
        let mut all = resolve::rates(&scene);
        if all.is_empty() {
            all = resolve::running_totals(&scene);
        }
        return all;
    }
    let shares = parts::assign(&scene, &targets);
    let mut all: Vec<Target> = targets.iter().flat_map(|t| resolve::target(&scene, *t, &targets, &shares)).collect();
    all.extend(resolve::rates(&scene));
    all.sort_by_key(|t| t.measure);
    all
}
