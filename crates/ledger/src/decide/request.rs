//! What a person wants recorded: the command, who gives it and from when it holds, and the moment of the decision. Whether
//! it may be recorded is asked in the files beside this one.

use jiff::Timestamp;
use jiff::civil::Date;
use yinuo_model::Role;

use super::{Adoption, Correction};
use crate::body::Opened;
use crate::{CommitmentId, EntryId, Holder, Key, PostId, Subject, UnitId};

/// Something a person wants recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The post they act for.
    pub actor_post: PostId,
    /// From which day it holds; the day of recording when none is given.
    pub effective_on: Option<Date>,
    /// Never to be released.
    pub office_only: bool,
    /// The caller's mark, so that the same request is recorded once.
    pub idempotency: Option<Key>,
    /// What.
    pub command: Command,
}

/// What can be recorded.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin the ledger of a jurisdiction. The actor is the post that this mints.
    Open {
        /// The jurisdiction's name.
        jurisdiction: String,
        /// How it begins.
        opened: Opened,
    },
    /// Take on a compiled plan.
    Adopt(Box<Adoption>),
    /// Correct a reading.
    Correct(Box<Correction>),
    /// Say who answers for a commitment.
    Assign {
        /// The commitment.
        commitment: CommitmentId,
        /// In which role.
        role: Role,
        /// Who; empty when nobody has the role any more.
        holders: Vec<Holder>,
        /// From which day.
        from: Date,
    },
    /// Create a unit.
    CreateUnit {
        /// Its name.
        name: String,
    },
    /// Close a unit.
    CloseUnit {
        /// The unit.
        unit: UnitId,
        /// Its last day.
        on: Date,
    },
    /// Create a post.
    CreatePost {
        /// Its name.
        name: String,
        /// The unit it belongs to.
        unit: Option<UnitId>,
    },
    /// Close a post.
    ClosePost {
        /// The post.
        post: PostId,
        /// Its last day.
        on: Date,
    },
    /// Add a remark.
    Note {
        /// What it is about.
        subject: Subject,
        /// The remark.
        text: String,
    },
    /// Make entries public.
    Release {
        /// Which.
        entries: Vec<EntryId>,
        /// What the public is told with it.
        remark: Option<String>,
    },
    /// Erase the body of an entry, and with an edition's the corrections that repeat its words.
    Erase {
        /// The entry.
        entry: EntryId,
        /// Why; this is public.
        reason: String,
    },
}

impl Command {
    /// The entries whose envelopes `decide` must be given.
    pub fn needs(&self) -> Vec<EntryId> {
        match self {
            Command::Adopt(adoption) => {
                let columns = adoption.columns.iter().filter_map(|c| c.follows);
                adoption.carried.iter().map(|c| c.from).chain(columns).collect()
            }
            Command::Release { entries, .. } => entries.clone(),
            Command::Erase { entry, .. } => vec![*entry],
            _ => vec![],
        }
    }
}

/// When, and the randomness of one decision.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The clock's time.
    pub time: Timestamp,
    /// 32 random bytes, drawn for this decision, from which the salts of its entries are made. Keep them nowhere.
    pub seed: [u8; 32],
}
