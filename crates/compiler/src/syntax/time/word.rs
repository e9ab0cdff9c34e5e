//! Times that are words: 全年, 上半年, 每周六, 秋季学期, 年底, and days with a name.

use std::sync::LazyLock;

use jiff::civil::Weekday::{Saturday, Sunday};
use yinuo_model::{Recurrence, Season, TimeValue};

use super::{Found, year};
use crate::syntax::calendar::{self, Rule, Term};
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
    /// 每周, a day may follow.
    EveryWeek,
    /// A season; in a school's text the term.
    Season(Season, Option<Season>),
    /// A named day.
    Day(Rule),
    /// A named day whose name is also a number or a common word: only before 节, 期间, 前 or in quotes.
    MarkedDay(Rule),
    /// A word that holds one of the others and means something else.
    Nothing,
}

use Word::*;

const YEARS: &[(&str, Word)] = &[
    ("今年", Year(0)),
    ("本年", Year(0)),
    ("明年", Year(1)),
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
    ("按周", Every(Recurrence::Weekly)),
    ("每月", Every(Recurrence::Monthly)),
    ("每个月", Every(Recurrence::Monthly)),
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

const SEASONS: &[(&str, Word)] = &[
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
    ("寒暑假", Nothing),
];

const DAYS: &[(&str, Word)] = &[
    ("元旦", Day(Rule::Fixed(1, 1))),
    ("除夕", Day(Rule::NewYearEve)),
    ("春节", Day(Rule::Lunar(1, 1))),
    ("元宵节", Day(Rule::Lunar(1, 15))),
    ("元宵", MarkedDay(Rule::Lunar(1, 15))),
    ("立春", Day(Rule::Term(Term::Lichun))),
    ("世界湿地日", Day(Rule::Fixed(2, 2))),
    ("妇女节", Day(Rule::Fixed(3, 8))),
    ("三八妇女节", Day(Rule::Fixed(3, 8))),
    ("植树节", Day(Rule::Fixed(3, 12))),
    ("消费者权益日", Day(Rule::Fixed(3, 15))),
    ("国际消费者权益日", Day(Rule::Fixed(3, 15))),
    ("世界消费者权益日", Day(Rule::Fixed(3, 15))),
    ("春分", Day(Rule::Term(Term::Chunfen))),
    ("世界森林日", Day(Rule::Fixed(3, 21))),
    ("世界水日", Day(Rule::Fixed(3, 22))),
    ("世界气象日", Day(Rule::Fixed(3, 23))),
    ("世界防治结核病日", Day(Rule::Fixed(3, 24))),
    ("清明节", Day(Rule::Term(Term::Qingming))),
    ("清明", MarkedDay(Rule::Term(Term::Qingming))),
    ("世界孤独症日", Day(Rule::Fixed(4, 2))),
    ("世界自闭症日", Day(Rule::Fixed(4, 2))),
    ("世界卫生日", Day(Rule::Fixed(4, 7))),
    ("国家安全教育日", Day(Rule::Fixed(4, 15))),
    ("全民国家安全教育日", Day(Rule::Fixed(4, 15))),
    ("世界地球日", Day(Rule::Fixed(4, 22))),
    ("世界读书日", Day(Rule::Fixed(4, 23))),
    ("知识产权日", Day(Rule::Fixed(4, 26))),
    ("世界知识产权日", Day(Rule::Fixed(4, 26))),
    ("劳动节", Day(Rule::Fixed(5, 1))),
    ("国际劳动节", Day(Rule::Fixed(5, 1))),
    ("五一国际劳动节", Day(Rule::Fixed(5, 1))),
    ("五一劳动节", Day(Rule::Fixed(5, 1))),
    ("五一", MarkedDay(Rule::Fixed(5, 1))),
    ("五四青年节", Day(Rule::Fixed(5, 4))),
    ("青年节", Day(Rule::Fixed(5, 4))),
    ("立夏", Day(Rule::Term(Term::Lixia))),
    ("世界红十字日", Day(Rule::Fixed(5, 8))),
    ("母亲节", Day(Rule::Nth(5, 2, Sunday))),
    ("防灾减灾日", Day(Rule::Fixed(5, 12))),
    ("全国防灾减灾日", Day(Rule::Fixed(5, 12))),
    ("国际护士节", Day(Rule::Fixed(5, 12))),
    ("护士节", Day(Rule::Fixed(5, 12))),
    ("国际家庭日", Day(Rule::Fixed(5, 15))),
    ("全国助残日", Day(Rule::Nth(5, 3, Sunday))),
    ("助残日", Day(Rule::Nth(5, 3, Sunday))),
    ("国际博物馆日", Day(Rule::Fixed(5, 18))),
    ("中国旅游日", Day(Rule::Fixed(5, 19))),
    ("生物多样性日", Day(Rule::Fixed(5, 22))),
    ("国际生物多样性日", Day(Rule::Fixed(5, 22))),
    ("世界无烟日", Day(Rule::Fixed(5, 31))),
    ("端午节", Day(Rule::Lunar(5, 5))),
    ("端午", Day(Rule::Lunar(5, 5))),
    ("国际儿童节", Day(Rule::Fixed(6, 1))),
    ("儿童节", Day(Rule::Fixed(6, 1))),
    ("六一国际儿童节", Day(Rule::Fixed(6, 1))),
    ("六一儿童节", Day(Rule::Fixed(6, 1))),
    ("六一", MarkedDay(Rule::Fixed(6, 1))),
    ("世界环境日", Day(Rule::Fixed(6, 5))),
    ("全国爱眼日", Day(Rule::Fixed(6, 6))),
    ("世界食品安全日", Day(Rule::Fixed(6, 7))),
    ("文化和自然遗产日", Day(Rule::Nth(6, 2, Saturday))),
    ("世界献血者日", Day(Rule::Fixed(6, 14))),
    ("父亲节", Day(Rule::Nth(6, 3, Sunday))),
    ("夏至", Day(Rule::Term(Term::Xiazhi))),
    ("国际禁毒日", Day(Rule::Fixed(6, 26))),
    ("七一", MarkedDay(Rule::Fixed(7, 1))),
    ("建党节", Day(Rule::Fixed(7, 1))),
    ("世界人口日", Day(Rule::Fixed(7, 11))),
    ("八一建军节", Day(Rule::Fixed(8, 1))),
    ("建军节", Day(Rule::Fixed(8, 1))),
    ("八一", MarkedDay(Rule::Fixed(8, 1))),
    ("立秋", Day(Rule::Term(Term::Liqiu))),
    ("七夕", Day(Rule::Lunar(7, 7))),
    ("中元节", Day(Rule::Lunar(7, 15))),
    ("全民健身日", Day(Rule::Fixed(8, 8))),
    ("全国生态日", Day(Rule::Fixed(8, 15))),
    ("中国医师节", Day(Rule::Fixed(8, 19))),
    ("医师节", Day(Rule::Fixed(8, 19))),
    ("教师节", Day(Rule::Fixed(9, 10))),
    ("全国科普日", Day(Rule::Nth(9, 3, Saturday))),
    ("全国爱牙日", Day(Rule::Fixed(9, 20))),
    ("世界阿尔茨海默病日", Day(Rule::Fixed(9, 21))),
    ("秋分", Day(Rule::Term(Term::Qiufen))),
    ("农民丰收节", Day(Rule::Term(Term::Qiufen))),
    ("中国农民丰收节", Day(Rule::Term(Term::Qiufen))),
    ("中秋节", Day(Rule::Lunar(8, 15))),
    ("中秋", Day(Rule::Lunar(8, 15))),
    ("世界旅游日", Day(Rule::Fixed(9, 27))),
    ("烈士纪念日", Day(Rule::Fixed(9, 30))),
    ("国庆节", Day(Rule::Fixed(10, 1))),
    ("国庆", Day(Rule::Fixed(10, 1))),
    ("十一", MarkedDay(Rule::Fixed(10, 1))),
    ("国际老年人日", Day(Rule::Fixed(10, 1))),
    ("重阳节", Day(Rule::Lunar(9, 9))),
    ("重阳", Day(Rule::Lunar(9, 9))),
    ("世界精神卫生日", Day(Rule::Fixed(10, 10))),
    ("国际减灾日", Day(Rule::Fixed(10, 13))),
    ("世界粮食日", Day(Rule::Fixed(10, 16))),
    ("国家扶贫日", Day(Rule::Fixed(10, 17))),
    ("立冬", Day(Rule::Term(Term::Lidong))),
    ("全国消防日", Day(Rule::Fixed(11, 9))),
    ("消防日", Day(Rule::Fixed(11, 9))),
    ("世界糖尿病日", Day(Rule::Fixed(11, 14))),
    ("联合国糖尿病日", Day(Rule::Fixed(11, 14))),
    ("世界艾滋病日", Day(Rule::Fixed(12, 1))),
    ("国际残疾人日", Day(Rule::Fixed(12, 3))),
    ("国家宪法日", Day(Rule::Fixed(12, 4))),
    ("宪法日", Day(Rule::Fixed(12, 4))),
    ("国际志愿者日", Day(Rule::Fixed(12, 5))),
    ("世界人权日", Day(Rule::Fixed(12, 10))),
    ("国家公祭日", Day(Rule::Fixed(12, 13))),
    ("冬至", Day(Rule::Term(Term::Dongzhi))),
    ("腊八节", Day(Rule::Lunar(12, 8))),
];

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| Lexicon::new(words_and_meanings()));

