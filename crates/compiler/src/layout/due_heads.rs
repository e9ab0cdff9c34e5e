//! Columns of a flattened table that are headed by the end of a month: 3月底前, 6月底前, 9月底前, 年底前. A cell may say the
//! same, so only a run of them behind the other headings is taken for headings.

use super::grid;
use super::headings::{Column, Stretch};
use super::paragraph::Paragraph;

/// Marks such runs. Tables that kept their cells are read by `grid`.
pub fn mark(paragraphs: &mut [Paragraph]) {
    let mut at = 0;
    while at < paragraphs.len() {
        let head = paragraphs[at..].iter().take_while(|p| p.cell.is_none() && p.column.is_some()).count();
        if head == 0 {
            at += 1;
            continue;
        }
        let due: Vec<Stretch> = paragraphs[at + head..].iter().map_while(due).collect();
        let heads = |p: &Paragraph| matches!(p.column, Some(Column::Label | Column::Title));
        let before = paragraphs[at..at + head].last().and_then(|p| match p.column {
            Some(Column::Period(stretch)) => Some(stretch),
            _ => None,
        });
        let ends: Vec<i8> = before.iter().chain(&due).map(|stretch| stretch.months().1).collect();
        let rises = !due.is_empty() && ends.len() > 1 && ends.is_sorted_by(|a, b| a < b);
        if rises && paragraphs[at..at + head].iter().any(heads) {
            let named = paragraphs[at + head..].iter_mut().zip(&due);
            named.for_each(|(p, stretch)| p.column = Some(Column::Period(*stretch)));
        }
        at += head + due.len();
    }
}

/// What is due by the end of which month.
fn due(p: &Paragraph) -> Option<Stretch> {
    if p.cell.is_some() || p.column.is_some() {
        return None;
    }
    match p.text {
        "年底前" | "年底" | "年末" | "年内" => Some(Stretch::Month(12)),
        text => grid::due_by_month(text),
    }
}
