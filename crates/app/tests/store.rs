//! One suite for every store: the same calls, the same answers.

mod support;

use std::sync::Arc;

use support::Maker;
use yinuo_app::store::{
    Effect, EntryStore, Head, MemoryStore, Receipt, Session, Snapshot, SqliteStore, StoreError, Upload,
};
use yinuo_ledger::{Domain, EntryId, Hash, PostId, Side};

/// Each function of the suite becomes a test of each store.
macro_rules! conformance {
    ($($name:ident)*) => {
        mod memory {
            $(#[test] fn $name() { super::$name(std::sync::Arc::new(super::MemoryStore::default())); })*
        }
        mod sqlite {
            $(#[test] fn $name() {
                let folder = tempfile::tempdir().unwrap();
                super::$name(std::sync::Arc::new(super::SqliteStore::open(folder.path()).unwrap()));
            })*
        }
    };
}

conformance! {
    an_empty_store_is_at_the_start
    what_was_appended_is_read_back
    only_who_knows_the_head_appends
    effects_come_with_their_entries_or_not_at_all
    time_is_counted_in_whole_entries
    snapshots_are_found_by_their_head
    an_erased_body_is_gone_and_nothing_else
    receipts_uploads_and_sessions_are_kept
    of_many_writers_one_wins_each_round
}

fn an_empty_store_is_at_the_start(store: Arc<dyn EntryStore>) {
    assert_eq!(store.head(), Ok(Head::START));
    assert_eq!(store.read(0..10), Ok(vec![]));
    assert_eq!(store.snapshot(Side::Office, u64::MAX), Ok(None));
    assert_eq!(store.count_before("2030-01-01T00:00:00Z".parse().unwrap()), Ok(0));
}

fn what_was_appended_is_read_back(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(5);
    let first = store.append_if(Head::START, &new[..2], &[]).unwrap();
    let head = store.append_if(first, &new[2..], &[]).unwrap();
    assert_eq!((head.next, store.head()), (5, Ok(head)));
    let kept = store.read(0..u64::MAX).unwrap();
    assert_eq!(kept.len(), 5);
    let mut end = Head::START;
    for (kept, sealed) in kept.iter().zip(&new) {
        end = end.after(&sealed.record);
        assert_eq!((kept.seq, &kept.record, kept.chain), (end.next - 1, &sealed.record, end.chain));
        assert_eq!(kept.record.open().unwrap(), sealed.entry);
    }
    assert_eq!(end, head);
    assert_eq!(store.read(3..4).unwrap(), kept[3..4]);
    assert_eq!(store.read(4..99).unwrap(), kept[4..]);
}

fn only_who_knows_the_head_appends(store: Arc<dyn EntryStore>) {
    let mut maker = Maker::new();
    let head = store.append_if(Head::START, &maker.many(2), &[]).unwrap();
    let new = maker.many(1);
    for wrong in [Head::START, Head { next: 3, ..head }, Head { chain: Hash::ZERO, ..head }] {
        assert_eq!(store.append_if(wrong, &new, &[]), Err(StoreError::Moved));
    }
    assert_eq!(store.head(), Ok(head));
    assert!(store.append_if(head, &new, &[]).is_ok());
}

fn effects_come_with_their_entries_or_not_at_all(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(1);
    let effects = [Effect::Receipt(receipt("a", 0..1)), Effect::Upload(upload("文件"))];
    let wrong = Head { next: 7, ..Head::START };
    assert_eq!(store.append_if(wrong, &new, &effects), Err(StoreError::Moved));
    assert_eq!(store.receipt("a"), Ok(None));
    store.append_if(Head::START, &new, &effects).unwrap();
    assert_eq!(store.receipt("a"), Ok(Some(receipt("a", 0..1))));
}

fn time_is_counted_in_whole_entries(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(3);
    store.append_if(Head::START, &new, &[]).unwrap();
    let time = |n: usize| new[n].entry.envelope.recorded_at;
    assert_eq!(store.count_before(time(0)), Ok(0));
    assert_eq!(store.count_before(time(1)), Ok(1));
    assert_eq!(store.count_before(time(1) + jiff::SignedDuration::from_nanos(1)), Ok(2));
    assert_eq!(store.count_before(jiff::Timestamp::MAX), Ok(3));
    assert_eq!(store.count_before(jiff::Timestamp::MIN), Ok(0));
}

