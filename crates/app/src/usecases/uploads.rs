//! Documents that were handed in and neither adopted nor put away. They are no entries: putting one away leaves no trace.

use std::collections::BTreeSet;

use yinuo_ledger::Side;

use crate::ledger::{Ledger, LedgerError};
use crate::store::{Effect, UploadLine};

/// The documents that wait, the newest first.
pub fn waiting(ledger: &Ledger) -> Result<Vec<UploadLine>, LedgerError> {
    let adopted = adopted(ledger)?;
    let mut all = ledger.store().uploads()?;
    all.retain(|upload| !adopted.contains(&upload.sha256));
    all.sort_by(|a, b| b.received_at.cmp(&a.received_at).then_with(|| a.name.cmp(&b.name)));
    Ok(all)
}

/// Puts a document away that waits; one that an edition was read from stays.
pub fn discard(ledger: &Ledger, sha256: &str) -> Result<(), LedgerError> {
    if !adopted(ledger)?.contains(sha256) {
        ledger.store().effects(&[Effect::DropUpload(sha256.to_string())])?;
    }
    Ok(())
}

/// The documents that editions were read from.
fn adopted(ledger: &Ledger) -> Result<BTreeSet<String>, LedgerError> {
    let view = ledger.view(Side::Office)?;
    let state = view.state();
    let editions = state.years().into_iter().flat_map(|year| state.editions(year));
    Ok(editions.map(|e| e.said.plan.source.sha256.clone()).collect())
}
