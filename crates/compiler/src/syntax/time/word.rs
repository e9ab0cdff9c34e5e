//! Times that are words: 全年, 上半年, 每周六, 秋季学期, 年底, and days with a name.

use std::sync::LazyLock;

use yinuo_model::{Recurrence, Season, Stretch, TimeValue};

use super::days::{DAYS, MARKED_DAYS, WEATHER_DAYS};
use super::{Found, recurrence, year};
use crate::syntax::calendar::{self, Rule};
use crate::syntax::fold::Folded;
use crate::syntax::lexicon::Lexicon;
use crate::syntax::numeral;

/// What a word means.
#[derive(Debug, Clone, Copy)]
enum Word {
    /// A year so many after the plan's; something may follow, as after 2016年.
    Year(i16),
    /// 全年, 年内.
    Whole,
    /// 上半年 (1), 下半年 (2).
    Half(i8),
    /// 年底.
    End,
    /// 年初.
    Start,
    /// 一年来.
    PastYear,
    /// 每月.
    Every(Recurrence),
    /// 每周, days may follow.
    EveryWeek,
    /// 每月, a day may follow.
    EveryMonth,
    /// A season; in a school's text the term.
    Season(Season, Option<Season>),
    /// The years of a five-year plan: 十四五期间.
    Plan(i16),
    /// A named day.
    Day(Rule),
    /// A named day whose name is also a number or a common word: only before 节, 期间, 前 or in quotes.
    MarkedDay(Rule),
    /// A solar term that is weather too: only before 节气 or 时节.
    WeatherDay(Rule),
    /// A word that holds one of the others and means something else.
    Nothing,
}

use Word::*;

const YEARS: &[(&str, Word)] = &[
    ("今年", Year(0)),
    ("本年", Year(0)),
    ("明年", Year(1)),
    ("翌年", Year(1)),
    ("次年", Year(1)),
    ("下一年", Year(1)),
    ("下年", Year(1)),
    ("去年", Year(-1)),
    ("上年", Year(-1)),
    ("上一年", Year(-1)),
    ("全年度", Whole),
    ("全年", Whole),
    ("年内", Whole),
    ("年度内", Whole),
    ("上半年", Half(1)),
    ("下半年", Half(2)),
    ("年底", End),
    ("年末", End),
    ("年终", End),
    ("年初", Start),
    ("一年来", PastYear),
    ("全年龄", Nothing),
    ("全年级", Nothing),
    ("上年纪", Nothing),
    ("上年龄", Nothing),
    ("年底线", Nothing),
    ("年终奖", Nothing),
];

const EVERY: &[(&str, Word)] = &[
    ("每天", Every(Recurrence::Daily)),
    ("每日", Every(Recurrence::Daily)),
    ("天天", Every(Recurrence::Daily)),
    ("每周", EveryWeek),
    ("每星期", EveryWeek),
    ("每个星期", EveryWeek),
    ("每周末", Every(Recurrence::Weekly)),
    ("每逢周末", Every(Recurrence::Weekly)),
    ("每晚", Every(Recurrence::Daily)),
    ("隔天", Every(Recurrence::Every(2, Stretch::Days))),
    ("隔日", Every(Recurrence::Every(2, Stretch::Days))),
    ("隔周", Every(Recurrence::Every(2, Stretch::Weeks))),
    ("隔月", Every(Recurrence::Every(2, Stretch::Months))),
    ("每双月", Every(Recurrence::Every(2, Stretch::Months))),
    ("隔年", Every(Recurrence::Every(2, Stretch::Years))),
    ("每旬", Every(Recurrence::Every(10, Stretch::Days))),
    ("每半月", Every(Recurrence::Every(15, Stretch::Days))),
    ("每半个月", Every(Recurrence::Every(15, Stretch::Days))),
    ("按周", Every(Recurrence::Weekly)),
    ("每月", EveryMonth),
    ("每个月", EveryMonth),
    ("月月", Every(Recurrence::Monthly)),
    ("逐月", Every(Recurrence::Monthly)),
    ("按月", Every(Recurrence::Monthly)),
    ("每季度", Every(Recurrence::Quarterly)),
    ("每个季度", Every(Recurrence::Quarterly)),
    ("每季", Every(Recurrence::Quarterly)),
    ("按季度", Every(Recurrence::Quarterly)),
    ("按季", Every(Recurrence::Quarterly)),
    ("逐季", Every(Recurrence::Quarterly)),
    ("每半年", Every(Recurrence::HalfYearly)),
    ("每学期", Every(Recurrence::HalfYearly)),
    ("每个学期", Every(Recurrence::HalfYearly)),
    ("每年", Every(Recurrence::Yearly)),
    ("每年度", Every(Recurrence::Yearly)),
    ("每学年", Every(Recurrence::Yearly)),
    ("年年", Every(Recurrence::Yearly)),
    ("逐年", Nothing),
    ("每月龄", Nothing),
    ("天天气", Nothing),
    ("天天班", Nothing),
];

