//! The append-only record. Entries in, state out: the wire format, what may be recorded (`decide`), what entries add up to
//! (`fold`, `as_of`), and how two editions of a plan compare (`edition`). No clock, file or randomness: times, salts' seed
//! and entries are arguments. Start with [`Entry`], [`decide()`] and [`fold()`]; the format is in docs/spec/ledger.md.

mod align;
mod as_of;
pub mod body;
mod decide;
pub mod edition;
mod entry;
mod envelope;
mod fold;
mod forget;
mod hash;
mod history;
mod ids;
mod office;
mod openness;
mod past;
mod plan_ids;
mod reading;
mod state;
mod wire;

pub use as_of::{as_of, end_of, recorded_by};
pub use body::{Body, Clock, Differs, Finding, Holder, Subject};
pub use decide::{Adoption, After, Carry, Command, Correction, NamedColumn, Now, Request, Spot, decide, recorded_at};
pub use entry::{Entry, Record, Sealed};
pub use envelope::{Envelope, Key, Kind, Visibility, day_of};
pub use fold::{Side, View, fold, resume};
pub use hash::{Domain, Hash, Salt};
pub use history::Entries;
pub use ids::{BadId, CommitmentId, EntryId, FindingId, MeasureId, MilestoneId, PostId, StepId, TargetId, UnitId};
pub use past::Holding;
pub use plan_ids::{CommitmentIds, MilestoneIds, PlanIds};
pub use reading::Reading;
pub use state::{Fact, Member, State};
pub(crate) use wire::spans_of;
