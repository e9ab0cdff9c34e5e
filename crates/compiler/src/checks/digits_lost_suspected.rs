//! C022: a month or day too large to be one, as if a mark between its digits was lost: 19月 for 1—9月, 1031日 for 10月31日.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Passage};

use super::wording;
use crate::readings::Case;
use crate::syntax::lost_digits::{self, Suspect};

/// Looks at every cell.
pub fn check(case: Case) -> Vec<Diagnostic> {
    case.cells()
        .flat_map(|(at, passage, said)| lost_digits::suspects(said).into_iter().map(move |s| (at, passage, s)))
        .map(|(at, passage, suspect)| finding(case.commitment.number, at, passage, suspect))
        .collect()
}

fn finding(number: u32, at: At, passage: &Passage, suspect: Suspect) -> Diagnostic {
    let words = passage.text[suspect.range.clone()].to_string();
    let likely = suspect.likely;
    Diagnostic::new(
        &codes::DIGITS_LOST_SUSPECTED,
        wording::of_cell(
            at,
            Text::new(
                format!("“{words}”可能丢了字或符号，原来或许是“{likely}”"),
                format!("\"{words}\" may have lost a mark or character; perhaps it was \"{likely}\""),
            ),
        ),
    )
    .about(number, at)
    .label(wording::place(passage, suspect.range), Text::new("日历上没有", "the calendar has none"))
    .help(Text::new("对照原文补上丢失的字或符号", "compare with the original and put back what was lost"))
}
