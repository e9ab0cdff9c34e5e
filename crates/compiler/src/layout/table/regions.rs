//! Regions by indicators where the borders are gone: a name, then its numbers, one in each paragraph. Blank cells have left
//! no trace, so a short row could stand in several ways; the sums of the columns say in which.

use yinuo_diag::{Diagnostic, Span};

use crate::cell::Cell;
use crate::layout::grid;
use crate::layout::matrix::{self, Indicator, Part, Region};
use crate::layout::notes;
use crate::layout::outline::Group;
use crate::layout::paragraph::Paragraph;
use crate::regions;

/// Fewer regions are no such table.
const MIN_REGIONS: usize = 3;
/// The most columns for which the places of a short row are tried.
const MAX_COLUMNS: usize = 14;

/// A list read from such a table.
pub struct Found {
    /// Categories with their rows.
    pub groups: Vec<Group>,
    /// The paragraphs that are part of it.
    pub paragraphs: std::ops::Range<usize>,
    /// What was repaired.
    pub findings: Vec<Diagnostic>,
}

/// A region's name and its numbers: indices of paragraphs.
struct Line {
    name: usize,
    values: std::ops::Range<usize>,
}

/// Reads a flattened table of regions by indicators.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<Found> {
    let lines = lines(paragraphs);
    let width = lines.iter().map(|l| l.values.len()).max()?;
    if lines.len() < MIN_REGIONS || !(1..=MAX_COLUMNS).contains(&width) {
        return None;
    }
    let begins = header_begins(paragraphs, lines[0].name);
    let indicators = indicators(source, &paragraphs[begins..lines[0].name], width)?;
    let numbers = |l: &Line| l.values.clone().filter_map(|n| matrix::number(paragraphs[n].text)).collect::<Vec<f64>>();
    let all: Vec<Vec<f64>> = lines.iter().map(numbers).collect();
    let total = lines.iter().position(|l| regions::is_total(paragraphs[l.name].text) && l.values.len() == width);
    let mut findings = vec![];
    let mut regions = vec![];
    for (n, line) in lines.iter().enumerate() {
        let places = match total.filter(|_| line.values.len() < width) {
            Some(total) => by_sums(&all, total, n, width),
            None => (0..line.values.len()).collect(),
        };
        if line.values.len() < width {
            findings.push(notes::aligned(
                paragraphs[line.name].span,
                paragraphs[line.name].text,
                width - line.values.len(),
                total.is_some(),
            ));
        }
        let mut values = vec![None; width];
        for (place, n) in places.into_iter().zip(line.values.clone()) {
            values[place] = Some(Cell::of(source, paragraphs[n].span));
        }
        regions.push(Region { name: Cell::of(source, paragraphs[line.name].span), values });
    }
    let end = lines.last().map_or(begins, |l| l.values.end);
    Some(Found { groups: matrix::groups(indicators, &regions, None), paragraphs: begins..end, findings })
}

/// Regions one after the other, each with at least one number.
fn lines(paragraphs: &[Paragraph]) -> Vec<Line> {
    let is_number = |n: usize| paragraphs.get(n).is_some_and(|p| p.cell.is_none() && matrix::number(p.text).is_some());
    let mut best: Vec<Line> = vec![];
    let mut run: Vec<Line> = vec![];
    let mut n = 0;
    while n < paragraphs.len() {
        let is_name = regions::is_region(paragraphs[n].text) && is_number(n + 1);
        if is_name {
            let end = (n + 1..paragraphs.len()).find(|i| !is_number(*i)).unwrap_or(paragraphs.len());
            run.push(Line { name: n, values: n + 1..end });
            n = end;
        } else {
            n += 1;
        }
        if (!is_name || n == paragraphs.len()) && run.len() > best.len() {
            best = std::mem::take(&mut run);
        } else if !is_name {
            run.clear();
        }
    }
    best
}

