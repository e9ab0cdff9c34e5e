//! The edges of a name: its quotation marks stand in pairs, a bracket that was cut and the marks of a list are no part of it.
//! Moves edges only; which words are the name is for `object`.

use std::ops::Range;

use super::cue::ends_clause;
use super::fold::Folded;

/// The longest name in quotation marks.
const LONGEST: usize = 24;

/// How many characters the name in quotation marks has that opens at `i`, the marks included; 0 where none does.
pub fn quoted(f: &Folded, i: usize) -> usize {
    if f.get(i) != '“' {
        return 0;
    }
    let close = (i + 1..i + LONGEST).find(|j| matches!(f.get(*j), '”' | '“' | '\0'));
    close.filter(|j| f.get(*j) == '”').map_or(0, |j| j + 1 - i)
}

/// The name with whole edges; `None` where no name is left.
pub fn mended(f: &Folded, name: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = name;
    let count = |range: Range<usize>, mark: char| range.filter(|j| f.get(*j) == mark).count();
    while end > start {
        let cut = match f.before(end) {
            '、' | ' ' | '或' => true,
            ')' => count(start..end, ')') > count(start..end, '('),
            _ => false,
        };
        if !cut {
            break;
        }
        end -= 1;
    }
    while end > start && matches!(f.get(start), '、' | ' ' | ')') {
        start += 1;
    }
    let (opened, closed) = (count(start..end, '“'), count(start..end, '”'));
    if opened > closed {
        end += usize::from(f.get(end) == '”');
    } else if closed > opened {
        let outside = |j: &usize| f.get(*j) == '”' || ends_clause(f.get(*j)).is_some();
        let back = (start.saturating_sub(LONGEST)..start).rev().take_while(|j| !outside(j));
        start = back.into_iter().find(|j| f.get(*j) == '“').unwrap_or(start);
    }
    (end >= start + 2).then_some(start..end)
}
