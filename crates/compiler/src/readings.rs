//! The words of every cell of a commitment, found once. Lowering, linking and checks ask here instead of looking through
//! a text again.

use std::cell::OnceCell;

use yinuo_model::{At, Commitment, Milestone, Passage};

use crate::counted::Objects;
use crate::syntax::clauses::Mark;
use crate::syntax::words::{CellId, Said, Words};

/// The words of the cells of one commitment.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    words: Words,
    title: CellId,
    body: Option<CellId>,
    /// In the order of the milestones.
    milestones: Vec<CellId>,
    /// The words of each measure's object, once they were asked.
    objects: OnceCell<Objects>,
}

/// The texts of a commitment with their words.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The commitment.
    pub commitment: &'a Commitment,
    readings: &'a Readings,
}

impl Readings {
    /// Reads the texts of a title, a body and the milestones. `marks` and the room of `words` may serve many commitments.
    pub fn of_texts<'t>(
        title: &'t str,
        body: Option<&'t str>,
        milestones: impl ExactSizeIterator<Item = &'t str> + Clone,
        marks: &mut Vec<Mark>,
        words: Words,
    ) -> Self {
        let texts = [title].into_iter().chain(body).chain(milestones.clone());
        let mut words = words.anew(texts.map(str::len).sum(), 2 + milestones.len());
        let title = words.read(title, marks);
        let body = body.map(|b| words.read(b, marks));
        let milestones = milestones.map(|m| words.read(m, marks)).collect();
        Self { words, title, body, milestones, objects: OnceCell::new() }
    }

    /// Reads the cells of a commitment again.
    pub fn of(commitment: &Commitment) -> Self {
        let body = commitment.body.as_ref().map(|b| b.text.as_str());
        let milestones = commitment.milestones.iter().map(|m| m.passage.text.as_str());
        Self::of_texts(&commitment.title.text, body, milestones, &mut vec![], Words::default())
    }

    /// The words, when nothing more is asked of the commitment.
    pub fn into_words(self) -> Words {
        self.words
    }

    /// What the title says, given its text.
    pub fn title<'a>(&'a self, text: &'a str) -> Said<'a> {
        Said::of(text, &self.words, self.title)
    }

    /// What the milestone with this index says, given its text.
    pub fn milestone<'a>(&'a self, index: usize, text: &'a str) -> Option<Said<'a>> {
        Some(Said::of(text, &self.words, *self.milestones.get(index)?))
    }
}

impl<'a> Case<'a> {
    /// A commitment with the readings of its cells.
    pub fn new(commitment: &'a Commitment, readings: &'a Readings) -> Self {
        Self { commitment, readings }
    }

    /// The words of each measure's object, as `counted` finds them; found only once.
    pub fn objects(self, find: impl FnOnce() -> Objects) -> &'a Objects {
        self.readings.objects.get_or_init(find)
    }

    /// What the title says.
    pub fn title(self) -> Said<'a> {
        self.readings.title(&self.commitment.title.text)
    }

    /// What the body says.
    pub fn body(self) -> Option<Said<'a>> {
        Some(Said::of(&self.commitment.body.as_ref()?.text, &self.readings.words, self.readings.body?))
    }

    /// Every milestone with what it says.
    pub fn milestones(self) -> impl DoubleEndedIterator<Item = (&'a yinuo_model::Milestone, Said<'a>)> {
        let words = self.commitment.milestones.iter().zip(&self.readings.milestones);
        words.map(move |(m, cell)| (m, Said::of(&m.passage.text, &self.readings.words, *cell)))
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

    /// Whether a clause of a period has a number of its own.
    pub fn counts(self, milestone: &Milestone, clause: Said) -> bool {
        let own = clause.range();
        let inside = |span| milestone.passage.range_of(span).is_some_and(|r| own.start <= r.start && r.end <= own.end);
        let here = self.commitment.measures.iter().filter(|m| m.at == At::Period(milestone.period));
        here.into_iter().any(|m| inside(m.place.first()))
    }

    /// A clause of a period after the time that it begins with: 全部完工 of 12月底前全部完工.
    pub fn after_time(self, milestone: &Milestone, clause: Said<'a>) -> Said<'a> {
        let (here, own, text) = (At::Period(milestone.period), clause.range(), clause.text());
        let times = self.commitment.times.iter().filter(|t| t.at == here);
        let places = times.filter_map(|t| milestone.passage.range_of(t.place.first()));
        let inside = places.filter(|r| own.start <= r.start && r.end <= own.end);
        let opens = inside.filter(|r| matches!(&text[..r.start - own.start], "" | "于" | "在" | "到" | "至"));
        let from = opens.map(|r| r.end - own.start).max().unwrap_or(0);
        let rest = text[from..].trim_start_matches(['底', '前', '，', ',']);
        clause.part(text.len() - rest.len()..text.len())
    }
}
