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
use yinuo_ledger::{EntryId, Side};

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

/// What can be read of a folder's entries one by one, which must be what was written; and how many have their envelope alone.
fn left(folder: &Path, entries: &[Kept]) -> (usize, usize) {
    let Ok(store) = SqliteStore::open_rest(folder) else { return (0, 0) };
    let (mut whole, mut alone) = (0, 0);
    for written in entries {
        match (store.read(written.seq..written.seq + 1), store.envelope(written.seq)) {
            (Ok(kept), _) if !kept.is_empty() => {
                assert_eq!(kept, std::slice::from_ref(written));
                whole += 1;
            }
            (_, Ok(Some(envelope))) => {
                assert_eq!(envelope, written.record.envelope);
                alone += 1;
            }
            _ => {}
        }
    }
    (whole, alone)
}

#[test]
fn a_truncated_file_is_told_and_what_is_left_is_read() {
    let (bytes, entries) = sound();
    let mut last = (0, 0);
    for part in 1..16 {
        let folder = tempfile::tempdir().unwrap();
        assert!(told(folder.path(), &bytes[..bytes.len() * part / 16], &entries), "{part}/16");
        let (whole, alone) = left(folder.path(), &entries);
        assert!(whole >= last.0, "a longer piece holds no less: {part}/16");
        last = (whole, alone);
        let checkup = doctor(folder.path()).unwrap();
        assert_eq!(checkup.readable, whole as u64, "{part}/16");
        let said = checkup.troubles;
        assert!(said.iter().any(|t| t.said.message.en.contains("is cut short")), "{part}/16: {said:?}");
        let before = fs::read(folder.path().join(DATABASE)).unwrap();
        assert_eq!(before, bytes[..bytes.len() * part / 16], "looking changes nothing: {part}/16");
        if let Ok(store) = SqliteStore::open_rest(folder.path()) {
            let ledger = Ledger::new(Arc::new(store), Arc::new(SystemClock));
            let view = ledger.view(Side::Office).unwrap();
            let lines = (0..40).filter_map(|n| ledger.rest(&view, EntryId(n)));
            let (sound, damaged): (Vec<_>, Vec<_>) = lines.partition(|l| !l.damaged);
            assert_eq!((sound.len(), damaged.len()), (whole, alone), "{part}/16");
        }
    }
    assert!(last.0 > 0, "most of the file holds some entries: {last:?}");
}
