//! Quantities and what they promise. Values are exact decimals (law 10); a range is a pair.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::{At, Place, Word};

/// A number with unit, object, bound and mode, and the words it was read from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// The cell it stands in.
    pub at: At,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The words under the span: number, unit and a bound that touches them.
    pub text: Word,
    /// Normalised: `864万元` is 8640000.
    pub value: Value,
    /// The measure word as written; `CNY` for money, `%`, `pp`; empty when none is written.
    pub unit: Word,
    /// What is counted, as named in the text.
    pub object: Option<Word>,
    /// What kind of limit it is.
    pub bound: Bound,
    /// What the number says about the year.
    pub mode: Mode,
    /// Which way a percentage or percentage points go that say by how much something changes; not written for what does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Direction>,
    /// The measure it is a part of, where the words say so (其中, 含): an earlier one of the same cell, by its index among the
    /// commitment's measures. Not written where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
}

/// An exact number or a range, lower end first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// One number.
    One(Decimal),
    /// From, to.
    Range(Decimal, Decimal),
}

impl Value {
    /// The number itself, or the upper end of a range.
    pub fn upper(self) -> Decimal {
        match self {
            Value::One(v) | Value::Range(_, v) => v,
        }
    }

    /// The number itself, or the lower end of a range.
    pub fn lower(self) -> Decimal {
        match self {
            Value::One(v) | Value::Range(v, _) => v,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::One(v) => s.serialize_str(&v.normalize().to_string()),
            Value::Range(a, b) => [a.normalize().to_string(), b.normalize().to_string()].serialize(s),
        }
    }
}

/// The kind of limit a number sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// As written.
    Exact,
    /// 以上, 不少于, 不低于, 至少.
    AtLeast,
    /// 以内, 以下, 不超过.
    AtMost,
    /// 约, 左右, 近, 估计.
    About,
    /// 超, 余, 多.
    MoreThan,
}

/// What a number says about the year (gold/RULES.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Promised for the year.
    Annual,
    /// Belongs to its period.
    Period,
    /// A running total.
    Cumulative,
    /// A ratio, a per-head amount, a frequency.
    Rate,
    /// No target: an age, a threshold, a base.
    Context,
}

/// Which way something changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// 增长, 提高, 增加.
    Increase,
    /// 下降, 减少, 压减, 缩短.
    Decrease,
}

/// A measure promised for the year and the measures it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Target {
    /// Index into the commitment's measures.
    pub measure: usize,
    /// Indices into the commitment's measures.
    pub parts: Vec<usize>,
    /// How the parts make the target.
    pub relation: Relation,
    /// What the parts come to, in the target's unit.
    #[serde(serialize_with = "decimal")]
    pub total: Decimal,
    /// Whether that meets the target.
    pub reconciles: bool,
}

impl Target {
    /// True when the numbers of the parts stay below the total, which then rests on words such as 全部完工. `measures` are those
    /// of its commitment.
    pub fn is_closed_in_words(&self, measures: &[Measure]) -> bool {
        let values = self.parts.iter().filter_map(|i| measures.get(*i)).map(|m| m.value.upper());
        let reached: Decimal = match self.relation {
            Relation::Sum => values.sum(),
            Relation::LastCumulative => values.max().unwrap_or_default(),
            Relation::PercentComplete | Relation::UnitConvertedSum | Relation::None => return false,
        };
        self.reconciles && reached < self.total
    }
}

/// How parts make a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They add up.
    Sum,
    /// The last running total.
    LastCumulative,
    /// Percent of the work.
    PercentComplete,
    /// They add up after conversion of units.
    UnitConvertedSum,
    /// There are none.
    None,
}

fn decimal<S: Serializer>(v: &Decimal, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&v.normalize().to_string())
}
