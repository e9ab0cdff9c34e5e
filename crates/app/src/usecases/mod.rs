//! What a person can do with a ledger, one file each. Permission is decided by the caller, before any of these.

mod adopt;
mod backup;
mod carry;
mod columns;
mod correct;
mod doctor;
mod doors;
mod manage;
mod note;
mod receipt;
mod restore;
mod uploads;

pub use adopt::{First, Preview, Successor, adopt, offset, preview};
pub use backup::{Manifest, ManifestFile, backup};
pub use carry::{Assignment, Carrying, Why};
pub use columns::{Remembered, name_columns, remembered};
pub use correct::{Fix, correct, dismiss, source};
pub use doctor::{Checkup, Trouble as LedgerTrouble, doctor};
pub use doors::{SESSION_HOURS, enter, invite, leave, visitor};
pub use manage::{By, erase, request};
pub use note::note;
pub use receipt::{mark, receipt};
pub use restore::{Restored, restore, verify};
pub use uploads::{discard, waiting};
