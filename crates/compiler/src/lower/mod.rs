//! The outline's cells read into the nouns of the model. One file for each kind of thing that is read.

mod actor;
mod agreement;
mod doers;
mod doubts;
mod durations;
mod first_leads;
mod interim;
mod kind;
mod leaders;
mod measures;
mod modes;
mod names;
mod owners;
mod short_title;
mod sources;
mod steps;
mod tabulated;
mod targets;
mod wholes;

use yinuo_diag::Diagnostic;
use yinuo_extract::Document;
use yinuo_model::{At, Category, Commitment, Doubt, Measure, Milestone, Period, Plan, Source, Step, Time};

use crate::cell::Cell;
use crate::layout::{Group, Outline, Row};
use crate::readings::{Case, Readings};
use crate::shares::Crew;
use crate::syntax::Folded;
use crate::syntax::clauses::Mark;
use crate::syntax::words::Words;

/// What lowering gives.
pub struct Lowered {
    /// The plan.
    pub plan: Plan,
    /// What is to be said of how it was read.
    pub findings: Vec<Diagnostic>,
    /// What was said of each commitment while its words were at hand, in the order of the plan.
    pub checked: Vec<Diagnostic>,
    /// Readings that were a choice, the closest first.
    pub doubts: Vec<Doubt>,
}

/// Lowers an outline to a plan, by some threads. `check` looks at each commitment as soon as it is read, so that the words
/// found in it need not be kept.
pub fn plan(
    document: &Document,
    outline: Outline,
    crew: &Crew,
    check: impl Fn(&[Case]) -> Vec<Diagnostic> + Sync,
) -> Lowered {
    let Outline { title, jurisdiction, year, published, declared, groups, mut doubts, .. } = outline;
    let (mut categories, mut counts, mut rows) = (vec![], vec![], vec![]);
    for (n, Group { name, declared_items, rows: own }) in groups.into_iter().enumerate() {
        categories.push(Category { ordinal: n as u32 + 1, name, declared_items, commitments: vec![] });
        counts.push(own.len());
        rows.extend(own);
    }
    let bytes = |row: &Row| {
        let cells = std::iter::once(&row.title).chain(&row.body).chain(row.cells.iter().map(|(_, cell)| cell));
        cells.map(|cell| cell.text().len()).sum()
    };
    let shares = crew.in_order(rows, bytes, |desk, rows| Share::read(desk, rows, year, &check));
    let (mut findings, mut checked) = (vec![], vec![]);
    let mut commitments = shares.into_iter().flat_map(|share| {
        findings.extend(share.findings);
        checked.extend(share.checked);
        doubts.extend(share.doubts);
        share.commitments
    });
    for (category, count) in categories.iter_mut().zip(counts) {
        category.commitments = commitments.by_ref().take(count).collect();
    }
    drop(commitments);
    first_leads::give(document, &mut categories);
    let source = Source {
        name: document.name.clone(),
        sha256: document.sha256.clone(),
        media_type: document.media_type.into(),
        encoding: document.encoding.into(),
    };
    let plan = Plan { title, jurisdiction, year, published, source, declared, categories };
    doubts.sort_by_key(|d| (std::cmp::Reverse(d.closeness), d.commitment));
    Lowered { plan, findings, checked, doubts }
}

/// What was read of rows that follow each other.
struct Share {
    commitments: Vec<Commitment>,
    findings: Vec<Diagnostic>,
    checked: Vec<Diagnostic>,
    doubts: Vec<Doubt>,
}

impl Share {
    fn read(desk: &mut Desk, rows: Vec<Row>, year: Option<i16>, check: impl Fn(&[Case]) -> Vec<Diagnostic>) -> Self {
        let read = commitments(rows, year, desk);
        let checked = check(&read.iter().map(|(commitment, words)| Case::new(commitment, words)).collect::<Vec<_>>());
        let doubts = read.iter().flat_map(|(commitment, _)| doubts::of(commitment)).collect();
        let (commitments, readings): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        desk.words.extend(readings.into_iter().map(Readings::into_words));
        Share { commitments, findings: std::mem::take(&mut desk.findings), checked, doubts }
    }
}

/// The commitment with its targets linked anew, after something about its measures was corrected.
pub fn relinked(c: Commitment) -> Commitment {
    let targets = targets::link(Case::new(&c, &Readings::of(&c)));
    Commitment { targets, ..c }
}

