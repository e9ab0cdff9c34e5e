//! How much stands at a number: one value or a range, in digits or words, with its unit. What the clause says of it, and whether it
//! counts at all, is for `measure`.

use rust_decimal::Decimal;
use yinuo_model::{Bound, Value};

use super::approx;
use super::fold::Folded;
use super::numeral::{self, Numeral};
use super::unit::{self, Sort, Unit};

/// A number or range with its unit, before bounds and clause are looked at.
pub struct Amount {
    /// The number or both ends.
    pub value: Value,
    /// Its unit.
    pub unit: Option<Unit>,
    /// Where the unit's words begin.
    pub unit_start: usize,
    /// One past the last character.
    pub end: usize,
    /// 余 or 多 stands with it.
    pub more: bool,
    /// The number itself, the lower of a range.
    pub first: Numeral,
    /// A word for how near a rough number is (上千, 数十), and its first character.
    pub rough: Option<(Bound, usize)>,
    /// The 3 of 三分之一, which no decimal holds.
    pub of: Option<Decimal>,
}

impl Amount {
    /// An amount told in words, of percent, that ends at `end`.
    pub fn ratio(value: Decimal, end: usize, more: bool) -> Self {
        let unit = Unit { end, word_end: end, sort: Sort::Ratio, per: false };
        let first = Numeral { end, value: Some(value), arabic: true, scaled: false, more, digits: 0 };
        Amount { value: Value::One(value), unit: Some(unit), unit_start: end, end, more, first, rough: None, of: None }
    }
}

/// Number, range and unit at `i`. None when there is no number, or one too large to hold.
pub fn at(f: &Folded, i: usize) -> Option<Amount> {
    let first = numeral::read(f, i);
    let ratio = percent_in_words(f, i).or_else(|| fraction(f, first?));
    if let Some(found) = ratio.or_else(|| rough(f, i)) {
        return Some(found);
    }
    let first = first?;
    let (unit, unit_start) = unit_after(f, &first);
    let low = first.value?;
    if let Some(range) = range(f, &first, unit) {
        return Some(range);
    }
    if f.starts(first.end, "分之") {
        return None;
    }
    let end = unit.map_or(first.end, |u| u.end);
    let lent = if unit.is_none() && first.scaled { inherited(f, &first) } else { None };
    let (unit, unit_start) = lent.map_or((unit, unit_start), |(unit, start)| (Some(unit), start));
    Some(Amount { value: Value::One(low), unit, unit_start, end, more: first.more, first, rough: None, of: None })
}

/// 上千户, 数十家, 两三万名.
fn rough(f: &Folded, i: usize) -> Option<Amount> {
    let found = approx::read(f, i)?;
    let scaled = found.start < i || found.value.lower() >= Decimal::ONE_HUNDRED;
    let value = Some(found.value.lower());
    let first = Numeral { end: found.end, value, arabic: false, scaled, more: scaled, digits: 0 };
    let (unit, unit_start) = unit_after(f, &first);
    let end = unit.map_or(found.end, |u| u.end);
    let rough = Some((found.bound, found.start));
    Some(Amount { value: found.value, unit, unit_start, end, more: false, first, rough, of: None })
}

/// 四分之三 is 75 percent; 三分之一 has no exact decimal and is one of three.
fn fraction(f: &Folded, whole: Numeral) -> Option<Amount> {
    let whole = Some(whole).filter(|n| !n.more && f.starts(n.end, "分之"))?;
    let part = numeral::read(f, whole.end + 2).filter(|n| !n.more)?;
    let (of, value) = (whole.value?, part.value?);
    if of <= Decimal::ONE || of > Decimal::ONE_HUNDRED || value >= of || !of.fract().is_zero() {
        return None;
    }
    let percent = value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(of)?;
    let exact =
        percent.checked_mul(of)? == value.checked_mul(Decimal::ONE_HUNDRED)? && percent.normalize().scale() <= 4;
    let (value, of) = if exact { (percent, None) } else { (value, Some(of)) };
    Some(Amount { of, ..Amount::ratio(value, part.end, false) })
}

