//! A store in one SQLite file. WAL and `synchronous=FULL`: what was acknowledged is on disk. One connection writes, behind a
//! mutex and the folder's lock; others read beside it, each a consistent state.

mod open;
mod read;
mod rest;
mod write;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
use yinuo_ledger::{Hash, Sealed, Side};

use super::{Effect, EntryStore, FolderLock, Head, Kept, Receipt, Session, Snapshot, StoreError, Upload, UploadLine};

/// The database's name in its folder.
pub const DATABASE: &str = "ledger.sqlite3";

/// Reading connections that are kept for the next reader.
const IDLE_READERS: usize = 8;

/// Keeps a ledger in a folder.
#[derive(Debug)]
pub struct SqliteStore {
    path: PathBuf,
    writer: Option<Mutex<Connection>>,
    readers: Mutex<Vec<Connection>>,
    stopped: AtomicBool,
    /// The database is damaged, and what can still be read of it is asked for.
    is_rest: bool,
    _lock: Option<FolderLock>,
}

impl SqliteStore {
    /// Opens the ledger in a folder for reading and writing, and makes both when they are not there. The folder is taken
    /// until the store is dropped.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder)?;
        let lock = FolderLock::take(folder)?;
        let path = folder.join(DATABASE);
        let writer = open::writer(&path)?;
        Ok(Self::of(path, Some(writer), Some(lock)))
    }

    /// Opens the ledger in a folder for reading alone; a process that writes goes on beside it.
    pub fn open_to_read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        let reader = open::reader(&path)?;
        let store = Self::of(path, None, None);
        store.give_back(reader);
        Ok(store)
    }

    /// Opens what can still be read of a damaged ledger. Each entry is asked for alone; the head is where anything says that
    /// the ledger ended, without its hash.
    pub fn open_rest(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE);
        let reader = rest::reader(&path)?;
        let store = Self { is_rest: true, ..Self::of(path, None, None) };
        store.give_back(reader);
        Ok(store)
    }

    fn of(path: PathBuf, writer: Option<Connection>, lock: Option<FolderLock>) -> Self {
        let writer = writer.map(Mutex::new);
        let (readers, stopped) = (Mutex::new(vec![]), AtomicBool::new(false));
        Self { path, writer, readers, stopped, is_rest: false, _lock: lock }
    }

    /// Copies the database to a new file while it is in use: a consistent state of one moment.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        self.reading(|c| open::copy(c, path))
    }

    /// What SQLite says about the file itself: nothing when it is sound.
    pub fn integrity(&self) -> Result<Vec<String>, StoreError> {
        self.reading(read::integrity)
    }

    fn reading<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let open = if self.is_rest { rest::reader } else { open::reader };
        let connection = idle.map_or_else(|| open(&self.path), Ok)?;
        let result = work(&connection);
        self.give_back(connection);
        result
    }

    /// Keeps a connection for the next reader. On a read-only disk each reader looks anew whether somebody writes by now.
    fn give_back(&self, connection: Connection) {
        if connection.is_readonly("main").unwrap_or(true) {
            return;
        }
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < IDLE_READERS {
            readers.push(connection);
        }
    }

    /// Runs work in one transaction that is on disk when this returns. After a write of which nobody knows whether it
    /// reached the disk, nothing more is written.
    fn writing<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        let mut connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stopped.load(Ordering::SeqCst) {
            return Err(StoreError::Stopped);
        }
        let run = || -> Result<T, StoreError> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        let result = run();
        if let Err(StoreError::Io(_) | StoreError::Damaged(_)) = result {
            self.stopped.store(true, Ordering::SeqCst);
        }
        result
    }
}

impl EntryStore for SqliteStore {
    fn head(&self) -> Result<Head, StoreError> {
        self.reading(|c| match read::head(c) {
            Err(_) if self.is_rest => Ok(Head { next: rest::end(c), ..Head::START }),
            head => head,
        })
    }

    fn read(&self, range: Range<u64>) -> Result<Vec<Kept>, StoreError> {
        self.reading(|c| read::entries(c, range))
    }

    fn envelope(&self, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.reading(|c| rest::envelope(c, seq))
    }

    fn count_before(&self, moment: Timestamp) -> Result<u64, StoreError> {
        self.reading(|c| read::count_before(c, moment))
    }

    fn append_if(&self, head: Head, new: &[Sealed], effects: &[Effect]) -> Result<Head, StoreError> {
        let end = self.writing(|c| {
            let end = write::append(c, head, new)?;
            effects.iter().try_for_each(|e| write::effect(c, e))?;
            Ok(end)
        })?;
        if effects.iter().any(|e| matches!(e, Effect::EraseBody(_) | Effect::DropUpload(_))) {
            self.truncate_log();
        }
        Ok(end)
    }

    fn effects(&self, effects: &[Effect]) -> Result<(), StoreError> {
        self.writing(|c| effects.iter().try_for_each(|e| write::effect(c, e)))
    }

    fn snapshot(&self, side: Side, at_most: u64) -> Result<Option<Snapshot>, StoreError> {
        self.reading(|c| read::snapshot(c, side, at_most))
    }

    fn save_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.writing(|c| write::snapshot(c, snapshot))
    }

    fn receipt(&self, key: &str) -> Result<Option<Receipt>, StoreError> {
        self.reading(|c| read::receipt(c, key))
    }

    fn upload(&self, sha256: &str) -> Result<Option<Upload>, StoreError> {
        self.reading(|c| read::upload(c, sha256))
    }

    fn uploads(&self) -> Result<Vec<UploadLine>, StoreError> {
        self.reading(read::uploads)
    }

    fn session(&self, token: Hash) -> Result<Option<Session>, StoreError> {
        self.reading(|c| read::session(c, token))
    }
}

impl SqliteStore {
    /// Takes what was erased out of the write-ahead log as well. A reader that is busy may delay this to a later checkpoint;
    /// the erasure itself has been recorded, so nothing is said about that.
    fn truncate_log(&self) {
        if let Some(writer) = &self.writer {
            let connection = writer.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        }
    }
}
