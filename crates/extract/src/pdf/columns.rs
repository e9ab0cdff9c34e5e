//! Tables that are set in columns without upright lines. Strips that no line's words enter divide the columns; level
//! lines, wider gaps or the words of the first column divide the rows.

use super::flow::Item;
use super::join::Edges;
use super::lines::{Mark, TextLine};
use super::part::{self, Part, PartCell};

/// The fewest columns, and the fewest lines that show them.
const MIN_COLUMNS: usize = 3;
const MIN_LINES: usize = 2;
/// How many lines of several words below a table are tried without.
const MAX_BELOW: usize = 4;
/// The narrowest strip between two columns, in points.
const STRIP: f64 = 2.0;
/// A level line of so much of a table's width divides rows.
const RULE: f64 = 0.7;
/// Fewer level lines than this only frame the header.
const MIN_RULES: usize = 3;

/// Finds such tables among the lines of a page.
pub(super) fn tables(items: Vec<Item>, rules: &[(f64, f64, f64)]) -> Vec<Item> {
    let mut out = vec![];
    let mut lines = vec![];
    for item in items {
        match item {
            Item::Line(line) => lines.push(line),
            table => {
                divide(std::mem::take(&mut lines), rules, &mut out);
                out.push(table);
            }
        }
    }
    divide(lines, rules, &mut out);
    out
}

/// Divides lines into those before a table, the table, and those after it.
fn divide(lines: Vec<TextLine>, rules: &[(f64, f64, f64)], out: &mut Vec<Item>) {
    match region(&lines) {
        Some((from, to, borders)) => {
            let table = table(&lines[from..to], &borders, rules);
            let mut lines = lines.into_iter().enumerate();
            let after = lines.by_ref().take(to).filter(|(n, _)| *n < from).map(|(_, l)| Item::Line(l));
            out.extend(after);
            out.push(Item::Table(table));
            out.extend(lines.map(|(_, l)| Item::Line(l)));
        }
        None => out.extend(lines.into_iter().map(Item::Line)),
    }
}

/// The lines that make a table, and the borders of its columns.
fn region(lines: &[TextLine]) -> Option<(usize, usize, Vec<f64>)> {
    let is_row = |l: &TextLine| l.runs() >= MIN_COLUMNS;
    let from = lines.iter().position(is_row)?;
    // A line below the table, one to sign on perhaps, may have words where its columns are free.
    let ends = (from..lines.len()).rev().filter(|n| is_row(&lines[*n])).take(MAX_BELOW);
    let found = ends.filter_map(|last| Some((last, borders(&lines[from..=last])?)));
    let (last, borders) = found.reduce(|a, b| if b.1.len() > a.1.len() { b } else { a })?;
    let shown = lines[from..=last].iter().filter(|l| filled(l, &borders) >= MIN_COLUMNS).count();
    if shown < MIN_LINES {
        return None;
    }
    // The rest of the header above, the rest of the last row below.
    let leading = part::leading(lines).max(1.7 * lines[from].size);
    let fits = |l: &TextLine| l.x0() >= borders[0] - 3.0 && !is_wide(l, &borders);
    let mut from = from;
    while from > 0 && fits(&lines[from - 1]) && lines[from].y - lines[from - 1].y < 1.5 * leading {
        if lines[from - 1].runs() < 2 && from > 1 && !fits(&lines[from - 2]) {
            break;
        }
        from -= 1;
    }
    let mut to = last + 1;
    while to < lines.len() && fits(&lines[to]) && lines[to].y - lines[to - 1].y < 1.2 * leading {
        to += 1;
    }
    Some((from, to, borders))
}

/// The borders of the columns: the middles of the strips that are free in all lines of several runs.
fn borders(lines: &[TextLine]) -> Option<Vec<f64>> {
    let rows = lines.iter().filter(|l| l.runs() >= 2);
    let mut words: Vec<(f64, f64)> = rows.flat_map(|l| l.marks.iter().map(|m| (m.x0, m.x1))).collect();
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (left, _) = *words.first()?;
    let mut borders = vec![left - 1.0];
    let mut end = left;
    for (x0, x1) in words {
        if x0 - end >= STRIP {
            borders.push((x0 + end) / 2.0);
        }
        end = end.max(x1);
    }
    borders.push(end + 1.0);
    (borders.len() > MIN_COLUMNS).then_some(borders)
}

