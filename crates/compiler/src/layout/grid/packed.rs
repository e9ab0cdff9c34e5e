//! A row that packs several commitments: the cell of the promise numbers them line by line, and other cells of the row give
//! as many lines with the same numbers. Says where the parts are; makes nothing of them.

use std::ops::Range;

use super::columns::Kind;
use crate::cell::Cell;
use crate::layout::marker;

/// The commitments of a packed row.
pub struct Packed {
    /// The cells of each; what is not numbered holds for each of them.
    pub rows: Vec<Vec<(Kind, Cell)>>,
    /// Cells that number more or fewer parts than there are promises, with how many. Which part belongs to which promise is
    /// not known, so their words are text of each.
    pub uneven: Vec<(Cell, usize)>,
}

/// Divides a packed row; `None` for any other row: the promise and at least one other cell must have parts, and the promise
/// and half of these as many.
pub fn rows(source: &str, row: Vec<(Kind, Cell)>) -> Option<Packed> {
    let title = row.iter().find(|(kind, _)| *kind == Kind::Title)?;
    let count = parts(title.1.text())?.len();
    let parted: Vec<_> = row.iter().map(|(_, cell)| parts(cell.text())).collect();
    let even = parted.iter().flatten().filter(|p| p.len() == count).count();
    if even < 2 {
        return None;
    }
    let counted = row.iter().zip(&parted).filter(|((kind, _), _)| *kind != Kind::Aside);
    let uneven =
        counted.filter_map(|((_, cell), p)| Some((cell.clone(), p.as_ref()?.len()))).filter(|(_, n)| *n != count);
    let uneven = uneven.collect();
    let of = |n: usize| {
        let cells = row.iter().zip(&parted).map(|((kind, cell), parts)| match parts {
            Some(p) if p.len() == count => (*kind, cell.slice(source, p[n].clone())),
            Some(_) if *kind != Kind::Aside => (Kind::Body, cell.clone()),
            _ => (*kind, cell.clone()),
        });
        cells.collect()
    };
    Some(Packed { rows: (0..count).map(of).collect(), uneven })
}

/// The numbered parts of a cell, each without its number: at least two, numbered from 1 without a gap, and nothing before
/// the first. A line without a number goes on with the part above it.
fn parts(text: &str) -> Option<Vec<Range<usize>>> {
    let mut parts: Vec<Range<usize>> = vec![];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        match number(words) {
            Some((value, after)) if value as usize == parts.len() + 1 => parts.push(start + after..start + words.len()),
            Some(_) => return None,
            None if words.trim().is_empty() => {}
            None => parts.last_mut()?.end = start + words.len(),
        }
        start += line.len();
    }
    (parts.len() > 1).then_some(parts)
}

fn number(line: &str) -> Option<(u32, usize)> {
    let found = marker::leading(line).or_else(|| marker::before_digit(line))?;
    Some((found.value, found.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Vec<&str>> {
        Some(parts(text)?.into_iter().map(|r| &text[r]).collect())
    }

    #[test]
    fn numbered_lines() {
        assert_eq!(of("1.修桥2座\n2.修路\n3公里"), Some(vec!["修桥2座", "修路\n3公里"]));
        assert_eq!(of("1.6月底前\n2.年底前"), Some(vec!["6月底前", "年底前"]));
        assert_eq!(of("①交通局\n②水利局"), Some(vec!["交通局", "水利局"]));
        for none in ["1.修桥2座", "修桥：\n1.甲\n2.乙", "1.修桥\n3.修路", "修桥\n修路", ""] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
