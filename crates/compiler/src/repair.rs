//! A commitment read again after a person corrected something: a border between cells moved, or what a measure is said
//! otherwise. Everything else about the commitment stays as it was read.

use yinuo_diag::{Diagnostic, Span};
use yinuo_extract::Document;
use yinuo_model::{At, Bound, Commitment, Doubt, Mode, Passage, Plan};

use crate::cell::Cell;
use crate::layout::Row;
use crate::readings::{Case, Readings};
use crate::{checks, lower};

/// A correction of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// The right one of two neighbouring cells begins at this byte of the text.
    Border {
        /// The cell before the border.
        left: At,
        /// The cell after it.
        right: At,
        /// Where the right cell begins.
        to: usize,
    },
    /// The measure with this index says this about the year and is this kind of limit.
    Measure(usize, Mode, Bound),
}

/// A commitment after a repair, with what is to be said about it then.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// The commitment.
    pub commitment: Commitment,
    /// The findings about it.
    pub findings: Vec<Diagnostic>,
    /// The doubts about it.
    pub doubts: Vec<Doubt>,
}

/// Where the right one of two cells begins now. `None` when there are no such neighbours.
pub fn border(plan: &Plan, number: u32, left: At, right: At) -> Option<usize> {
    let (_, commitment) = plan.commitment(number)?;
    let order: Vec<At> = cells(commitment);
    let at = order.iter().position(|a| *a == left)?;
    let neighbours = order.get(at + 1) == Some(&right);
    let begin = passage(commitment, right)?.spans.first()?.start as usize;
    neighbours.then_some(begin)
}

/// Where a border that was moved to `to` stands in another reading of the same words. `None` when the two cells have not as
/// many bytes in both, or the border lies outside them.
pub fn border_elsewhere(before: &Commitment, now: &Commitment, left: At, right: At, to: usize) -> Option<usize> {
    let spans = |c: &Commitment| -> Option<Vec<Span>> {
        Some([passage(c, left)?, passage(c, right)?].into_iter().flat_map(|p| p.spans.clone()).collect())
    };
    let (old, new) = (spans(before)?, spans(now)?);
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    if length(&old) != length(&new) {
        return None;
    }
    let mut into = 0;
    let at = old.iter().find_map(|span| {
        let (start, end) = (span.start as usize, span.end as usize);
        let here = (start..end).contains(&to).then(|| into + to - start);
        into += span.len();
        here
    });
    let mut left_over = at?;
    new.iter().find_map(|span| {
        let here = (left_over < span.len()).then(|| span.start as usize + left_over);
        left_over = left_over.saturating_sub(span.len());
        here
    })
}

/// The words of a cell; none when the commitment has no such cell.
pub fn words(c: &Commitment, at: At) -> Option<&str> {
    passage(c, at).map(|p| p.text.as_str())
}

/// Reads the commitment with this number again. `document` is the text it was read from. `None` when the repair does not
/// fit: no such cells or measure, or a border outside the two cells.
pub fn repair(document: &Document, plan: &Plan, number: u32, repair: Repair) -> Option<Repaired> {
    let (_, before) = plan.commitment(number)?;
    let mut found = vec![];
    let commitment = match repair {
        Repair::Border { left, right, to } => {
            border(plan, number, left, right)?;
            let cells = moved(document, before, left, right, to)?;
            let mut desk = lower::Desk::default();
            let read = lower::commitment(row(document, before, &cells)?, plan.year, &mut desk)?;
            found.append(&mut desk.findings);
            let fresh = lower::commitment(row(document, before, &[])?, plan.year, &mut desk)?;
            let read = corrected_before(before, &fresh, read);
            Commitment { owners: before.owners.clone(), short_title: before.short_title.clone(), ..read }
        }
        Repair::Measure(index, mode, bound) => {
            let mut after = before.clone();
            let measure = after.measures.get_mut(index)?;
            (measure.mode, measure.bound) = (mode, bound);
            lower::relinked(after)
        }
    };
    let mut whole = plan.clone();
    let all = whole.categories.iter_mut().flat_map(|c| &mut c.commitments);
    all.filter(|c| c.number == number).for_each(|c| *c = commitment.clone());
    found.extend(checks::of_one(&whole, Case::new(&commitment, &Readings::of(&commitment))));
    Some(Repaired { doubts: lower::doubts_of(&commitment), findings: found, commitment })
}

/// The cells of a commitment in the order of the document.
pub fn cells(c: &Commitment) -> Vec<At> {
    let body = c.body.is_some().then_some(At::Body);
    [At::Title].into_iter().chain(body).chain(c.milestones.iter().map(|m| At::Period(m.period))).collect()
}

fn passage(c: &Commitment, at: At) -> Option<&Passage> {
    match at {
        At::Title => Some(&c.title),
        At::Body => c.body.as_ref(),
        At::Period(p) => c.milestones.iter().find(|m| m.period == p).map(|m| &m.passage),
    }
}

