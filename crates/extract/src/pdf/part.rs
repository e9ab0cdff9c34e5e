//! A table, or the part of one that stands on a page: rows of cells that keep where their edges are, so that parts of
//! several pages can be put together before columns are numbered.

use super::grid::Grid;
use super::join::{self, Edges, Paragraph};
use super::lines::{Numbers, TextLine, lines};
use super::names;
use super::writing::Glyph;

/// A table's part on a page, or all of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Part {
    /// Where columns begin and end.
    pub xs: Vec<f64>,
    pub top: f64,
    /// Whether its borders are drawn; where they are not, they are known less well.
    pub is_drawn: bool,
    pub rows: Vec<Vec<PartCell>>,
    /// What is too little for a table of its own, as lines: a table only where it goes on with one on the page before.
    pub scrap: Option<Vec<TextLine>>,
}

/// A cell: where it is, how many rows it covers, its lines and the edges between which they were broken. Lines become
/// paragraphs only when all parts are together, since a page may end in the middle of one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PartCell {
    pub x0: f64,
    pub x1: f64,
    pub rows: usize,
    pub lines: Vec<TextLine>,
    pub edges: Edges,
}

/// Edges nearer than this are one.
const NEAR: f64 = 6.0;
/// The same where edges are not drawn but taken from words.
const NEAR_UNDRAWN: f64 = 24.0;

impl Part {
    /// Fills a drawn grid with the characters that stand in it. `None` when it is no table but a frame.
    pub fn drawn(grid: &Grid, inside: Vec<(usize, Glyph)>, page: u32, numbers: &Numbers) -> Option<Self> {
        let words = words(grid, inside, page, numbers);
        let filled = words.iter().filter(|w| !w.is_empty()).count();
        let is_table = grid.xs.len() >= 3 && grid.ys.len() >= 3 && filled >= 3 && is_wide(grid, &words);
        is_table.then(|| Self::filled(grid, &words))
    }

    /// The same for a grid that is no table: the end of one, perhaps, that the page before began.
    pub fn scrap(grid: &Grid, inside: Vec<(usize, Glyph)>, page: u32, numbers: &Numbers) -> Option<Self> {
        let all = inside.iter().map(|(_, glyph)| *glyph).collect();
        let words = words(grid, inside, page, numbers);
        let may_go_on = page > 1 && grid.xs.len() >= 3 && is_wide(grid, &words);
        may_go_on.then(|| Self { scrap: Some(lines(all, page, numbers)), ..Self::filled(grid, &words) })
    }

    fn filled(grid: &Grid, words: &[Vec<TextLine>]) -> Self {
        let padding = padding(grid, words);
        let mut rows: Vec<Vec<PartCell>> = vec![vec![]; grid.ys.len() - 1];
        for (n, cell) in grid.cells.iter().enumerate() {
            let (x0, x1) = (grid.xs[cell.column], grid.xs[cell.column + cell.columns]);
            // Lines of other cells of the same column show how far a line may go.
            let alike =
                grid.cells.iter().zip(words).filter(|(c, _)| (c.column, c.columns) == (cell.column, cell.columns));
            let reach = alike.flat_map(|(_, w)| w.iter().map(TextLine::reach)).fold(x0, f64::max);
            let edges = Edges { left: x0 + padding, right: reach.max(x1 - padding), ..Edges::default() };
            rows[cell.row].push(PartCell { x0, x1, rows: cell.rows, lines: words[n].clone(), edges });
        }
        Self { xs: grid.xs.clone(), top: grid.ys[0], is_drawn: true, rows, scrap: None }
    }

    /// Whether another part on the next page has the same edges.
    pub fn is_continued_by(&self, next: &Self) -> bool {
        if self.is_drawn != next.is_drawn {
            return false;
        }
        if !self.is_drawn {
            let near = self.xs.iter().zip(&next.xs).all(|(a, b)| (a - b).abs() < NEAR_UNDRAWN);
            return self.xs.len() == next.xs.len() && near;
        }
        let ends = |part: &Self| part.xs.first().copied().zip(part.xs.last().copied());
        let Some(((a, b), (c, d))) = ends(self).zip(ends(next)) else { return false };
        let shared = next.xs.iter().filter(|x| self.xs.iter().any(|own| (own - **x).abs() < NEAR)).count();
        (a - c).abs() < NEAR && (b - d).abs() < NEAR && shared * 3 >= next.xs.len() * 2
    }

    /// Puts the part of the next page after this one. A row that was broken between the pages is made whole.
    pub fn append(&mut self, mut next: Self) {
        if !self.is_drawn {
            // Columns go by their order.
            let theirs = Self { xs: std::mem::take(&mut next.xs), ..Self::default() };
            for cell in next.rows.iter_mut().flatten() {
                (cell.x0, cell.x1) = (self.xs[theirs.column(cell.x0)], self.xs[theirs.column(cell.x1)]);
            }
        }
        // What is repeated at the head of the page would come between the two halves of a row.
        next.rows.drain(..repeated(&self.rows, &next.rows));
        if let (Some(last), Some(first)) = (last_filled(&mut self.rows), next.rows.first())
            && goes_on(last, first, self.is_drawn)
        {
            let first = next.rows.remove(0);
            for cell in first {
                let above = last.iter_mut().find(|c| c.is_at(&cell));
                match above {
                    Some(above) => above.lines.extend(cell.lines),
                    None => last.push(cell),
                }
            }
        }
        self.rows.append(&mut next.rows);
        for x in next.xs {
            if !self.xs.iter().any(|own| (own - x).abs() < NEAR) {
                self.xs.push(x);
            }
        }
        self.xs.sort_by(f64::total_cmp);
    }

