//! The nouns of Yinuo: a plan and what stands in it, periods, times and exact numbers.
//! Types and their invariants only; no reading of documents, no files, no clock. Start with [`Plan`].

mod column;
mod doubt;
mod measure;
pub mod names;
mod parse;
mod period;
mod plan;
mod schedule;
mod time;

pub use column::{Column, Naming};
pub use doubt::{Doubt, Reading};
pub use measure::{Bound, Direction, Measure, Mode, Relation, Target, Value};
pub use parse::BadText;
pub use period::{At, NO_YEAR, Period};
pub use plan::{Category, Commitment, Declared, Kind, Owner, Passage, Place, Plan, Role, Source, Spans, Word};
pub use schedule::{Milestone, Stage, Step, Verb};
pub use time::{Recurrence, Season, Stretch, Time, TimeValue, Weekdays};
