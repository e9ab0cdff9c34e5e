//! C020: the promise of the year names a date after the year. A span of years is a programme and passes.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Plan, Time, TimeValue};

/// Needs the plan's year; looks at titles and bodies.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let Some(year) = plan.year else { return vec![] };
    let late = |t: &&Time| !matches!(t.at, At::Period(_)) && after(t.value, year);
    plan.commitments().flat_map(|(_, c)| c.times.iter().filter(late).map(move |t| finding(c, t, year))).collect()
}

fn after(value: TimeValue, year: i16) -> bool {
    let dated = matches!(value, TimeValue::Date(_) | TimeValue::Month(..) | TimeValue::Quarter(..));
    dated && value.days().is_some_and(|(first, _)| first.year() > year)
}

fn finding(commitment: &Commitment, time: &Time, year: i16) -> Diagnostic {
    let words = &time.text;
    Diagnostic::new(
        &codes::DEADLINE_AFTER_YEAR,
        Text::new(
            format!("{year}年的承诺写到“{words}”，年内无法完成"),
            format!("a promise for {year} names \"{words}\", which is after the year"),
        ),
    )
    .about(commitment.number, time.at)
    .label(time.place.first(), Text::new(format!("在{year}年之后"), format!("after {year}")))
    .help(Text::new(
        "写明年内做到哪一步，跨年的工期另作说明；或改正年份",
        "say what is reached within the year and keep the whole term as a remark, or correct the year",
    ))
}