fn words_and_meanings() -> impl Iterator<Item = (&'static str, Word)> {
    [YEARS, EVERY, SEASONS, DAYS].into_iter().flatten().copied()
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
        EveryWeek => Some(week(f, i, end)),
        _ => in_year(f, i, i, plan),
    }
}

/// A word at `i` that may follow a year, as the time that begins at `start`.
pub fn in_year(f: &Folded, start: usize, i: usize, year: Option<i16>) -> Option<Found> {
    let (word, n) = WORDS.find(f, i)?;
    let end = i + n;
    let value = match *word {
        Whole => year.map(TimeValue::Year),
        Half(h) => year.map(|y| TimeValue::Months((y, h * 6 - 5), (y, h * 6))),
        End => year.map(TimeValue::YearEnd),
        Start => year.map(|y| TimeValue::Month(y, 1)),
        Season(season, term) => return season_at(f, start, i, n, year, (season, term)),
        Day(rule) if !names_a_place(f, end) => calendar_day(rule, year),
        MarkedDay(rule) => {
            let n = f.any(end, &["节日", "节", "期间", "假期", "小长假", "黄金周", "”", "’", "前"]);
            if n == 0 || names_a_place(f, end) {
                return None;
            }
            calendar_day(rule, year)
        }
        _ => return None,
    };
    Some(Found::time(f, start, end, value))
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
    let season = term.filter(|_| of_a_school(f)).unwrap_or(season);
    Some(Found::time(f, start, end, year.map(|y| TimeValue::Season(y, season))))
}

/// True when the cell speaks of a school, so that a season is a term.
fn of_a_school(f: &Folded) -> bool {
    const WORDS: &[&str] =
        &["学期", "学校", "大学", "小学", "中学", "高中", "开学", "开班", "招生", "入学", "幼儿园", "学生", "学位"];
    (0..f.len()).any(|i| f.any(i, WORDS) > 0)
}

/// 每周 and the weekday after it. 每周一次 is once a week.
fn week(f: &Folded, i: usize, end: usize) -> Found {
    let day = match f.get(end) {
        '一' if !matches!(
            f.get(end + 1),
            '次' | '场' | '期' | '节' | '堂' | '回' | '趟' | '个' | '天' | '小' | '课'
        ) =>
        {
            1
        }
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '日' | '天' => 7,
        _ => return Found::plain(i, end, TimeValue::Recurrence(Recurrence::Weekly)),
    };
    if matches!(f.get(end), '二' | '三' | '四' | '五') && f.any(end + 1, &["次", "场", "天", "节", "堂"]) > 0 {
        return Found::plain(i, end, TimeValue::Recurrence(Recurrence::Weekly));
    }
    Found::plain(i, end + 1, TimeValue::Recurrence(Recurrence::WeeklyOn(day)))
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
