//! Tables that are set in columns without upright lines. Strips that no line's words enter divide the columns; how the rows are
//! divided is in `rows`.

use super::flow::Item;
use super::join::Edges;
use super::lines::TextLine;
use super::part::{self, Part, PartCell};
use super::rows::rows_of;

/// The fewest columns, and the fewest lines that show them.
const MIN_COLUMNS: usize = 3;
const MIN_LINES: usize = 2;
/// How many lines of several words below a table are tried without.
const MAX_BELOW: usize = 4;
/// The narrowest strip between two columns, in points, and in heights of small characters: a sheet that is printed smaller has
/// narrower ones.
const STRIP: f64 = 2.0;
const STRIP_OF_SMALL: f64 = 0.18;

/// The narrowest strip beside characters of a height.
fn strip(size: f64) -> f64 {
    STRIP.min(STRIP_OF_SMALL * size)
}

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
    let rows = (from..lines.len()).rev().filter(|n| is_row(&lines[*n])).take(MAX_BELOW);
    let mut below = None;
    let ends =
        rows.take_while(|n| !below.replace(*n).is_some_and(|below| stands_in(&lines[below], &lines[from..below])));
    let found = ends.filter_map(|last| Some((last, borders(&lines[from..=last])?)));
    let (last, mut borders) = found.reduce(|a, b| if b.1.len() > a.1.len() { b } else { a })?;
    join_headings(&lines[from..=last], &mut borders);
    let shown = lines[from..=last].iter().filter(|l| filled(l, &borders) >= MIN_COLUMNS).count();
    if shown < MIN_LINES {
        return None;
    }
    // The rest of the header above, the rest of the last row below.
    let leading = part::leading(lines).max(1.7 * lines[from].size);
    let fits = |l: &TextLine| l.x0() >= borders[0] - 3.0 && !is_wide(l, &borders);
    let mut from = from;
    while from > 0 && fits(&lines[from - 1]) && lines[from].y - lines[from - 1].y < 1.5 * leading {
        // a few words right below text of their own size are its end
        let words = &lines[from - 1];
        let ends_text = |above: &TextLine| !fits(above) && (above.size - words.size).abs() < 0.12 * words.size;
        if words.runs() < 2 && from > 1 && ends_text(&lines[from - 2]) {
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

/// Whether a line is a row like those above it: several of its words, and half of them, begin where words of two of these do.
fn stands_in(line: &TextLine, above: &[TextLine]) -> bool {
    const NEAR: f64 = 1.5;
    let mut begin: Vec<f64> = above.iter().flat_map(|l| l.divided().map(|run| run.x0())).collect();
    begin.sort_by(f64::total_cmp);
    let near = |x0: f64| begin.partition_point(|x| *x < x0 + NEAR) - begin.partition_point(|x| *x <= x0 - NEAR);
    let in_line = line.divided().filter(|run| near(run.x0()) >= 2).count();
    in_line >= MIN_COLUMNS && in_line * 2 >= line.runs()
}

/// The borders of the columns: the middles of the strips that are free in all lines of several runs.
fn borders(lines: &[TextLine]) -> Option<Vec<f64>> {
    let rows = lines.iter().filter(|l| l.runs() >= 2);
    let mut words: Vec<(f64, f64)> = rows.flat_map(|l| l.marks.iter().map(|m| (m.x0, m.x1))).collect();
    words.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (left, _) = *words.first()?;
    let mut borders = vec![left - 1.0];
    let mut end = left;
    let strip = strip(lines.iter().map(|l| l.size).fold(f64::INFINITY, f64::min));
    for (x0, x1) in words {
        if x0 - end >= strip {
            borders.push((x0 + end) / 2.0);
        }
        end = end.max(x1);
    }
    borders.push(end + 1.0);
    (borders.len() > MIN_COLUMNS).then_some(borders)
}

/// Takes away borders between a heading and the words under it, where the one stands left and the other right in their column: two
/// neighbours of which one has words in one line only, and the other in several but not in that one.
fn join_headings(lines: &[TextLine], borders: &mut Vec<f64>) {
    let of = |b: &[f64]| -> Vec<usize> {
        let has_words = |l: &&TextLine| l.marks.iter().any(|m| m.x0 >= b[0] && m.x0 < b[1]);
        lines.iter().enumerate().filter(|(_, l)| has_words(l)).map(|(n, _)| n).collect()
    };
    let columns: Vec<Vec<usize>> = borders.windows(2).map(of).collect();
    let is_heading = |a: &[usize], z: &[usize]| a.len() == 1 && z.len() > MIN_LINES && !z.contains(&a[0]);
    let joined = |n: usize| {
        let (a, z) = (&columns[n - 1], &columns[n]);
        is_heading(a, z) || is_heading(z, a)
    };
    let mut n = 0;
    borders.retain(|_| {
        n += 1;
        n == 1 || n > columns.len() || !joined(n - 1)
    });
}

/// In how many columns a line has words.
fn filled(line: &TextLine, borders: &[f64]) -> usize {
    borders.windows(2).filter(|b| line.marks.iter().any(|m| m.x0 >= b[0] && m.x0 < b[1])).count()
}

/// Whether a line is one run of words across a border.
pub(super) fn is_wide(line: &TextLine, borders: &[f64]) -> bool {
    line.runs() == 1 && crosses(line, borders)
}

/// Whether words run on across a border inside of the table, without a gap there.
fn crosses(line: &TextLine, borders: &[f64]) -> bool {
    let marks = &line.marks;
    let inner = &borders[1..borders.len() - 1];
    inner.iter().any(|b| {
        let n = marks.partition_point(|m| m.x0 < *b);
        let before = n.checked_sub(1).and_then(|n| marks.get(n));
        let on_it = before.is_some_and(|m| m.x1 > b + 0.5);
        on_it || before.zip(marks.get(n)).is_some_and(|(a, z)| z.x0 - a.x1 < 0.75 * strip(line.size))
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
            if is_alone && crosses(&run, borders) {
                let (x0, x1) = (borders[0], borders[borders.len() - 1]);
                above.push(alone(x0, x1, run));
            } else if crosses(&run, borders) {
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
