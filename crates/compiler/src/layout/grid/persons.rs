//! Columns that name an office and the person who answers there, `责任单位及责任人`: the office is the owner, the person is told in
//! the body. Knows offices by how they end.

use std::ops::Range;

use crate::bodies;
use crate::cell::Cell;

/// Words for a person in a heading.
const PERSONS: &[&str] = &["责任人", "负责人", "联系人", "联络员"];

/// The heading's word for the person, where it names an office too.
pub fn word(heading: &str) -> Option<&'static str> {
    let joined = ["及", "和", "与", "、", "/", "／", "（", "("];
    PERSONS
        .iter()
        .find(|word| heading.find(**word).is_some_and(|at| joined.iter().any(|j| heading[..at].ends_with(j))))
        .copied()
}

/// The offices and the persons of a cell; none where it names no office, or nobody else.
pub fn divide(source: &str, cell: &Cell) -> Option<(Cell, Cell)> {
    let (mut offices, mut persons) = (Cell::default(), Cell::default());
    for part in parts(cell.text()) {
        let is_office = bodies::looks_like_a_unit(&cell.text()[part.clone()]);
        let side = if is_office { &mut offices } else { &mut persons };
        side.append(&cell.slice(source, part), "、");
    }
    (!offices.is_empty() && !persons.is_empty()).then_some((offices, persons))
}

fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = vec![];
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c.is_whitespace() || matches!(c, '、' | '，' | ',' | '；' | ';' | '/') {
            parts.extend((start < at).then_some(start..at));
            start = at + c.len_utf8();
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use yinuo_diag::Span;

    #[test]
    fn offices_and_persons() {
        let of = |text: &str| {
            let (offices, persons) = divide(text, &Cell::of(text, Span::new(0, text.len())))?;
            Some(format!("{}|{}", offices.text(), persons.text()))
        };
        assert_eq!(of("县水利局 赵某").as_deref(), Some("县水利局|赵某"));
        assert_eq!(of("县水利局 赵某\n各镇 钱某").as_deref(), Some("县水利局、各镇|赵某、钱某"));
        assert_eq!(of("县水利局、各镇"), None);
        assert_eq!(of("赵某"), None);
    }

    #[test]
    fn headings_that_name_both() {
        assert_eq!(word("责任单位及责任人"), Some("责任人"));
        assert_eq!(word("牵头单位/联系人"), Some("联系人"));
        assert_eq!(word("责任单位联系人"), None);
        assert_eq!(word("责任人"), None);
    }
}
