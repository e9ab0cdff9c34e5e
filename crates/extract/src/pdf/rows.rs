//! The rows of a table that is set in columns: level lines, wider gaps, the words of the first column or the numbers in it divide
//! them. Knows no columns but by their borders.

use super::columns::is_wide;
use super::lines::TextLine;
use super::numbered;

/// A level line of so much of a table's width divides rows.
const RULE: f64 = 0.7;
/// Fewer level lines than this only frame the header.
const MIN_RULES: usize = 3;

/// Divides the lines into rows.
pub(super) fn rows_of<'a>(lines: &'a [TextLine], borders: &[f64], rules: &[(f64, f64, f64)]) -> Vec<&'a [TextLine]> {
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
    let several = |row: &&[TextLine]| row.iter().filter(|l| has_first(l)).count() > 1;
    let unsure = ys.len() < MIN_RULES && (threshold.is_none() || rows.iter().any(several));
    match numbered::starts(lines, borders, is_low).filter(|_| unsure) {
        Some(starts) => {
            let ends = starts.iter().skip(1).copied().chain([lines.len()]);
            starts.iter().zip(ends).map(|(start, end)| &lines[*start..end]).collect()
        }
        None => rows,
    }
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