/// The words of two cells divided anew. Neither cell may become empty.
fn moved(document: &Document, c: &Commitment, left: At, right: At, to: usize) -> Option<[(At, Cell); 2]> {
    let source = document.text.as_str();
    let (mut a, mut b) = (Cell::default(), Cell::default());
    for (span, joint) in [passage(c, left)?, passage(c, right)?].into_iter().flat_map(pieces) {
        let (start, end) = (span.start as usize, span.end as usize);
        if to <= start {
            b.push(source, span, joint);
        } else if to >= end {
            a.push(source, span, joint);
        } else {
            source.is_char_boundary(to).then_some(())?;
            a.push(source, Span::new(start, to), joint);
            b.push(source, Span::new(to, end), "");
        }
    }
    let is_blank = |cell: &Cell| cell.text().trim().is_empty();
    (!is_blank(&a) && !is_blank(&b)).then_some([(left, a), (right, b)])
}

/// The row a commitment was read from, with some of its cells replaced.
fn row(document: &Document, c: &Commitment, replaced: &[(At, Cell)]) -> Option<Row> {
    let cell = |at: At| match replaced.iter().find(|(a, _)| *a == at) {
        Some((_, cell)) => Some(cell.clone()),
        None => passage(c, at).map(|p| as_cell(&document.text, p)),
    };
    Some(Row {
        number: c.number,
        label: c.label.clone(),
        title: cell(At::Title)?,
        body: cell(At::Body),
        owners: vec![],
        above: None,
        cells: c.milestones.iter().filter_map(|m| Some((m.period, cell(At::Period(m.period))?))).collect(),
        tasks: vec![],
    })
}

/// Lays over a new reading what a person had corrected before: the modes and bounds in which `before` differs from what is
/// read without any correction.
fn corrected_before(before: &Commitment, fresh: &Commitment, mut read: Commitment) -> Commitment {
    for said in &before.measures {
        let Some(plain) = fresh.measures.iter().find(|m| m.place == said.place) else { continue };
        for measure in read.measures.iter_mut().filter(|m| m.place == said.place) {
            if plain.mode != said.mode {
                measure.mode = said.mode;
            }
            if plain.bound != said.bound {
                measure.bound = said.bound;
            }
        }
    }
    lower::relinked(read)
}

/// The spans of a passage, each with what joins it to the one before.
fn pieces(passage: &Passage) -> Vec<(Span, &'static str)> {
    let mut at = 0;
    let mut all = vec![];
    for span in &passage.spans {
        let joint = if at > 0 && passage.text.get(at..).is_some_and(|rest| rest.starts_with('\n')) { "\n" } else { "" };
        at += joint.len() + span.len();
        all.push((*span, joint));
    }
    all
}

fn as_cell(source: &str, passage: &Passage) -> Cell {
    let mut cell = Cell::default();
    pieces(passage).into_iter().for_each(|(span, joint)| cell.push(source, span, joint));
    cell
}

#[cfg(test)]
mod tests {
    use yinuo_model::{Period, Relation};

    use super::*;
    use crate::{Compiled, Options, compile};

    const LIST: &str = "临溪区2026年民生实事\n\n序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n1\n\n新建候车亭12座。\n\n\
                        完成选址。完成设计。\n\n建成4座。\n\n建成4座。\n\n累计建成12座。\n\n";

    fn compiled() -> (Document, Compiled) {
        let document = yinuo_extract::read("list.txt", LIST.as_bytes()).unwrap();
        let compiled = compile(&document, &Options::default());
        (document, compiled)
    }

    fn quarter(n: i8) -> At {
        At::Period(Period::Quarter(2026, n))
    }

    #[test]
    fn a_border_moves_words_to_the_next_cell() {
        let (document, compiled) = compiled();
        let to = LIST.find("完成设计").unwrap();
        let (left, right) = (quarter(1), quarter(2));
        assert_eq!(border(&compiled.plan, 1, left, right), LIST.find("建成4座"));
        let after = repair(&document, &compiled.plan, 1, Repair::Border { left, right, to }).unwrap().commitment;
        let cells: Vec<&str> = after.milestones.iter().map(|m| m.passage.text.as_str()).collect();
        assert_eq!(cells[0], "完成选址。");
        assert!(cells[1].starts_with("完成设计。") && cells[1].ends_with("建成4座。"), "{cells:?}");
        assert_eq!(after.milestones[1].steps.len(), 2);
        assert_eq!(after.measures.len(), compiled.plan.commitment(1).unwrap().1.measures.len());
    }

    #[test]
    fn a_border_outside_the_two_cells_is_refused() {
        let (document, compiled) = compiled();
        for to in [0, LIST.find("完成选址").unwrap(), LIST.len() + 7, LIST.find("选址").unwrap() + 1] {
            let border = Repair::Border { left: quarter(1), right: quarter(2), to };
            assert_eq!(repair(&document, &compiled.plan, 1, border), None, "{to}");
        }
        let apart = Repair::Border { left: quarter(1), right: quarter(3), to: 200 };
        assert_eq!(repair(&document, &compiled.plan, 1, apart), None);
        assert_eq!(repair(&document, &compiled.plan, 9, Repair::Measure(0, Mode::Rate, Bound::Exact)), None);
    }

    #[test]
    fn a_mode_changes_what_a_target_is_made_of() {
        let (document, compiled) = compiled();
        let (_, before) = compiled.plan.commitment(1).unwrap();
        let last = before.measures.len() - 1;
        let to = Repair::Measure(last, Mode::Period, before.measures[last].bound);
        let after = repair(&document, &compiled.plan, 1, to).unwrap();
        assert_eq!(before.targets[0].relation, Relation::LastCumulative);
        assert_ne!(after.commitment.targets, before.targets);
        assert_eq!(after.commitment.measures[last].mode, Mode::Period);
    }
}
