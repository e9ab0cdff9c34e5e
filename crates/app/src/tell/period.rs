//! Names of periods, days and times as people say them, in both languages.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use yinuo_diag::Lang;
use yinuo_model::{At, Commitment, NO_YEAR, Period, TimeValue};

use super::recurring;

const QUARTERS: [&str; 4] = ["一", "二", "三", "四"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn quarter(q: i8) -> &'static str {
    QUARTERS[(q - 1).clamp(0, 3) as usize]
}

fn month(m: i8) -> &'static str {
    MONTHS[(m - 1).clamp(0, 11) as usize]
}

/// `第三季度`, `Q3`.
pub fn name(period: Period, lang: Lang) -> String {
    match (period, lang) {
        (Period::Quarter(_, q), Lang::Zh) => format!("第{}季度", quarter(q)),
        (Period::Quarter(_, q), Lang::En) => format!("Q{q}"),
        (Period::Month(_, m), Lang::Zh) => format!("{m}月"),
        (Period::Month(_, m), Lang::En) => month(m).to_string(),
        (Period::Months((_, a), (_, b)), Lang::Zh) => format!("{a}–{b}月"),
        (Period::Months((_, a), (_, b)), Lang::En) => format!("{}–{}", month(a), month(b)),
        (Period::Half(_, h), Lang::Zh) => if h == 1 { "上半年" } else { "下半年" }.to_string(),
        (Period::Half(_, h), Lang::En) => format!("H{h}"),
        (Period::Year(NO_YEAR), Lang::Zh) => "全年".to_string(),
        (Period::Year(NO_YEAR), Lang::En) => "year".to_string(),
        (Period::Year(y), Lang::Zh) => format!("{y}年"),
        (Period::Year(y), Lang::En) => y.to_string(),
        (Period::Day(d), lang) => day(d, lang),
    }
}

/// For the head of a narrow column: `三`, `Q3`.
pub fn short(period: Period, lang: Lang) -> String {
    match (period, lang) {
        (Period::Quarter(_, q), Lang::Zh) => quarter(q).to_string(),
        (Period::Half(_, h), Lang::Zh) => if h == 1 { "上" } else { "下" }.to_string(),
        (Period::Year(_), Lang::Zh) => "全年".to_string(),
        (Period::Month(_, m), Lang::Zh) => m.to_string(),
        _ => name(period, lang),
    }
}

/// A cell's name: `事项`, `正文` or its period.
pub fn cell(at: At, lang: Lang) -> String {
    match (at, lang) {
        (At::Title, Lang::Zh) => "事项".to_string(),
        (At::Title, Lang::En) => "promise".to_string(),
        (At::Body, Lang::Zh) => "正文".to_string(),
        (At::Body, Lang::En) => "body".to_string(),
        (At::Period(p), lang) => name(p, lang),
    }
}

/// The name of a commitment's cell that is given as the plan's JSON writes it.
pub fn cell_of(c: &Commitment, at: &str, lang: Lang) -> Option<String> {
    let periods = c.milestones.iter().map(|m| At::Period(m.period));
    [At::Title, At::Body]
        .into_iter()
        .chain(periods)
        .find(|known| known.to_string() == at)
        .map(|known| cell(known, lang))
}

/// `8月30日`, `30 Aug`.
pub fn day(d: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", d.month(), d.day()),
        Lang::En => format!("{} {}", d.day(), month(d.month())),
    }
}

/// `2016年5月18日`, `18 May 2016`.
pub fn full_day(d: Date, lang: Lang) -> String {
    match lang {
        _ if d.year() == NO_YEAR => day(d, lang),
        Lang::Zh => format!("{}年{}", d.year(), day(d, lang)),
        Lang::En => format!("{} {}", day(d, lang), d.year()),
    }
}

/// A resolved time: `2016年8月30日`, `2016年9月`; `每周六`; `9月（年份未写明）`. Where it is a deadline (`before`), with that said:
/// `2016年9月底前`, `by the end of Sep 2016`.
pub fn time(value: TimeValue, before: bool, lang: Lang) -> String {
    let told = if before { until(value, lang) } else { resolved(value, lang) };
    if value.is_of_no_year() { told + lang.pick("（年份未写明）", " (year not said)") } else { told }
}

/// A time by which something is due. What is a stretch is due at its end.
fn until(value: TimeValue, lang: Lang) -> String {
    let told = match value {
        TimeValue::Year(y) if y != NO_YEAR => resolved(TimeValue::YearEnd(y), lang),
        _ => resolved(value, lang),
    };
    match (value, lang) {
        (TimeValue::Month(..) | TimeValue::Months(..), Lang::Zh) => format!("{told}底前"),
        (TimeValue::Quarter(..), Lang::Zh) => format!("{told}末前"),
        (_, Lang::Zh) => format!("{told}前"),
        (TimeValue::Month(..) | TimeValue::Quarter(..), Lang::En) => format!("by the end of {told}"),
        (TimeValue::Season(..), Lang::En) => format!("before {told}"),
        (_, Lang::En) => format!("by {told}"),
    }
}