/// In how many columns a line has words.
fn filled(line: &TextLine, borders: &[f64]) -> usize {
    borders.windows(2).filter(|b| line.marks.iter().any(|m| m.x0 >= b[0] && m.x0 < b[1])).count()
}

/// Whether a line is one run of words across a border.
fn is_wide(line: &TextLine, borders: &[f64]) -> bool {
    line.runs() == 1 && crosses(&line.marks, borders)
}

/// Whether words run on across a border inside of the table, without a gap there.
fn crosses(marks: &[Mark], borders: &[f64]) -> bool {
    let inner = &borders[1..borders.len() - 1];
    inner.iter().any(|b| {
        let n = marks.partition_point(|m| m.x0 < *b);
        let before = n.checked_sub(1).and_then(|n| marks.get(n));
        let on_it = before.is_some_and(|m| m.x1 > b + 0.5);
        on_it || before.zip(marks.get(n)).is_some_and(|(a, z)| z.x0 - a.x1 < 0.75 * STRIP)
    })
}

fn table(lines: &[TextLine], borders: &[f64], rules: &[(f64, f64, f64)]) -> Part {
    let columns: Vec<Edges> = borders.windows(2).map(|b| column(lines, b, borders)).collect();
    let mut rows = vec![];
    for row in rows_of(lines, borders, rules) {
        let (row, above) = without_spanning(row, borders);
        rows.extend((!above.is_empty()).then_some(above));
        let mut cells = vec![];
        for (b, edges) in borders.windows(2).zip(&columns) {
            let words: Vec<TextLine> = row.iter().map(|l| l.between(b[0], b[1])).collect();
            let words: Vec<TextLine> = words.into_iter().filter(|l| !l.marks.is_empty()).collect();
            cells.push(PartCell { x0: b[0], x1: b[1], rows: 1, lines: words, edges: *edges });
        }
        rows.extend(cells.iter().any(|c| !c.is_blank()).then_some(cells));
    }
    let top = lines.first().map_or(0.0, TextLine::top);
    Part { xs: borders.to_vec(), top, is_drawn: false, rows, scrap: None }
}

/// Takes the words out of a row that span columns: a category, or a heading above others. They are a row of their own.
fn without_spanning(row: &[TextLine], borders: &[f64]) -> (Vec<TextLine>, Vec<PartCell>) {
    let (mut rest, mut above) = (vec![], vec![]);
    let is_alone = row.len() == 1 && row[0].runs() == 1;
    for line in row {
        let mut kept = TextLine { marks: vec![], ..*line };
        for run in line.divided() {
            if is_alone && crosses(&run.marks, borders) {
                let (x0, x1) = (borders[0], borders[borders.len() - 1]);
                above.push(alone(x0, x1, run));
            } else if crosses(&run.marks, borders) {
                let x0 = borders[borders.partition_point(|b| *b <= run.x0()).saturating_sub(1)];
                let end = borders.partition_point(|b| *b < run.x1()).min(borders.len() - 1);
                above.push(alone(x0, borders[end], run));
            } else {
                kept.marks.extend(run.marks);
            }
        }
        rest.extend((!kept.marks.is_empty()).then_some(kept));
    }
    (rest, above)
}

/// A cell of one line.
fn alone(x0: f64, x1: f64, line: TextLine) -> PartCell {
    PartCell { x0, x1, rows: 1, lines: vec![line], edges: Edges { left: x0, right: x1, ..Edges::default() } }
}