/// The first years of the five-year plans. The name alone is that of a document or of a number.
const PLANS: &[(&str, Word)] = &[
    ("十二五期间", Plan(2011)),
    ("十二五时期", Plan(2011)),
    ("十二五”期间", Plan(2011)),
    ("十二五”时期", Plan(2011)),
    ("十三五期间", Plan(2016)),
    ("十三五时期", Plan(2016)),
    ("十三五”期间", Plan(2016)),
    ("十三五”时期", Plan(2016)),
    ("十四五期间", Plan(2021)),
    ("十四五时期", Plan(2021)),
    ("十四五”期间", Plan(2021)),
    ("十四五”时期", Plan(2021)),
    ("十五五期间", Plan(2026)),
    ("十五五时期", Plan(2026)),
    ("十五五”期间", Plan(2026)),
    ("十五五”时期", Plan(2026)),
];

const SEASONS: &[(&str, Word)] = &[
    ("春季学期开学", Season(Season::SpringTerm, None)),
    ("秋季学期开学", Season(Season::AutumnTerm, None)),
    ("春季学期", Season(Season::SpringTerm, None)),
    ("秋季学期", Season(Season::AutumnTerm, None)),
    ("春季开学", Season(Season::SpringTerm, None)),
    ("秋季开学", Season(Season::AutumnTerm, None)),
    ("春季", Season(Season::Spring, Some(Season::SpringTerm))),
    ("夏季", Season(Season::Summer, None)),
    ("秋季", Season(Season::Autumn, Some(Season::AutumnTerm))),
    ("冬季", Season(Season::Winter, None)),
    ("秋冬季", Season(Season::AutumnWinter, None)),
    ("秋冬", Season(Season::AutumnWinter, None)),
    ("冬春季", Season(Season::WinterSpring, None)),
    ("冬春", Season(Season::WinterSpring, None)),
    ("今冬明春", Season(Season::WinterSpring, None)),
    ("暑假", Season(Season::SummerVacation, None)),
    ("暑期", Season(Season::SummerVacation, None)),
    ("寒假", Season(Season::WinterVacation, None)),
    ("主汛期", Season(Season::FloodSeason, None)),
    ("汛期", Season(Season::FloodSeason, None)),
    ("供暖季", Season(Season::HeatingSeason, None)),
    ("供暖期", Season(Season::HeatingSeason, None)),
    ("采暖季", Season(Season::HeatingSeason, None)),
    ("采暖期", Season(Season::HeatingSeason, None)),
    ("寒暑假", Season(Season::Vacations, None)),
];

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| Lexicon::new(words_and_meanings()));

fn words_and_meanings() -> impl Iterator<Item = (&'static str, Word)> {
    let days = DAYS.iter().flat_map(|(names, rule)| names.split(' ').map(|n| (n, Day(*rule))));
    let marked = MARKED_DAYS.iter().flat_map(|(names, rule)| names.split(' ').map(|n| (n, MarkedDay(*rule))));
    let weather = WEATHER_DAYS.iter().map(|(name, rule)| (*name, WeatherDay(*rule)));
    [YEARS, EVERY, PLANS, SEASONS].into_iter().flatten().copied().chain(days).chain(marked).chain(weather)
}

/// Every time word, for the keyword list.
pub fn words() -> impl Iterator<Item = &'static str> {
    words_and_meanings().map(|(w, _)| w)
}

/// First characters of time words.
pub fn heads() -> Vec<char> {
    WORDS.heads().collect()
}

