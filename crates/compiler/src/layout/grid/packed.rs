//! A row that packs several commitments: the cell of the promise numbers them line by line, and other cells of the row give
//! as many lines with the same numbers. Says where the parts are; makes nothing of them.

use std::ops::Range;

use super::columns::Kind;
use crate::cell::Cell;
use crate::layout::marker;

/// The cells of each commitment of a packed row; what is not numbered holds for each of them. `None` for any other row:
/// the promise and at least one other cell must have as many parts.
pub fn rows(source: &str, row: Vec<(Kind, Cell)>) -> Option<Vec<Vec<(Kind, Cell)>>> {
    let title = row.iter().find(|(kind, _)| *kind == Kind::Title)?;
    let count = parts(title.1.text())?.len();
    let parted: Vec<_> = row.iter().map(|(_, cell)| parts(cell.text()).filter(|p| p.len() == count)).collect();
    if parted.iter().flatten().count() < 2 {
        return None;
    }
    let of = |n: usize| {
        let cells = row.iter().zip(&parted).map(|((kind, cell), parts)| {
            let part = parts.as_ref().map(|p| cell.slice(source, p[n].clone()));
            (*kind, part.unwrap_or_else(|| cell.clone()))
        });
        cells.collect()
    };
    Some((0..count).map(of).collect())
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
    Some((found.value, found.len))
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
