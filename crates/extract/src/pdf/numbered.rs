//! Rows of a table without lines whose rows stand so close that no gap shows where one ends, but whose first column numbers them:
//! each number has a row, and its cells stand above and below it alike, or begin or end at it. Decides between two numbers only.

use super::columns::is_wide;
use super::lines::TextLine;

/// The fewest numbers that show a table to be numbered.
const MIN_NUMBERS: usize = 3;
/// The most lines between two numbers that are weighed; more are no row of a list.
const MAX_BETWEEN: usize = 16;

/// Where the cells of a row stand beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Below,
    Around,
    Above,
}

/// The line with which each row begins; none where the first column does not number the rows one by one. `low` where some row
/// begins above its number.
pub(super) fn starts(lines: &[TextLine], borders: &[f64], low: bool) -> Option<Vec<usize>> {
    let first = |l: &TextLine| l.between(borders[0], borders[1]);
    let alone: Vec<bool> = lines.iter().map(|l| is_wide(l, borders)).collect();
    let anchors: Vec<usize> = (0..lines.len()).filter(|n| !alone[*n] && !first(&lines[*n]).marks.is_empty()).collect();
    let number = |n: &usize| first(&lines[*n]).text().trim().parse::<u32>().ok();
    let numbers: Vec<u32> = anchors.iter().filter_map(number).collect();
    let rises = numbers.windows(2).all(|w| w[1] == w[0].saturating_add(1));
    let apart = anchors.windows(2).all(|w| w[1] - w[0] <= MAX_BETWEEN);
    if numbers.len() < MIN_NUMBERS || numbers.len() * 3 < anchors.len() * 2 || !rises || !apart {
        return None;
    }
    let heads = anchors.iter().copied().filter(|n| number(n).is_none()).collect();
    let table = Table { lines, cells: cells(lines, borders), heads };
    let mut best: Option<(f64, Vec<usize>)> = None;
    for stand in [Stand::Below, Stand::Around, Stand::Above].into_iter().skip(usize::from(low)) {
        let (cost, starts) = table.divide(&alone, &anchors, stand);
        if best.as_ref().is_none_or(|(least, _)| cost + 0.01 < *least) {
            best = Some((cost, starts));
        }
    }
    best.map(|(_, starts)| starts)
}

/// The words of a line in one column.
#[derive(Clone, Copy)]
struct Words {
    /// They go as far as the column does, so that they may go on below.
    full: bool,
}

/// For each line its words in each column.
fn cells(lines: &[TextLine], borders: &[f64]) -> Vec<Vec<Option<Words>>> {
    let reach =
        |l: &TextLine, b: &[f64]| Some(l.between(b[0], b[1])).filter(|l| !l.marks.is_empty()).map(|l| l.reach());
    let inside = lines.iter().filter(|l| !is_wide(l, borders));
    let mut ends = vec![f64::NEG_INFINITY; borders.len() - 1];
    for line in inside {
        for (end, b) in ends.iter_mut().zip(borders.windows(2)) {
            *end = reach(line, b).map_or(*end, |x| end.max(x));
        }
    }
    let words = |l: &TextLine| {
        let columns = ends.iter().zip(borders.windows(2));
        columns.map(|(end, b)| reach(l, b).map(|x| Words { full: end - x < 1.6 * l.size })).collect()
    };
    lines.iter().map(words).collect()
}

/// Lines, and for each its words in each column.
struct Table<'a> {
    lines: &'a [TextLine],
    cells: Vec<Vec<Option<Words>>>,
    /// Lines with other words than a number in the first column: a header, which may stand in another way than the rows do.
    heads: Vec<usize>,
}

