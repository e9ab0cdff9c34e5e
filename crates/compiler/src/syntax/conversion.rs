//! Measure words that count the same thing in different units: couples and persons, visits and persons, lessons and
//! sessions, kilometres and metres. Knows words and factors only; whether two counts are of one object is for others.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// How a count in one unit becomes a count in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conversion {
    /// Multiply by this, then divide by `divisor`.
    pub factor: Decimal,
    /// See `factor`. Kept apart so that thirds stay exact until the end.
    pub divisor: Decimal,
    /// The two words mean the same unit: nobody would remark on it.
    pub same: bool,
}

impl Conversion {
    /// A number of the first unit in the second.
    pub fn apply(self, value: Decimal) -> Decimal {
        value.checked_mul(self.factor).and_then(|v| v.checked_div(self.divisor)).unwrap_or(value)
    }

    /// One of the first is one of the second.
    pub fn is_one_to_one(self) -> bool {
        self.factor == self.divisor
    }
}

/// From one unit to another; `None` when they count different things.
pub fn between(from: &str, to: &str) -> Option<Conversion> {
    let (from, to) = if from == to { (from.into(), to.into()) } else { (plain(from), plain(to)) };
    if from == to {
        return Some(Conversion { factor: Decimal::ONE, divisor: Decimal::ONE, same: true });
    }
    FAMILIES.iter().find_map(|family| {
        // a bare 次 counts occasions; only a count of visits is also a count of occasions
        if from == "次" && family[0].0 == "家次" {
            return None;
        }
        let factor = |unit: &str| family.iter().find(|(word, ..)| *word == unit).map(|(_, n, alias)| (*n, *alias));
        let ((a, x), (b, y)) = (factor(&from)?, factor(&to)?);
        Some(Conversion { factor: Decimal::from(a), divisor: Decimal::from(b), same: x == y })
    })
}

/// Without brackets and spaces: 家(次) is 家次.
fn plain(unit: &str) -> Cow<'_, str> {
    let aside = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）' | '/');
    if unit.contains(aside) { unit.replace(aside, "").into() } else { unit.into() }
}

/// Word, size in the family's base, and a number shared by words for the same unit.
type Family = &'static [(&'static str, i64, u8)];

static FAMILIES: &[Family] = &[
    // persons
    &[("人", 1, 0), ("名", 1, 0), ("位", 1, 0), ("人次", 1, 1), ("例", 1, 2), ("剂", 1, 6), ("", 1, 3), ("对", 2, 4)],
    // occasions
    &[
        ("场", 1, 0),
        ("场次", 1, 0),
        ("次", 1, 1),
        ("堂", 1, 2),
        ("节", 1, 3),
        ("课时", 1, 4),
        ("期", 1, 5),
        ("班次", 1, 6),
    ],
    // bodies visited
    &[("家次", 1, 0), ("家", 1, 1), ("户次", 1, 2), ("户", 1, 3), ("次", 1, 4), ("批次", 1, 5)],
    // things built
    &[
        ("个", 1, 0),
        ("处", 1, 1),
        ("座", 1, 2),
        ("所", 1, 3),
        ("家", 1, 4),
        ("间", 1, 5),
        ("项", 1, 6),
        ("条", 1, 7),
        ("块", 1, 8),
        ("点", 1, 9),
    ],
    &[("套", 1, 0), ("户", 1, 1)],
    // lamps and poles
    &[("盏", 1, 0), ("套", 1, 1), ("杆", 1, 2), ("基", 1, 3), ("个", 1, 4)],
    &[("辆", 1, 0), ("台", 1, 1), ("部", 1, 2), ("台套", 1, 3), ("套", 1, 4)],
    &[("册", 1, 0), ("本", 1, 1), ("份", 1, 2)],
    &[("公里", 1000, 0), ("千米", 1000, 0), ("米", 1, 1), ("延米", 1, 1), ("里", 500, 2)],
    // a third of a square metre, so that 亩 is whole
    &[
        ("平方米", 3, 0),
        ("平米", 3, 0),
        ("㎡", 3, 0),
        ("亩", 2_000, 1),
        ("公顷", 30_000, 2),
        ("平方公里", 3_000_000, 3),
    ],
    &[("吨", 1000, 0), ("公斤", 1, 1), ("千克", 1, 1)],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_convert_where_they_count_the_same() {
        let cases = [
            ("人", "对", 1400, Some((700, false))),
            ("名", "人次", 40, Some((40, false))),
            ("名", "人", 40, Some((40, true))),
            ("场次", "场", 20, Some((20, true))),
            ("家（次）", "家(次)", 9, Some((9, true))),
            ("家(次)", "(次)", 9, Some((9, false))),
            ("次", "家(次)", 9, None),
            ("公里", "米", 2, Some((2000, false))),
            ("公顷", "亩", 2, Some((30, false))),
            ("个", "人次", 9, None),
            ("%", "家", 40, None),
        ];
        for (from, to, value, wanted) in cases {
            let got = between(from, to).map(|c| (c.apply(Decimal::from(value)), c.same));
            assert_eq!(got, wanted.map(|(v, same)| (Decimal::from(v), same)), "{from} to {to}");
        }
    }
}
