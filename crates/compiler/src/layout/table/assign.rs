//! Sentences to cells at least cost. Columns keep their order, each cell takes a run of sentences, some cells stay
//! blank; the cheapest such division is found by dynamic programming over (sentence, column), linear in sentences.
//!
//! The costs say what a careful person would find odd:
//!
//! | what | cost |
//! |---|---|
//! | a border between two paragraphs | 0; 6 if the second goes on with a list, 5 if the first ends in a comma or colon, 1 if in a semicolon |
//! | a border inside a paragraph | 7; less where a list starts again or two sentences are built alike |
//! | two paragraphs in one cell | 4; 1.5 after a semicolon, 1 if the first is no finished sentence, 0.2 if a list goes on |
//! | a blank cell | 6 in a schedule (5.8 at its ends, where work has not begun or is over), 3 elsewhere, 40 for a title |
//! | blank cells where lines are left empty | 3 less |
//! | words after the last cell | 5 a paragraph, 3 in the last row |
//! | words that are no deadline in a column of deadlines | 4 |
//! | a month or quarter named in the cell of its period | -1.5; in another's 1 |
//! | in a short row: a stage in the period that its number says | -1.2; the end of the work in the last period | -0.3 |

use yinuo_model::Role;

use super::atoms::Atom;
use super::hints::Hint;
use crate::layout::headings::Column;

mod cost {
    pub const BORDER_IN_LIST: f32 = 6.0;
    pub const BORDER_AFTER_OPEN: f32 = 5.0;
    pub const BORDER_AFTER_LISTED: f32 = 1.0;
    pub const BORDER_IN_PARAGRAPH: f32 = 7.0;
    pub const BORDER_AT_NEW_LIST: f32 = 0.5;
    pub const BORDER_BETWEEN_LIKE: f32 = 2.0;
    pub const JOIN_LIST: f32 = 0.2;
    pub const JOIN_OPEN: f32 = 0.2;
    pub const JOIN_UNFINISHED: f32 = 1.0;
    pub const JOIN_LISTED: f32 = 1.5;
    pub const JOIN_FINISHED: f32 = 4.0;
    pub const JOIN_NEW_LIST: f32 = 3.0;
    pub const BLANK_TITLE: f32 = 40.0;
    pub const BLANK_PERIOD: f32 = 6.0;
    pub const BLANK_FIRST_PERIOD: f32 = 5.85;
    pub const BLANK_END_PERIOD: f32 = 5.8;
    pub const BLANK_OTHER: f32 = 3.0;
    pub const TAIL: f32 = 5.0;
    pub const TAIL_OF_LIST: f32 = 3.0;
    pub const OWN_PERIOD: f32 = -1.5;
    pub const OTHER_PERIOD: f32 = 1.0;
    pub const OWN_STAGE: f32 = -1.2;
    pub const LAST_PERIOD: f32 = -0.3;
    pub const LINES_LEFT_EMPTY: f32 = -3.0;
    pub const NOT_AN_OWNER: f32 = 4.0;
    pub const OWNER_ELSEWHERE: f32 = 3.0;
    pub const NOT_A_DEADLINE: f32 = 4.0;
}

/// What is to be assigned to what.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// Sentences in order.
    pub atoms: &'a [Atom<'a>],
    /// Columns in order; several rows' worth where numbers are missing.
    pub columns: &'a [Column],
    /// No row follows, so that words after the last cell are more likely the page's.
    pub last: bool,
    /// More lines are left empty after it than between others.
    pub lines_after: bool,
}

/// The column of each atom, and the cost of that; `columns.len()` is the tail after the last cell.
pub fn assign(task: Task) -> (Vec<usize>, f32) {
    cheapest(task, |_, _| false)
}

/// What the cheapest assignment costs.
pub fn cost(task: Task) -> f32 {
    cheapest(task, |_, _| false).1
}

/// The cheapest assignment that leaves column `c` blank, and its cost.
pub fn without(task: Task, c: usize) -> (Vec<usize>, f32) {
    cheapest(task, |_, taken| taken == c)
}

