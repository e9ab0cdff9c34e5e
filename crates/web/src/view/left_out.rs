//! The words of a document that did not become part of the plan, in its order, so that nothing is dropped unseen. Goes by what
//! the plan points at, not by what the layout says of itself. Headings, headers of tables and items' own numbers are no words.

use std::collections::{HashMap, HashSet};

use yinuo_app::Edition;
use yinuo_diag::{Lang, LineIndex, Span};
use yinuo_model::Plan;

use crate::view::document;
use crate::view::locate::Places;
use crate::view::setting::{MIN_BESIDE, Role, Setting, paragraph_anchor};

/// Words that are not in the plan.
#[derive(Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where they stand: a line, a cell, a line of a page.
    pub place: String,
    /// The words.
    pub words: String,
    /// The anchor of their paragraph on the source page; none where the rest of the paragraph is in the plan.
    pub anchor: Option<String>,
}

/// What was left out of the plan of an edition.
pub fn of(edition: &Edition, lang: Lang) -> Vec<LeftOut> {
    let text = edition.document.text.as_str();
    let (places, lines, setting) = (Places::of(edition), LineIndex::new(text), Setting::of(edition));
    let place = |span: Span| {
        places.at(span.start, lang).unwrap_or_else(|| {
            let line = lines.line(span.start as usize);
            lang.pick(format!("第 {line} 行"), format!("line {line}"))
        })
    };
    let (taken, silent) = (taken(&edition.compiled.plan), silent(edition));
    let mut rest = &taken[..];
    let mut all = vec![];
    for (i, (here, next)) in setting.paragraphs().enumerate() {
        let block = setting.blocks[i];
        rest = &rest[rest.iter().take_while(|s| s.end <= block.start).count()..];
        let inside = &rest[..rest.iter().take_while(|s| s.start < block.end).count()];
        let role = setting.role(i, &here, next);
        let is_known = silent.contains(&i) || setting.says_again(i);
        if matches!(role, Role::Title | Role::Category | Role::Number) || is_known {
            continue;
        }
        for gap in gaps(block, inside) {
            let words = trimmed(gap.of(text));
            let whole = inside.is_empty();
            // `责任单位：` before a unit's name is no word left out
            if words.is_empty() || !whole && words.chars().count() < MIN_BESIDE {
                continue;
            }
            let anchor = whole.then(|| paragraph_anchor(i));
            all.push(LeftOut { place: place(gap), words: words.to_string(), anchor });
        }
    }
    all
}

/// Words without the marks around them.
fn trimmed(words: &str) -> &str {
    let mark = |c: char| c.is_whitespace() || "，。；：、,;:.（）()|".contains(c);
    if words.chars().all(mark) { "" } else { words.trim() }
}

/// The words of a paragraph that none of the places covers, which are in order.
fn gaps(block: Span, taken: &[Span]) -> Vec<Span> {
    let mut all = vec![];
    let mut at = block.start;
    for span in taken {
        if span.start > at {
            all.push(Span::new(at as usize, span.start as usize));
        }
        at = at.max(span.end);
    }
    if at < block.end {
        all.push(Span::new(at as usize, block.end as usize));
    }
    all
}

/// Everything the plan points at, in order.
fn taken(plan: &Plan) -> Vec<Span> {
    let mut all: Vec<Span> = vec![];
    for (_, c) in plan.commitments() {
        let cells = c.milestones.iter().map(|m| &m.passage).chain(&c.body).chain([&c.title]);
        all.extend(cells.flat_map(|passage| &passage.spans));
        let places = c.owners.iter().map(|o| &o.place).chain(c.measures.iter().map(|m| &m.place));
        all.extend(places.chain(c.times.iter().map(|t| &t.place)).flat_map(|place| place.all()));
    }
    all.sort_unstable();
    all
}

/// Paragraphs that are no words: the header of a table, known headings of one that lost its borders, the fields of a card, and
/// the numbers of commitments in their own rows.
fn silent(edition: &Edition) -> HashSet<usize> {
    let (text, blocks, plan) = (&edition.document.text, &edition.document.blocks, &edition.compiled.plan);
    let headers: HashMap<_, _> = document::headers(edition).into_iter().collect();
    let mut labels: HashSet<((u32, u32), &str)> = HashSet::new();
    for (_, c) in plan.commitments() {
        let Some(first) = c.title.spans.first() else { continue };
        let at = blocks.partition_point(|b| b.span.end <= first.start);
        let cell = blocks.get(at).and_then(|b| b.cell);
        labels.extend(cell.map(|cell| ((cell.table, cell.row), c.label.as_str())));
    }
    let is_silent = |(_, b): &(usize, &yinuo_extract::Block)| {
        let words = b.span.of(text).trim();
        if yinuo_compiler::column_of(words).is_some() {
            return true;
        }
        let Some(cell) = b.cell else { return false };
        let head = headers.get(&cell.table).is_some_and(|rows| rows.contains(&cell.row));
        head || labels.contains(&((cell.table, cell.row), words))
    };
    blocks.iter().enumerate().filter(is_silent).map(|(i, _)| i).collect()
}
