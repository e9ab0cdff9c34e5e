//! Short rows whose blank cell could as well be another: where their words do not tell, which period is blank is not known, and the
//! row says so in a doubt. Moves no cell.

use super::assign::{self, Task};
use super::doubts::Doubted;
use crate::layout::headings::Column;

/// Another placement that costs this much more is no alternative.
const CLEAR: f32 = 1.0;
/// A longer row is not asked.
const LONGEST: usize = 48;

/// The periods any of which could be blank, where more could be than are, and what is doubted then.
pub fn of(task: Task, chosen: &[usize], cost: f32) -> Option<(Vec<Column>, Option<Doubted>)> {
    let is_period = |c: &usize| matches!(task.columns[*c], Column::Period(_));
    let is_blank = |c: &usize| !chosen.contains(c);
    let periods = || (0..task.columns.len()).filter(is_period);
    if task.atoms.len() > LONGEST || !periods().any(|c| is_blank(&c)) || periods().all(|c| is_blank(&c)) {
        return None;
    }
    let others = periods().filter(|c| !is_blank(c)).map(|c| (c, assign::without(task, c)));
    // words that would go to no cell are no cell placed otherwise
    let tail = |chosen: &[usize]| chosen.iter().filter(|c| **c == task.columns.len()).count();
    let close: Vec<(usize, (Vec<usize>, f32))> =
        others.filter(|(_, (other, dearer))| dearer - cost < CLEAR && tail(other) == tail(chosen)).collect();
    let (c, (other, dearer)) = close.iter().min_by(|a, b| a.1.1.total_cmp(&b.1.1))?;
    let at = chosen.iter().position(|taken| taken == c)?;
    let closeness = (100.0 * (1.0 - (dearer - cost).max(0.0) / CLEAR)).round() as u8;
    let could_be = |c: &usize| is_blank(c) || close.iter().any(|(other, _)| other == c);
    let doubted = Doubted {
        span: task.atoms[at].span,
        taken: task.columns.get(*c).copied(),
        instead: task.columns.get(other[at]).copied(),
        closeness,
    };
    Some((periods().filter(could_be).map(|c| task.columns[c]).collect(), Some(doubted)))
}
