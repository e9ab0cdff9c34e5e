//! A published document to a typed plan with findings. Compiling never fails: whatever the document holds, there is a
//! plan (perhaps an empty one) and a list of findings. No file, clock, environment or randomness.
//!
//! `Document -> layout::Outline -> lower -> Plan -> checks -> Compiled`. Start with [`compile`].

mod bodies;
pub mod cell;
mod checks;
mod counted;
mod doubts;
mod layout;
mod lower;
mod readings;
pub mod repair;
pub mod syntax;
mod wire;

use yinuo_diag::Diagnostic;
use yinuo_extract::Document;
use yinuo_model::{Doubt, Naming, Plan};

pub use doubts::as_findings;
pub use layout::{ColumnRead, TableRead, column_of, tables};
pub use wire::{commitment_to_json, findings_to_json, to_json};

/// Choices a caller may make.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The plan's year, when the caller knows better than the document.
    pub year: Option<i16>,
    /// What headings mean that the caller knows better; it goes before what they are taken for.
    pub columns: Vec<Naming>,
}

/// What compiling gives.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The plan.
    pub plan: Plan,
    /// Everything said about the document, in the order of the document.
    pub findings: Vec<Diagnostic>,
    /// Readings that were a choice between close alternatives, the closest first.
    pub doubts: Vec<Doubt>,
}

/// Compiles a document.
pub fn compile(document: &Document, options: &Options) -> Compiled {
    let outline = layout::read(document, options);
    let lower::Lowered { plan, findings: read, doubts, readings } = lower::plan(document, outline);
    let mut findings = document.findings.clone();
    findings.extend(read);
    findings.extend(checks::run(&plan, &readings));
    findings.sort_by_key(|d| d.labels.first().map_or(0, |l| l.span.start));
    Compiled { plan, findings, doubts }
}
