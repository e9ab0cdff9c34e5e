//! The words of every cell of a commitment, found once. Lowering, linking and checks ask here instead of looking through
//! a text again.

use std::cell::OnceCell;

use yinuo_model::{At, Commitment, Passage};

use crate::cell::Cell;
use crate::counted::Pair;
use crate::syntax::words::{Said, Words};

/// The words of the cells of one commitment.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    title: Words,
    body: Option<Words>,
    /// In the order of the milestones.
    milestones: Vec<Words>,
    /// The words of each measure's object, once they were asked.
    objects: OnceCell<Vec<Vec<Pair>>>,
}

/// The texts of a commitment with their words.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The commitment.
    pub commitment: &'a Commitment,
    readings: &'a Readings,
}

impl Readings {
    /// Reads the cells of a row: title, body, milestones.
    pub fn of_cells<'a>(title: &Cell, body: Option<&Cell>, milestones: impl Iterator<Item = &'a Cell>) -> Self {
        let mut marks = vec![];
        let mut read = |cell: &Cell| Words::read(cell.text(), &mut marks);
        Self {
            title: read(title),
            body: body.map(&mut read),
            milestones: milestones.map(read).collect(),
            ..Self::default()
        }
    }

    /// Reads the cells of a commitment again.
    pub fn of(commitment: &Commitment) -> Self {
        Self {
            title: Words::of(&commitment.title.text),
            body: commitment.body.as_ref().map(|b| Words::of(&b.text)),
            milestones: commitment.milestones.iter().map(|m| Words::of(&m.passage.text)).collect(),
            ..Self::default()
        }
    }

    /// What the title says, given its text.
    pub fn title<'a>(&'a self, text: &'a str) -> Said<'a> {
        Said::of(text, &self.title)
    }

    /// What the milestone with this index says, given its text.
    pub fn milestone<'a>(&'a self, index: usize, text: &'a str) -> Option<Said<'a>> {
        Some(Said::of(text, self.milestones.get(index)?))
    }
}

impl<'a> Case<'a> {
    /// A commitment with the readings of its cells.
    pub fn new(commitment: &'a Commitment, readings: &'a Readings) -> Self {
        Self { commitment, readings }
    }

    /// The words of each measure's object, as `counted` finds them; found only once.
    pub fn objects(self, find: impl FnOnce() -> Vec<Vec<Pair>>) -> &'a [Vec<Pair>] {
        self.readings.objects.get_or_init(find)
    }

    /// What the title says.
    pub fn title(self) -> Said<'a> {
        Said::of(&self.commitment.title.text, &self.readings.title)
    }

    /// What the body says.
    pub fn body(self) -> Option<Said<'a>> {
        Some(Said::of(&self.commitment.body.as_ref()?.text, self.readings.body.as_ref()?))
    }

    /// Every milestone with what it says.
    pub fn milestones(self) -> impl DoubleEndedIterator<Item = (&'a yinuo_model::Milestone, Said<'a>)> {
        let words = self.commitment.milestones.iter().zip(&self.readings.milestones);
        words.map(|(m, w)| (m, Said::of(&m.passage.text, w)))
    }

    /// Every cell in order: title, body, periods.
    pub fn cells(self) -> impl Iterator<Item = (At, &'a Passage, Said<'a>)> {
        let Commitment { title, body, .. } = self.commitment;
        let head = [(At::Title, Some(title), Some(self.title())), (At::Body, body.as_ref(), self.body())];
        let head = head.into_iter().filter_map(|(at, passage, said)| Some((at, passage?, said?)));
        head.chain(self.milestones().map(|(m, said)| (At::Period(m.period), &m.passage, said)))
    }

    /// The first cell at a place.
    pub fn cell(self, at: At) -> Option<(&'a Passage, Said<'a>)> {
        self.cells().find(|(here, ..)| *here == at).map(|(_, passage, said)| (passage, said))
    }
}