/// Where the headings begin: after the last sentence or title before the numbers.
fn header_begins(paragraphs: &[Paragraph], first: usize) -> usize {
    const CORNER: &[&str] =
        &["地区", "区域", "县区", "县（市、区）", "县(市、区)", "镇街", "乡镇", "单位", "区县", "街道", "县市区"];
    let corner = |n: &usize| {
        let word: String = paragraphs[*n].text.chars().filter(|c| !c.is_whitespace()).collect();
        CORNER.contains(&word.as_str())
    };
    (0..first).rev().take(80).find(corner).map_or(first, |n| n + 1)
}

/// The indicators over `width` columns, from the paragraphs of the header.
fn indicators(source: &str, header: &[Paragraph], width: usize) -> Option<Vec<Indicator>> {
    let mut parts: Vec<(Span, Part)> = vec![];
    let mut names: Vec<&Paragraph> = vec![];
    for p in header.iter().filter(|p| !p.is_furniture()) {
        match matrix::part(p.text) {
            // 目标任务 may have been broken in two.
            Some(Part::Target) if parts.last().is_some_and(|(_, last)| *last == Part::Target) => {}
            Some(part) => parts.push((p.span, part)),
            None if parts.is_empty() && p.column.is_none() && !crate::bodies::looks_like_a_unit(p.text) => {
                names.push(p)
            }
            None => {}
        }
    }
    let firsts: Vec<usize> = (0..parts.len()).filter(|n| parts[*n].1 == Part::Target).collect();
    let columns: Vec<usize> = if parts.len() == width { firsts } else { (0..width).collect() };
    let extra = names.len().checked_sub(columns.len())?;
    // More names than columns: the first are headings over the others.
    let category = names[..extra].first().map_or(String::new(), |p| p.text.trim().to_string());
    let made = names[extra..].iter().zip(columns).map(|(p, column)| {
        let title = Cell::of(source, p.span);
        let unit = grid::unit(title.text()).map(|r| title.slice(source, r)).unwrap_or_default();
        Indicator { title, unit, category: category.clone(), owners: vec![], column }
    });
    Some(made.collect())
}

/// The places of a short row's values: those with which most columns add up to the total, the leftmost of equals.
fn by_sums(all: &[Vec<f64>], total: usize, row: usize, width: usize) -> Vec<usize> {
    let others = |c: usize| -> f64 {
        (0..all.len()).filter(|n| *n != total && *n != row && all[*n].len() == width).map(|n| all[n][c]).sum()
    };
    let left: Vec<f64> = (0..width).map(|c| all[total][c] - others(c)).collect();
    let values = &all[row];
    let fits = |a: f64, b: f64| (a - b).abs() < 0.05;
    // best[i][c]: how many of the first c columns add up when i values have been placed.
    let mut best = vec![vec![i32::MIN; width + 1]; values.len() + 1];
    best[0][0] = 0;
    for c in 0..width {
        for i in 0..=values.len().min(c) {
            if best[i][c] == i32::MIN {
                continue;
            }
            let blank = best[i][c] + i32::from(fits(left[c], 0.0));
            best[i][c + 1] = best[i][c + 1].max(blank);
            if i < values.len() {
                let placed = best[i][c] + i32::from(fits(left[c], values[i]));
                best[i + 1][c + 1] = best[i + 1][c + 1].max(placed);
            }
        }
    }
    let (mut i, mut places) = (values.len(), vec![]);
    for c in (0..width).rev() {
        let blank = best[i][c].checked_add(i32::from(fits(left[c], 0.0))).filter(|_| best[i][c] != i32::MIN);
        if i > 0 && blank != Some(best[i][c + 1]) {
            i -= 1;
            places.push(c);
        }
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_decide_where_a_short_row_stands() {
        let all = [vec![90.0, 30.0, 12.0], vec![50.0, 30.0, 7.0], vec![40.0, 5.0]];
        assert_eq!(by_sums(&all, 0, 2, 3), [0, 2]);
        let none_fits = [vec![9.0, 9.0, 9.0], vec![1.0, 1.0, 1.0], vec![2.0]];
        assert_eq!(by_sums(&none_fits, 0, 2, 3), [0]);
    }
}
