//! C005: nothing countable is promised and no end state that anyone could check.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Mode};

use super::wording;
use crate::readings::Case;
use crate::syntax::outcomes;

/// Reads title and body; numbers that stand only in the schedule are told, but do not make a promise.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let counted = |m: &yinuo_model::Measure| m.mode != Mode::Context && !matches!(m.at, At::Period(_));
    let promised = commitment.measures.iter().any(counted)
        || !commitment.targets.is_empty()
        || outcomes::promised(case.title()).is_some()
        || case.body().is_some_and(|body| outcomes::promised(body).is_some());
    let Some(span) = commitment.title.spans.first().filter(|_| !promised) else { return vec![] };
    let scheduled =
        commitment.measures.iter().filter(|m| matches!(m.at, At::Period(_)) && m.mode != Mode::Context).count();
    let name = wording::quoted(&commitment.short_title);
    let mut finding = Diagnostic::new(
        &codes::NO_MEASURABLE_TARGET,
        Text::new(
            format!("{}没有数量，也没有可以核对的完成状态", name.zh),
            format!("{} names no number and no state that could be checked", name.en),
        ),
    )
    .about(commitment.number, At::Title)
    .label(
        *span,
        Text::new("到年底怎样算完成，看不出来", "nothing here says what will be true at the end of the year"),
    );
    if scheduled > 0 {
        finding = finding.note(Text::new(
            format!("进度安排中有{scheduled}个数字，但没有写进承诺"),
            match scheduled {
                1 => "the schedule holds a number, but the promise does not".to_string(),
                _ => format!("the schedule holds {scheduled} numbers, but the promise does not"),
            },
        ));
    }
    vec![finding.help(Text::new(
        "写明做多少（如“惠及300人”），或写明做到什么状态（如“12月底前投入使用”）",
        "say how much (300 residents served) or what will be true (open to the public by the end of December)",
    ))]
}