/// The edges between which the lines of a column were broken.
fn column(lines: &[TextLine], b: &[f64], borders: &[f64]) -> Edges {
    let inside = lines.iter().filter(|l| !is_wide(l, borders)).map(|l| l.between(b[0], b[1]));
    let inside: Vec<TextLine> = inside.filter(|l| !l.marks.is_empty()).collect();
    let left = inside.iter().map(TextLine::x0).fold(b[1], f64::min);
    let right = inside.iter().map(TextLine::reach).fold(b[0], f64::max);
    Edges { left, right, ..Edges::default() }
}

/// Divides the lines into rows.
fn rows_of<'a>(lines: &'a [TextLine], borders: &[f64], rules: &[(f64, f64, f64)]) -> Vec<&'a [TextLine]> {
    let width = borders[borders.len() - 1] - borders[0];
    let (top, bottom) = (lines[0].y, lines[lines.len() - 1].y);
    let level = rules.iter().filter(|(y, x0, x1)| *y > top && *y < bottom && x1 - x0 >= RULE * width);
    let mut ys: Vec<f64> = level.map(|(y, ..)| *y).collect();
    ys.sort_by(f64::total_cmp);
    ys.dedup_by(|a, b| (*a - *b).abs() < 4.0);
    let by_rule = |above: &TextLine, below: &TextLine| {
        let n = ys.partition_point(|y| *y < above.y);
        ys.get(n).is_some_and(|y| *y < below.y)
    };
    let gaps = gaps(lines);
    let threshold = threshold(&gaps);
    let has_first = |l: &TextLine| !l.between(borders[0], borders[1]).marks.is_empty();
    let is_low = ends_in_first(lines, borders, has_first);
    let mut rows = vec![];
    let mut start = 0;
    for n in 1..lines.len() {
        let (above, below) = (&lines[n - 1], &lines[n]);
        let alone = is_wide(above, borders) || is_wide(below, borders);
        let begins = match threshold {
            _ if ys.len() >= MIN_RULES => by_rule(above, below),
            Some(gap) => gaps[n - 1] > gap,
            None if is_low => has_first(above),
            None => has_first(below),
        };
        if alone || begins {
            rows.push(&lines[start..n]);
            start = n;
        }
    }
    rows.push(&lines[start..]);
    rows
}

/// Whether the words of a row stand at its foot, so that the line with words in the first column is its last: so it is in
/// all blocks between lines that are a row of their own, and in some of them the first line has none.
fn ends_in_first(lines: &[TextLine], borders: &[f64], has_first: impl Fn(&TextLine) -> bool) -> bool {
    let mut blocks = lines.split(|l| is_wide(l, borders)).filter(|block| !block.is_empty()).peekable();
    let mut is_low = false;
    while let Some(block) = blocks.next() {
        is_low |= !has_first(&block[0]);
        // below the last block stand words that are no row
        if blocks.peek().is_some() && !block.last().is_some_and(&has_first) {
            return false;
        }
    }
    is_low
}

/// What is free above each line but the first; less than nothing where cells beside each other are set lower or higher.
fn gaps(lines: &[TextLine]) -> Vec<f64> {
    let mut bottom = f64::NEG_INFINITY;
    let mut gaps = vec![];
    for line in lines {
        gaps.push(line.top() - bottom);
        bottom = bottom.max(line.bottom());
    }
    gaps.split_off(1)
}

/// The gap from which on two lines stand in different rows; `None` when all gaps are alike.
fn threshold(gaps: &[f64]) -> Option<f64> {
    let mut gaps: Vec<f64> = gaps.iter().copied().filter(|g| *g > 0.0).collect();
    gaps.sort_by(f64::total_cmp);
    // Gaps inside of rows are alike; the first clear step up leads to those between rows.
    let small = *gaps.get(gaps.len() / 10)?;
    let large = *gaps.get(gaps.len() * 9 / 10)?;
    if large - small < 1.5 {
        return None;
    }
    let step = gaps.windows(2).filter(|w| w[0] >= small - 0.1 && w[1] <= large + 0.1);
    let widest = step.max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))?;
    (widest[1] - widest[0] >= 1.0).then_some((widest[0] + widest[1]) / 2.0)
}
