//! C017: what follows 其中 is more than the whole before it. Parts in another unit are not compared.

use std::ops::Range;

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure, Mode, Passage};

use super::wording;
use crate::readings::Case;
use crate::syntax::remainder::AMONG;
use crate::syntax::verbs;
use crate::syntax::words::Said;

/// Looks at every 其中 of every cell.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let among = case.cells().flat_map(|(at, passage, said)| {
        AMONG.find(said).filter_map(move |(here, ())| finding(commitment, at, (passage, said), here))
    });
    among.collect()
}

fn finding(commitment: &Commitment, at: At, cell: (&Passage, Said), among: Range<usize>) -> Option<Diagnostic> {
    let ((passage, said), here) = (cell, among.start);
    let counted = |m: &&Measure| {
        m.at == at && !matches!(m.mode, Mode::Context | Mode::Rate) && !matches!(m.unit.as_str(), "%" | "pp")
    };
    let placed: Vec<(Range<usize>, &Measure)> = commitment
        .measures
        .iter()
        .filter(counted)
        .filter_map(|m| Some((passage.range_of(m.place.first())?, m)))
        .collect();
    let sentence = said.deliverable_at(&among)?.range();
    let within = |r: &Range<usize>| sentence.start <= r.start && r.end <= sentence.end;
    let (_, whole) = placed.iter().rev().find(|(r, _)| r.end <= here && within(r))?;
    let end = end_of_parts(said.part(here..sentence.end), here, sentence.end);
    let parts: Vec<&Measure> = placed
        .iter()
        .filter(|(r, m)| r.start > here && r.end <= end && m.unit == whole.unit)
        .map(|(_, m)| *m)
        .collect();
    let total = parts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.value.lower()))?;
    if parts.is_empty() || total <= whole.value.upper() {
        return None;
    }
    Some(diagnostic(commitment, at, whole, &parts, total))
}

/// The parts end where a clause begins with a verb: that is a promise of its own.
fn end_of_parts(later: Said, here: usize, end: usize) -> usize {
    let mut later = later.clauses().filter(|c| c.range().start > here);
    later.find(|c| verbs::VERBS.prefix(c.text()).is_some()).map_or(end, |c| c.range().start)
}

fn diagnostic(commitment: &Commitment, at: At, whole: &Measure, parts: &[&Measure], total: Decimal) -> Diagnostic {
    let (sum, all) = (wording::amount(total, &whole.unit), wording::amount(whole.value.upper(), &whole.unit));
    let mut finding = Diagnostic::new(
        &codes::PART_EXCEEDS_WHOLE,
        wording::of_cell(
            at,
            Text::new(
                format!("“其中”各部分合计{sum}，超过整体{all}"),
                format!("the parts come to {sum}, more than the whole of {all}"),
            ),
        ),
    )
    .about(commitment.number, at);
    for part in parts {
        finding = finding.label(part.place.first(), Text::new("部分", "a part"));
    }
    finding.label(whole.place.first(), Text::new("整体", "the whole")).help(Text::new(
        "核对整体和各部分；各部分有交叉的，写明“有交叉”",
        "check the whole and its parts; if the parts overlap, say so",
    ))
}
