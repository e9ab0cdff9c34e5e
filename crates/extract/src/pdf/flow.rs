//! Pages to one document: furniture is left out, tables that go over pages become one, lines become paragraphs, and all
//! of it is put down in order with its cells and places.

use yinuo_diag::{Diagnostic, Locator};

use super::columns;
use super::furniture;
use super::join::{self, Edges, Paragraph};
use super::lines::TextLine;
use super::part::{self, Part};
use crate::CellAt;
use crate::build::Builder;

/// A piece of a page, in its order from the top.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Line(TextLine),
    Table(Part),
}

/// A page after its words were found.
pub(super) struct Laid {
    pub width: f64,
    pub height: f64,
    pub items: Vec<Item>,
    /// Level lines that belong to no drawn table: where, from, to.
    pub rules: Vec<(f64, f64, f64)>,
}

/// A piece of the document.
enum Piece {
    Words(Vec<TextLine>),
    Table(Part),
}

/// Puts the document together.
pub(super) fn assemble(mut pages: Vec<Laid>) -> Result<Builder, Box<Diagnostic>> {
    settle_scraps(&mut pages);
    drop_furniture(&mut pages);
    let mut pieces: Vec<Piece> = vec![];
    let widths: Vec<f64> = pages.iter().map(|p| p.width).collect();
    for page in pages {
        let mut starts_page = true;
        for item in columns::tables(page.items, &page.rules) {
            match (item, pieces.last_mut()) {
                (Item::Line(line), Some(Piece::Words(lines))) => lines.push(line),
                (Item::Line(line), _) => pieces.push(Piece::Words(vec![line])),
                (Item::Table(next), Some(Piece::Table(last))) if starts_page && last.is_continued_by(&next) => {
                    last.append(next);
                }
                (Item::Table(Part { scrap: Some(lines), .. }), _) => pieces.push(Piece::Words(lines)),
                (Item::Table(part), _) => pieces.push(Piece::Table(part)),
            }
            starts_page = false;
        }
    }
    let edges = edges(&pieces, &widths);
    let mut out = Builder::default();
    let mut tables = 0;
    for piece in pieces {
        match piece {
            Piece::Words(lines) => {
                let of = |line: &TextLine| edges.get(line.page as usize - 1).copied().unwrap_or(NO_EDGES);
                for paragraph in join::paragraphs(&lines, of) {
                    put(&paragraph, None, &mut out)?;
                }
            }
            Piece::Table(part) => {
                table(&part, tables, &mut out)?;
                tables += 1;
            }
        }
    }
    Ok(out)
}

const NO_EDGES: Edges = Edges { left: 0.0, right: f64::INFINITY, leading: 0.0, size: 0.0 };

/// Takes scraps of tables for lines where no table on the page before goes on in them.
fn settle_scraps(pages: &mut [Laid]) {
    for n in 0..pages.len() {
        let (before, page) = pages.split_at_mut(n);
        let tables = before.last().into_iter().flat_map(|p| p.items.iter().rev());
        let last = tables.filter_map(|i| if let Item::Table(part) = i { Some(part) } else { None }).next();
        let page = &mut page[0].items;
        let goes_on = |part: &Part| last.is_some_and(|last| last.is_continued_by(part));
        if !page.iter().any(|i| matches!(i, Item::Table(part) if part.scrap.is_some() && !goes_on(part))) {
            continue;
        }
        let mut items = vec![];
        for item in page.drain(..) {
            match item {
                Item::Table(Part { scrap: Some(lines), rows, xs, top, is_drawn }) => {
                    let part = Part { scrap: None, rows, xs, top, is_drawn };
                    match goes_on(&part) {
                        true => items.push((top, Item::Table(Part { scrap: Some(lines), ..part }))),
                        false => items.extend(lines.into_iter().map(|l| (l.top(), Item::Line(l)))),
                    }
                }
                Item::Table(part) => items.push((part.top, Item::Table(part))),
                Item::Line(line) => items.push((line.top(), Item::Line(line))),
            }
        }
        items.sort_by(|a, b| a.0.total_cmp(&b.0));
        page.extend(items.into_iter().map(|(_, item)| item));
    }
}

