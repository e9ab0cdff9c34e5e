//! Numbers that are only roughly written: 上千户, 数十家, 近百场, 两三万名, 七八家. A bare 百, 千 or 万 counts only after a word
//! that says how near it is, or between what is done and a measure word (举办万场); elsewhere it is a name (百花, 万人). Says
//! nothing of what is counted.

use rust_decimal::Decimal;
use yinuo_model::{Bound, Value};

use super::bound;
use super::fold::Folded;
use super::numeral;

/// A rough number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rough {
    /// First character, with the word that says how near.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What it stands for: the least that 上千 and 数十 can mean, both ends of 两三万.
    pub value: Value,
    /// What is said of it.
    pub bound: Bound,
}

/// Words that end in 上, 数 or 几 and leave the number after them alone.
const OTHER: &[&str] = &[
    "以上", "网上", "线上", "路上", "身上", "晚上", "马上", "早上", "掌上", "街上", "村上", "山上", "船上", "地上",
    "成百上", "人数", "户数", "件数", "次数", "指数", "倍数", "岁数", "总数", "少数", "多数", "基数", "无数", "系数",
    "个数", "天数", "名数", "家数", "场数", "台数", "套数", "层数", "度数", "份数", "头数", "参数", "小数", "分数",
    "负数", "点数",
];

/// What is done so many times; the scale right behind it is a number.
const DONE: &[&str] = &[
    "举办", "开展", "组织", "带动", "培训", "培养", "引育", "引进", "招募", "放映", "新建", "建设", "建成", "改造",
    "打造", "提供", "惠及", "服务", "检查",
];

/// The rough number whose digits begin at `i`.
pub fn read(f: &Folded, i: usize) -> Option<Rough> {
    neighbours(f, i).or_else(|| scaled(f, i))
}

/// 上千, 数十, 几百, 近万, 超百: a scale with nothing before it but a word for how near.
fn scaled(f: &Folded, i: usize) -> Option<Rough> {
    let (power, end) = scales(f, i)?;
    let more = matches!(f.get(end), '余' | '多');
    let some = match f.before(i) {
        '上' if power > 1 => true,
        '数' | '几' => true,
        _ => false,
    };
    let measured = matches!(f.get(end), '名' | '场' | '所' | '个') && !numeral::begins(f.get(end + 1));
    let (start, limit) = if power > 1 && measured && f.any_before(i, DONE) > 0 {
        (i, Bound::Exact)
    } else if some {
        (f.any_before(i, OTHER) == 0).then_some((i - 1, Bound::AtLeast))?
    } else {
        let (limit, start) = bound::before(f, i).filter(|_| power > 1)?;
        (start, limit)
    };
    let value = Value::One(Decimal::from(10u64.pow(power)));
    Some(Rough { start, end: end + usize::from(more), value, bound: limit })
}

/// A run of falling scales (十万, 百万, 千, 千万, 亿) as a power of ten, and its end.
fn scales(f: &Folded, i: usize) -> Option<(u32, usize)> {
    let first = numeral::power(f, i)?;
    match numeral::power(f, i + 1) {
        Some(second) if first < 4 && second >= 4 => Some((first + second, i + 2)),
        Some(_) => None,
        None => Some((first, i + 1)),
    }
}

/// 七八家, 两三万名, 十五六个: two digits one after the other, in one place of the number.
fn neighbours(f: &Folded, i: usize) -> Option<Rough> {
    // 十七八: the tens stand before both
    let (tens, at) = match f.get(i) {
        '十' => (10, i + 1),
        c if f.get(i + 1) == '十' => (numeral::digit(c)? * 10, i + 2),
        _ => (0, i),
    };
    let (low, high) = (numeral::digit(f.get(at))?, numeral::digit(f.get(at + 1))?);
    let near = high == low + 1 || (low, high) == (3, 5);
    if low == 0 || !near || numeral::digit(f.get(at + 2)).is_some() || numeral::begins(f.before(i)) {
        return None;
    }
    let (power, end) = match scales(f, at + 2) {
        Some((power, _)) if tens > 0 && power < 4 => return None,
        Some(found) => found,
        None => (0, at + 2),
    };
    let of = |digit: u32| Decimal::from(u64::from(tens + digit) * 10u64.pow(power));
    let more = matches!(f.get(end), '余' | '多');
    let (value, bound) = (Value::Range(of(low), of(high)), Bound::About);
    (!more && numeral::digit(f.get(end)).is_none()).then_some(Rough { start: i, end, value, bound })
}

/// True when the words of a measure name no number, only its size: 上千户, 数十家.
pub fn names_only_a_size(words: &str) -> bool {
    words.starts_with(['上', '数', '几'])
}

/// True when the words of a measure hold a number as it is spoken, with one digit after its scale: 1万2个.
pub fn is_spoken(words: &str) -> bool {
    let Some((_, rest)) = words.split_once(['万', '萬']) else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    digits == 1 && !rest[1..].starts_with(['百', '千', '万', '亿'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, i: usize) -> Option<(usize, usize, Value, Bound)> {
        let mut f = Folded::default();
        f.load(text);
        read(&f, i).map(|r| (r.start, r.end, r.value, r.bound))
    }

    fn one(n: u64) -> Value {
        Value::One(Decimal::from(n))
    }

    fn two(a: u64, b: u64) -> Value {
        Value::Range(Decimal::from(a), Decimal::from(b))
    }

    #[test]
    fn reads_rough_numbers() {
        use Bound::{About, AtLeast, MoreThan};
        let table = [
            ("上千户", 1, (0, 2, one(1000), AtLeast)),
            ("上百万元", 1, (0, 3, one(1_000_000), AtLeast)),
            ("数十家", 1, (0, 2, one(10), AtLeast)),
            ("几百余人", 1, (0, 3, one(100), AtLeast)),
            ("数千万元", 1, (0, 3, one(10_000_000), AtLeast)),
            ("近百场", 1, (0, 2, one(100), About)),
            ("超万人", 1, (0, 2, one(10_000), MoreThan)),
            ("两三万名", 0, (0, 3, two(20_000, 30_000), About)),
            ("七八家", 0, (0, 2, two(7, 8), About)),
            ("三五个", 0, (0, 2, two(3, 5), About)),
            ("十七八个", 0, (0, 3, two(17, 18), About)),
            ("二十五六万人", 0, (0, 5, two(250_000, 260_000), About)),
            ("三四百人", 0, (0, 3, two(300, 400), About)),
        ];
        for (text, i, want) in table {
            assert_eq!(at(text, i), Some(want), "{text}");
        }
    }

    #[test]
    fn leaves_names_alone() {
        let table = [
            ("百花", 0),
            ("万人", 0),
            ("线上百家", 2),
            ("户数十", 2),
            ("成百上千", 3),
            ("近十家", 1),
            ("一二三产业", 0),
            ("二二", 0),
            ("三一", 0),
            ("第十", 1),
        ];
        for (text, i) in table {
            assert_eq!(at(text, i), None, "{text}");
        }
    }
}
