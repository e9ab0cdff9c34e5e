//! Periods as column headings, in the words that lists use and that are read back.

use yinuo_model::Period;

/// The heading of a period's column.
pub(crate) fn heading(period: Period) -> String {
    match period {
        Period::Quarter(_, q) => format!("第{}季度", ["一", "二", "三", "四"][(q - 1).clamp(0, 3) as usize]),
        Period::Half(_, 1) => "上半年".into(),
        Period::Half(..) => "下半年".into(),
        Period::Month(_, m) => format!("{m}月"),
        Period::Months((from, a), (to, b)) if from == to => format!("{a}-{b}月"),
        Period::Months((from, a), (to, b)) => format!("{from}年{a}月-{to}年{b}月"),
        Period::Year(_) => "全年".into(),
        Period::Day(day) => format!("{}月{}日", day.month(), day.day()),
    }
}
