//! Hashes with a domain prefix, so that bytes of one sort never pass for another. SHA-256 throughout; written in
//! lower-case hexadecimal. Salts are made here from a seed that the caller drew: this crate has no randomness.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use crate::{BadId, EntryId};

/// What is hashed. The prefix is the name and a line feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// Canonical bytes of an envelope.
    Envelope,
    /// A salt, then canonical bytes of a body.
    Body,
    /// A seed, then the index of an entry.
    Salt,
    /// The chain's hash so far, then the hash of an envelope.
    Chain,
    /// The canonical list of a plan's ids and places.
    Spans,
    /// The text that spans point into.
    Text,
    /// A request, so that another one under the same mark is noticed. Never recorded.
    Request,
    /// A secret that opens a door. Never recorded.
    Secret,
}

impl Domain {
    fn prefix(self) -> &'static [u8] {
        match self {
            Domain::Envelope => b"yinuo.envelope/1\n",
            Domain::Body => b"yinuo.body/1\n",
            Domain::Salt => b"yinuo.salt/1\n",
            Domain::Chain => b"yinuo.chain/1\n",
            Domain::Spans => b"yinuo.spans/1\n",
            Domain::Text => b"yinuo.text/1\n",
            Domain::Request => b"yinuo.request/1\n",
            Domain::Secret => b"yinuo.secret/1\n",
        }
    }
}

/// 32 bytes: a hash or a salt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// What is put before a body so that nobody can guess the body from its hash.
pub type Salt = Hash;

impl Hash {
    /// The chain before the first entry.
    pub const ZERO: Hash = Hash([0; 32]);

    /// Hash of the parts, one after the other, in a domain.
    pub fn of(domain: Domain, parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(domain.prefix());
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The salt of an entry, from a seed of 32 random bytes. Nobody can go back from a salt to the seed or to another salt.
    pub fn salt(seed: &[u8; 32], entry: EntryId) -> Salt {
        Self::of(Domain::Salt, &[seed, &entry.0.to_be_bytes()])
    }

    /// The chain's hash after an entry: it stands for every envelope up to there.
    pub fn chained(self, envelope: Hash) -> Self {
        Self::of(Domain::Chain, &[&self.0, &envelope.0])
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId(text.to_string());
        let digit = |b: u8| match b {
            b'0'..=b'9' => Some(b - b'0'),
            b'a'..=b'f' => Some(b - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return Err(bad());
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = digit(pair[0]).zip(digit(pair[1])).map(|(a, b)| a * 16 + b).ok_or_else(bad)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_as_it_is_written() {
        let hash = Hash::of(Domain::Body, &[b"a", b"b"]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(hash, Hash::of(Domain::Body, &[b"ab"]));
        assert_ne!(hash, Hash::of(Domain::Envelope, &[b"ab"]));
        assert!(hash.to_string().to_uppercase().parse::<Hash>().is_err());
        assert!("ab".parse::<Hash>().is_err());
    }

    #[test]
    fn salts_of_one_seed_differ() {
        assert_ne!(Hash::salt(&[7; 32], EntryId(1)), Hash::salt(&[7; 32], EntryId(2)));
    }
}
