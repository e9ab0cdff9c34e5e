//! Readings of a commitment that rest on an inference: a running total that no word says to be one, parts that count in
//! another unit than their target. What was decided stays; here it is only said that it was a choice.

use yinuo_diag::Text;
use yinuo_model::{At, Commitment, Doubt, Measure, Mode, Reading, Relation, Target};

/// Words that say a number is a running or yearly total.
const TOTAL_WORDS: &[&str] = &["累计", "全年", "年内", "合计", "总共", "共", "年度", "达到", "达"];
/// How close a running total without a word is to a number of its own period.
const SERIES_CLOSENESS: u8 = 35;
/// How close a conversion of units is to no link at all.
const CONVERSION_CLOSENESS: u8 = 50;

/// The doubts about a commitment's numbers and targets.
pub fn of(c: &Commitment) -> Vec<Doubt> {
    let series = c.measures.iter().filter(|m| is_unsaid_total(c, m)).map(|m| Doubt {
        commitment: c.number,
        at: m.at,
        about: Reading::Mode,
        place: m.place.clone(),
        taken: Text::new(
            format!("“{}”按累计数读", m.text),
            format!("\u{201c}{}\u{201d} was read as a running total", m.text),
        ),
        instead: Text::new("也可能是本期数", "it could be the number of its period"),
        closeness: SERIES_CLOSENESS,
    });
    let conversions = c.targets.iter().filter_map(|t| conversion(c, t));
    series.chain(conversions).collect()
}

/// A running total in a period whose clause has no word for it. Percentages of work are running by nature.
fn is_unsaid_total(c: &Commitment, m: &Measure) -> bool {
    let At::Period(period) = m.at else { return false };
    if m.mode != Mode::Cumulative || m.unit == "%" {
        return false;
    }
    let Some(milestone) = c.milestones.iter().find(|s| s.period == period) else { return false };
    let before = milestone.passage.text.find(m.text.as_str()).map_or("", |at| &milestone.passage.text[..at]);
    let clause = before.rsplit(['。', '；', ';']).next().unwrap_or(before);
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
