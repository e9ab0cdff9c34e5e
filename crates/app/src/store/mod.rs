//! Where entries are kept. The trait, and what a store is asked for; implementations are in memory and in SQLite, which are
//! held to the same tests. A store knows bytes, indices and times, not plans. All SQL of the project is in this folder.

mod error;
mod lock;
mod memory;
mod sqlite;

use std::fmt::Debug;
use std::ops::Range;

use jiff::Timestamp;
use yinuo_ledger::{Hash, PostId, Record, Sealed, Side};

pub use error::StoreError;
pub use lock::FolderLock;
pub use memory::MemoryStore;
pub use sqlite::{DATABASE, SqliteStore};

/// Where a ledger ends: how many entries it has, and the chain over their envelopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are: the index of the next one.
    pub next: u64,
    /// The chain's hash after the last one.
    pub chain: Hash,
}

impl Head {
    /// Before the first entry.
    pub const START: Head = Head { next: 0, chain: Hash::ZERO };

    /// After one more entry.
    pub fn after(self, record: &Record) -> Self {
        Self { next: self.next + 1, chain: self.chain.chained(record.leaf()) }
    }
}

/// An entry as it is kept, with the hashes that were computed when it was appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its index.
    pub seq: u64,
    /// The hash of its envelope then.
    pub leaf: Hash,
    /// The chain's hash after it then.
    pub chain: Hash,
    /// Its bytes.
    pub record: Record,
}

/// A view that was kept, so that not every entry has to be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Whose view.
    pub side: Side,
    /// The head it was taken at.
    pub head: Head,
    /// In which form the bytes are.
    pub format: String,
    /// The view.
    pub bytes: Vec<u8>,
}

/// What a caller was told about a request that was recorded: the same again when the same request comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The caller's mark on the request.
    pub key: String,
    /// Hash of the request, so that another one under the same mark is noticed.
    pub request: Hash,
    /// The entries it became.
    pub entries: Range<u64>,
    /// When.
    pub recorded_at: Timestamp,
}

/// A document that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Hash of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it came.
    pub received_at: Timestamp,
}

/// A document that was handed in, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadLine {
    /// Hash of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// When it came.
    pub received_at: Timestamp,
}

/// A door that was opened for somebody: a link for one use, or a browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of the secret; the secret itself is kept nowhere.
    pub token: Hash,
    /// True for a link that opens a session once.
    pub is_link: bool,
    /// For which post.
    pub post: PostId,
    /// Until when.
    pub expires_at: Timestamp,
}

/// What is done beside entries, in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep a receipt.
    Receipt(Receipt),
    /// Keep a document; the same bytes are kept once.
    Upload(Upload),
    /// Erase a document.
    DropUpload(String),
    /// Erase salt and body of an entry, and every snapshot that could hold them.
    EraseBody(u64),
    /// Open a session or a link.
    Session(Session),
    /// End one.
    EndSession(Hash),
}

/// Keeps one ledger. What [`EntryStore::append_if`] has acknowledged is on disk and stays; a batch is kept whole or not at
/// all, together with its effects. Every method may be called from any thread.
pub trait EntryStore: Send + Sync + Debug {
    /// Where the ledger ends now.
    fn head(&self) -> Result<Head, StoreError>;

    /// The entries of a range, as far as they exist, in order.
    fn read(&self, range: Range<u64>) -> Result<Vec<Kept>, StoreError>;

    /// The envelope of an entry alone: it may be there when the body cannot be read.
    fn envelope(&self, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.read(seq..seq.saturating_add(1))?.pop().map(|kept| kept.record.envelope))
    }

    /// How many entries were recorded before a moment.
    fn count_before(&self, moment: Timestamp) -> Result<u64, StoreError>;

    /// Appends entries and does the effects, if the ledger still ends at `head`; else [`StoreError::Moved`], and nothing
    /// was done. Gives the new head.
    fn append_if(&self, head: Head, new: &[Sealed], effects: &[Effect]) -> Result<Head, StoreError>;

    /// Does effects that go with no entry.
    fn effects(&self, effects: &[Effect]) -> Result<(), StoreError>;

    /// The newest snapshot of a side with at most so many entries.
    fn snapshot(&self, side: Side, at_most: u64) -> Result<Option<Snapshot>, StoreError>;

    /// Keeps a snapshot, if the ledger's entries up to there are those it was taken from.
    fn save_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// The receipt for a mark.
    fn receipt(&self, key: &str) -> Result<Option<Receipt>, StoreError>;

    /// A document by the hash of its bytes.
    fn upload(&self, sha256: &str) -> Result<Option<Upload>, StoreError>;

    /// Every document that is kept.
    fn uploads(&self) -> Result<Vec<UploadLine>, StoreError>;

    /// A session or link by the hash of its secret.
    fn session(&self, token: Hash) -> Result<Option<Session>, StoreError>;
}
