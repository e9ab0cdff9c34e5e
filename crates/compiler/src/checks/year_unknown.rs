//! L007: the document does not say which year its periods and times are of. Adds no year and takes none away.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{NO_YEAR, Period, Plan};

/// One finding where a period or a time asks for a year that nothing in the document names. Periods take the year of
/// publication, where that is known; other times do not.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    if plan.year.is_some() {
        return vec![];
    }
    let all = || plan.commitments().map(|(_, c)| c);
    let times = all().flat_map(|c| &c.times).any(|t| t.value.years().is_some_and(|(from, _)| from == NO_YEAR));
    let taken = plan.published.map(|day| day.year());
    // a heading or a deadline may name a year of its own
    let asks = |period: Period| [NO_YEAR, taken.unwrap_or(NO_YEAR)].contains(&period.first_day().year());
    let periods = all().flat_map(|c| &c.milestones).any(|m| asks(m.period));
    let note = match (periods, times, taken) {
        (false, false, _) => match several_years(plan) {
            Some(note) => note,
            None => return vec![],
        },
        (true, false, Some(y)) => Text::new(
            format!("各期暂按发布日期算作{y}年"),
            format!("periods were taken to be of {y}, when it was published"),
        ),
        (true, true, Some(y)) => Text::new(
            format!("各期暂按发布日期算作{y}年；文中的时限没有年份，无法核对"),
            format!(
                "periods were taken to be of {y}, when it was published; times in the text have no year and cannot be checked"
            ),
        ),
        (true, true, None) => Text::new(
            "各期和文中的时限没有年份，无法核对",
            "periods and times in the text have no year, so no deadline can be checked",
        ),
        (true, false, None) => {
            Text::new("各期没有年份，时限无法核对", "periods have no year, so no deadline can be checked")
        }
        (false, true, _) => {
            Text::new("文中的时限没有年份，无法核对", "times in the text have no year, so no deadline can be checked")
        }
    };
    let message = Text::new("文中没有写明清单的年份", "the document does not say which year the list is for");
    let help = Text::new("在标题中写明年份，或用 --year 指定", "name the year in the title, or give it with --year");
    vec![Diagnostic::new(&codes::YEAR_UNKNOWN, message).note(note).help(help)]
}

/// What is said of periods that all name their years, which differ.
fn several_years(plan: &Plan) -> Option<Text> {
    let mut years: Vec<i16> =
        plan.commitments().flat_map(|(_, c)| &c.milestones).map(|m| m.period.first_day().year()).collect();
    years.sort_unstable();
    let (first, last) = (years.first()?, years.last().filter(|last| years.first() != Some(last))?);
    Some(Text::new(
        format!("各期的时限从{first}年到{last}年都有，看不出是哪一年的清单"),
        format!("its deadlines are of {first} to {last}, so it is not plain which year the list is for"),
    ))
}
