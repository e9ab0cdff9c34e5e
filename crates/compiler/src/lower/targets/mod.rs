//! Targets: each measure promised for the year linked with the measures of the periods that make it up, and whether they
//! come to it. A commitment without a number of its own is measured by its last running total.

mod parts;
mod progress;
mod resolve;

use std::cell::OnceCell;

use yinuo_model::{At, Measure, Milestone, Mode, Passage, Target, Time};

use crate::counted::{self, Setting};

use resolve::Gate;

/// Everything the linking of one commitment looks at.
struct Scene<'a> {
    title: &'a Passage,
    body: Option<&'a Passage>,
    milestones: &'a [Milestone],
    measures: &'a [Measure],
    times: &'a [Time],
    settings: Vec<Option<Setting<'a>>>,
    /// The words of each measure's object as pairs of characters.
    objects: Vec<Vec<(char, char)>>,
    /// The last two characters of each measure's object.
    heads: Vec<Option<(char, char)>>,
    /// How far the deliverable of each measure reaches, once it was asked.
    gates: Vec<OnceCell<Gate>>,
}

impl<'a> Scene<'a> {
    fn new(
        title: &'a Passage,
        body: Option<&'a Passage>,
        milestones: &'a [Milestone],
        measures: &'a [Measure],
        times: &'a [Time],
    ) -> Self {
        let settings = counted::settings(measures, title, body, milestones);
        let objects = counted::objects(measures, &settings);
        let heads = measures.iter().zip(&settings).map(|(m, s)| counted::head(m, s.as_ref()?)).collect();
        let gates = vec![OnceCell::new(); measures.len()];
        Self { title, body, milestones, measures, times, settings, objects, heads, gates }
    }

    /// The text of a cell.
    fn passage(&self, at: At) -> Option<&'a Passage> {
        match at {
            At::Title => Some(self.title),
            At::Body => self.body,
            At::Period(p) => self.milestones.iter().find(|m| m.period == p).map(|m| &m.passage),
        }
    }

    /// True for a measure of a period's cell.
    fn scheduled(&self, n: usize) -> bool {
        matches!(self.measures[n].at, At::Period(_))
    }
}

/// Links the targets of a commitment. Indices are into `measures`.
pub fn link(
    title: &Passage,
    body: Option<&Passage>,
    milestones: &[Milestone],
    measures: &[Measure],
    times: &[Time],
) -> Vec<Target> {
    let scene = Scene::new(title, body, milestones, measures, times);
    let promised = |n: &usize| !scene.scheduled(*n) && measures[*n].mode == Mode::Annual;
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
