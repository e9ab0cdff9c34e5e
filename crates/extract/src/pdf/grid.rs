//! Tables that are drawn: lines that meet are laid on a grid, and places of the grid with no line between them are one
//! cell. Knows nothing of words.

use super::path::Line;

/// Lines nearer than this are one, in points: a double border, two cells' borders side by side.
const NEAR: f64 = 3.5;
/// How much of a place's edge must be drawn to be a border.
const DRAWN: f64 = 0.6;
/// The most lines of one direction, and the most places of a grid.
const MAX_LINES: usize = 2_000;
const MAX_PLACES: usize = 60_000;

/// A table's borders.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    /// The upright borders, left to right, and the level ones, top to bottom.
    pub xs: Vec<f64>,
    pub ys: Vec<f64>,
    /// For each place, row by row, the number of its cell.
    places: Vec<usize>,
    pub cells: Vec<Cell>,
}

/// A cell: its first row and column, and how many it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

impl Grid {
    /// The cell at a point.
    pub fn cell_at(&self, x: f64, y: f64) -> Option<usize> {
        let column = self.xs.partition_point(|border| *border <= x).checked_sub(1)?;
        let row = self.ys.partition_point(|border| *border <= y).checked_sub(1)?;
        if column + 1 >= self.xs.len() || row + 1 >= self.ys.len() {
            return None;
        }
        self.places.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// How large it is.
    pub fn area(&self) -> f64 {
        let side = |all: &[f64]| all.last().zip(all.first()).map_or(0.0, |(b, a)| b - a);
        side(&self.xs) * side(&self.ys)
    }
}

/// A border: where it is, and the stretches of it that are drawn.
#[derive(Debug)]
struct Border {
    at: f64,
    from: f64,
    to: f64,
}

/// The grids of a page.
pub(super) fn grids(lines: &[Line]) -> Vec<Grid> {
    let is_level = |l: &&Line| l.x1 - l.x0 > l.y1 - l.y0;
    let level = lines.iter().filter(is_level);
    let level: Vec<_> = level.map(|l| Border { at: (l.y0 + l.y1) / 2.0, from: l.x0, to: l.x1 }).collect();
    let upright = lines.iter().filter(|l| !is_level(l));
    let upright: Vec<_> = upright.map(|l| Border { at: (l.x0 + l.x1) / 2.0, from: l.y0, to: l.y1 }).collect();
    let (level, upright) = (merged(level), merged(upright));
    if level.len() > MAX_LINES || upright.len() > MAX_LINES {
        return vec![];
    }
    let groups = groups(&level, &upright);
    groups.iter().filter_map(|(level, upright)| grid(level, upright)).collect()
}

/// Puts near lines onto one, and joins stretches of a line that touch.
fn merged(mut lines: Vec<Border>) -> Vec<Border> {
    lines.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut out: Vec<Border> = vec![];
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let end = rest.partition_point(|l| l.at - first.at <= NEAR);
        let (near, after) = rest.split_at(end);
        let at = near.iter().map(|l| l.at).sum::<f64>() / end as f64;
        let mut stretches: Vec<(f64, f64)> = near.iter().map(|l| (l.from, l.to)).collect();
        stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (from, to) in stretches {
            match out.last_mut().filter(|last| last.at == at && from <= last.to + NEAR) {
                Some(last) => last.to = last.to.max(to),
                None => out.push(Border { at, from, to }),
            }
        }
        rest = after;
    }
    // What is shorter than the smallest cell is an underline or an ornament.
    out.retain(|l| l.to - l.from > 6.0);
    out
}

/// Lines that meet, group by group.
fn groups<'a>(level: &'a [Border], upright: &'a [Border]) -> Vec<(Vec<&'a Border>, Vec<&'a Border>)> {
    let mut parent: Vec<usize> = (0..level.len() + upright.len()).collect();
    for (n, h) in level.iter().enumerate() {
        for (m, v) in upright.iter().enumerate() {
            let meet = v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;
            if meet {
                let (a, b) = (root(&mut parent, n), root(&mut parent, level.len() + m));
                parent[a.max(b)] = a.min(b);
            }
        }
    }
    let mut all: Vec<(Vec<&Border>, Vec<&Border>)> = vec![Default::default(); parent.len()];
    for (n, h) in level.iter().enumerate() {
        all[root(&mut parent, n)].0.push(h);
    }
    for (m, v) in upright.iter().enumerate() {
        all[root(&mut parent, level.len() + m)].1.push(v);
    }
    all.retain(|(h, v)| h.len() >= 2 && !v.is_empty());
    all
}

