//! Requests that need nothing beside the ledger: assignment, units and posts, remarks, releases; and erasure, which also
//! takes away the document that an erased edition was read from.

use jiff::civil::Date;
use yinuo_ledger::{Command, EntryId, Key, PostId, Request, View};

use crate::ledger::{Ledger, LedgerError, Recorded};
use crate::store::Effect;

/// Who asks, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct By {
    /// The post that acts.
    pub post: PostId,
    /// From which day it holds; the day of recording when none is given.
    pub effective_on: Option<Date>,
    /// Never to be released.
    pub office_only: bool,
    /// The caller's mark, so that the same request is recorded once.
    pub key: Option<Key>,
}

impl By {
    /// The post, from today, to be released.
    pub fn post(post: PostId) -> Self {
        Self { post, effective_on: None, office_only: false, key: None }
    }

    pub(super) fn asks(&self, command: Command) -> Request {
        Request {
            actor_post: self.post,
            effective_on: self.effective_on,
            office_only: self.office_only,
            idempotency: self.key.clone(),
            command,
        }
    }
}

/// Records a command that needs nothing beside the ledger.
pub fn request(ledger: &Ledger, by: &By, command: Command) -> Result<Recorded, LedgerError> {
    match command {
        Command::Erase { entry, reason } => erase(ledger, by, entry, reason),
        command => ledger.record(&by.asks(command), |_, _| vec![]),
    }
}

/// Erases the body of an entry. With an edition goes the document it was read from, unless another edition that stays was
/// read from the same bytes.
pub fn erase(ledger: &Ledger, by: &By, entry: EntryId, reason: String) -> Result<Recorded, LedgerError> {
    let request = by.asks(Command::Erase { entry, reason });
    ledger.record(&request, |view, _| source_only_of(view, entry).map(Effect::DropUpload).into_iter().collect())
}

/// The hash of an edition's document, when no other edition needs it.
fn source_only_of(view: &View, entry: EntryId) -> Option<String> {
    let state = view.state();
    let sha256 = state.edition(entry)?.said.plan.source.sha256.clone();
    let all = state.years().into_iter().flat_map(|year| state.editions(year));
    let others = all.filter(|e| e.entry != entry && e.said.plan.source.sha256 == sha256).count();
    (others == 0).then_some(sha256)
}
