//! The history as lines: each entry with what can be shown of it to a side.

use yinuo_ledger::{Body, Entry, EntryId, Envelope, Side};

use super::{Ledger, LedgerError};

/// One entry of the history as a side sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The envelope.
    pub envelope: Envelope,
    /// What was said; none when the side may not see it, or nobody can.
    pub body: Option<Body>,
    /// The release that made it public.
    pub released_by: Option<EntryId>,
    /// The entry that told of its erasure.
    pub erased_by: Option<EntryId>,
    /// True when the entry is there and its body cannot be read.
    pub damaged: bool,
}

impl Ledger {
    /// The entries of a range that a side may know of, in order. The public knows only of entries that are open or released.
    pub fn history(&self, side: Side, range: std::ops::Range<u64>) -> Result<Vec<Line>, LedgerError> {
        let view = self.view(side)?;
        let mut lines = vec![];
        for kept in self.store.read(range)? {
            let id = EntryId(kept.seq);
            if side == Side::Public && !view.is_public(id) {
                continue;
            }
            let opened = kept.record.open();
            let damaged = opened.is_err();
            let Ok(Entry { envelope, body }) = opened.or_else(|_| kept.record.erased().open()) else { continue };
            let (released_by, erased_by) = (view.released_by(id), view.erased_by(id));
            lines.push(Line { envelope, body, released_by, erased_by, damaged });
        }
        Ok(lines)
    }

    /// One entry as a side sees it.
    pub fn line(&self, side: Side, id: EntryId) -> Result<Option<Line>, LedgerError> {
        Ok(self.history(side, id.0..id.0.saturating_add(1))?.pop())
    }
}
