//! Puts a document's text together from pieces that stood in paragraphs and cells, one piece a line. For formats whose
//! bytes are not their text. Keeps the limits on what a document may hold once it is unpacked.

use yinuo_diag::{Diagnostic, Locator, Span};

use crate::{Block, CellAt, limits};

/// A text under construction.
#[derive(Default)]
pub(crate) struct Builder {
    text: String,
    blocks: Vec<(Block, Option<usize>)>,
    cells: Vec<CellAt>,
    /// How many bytes of words were looked at, blank ones included.
    seen: usize,
}

/// A cell that was opened, to be given to [`Builder::push`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellId(usize);

impl Builder {
    /// Opens a cell; its spans may still grow.
    pub fn cell(&mut self, at: CellAt) -> Result<CellId, Box<Diagnostic>> {
        if self.cells.len() >= limits::MAX_CELLS {
            return Err(limits::too_many_cells());
        }
        self.cells.push(at);
        Ok(CellId(self.cells.len() - 1))
    }

    /// A cell's place, to be changed when a merge shows how far it reaches.
    pub fn cell_mut(&mut self, id: CellId) -> &mut CellAt {
        &mut self.cells[id.0]
    }

    /// Appends the lines of a piece of text, trimmed; blank lines are left out. `locate` says how a person finds the
    /// cell, or, without one, the paragraph of the given number.
    pub fn push(
        &mut self,
        words: &str,
        cell: Option<CellId>,
        locate: impl Fn(Option<CellAt>, u32) -> Locator,
    ) -> Result<(), Box<Diagnostic>> {
        self.weigh(words.len())?;
        for line in words.split(crate::blocks::is_line_end) {
            let line = line.trim_matches(crate::blocks::is_blank);
            if line.is_empty() {
                continue;
            }
            if self.text.len() + line.len() > limits::MAX_TEXT || self.blocks.len() >= limits::MAX_BLOCKS {
                return Err(limits::too_much_text());
            }
            let start = self.text.len();
            self.text.push_str(line);
            let span = Span::new(start, self.text.len());
            self.text.push('\n');
            let locator = locate(cell.map(|c| self.cells[c.0]), self.blocks.len() as u32 + 1);
            self.blocks.push((Block { span, cell: None, locator: Some(locator) }, cell.map(|c| c.0)));
        }
        Ok(())
    }

    /// Counts words that are looked at, before they are.
    pub fn weigh(&mut self, bytes: usize) -> Result<(), Box<Diagnostic>> {
        self.seen += bytes;
        if self.seen > limits::MAX_SEEN { Err(limits::too_much_text()) } else { Ok(()) }
    }

    /// How many paragraphs there are so far.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Leaves out the blocks for which `keep` is false; their words stay in the text, outside of any block.
    pub fn keep(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let mut n = 0;
        self.blocks.retain(|_| {
            n += 1;
            keep(n - 1)
        });
    }

    /// Makes paragraphs of the blocks in cells for which `forgotten` is true.
    pub fn forget(&mut self, forgotten: impl Fn(&CellAt) -> bool) {
        for (n, (block, cell)) in self.blocks.iter_mut().enumerate() {
            if cell.is_some_and(|c| forgotten(&self.cells[c])) {
                *cell = None;
                block.locator = Some(Locator::Paragraph(n as u32 + 1));
            }
        }
    }

    /// The text and its blocks.
    pub fn finish(self) -> (String, Vec<Block>) {
        let cells = self.cells;
        let blocks = self.blocks.into_iter().map(|(block, cell)| Block { cell: cell.map(|c| cells[c]), ..block });
        (self.text, blocks.collect())
    }
}
