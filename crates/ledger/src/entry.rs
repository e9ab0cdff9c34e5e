//! An entry, and the record of it that a store keeps: canonical bytes of the envelope, and apart from them the salt and
//! the bytes of the body, which can be erased without touching the envelope or any hash.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Body, Domain, EntryId, Envelope, Hash, Key, PostId, Salt, Visibility, wire};

/// An entry as it is folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The part that stays.
    pub envelope: Envelope,
    /// What was said; none when it was erased.
    pub body: Option<Body>,
}

/// An entry as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Canonical bytes of the envelope.
    pub envelope: Vec<u8>,
    /// Salt and canonical bytes of the body; none when they were erased.
    pub body: Option<(Salt, Vec<u8>)>,
}

/// An entry with its record.
#[derive(Debug, Clone, PartialEq)]
pub struct Sealed {
    /// To fold.
    pub entry: Entry,
    /// To keep.
    pub record: Record,
}

/// What is known of an entry before it has a place in the ledger and a body that is bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub effective_on: Date,
    pub actor_post: PostId,
    pub idempotency: Option<Key>,
    pub visibility: Visibility,
    pub body: Body,
}

impl Draft {
    /// The entry at its place: bytes, hashes and all.
    pub(crate) fn seal(self, jurisdiction: &str, id: EntryId, recorded_at: Timestamp, seed: &[u8; 32]) -> Sealed {
        let salt = Hash::salt(seed, id);
        let bytes = wire::write_body(&self.body);
        let envelope = Envelope {
            jurisdiction: jurisdiction.to_string(),
            id,
            kind: self.body.kind(),
            recorded_at,
            effective_on: self.effective_on,
            actor_post: self.actor_post,
            idempotency: self.idempotency,
            visibility: self.visibility,
            refs: self.body.refs(),
            body_hash: body_hash(&salt, &bytes),
        };
        let record = Record { envelope: wire::write_envelope(&envelope), body: Some((salt, bytes)) };
        Sealed { entry: Entry { envelope, body: Some(self.body) }, record }
    }
}

impl Record {
    /// The hash of the envelope: the leaf that later proofs are about.
    pub fn leaf(&self) -> Hash {
        Hash::of(Domain::Envelope, &[&self.envelope])
    }

    /// The same record without its body.
    pub fn erased(&self) -> Self {
        Self { envelope: self.envelope.clone(), body: None }
    }
}

/// The hash of a body behind its salt.
pub(crate) fn body_hash(salt: &Salt, body: &[u8]) -> Hash {
    Hash::of(Domain::Body, &[&salt.0, body])
}
