//! Correcting a reading. The document is read back from the store, the commitment is read again with the correction, and the
//! outcome goes into the entry, so that nobody has to compile later.

use yinuo_compiler::repair::{self, Repair};
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_extract::Document;
use yinuo_ledger::body::Change;
use yinuo_ledger::{After, Command, CommitmentId, Correction, EntryId, FindingId, MeasureId, Reading, Side};
use yinuo_model::{At, Bound, Mode};

use super::By;
use crate::ledger::{Ledger, LedgerError, Recorded};

/// What a person wants read otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// The right one of two neighbouring cells begins at this byte of the text.
    Border {
        /// The commitment.
        commitment: CommitmentId,
        /// The cell before the border.
        left: At,
        /// The cell after it.
        right: At,
        /// Where the right cell begins.
        to: u32,
    },
    /// A measure says something else about the year, or is another kind of limit, or both; none stays as it is read.
    Measure(MeasureId, Option<Mode>, Option<Bound>),
}

/// Records a correction of an edition. `seen` is the last entry the person had seen.
pub fn correct(
    ledger: &Ledger,
    by: &By,
    edition: EntryId,
    seen: EntryId,
    fix: Fix,
    reason: String,
) -> Result<Recorded, LedgerError> {
    let view = ledger.view(Side::Office)?;
    let reading = view.state().reading(edition).ok_or_else(|| rejected(unknown(edition)))?;
    let (id, change, repair) = planned(&reading, fix).ok_or_else(|| rejected(does_not_fit()))?;
    let document = source(ledger, &reading)?;
    let (before, _) = reading.commitment(id).ok_or_else(|| rejected(unknown(id)))?;
    let repaired = repair::repair(&document, &reading.plan, before.number, repair);
    let repaired = repaired.ok_or_else(|| rejected(does_not_fit()))?;
    let after = After { id, commitment: repaired.commitment, findings: repaired.findings, doubts: repaired.doubts };
    let correction = Correction { edition, seen, change, reason, rereads: vec![after] };
    ledger.record(&by.asks(Command::Correct(Box::new(correction))), |_, _| vec![])
}

/// Records that a finding does not apply.
pub fn dismiss(
    ledger: &Ledger,
    by: &By,
    edition: EntryId,
    finding: FindingId,
    reason: String,
) -> Result<Recorded, LedgerError> {
    let seen = EntryId(ledger.store().head()?.next);
    let change = Change::Dismissed { finding };
    let correction = Correction { edition, seen, change, reason, rereads: vec![] };
    ledger.record(&by.asks(Command::Correct(Box::new(correction))), |_, _| vec![])
}

/// That the document of an edition is not in the store.
pub(super) fn not_kept(name: &str) -> LedgerError {
    LedgerError::Folder(Text::new(
        format!("原文件“{name}”没有保存，无法重新读取"),
        format!("the document {name} is not kept, so it cannot be read again"),
    ))
}

/// The document an edition was read from, read again to its text.
pub fn source(ledger: &Ledger, reading: &Reading) -> Result<Document, LedgerError> {
    let source = &reading.plan.source;
    let upload = ledger.store().upload(&source.sha256)?.ok_or_else(|| not_kept(&source.name))?;
    let read = ledger.reader().read(&source.name, &upload.bytes);
    Ok(read.map_err(|cause| crate::OpenError::Document { name: source.name.clone(), cause })?)
}

/// The commitment, what the entry says was changed, and what the compiler is to do.
fn planned(reading: &Reading, fix: Fix) -> Option<(CommitmentId, Change, Repair)> {
    match fix {
        Fix::Border { commitment, left, right, to } => {
            let (before, _) = reading.commitment(commitment)?;
            let from = repair::border(&reading.plan, before.number, left, right)? as u32;
            let change = Change::Border { commitment, left, right, from, to };
            Some((commitment, change, Repair::Border { left, right, to: to as usize }))
        }
        Fix::Measure(measure, mode, bound) => {
            let (c, ids, index) = reading.measure(measure)?;
            let now = &c.measures[index];
            let (modes, bounds) = ((now.mode, mode.unwrap_or(now.mode)), (now.bound, bound.unwrap_or(now.bound)));
            let change = if bounds.0 == bounds.1 {
                Change::Mode { measure, from: modes.0, to: modes.1 }
            } else if modes.0 == modes.1 {
                Change::Bound { measure, from: bounds.0, to: bounds.1 }
            } else {
                Change::Measure { measure, mode: modes, bound: bounds }
            };
            Some((ids.id, change, Repair::Measure(index, modes.1, bounds.1)))
        }
    }
}

fn rejected(reason: Diagnostic) -> LedgerError {
    LedgerError::Rejected(vec![reason])
}

fn unknown(what: impl std::fmt::Display) -> Diagnostic {
    let text = Text::new(format!("台账中没有 {what}"), format!("there is no {what} in the ledger"));
    Diagnostic::new(&codes::UNKNOWN_REFERENCE, text)
}

fn does_not_fit() -> Diagnostic {
    let text = Text::new("这处更正不适用于现在的读法", "the correction does not fit the present reading");
    Diagnostic::new(&codes::NOTHING_TO_CHANGE, text).help(Text::new(
        "请刷新页面，在两个相邻单元格之间选择边界",
        "load the page again and choose a border between two neighbouring cells",
    ))
}