fn drop_furniture(pages: &mut [Laid]) {
    let lines: Vec<(f64, Vec<&TextLine>)> = pages
        .iter()
        .map(|page| {
            let lines = page.items.iter().filter_map(|i| if let Item::Line(l) = i { Some(l) } else { None });
            (page.height, lines.collect())
        })
        .collect();
    let marked = furniture::find(&lines);
    for (page, marked) in pages.iter_mut().zip(marked) {
        let mut marked = marked.into_iter();
        page.items.retain(|item| matches!(item, Item::Table(_)) || !marked.next().unwrap_or(false));
    }
}

/// The edges of the running text of each page. The right one is as far as a line goes, and no less than what mirrors the
/// left one; a page of short lines has none that is full.
fn edges(pieces: &[Piece], widths: &[f64]) -> Vec<Edges> {
    let size = usual_size(pieces);
    let mut all: Vec<Edges> = widths.iter().map(|_| Edges { left: f64::INFINITY, size, ..Edges::default() }).collect();
    let mut steps: Vec<Vec<f64>> = vec![vec![]; widths.len()];
    for piece in pieces {
        let Piece::Words(lines) = piece else { continue };
        for line in lines {
            let Some(edges) = all.get_mut(line.page as usize - 1) else { continue };
            edges.left = edges.left.min(line.x0());
            edges.right = edges.right.max(line.reach());
        }
        for pair in lines.windows(2).filter(|p| p[0].page == p[1].page && p[1].y > p[0].y) {
            steps[pair[0].page as usize - 1].push(pair[1].y - pair[0].y);
        }
    }
    // A last page of few lines is set like the pages before it.
    let left = all.iter().map(|e| e.left).fold(f64::INFINITY, f64::min);
    let right = shared_end(pieces, left);
    for ((edges, width), steps) in all.iter_mut().zip(widths).zip(&mut steps) {
        match right {
            Some(right) if (edges.left - left).abs() < 40.0 && right <= *width => {
                (edges.left, edges.right) = (left, right)
            }
            _ => edges.right = edges.right.max(width - edges.left - 24.0),
        }
        steps.sort_by(f64::total_cmp);
        edges.leading = steps.get(steps.len() / 2).copied().unwrap_or(0.0);
    }
    all
}

/// The height of most characters, in cells as well.
fn usual_size(pieces: &[Piece]) -> f64 {
    let lines = pieces.iter().flat_map(|piece| match piece {
        Piece::Words(lines) => lines.iter().collect::<Vec<_>>(),
        Piece::Table(part) => part.rows.iter().flatten().flat_map(|c| &c.lines).collect(),
    });
    let mut sizes: Vec<(f64, usize)> = lines.map(|l| (l.size, l.marks.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, n)| n).sum::<usize>() / 2;
    let mut so_far = 0;
    let middle = sizes.iter().find(|(_, n)| {
        so_far += n;
        so_far > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

/// The right edge as long lines show it: the farthest place where a good part of all lines ends.
fn shared_end(pieces: &[Piece], left: f64) -> Option<f64> {
    const LONG: f64 = 20.0;
    const NEAR: f64 = 1.5;
    let lines = pieces.iter().filter_map(|p| if let Piece::Words(lines) = p { Some(lines) } else { None }).flatten();
    let mut ends: Vec<(f64, f64)> = lines.map(|l| (l.x1(), l.size)).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let enough = (ends.len() / 5).max(2);
    (enough - 1..ends.len()).rev().find_map(|n| {
        let (end, size) = ends[n];
        let is_shared = end - ends[n + 1 - enough].0 < NEAR * size;
        (is_shared && end - left > LONG * size).then_some(end)
    })
}

fn table(part: &Part, table: u32, out: &mut Builder) -> Result<(), Box<Diagnostic>> {
    for (row, cells) in part.rows.iter().enumerate() {
        let mut cells: Vec<&part::PartCell> = cells.iter().filter(|c| !c.is_blank()).collect();
        cells.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        for cell in cells {
            let column = part.column(cell.x0);
            let columns = part.column(cell.x1).saturating_sub(column).max(1);
            let (row, column) = (row as u32, column as u32);
            let id = out.cell(CellAt { table, row, column, rows: cell.rows as u32, columns: columns as u32 })?;
            for paragraph in cell.paragraphs() {
                put(&paragraph, Some(id), out)?;
            }
        }
    }
    Ok(())
}

fn put(paragraph: &Paragraph, cell: Option<crate::build::CellId>, out: &mut Builder) -> Result<(), Box<Diagnostic>> {
    let at = Locator::Page { page: paragraph.page, line: paragraph.line };
    out.push(&paragraph.text, cell, |_, _| at)
}
