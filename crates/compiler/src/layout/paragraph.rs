//! What each paragraph of a document could be, worked out once: a number, a column heading, a category heading,
//! furniture. Several may hold; which one it is, is decided where its neighbours are known.

use yinuo_diag::Span;
use yinuo_extract::{Block, CellAt, Document};
use yinuo_model::Naming;

use super::category::{self, Heading};
use super::due_heads;
use super::facts;
use super::furniture::{self, Furniture};
use super::headings::{self, Column};
use super::letter;
use super::marker::{self, Marker};
use super::marks;
use crate::shares::{Crew, LOOKED_AT};

/// A paragraph with what it could be.
#[derive(Debug, Clone)]
pub struct Paragraph<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
    /// The whole paragraph is a number.
    pub bare: Option<Marker>,
    /// It begins with a list number.
    pub marker: Option<Marker>,
    /// It is a column heading.
    pub column: Option<Column>,
    /// It could head a category.
    pub heading: Option<Box<Heading>>,
    /// Whether a page put it there.
    pub furniture: Furniture,
    /// How much it looks like a list's title; 0 is not at all.
    pub title_score: u32,
    /// The cell it stands in.
    pub cell: Option<CellAt>,
    /// Other cells of its row hold words too.
    pub has_neighbours: bool,
}

impl Paragraph<'_> {
    /// True outside a row: what only begins like furniture is not asked for there.
    pub fn is_furniture(&self) -> bool {
        self.furniture > Furniture::No
    }
}

/// The most lines that close a letter.
const LETTER_END: usize = 8;

/// What looking at a paragraph costs besides its words, in bytes of them.
const EACH: usize = 32;

/// Looks at every paragraph of a document. `named` are headings whose meaning a person has said.
pub fn all<'a>(document: &'a Document, named: &[Naming], crew: &Crew) -> Vec<Paragraph<'a>> {
    let look = |b: &Block| look(b.span.of(&document.text), b.span, b.cell, named);
    let looked = crew.in_order(
        document.blocks.iter().collect(),
        |b| (b.span.len() + EACH) / LOOKED_AT,
        |_: &mut (), blocks| blocks.into_iter().map(look).collect::<Vec<_>>(),
    );
    let mut all: Vec<Paragraph> = looked.into_iter().flatten().collect();
    number_before_digits(&mut all);
    neighbours(&mut all);
    due_heads::mark(&mut all);
    foot(&mut all);
    signature(&mut all);
    all
}

/// Marks the lines at the end of a letter that say who signed it and when, with the courtesies before them. They are of the
/// document, whatever stands above. Where a date or an office stands alone elsewhere too, they may be cells.
fn signature(paragraphs: &mut [Paragraph]) {
    let end = paragraphs.iter().rposition(|p| p.furniture == Furniture::No).map_or(0, |last| last + 1);
    let is_frame = |p: &Paragraph| {
        p.cell.is_none() && p.marker.is_none() && (letter::is_signature(p.text) || letter::is_formula(p.text))
    };
    let lines = paragraphs[..end].iter().rev().take(LETTER_END).take_while(|p| is_frame(p)).count();
    let (above, signed) = paragraphs[..end].split_at_mut(end - lines);
    let first_item = above.iter().position(|p| p.bare.is_some() || p.marker.is_some()).unwrap_or(0);
    let dated = signed.iter().any(|p| letter::is_date(p.text) || !letter::is_office(p.text));
    let alone = |p: &Paragraph| letter::is_signature(p.text);
    if dated && !above[first_item..].iter().any(alone) {
        signed.iter_mut().for_each(|p| p.furniture = Furniture::Yes);
    }
}

/// Marks the lines at the end of a text that a web page put there. A label that begins another line as well is a field.
fn foot(paragraphs: &mut [Paragraph]) {
    other_pages(paragraphs);
    let mut end = paragraphs.len();
    while let Some(p) = end.checked_sub(1).and_then(|n| paragraphs.get(n)).filter(|p| p.cell.is_none()) {
        let label = furniture::foot_label(p.text);
        if p.furniture == Furniture::No && label.is_none() {
            break;
        }
        end -= 1;
        if let Some(label) = label {
            let is_field = paragraphs[..end].iter().any(|p| p.text.starts_with(label));
            if is_field {
                break;
            }
            paragraphs[end].furniture = Furniture::Yes;
        }
    }
}

/// Marks the names of other pages at the end of a web page, under 相关新闻 and the like. What is numbered may be an item.
fn other_pages(paragraphs: &mut [Paragraph]) {
    const MOST: usize = 20;
    const LONGEST: usize = 60;
    let is_name = |p: &&mut Paragraph| {
        p.cell.is_none() && p.marker.is_none() && p.bare.is_none() && p.text.chars().count() <= LONGEST
    };
    let from = paragraphs.len().saturating_sub(MOST);
    let Some(head) = paragraphs[from..].iter().rposition(|p| furniture::heads_links(p.text)) else { return };
    let below = &mut paragraphs[from + head + 1..];
    if below.iter_mut().all(|p| is_name(&p)) {
        below.iter_mut().for_each(|p| p.furniture = Furniture::Yes);
    }
}

/// Marks the paragraphs whose row of a table has words in other cells.
fn neighbours(paragraphs: &mut [Paragraph]) {
    for n in 1..paragraphs.len() {
        let (Some(before), Some(here)) = (paragraphs[n - 1].cell, paragraphs[n].cell) else { continue };
        let same_row = (before.table, before.row) == (here.table, here.row);
        if same_row && (before.column != here.column || paragraphs[n - 1].has_neighbours) {
            paragraphs[n - 1].has_neighbours = true;
            paragraphs[n].has_neighbours = true;
        }
    }
}

/// `13.6月底前…` is item 13 where item 12 came before; on its own it is no list number.
fn number_before_digits(paragraphs: &mut [Paragraph]) {
    let mut last = 0;
    for p in paragraphs {
        p.marker = p.marker.or_else(|| marker::before_digit(p.text).filter(|m| m.value == last + 1));
        if let Some(m) = p.marker.filter(|m| m.style == marker::Style::Arabic) {
            last = m.value;
        }
    }
}

fn look<'a>(text: &'a str, span: Span, cell: Option<CellAt>, named: &[Naming]) -> Paragraph<'a> {
    let column = Naming::of(named, text).map(Column::from).or_else(|| headings::column(text));
    // a mark before a number belongs to it, as the point after it does
    let mark = marks::leading(text);
    let marker = marker::leading(&text[mark..]).map(|m| m.after(mark));
    Paragraph {
        text,
        span,
        bare: marker::bare(text),
        marker,
        column,
        heading: if column.is_none() { category::heading(text).map(Box::new) } else { None },
        furniture: if column.is_none() { furniture::of(text) } else { Furniture::No },
        title_score: facts::title_score(text),
        cell,
        has_neighbours: false,
    }
}
