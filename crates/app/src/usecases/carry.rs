//! What was corrected in the present edition, taken over into a new one where the words it rests on are unchanged. What
//! fits is read again with the new document; what does not stays behind, with the reason. Records nothing.

use std::collections::HashMap;

use jiff::civil::Date;
use yinuo_compiler::repair::{self, Repair};
use yinuo_diag::Diagnostic;
use yinuo_ledger::body::{Change, Corrected};
use yinuo_ledger::edition::Diff;
use yinuo_ledger::{After, Carry, CommitmentId, EntryId, Fact, Finding, MeasureId, Reading, Spot, State};
use yinuo_model::{At, Commitment, Plan};

use crate::Edition;

/// What a new edition takes over from the present one, and what it does not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Carrying {
    /// Corrections and dismissals that hold in the new edition as well.
    pub carried: Vec<Carry>,
    /// Those that stay behind.
    pub behind: Vec<(EntryId, Why)>,
    /// Assignments, by the commitment of the present edition. They go with the commitment, as the mapping of editions says.
    pub assigned: Vec<(CommitmentId, Assignment)>,
}

/// Why something stays behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The new list has no such commitment.
    Dropped,
    /// The words of this cell are others now.
    Reworded(At),
    /// The new list is read so without it.
    AlreadySo,
    /// The new list is read otherwise than the correction found it.
    ReadOtherwise,
    /// Nothing of the kind is found in the new list.
    NotFound,
}

/// What becomes of an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignment {
    /// It goes on.
    GoesOn,
    /// It goes on, but the list names other owners now.
    OthersNamed,
    /// Its commitment was dropped.
    Dropped,
}

/// What of `present` can be taken over into the document that was read to `new`.
pub fn carrying(state: &State, present: EntryId, new: &Edition, day: Date) -> Carrying {
    let Some(adopted) = state.edition(present) else { return Carrying::default() };
    let plan = &new.compiled.plan;
    let diff = Diff::of(&adopted.said.plan, plan);
    let pairs = diff.rows.iter().filter_map(|r| Some((adopted.said.ids.get(r.old?.index)?.id, r.new?.index)));
    let mut reader =
        Reader { state, new, plan: plan.clone(), findings: new.compiled.findings.clone(), places: pairs.collect() };
    let mut outcome = Carrying::default();
    let mut note = |entry, result: Result<(Spot, Vec<After<usize>>), Why>| match result {
        Ok((spot, rereads)) => outcome.carried.push(Carry { from: entry, spot, rereads }),
        Err(why) => outcome.behind.push((entry, why)),
    };
    for fact in state.corrections_of(present).filter(|fact| !fact.said.rereads.is_empty()) {
        note(fact.entry, reader.correction(fact));
    }
    let reading = state.reading(present);
    for (reading, finding) in reading.iter().flat_map(|r| r.findings.iter().map(move |f| (r, f))) {
        let by = reading.dismissed.get(&finding.id);
        by.into_iter().for_each(|by| note(*by, reader.dismissal(reading, finding)));
    }
    for row in &diff.rows {
        let Some(id) = row.old.and_then(|p| adopted.said.ids.get(p.index)).map(|ids| ids.id) else { continue };
        let becomes = match (row.new, &row.owners) {
            (None, _) => Assignment::Dropped,
            (Some(_), Some(_)) => Assignment::OthersNamed,
            (Some(_), None) => Assignment::GoesOn,
        };
        if !state.holders(id, day).is_empty() {
            outcome.assigned.push((id, becomes));
        }
    }
    outcome
}

/// The new plan as it is read with what was taken over so far.
struct Reader<'a> {
    state: &'a State,
    new: &'a Edition,
    plan: Plan,
    findings: Vec<Diagnostic>,
    /// Commitments of the present edition to their index in the new plan.
    places: HashMap<CommitmentId, usize>,
}

