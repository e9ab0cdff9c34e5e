//! What a SQLite data folder adds to a store: it outlives the process, has one writer, and refuses what it cannot read.
#![allow(clippy::disallowed_methods, reason = "the test damages files")]

mod support;

use std::fs;
use std::path::Path;

use support::Maker;
use yinuo_app::store::{DATABASE, Effect, EntryStore, Head, SqliteStore, StoreError};

fn filled(folder: &Path, count: usize) -> Head {
    let store = SqliteStore::open(folder).unwrap();
    store.append_if(Head::START, &Maker::new().many(count), &[]).unwrap()
}

#[test]
fn a_ledger_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let head = filled(folder.path(), 6);
    let store = SqliteStore::open(folder.path()).unwrap();
    assert_eq!(store.head(), Ok(head));
    assert_eq!(store.read(0..99).unwrap().len(), 6);
    assert_eq!(store.integrity(), Ok(vec![]));
}

#[test]
fn a_second_writer_is_told_who_has_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let first = SqliteStore::open(folder.path()).unwrap();
    let second = SqliteStore::open(folder.path()).unwrap_err();
    assert_eq!(second, StoreError::InUse { pid: Some(std::process::id()) });
    assert!(second.text().zh.contains("正被另一个程序使用"));
    drop(first);
    assert!(SqliteStore::open(folder.path()).is_ok());
}

#[test]
fn readers_work_beside_the_writer() {
    let folder = tempfile::tempdir().unwrap();
    let writer = SqliteStore::open(folder.path()).unwrap();
    let mut maker = Maker::new();
    let head = writer.append_if(Head::START, &maker.many(3), &[]).unwrap();
    let reader = SqliteStore::open_to_read(folder.path()).unwrap();
    assert_eq!(reader.head(), Ok(head));
    let head = writer.append_if(head, &maker.many(2), &[]).unwrap();
    assert_eq!(reader.head(), Ok(head));
    assert_eq!(reader.effects(&[Effect::DropUpload(String::new())]), Err(StoreError::ReadOnly));
    let elsewhere = tempfile::tempdir().unwrap();
    reader.copy_to(&elsewhere.path().join(DATABASE)).unwrap();
    assert_eq!(SqliteStore::open(elsewhere.path()).unwrap().head(), Ok(head));
}

#[test]
fn a_newer_layout_is_refused_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), 1);
    let path = folder.path().join(DATABASE);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let before = fs::read(&path).unwrap();
    assert_eq!(SqliteStore::open(folder.path()).unwrap_err(), StoreError::Newer { found: 99, known: 1 });
    assert_eq!(SqliteStore::open_to_read(folder.path()).unwrap_err(), StoreError::Newer { found: 99, known: 1 });
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_ledger_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(SqliteStore::open_to_read(folder.path()), Err(StoreError::Missing(_))));
    fs::write(folder.path().join(DATABASE), "no database at all, only some words".repeat(40)).unwrap();
    assert_eq!(SqliteStore::open(folder.path()).unwrap_err(), StoreError::NoDatabase);
    fs::write(folder.path().join(DATABASE), "").unwrap();
    assert!(matches!(SqliteStore::open_to_read(folder.path()), Err(StoreError::Hollow(_))));
    let other = tempfile::tempdir().unwrap();
    let raw = rusqlite::Connection::open(other.path().join(DATABASE)).unwrap();
    raw.execute_batch("CREATE TABLE other (x)").unwrap();
    drop(raw);
    assert!(matches!(SqliteStore::open(other.path()), Err(StoreError::NotOurs(_))));
}

#[test]
fn erased_words_leave_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path()).unwrap();
    let mut maker = Maker::new();
    let head = store.append_if(Head::START, &maker.many(3), &[]).unwrap();
    let secret = yinuo_ledger::Command::CreateUnit { name: "要抹去的名称".into() };
    let head = store.append_if(head, &[maker.make(secret)], &[]).unwrap();
    store.append_if(head, &[], &[Effect::EraseBody(3)]).unwrap();
    drop(store);
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(18).any(|w| w == "要抹去的名称".as_bytes()));
    }
}
