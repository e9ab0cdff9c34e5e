//! A list whose items stand on lines of their own without numbers. The title or the sentence above says how many there are; only
//! so many lines alike are the list. Fields of an item, and words under its name, stand below it.

use yinuo_diag::Span;

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::{closing, enumeration, facts, item_ends, letter, preface, prose};
use crate::cell::Cell;

/// Fewer items than these could be chance.
const MIN_ITEMS: usize = 3;
/// The shortest item, in characters.
const SHORTEST: usize = 4;
/// The most lines between the title and the first item.
const NEAR: usize = 8;
/// The most lines of an item, on the average.
const MAX_LINES: usize = 8;
/// The longest name of an item, in characters.
const LONGEST_NAME: usize = 40;

/// What a line could be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// It ends as sentences do.
    Sentence,
    /// It has no end.
    Name,
    /// `责任单位：…`.
    Field,
}

/// Reads the first run of lines that has as many as the line above it announces.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<prose::Found> {
    let announcing = paragraphs.iter().enumerate().filter(|(_, p)| p.cell.is_none() && p.text.contains("实事"));
    announcing.filter(|(_, p)| !p.is_furniture()).find_map(|(at, p)| below(source, paragraphs, at, p))
}

/// The list below a line that announces it, or that begins in it behind a colon.
fn below(source: &str, paragraphs: &[Paragraph], at: usize, p: &Paragraph) -> Option<prose::Found> {
    let colon = p.text.char_indices().find(|(_, c)| matches!(c, '：' | ':')).map(|(i, c)| i + c.len_utf8());
    let head = &p.text[..colon.unwrap_or(p.text.len())];
    let sentence = head.trim_end_matches('。').rsplit('。').next().unwrap_or(head);
    let announced = facts::declared(sentence).items? as usize;
    let is_title = p.title_score > 1;
    if !(MIN_ITEMS..=enumeration::MAX_ITEMS).contains(&announced)
        || facts::looks_back(sentence)
        || !(is_title || preface::of(head).names)
    {
        return None;
    }
    let inside = colon.map(|c| p.text[c..].trim()).filter(|words| words.chars().count() >= SHORTEST);
    let first = inside.map(|words| Span { start: p.span.end - words.len() as u32, end: p.span.end });
    let near = at + 1..paragraphs.len().min(at + 1 + NEAR);
    let begins = near.into_iter().find(|n| !leads_in(&paragraphs[*n]))?;
    let lines = Lines { source, paragraphs, sentences: inside.map(is_sentence) };
    let (rows, end) = lines.read(begins, first, announced)?;
    let titles = || rows.iter().map(|r| r.title.text());
    // a sentence on a list may stand over any others, but not one that ends in a colon
    let leads_on = begins > at + 1 && paragraphs[begins - 1].text.ends_with(['：', ':']);
    let is_plain = colon.is_some() || leads_on || !titles().all(is_sentence);
    if !is_plain && !enumeration::have_amounts(titles()) {
        return None;
    }
    Some(prose::Found {
        groups: vec![Group { rows, ..Group::default() }],
        first: if first.is_some() { at } else { begins },
        aside: (end..paragraphs.len()).collect(),
        title: prose::counted_title(sentence),
        year: facts::year(sentence),
        jurisdiction: facts::announcer(sentence),
        ..prose::Found::default()
    })
}

/// The lines that may be a list.
struct Lines<'a> {
    source: &'a str,
    paragraphs: &'a [Paragraph<'a>],
    /// Whether the first item is a sentence, where it is known.
    sentences: Option<bool>,
}

impl Lines<'_> {
    /// So many items from a line on, and where they end. More lines alike are something else.
    fn read(&self, begins: usize, first: Option<Span>, announced: usize) -> Option<(Vec<Row>, usize)> {
        if let Some(rows) = self.of_one(begins, announced).filter(|_| first.is_none()) {
            return Some((rows, begins + 1));
        }
        let kind = match self.sentences {
            Some(true) => Line::Sentence,
            Some(false) => Line::Name,
            None => self.paragraphs.get(begins).and_then(line)?,
        };
        let mut rows: Vec<Row> = first.into_iter().map(|span| self.row(0, span)).collect();
        let mut end = begins;
        for p in self.paragraphs[begins..].iter().take(announced * MAX_LINES) {
            let Some(found) = line(p).filter(|_| rows.len() <= announced) else { break };
            match rows.last_mut() {
                _ if found == kind => rows.push(self.row(rows.len(), p.span)),
                Some(row) => row.body.get_or_insert_default().push(self.source, p.span, "\n"),
                None => return None,
            }
            end += 1;
        }
        (rows.len() == announced).then_some((rows, end))
    }

    /// The items of one line, divided by semicolons.
    fn of_one(&self, at: usize, announced: usize) -> Option<Vec<Row>> {
        let p = self.paragraphs.get(at).filter(|p| line(p).is_some() && p.text.contains(['；', ';']))?;
        let items = enumeration::of_clauses(p.text, 0, announced)?;
        let span = |n: usize| Span::new(p.span.start as usize + items[n].start, p.span.start as usize + items[n].end);
        Some((0..items.len()).map(|n| self.row(n, span(n))).collect())
    }

    fn row(&self, n: usize, span: Span) -> Row {
        let (number, label) = (n as u32 + 1, (n + 1).to_string());
        Row { number, label, title: Cell::of(self.source, span), ..Row::default() }
    }
}

/// What a line could be; `None` where it is no part of such a list.
fn line(p: &Paragraph) -> Option<Line> {
    let numbered = p.marker.is_some() || p.bare.is_some();
    let length = p.text.chars().count();
    if p.cell.is_some() || numbered || p.is_furniture() || length < SHORTEST || closing::closes(p.text) || signs(p.text)
    {
        return None;
    }
    match () {
        () if item_ends::is_labelled(p.text) => Some(Line::Field),
        () if is_sentence(p.text) => Some(Line::Sentence),
        () => (length <= LONGEST_NAME && !p.text.ends_with(['：', ':', '，', ','])).then_some(Line::Name),
    }
}

/// What may stand between the title and the first item: whom it is sent to, who signs and when, a sentence that leads in.
fn leads_in(p: &Paragraph) -> bool {
    p.is_furniture() || signs(p.text) || p.text.ends_with(['：', ':']) || p.text.contains("实事")
}

/// Who signed, or when it was published.
fn signs(text: &str) -> bool {
    letter::is_signature(text) || facts::published(text).is_some()
}

fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['。', '；', ';'])
}
