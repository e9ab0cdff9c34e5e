//! Numbers and quantities as people read them. Rounding and grouping happen only here, at display (DESIGN, law 10).

use rust_decimal::Decimal;
use yinuo_app::tell;
use yinuo_diag::Lang;
use yinuo_model::{Bound, Direction, Measure, Value};

/// Stands between groups of digits: narrow, and never the end of a line.
const THIN: char = '\u{202f}';

/// A number with its digits in groups of three from five digits on: `1800`, `12 000`, `4.5`.
pub fn grouped(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((&*plain, None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && digits.len() > 4 && (digits.len() - i).is_multiple_of(3) {
            out.push(THIN);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A number with its unit: `36 场`, `864 万元`, `3%`.
pub fn with_unit(value: Decimal, unit: &str, lang: Lang) -> String {
    match unit {
        "" => grouped(value),
        "%" => format!("{}%", grouped(value)),
        "pp" => format!("{} {}", grouped(value), pick(lang, "个百分点", "percentage points")),
        "CNY" => money(value, lang),
        unit if unit.starts_with('/') => format!("{}{unit}", grouped(value)),
        unit => counted(value, unit, lang),
    }
}

/// A count; from 100 000 on in 万 in Chinese, where that leaves two decimals at most.
fn counted(value: Decimal, unit: &str, lang: Lang) -> String {
    let short = (value / Decimal::from(10_000)).normalize();
    match lang {
        Lang::Zh if value >= Decimal::from(100_000) && short.scale() <= 2 => format!("{} 万{unit}", grouped(short)),
        _ => format!("{} {unit}", grouped(value)),
    }
}

/// Money in the steps people count it in: 元, 万元, 亿元; thousand, million, billion in English.
fn money(value: Decimal, lang: Lang) -> String {
    let size = value.abs();
    let step = |n: i64| Decimal::from(n);
    let (divisor, word) = match lang {
        Lang::Zh if size >= step(100_000_000) => (100_000_000, "亿元"),
        Lang::Zh if size >= step(10_000) => (10_000, "万元"),
        Lang::Zh => (1, "元"),
        Lang::En if size >= step(1_000_000_000) => (1_000_000_000, "billion yuan"),
        Lang::En if size >= step(1_000_000) => (1_000_000, "million yuan"),
        Lang::En => (1, "yuan"),
    };
    format!("{} {word}", grouped(value / step(divisor)))
}

/// A value, a range as `2–4`.
fn value(value: Value, unit: &str, lang: Lang) -> String {
    match value {
        Value::One(v) => with_unit(v, unit, lang),
        Value::Range(a, b) => format!("{}–{}", grouped(a), with_unit(b, unit, lang)),
    }
}

/// A measure in words: `不少于 1800 家(次)`, `about 2000 家`, `其中 12 片`.
pub fn quantity(m: &Measure, lang: Lang) -> String {
    let number = value(m.value, &m.unit, lang);
    let limited = match (m.bound, lang) {
        (Bound::Exact, _) => number,
        (Bound::AtLeast, Lang::Zh) => format!("不少于 {number}"),
        (Bound::AtMost, Lang::Zh) => format!("不超过 {number}"),
        (Bound::About, Lang::Zh) => format!("约 {number}"),
        (Bound::MoreThan, Lang::Zh) => format!("超过 {number}"),
        (Bound::AtLeast, Lang::En) => format!("at least {number}"),
        (Bound::AtMost, Lang::En) => format!("at most {number}"),
        (Bound::About, Lang::En) => format!("about {number}"),
        (Bound::MoreThan, Lang::En) => format!("more than {number}"),
    };
    told(m.part_of.is_some(), m.change, &m.unit, &limited, lang)
}

/// A measure where room is short: `≥ 1800 家(次)`, `其中 ≥ 12 片`.
pub fn brief(m: &Measure, lang: Lang) -> String {
    let number = value(m.value, &m.unit, lang);
    let limited = match m.bound {
        Bound::Exact => number,
        Bound::AtLeast => format!("≥ {number}"),
        Bound::AtMost => format!("≤ {number}"),
        Bound::About => format!("≈ {number}"),
        Bound::MoreThan => format!("> {number}"),
    };
    told(m.part_of.is_some(), m.change, &m.unit, &limited, lang)
}

/// A quantity with what is said before it: `其中 12 片`, `下降 10%`.
pub fn told(is_part: bool, change: Option<Direction>, unit: &str, quantity: &str, lang: Lang) -> String {
    let before = tell::quantity::before(is_part, change, unit, lang);
    let meets = !before.is_empty() && lang == Lang::Zh;
    let gap = if meets && quantity.starts_with(begins_plainly) { " " } else { "" };
    format!("{before}{gap}{quantity}")
}

/// A measure with the one that it is a part of: `30 片中的 12 片`.
pub fn within(part: &Measure, whole: &Measure, lang: Lang) -> String {
    let alone = quantity(&Measure { part_of: None, ..part.clone() }, lang);
    let gap = if lang == Lang::Zh && alone.starts_with(begins_plainly) { " " } else { "" };
    tell::quantity::within(&format!("{gap}{alone}"), &quantity(whole, lang), lang)
}

/// A number or a sign, before which Chinese words leave room.
fn begins_plainly(c: char) -> bool {
    c.is_ascii() || matches!(c, '≥' | '≤' | '≈')
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use yinuo_model::{Direction, Relation};

    use super::*;
    use crate::view::sample;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn digits_are_grouped_from_five_on() {
        for (number, text) in [
            ("0", "0"),
            ("1800", "1800"),
            ("12000", "12\u{202f}000"),
            ("1234567.50", "1\u{202f}234\u{202f}567.5"),
            ("-40000", "-40\u{202f}000"),
        ] {
            assert_eq!(grouped(d(number)), text);
        }
    }

    #[test]
    fn money_comes_back_in_the_steps_people_use() {
        for (number, zh, en) in [
            ("500", "500 元", "500 yuan"),
            ("8640000", "864 万元", "8.64 million yuan"),
            ("2000000000", "20 亿元", "2 billion yuan"),
        ] {
            assert_eq!(with_unit(d(number), "CNY", Lang::Zh), zh);
            assert_eq!(with_unit(d(number), "CNY", Lang::En), en);
        }
    }

    #[test]
    fn large_counts_are_told_in_wan() {
        for (number, zh, en) in [
            ("12000", "12\u{202f}000 个", "12\u{202f}000 个"),
            ("180000", "18 万个", "180\u{202f}000 个"),
            ("123456", "123\u{202f}456 个", "123\u{202f}456 个"),
        ] {
            assert_eq!(with_unit(d(number), "个", Lang::Zh), zh);
            assert_eq!(with_unit(d(number), "个", Lang::En), en);
        }
    }

    #[test]
    fn a_part_is_told_as_one() {
        let whole = sample::commitment(30, "片", &[], Relation::None, 0, false).measures.remove(0);
        let part = |bound| Measure { part_of: Some(0), bound, ..whole.clone() };
        assert_eq!(quantity(&part(Bound::Exact), Lang::Zh), "其中 30 片");
        assert_eq!(quantity(&part(Bound::AtLeast), Lang::Zh), "其中不少于 30 片");
        assert_eq!(quantity(&part(Bound::AtLeast), Lang::En), "of which at least 30 片");
        assert_eq!(brief(&part(Bound::AtLeast), Lang::Zh), "其中 ≥ 30 片");
    }

    #[test]
    fn a_change_is_told_with_its_direction() {
        let rate = |unit, way| {
            let measure = sample::commitment(10, unit, &[], Relation::None, 0, false).measures.remove(0);
            Measure { bound: Bound::AtLeast, change: Some(way), ..measure }
        };
        let (fall, rise) = (rate("%", Direction::Decrease), rate("pp", Direction::Increase));
        assert_eq!(quantity(&fall, Lang::Zh), "下降不少于 10%");
        assert_eq!(quantity(&fall, Lang::En), "down by at least 10%");
        assert_eq!(brief(&fall, Lang::Zh), "下降 ≥ 10%");
        assert_eq!(quantity(&Measure { bound: Bound::Exact, ..rise.clone() }, Lang::Zh), "提高 10 个百分点");
        assert_eq!(brief(&rise, Lang::En), "up by ≥ 10 percentage points");
    }

    #[test]
    fn percents_touch_their_sign() {
        assert_eq!(with_unit(d("3"), "%", Lang::Zh), "3%");
        assert_eq!(with_unit(d("3"), "pp", Lang::Zh), "3 个百分点");
        assert_eq!(with_unit(d("2"), "/3", Lang::Zh), "2/3");
    }
}
