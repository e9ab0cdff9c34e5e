//! The bodies of entries: what was said, in the nouns of `model`. How they are written stands in `wire`; what may be said
//! when is decided in `decide`. Here stands what kinds there are and what each points at; the kinds have files of their own.

mod adopted;
mod corrected;
mod mapped;
mod members;
mod record;

pub use adopted::{Adopted, Finding};
pub use corrected::{Change, Corrected, Reread};
pub use mapped::{Differs, MapRow, Mapped, PartPair};
pub use members::{Assigned, Holder, PostClosed, PostCreated, UnitClosed, UnitCreated};
pub use record::{Clock, Erased, Noted, Opened, Released, Subject};

use crate::{EntryId, Kind};

/// A body of any kind.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each says what its type says")]
pub enum Body {
    Opened(Opened),
    Adopted(Box<Adopted>),
    Mapped(Mapped),
    Corrected(Box<Corrected>),
    Assigned(Assigned),
    UnitCreated(UnitCreated),
    UnitClosed(UnitClosed),
    PostCreated(PostCreated),
    PostClosed(PostClosed),
    Noted(Noted),
    Released(Released),
    Erased(Erased),
}

impl Body {
    /// What the entry is.
    pub fn kind(&self) -> Kind {
        match self {
            Body::Opened(_) => Kind::LedgerOpened,
            Body::Adopted(_) => Kind::PlanAdopted,
            Body::Mapped(_) => Kind::EditionMapped,
            Body::Corrected(_) => Kind::ReadingCorrected,
            Body::Assigned(_) => Kind::OwnerAssigned,
            Body::UnitCreated(_) => Kind::UnitCreated,
            Body::UnitClosed(_) => Kind::UnitClosed,
            Body::PostCreated(_) => Kind::PostCreated,
            Body::PostClosed(_) => Kind::PostClosed,
            Body::Noted(_) => Kind::NoteAdded,
            Body::Released(_) => Kind::EntriesReleased,
            Body::Erased(_) => Kind::BodyErased,
        }
    }

    /// The entries it points at, ascending, each once: exactly what its envelope's `refs` hold.
    pub fn refs(&self) -> Vec<EntryId> {
        let mut refs = match self {
            Body::Opened(_) | Body::UnitCreated(_) => vec![],
            Body::Adopted(b) => b.follows.into_iter().collect(),
            Body::Mapped(b) => vec![b.old, b.new],
            Body::Corrected(b) => b.follows.iter().copied().chain([b.edition]).collect(),
            Body::Assigned(b) => b.holders.iter().map(|h| h.minted_by()).chain([b.edition]).collect(),
            Body::UnitClosed(b) => vec![b.unit.minted_by()],
            Body::PostCreated(b) => b.unit.iter().map(|u| u.minted_by()).collect(),
            Body::PostClosed(b) => vec![b.post.minted_by()],
            Body::Noted(b) => vec![b.subject.minted_by()],
            Body::Released(b) => b.entries.clone(),
            Body::Erased(b) => b.entries.clone(),
        };
        refs.sort_unstable();
        refs.dedup();
        refs
    }
}