fn snapshots_are_found_by_their_head(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(4);
    let two = store.append_if(Head::START, &new[..2], &[]).unwrap();
    let four = store.append_if(two, &new[2..], &[]).unwrap();
    let at = |head, side| Snapshot { side, head, format: "f/1".into(), bytes: vec![1, 2] };
    store.save_snapshot(&at(two, Side::Office)).unwrap();
    store.save_snapshot(&at(four, Side::Office)).unwrap();
    store.save_snapshot(&at(four, Side::Public)).unwrap();
    store.save_snapshot(&at(four, Side::Public)).unwrap();
    assert_eq!(store.snapshot(Side::Office, 3), Ok(Some(at(two, Side::Office))));
    assert_eq!(store.snapshot(Side::Office, u64::MAX), Ok(Some(at(four, Side::Office))));
    assert_eq!(store.snapshot(Side::Public, 3), Ok(None));
    let elsewhere = Head { chain: Hash::ZERO, ..four };
    assert_eq!(store.save_snapshot(&at(elsewhere, Side::Office)), Err(StoreError::Moved));
}

fn an_erased_body_is_gone_and_nothing_else(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(4);
    let one = store.append_if(Head::START, &new[..1], &[]).unwrap();
    let head = store.append_if(one, &new[1..], &[]).unwrap();
    for head in [one, head] {
        let snapshot = Snapshot { side: Side::Office, head, format: "f/1".into(), bytes: vec![] };
        store.save_snapshot(&snapshot).unwrap();
    }
    let before = store.read(0..4).unwrap();
    assert_eq!(store.append_if(head, &[], &[Effect::EraseBody(2)]), Ok(head));
    let after = store.read(0..4).unwrap();
    assert_eq!(after[2].record, before[2].record.erased());
    assert_eq!((after[2].leaf, after[2].chain), (before[2].leaf, before[2].chain));
    assert_eq!((&after[..2], &after[3..]), (&before[..2], &before[3..]));
    assert_eq!(store.snapshot(Side::Office, u64::MAX).unwrap().map(|s| s.head), Some(one));
}

fn receipts_uploads_and_sessions_are_kept(store: Arc<dyn EntryStore>) {
    let token = Hash::of(Domain::Body, &[b"secret"]);
    let post = PostId::new(EntryId(0), 1);
    let session = Session { token, is_link: true, post, expires_at: "2026-02-01T00:00:00Z".parse().unwrap() };
    let (one, two) = (upload("一"), Upload { name: "二".into(), ..upload("一") });
    store.effects(&[Effect::Session(session.clone()), Effect::Upload(one.clone()), Effect::Upload(two)]).unwrap();
    assert_eq!(store.upload(&one.sha256), Ok(Some(one.clone())));
    assert_eq!(store.session(token), Ok(Some(session)));
    store.effects(&[Effect::EndSession(token), Effect::DropUpload(one.sha256.clone())]).unwrap();
    assert_eq!((store.session(token), store.upload(&one.sha256)), (Ok(None), Ok(None)));
}

fn of_many_writers_one_wins_each_round(store: Arc<dyn EntryStore>) {
    let new = Maker::new().many(8);
    let mut head = Head::START;
    for sealed in &new {
        let tries: Vec<_> = (0..6)
            .map(|_| {
                let (store, sealed) = (store.clone(), sealed.clone());
                std::thread::spawn(move || store.append_if(head, &[sealed], &[]))
            })
            .collect();
        let results: Vec<_> = tries.into_iter().map(|t| t.join().unwrap()).collect();
        assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 1);
        assert!(results.iter().all(|r| r.is_ok() || *r == Err(StoreError::Moved)));
        head = store.head().unwrap();
    }
    assert_eq!(store.read(0..99).unwrap().len(), 8);
}

fn receipt(key: &str, entries: std::ops::Range<u64>) -> Receipt {
    let recorded_at = "2026-01-05T01:30:00Z".parse().unwrap();
    Receipt { key: key.into(), request: Hash::of(Domain::Body, &[b"request"]), entries, recorded_at }
}

fn upload(name: &str) -> Upload {
    let received_at = "2026-01-05T01:30:00Z".parse().unwrap();
    Upload { sha256: "ab".repeat(32), name: name.into(), bytes: b"bytes".to_vec(), received_at }
}
