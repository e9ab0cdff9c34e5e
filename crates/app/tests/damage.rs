//! A bit flipped or bytes cut off anywhere in the database: it is told, or it did not matter; never a panic, never another
//! history. `YINUO_FLIPS` asks for more than a usual run has.
#![allow(clippy::disallowed_methods, reason = "the test damages files")]

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use support::Maker;
use yinuo_app::store::{DATABASE, EntryStore, Head, Kept, SqliteStore};
use yinuo_app::usecases::doctor;
use yinuo_app::{Ledger, SystemClock};
use yinuo_ledger::Side;

/// A ledger of some entries in one file, without a log beside it.
fn sound() -> (Vec<u8>, Vec<Kept>) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    store.append_if(Head::START, &Maker::new().many(40), &[]).unwrap();
    let copy = tempfile::tempdir().unwrap();
    store.copy_to(&copy.path().join(DATABASE)).unwrap();
    (fs::read(copy.path().join(DATABASE)).unwrap(), store.read(0..99).unwrap())
}

/// Whether the damage was told. What is read without a word must be what was written.
fn told(folder: &Path, bytes: &[u8], entries: &[Kept]) -> bool {
    fs::write(folder.join(DATABASE), bytes).unwrap();
    let told = !doctor(folder).is_ok_and(|c| c.troubles.is_empty() && c.entries == entries.len() as u64);
    if let Ok(store) = SqliteStore::open(folder) {
        let store = Arc::new(store);
        let ledger = Ledger::new(store.clone(), Arc::new(SystemClock));
        let view = ledger.view(Side::Office);
        if !told {
            assert_eq!(store.read(0..99).unwrap(), entries);
            assert_eq!(view.unwrap().next().0, entries.len() as u64);
        }
    }
    told
}

#[test]
fn a_flipped_bit_is_told_or_does_not_matter() {
    let flips: usize = std::env::var("YINUO_FLIPS").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    let (bytes, entries) = sound();
    let mut told_of = 0;
    for n in 0..flips {
        let folder = tempfile::tempdir().unwrap();
        let at = n.wrapping_mul(2_654_435_761) % (bytes.len() * 8);
        let mut damaged = bytes.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        told_of += usize::from(told(folder.path(), &damaged, &entries));
    }
    assert!(told_of * 5 > flips, "{told_of} of {flips}");
}

#[test]
fn a_truncated_file_is_told() {
    let (bytes, entries) = sound();
    for part in 1..16 {
        let folder = tempfile::tempdir().unwrap();
        assert!(told(folder.path(), &bytes[..bytes.len() * part / 16], &entries), "{part}/16");
        let said = doctor(folder.path()).unwrap().troubles;
        assert!(said.iter().any(|t| t.said.message.en.contains("is cut short")), "{part}/16: {said:?}");
    }
}