impl Table<'_> {
    /// The cheapest division of all blocks between lines that are rows of their own.
    fn divide(&self, alone: &[bool], anchors: &[usize], stand: Stand) -> (f64, Vec<usize>) {
        let (mut cost, mut starts) = (0.0, vec![]);
        let mut from = 0;
        while from < self.lines.len() {
            if alone[from] {
                starts.push(from);
                from += 1;
                continue;
            }
            let to = (from..self.lines.len()).find(|n| alone[*n]).unwrap_or(self.lines.len());
            let within = &anchors[anchors.partition_point(|a| *a < from)..anchors.partition_point(|a| *a < to)];
            let (own, begins) = self.block(from, to, within, stand);
            cost += own;
            starts.extend(begins);
            from = to;
        }
        (cost, starts)
    }

    /// The cheapest division of the lines between two places, one row for each anchor. Above the first may stand the rest of a row
    /// that a page tore.
    fn block(&self, from: usize, to: usize, anchors: &[usize], stand: Stand) -> (f64, Vec<usize>) {
        let Some((first, later)) = anchors.split_first() else { return (0.0, vec![from]) };
        // for each place where the row of an anchor may begin: the cost of all above it, and where the row before begins
        let torn =
            |start: usize| (start - from) as f64 * if stand == Stand::Below { 0.0 } else { self.lines[from].size };
        let near = from.max(first.saturating_sub(MAX_BETWEEN));
        let mut steps: Vec<Vec<(usize, f64, usize)>> = vec![(near..=*first).map(|s| (s, torn(s), 0)).collect()];
        let mut anchor = *first;
        for next in later {
            let before = &steps[steps.len() - 1];
            let place = |start: usize| {
                let costs =
                    before.iter().enumerate().map(|(n, (s, cost, _))| (cost + self.cost(*s, start, anchor, stand), n));
                let (cost, n) = costs.reduce(|a, b| if b.0 < a.0 { b } else { a }).unwrap_or_default();
                (start, cost, n)
            };
            let places = (anchor + 1..=*next).map(place).collect();
            steps.push(places);
            anchor = *next;
        }
        let ends = steps[steps.len() - 1]
            .iter()
            .enumerate()
            .map(|(n, (s, cost, _))| (cost + self.cost(*s, to, anchor, stand), n));
        let (cost, mut n) = ends.reduce(|a, b| if b.0 < a.0 { b } else { a }).unwrap_or_default();
        let mut starts = vec![];
        for step in steps.iter().rev() {
            starts.push(step[n].0);
            n = step[n].2;
        }
        starts.extend((starts.last().is_some_and(|s| *s > from)).then_some(from));
        starts.reverse();
        (cost, starts)
    }

    /// How far the cells of a row stand from where they should beside its number. Words that end where they might go on, and words
    /// below such as did not, cost half a line; a wider gap above the row makes it a little cheaper.
    fn cost(&self, from: usize, to: usize, anchor: usize, stand: Stand) -> f64 {
        let (at, half) = (self.lines[anchor].y, 0.5 * self.lines[anchor].size);
        let is_head = self.heads.binary_search(&anchor).is_ok();
        let of = |column: usize| {
            let mut own = (from..to).filter_map(|n| Some((self.lines[n].y, self.cells[n][column]?)));
            let (top, mut last) = own.next()?;
            let (mut bottom, mut breaks) = (top, 0);
            for (y, words) in own {
                breaks += u32::from(!last.full);
                (bottom, last) = (y, words);
            }
            breaks += u32::from(last.full);
            let off = |stand| match stand {
                Stand::Below => (top - at).abs(),
                Stand::Around => ((top + bottom) / 2.0 - at).abs(),
                Stand::Above => (bottom - at).abs(),
            };
            let off = if is_head { off(Stand::Around).min(off(stand)) } else { off(stand) };
            Some(off + half * f64::from(breaks))
        };
        let gap = if from == 0 { 0.0 } else { self.lines[from].top() - self.lines[from - 1].bottom() };
        (1..self.cells[anchor].len()).filter_map(of).sum::<f64>() - 0.01 * gap
    }
}
