//! A store that forgets everything when it is dropped: for tests, and as the plainest statement of what a store does.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use yinuo_ledger::{Hash, Sealed, Side};

use super::{Effect, EntryStore, Head, Kept, Receipt, Session, Snapshot, StoreError, Upload, UploadLine};

/// Keeps a ledger in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    inside: Mutex<Inside>,
}

#[derive(Debug, Default)]
struct Inside {
    entries: Vec<(Timestamp, Kept)>,
    snapshots: Vec<Snapshot>,
    receipts: HashMap<String, Receipt>,
    uploads: HashMap<String, Upload>,
    sessions: HashMap<Hash, Session>,
}

impl MemoryStore {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn head(&self, count: u64) -> Option<Head> {
        match count.checked_sub(1) {
            None => Some(Head::START),
            Some(last) => self.entries.get(last as usize).map(|(_, k)| Head { next: count, chain: k.chain }),
        }
    }

    fn apply(&mut self, effect: &Effect) {
        match effect.clone() {
            Effect::Receipt(receipt) => {
                self.receipts.insert(receipt.key.clone(), receipt);
            }
            Effect::Upload(upload) => {
                self.uploads.entry(upload.sha256.clone()).or_insert(upload);
            }
            Effect::DropUpload(sha256) => {
                self.uploads.remove(&sha256);
            }
            Effect::EraseBody(seq) => {
                if let Some((_, kept)) = self.entries.get_mut(seq as usize) {
                    kept.record.body = None;
                }
                self.snapshots.retain(|s| s.head.next <= seq);
            }
            Effect::Session(session) => {
                self.sessions.insert(session.token, session);
            }
            Effect::EndSession(token) => {
                self.sessions.remove(&token);
            }
        }
    }
}

impl EntryStore for MemoryStore {
    fn head(&self) -> Result<Head, StoreError> {
        let inside = self.inside();
        Ok(inside.head(inside.entries.len() as u64).unwrap_or(Head::START))
    }

    fn read(&self, range: Range<u64>) -> Result<Vec<Kept>, StoreError> {
        let inside = self.inside();
        let all = inside.entries.iter().skip(range.start as usize);
        Ok(all.take(range.end.saturating_sub(range.start) as usize).map(|(_, kept)| kept.clone()).collect())
    }

    fn count_before(&self, moment: Timestamp) -> Result<u64, StoreError> {
        Ok(self.inside().entries.partition_point(|(time, _)| *time < moment) as u64)
    }

    fn append_if(&self, head: Head, new: &[Sealed], effects: &[Effect]) -> Result<Head, StoreError> {
        let mut inside = self.inside();
        if inside.head(inside.entries.len() as u64) != Some(head) {
            return Err(StoreError::Moved);
        }
        let mut end = head;
        for sealed in new {
            let seq = end.next;
            end = end.after(&sealed.record);
            let record = sealed.record.clone();
            let kept = Kept { seq, leaf: record.leaf(), chain: end.chain, record };
            inside.entries.push((sealed.entry.envelope.recorded_at, kept));
        }
        effects.iter().for_each(|effect| inside.apply(effect));
        Ok(end)
    }

    fn effects(&self, effects: &[Effect]) -> Result<(), StoreError> {
        let mut inside = self.inside();
        effects.iter().for_each(|effect| inside.apply(effect));
        Ok(())
    }

    fn snapshot(&self, side: Side, at_most: u64) -> Result<Option<Snapshot>, StoreError> {
        let inside = self.inside();
        let fitting = inside.snapshots.iter().filter(|s| s.side == side && s.head.next <= at_most);
        Ok(fitting.max_by_key(|s| s.head.next).cloned())
    }

    fn save_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let mut inside = self.inside();
        if inside.head(snapshot.head.next) != Some(snapshot.head) {
            return Err(StoreError::Moved);
        }
        inside.snapshots.retain(|s| s.side != snapshot.side || s.head.next != snapshot.head.next);
        inside.snapshots.push(snapshot.clone());
        Ok(())
    }

    fn receipt(&self, key: &str) -> Result<Option<Receipt>, StoreError> {
        Ok(self.inside().receipts.get(key).cloned())
    }

    fn upload(&self, sha256: &str) -> Result<Option<Upload>, StoreError> {
        Ok(self.inside().uploads.get(sha256).cloned())
    }

    fn uploads(&self) -> Result<Vec<UploadLine>, StoreError> {
        let line = |u: &Upload| UploadLine {
            sha256: u.sha256.clone(),
            name: u.name.clone(),
            size: u.bytes.len() as u64,
            received_at: u.received_at,
        };
        Ok(self.inside().uploads.values().map(line).collect())
    }

    fn session(&self, token: Hash) -> Result<Option<Session>, StoreError> {
        Ok(self.inside().sessions.get(&token).cloned())
    }
}