/// The doubts about what a commitment's words mean.
pub fn doubts_of(c: &Commitment) -> Vec<Doubt> {
    doubts::of(c)
}

/// The cells of a row with their places in the commitment: title, body, then the periods.
fn cells(row: &Row) -> Vec<(At, &Cell)> {
    let mut all = Vec::with_capacity(2 + row.cells.len());
    all.push((At::Title, &row.title));
    all.extend(row.body.iter().map(|b| (At::Body, b)));
    all.extend(row.cells.iter().map(|(p, c)| (At::Period(*p), c)));
    all
}

/// What reading a row needs again and again.
#[derive(Default)]
pub struct Desk {
    folded: Folded,
    marks: Vec<Mark>,
    /// Room for the words of rows.
    words: Vec<Words>,
    /// What is to be said about the rows.
    pub findings: Vec<Diagnostic>,
}

/// The commitment that one row makes.
pub fn commitment(row: Row, year: Option<i16>, desk: &mut Desk) -> Option<Commitment> {
    Some(commitments(vec![row], year, desk).pop()?.0)
}

/// A row on its way to a commitment.
struct Draft {
    row: Row,
    measures: Vec<Measure>,
    times: Vec<Time>,
    readings: Readings,
}

/// Reads rows, with the words of each. What is to be said about them is put on the desk. Each stage goes through all rows before
/// the next begins: the instructions of one stage stay near the processor, those of all do not.
pub fn commitments(rows: Vec<Row>, year: Option<i16>, desk: &mut Desk) -> Vec<(Commitment, Readings)> {
    let mut drafts: Vec<Draft> = rows.into_iter().map(|row| Draft::of(row, year, desk)).collect();
    drafts.iter_mut().for_each(|draft| draft.settle_modes(year));
    drafts.iter_mut().for_each(|draft| draft.find_words(desk));
    let mut made: Vec<_> = drafts.into_iter().map(Draft::commitment).collect();
    for (commitment, readings) in &mut made {
        commitment.targets = targets::link(Case::new(commitment, readings));
        agreement::of(&mut commitment.measures, &commitment.targets);
    }
    made
}

impl Draft {
    /// A row with its quantities.
    fn of(row: Row, year: Option<i16>, desk: &mut Desk) -> Self {
        let (measures, times) = measures::read(row.number, &cells(&row), year, &mut desk.folded, &mut desk.findings);
        Self { row, measures, times, readings: Readings::default() }
    }

    fn settle_modes(&mut self, year: Option<i16>) {
        let cells = cells(&self.row);
        modes::assign(&cells, &mut self.measures, &self.times, year);
        wholes::find(&cells, &mut self.measures);
    }

    fn find_words(&mut self, desk: &mut Desk) {
        let row = &self.row;
        let (body, milestones) = (row.body.as_ref().map(Cell::text), row.cells.iter().map(|(_, c)| c.text()));
        let words = desk.words.pop().unwrap_or_default();
        self.readings = Readings::of_texts(row.title.text(), body, milestones, &mut desk.marks, words);
    }

    /// The commitment without its targets.
    fn commitment(self) -> (Commitment, Readings) {
        let Self { row, measures, times, readings } = self;
        let kind = kind::of(readings.title(row.title.text()));
        let step = |(n, (period, cell)): (usize, &(Period, Cell))| {
            let said = readings.milestone(n, cell.text());
            said.map_or_else(Vec::new, |said| steps::read(cell, said, At::Period(*period), &times, kind))
        };
        let mut steps: Vec<Vec<Step>> = row.cells.iter().enumerate().map(step).collect();
        doers::give(&row.tasks, &mut steps);
        let short_title = short_title::of(readings.title(row.title.text()));
        let owners = owners::read(&cells(&row), &row.owners, row.above.as_ref());
        let milestones = row.cells.into_iter().zip(steps);
        let commitment = Commitment {
            number: row.number,
            label: row.label,
            short_title,
            title: row.title.into_passage(),
            body: row.body.map(Cell::into_passage),
            kind,
            owners,
            milestones: milestones
                .map(|((period, cell), steps)| Milestone { period, passage: cell.into_passage(), steps })
                .collect(),
            measures,
            times,
            targets: vec![],
        };
        (commitment, readings)
    }
}
