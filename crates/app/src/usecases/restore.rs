//! From a backup back to a data folder, and checking a backup without restoring it.

use std::fs;
use std::path::Path;

use yinuo_diag::Text;

use super::backup::{MANIFEST, Manifest, SCHEMA, empty};
use super::doctor::{Checkup, doctor, hex};
use crate::ledger::LedgerError;
use crate::store::{DATABASE, StoreError};

/// What a backup turned out to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What it says of itself.
    pub manifest: Manifest,
    /// What looking at every entry found.
    pub checkup: Checkup,
}

/// Checks a backup: its manifest, the bytes of its files, every entry, and that it ends where the manifest says.
pub fn verify(backup: &Path) -> Result<Restored, LedgerError> {
    let manifest = manifest(backup)?;
    for file in &manifest.files {
        // Only names that a backup writes: a manifest may not point elsewhere.
        let known = file.name == DATABASE;
        let bytes = if known { fs::read(backup.join(&file.name)).map_err(StoreError::from)? } else { vec![] };
        if !known || bytes.len() as u64 != file.bytes || hex(&bytes) != file.sha256 {
            return Err(differs(&file.name));
        }
    }
    let checkup = doctor(backup)?;
    if let Some(trouble) = checkup.troubles.first() {
        return Err(LedgerError::Damaged(Box::new(trouble.said.clone())));
    }
    if (checkup.entries, checkup.head.chain) != (manifest.entries, manifest.chain) {
        return Err(differs(DATABASE));
    }
    Ok(Restored { manifest, checkup })
}

/// Checks a backup and copies it to `folder`, a new or empty one.
pub fn restore(backup: &Path, folder: &Path) -> Result<Restored, LedgerError> {
    let restored = verify(backup)?;
    empty(folder)?;
    copy(backup, folder)?;
    Ok(restored)
}

fn copy(backup: &Path, folder: &Path) -> Result<(), LedgerError> {
    let to = folder.join(DATABASE);
    fs::copy(backup.join(DATABASE), &to).map_err(StoreError::from)?;
    fs::File::open(&to).and_then(|file| file.sync_all()).map_err(StoreError::from)?;
    Ok(())
}

fn manifest(backup: &Path) -> Result<Manifest, LedgerError> {
    let unreadable = |why: String| {
        LedgerError::Folder(Text::new(
            format!("{} 不是完整的备份：{why}", backup.display()),
            format!("{} is no complete backup: {why}", backup.display()),
        ))
    };
    let bytes = fs::read(backup.join(MANIFEST)).map_err(|e| unreadable(e.to_string()))?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|e| unreadable(e.to_string()))?;
    if manifest.schema != SCHEMA {
        return Err(unreadable(format!("`{}`", manifest.schema)));
    }
    Ok(manifest)
}

fn differs(name: &str) -> LedgerError {
    LedgerError::Folder(Text::new(
        format!("备份中的 {name} 与清单所记不符；请换一份备份"),
        format!("{name} is not what the manifest says; use another backup"),
    ))
}
