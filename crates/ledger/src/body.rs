//! The bodies of entries: what was said, in the nouns of `model`. How they are written stands in `wire`; what may be said
//! when is decided in `decide`.

use jiff::civil::Date;
use yinuo_diag::Diagnostic;
use yinuo_model::{At, Bound, Column, Commitment, Doubt, Mode, Plan, Role};

use crate::{
    CommitmentId, EntryId, FindingId, Hash, Kind, MeasureId, MilestoneId, PlanIds, PostId, StepId, TargetId, UnitId,
    plan_ids::CommitmentIds,
};

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

/// The ledger begins. The entry mints the first post, `p0.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Name of the first post, which may do everything until others are created.
    pub office: String,
    /// How far ahead of UTC the jurisdiction's days are.
    pub offset_minutes: i32,
    /// Made to be looked at, not to be relied on.
    pub demonstration: bool,
    /// Where record times come from.
    pub clock: Clock,
}

/// Where record times come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Times that were handed in, as a demonstration does.
    Given,
}

/// A compiled plan was taken on, whole: reading it back needs no compiler.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopted {
    /// The compiler's name and version.
    pub compiler: String,
    /// Hash of the text that spans point into. The hash of the file's bytes is the plan's own `source.sha256`.
    pub text: Hash,
    /// Hash of every id with its places.
    pub spans: Hash,
    /// The edition for the same year that was current before, whether or not ids were mapped.
    pub follows: Option<EntryId>,
    /// The plan.
    pub plan: Plan,
    /// The ids minted for it.
    pub ids: PlanIds,
    /// What the compiler said about it.
    pub findings: Vec<Finding>,
    /// Readings that were a choice between close alternatives.
    pub doubts: Vec<Doubt>,
}

/// A diagnostic that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// What was said.
    pub said: Diagnostic,
}

/// How the commitments of a new edition follow from the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The edition before.
    pub old: EntryId,
    /// The new edition.
    pub new: EntryId,
    /// First the new plan's commitments in its order, then those that were dropped.
    pub rows: Vec<MapRow>,
}

/// One commitment in both editions, or in one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// Its old id; none for one that was added.
    pub old: Option<CommitmentId>,
    /// Its new id; none for one that was dropped.
    pub new: Option<CommitmentId>,
    /// What differs; empty for one that was kept, added or dropped.
    pub differs: Vec<Differs>,
    /// Old and new ids of what stands in it.
    pub parts: Vec<PartPair>,
}

/// In what way a commitment differs between editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Differs {
    /// Another number or category.
    Moved,
    /// Other words, apart from numbers.
    Reworded,
    /// Other quantities.
    Numbers,
    /// Other owners.
    Owners,
}

/// The same thing in the old and the new edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each pairs ids of its name")]
pub enum PartPair {
    Milestone(MilestoneId, MilestoneId),
    Step(StepId, StepId),
    Measure(MeasureId, MeasureId),
    Target(TargetId, TargetId),
}

/// A person corrected a reading. What the plan says from then on is in the entry, so that nothing is compiled later.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// The edition.
    pub edition: EntryId,
    /// Earlier corrections of the same commitments, which this one contains; and when it takes over a correction of an
    /// earlier edition, that one.
    pub follows: Vec<EntryId>,
    /// What was done.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// The commitments it touches, as they are read from now on.
    pub rereads: Vec<Reread>,
}

/// What a correction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The border between two cells of a commitment was moved.
    Border {
        /// The commitment.
        commitment: CommitmentId,
        /// The cell before the border.
        left: At,
        /// The cell after it.
        right: At,
        /// Byte offset in the text where the right cell began.
        from: u32,
        /// Where it begins now.
        to: u32,
    },
    /// A measure says something else about the year.
    Mode {
        /// The measure.
        measure: MeasureId,
        /// As it was read.
        from: Mode,
        /// As it is to be read.
        to: Mode,
    },
    /// A measure is another kind of limit.
    Bound {
        /// The measure.
        measure: MeasureId,
        /// As it was read.
        from: Bound,
        /// As it is to be read.
        to: Bound,
    },
    /// A measure says something else about the year, and is another kind of limit.
    Measure {
        /// The measure.
        measure: MeasureId,
        /// As it was read and as it is to be read.
        mode: (Mode, Mode),
        /// As it was read and as it is to be read.
        bound: (Bound, Bound),
    },
    /// A heading of the document's tables means this; the edition was read so.
    Column {
        /// The words of the heading, without white space.
        heading: String,
        /// What it would be taken for; none where it is not known.
        from: Option<Column>,
        /// What its column holds.
        to: Column,
    },
    /// A finding does not apply.
    Dismissed {
        /// The finding.
        finding: FindingId,
    },
}

/// A commitment as it is read after a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    /// The commitment.
    pub commitment: Commitment,
    /// Its ids: those it had, and new ones for what was not there before.
    pub ids: CommitmentIds,
    /// The findings about it from now on.
    pub findings: Vec<Finding>,
    /// The doubts about it from now on.
    pub doubts: Vec<Doubt>,
}

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

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// What it is about.
    pub subject: Subject,
    /// The remark.
    pub text: String,
}

/// What a remark can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An entry; an edition stands for its plan.
    Entry(EntryId),
    /// A commitment.
    Commitment(CommitmentId),
}

/// Entries become public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// Which, ascending.
    pub entries: Vec<EntryId>,
    /// What the public is told with it.
    pub remark: Option<String>,
}

/// Bodies were erased. This body is public, so the reason may not repeat what was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Whose, ascending.
    pub entries: Vec<EntryId>,
    /// Why.
    pub reason: String,
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

impl Corrected {
    /// The correction of an earlier edition that this one takes over: what it follows was recorded before its edition.
    pub fn carries(&self) -> Option<EntryId> {
        self.follows.iter().copied().find(|e| *e < self.edition)
    }
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

impl Subject {
    /// The entry it is, or that minted it.
    pub fn minted_by(self) -> EntryId {
        match self {
            Subject::Entry(entry) => entry,
            Subject::Commitment(commitment) => commitment.minted_by(),
        }
    }
}