/// The time word at `i`. `plan` is the plan's year.
pub fn at_word(f: &Folded, i: usize, plan: Option<i16>) -> Option<Found> {
    if let Some(found) = recurrence::every_so_many(f, i) {
        return Some(found);
    }
    let (word, n) = WORDS.find(f, i)?;
    let end = i + n;
    let value = |v: Option<TimeValue>| Some(Found::time(f, i, end, v));
    match *word {
        Nothing => Some(Found::nothing(i, end)),
        Year(_)
            if matches!(f.before(i), '光' | '文' | '声' | '每' | '首' | '初' | '以' | '网' | '线' | '路' | '晚') =>
        {
            None
        }
        Year(later) => Some(year::tail(f, i, end, plan.map(|y| y + later))),
        Whole | End | Start if is_inside_a_word(f, i) => None,
        PastYear => value(plan.map(|y| TimeValue::Months((y, 1), (y, 12)))),
        Every(r) => Some(Found::plain(i, end, TimeValue::Recurrence(r))),
        Plan(first) => Some(Found::plain(i, end, TimeValue::Years(first, first + 4))),
        EveryWeek => Some(recurrence::week(f, i, end)),
        EveryMonth => Some(recurrence::month(f, i, end)),
        _ => in_year(f, i, i, plan),
    }
}

/// A word at `i` that may follow a year, as the time that begins at `start`.
pub fn in_year(f: &Folded, start: usize, i: usize, year: Option<i16>) -> Option<Found> {
    let (word, n) = WORDS.find(f, i)?;
    let end = i + n;
    let term = f.any(end, &["节气", "时节"]);
    let value = match *word {
        Whole => year.map(TimeValue::Year),
        Half(h) => year.map(|y| TimeValue::Months((y, h * 6 - 5), (y, h * 6))),
        End => year.map(TimeValue::YearEnd),
        Start => year.map(|y| TimeValue::Month(y, 1)),
        Season(season, term) => return season_at(f, start, i, n, year, (season, term)),
        WeatherDay(rule) if term > 0 => calendar_day(rule, year),
        Day(rule) if !names_a_place(f, end) && !is_autumn(f, i, end) => calendar_day(rule, year),
        MarkedDay(rule) => {
            let n = f.any(end, &["节日", "节", "时节", "期间", "假期", "小长假", "黄金周", "”", "’", "前"]);
            if n == 0 || names_a_place(f, end) {
                return None;
            }
            calendar_day(rule, year)
        }
        _ => return None,
    };
    Some(Found::time(f, start, end + term, value))
}

fn calendar_day(rule: Rule, year: Option<i16>) -> Option<TimeValue> {
    calendar::date(rule, year?).map(TimeValue::Date)
}

/// 青年底子, 近年内: the word belongs to what stands before it.
fn is_inside_a_word(f: &Folded, i: usize) -> bool {
    let before = f.before(i);
    f.get(i) == '年'
        && (numeral::begins(before)
            || matches!(
                before,
                '半' | '青' | '少' | '老' | '成' | '中' | '童' | '近' | '多' | '几' | '历' | '跨' | '周'
            ))
}

/// 其中秋季学期, 高中秋招: the autumn of what stands before, not the festival.
fn is_autumn(f: &Folded, i: usize, end: usize) -> bool {
    f.get(i) == '中' && f.get(end - 1) == '秋' && matches!(f.get(end), '季' | '冬' | '收' | '粮' | '播' | '种' | '招')
}

/// 国庆路, 重阳村: a place, not the day.
fn names_a_place(f: &Folded, end: usize) -> bool {
    matches!(f.get(end), '村' | '路' | '街' | '镇' | '桥' | '巷' | '里' | '木')
        || f.any(end, &["社区", "小学", "中学", "小区"]) > 0
}

fn season_at(
    f: &Folded,
    start: usize,
    i: usize,
    n: usize,
    year: Option<i16>,
    (season, term): (Season, Option<Season>),
) -> Option<Found> {
    let mut end = i + n;
    if f.any(end, &["托管", "托班", "公益托管", "夏令营", "冬令营", "爱心托管"]) > 0 {
        return None;
    }
    // 秋季开学典礼 names the ceremony: the time is 秋季.
    if f.ends(end, "开学") && f.starts(end, "典礼") {
        end -= 2;
    }
    let season = term.filter(|_| f.of_a_school()).unwrap_or(season);
    Some(Found::time(f, start, end, year.map(|y| TimeValue::Season(y, season))))
}

/// One past the name of a day at `i` (世界读书日, 国家宪法日, 全国消防安全日): a known one, or one that ends in 日.
pub fn day_name(f: &Folded, i: usize) -> Option<usize> {
    if let Some((Day(_), n)) = WORDS.find(f, i) {
        return Some(i + n);
    }
    if f.any(i, &["世界", "国际", "全国", "国家", "中国", "消防", "全民", "联合国"]) == 0 {
        return None;
    }
    let end = (i + 2..i + 12).find(|j| matches!(f.get(*j), '日' | '节' | '月'))?;
    Some(end + 1)
}