/// The column that atom `at` would take if it could not take the one it was given, and what that would cost.
pub fn second_choice(task: Task, chosen: &[usize], at: usize) -> Option<(usize, f32)> {
    let first = *chosen.get(at)?;
    let (other, cost) = cheapest(task, |i, c| (i, c) == (at, first));
    other.get(at).map(|c| (*c, cost))
}

/// More columns than most tables have.
const USUAL: usize = 16;

/// The cheapest assignment and its cost; `barred` says which columns an atom may not take.
fn cheapest(task: Task, barred: impl Fn(usize, usize) -> bool) -> (Vec<usize>, f32) {
    let Task { atoms, columns, last, lines_after } = task;
    if atoms.is_empty() || columns.is_empty() {
        return (vec![0; atoms.len()], 0.0);
    }
    let width = columns.len() + 1;
    let (mut usual, mut large) = ([0.0; 3 * USUAL], vec![]);
    let room = if width <= USUAL {
        &mut usual[..3 * width]
    } else {
        large.resize(3 * width, 0.0);
        &mut large[..]
    };
    let (blanks, rest) = room.split_at_mut(width);
    let (mut best, mut next) = rest.split_at_mut(width);
    sum_blanks(columns, blanks);
    let fit = |i: usize, c: usize| if barred(i, c) { f32::INFINITY } else { fit(&atoms[i], columns, c, last) };
    best.iter_mut().enumerate().for_each(|(c, cell)| *cell = blanks[c] + fit(0, c));
    let mut back: Vec<u16> = Vec::with_capacity(atoms.len() * width);
    back.extend((0..width).map(|c| c as u16));
    let mut last_marker = atoms[0].marker;
    for (n, pair) in atoms.windows(2).enumerate() {
        let (before, here) = (&pair[0], &pair[1]);
        let (join, border) = (join_cost(before, here, last_marker), border_cost(before, here, last_marker));
        let left_empty = if here.lines_before { cost::LINES_LEFT_EMPTY } else { 0.0 };
        for (c, cell) in next.iter_mut().enumerate() {
            let mut from = (best[c] + if c + 1 == width { 0.0 } else { join }, c);
            for (earlier, so_far) in best.iter().enumerate().take(c) {
                let skipped = if c > earlier + 1 { left_empty } else { 0.0 };
                let total = so_far + border + skipped + blanks[c] - blanks[earlier + 1];
                if total < from.0 {
                    from = (total, earlier);
                }
            }
            *cell = from.0 + fit(n + 1, c);
            back.push(from.1 as u16);
        }
        std::mem::swap(&mut best, &mut next);
        last_marker = here.marker.or(last_marker);
    }
    let left_empty = if lines_after { cost::LINES_LEFT_EMPTY } else { 0.0 };
    let skipped = |c: usize| if c + 2 < width { left_empty } else { 0.0 };
    let end = |c: usize| best[c] + if c + 1 < width { blanks[width - 1] - blanks[c + 1] + skipped(c) } else { 0.0 };
    let mut c = (0..width).min_by(|a, b| end(*a).total_cmp(&end(*b))).unwrap_or(0);
    let cost = end(c);
    let mut chosen = vec![0; atoms.len()];
    for i in (0..atoms.len()).rev() {
        chosen[i] = c;
        c = back[i * width + c] as usize;
    }
    (chosen, cost)
}

/// Makes `sums[c]` the cost of leaving all columns before `c` blank.
fn sum_blanks(columns: &[Column], sums: &mut [f32]) {
    let is_period = |c: Option<&Column>| matches!(c, Some(Column::Period(_)));
    for (i, column) in columns.iter().enumerate() {
        let at_end = !(is_period(columns.get(i + 1)) && i > 0 && is_period(columns.get(i - 1)));
        let blank = match column {
            Column::Title => cost::BLANK_TITLE,
            // of two readings as good the one that fills the first cells
            Column::Period(_) if at_end && is_period(columns.get(i + 1)) => cost::BLANK_FIRST_PERIOD,
            Column::Period(_) if at_end => cost::BLANK_END_PERIOD,
            Column::Period(_) => cost::BLANK_PERIOD,
            _ => cost::BLANK_OTHER,
        };
        sums[i + 1] = sums[i] + blank;
    }
}

