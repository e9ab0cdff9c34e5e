//! A plan for one piece of work, in chapters: what is aimed at, by which steps, by whom. It is one commitment; its chapters
//! are no categories.

use yinuo_diag::Span;

use super::facts;
use super::grid;
use super::marker::Style;
use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::prose::Found;
use crate::cell::Cell;

/// Names of the chapter that says what is aimed at.
const AIMS: &[&str] =
    &["目标", "任务", "目标任务", "总体目标", "工作目标", "主要目标", "建设目标", "年度目标", "工作任务", "建设内容"];
/// Names of the chapter that says when.
const STEPS: &[&str] = &[
    "步骤", "实施步骤", "进度安排", "工作步骤", "时间安排", "工作安排", "实施计划", "推进步骤", "节点安排", "工作进度",
    "实施进度",
];
/// The longest name of a period at the start of a step, in characters.
const MAX_PERIOD: usize = 14;

/// Reads a document whose chapters are an aim and its steps.
pub fn read(source: &str, paragraphs: &[Paragraph], year: Option<i16>) -> Option<Found> {
    let chapters: Vec<usize> = (0..paragraphs.len()).filter(|n| is_chapter(&paragraphs[*n])).collect();
    let chapter = |names: &[&str]| {
        let n = chapters
            .iter()
            .position(|c| paragraphs[*c].heading.as_ref().is_some_and(|h| names.contains(&h.name.as_str())))?;
        Some(chapters[n] + 1..chapters.get(n + 1).copied().unwrap_or(paragraphs.len()))
    };
    let (aims, steps) = (chapter(AIMS)?, chapter(STEPS)?);
    let numbered = aims.clone().filter(|n| paragraphs[*n].marker.is_some()).count();
    if aims.is_empty() || numbered > 1 {
        return None;
    }
    let year = year.or_else(|| aims.clone().find_map(|n| facts::year(paragraphs[n].text)));
    let first = &paragraphs[aims.start];
    let mut row = Row { number: 1, label: "1".into(), title: Cell::of(source, first.span), ..Row::default() };
    let mut body = Cell::default();
    for (n, p) in paragraphs.iter().enumerate().skip(chapters[0]) {
        if chapters.contains(&n) || n == aims.start || p.is_furniture() {
            continue;
        }
        match step(p, year).filter(|_| steps.contains(&n)) {
            Some((period, span)) => row.cells.push((period, Cell::of(source, span))),
            None => body.push(source, p.span, "\n"),
        }
    }
    if row.cells.len() < 2 {
        return None;
    }
    row.cells.sort_by_key(|(period, _)| *period);
    row.body = Some(body).filter(|b| !b.is_empty());
    let groups = vec![Group { rows: vec![row], ..Group::default() }];
    let aside = (chapters[0]..paragraphs.len()).filter(|n| paragraphs[*n].is_furniture()).collect();
    Some(Found { groups, first: chapters[0], aside, year, ..Found::default() })
}

fn is_chapter(p: &Paragraph) -> bool {
    p.heading.as_ref().is_some_and(|h| h.style == Style::Han)
}

/// A line that begins with its period: `3-4月，进场施工。`
fn step(p: &Paragraph, year: Option<i16>) -> Option<(yinuo_model::Period, Span)> {
    let (head, rest) = p.text.split_once(['，', ',', '：', ':'])?;
    if head.chars().count() > MAX_PERIOD || rest.trim().is_empty() {
        return None;
    }
    let period = grid::deadline(head, year)?;
    let start = p.span.end as usize - rest.trim_start().len();
    Some((period, Span { start: start as u32, end: p.span.end }))
}
