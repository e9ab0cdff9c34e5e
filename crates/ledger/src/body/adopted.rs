//! A plan taken on, with what the compiler said about it. It is kept whole, so that no compiler is needed to read it back.
//! What changes in it later is in `corrected`.

use yinuo_diag::Diagnostic;
use yinuo_model::{Doubt, Plan};

use crate::{EntryId, FindingId, Hash, PlanIds};

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