fn resolved(value: TimeValue, lang: Lang) -> String {
    match value {
        TimeValue::Date(d) => full_day(d, lang),
        TimeValue::Dates(a, b) => format!("{} – {}", full_day(a, lang), full_day(b, lang)),
        TimeValue::Month(y, m) => full_month(y, m, lang),
        TimeValue::Months((ya, ma), (yb, mb)) => {
            format!("{} – {}", full_month(ya, ma, lang), full_month(yb, mb, lang))
        }
        TimeValue::Quarter(NO_YEAR, q) => name(Period::Quarter(NO_YEAR, q), lang),
        TimeValue::Quarter(y, q) => match lang {
            Lang::Zh => format!("{y}年第{}季度", quarter(q)),
            Lang::En => format!("Q{q} {y}"),
        },
        TimeValue::Year(y) => name(Period::Year(y), lang),
        TimeValue::YearEnd(NO_YEAR) => lang.pick("年底", "the end of the year").to_string(),
        TimeValue::YearEnd(y) => match lang {
            Lang::Zh => format!("{y}年底"),
            Lang::En => format!("the end of {y}"),
        },
        TimeValue::Years(a, b) => format!("{} – {}", name(Period::Year(a), lang), name(Period::Year(b), lang)),
        TimeValue::Season(year, season) => recurring::season(year, season, lang),
        TimeValue::Recurrence(recurrence) => recurring::recurrence(recurrence, lang),
    }
}

fn full_month(y: i16, m: i8, lang: Lang) -> String {
    match lang {
        _ if y == NO_YEAR => name(Period::Month(y, m), lang),
        Lang::Zh => format!("{y}年{m}月"),
        Lang::En => format!("{} {y}", month(m)),
    }
}

/// China's standard time, in minutes ahead of UTC.
const BEIJING: i32 = 480;

/// A moment in China's standard time: `2026年11月24日 14:32（北京时间）`.
pub fn moment(t: Timestamp, lang: Lang) -> String {
    moment_in(t, BEIJING, lang)
}

/// A moment in a zone so many minutes ahead of UTC.
pub fn moment_in(t: Timestamp, offset_minutes: i32, lang: Lang) -> String {
    let offset = Offset::from_seconds(offset_minutes.saturating_mul(60)).unwrap_or(Offset::UTC);
    let local = TimeZone::fixed(offset).to_datetime(t);
    let clock = format!("{:02}:{:02}", local.hour(), local.minute());
    let zone = match (offset_minutes, lang) {
        (BEIJING, Lang::Zh) => "北京时间".to_string(),
        (m, _) if m % 60 == 0 => format!("UTC{:+}", m / 60),
        (m, _) => format!("UTC{}{:02}:{:02}", if m < 0 { '-' } else { '+' }, m.abs() / 60, m.abs() % 60),
    };
    match lang {
        Lang::Zh => format!("{} {clock}（{zone}）", full_day(local.date(), lang)),
        Lang::En => format!("{}, {clock} ({zone})", full_day(local.date(), lang)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn periods_have_names_in_both_languages() {
        for (period, zh, en) in [
            (Period::Quarter(2016, 3), "第三季度", "Q3"),
            (Period::Months((2016, 3), (2016, 4)), "3–4月", "Mar–Apr"),
            (Period::Half(2016, 2), "下半年", "H2"),
            (Period::Day(date(2016, 5, 18)), "5月18日", "18 May"),
            (Period::Year(NO_YEAR), "全年", "year"),
        ] {
            assert_eq!(name(period, Lang::Zh), zh);
            assert_eq!(name(period, Lang::En), en);
        }
    }

    #[test]
    fn a_time_of_no_year_says_so() {
        for (value, zh, en) in [
            ("XXXX-06-30", "6月30日（年份未写明）", "30 Jun (year not said)"),
            ("XXXX-09", "9月（年份未写明）", "Sep (year not said)"),
            ("XXXX-Q3", "第三季度（年份未写明）", "Q3 (year not said)"),
            ("XXXX", "全年（年份未写明）", "year (year not said)"),
            ("XXXX-year-end", "年底（年份未写明）", "the end of the year (year not said)"),
            ("XXXX-autumn-term", "秋季学期（年份未写明）", "autumn term (year not said)"),
            ("2016-09", "2016年9月", "Sep 2016"),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!((time(value, false, Lang::Zh), time(value, false, Lang::En)), (zh.to_string(), en.to_string()));
        }
    }

    #[test]
    fn a_deadline_is_told_as_people_say_it() {
        for (value, zh, en) in [
            ("2016-08-30", "2016年8月30日前", "by 30 Aug 2016"),
            ("2016-05", "2016年5月底前", "by the end of May 2016"),
            ("2016-Q3", "2016年第三季度末前", "by the end of Q3 2016"),
            ("2016-year-end", "2016年底前", "by the end of 2016"),
            ("2016", "2016年底前", "by the end of 2016"),
            ("2016-autumn-term", "2016年秋季学期前", "before autumn term 2016"),
            ("XXXX-06-30", "6月30日前（年份未写明）", "by 30 Jun (year not said)"),
        ] {
            let value: TimeValue = value.parse().unwrap();
            assert_eq!((time(value, true, Lang::Zh), time(value, true, Lang::En)), (zh.to_string(), en.to_string()));
        }
    }

    #[test]
    fn moments_are_told_in_chinas_time() {
        let t: Timestamp = "2026-11-24T18:05:00Z".parse().unwrap();
        assert_eq!(moment(t, Lang::Zh), "2026年11月25日 02:05（北京时间）");
        assert_eq!(moment(t, Lang::En), "25 Nov 2026, 02:05 (UTC+8)");
        assert_eq!(moment_in(t, -210, Lang::Zh), "2026年11月24日 14:35（UTC-03:30）");
    }
}
