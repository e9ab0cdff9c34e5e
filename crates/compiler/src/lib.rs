//! A published document to a typed plan with findings. Compiling never fails: whatever the document holds, there is a
//! plan (perhaps an empty one) and a list of findings. No file, clock, environment or randomness.
//!
//! `Document -> layout::Outline -> lower -> Plan -> checks -> Compiled`. Start with [`compile`].

mod bodies;
pub mod cell;
mod checks;
mod counted;
pub mod dependencies;
mod doubts;
mod layout;
mod lower;
mod period_name;
mod readings;
mod regions;
pub mod repair;
mod roles;
mod shares;
pub mod syntax;
mod wire;

use std::num::NonZero;

use yinuo_diag::{Code, Diagnostic, Severity, codes};
use yinuo_extract::Document;
use yinuo_model::{Doubt, Naming, Plan};

pub use doubts::as_findings;
pub use layout::{ColumnRead, TableRead, column_of, tables};
pub use wire::{commitment_to_json, findings_to_json, to_json};

use shares::Crew;

/// Choices a caller may make.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The plan's year, when the caller knows better than the document.
    pub year: Option<i16>,
    /// What headings mean that the caller knows better; it goes before what they are taken for.
    pub columns: Vec<Naming>,
    /// Read it as a list even where it looks like another kind of document; that it does is then only noted.
    pub as_list: bool,
    /// How many threads may work on it; one unless said otherwise. The result is the same.
    pub threads: Option<NonZero<usize>>,
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
    let crew = Crew::of(options.threads.map_or(1, NonZero::get));
    let (mut outline, page) = layout::read(document, options, &crew);
    let mut findings = document.findings.clone();
    findings.append(&mut outline.findings);
    let unplaced = std::mem::take(&mut outline.unplaced);
    // nothing that is read of a row depends on the kind of document, only whether it is checked
    let (kind, lowered) = crew.meanwhile(|| page.other_kind(), || lower::plan(document, outline, &crew, checks::each));
    let lower::Lowered { plan, findings: read, checked, doubts } = lowered;
    let other_kind = kind.is_some() && !options.as_list;
    findings.extend(
        kind.map(|kind| Diagnostic { severity: if other_kind { kind.severity } else { Severity::Note }, ..kind }),
    );
    if plan.categories.is_empty() && !other_kind {
        findings.push(layout::not_a_list(&page, options));
    }
    findings.extend(read);
    if other_kind {
        // What a list should be like cannot be asked of a document that is none.
        findings.retain(|d| d.severity == Severity::Error || d.code.id.starts_with('S'));
    } else {
        findings.extend(checks::whole(&plan));
        findings.extend(checked);
        checks::settle(&plan, &unplaced, &mut findings);
    }
    // a page calls a finding where its words end, and numbers them in this order
    findings.sort_by_key(|d| d.labels.first().map_or(0, |l| l.span.end));
    Compiled { plan, findings, doubts }
}

/// The finding that the document is of another kind than a list, unless it was to be read as one all the same.
pub fn other_kind(findings: &[Diagnostic]) -> Option<&Diagnostic> {
    const KINDS: [&Code; 4] = [&codes::PROGRESS_REPORT, &codes::BALLOT, &codes::SET_OF_RULES, &codes::NEWS_REPORT];
    findings.iter().find(|d| d.severity == Severity::Error && KINDS.contains(&d.code))
}
