//! Targets told as a rhythm: a frequency in each period, and a count that the title itself spreads over the year.

use rust_decimal::Decimal;
use yinuo_model::{At, Mode, Period, Recurrence, Relation, Stretch, Target};

use super::Scene;
use super::parts::{self, Part};
use super::resolve::{add, meets, value};
use crate::counted;

/// A frequency in each period, times how often it recurs there.
pub fn recurring(scene: &Scene, t: usize, rates: &[Part]) -> Target {
    let goal = &scene.measures[t];
    let total = add(rates.iter().map(|p| {
        let months = match scene.measures[p.measure].at {
            At::Period(period) => months(period),
            _ => 12,
        };
        let factor = times(parts::recurrence(scene, p.measure), months);
        value(scene, p).checked_mul(factor).unwrap_or(Decimal::MAX)
    }));
    let reconciles = meets(goal, total, goal.value.lower(), true);
    let parts = rates.iter().map(|p| p.measure).collect();
    Target { measure: t, parts, relation: Relation::UnitConvertedSum, total, reconciles }
}

/// A count that the title itself spreads over the year: 每季度1次, or 第一季度与第四季度各12次.
pub fn inside_title(scene: &Scene, t: usize) -> Option<Target> {
    let goal = &scene.measures[t];
    let candidate = |n: &usize| {
        let m = &scene.measures[*n];
        *n != t && !scene.scheduled(*n) && m.unit == goal.unit && matches!(m.mode, Mode::Rate | Mode::Period)
    };
    (0..scene.measures.len()).filter(candidate).find_map(|n| {
        let m = &scene.measures[n];
        let factor = match m.mode {
            Mode::Rate => times(Some(parts::recurrence(scene, n)?), 12),
            _ => Decimal::from(parts::periods_named(scene, n)),
        };
        let total = m.value.lower().checked_mul(factor)?;
        let reconciles = meets(goal, total, goal.value.lower(), true);
        let related = counted::affinity(&scene.objects[n], &scene.objects[t]) >= 0.3 || scene.objects[n].is_empty();
        (factor > Decimal::ZERO && (related || reconciles)).then(|| Target {
            measure: t,
            parts: vec![n],
            relation: Relation::UnitConvertedSum,
            total,
            reconciles,
        })
    })
}

fn times(recurrence: Option<Recurrence>, months: i64) -> Decimal {
    let per_year = match recurrence {
        Some(Recurrence::Daily) => 365,
        Some(Recurrence::Weekly) => 52,
        Some(Recurrence::WeeklyOn(days)) => 52 * i64::from(days.count().max(1)),
        Some(Recurrence::Monthly | Recurrence::MonthlyOn(_)) | None => 12,
        Some(Recurrence::Quarterly) => 4,
        Some(Recurrence::HalfYearly) => 2,
        Some(Recurrence::Yearly) => 1,
        Some(Recurrence::Every(n, stretch)) => {
            let per_year = match stretch {
                Stretch::Days => 365,
                Stretch::Weeks => 52,
                Stretch::Months => 12,
                Stretch::Years => 1,
            };
            per_year / i64::from(n.max(1))
        }
    };
    (Decimal::from(per_year * months) / Decimal::from(12)).trunc().max(Decimal::ONE)
}

fn months(period: Period) -> i64 {
    let (first, last) = (period.first_day(), period.last_day());
    i64::from(last.year() - first.year()) * 12 + i64::from(last.month() - first.month()) + 1
}
