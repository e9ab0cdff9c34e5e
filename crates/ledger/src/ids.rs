//! Names of things in a ledger: entries, and what entries mint. A minted id is the entry's index and an ordinal, so it is
//! the same on every machine. Written as a letter and numbers, `c12.3`; never reused, never a position in a list.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An id that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId(pub String);

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no id of this kind", self.0)
    }
}

impl std::error::Error for BadId {}

/// An entry: its index in the ledger, from 0. Written `e12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u64);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl FromStr for EntryId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let number = text.strip_prefix('e').and_then(|rest| rest.parse().ok()).map(EntryId);
        number.filter(|id| id.to_string() == text).ok_or_else(|| BadId(text.to_string()))
    }
}

/// `12.3` after the letter; only the one way of writing it is read.
fn minted(letter: char, text: &str) -> Option<(u64, u32)> {
    let (entry, ordinal) = text.strip_prefix(letter)?.split_once('.')?;
    let id = (entry.parse().ok()?, ordinal.parse().ok()?);
    (format!("{letter}{}.{}", id.0, id.1) == text).then_some(id)
}

macro_rules! as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

macro_rules! minted {
    ($($name:ident $letter:literal $what:literal;)*) => {
        $(
            #[doc = concat!($what, ", written `", $letter, "12.3`: the third minted by entry 12.")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name {
                /// Index of the entry that minted it.
                pub entry: u64,
                /// From 1 among those of its kind in that entry.
                pub ordinal: u32,
            }

            impl $name {
                /// The `ordinal`th of its kind that `entry` mints.
                pub fn new(entry: EntryId, ordinal: u32) -> Self {
                    Self { entry: entry.0, ordinal }
                }

                /// The entry that minted it.
                pub fn minted_by(self) -> EntryId {
                    EntryId(self.entry)
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!($letter, "{}.{}"), self.entry, self.ordinal)
                }
            }

            impl FromStr for $name {
                type Err = BadId;

                fn from_str(text: &str) -> Result<Self, BadId> {
                    let (entry, ordinal) = minted($letter, text).ok_or_else(|| BadId(text.to_string()))?;
                    Ok(Self { entry, ordinal })
                }
            }

            as_text!($name);
        )*
    };
}

as_text!(EntryId);

minted! {
    CommitmentId 'c' "A commitment";
    MilestoneId 'm' "A milestone";
    StepId 's' "A step of a milestone";
    MeasureId 'q' "A measure (a quantity)";
    TargetId 't' "A target";
    FindingId 'f' "A finding";
    UnitId 'u' "A unit";
    PostId 'p' "A post";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_only_as_it_is_written() {
        let id = CommitmentId { entry: 12, ordinal: 3 };
        assert_eq!(id.to_string(), "c12.3");
        assert_eq!("c12.3".parse(), Ok(id));
        for bad in ["c012.3", "c12", "m12.3", "c12.+3", "c12.3 ", "", "c", "e1.2"] {
            assert!(bad.parse::<CommitmentId>().is_err(), "{bad}");
        }
        assert_eq!("e0".parse(), Ok(EntryId(0)));
        assert!("e00".parse::<EntryId>().is_err() && "e+1".parse::<EntryId>().is_err());
    }
}
