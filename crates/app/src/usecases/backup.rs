//! A copy of a data folder, made while it is in use: the database of one moment, and a manifest by which the copy is checked.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yinuo_diag::Text;
use yinuo_ledger::Hash;

use super::doctor::{doctor, hex};
use crate::ledger::LedgerError;
use crate::store::{DATABASE, SqliteStore, StoreError};

/// The manifest's name in a backup.
pub(super) const MANIFEST: &str = "manifest.json";
/// The manifest's form.
pub(super) const SCHEMA: &str = "yinuo.backup/1";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `yinuo.backup/1`.
    pub schema: String,
    /// The program that made it.
    pub program: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// How many entries it holds.
    pub entries: u64,
    /// The chain over their envelopes.
    pub chain: Hash,
    /// The files.
    pub files: Vec<ManifestFile>,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestFile {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// Hash of its bytes.
    pub sha256: String,
}

/// Copies the data in `folder` to `to`, a new or empty folder, and looks at every entry of the copy before it says that
/// there is a backup.
pub fn backup(folder: &Path, to: &Path, now: Timestamp) -> Result<Manifest, LedgerError> {
    empty(to)?;
    let copy = to.join(DATABASE);
    SqliteStore::open_to_read(folder)?.copy_to(&copy)?;
    let checkup = doctor(to)?;
    if let Some(trouble) = checkup.troubles.into_iter().next() {
        return Err(LedgerError::Damaged(Box::new(trouble.said)));
    }
    let bytes = fs::read(&copy).map_err(StoreError::from)?;
    let file = ManifestFile { name: DATABASE.into(), bytes: bytes.len() as u64, sha256: hex(&bytes) };
    let manifest = Manifest {
        schema: SCHEMA.into(),
        program: concat!("yinuo ", env!("CARGO_PKG_VERSION")).into(),
        made_at: now,
        entries: checkup.entries,
        chain: checkup.head.chain,
        files: vec![file],
    };
    let text = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    fs::write(to.join(MANIFEST), text).map_err(StoreError::from)?;
    Ok(manifest)
}

/// Makes a folder that has nothing in it, or refuses.
pub(super) fn empty(folder: &Path) -> Result<(), LedgerError> {
    fs::create_dir_all(folder).map_err(StoreError::from)?;
    let is_empty = fs::read_dir(folder).map_err(StoreError::from)?.next().is_none();
    if is_empty {
        return Ok(());
    }
    let name = folder.display();
    Err(LedgerError::Folder(Text::new(
        format!("{name} 不是空目录；请指定一个空目录，以免覆盖已有的内容"),
        format!("{name} is not empty; name an empty folder, so that nothing is written over"),
    )))
}
