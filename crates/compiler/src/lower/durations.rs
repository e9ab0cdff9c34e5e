//! Hours that are promised and counted: a promise of 5200小时 in periods of 1200小时 and 2600小时. Elsewhere a length of time says how
//! long something takes, and stays what its clause said. Looks only at lengths that stand alone in their clause.

use yinuo_model::{At, Measure, Mode, Word};

use super::modes;
use crate::cell::Cell;
use crate::counted;
use crate::syntax::unit;
use crate::syntax::words::Alone;

/// Takes the lengths of time of the periods for amounts where the promise is one of the same unit.
pub fn count(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    let lasts = |m: &Measure| unit::is_duration(&m.unit);
    let scheduled = |m: &Measure| matches!(m.at, At::Period(_));
    let promised = |m: &&Measure| m.mode == Mode::Annual && !scheduled(m) && lasts(m);
    let promises: Vec<Word> = measures.iter().filter(promised).map(|m| m.unit.clone()).collect();
    for m in measures.iter_mut().filter(|m| m.mode == Mode::Context && scheduled(m)) {
        if promises.contains(&m.unit) && alone(cells, m) {
            m.mode = Mode::Period;
        }
    }
}

/// True when the clause names nothing beside the measure: 完成1200小时.
fn alone(cells: &[(At, &Cell)], m: &Measure) -> bool {
    let (before, after) = modes::clause(cells, m);
    let (before, after) = (Alone::anew(before), Alone::anew(after));
    counted::pairs([before.said(), after.said()]).is_empty()
}
