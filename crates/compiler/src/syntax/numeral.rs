//! One number at a place: Arabic digits, Chinese numerals and their mixes, with 十百千万亿 and an inner 余 or 多.
//! Says what number is written, not whether it counts anything.

use rust_decimal::Decimal;

use super::fold::Folded;
use super::unit;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    /// One past its last character.
    pub end: usize,
    /// Its value; none when it is too large to be held exactly.
    pub value: Option<Decimal>,
    /// True for Arabic digits.
    pub arabic: bool,
    /// True when 百, 千, 万 or 亿 closes it.
    pub scaled: bool,
    /// True when 余 or 多 says there is more.
    pub more: bool,
    /// How many Arabic digits it has.
    pub digits: usize,
}

/// The value of a Chinese digit.
pub fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// True for a character that may begin a number.
pub fn begins(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// The number that begins at `i`.
pub fn read(f: &Folded, i: usize) -> Option<Numeral> {
    if f.get(i).is_ascii_digit() { Some(arabic(f, i)) } else { chinese(f, i) }
}

/// Power of ten of a scale character. Not one when it opens a unit: 千米, 百分点.
pub fn power(f: &Folded, i: usize) -> Option<u32> {
    let next = f.get(i + 1);
    match f.get(i) {
        '十' if !matches!(next, '字') => Some(1),
        '百' if !matches!(next, '分' | '货' | '姓' | '日') => Some(2),
        '千' if !matches!(next, '米' | '克' | '伏' | '瓦' | '卡' | '赫' | '帕' | '方' | '里') => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// Digits, groups of three, a fraction, then scales.
fn arabic(f: &Folded, i: usize) -> Numeral {
    let mut mantissa: Option<i128> = Some(0);
    let mut digits = 0;
    let mut push = |c: char| {
        digits += 1;
        let d = i128::from(c as u32 - '0' as u32);
        mantissa = mantissa.and_then(|m| m.checked_mul(10)?.checked_add(d)).filter(|m| *m < 10i128.pow(27));
    };
    let mut at = i;
    while f.get(at).is_ascii_digit() {
        push(f.get(at));
        at += 1;
    }
    while at - i <= 3 + 4 * 6 && grouped(f, i, at) {
        (at + 1..at + 4).for_each(|j| push(f.get(j)));
        at += 4;
    }
    let whole = at;
    if f.get(at) == '.' && f.get(at + 1).is_ascii_digit() {
        at += 1;
        while f.get(at).is_ascii_digit() {
            push(f.get(at));
            at += 1;
        }
    }
    let fraction = if at > whole { (at - whole - 1) as u32 } else { 0 };
    let value = mantissa.and_then(|m| Decimal::try_from_i128_with_scale(m, fraction).ok());
    scale(f, at, Numeral { end: at, value, arabic: true, scaled: false, more: false, digits })
}

/// True when `,ddd` or a blank and three digits go on a number of at most three leading digits.
fn grouped(f: &Folded, start: usize, at: usize) -> bool {
    let head_short = (start..at).take_while(|j| f.get(*j).is_ascii_digit()).count() <= 3 && f.get(start) != '0';
    let mark = f.get(at);
    let mark_is_used = at - start <= 3 || f.get(at - 4) == mark;
    head_short
        && matches!(mark, ',' | '，' | ' ')
        && mark_is_used
        && (at + 1..at + 4).all(|j| f.get(j).is_ascii_digit())
        && !f.get(at + 4).is_ascii_digit()
}

/// Scales after Arabic digits: 万, 千万, 万亿, 余万, and a lower part as in 3万5千.
fn scale(f: &Folded, mut at: usize, mut n: Numeral) -> Numeral {
    let mut exponent = 0;
    let mut last = u32::MAX;
    let blank = f.skip_blanks(at);
    if blank > at && matches!(f.get(blank), '万' | '亿') {
        at = blank;
    }
    loop {
        let skip = usize::from(inner_more(f, at));
        match power(f, at + skip) {
            Some(p) if p < last || p == 8 && last == 4 => {
                n.more |= skip == 1;
                at += skip + 1;
                exponent += p;
                last = if p < 4 { 4 + 1 } else { p };
                n.scaled = true;
            }
            _ => break,
        }
    }
    if n.scaled {
        let factor = Decimal::from(10u64.checked_pow(exponent).unwrap_or(u64::MAX));
        n.value = n.value.and_then(|v| v.checked_mul(factor));
    }
    if let Some((value, end)) = lower_part(f, at, last) {
        n.value = n.value.and_then(|v| v.checked_add(value));
        at = end;
    }
    if matches!(f.get(at), '余' | '多') {
        n.more = true;
        at += 1;
    }
    n.end = at;
    n
}

/// The 5千 of 3万5千, the 2000万 of 1亿2000万, the 2600 of 4万2600: at most four digits and a scale under the one before.
fn lower_part(f: &Folded, at: usize, last: u32) -> Option<(Decimal, usize)> {
    let end = (at..at + 5).find(|j| !f.get(*j).is_ascii_digit()).filter(|e| *e > at)?;
    let low = (at..end).fold(0u64, |n, j| n * 10 + u64::from(f.get(j).to_digit(10).unwrap_or(0)));
    let (scale, end) = match (last, power(f, end)) {
        (8, Some(4)) => (10_000, end + 1),
        (4, Some(p @ 2..4)) if end == at + 1 => (10u64.pow(p), end + 1),
        (4, None) if end == at + 4 && f.get(end) != '.' => (1, end),
        // 1万2个, as it is spoken: the digit is of the place under the scale
        (4, None) if end == at + 1 && low > 0 && unit::counts(f, end) => (1000, end),
        _ => return None,
    };
    Some((Decimal::from(low) * Decimal::from(scale), end))
}

/// Chinese numerals. A run of digits without a scale (二三, 二零二六) is no number here; nor is a leading scale (万名)
/// unless 余 or 多 follows it.
fn chinese(f: &Folded, i: usize) -> Option<Numeral> {
    let mut at = i;
    // Grand total in 亿 and above, ten-thousands, what is under 万, and a digit that waits for its scale.
    let (mut total, mut wan, mut section, mut pending): (u64, u64, u64, Option<u64>) = (0, 0, 0, None);
    let (mut scaled, mut zero, mut more, mut last) = (false, false, false, 0);
    if matches!(f.get(i), '百' | '千' | '万') {
        let p = power(f, i).filter(|_| matches!(f.get(i + 1), '余' | '多'))?;
        let value = Some(Decimal::from(10u64.pow(p)));
        return Some(Numeral { end: i + 2, value, arabic: false, scaled: true, more: true, digits: 0 });
    }
    loop {
        if let Some(d) = digit(f.get(at)) {
            match (d, pending) {
                (0, None) if scaled => zero = true,
                (_, None) => pending = Some(u64::from(d)),
                _ => return None,
            }
        } else if last > 0 && inner_more(f, at) {
            more = true;
        } else if let Some(p) = power(f, at) {
            let lead = pending.take().or((p == 1 && section == 0).then_some(1));
            if p < 4 {
                section += lead? * 10u64.pow(p);
            } else if p == 4 {
                section = section.checked_add(lead.unwrap_or(0)).filter(|s| *s > 0)?;
                (wan, section) = (section.checked_mul(10_000)?, 0);
            } else {
                let part = wan.checked_add(section)?.checked_add(lead.unwrap_or(0))?;
                let all = if part == 0 { total } else { part };
                total = all.checked_mul(100_000_000).filter(|t| (1..10u64.pow(18)).contains(t))?;
                (wan, section) = (0, 0);
            }
            (scaled, zero, last) = (scaled || p > 1, false, p);
        } else {
            break;
        }
        at += 1;
    }
    // 零部件, 零距离: no number opens with a bare 零.
    if at == i || f.get(i) == '零' && f.get(at) != '点' {
        return None;
    }
    let tail = pending.map_or(0, |d| if last >= 2 && !zero { d * 10u64.pow(last - 1) } else { d });
    let mut value = Decimal::from(total.checked_add(wan)?.checked_add(section)?.checked_add(tail)?);
    if f.get(at) == '点' && !scaled && digit(f.get(at + 1)).is_some() {
        let mut unit = Decimal::ONE;
        at += 1;
        while let Some(d) = digit(f.get(at)) {
            unit = unit.checked_mul(Decimal::new(1, 1))?;
            value = value.checked_add(unit.checked_mul(Decimal::from(d))?)?;
            at += 1;
        }
    }
    let open = matches!(f.get(at), '余' | '多') && (scaled || last == 1);
    let end = at + usize::from(open);
    Some(Numeral { end, value: Some(value), arabic: false, scaled, more: more || open, digits: 0 })
}

/// The 余 of 三千余万, which stands inside the number.
fn inner_more(f: &Folded, i: usize) -> bool {
    matches!(f.get(i), '余' | '多') && power(f, i + 1).is_some_and(|p| p >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(String, usize, bool)> {
        let mut f = Folded::default();
        f.load(text);
        let n = read(&f, 0)?;
        Some((n.value.map_or("too large".into(), |v| v.normalize().to_string()), n.end, n.more))
    }

    #[test]
    fn reads_numbers() {
        let table = [
            ("864万元", "8640000", 4, false),
            ("１２．５亿", "1250000000", 5, false),
            ("1.2万亿元", "1200000000000", 5, false),
            ("12,500人", "12500", 6, false),
            ("12 500人", "12500", 6, false),
            ("3万5千户", "35000", 4, false),
            ("1亿2000万元", "120000000", 7, false),
            ("4万2600人", "42600", 6, false),
            ("1万2个", "12000", 3, false),
            ("2万5，", "20000", 2, false),
            ("120余万", "1200000", 5, true),
            ("3000多名", "3000", 5, true),
            ("1.4万余家", "14000", 5, true),
            ("50 万元", "500000", 4, false),
            ("300千瓦", "300", 3, false),
            ("二十五个", "25", 3, false),
            ("十二家", "12", 2, false),
            ("两所", "2", 1, false),
            ("一百零五", "105", 4, false),
            ("三千五", "3500", 3, false),
            ("两万三千人", "23000", 4, false),
            ("十余个", "10", 2, true),
            ("百余名", "100", 2, true),
            ("三千余万元", "30000000", 4, true),
            ("两百多万人", "2000000", 4, true),
            ("十多万户", "100000", 3, true),
            ("三点五倍", "3.5", 3, false),
            ("一亿二千万", "120000000", 5, false),
        ];
        for (text, want, end, more) in table {
            assert_eq!(value(text), Some((want.to_string(), end, more)), "{text}");
        }
    }

    #[test]
    fn knows_what_is_none() {
        for text in ["二三个", "万名", "百姓", "千米", "十字"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(value(&"9".repeat(1000)).map(|v| v.0), Some("too large".into()));
        assert_eq!(value("9999999999999999999999999亿亿").map(|v| v.0), Some("too large".into()));
    }
}
