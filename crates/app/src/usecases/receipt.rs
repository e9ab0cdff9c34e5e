//! Marks on requests: a form that is sent twice is recorded once. A fresh mark for a form, and what was recorded under one.

use yinuo_ledger::{Hash, Key};

use crate::ledger::{Ledger, LedgerError, Recorded};

/// A mark that nobody else has.
pub fn mark() -> Result<String, LedgerError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| LedgerError::Random(e.to_string()))?;
    Ok(Hash(bytes).to_string().chars().take(32).collect())
}

/// What was recorded under a mark, if anything.
pub fn receipt(ledger: &Ledger, key: &Key) -> Result<Option<Recorded>, LedgerError> {
    let found = ledger.store().receipt(key.as_str())?;
    Ok(found.map(|r| Recorded { entries: r.entries, recorded_at: r.recorded_at, said: vec![] }))
}