/// How ill an atom fits a column by what it says.
fn fit(atom: &Atom, columns: &[Column], c: usize, last: bool) -> f32 {
    match columns.get(c) {
        None => match (atom.first, last) {
            (true, true) => cost::TAIL_OF_LIST,
            (true, false) => cost::TAIL,
            (false, _) => 0.0,
        },
        Some(Column::Owner(role)) => {
            // a person is told by a name or an office
            let is_person = *role == Role::Leader && atom.text.chars().count() <= MAX_LEADER && !atom.closed;
            if atom.names_a_unit || is_person { 0.0 } else { cost::NOT_AN_OWNER }
        }
        Some(Column::Deadline) if !looks_like_a_deadline(atom.text) => cost::NOT_A_DEADLINE,
        Some(Column::Period(stretch)) => {
            let (from, to) = stretch.months();
            let own = atom.months.iter().any(|(a, b)| *a >= from && *b <= to);
            let other = atom.months.iter().any(|(a, b)| *b < from || *a > to);
            let said =
                (if own { cost::OWN_PERIOD } else { 0.0 }) + (if other && !own { cost::OTHER_PERIOD } else { 0.0 });
            said + hinted(atom.hint, columns, c)
        }
        Some(_) if atom.names_a_unit && columns.iter().any(|c| matches!(c, Column::Owner(_))) => cost::OWNER_ELSEWHERE,
        Some(_) => 0.0,
    }
}

/// What the words of a short row tell of the period they stand in without naming it.
fn hinted(hint: Option<Hint>, columns: &[Column], c: usize) -> f32 {
    let is_period = |c: &Column| matches!(c, Column::Period(_));
    match hint {
        Some(Hint::Stage(n)) if columns[..=c].iter().rev().take_while(|c| is_period(c)).count() == n as usize => {
            cost::OWN_STAGE
        }
        Some(Hint::End) if !columns.get(c + 1).is_some_and(is_period) => cost::LAST_PERIOD,
        _ => 0.0,
    }
}

/// The longest words that name a leader, in characters.
const MAX_LEADER: usize = 40;

/// A few words that speak of a day, a month or a season.
fn looks_like_a_deadline(text: &str) -> bool {
    text.chars().count() <= 24 && text.contains(['年', '月', '日', '季', '前', '底', '期', '周'])
}

/// Both in one cell.
fn join_cost(before: &Atom, here: &Atom, last_marker: Option<u32>) -> f32 {
    match (here.first, here.marker) {
        (false, _) => 0.0,
        (true, Some(1)) => {
            if before.open {
                cost::JOIN_OPEN
            } else {
                cost::JOIN_NEW_LIST
            }
        }
        (true, Some(n)) if last_marker.and_then(|m| m.checked_add(1)) == Some(n) => cost::JOIN_LIST,
        (true, Some(_)) => cost::JOIN_UNFINISHED,
        (true, None) if before.open => cost::JOIN_OPEN,
        (true, None) if !before.closed => cost::JOIN_UNFINISHED,
        (true, None) if before.listed => cost::JOIN_LISTED,
        (true, None) => cost::JOIN_FINISHED,
    }
}

/// A cell border between them.
fn border_cost(before: &Atom, here: &Atom, last_marker: Option<u32>) -> f32 {
    let goes_on = here.marker.is_some_and(|n| n > 1 && last_marker == Some(n - 1));
    let list = if goes_on { cost::BORDER_IN_LIST } else { 0.0 };
    let open = match (before.open, before.listed) {
        (true, _) => cost::BORDER_AFTER_OPEN,
        (_, true) => cost::BORDER_AFTER_LISTED,
        _ => 0.0,
    };
    let inside = match (here.first, here.marker, last_marker) {
        (true, ..) => 0.0,
        (false, Some(1), Some(_)) => cost::BORDER_AT_NEW_LIST,
        (false, ..) if alike(before.text, here.text) => cost::BORDER_BETWEEN_LIKE,
        _ => cost::BORDER_IN_PARAGRAPH,
    };
    list + open + inside
}

/// Two sentences that begin with the same four characters: instalments of one series.
fn alike(a: &str, b: &str) -> bool {
    let mut pairs = a.chars().zip(b.chars()).take(4);
    a.chars().count() >= 4 && pairs.by_ref().all(|(x, y)| x == y)
}
