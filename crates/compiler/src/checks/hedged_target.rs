//! C010: the promise itself is hedged. 以上 and 余 are decidable and pass.

use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{At, Bound, Mode, Passage};

use super::{cells, wording};
use crate::readings::Case;
use crate::syntax::hedges;
use crate::syntax::words::Said;

/// One finding per commitment, on the first hedge of the title or body.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let mut promise = case.cells().take_while(|(at, ..)| cells::is_promise(*at));
    let word = promise.find_map(|(at, passage, said)| Some((at, hedge(passage, said)?)));
    let number = || {
        let about = |m: &&yinuo_model::Measure| {
            m.bound == Bound::About && matches!(m.mode, Mode::Annual | Mode::Rate) && !matches!(m.at, At::Period(_))
        };
        commitment.measures.iter().find(about).map(|m| (m.at, (m.place.first(), wording::promised(m).zh)))
    };
    let Some((at, (span, words))) = word.or_else(number) else { return vec![] };
    vec![
        Diagnostic::new(
            &codes::HEDGED_TARGET,
            Text::new(format!("承诺带有“{words}”，留有余地"), format!("the promise is hedged by \"{words}\"")),
        )
        .about(commitment.number, at)
        .label(span, Text::new("没做到也说得过去", "missing it would still keep the promise"))
        .help(Text::new(
            "能定的写成确定的数量和时间；确实定不了的，写清取决于什么、何时能定",
            "state a definite number and date; where that is impossible, say what it depends on and when it will be known",
        )),
    ]
}

fn hedge(passage: &Passage, said: Said) -> Option<(Span, String)> {
    let range = hedges::first(said)?;
    let words = passage.text[range.clone()].to_string();
    Some((wording::place(passage, range), words))
}