impl Reader<'_> {
    /// A correction of a commitment's reading, done again in the new plan.
    fn correction(&mut self, fact: &Fact<Corrected>) -> Result<(Spot, Vec<After<usize>>), Why> {
        let id = fact.said.rereads.first().map(|r| r.ids.id).ok_or(Why::NotFound)?;
        let index = *self.places.get(&id).ok_or(Why::Dropped)?;
        let (before, ids) = self.state.before(fact, id).ok_or(Why::NotFound)?;
        let now = self.plan.commitments().nth(index).map(|(_, c)| c.clone()).ok_or(Why::Dropped)?;
        let place = |measure: MeasureId| ids.measures.iter().position(|m| *m == measure).ok_or(Why::NotFound);
        let (spot, repair) = match &fact.said.change {
            Change::Border { left, right, to, .. } => border(&self.plan, before, &now, (*left, *right), *to, index)?,
            change @ (Change::Mode { measure, .. }
            | Change::Bound { measure, .. }
            | Change::Measure { measure, .. }) => measure_of(before, place(*measure)?, &now, change, index)?,
            // What headings mean is said again with each document.
            Change::Column { .. } | Change::Dismissed { .. } => return Err(Why::NotFound),
        };
        let read = repair::repair(&self.new.document, &self.plan, now.number, repair).ok_or(Why::NotFound)?;
        let all = self.plan.categories.iter_mut().flat_map(|c| &mut c.commitments);
        all.filter(|c| c.number == now.number).for_each(|c| *c = read.commitment.clone());
        self.findings.retain(|d| d.commitment != Some(now.number));
        self.findings.extend(read.findings.iter().cloned());
        let after = After { id: index, commitment: read.commitment, findings: read.findings, doubts: read.doubts };
        Ok((spot, vec![after]))
    }

    /// A finding that was dismissed: the same words in the same cell, and the same said of them.
    fn dismissal(&mut self, old: &Reading, finding: &Finding) -> Result<(Spot, Vec<After<usize>>), Why> {
        let said = &finding.said;
        let mut number = None;
        if let Some(old_number) = said.commitment {
            let (before, ids) = old.commitments().find(|(c, _)| c.number == old_number).ok_or(Why::Dropped)?;
            let index = *self.places.get(&ids.id).ok_or(Why::Dropped)?;
            let (_, now) = self.plan.commitments().nth(index).ok_or(Why::Dropped)?;
            let at: Option<At> = said.at.as_ref().and_then(|at| at.parse().ok());
            let cells = at.map_or_else(|| repair::cells(before), |at| vec![at]);
            cells.into_iter().try_for_each(|cell| unchanged(before, now, cell))?;
            number = Some(now.number);
        }
        let same = |d: &Diagnostic| {
            d.code.id == said.code.id && d.commitment == number && d.at == said.at && d.message == said.message
        };
        let found = self.findings.iter().position(same).ok_or(Why::NotFound)?;
        Ok((Spot::Finding(Box::new(self.findings.remove(found))), vec![]))
    }
}

/// A border that was moved, in the new plan.
fn border(
    plan: &Plan,
    before: &Commitment,
    now: &Commitment,
    (left, right): (At, At),
    to: u32,
    index: usize,
) -> Result<(Spot, Repair), Why> {
    unchanged(before, now, left)?;
    unchanged(before, now, right)?;
    let to = repair::border_elsewhere(before, now, left, right, to as usize).ok_or(Why::NotFound)?;
    let from = repair::border(plan, now.number, left, right).ok_or(Why::NotFound)?;
    if from == to {
        return Err(Why::AlreadySo);
    }
    let spot = Spot::Border { commitment: index, from: from as u32, to: to as u32 };
    Ok((spot, Repair::Border { left, right, to }))
}

/// A measure that was read otherwise, in the new plan: the one at the same place among those of the same cell.
fn measure_of(
    before: &Commitment,
    place: usize,
    now: &Commitment,
    change: &Change,
    index: usize,
) -> Result<(Spot, Repair), Why> {
    let old = before.measures.get(place).ok_or(Why::NotFound)?;
    unchanged(before, now, old.at)?;
    let nth = before.measures[..place].iter().filter(|m| m.at == old.at).count();
    let found = now.measures.iter().enumerate().filter(|(_, m)| m.at == old.at).nth(nth);
    let (measure, read) = found.filter(|(_, m)| m.text == old.text).ok_or(Why::NotFound)?;
    let (from, to) = match change {
        Change::Mode { from, to, .. } => ((*from, read.bound), (*to, read.bound)),
        Change::Bound { from, to, .. } => ((read.mode, *from), (read.mode, *to)),
        Change::Measure { mode, bound, .. } => ((mode.0, bound.0), (mode.1, bound.1)),
        Change::Border { .. } | Change::Column { .. } | Change::Dismissed { .. } => return Err(Why::NotFound),
    };
    match (read.mode, read.bound) {
        is if is == to => Err(Why::AlreadySo),
        is if is != from => Err(Why::ReadOtherwise),
        _ => Ok((Spot::Measure { commitment: index, measure }, Repair::Measure(measure, to.0, to.1))),
    }
}

/// Refuses when a cell has other words now.
fn unchanged(before: &Commitment, now: &Commitment, cell: At) -> Result<(), Why> {
    if repair::words(before, cell) == repair::words(now, cell) { Ok(()) } else { Err(Why::Reworded(cell)) }
}
