//! PDF: words from their places on pages. Reads what is written, from fonts that say which characters they hold; a
//! picture of words, a locked file and a font without characters are refused by name, and never guessed at.

mod cmap;
mod columns;
mod drawing;
mod encoding;
mod file;
mod filters;
mod flow;
mod fold;
mod font;
mod furniture;
mod grid;
mod join;
mod lexer;
mod lines;
mod matrix;
mod names;
mod numbered;
mod object;
mod pages;
mod part;
mod path;
mod refusal;
mod rows;
mod table;
mod truetype;
mod turn;
mod writing;

use yinuo_diag::Diagnostic;

use crate::build::Builder;
use drawing::{Drawn, Reader};
use file::File;
use flow::{Item, Laid};
use lines::Numbers;
use part::Part;
use refusal::Tally;
use writing::Glyph;

/// What was read, and what was noticed.
pub(crate) struct Words {
    pub text: Builder,
    pub findings: Vec<Diagnostic>,
}

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8]) -> Result<Words, Box<Diagnostic>> {
    let file = File::open(bytes)?;
    let pages = pages::read(&file)?;
    let mut reader = Reader::new(&file);
    let mut tally = Tally::default();
    let mut laid = vec![];
    for (n, page) in pages.iter().enumerate() {
        let number = n as u32 + 1;
        let (matrix, width, height) = turn::to_screen(page);
        let mut drawn = reader.page(&page.dict, &page.resources, matrix)?;
        tally.add(number, &drawn);
        let (width, height) = turn::upright(&mut drawn, width, height);
        laid.push(lay(drawn, number, width, height));
    }
    let findings = tally.judge(pages.len())?;
    Ok(Words { text: flow::assemble(laid)?, findings })
}

/// Puts the characters of a page into drawn tables and lines.
fn lay(drawn: Drawn, page: u32, width: f64, height: f64) -> Laid {
    let numbers = Numbers::of(&drawn.glyphs);
    let mut grids = grid::grids(&drawn.lines);
    // A table in a frame: the smaller grid has the words.
    grids.sort_by(|a, b| a.area().total_cmp(&b.area()));
    let mut rest: Vec<Glyph> = drawn.glyphs;
    let mut items: Vec<(f64, Item)> = vec![];
    for make in [Part::drawn, Part::scrap] {
        for grid in &grids {
            let middle = |g: &Glyph| grid.cell_at(g.x + g.dx / 2.0, g.y - 0.35 * g.size);
            let inside: Vec<(usize, Glyph)> = rest.iter().filter_map(|g| Some((middle(g)?, *g))).collect();
            if let Some(part) = make(grid, inside, page, &numbers) {
                rest.retain(|g| middle(g).is_none());
                items.push((part.top, Item::Table(part)));
            }
        }
    }
    let in_table =
        |y: f64| grids.iter().any(|g| g.ys.first().is_some_and(|t| y >= *t) && g.ys.last().is_some_and(|b| y <= *b));
    let level = drawn.lines.iter().filter(|l| l.x1 - l.x0 > l.y1 - l.y0 && !in_table(l.y0));
    let rules = level.map(|l| (l.y0, l.x0, l.x1)).collect();
    let lines = lines::lines(rest, page, &numbers);
    items.extend(lines.into_iter().map(|l| (l.top(), Item::Line(l))));
    items.sort_by(|a, b| a.0.total_cmp(&b.0));
    Laid { width, height, items: items.into_iter().map(|(_, i)| i).collect(), rules }
}
