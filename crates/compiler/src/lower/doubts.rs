//! Readings of a commitment that rest on an inference: a running total that no word says to be one, parts that count in
//! another unit than their target, a number that is only roughly written. What was decided stays; here it is only said that it was a choice.

use yinuo_diag::Text;
use yinuo_model::{At, Commitment, Doubt, Measure, Milestone, Mode, Period, Place, Reading, Relation, Target};

use super::modes;
use crate::syntax::approx;

/// Words that say a number is a running or yearly total.
const TOTAL_WORDS: &[&str] = &["累计", "全年", "年内", "合计", "总共", "共", "年度", "达到", "达"];
/// How close a running total without a word is to a number of its own period.
const SERIES_CLOSENESS: u8 = 35;
/// How close a conversion of units is to no link at all.
const CONVERSION_CLOSENESS: u8 = 50;

/// How close the least that 数十 can mean is to what was meant by it.
const SIZE_CLOSENESS: u8 = 60;
/// How close a fiscal quarter is to the calendar's.
const FISCAL_CLOSENESS: u8 = 70;
/// The longest words that only name a period, in characters.
const MAX_FISCAL: usize = 24;
/// How close 1万2 read as 12 000 is to another number.
const SPOKEN_CLOSENESS: u8 = 30;

/// The doubts about a commitment's numbers and targets.
pub fn of(c: &Commitment) -> Vec<Doubt> {
    let series = unsaid_series(c).into_iter().map(|m| {
        let taken = Text::new(
            format!("“{}”按累计数读", m.text),
            format!("\u{201c}{}\u{201d} was read as a running total", m.text),
        );
        about(c, m, taken, Text::new("也可能是本期数", "it could be the number of its period"), SERIES_CLOSENESS)
    });
    let rough = c.measures.iter().filter_map(|m| rough(c, m));
    let conversions = c.targets.iter().filter_map(|t| conversion(c, t));
    let fiscal = c.milestones.iter().filter_map(|m| fiscal(c, m));
    series.chain(rough).chain(conversions).chain(fiscal).collect()
}

fn about(c: &Commitment, m: &Measure, taken: Text, instead: Text, closeness: u8) -> Doubt {
    let place = m.place.clone();
    Doubt { commitment: c.number, at: m.at, about: Reading::Mode, place, taken, instead, closeness }
}

/// The first number of each series that was read as running without a word for it. One that comes to exactly what is
/// promised cannot be anything else.
fn unsaid_series(c: &Commitment) -> Vec<&Measure> {
    let mut told = vec![];
    let mut all = vec![];
    for (n, m) in c.measures.iter().enumerate().filter(|(_, m)| is_unsaid_total(c, m)) {
        let target = c.targets.iter().find(|t| t.relation == Relation::LastCumulative && t.parts.contains(&n));
        let series = (target.map(|t| t.measure), m.unit.as_str());
        if target.is_some_and(|t| comes_to_the_promise(c, t)) || told.contains(&series) {
            continue;
        }
        told.push(series);
        all.push(m);
    }
    all
}

/// True when the last number of a series is that of the title.
fn comes_to_the_promise(c: &Commitment, t: &Target) -> bool {
    let last = t.parts.last().and_then(|part| c.measures.get(*part)).map(|m| m.value.upper());
    let promised = |m: &Measure| !matches!(m.at, At::Period(_)) && Some(m.value.upper()) == last;
    c.measures.get(t.measure).is_some_and(promised)
}

/// A number that is only a size (数十家), or written as it is spoken (1万2个).
fn rough(c: &Commitment, m: &Measure) -> Option<Doubt> {
    let value = m.value.lower().normalize();
    if approx::names_only_a_size(&m.text) {
        let taken = Text::new(
            format!("“{}”按至少 {value} 读", m.text),
            format!("\u{201c}{}\u{201d} was read as at least {value}", m.text),
        );
        let instead = Text::new("原文没有写出确数", "the document does not name the number");
        return Some(about(c, m, taken, instead, SIZE_CLOSENESS));
    }
    approx::is_spoken(&m.text).then(|| {
        let taken =
            Text::new(format!("“{}”按 {value} 读", m.text), format!("\u{201c}{}\u{201d} was read as {value}", m.text));
        let instead = Text::new("也可能漏写了数字", "a digit may be missing");
        about(c, m, taken, instead, SPOKEN_CLOSENESS)
    })
}

/// A quarter of a fiscal year, kept as the quarter of its name: where that year begins, the document does not say.
fn fiscal(c: &Commitment, m: &Milestone) -> Option<Doubt> {
    let Period::Quarter(year, quarter) = m.period else { return None };
    let words = &m.passage.text;
    // few cells have one of the letters that are looked for first
    let may_be = words.len() <= MAX_FISCAL * 4 && words.contains(['F', 'f', '财']);
    if !may_be || words.chars().count() > MAX_FISCAL {
        return None;
    }
    if !["FY", "fy", "财年", "财政年度"].iter().any(|w| words.contains(w)) {
        return None;
    }
    Some(Doubt {
        commitment: c.number,
        at: At::Period(m.period),
        about: Reading::Cell,
        place: Place::Spans(m.passage.spans.to_vec()),
        taken: Text::new(
            format!("“{words}”按公历 {year} 年第 {quarter} 季度读"),
            format!("\u{201c}{words}\u{201d} was read as quarter {quarter} of the calendar year {year}"),
        ),
        instead: Text::new(
            "财年从哪个月开始，文中没有写",
            "the document does not say in which month its fiscal year begins",
        ),
        closeness: FISCAL_CLOSENESS,
    })
}

/// A running total in a period whose clause has no word for it. Percentages of work are running by nature.
fn is_unsaid_total(c: &Commitment, m: &Measure) -> bool {
    let At::Period(period) = m.at else { return false };
    if m.mode != Mode::Cumulative || m.unit == "%" {
        return false;
    }
    let Some(milestone) = c.milestones.iter().find(|s| s.period == period) else { return false };
    let text = &milestone.passage.text;
    let before = milestone.passage.range_of(m.place.first()).map_or("", |here| &text[..here.start]);
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(modes::REACH))..];
    let clause = near.rsplit(['。', '；', ';']).next().unwrap_or(near);
    !TOTAL_WORDS.iter().any(|w| clause.contains(w))
}

fn conversion(c: &Commitment, t: &Target) -> Option<Doubt> {
    let target = c.measures.get(t.measure)?;
    let other = t.parts.iter().filter_map(|p| c.measures.get(*p)).find(|p| p.unit != target.unit)?;
    if t.relation != Relation::UnitConvertedSum {
        return None;
    }
    let (a, b) = (&target.unit, &other.unit);
    Some(Doubt {
        commitment: c.number,
        at: target.at,
        about: Reading::Target,
        place: target.place.clone(),
        taken: Text::new(
            format!("以“{b}”计的数折算成“{a}”后合计"),
            format!("numbers in {b} were converted to {a} and added up"),
        ),
        instead: Text::new("两种单位也可能数的不是一回事", "the two units may not count the same thing"),
        closeness: CONVERSION_CLOSENESS,
    })
}
