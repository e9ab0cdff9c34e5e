//! What should be reached by the end of each period, derived from a target and the measures it is made of. Reads the
//! plan's own links; never guesses one.

use rust_decimal::Decimal;
use yinuo_model::{At, Commitment, Direction, Measure, Mode, Period, Relation, Target};

/// A target's planned course.
pub struct Trajectory {
    /// What is promised for the year.
    pub goal: Decimal,
    /// The unit of goal and points.
    pub unit: String,
    /// Which way the goal goes, where it is by how much something changes.
    pub change: Option<Direction>,
    /// One for each period of the commitment, in order.
    pub points: Vec<Point>,
}

/// Where a target should stand at the end of a period.
pub struct Point {
    /// The period.
    pub period: Period,
    /// Reached by its end, in the target's unit.
    pub by: Decimal,
    /// True when the period itself names a number that counts.
    pub stated: bool,
}

impl Point {
    /// The share of `goal` in percent, 0 to 100.
    pub fn percent(&self, goal: Decimal) -> u8 {
        let share = (self.by * Decimal::ONE_HUNDRED).checked_div(goal).unwrap_or_default();
        u8::try_from(share.round().clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)).unwrap_or(0)
    }
}

/// What a target is measured against: its number and unit, or all of the work where the periods tell percents of it.
pub fn goal<'a>(c: &'a Commitment, target: &Target) -> Option<(Decimal, &'a str)> {
    let measure = c.measures.get(target.measure)?;
    match target.relation {
        Relation::PercentComplete => Some((Decimal::ONE_HUNDRED, "%")),
        _ => Some((measure.value.upper(), &measure.unit)),
    }
}

/// The course of a target; `None` when its parts do not stand in periods or it has no goal to measure against.
pub fn of(c: &Commitment, target: &Target) -> Option<Trajectory> {
    let (goal, unit) = goal(c, target)?;
    let in_period = |i: &usize| match c.measures.get(*i)? {
        Measure { at: At::Period(p), value, mode, .. } => Some((*p, value.upper(), *mode)),
        _ => None,
    };
    let parts: Vec<(Period, Decimal, Mode)> = target.parts.iter().filter_map(in_period).collect();
    let raw: Decimal = parts.iter().map(|(_, v, _)| *v).sum();
    let factor = match target.relation {
        Relation::None => return None,
        Relation::UnitConvertedSum => target.total.checked_div(raw)?,
        _ => Decimal::ONE,
    };
    if parts.is_empty() || goal <= Decimal::ZERO {
        return None;
    }
    let running = matches!(target.relation, Relation::LastCumulative | Relation::PercentComplete);
    let mut by = Decimal::ZERO;
    let mut points = vec![];
    for milestone in &c.milestones {
        let here: Vec<_> = parts.iter().filter(|(p, ..)| *p == milestone.period).collect();
        for (_, value, mode) in &here {
            by = if running || *mode == Mode::Cumulative { by.max(*value * factor) } else { by + *value * factor };
        }
        points.push(Point { period: milestone.period, by, stated: !here.is_empty() });
    }
    if let (true, Some(last)) = (target.relation != Relation::UnitConvertedSum, points.last_mut()) {
        // What is told in words ("completed") counts in the total and stands at the end.
        last.stated |= target.total > last.by;
        last.by = last.by.max(target.total);
    }
    let change = c.measures.get(target.measure).and_then(|m| m.change);
    let change = change.filter(|_| target.relation != Relation::PercentComplete);
    Some(Trajectory { goal, unit: unit.to_string(), change, points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::commitment;

    /// What should be reached by the end of each quarter.
    fn course(c: &Commitment) -> Option<Vec<String>> {
        let course = of(c, &c.targets[0])?;
        Some(course.points.iter().map(|p| p.by.normalize().to_string()).collect())
    }

    #[test]
    fn numbers_of_the_periods_are_added_up() {
        let parts = [(1, 20, "场", Mode::Period), (3, 30, "场", Mode::Period)];
        let c = commitment(50, "场", &parts, Relation::Sum, 50, true);
        assert_eq!(course(&c).unwrap(), ["20", "20", "50", "50"]);
    }

    #[test]
    fn running_totals_stand_as_they_are() {
        let parts = [(1, 20, "场", Mode::Cumulative), (2, 30, "场", Mode::Cumulative), (4, 36, "场", Mode::Cumulative)];
        let c = commitment(36, "场", &parts, Relation::LastCumulative, 36, true);
        assert_eq!(course(&c).unwrap(), ["20", "30", "30", "36"]);
    }

    #[test]
    fn other_units_are_converted_to_the_target() {
        let parts = [(1, 200, "人", Mode::Period), (2, 1200, "人", Mode::Period)];
        let c = commitment(700, "对", &parts, Relation::UnitConvertedSum, 700, true);
        assert_eq!(course(&c).unwrap(), ["100", "700", "700", "700"]);
    }

    #[test]
    fn percents_run_to_the_end_that_words_tell() {
        let parts = [(2, 35, "%", Mode::Cumulative), (3, 70, "%", Mode::Cumulative)];
        let c = commitment(6, "个", &parts, Relation::PercentComplete, 100, true);
        assert_eq!(course(&c).unwrap(), ["0", "35", "70", "100"]);
        assert_eq!(goal(&c, &c.targets[0]), Some((Decimal::ONE_HUNDRED, "%")));
    }

    #[test]
    fn what_is_left_is_told_in_words() {
        let parts = [(2, 12, "个", Mode::Period), (3, 28, "个", Mode::Period)];
        let c = commitment(41, "个", &parts, Relation::Sum, 41, true);
        assert_eq!(course(&c).unwrap(), ["0", "12", "40", "41"]);
        assert!(c.targets[0].is_closed_in_words(&c.measures));
        let c = commitment(40, "个", &parts, Relation::Sum, 40, true);
        assert!(!c.targets[0].is_closed_in_words(&c.measures));
    }

    #[test]
    fn nothing_is_made_up() {
        assert!(course(&commitment(6, "个", &[], Relation::None, 0, false)).is_none());
        let parts = [(1, 0, "人", Mode::Period)];
        assert!(course(&commitment(6, "对", &parts, Relation::UnitConvertedSum, 0, false)).is_none());
        assert!(course(&commitment(0, "对", &parts, Relation::Sum, 0, true)).is_none());
    }
}