    /// The border nearest to a place.
    pub fn column(&self, x: f64) -> usize {
        let after = self.xs.partition_point(|border| *border < x);
        let before = after.saturating_sub(1);
        let distance = |n: usize| self.xs.get(n).map_or(f64::INFINITY, |border| (border - x).abs());
        if distance(before) <= distance(after) { before } else { after }
    }
}

impl PartCell {
    pub fn is_blank(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether it has the edges of another.
    fn is_at(&self, other: &Self) -> bool {
        (self.x0 - other.x0).abs() < NEAR && (self.x1 - other.x1).abs() < NEAR
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let edges = Edges { leading: leading(&self.lines), ..self.edges };
        let breaks = names::breaks(&self.lines.iter().map(TextLine::text).collect::<Vec<_>>());
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        let ends = breaks.iter().copied().chain([self.lines.len()]);
        starts.zip(ends).flat_map(|(from, to)| join::paragraphs(&self.lines[from..to], |_| edges)).collect()
    }

    fn words(&self) -> String {
        self.lines.iter().map(TextLine::text).collect()
    }

    /// Whether it holds an item's number and nothing else.
    fn is_number(&self) -> bool {
        let words = self.words();
        let is_figure = |c: char| c.is_numeric() || "〇一二三四五六七八九十".contains(c);
        words.chars().count() <= 5
            && words.contains(is_figure)
            && words.chars().all(|c| is_figure(c) || "（）()、.．".contains(c))
    }
}

fn last_filled(rows: &mut [Vec<PartCell>]) -> Option<&mut Vec<PartCell>> {
    rows.iter_mut().rev().find(|r| r.iter().any(|c| !c.is_blank()))
}

/// Whether a row at the head of a page goes on with the last row of the page before. It has words only where the other has
/// some, and lacks the number of the other, or its first cell where it has none. A cell merged over rows may belong to one
/// of the two halves only; then some other cell of the row must have ended above.
fn goes_on(last: &[PartCell], first: &[PartCell], is_drawn: bool) -> bool {
    let filled = |row: &[PartCell]| row.iter().filter(|c| !c.is_blank()).count();
    let has_words = |row: &[PartCell], place: &PartCell| row.iter().any(|c| c.is_at(place) && !c.is_blank());
    let same_cells = last.len() == first.len();
    let may_differ = is_drawn && filled(first) + 1 < filled(last);
    if last.len() < 2 || filled(first) == 0 || !(same_cells || may_differ) {
        return false;
    }
    let is_within = first.iter().all(|c| c.is_blank() || has_words(last, c));
    let lead = last.iter().find(|c| c.is_number()).or_else(|| last.iter().find(|c| !c.is_blank()));
    is_within && lead.is_some_and(|lead| !has_words(first, lead))
}

/// How many rows at the head of a page were there before: those of the header, which may have stood below other rows.
fn repeated(rows: &[Vec<PartCell>], next: &[Vec<PartCell>]) -> usize {
    const MAX_ABOVE: usize = 8;
    let is_header = |row: &[PartCell]| row.iter().filter(|c| !c.is_blank()).count() > 1;
    let from = |start: usize| {
        let pairs = rows[start..].iter().zip(next);
        let same = pairs.take_while(|(a, b)| same_words(a, b) && !b.is_empty()).count();
        if start == 0 || next[..same].iter().any(|r| is_header(r)) { same } else { 0 }
    };
    (0..rows.len().min(MAX_ABOVE)).map(from).max().unwrap_or(0)
}

fn same_words(a: &[PartCell], b: &[PartCell]) -> bool {
    let words = |row: &[PartCell]| row.iter().filter(|c| !c.is_blank()).map(PartCell::words).collect::<Vec<_>>();
    words(a) == words(b)
}

/// The lines of each cell of a grid.
fn words(grid: &Grid, inside: Vec<(usize, Glyph)>, page: u32, numbers: &Numbers) -> Vec<Vec<TextLine>> {
    let mut words: Vec<Vec<Glyph>> = vec![vec![]; grid.cells.len()];
    for (cell, glyph) in inside {
        words[cell].push(glyph);
    }
    words.into_iter().map(|w| lines(w, page, numbers)).collect()
}

/// Whether there are words right of the first column.
fn is_wide(grid: &Grid, words: &[Vec<TextLine>]) -> bool {
    grid.cells.iter().zip(words).any(|(c, w)| c.column > 0 && !w.is_empty())
}

/// The distance of words from the edges of their cells.
fn padding(grid: &Grid, words: &[Vec<TextLine>]) -> f64 {
    let cells = grid.cells.iter().zip(words);
    let distances = cells.flat_map(|(c, w)| w.iter().map(|l| l.x0() - grid.xs[c.column]));
    distances.fold(f64::INFINITY, f64::min).clamp(0.0, 10.0)
}

/// The usual distance of base lines: the middle one of them all.
pub(super) fn leading(lines: &[TextLine]) -> f64 {
    let steps = lines.windows(2).filter(|w| w[0].page == w[1].page).map(|w| w[1].y - w[0].y);
    let mut steps: Vec<f64> = steps.filter(|s| *s > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(0.0)
}
