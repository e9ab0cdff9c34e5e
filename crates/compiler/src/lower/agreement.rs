//! Measures that were linked as a running total are told as one, though no word says so and no number comes to the promise:
//! 完工12个, 完工28个, 全部完工. Links nothing itself.

use yinuo_model::{At, Measure, Mode, Relation, Target};

/// Gives the parts of a running total its mode. Numbers that fall are instalments that go on from a total.
pub fn of(measures: &mut [Measure], targets: &[Target]) {
    for target in targets.iter().filter(|t| t.relation == Relation::LastCumulative && t.parts.len() > 1) {
        let rises = |w: &[usize]| {
            let (one, next) = (&measures[w[0]], &measures[w[1]]);
            one.at != next.at && one.value.upper() < next.value.upper()
        };
        if !target.parts.windows(2).all(rises) {
            continue;
        }
        for part in &target.parts {
            let m = &mut measures[*part];
            if m.mode == Mode::Period && matches!(m.at, At::Period(_)) {
                m.mode = Mode::Cumulative;
            }
        }
    }
}
