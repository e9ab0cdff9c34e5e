//! Periods and days as people name them, in both languages. Findings of layout and of the checks both take them from here;
//! says nothing of what stands in a period.

use jiff::civil::Date;
use yinuo_diag::Text;
use yinuo_model::{NO_YEAR, Period, TimeValue};

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// A period as people name it.
pub fn of(period: Period) -> Text {
    match period {
        Period::Quarter(_, q) => {
            let (zh, en) =
                [("一", "first"), ("二", "second"), ("三", "third"), ("四", "fourth")][(q.clamp(1, 4) - 1) as usize];
            Text::new(["第", zh, "季度"].concat(), ["the ", en, " quarter"].concat())
        }
        Period::Month(_, m) => month(m),
        Period::Months((_, a), (_, b)) => {
            Text::new(format!("{a}至{b}月"), format!("{} to {}", month(a).en, month(b).en))
        }
        Period::Half(_, 1) => Text::new("上半年", "the first half"),
        Period::Half(..) => Text::new("下半年", "the second half"),
        Period::Year(NO_YEAR) => Text::new("全年", "the year"),
        Period::Year(y) => Text::new(format!("{y}年"), format!("{y}")),
        Period::Day(d) => day(d),
    }
}

/// A date or month as people name it.
pub fn of_time(value: TimeValue) -> Text {
    match value {
        TimeValue::Date(d) => day(d),
        TimeValue::Month(_, m) => month(m),
        other => Text::new(other.to_string(), other.to_string()),
    }
}

fn month(m: i8) -> Text {
    Text::new(format!("{m}月"), MONTHS[(m.clamp(1, 12) - 1) as usize])
}

fn day(d: Date) -> Text {
    let month = month(d.month());
    Text::new(format!("{}{}日", month.zh, d.day()), format!("{} {}", d.day(), month.en))
}
