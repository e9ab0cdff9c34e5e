//! The history as lines: each entry with what can be shown of it to a side.

use yinuo_ledger::{Body, Entry, EntryId, Envelope, Record, Side, View, Visibility};

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
        self.lines(&*self.view(side)?, range)
    }

    /// The entries of a range that a view knows of, in order: those of an earlier day's view as they stood on that day.
    pub fn lines(&self, view: &View, range: std::ops::Range<u64>) -> Result<Vec<Line>, LedgerError> {
        let mut lines = vec![];
        for kept in self.store.read(range.start..range.end.min(view.next().0))? {
            let id = EntryId(kept.seq);
            if view.side() == Side::Public && !view.is_public(id) {
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

    /// What can be read of one entry of a damaged ledger, also beyond what a view could take in; none when nothing can be read
    /// or the side may not know of it.
    pub fn rest(&self, view: &View, id: EntryId) -> Option<Line> {
        if view.side() == Side::Public && !view.is_public(id) {
            return None;
        }
        let kept = self.store.read(id.0..id.0.saturating_add(1)).ok().and_then(|mut all| all.pop());
        let opened = kept.and_then(|k| k.record.open().ok());
        let damaged = opened.is_none();
        let alone = || {
            let record = Record { envelope: self.store.envelope(id.0).ok()??, body: None };
            record.open().ok()
        };
        let Entry { envelope, body } = opened.or_else(alone)?;
        let (released_by, erased_by) = (view.released_by(id), view.erased_by(id));
        Some(Line { envelope, body, released_by, erased_by, damaged })
    }

    /// These entries, given in order, as far as a view knows of them.
    pub fn lines_of(&self, view: &View, ids: &[EntryId]) -> Result<Vec<Line>, LedgerError> {
        let mut lines = vec![];
        for run in ids.chunk_by(|a, b| a.0 + 1 == b.0) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            lines.extend(self.lines(view, first.0..last.0 + 1)?);
        }
        Ok(lines)
    }

    /// What a view of the office knows that can be released and was not, in order.
    pub fn unreleased(&self, view: &View) -> Result<Vec<Line>, LedgerError> {
        let lines = self.lines_of(view, &view.held().collect::<Vec<_>>())?;
        Ok(lines.into_iter().filter(|l| l.envelope.visibility == Visibility::OnRelease && !l.damaged).collect())
    }

    /// One entry as a side sees it.
    pub fn line(&self, side: Side, id: EntryId) -> Result<Option<Line>, LedgerError> {
        Ok(self.history(side, id.0..id.0.saturating_add(1))?.pop())
    }
}