fn root(parent: &mut [usize], mut n: usize) -> usize {
    while parent[n] != n {
        parent[n] = parent[parent[n]];
        n = parent[n];
    }
    n
}

fn grid(level: &[&Border], upright: &[&Border]) -> Option<Grid> {
    let mut ys = places(level.iter().map(|l| l.at));
    let mut xs = places(upright.iter().map(|l| l.at));
    // Tables are often open at their sides: level lines then end there.
    let ends = |pick: fn(&Border) -> f64, all: &[&Border]| all.iter().map(|l| pick(l)).collect::<Vec<f64>>();
    let low = |all: Vec<f64>| all.into_iter().fold(f64::INFINITY, f64::min);
    let high = |all: Vec<f64>| all.into_iter().fold(f64::NEG_INFINITY, f64::max);
    let (left, right) = (low(ends(|l| l.from, level)), high(ends(|l| l.to, level)));
    let (top, bottom) = (low(ends(|l| l.from, upright)), high(ends(|l| l.to, upright)));
    let open =
        [left < xs[0] - 12.0, right > xs[xs.len() - 1] + 12.0, top < ys[0] - 8.0, bottom > ys[ys.len() - 1] + 8.0];
    if open[0] {
        xs.insert(0, left);
    }
    if open[1] {
        xs.push(right);
    }
    if open[2] {
        ys.insert(0, top);
    }
    if open[3] {
        ys.push(bottom);
    }
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    if columns == 0 || rows == 0 || columns * rows > MAX_PLACES {
        return None;
    }
    let upright = by_place(upright, &xs);
    let level = by_place(level, &ys);
    let mut parent: Vec<usize> = (0..columns * rows).collect();
    for row in 0..rows {
        for column in 0..columns {
            let here = row * columns + column;
            if column + 1 < columns && !is_drawn(&upright[column + 1], ys[row], ys[row + 1]) {
                let (a, b) = (root(&mut parent, here), root(&mut parent, here + 1));
                parent[a.max(b)] = a.min(b);
            }
            if row + 1 < rows && !is_drawn(&level[row + 1], xs[column], xs[column + 1]) {
                let (a, b) = (root(&mut parent, here), root(&mut parent, here + columns));
                parent[a.max(b)] = a.min(b);
            }
        }
    }
    Some(cells(xs, ys, &mut parent))
}

fn cells(xs: Vec<f64>, ys: Vec<f64>, parent: &mut [usize]) -> Grid {
    let columns = xs.len() - 1;
    let mut number = vec![usize::MAX; parent.len()];
    let mut places = vec![];
    let mut cells: Vec<Cell> = vec![];
    for here in 0..parent.len() {
        let first = root(parent, here);
        let (row, column) = (here / columns, here % columns);
        if number[first] == usize::MAX {
            number[first] = cells.len();
            cells.push(Cell { row, column, rows: 1, columns: 1 });
        }
        let cell = &mut cells[number[first]];
        if column < cell.column {
            cell.columns += cell.column - column;
            cell.column = column;
        }
        cell.columns = cell.columns.max(column - cell.column + 1);
        cell.rows = cell.rows.max(row - cell.row + 1);
        places.push(number[first]);
    }
    Grid { xs, ys, places, cells }
}

/// The different values, in order.
fn places(all: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// The lines at each border.
fn by_place<'a>(lines: &[&'a Border], at: &[f64]) -> Vec<Vec<&'a Border>> {
    let mut all = vec![vec![]; at.len()];
    for line in lines {
        if let Ok(n) = at.binary_search_by(|place| place.total_cmp(&line.at)) {
            all[n].push(*line);
        }
    }
    all
}

fn is_drawn(lines: &[&Border], from: f64, to: f64) -> bool {
    let drawn: f64 = lines.iter().map(|l| (l.to.min(to) - l.from.max(from)).max(0.0)).sum();
    drawn >= DRAWN * (to - from)
}
