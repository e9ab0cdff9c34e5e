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
    let time = all().flat_map(|c| &c.times).find(|t| t.value.years().is_some_and(|(from, _)| from == NO_YEAR));
    let taken = plan.published.map(|day| day.year());
    // a heading or a deadline may name a year of its own
    let asks = |period: Period| [NO_YEAR, taken.unwrap_or(NO_YEAR)].contains(&period.first_day().year());
    let periods = all().flat_map(|c| &c.milestones).any(|m| asks(m.period));
    let said = time.map(|t| t.text.as_str());
    let note = match (periods, said, taken) {
        (false, None, _) => match several_years(plan) {
            Some(note) => note,
            None => return vec![],
        },
        (true, None, Some(y)) => Text::new(
            format!("各期暂按发布日期算作{y}年"),
            format!("periods were taken to be of {y}, when it was published"),
        ),
        (true, Some(time), Some(y)) => Text::new(
            format!("各期暂按发布日期算作{y}年；“{time}”这样的时限没有写是哪一年，无法核对"),
            format!(
                "periods were taken to be of {y}, when it was published; times such as \"{time}\" have no year and cannot be checked"
            ),
        ),
        (true, Some(time), None) => Text::new(
            format!("各期和“{time}”这样的时限没有写是哪一年，无法核对"),
            format!("periods, and times such as \"{time}\", have no year, so no deadline can be checked"),
        ),
        (true, None, None) => {
            Text::new("各期没有年份，时限无法核对", "periods have no year, so no deadline can be checked")
        }
        (false, Some(time), _) => Text::new(
            format!("“{time}”这样的时限没有写是哪一年，无法核对"),
            format!("times such as \"{time}\" have no year, so no deadline can be checked"),
        ),
    };
    let message = Text::new("文中没有写明清单的年份", "the document does not say which year the list is for");
    let help = Text::new(
        "在标题或开头写明年份，如“2026年”；也可以在上传时填写，命令行用 --year",
        "name the year in the title or at the beginning, such as 2026年, or give it on upload or with --year",
    );
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