/// The unit that 1.2万、1.5万、8000亿元 gives to the numbers before it, with its first character.
fn inherited(f: &Folded, n: &Numeral) -> Option<(Unit, usize)> {
    let mut at = n.end;
    while matches!(f.get(at), '、' | '和' | '及' | '与') {
        let next = numeral::read(f, at + 1).filter(|n| n.arabic)?;
        if let (Some(unit), start) = unit_after(f, &next) {
            return next.scaled.then_some((unit, start));
        }
        at = next.end;
        if at > n.end + 64 {
            break;
        }
    }
    None
}

fn unit_after(f: &Folded, n: &Numeral) -> (Option<Unit>, usize) {
    let at = if n.arabic { f.skip_blanks(n.end) } else { n.end };
    let unlisted = || if n.arabic { unit::unlisted(f, at) } else { None };
    let rare = || {
        unit::bracketed(f, at)
            .or_else(|| unit::in_many(f, at))
            .or_else(|| unit::channels(f, at))
            .or_else(|| unit::of_blood(f, at))
    };
    (unit::read(f, at).or_else(rare).or_else(unlisted), at)
}

/// 百分之五十, 百分之百, 百分百.
fn percent_in_words(f: &Folded, i: usize) -> Option<Amount> {
    if !f.starts(i, "百分") {
        return None;
    }
    let whole = f.any(i, &["百分之百", "百分之一百", "百分百"]);
    if whole > 0 {
        return Some(Amount::ratio(Decimal::ONE_HUNDRED, i + whole, false));
    }
    let n = if f.starts(i, "百分之") { numeral::read(f, i + 3)? } else { return None };
    Some(Amount::ratio(n.value?, n.end, n.more))
}

/// 2-4次, 5%-5.5%, 1到2次, 2-3万元: both ends, when the second is the greater and has a unit.
fn range(f: &Folded, first: &Numeral, unit: Option<Unit>) -> Option<Amount> {
    let at = unit.map_or(first.end, |u| u.end);
    let link = match f.get(at) {
        '-' if f.get(at + 1) == '-' => 2,
        '-' | '至' | '到' => 1,
        _ => return None,
    };
    let second = numeral::read(f, at + link)?;
    let (unit2, unit_start) = unit_after(f, &second);
    let unit2 = unit2?;
    if unit.is_some_and(|u| u.sort != unit2.sort) || first.arabic != second.arabic {
        return None;
    }
    let (mut low, high) = (first.value?, second.value?);
    if !first.scaled && second.scaled && unit.is_none() {
        low = scaled_like(f, low, first.end, &second, at + link)?;
    }
    if low >= high {
        return None;
    }
    let value = Value::Range(low, high);
    let (unit, end) = (Some(unit2), unit2.end);
    Some(Amount { value, unit, unit_start, end, more: second.more, first: *first, rough: None, of: None })
}

/// The 2 of 2-3万, in the scale of the 3万.
fn scaled_like(f: &Folded, low: Decimal, end: usize, second: &Numeral, at: usize) -> Option<Decimal> {
    if let Some(digit) = numeral::digit(f.get(at)).filter(|d| *d > 0) {
        return low.checked_mul(second.value?.checked_div(Decimal::from(digit))?);
    }
    let digits_end = (at..second.end).find(|j| !(f.get(*j).is_ascii_digit() || f.get(*j) == '.'))?;
    let mut plain = Decimal::ZERO;
    let mut step = Decimal::ONE;
    let mut fraction = false;
    for j in at..digits_end {
        match f.get(j).to_digit(10) {
            Some(d) if fraction => {
                step /= Decimal::TEN;
                plain += step * Decimal::from(d);
            }
            Some(d) => plain = plain.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(d))?,
            None => fraction = true,
        }
    }
    if end >= at || plain.is_zero() {
        return None;
    }
    low.checked_mul(second.value?.checked_div(plain)?)
}
