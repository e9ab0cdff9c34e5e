//! What a person can do with a ledger, one file each. Permission is decided by the caller, before any of these.

mod adopt;
mod backup;
mod correct;
mod doctor;
mod doors;
mod manage;
mod restore;

pub use adopt::{First, Preview, adopt, preview};
pub use backup::{Manifest, ManifestFile, backup};
pub use correct::{Fix, correct, dismiss, source};
pub use doctor::{Checkup, Trouble as LedgerTrouble, doctor};
pub use doors::{SESSION_HOURS, enter, invite, leave, visitor};
pub use manage::{By, erase, request};
pub use restore::{Restored, restore, verify};
