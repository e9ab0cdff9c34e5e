//! C008: a cell names a date outside its own period. Quarters, halves and years that look back are references and pass.
//! A festival shortly after the period may be one that it prepares for: that is said with the finding.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Period, Time, TimeValue};

use super::wording;
use crate::period_name;
use crate::readings::Case;

/// One finding per date. A schedule of a single deadline has no periods to fall outside of.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let outside = |time: &&Time| match time.at {
        At::Period(period) => misplaced(period, time.value) && !ends_with(period, time) && !close_by(period, time),
        _ => false,
    };
    commitment.times.iter().filter(outside).map(|t| finding(commitment, t)).collect()
}

fn misplaced(period: Period, value: TimeValue) -> bool {
    let dated = matches!(value, TimeValue::Date(_) | TimeValue::Month(..));
    let lone = matches!(period, Period::Day(_));
    let year = period.last_day().year();
    match value.days() {
        Some((first, last)) if dated && !lone && !period.is_of_no_year() => {
            let apart = last < period.first_day() || first > period.last_day();
            // an earlier year is a reference to what was done then
            apart && first.year() >= year
        }
        _ => false,
    }
}

/// 国庆节前 in a third quarter: the last day before it is the last of the period.
fn ends_with(period: Period, time: &Time) -> bool {
    matches!(time.value, TimeValue::Date(day) if time.before && (day - period.last_day()).get_days() == 1)
}

/// True for a deadline before a festival that lies a few days beside the period: 中秋节前 in a third quarter. Its day is another each
/// year, and what is due before it is due about the end of the period.
fn close_by(period: Period, time: &Time) -> bool {
    const FEW: i32 = 10;
    let TimeValue::Date(day) = time.value else { return false };
    let after = (day - period.last_day()).get_days();
    let before = (period.first_day() - day).get_days();
    time.before && is_named(time) && after.max(before) < FEW
}

/// A day called by its name and not by its number.
fn is_named(time: &Time) -> bool {
    !time.text.contains(|c: char| c.is_numeric() || c == '月')
}

/// How long before a festival its services begin, in days.
const PREPARATION: i32 = 31;

/// True for a day called by its name (清明节, not 4月5日) shortly after the period, unless something is due before it.
fn prepares(period: Period, time: &Time) -> bool {
    let TimeValue::Date(day) = time.value else { return false };
    let wait = (day - period.last_day()).get_days();
    !time.before && is_named(time) && (1..=PREPARATION).contains(&wait)
}

/// The day, with the document's own words where they name it otherwise: 清明节（4月4日）.
fn named(time: &Time) -> Text {
    let (day, words) = (period_name::of_time(time.value), time.text.trim());
    if words.contains(&day.zh) {
        return day;
    }
    Text::new(format!("{words}（{}）", day.zh), format!("{words} ({})", day.en))
}

fn finding(commitment: &Commitment, time: &Time) -> Diagnostic {
    let when = named(time);
    let early = match time.at {
        At::Period(p) => time.value.days().is_some_and(|(_, last)| last < p.first_day()),
        _ => false,
    };
    let preparing = matches!(time.at, At::Period(p) if prepares(p, time));
    let side = if early { Text::new("早于", "before") } else { Text::new("晚于", "after") };
    let finding = Diagnostic::new(
        &codes::DEADLINE_OUTSIDE_PERIOD,
        wording::of_cell(
            time.at,
            Text::new(
                format!("写到{}，{}本期", when.zh, side.zh),
                format!("names {}, {} the period", when.en, side.en),
            ),
        ),
    )
    .about(commitment.number, time.at)
    .label(time.place.first(), Text::new(format!("{}本期", side.zh), format!("{} the period", side.en)));
    finding.help(if preparing {
        Text::new(
            "如果本期只是为节日做准备，写成“节前准备”；节日当天的事移到后一期",
            "if this period only prepares for the festival, say so; move what is done at the festival to the next period",
        )
    } else {
        Text::new(
            "把这项内容移到日期所在的那一期，或改正日期",
            "move the deliverable to the period of its date, or correct the date",
        )
    })
}
