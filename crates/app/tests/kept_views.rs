//! A start reads the view that was kept and the entries after it, not the whole history: what `status` and `release` take time
//! for does not grow with the ledger.

mod support;

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use support::Maker;
use yinuo_app::store::*;
use yinuo_app::usecases::{By, request};
use yinuo_app::{Ledger, SystemClock};
use yinuo_ledger::{Command, EntryId, Hash, Sealed, Side};

/// A store that counts the entries that are read from it.
#[derive(Debug)]
struct Counted {
    inner: MemoryStore,
    read: AtomicU64,
}

impl EntryStore for Counted {
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }
    fn read(&self, range: Range<u64>) -> Result<Vec<Kept>, StoreError> {
        let kept = self.inner.read(range)?;
        self.read.fetch_add(kept.len() as u64, Ordering::SeqCst);
        Ok(kept)
    }
    fn count_before(&self, moment: Timestamp) -> Result<u64, StoreError> {
        self.inner.count_before(moment)
    }
    fn append_if(&self, head: Head, new: &[Sealed], effects: &[Effect]) -> Result<Head, StoreError> {
        self.inner.append_if(head, new, effects)
    }
    fn effects(&self, effects: &[Effect]) -> Result<(), StoreError> {
        self.inner.effects(effects)
    }
    fn snapshot(&self, side: Side, at_most: u64) -> Result<Option<Snapshot>, StoreError> {
        self.inner.snapshot(side, at_most)
    }
    fn save_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.inner.save_snapshot(snapshot)
    }
    fn receipt(&self, key: &str) -> Result<Option<Receipt>, StoreError> {
        self.inner.receipt(key)
    }
    fn upload(&self, sha256: &str) -> Result<Option<Upload>, StoreError> {
        self.inner.upload(sha256)
    }
    fn uploads(&self) -> Result<Vec<UploadLine>, StoreError> {
        self.inner.uploads()
    }
    fn session(&self, token: Hash) -> Result<Option<Session>, StoreError> {
        self.inner.session(token)
    }
}

#[test]
fn a_start_reads_what_came_after_the_kept_view() {
    let store = Arc::new(Counted { inner: MemoryStore::default(), read: AtomicU64::new(0) });
    let ledger = || Ledger::new(store.clone(), Arc::new(SystemClock));
    let read = || store.read.swap(0, Ordering::SeqCst);
    let mut maker = Maker::new();
    let head = store.append_if(Head::START, &maker.many(1500), &[]).unwrap();
    ledger().view(Side::Office).unwrap();
    assert_eq!(read(), 3000, "the first look reads everything, once for each side, and keeps what it saw");
    store.append_if(head, &maker.many(7), &[]).unwrap();

    let view = ledger().as_of(Side::Office, "2100-01-01".parse().unwrap(), None).unwrap();
    assert_eq!((view.next(), read()), (EntryId(1507), 7), "a look at a day");

    ledger().view(Side::Public).unwrap();
    assert_eq!(read(), 7, "the public side alike, although nobody looked at it before");

    let again = ledger();
    let waiting: Vec<EntryId> = [EntryId(3), EntryId(1502)].into();
    let held = again.unreleased(&again.view(Side::Office).unwrap()).unwrap();
    assert!(waiting.iter().all(|id| held.iter().any(|line| line.envelope.id == *id)));
    assert_eq!(read(), 7 + held.len() as u64, "what waits for release, and no more");
    let release = Command::Release { entries: waiting, remark: None };
    request(&again, &By::post(Ledger::first_post()), release).unwrap();
    assert!(read() < 20, "a release reads what it names");
}
