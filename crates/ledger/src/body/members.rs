//! Units and posts, when they begin and end, and who of them answers for a commitment. Persons have no place here.

use jiff::civil::Date;
use yinuo_model::Role;

use crate::{CommitmentId, EntryId, PostId, UnitId};

/// Who answers for a commitment in a role from a day on. It replaces what was said before for that role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The edition the commitment stands in.
    pub edition: EntryId,
    /// The commitment.
    pub commitment: CommitmentId,
    /// The role.
    pub role: Role,
    /// Who; empty when nobody has the role any more.
    pub holders: Vec<Holder>,
    /// From this day.
    pub from: Date,
}

/// A unit, or a post in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Holder {
    Unit(UnitId),
    Post(PostId),
}

/// A unit exists. The entry mints `u<entry>.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCreated {
    /// Its name.
    pub name: String,
}

/// A unit is closed: nothing new can be given to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitClosed {
    /// The unit.
    pub unit: UnitId,
    /// Its last day.
    pub on: Date,
}

/// A post exists. The entry mints `p<entry>.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostCreated {
    /// Its name.
    pub name: String,
    /// The unit it belongs to.
    pub unit: Option<UnitId>,
}

/// A post is closed: it cannot act any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostClosed {
    /// The post.
    pub post: PostId,
    /// Its last day.
    pub on: Date,
}

impl Holder {
    /// The entry that created it.
    pub fn minted_by(self) -> EntryId {
        match self {
            Holder::Unit(unit) => unit.minted_by(),
            Holder::Post(post) => post.minted_by(),
        }
    }
}
