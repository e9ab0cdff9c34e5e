//! The envelope of an entry: everything about it that may stand for ever and be published. No free text and nothing
//! personal may go in here: that is the body's, which can be erased.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::{EntryId, Hash, PostId};

/// What an entry says. The words are those of the wire format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The ledger begins.
    LedgerOpened,
    /// A compiled plan was taken on.
    PlanAdopted,
    /// Old ids to new ids, after a new edition.
    EditionMapped,
    /// A person corrected what the compiler read.
    ReadingCorrected,
    /// A commitment was given to posts or units.
    OwnerAssigned,
    /// A unit exists from now on.
    UnitCreated,
    /// A unit is closed.
    UnitClosed,
    /// A post exists from now on.
    PostCreated,
    /// A post is closed.
    PostClosed,
    /// A remark.
    NoteAdded,
    /// Entries become public.
    EntriesReleased,
    /// An entry's body was erased.
    BodyErased,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 12] = [
        Kind::LedgerOpened,
        Kind::PlanAdopted,
        Kind::EditionMapped,
        Kind::ReadingCorrected,
        Kind::OwnerAssigned,
        Kind::UnitCreated,
        Kind::UnitClosed,
        Kind::PostCreated,
        Kind::PostClosed,
        Kind::NoteAdded,
        Kind::EntriesReleased,
        Kind::BodyErased,
    ];

    /// `plan_adopted` and so on.
    pub fn name(self) -> &'static str {
        match self {
            Kind::LedgerOpened => "ledger_opened",
            Kind::PlanAdopted => "plan_adopted",
            Kind::EditionMapped => "edition_mapped",
            Kind::ReadingCorrected => "reading_corrected",
            Kind::OwnerAssigned => "owner_assigned",
            Kind::UnitCreated => "unit_created",
            Kind::UnitClosed => "unit_closed",
            Kind::PostCreated => "post_created",
            Kind::PostClosed => "post_closed",
            Kind::NoteAdded => "note_added",
            Kind::EntriesReleased => "entries_released",
            Kind::BodyErased => "body_erased",
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// The visibility its entries have unless the office keeps one to itself.
    pub fn usual_visibility(self) -> Visibility {
        match self {
            Kind::LedgerOpened | Kind::EntriesReleased | Kind::BodyErased => Visibility::Open,
            _ => Visibility::OnRelease,
        }
    }
}

/// Who may ever see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Public from the moment it is recorded.
    Open,
    /// Public once a release names it.
    OnRelease,
    /// Never public.
    Office,
}

impl Visibility {
    /// Every visibility.
    pub const ALL: [Visibility; 3] = [Visibility::Open, Visibility::OnRelease, Visibility::Office];

    /// `open`, `on_release` or `office`.
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Open => "open",
            Visibility::OnRelease => "on_release",
            Visibility::Office => "office",
        }
    }

    /// The visibility with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.name() == name)
    }
}

/// A caller's own mark on a request, so that the same request sent twice is one entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// 1 to 64 ASCII letters, digits, `-` and `_`; nothing that could hold a sentence.
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        ((1..=64).contains(&text.len()) && text.bytes().all(allowed)).then(|| Self(text.to_string()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An entry without its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The body whose ledger this is.
    pub jurisdiction: String,
    /// Its index in the ledger.
    pub id: EntryId,
    /// What it says.
    pub kind: Kind,
    /// When it was recorded, in whole milliseconds; never earlier than the entry before.
    pub recorded_at: Timestamp,
    /// The day from which it holds, as declared; may be earlier.
    pub effective_on: Date,
    /// The post that acted.
    pub actor_post: PostId,
    /// The caller's mark, when there was one.
    pub idempotency: Option<Key>,
    /// Who may see it.
    pub visibility: Visibility,
    /// The entries it points at: earlier ones, ascending, each once.
    pub refs: Vec<EntryId>,
    /// Hash of salt and body.
    pub body_hash: Hash,
}

/// The day of a moment in a zone that is so many minutes ahead of UTC.
pub fn day_of(moment: Timestamp, offset_minutes: i32) -> Date {
    offset(offset_minutes).to_datetime(moment).date()
}

/// An offset from UTC; one that no zone has is taken as UTC.
pub(crate) fn offset(minutes: i32) -> Offset {
    Offset::from_seconds(minutes.saturating_mul(60)).unwrap_or(Offset::UTC)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn names_are_read_back() {
        assert!(Kind::ALL.into_iter().all(|k| Kind::named(k.name()) == Some(k)));
        assert!(Visibility::ALL.into_iter().all(|v| Visibility::named(v.name()) == Some(v)));
    }

    #[test]
    fn a_key_holds_no_sentence() {
        assert!(Key::new("3f2a-b_1").is_some());
        assert!([String::new(), "a b".into(), "姓名".into(), "x".repeat(65)].iter().all(|t| Key::new(t).is_none()));
    }

    #[test]
    fn the_day_is_that_of_the_zone() {
        let evening: Timestamp = "2026-03-31T16:30:00Z".parse().unwrap();
        assert_eq!(day_of(evening, 480), date(2026, 4, 1));
        assert_eq!(day_of(evening, 0), date(2026, 3, 31));
    }
}
