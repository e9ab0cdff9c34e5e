//! From entries to a view: the office sees every entry, the public an entry once it is released. A view can be kept and
//! resumed. Nothing here reads a store: entries that a release names are handed in.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use yinuo_diag::{Diagnostic, Text, codes};

use crate::openness::Openness;
use crate::{Body, Entry, EntryId, Kind, State, Visibility, day_of};

/// For whom a view is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Signed in: sees entries when they are recorded.
    Office,
    /// Everybody: sees entries when they are released.
    Public,
}

/// What a side sees after a run of entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub(crate) side: Side,
    /// Entries that hold only from a later day are left out.
    pub(crate) effective_until: Option<Date>,
    /// How far ahead of UTC the jurisdiction's days are.
    pub(crate) offset_minutes: i32,
    /// Entries that hold from another day than the one they were recorded on.
    pub(crate) declared: BTreeMap<EntryId, Date>,
    pub(crate) jurisdiction: Option<String>,
    pub(crate) head: Option<EntryId>,
    pub(crate) recorded_at: Option<Timestamp>,
    pub(crate) openness: Openness,
    pub(crate) erased: BTreeMap<EntryId, EntryId>,
    pub(crate) state: State,
}

impl View {
    /// The form in which a view is kept as JSON. Views kept in another form are made again from the entries.
    pub const FORMAT: &str = "yinuo.view/3";

    /// Before the first entry.
    pub fn new(side: Side) -> Self {
        Self {
            side,
            effective_until: None,
            offset_minutes: 0,
            declared: BTreeMap::new(),
            jurisdiction: None,
            head: None,
            recorded_at: None,
            openness: Openness::default(),
            erased: BTreeMap::new(),
            state: State::default(),
        }
    }

    /// Leaves out what holds only from a day after `day`.
    pub fn effective_until(mut self, day: Date) -> Self {
        self.effective_until = Some(day);
        self
    }

    /// The entries that must be handed to [`View::apply`] with this one: those a release makes public.
    pub fn needs<'a>(&self, entry: &'a Entry) -> &'a [EntryId] {
        match (self.side, entry.envelope.kind) {
            (Side::Public, Kind::EntriesReleased) => &entry.envelope.refs,
            _ => &[],
        }
    }

    /// Takes the next entry in. `named` are the entries it [needs](View::needs), as they are kept now.
    pub fn apply(&mut self, entry: &Entry, named: &[&Entry]) -> Result<(), Box<Diagnostic>> {
        let envelope = &entry.envelope;
        self.check_order(entry)?;
        self.head = Some(envelope.id);
        self.recorded_at = Some(envelope.recorded_at);
        self.openness.add(envelope.visibility == Visibility::Open);
        if let Some(Body::Opened(opened)) = &entry.body {
            self.offset_minutes = opened.offset_minutes;
        }
        if envelope.effective_on != day_of(envelope.recorded_at, self.offset_minutes) {
            self.declared.insert(envelope.id, envelope.effective_on);
        }
        match envelope.kind {
            Kind::LedgerOpened => self.jurisdiction = Some(envelope.jurisdiction.clone()),
            Kind::EntriesReleased => {
                envelope.refs.iter().for_each(|e| self.openness.release(*e, envelope.id));
                named.iter().for_each(|e| self.learn(e));
            }
            Kind::BodyErased => {
                for target in &envelope.refs {
                    self.erased.insert(*target, envelope.id);
                    self.state.forget(*target);
                }
            }
            _ => {}
        }
        if self.side == Side::Office || envelope.visibility == Visibility::Open {
            self.learn(entry);
        }
        Ok(())
    }

    fn learn(&mut self, entry: &Entry) {
        let known = self.effective_until.is_none_or(|day| entry.envelope.effective_on <= day);
        if known && !self.erased.contains_key(&entry.envelope.id) {
            self.state.learn(entry);
        }
    }

    /// The next index, a time that does not go back, and the same jurisdiction.
    fn check_order(&self, entry: &Entry) -> Result<(), Box<Diagnostic>> {
        let envelope = &entry.envelope;
        let expected = self.next();
        let text = if envelope.id != expected {
            let found = envelope.id;
            Text::new(format!("应为记录 {expected}，却是 {found}"), format!("entry {expected} expected, {found} found"))
        } else if self.recorded_at.is_some_and(|t| envelope.recorded_at < t) {
            Text::new(
                format!("记录 {expected} 的时间早于前一条"),
                format!("entry {expected} was recorded earlier than the one before it"),
            )
        } else if self.jurisdiction.as_ref().is_some_and(|j| *j != envelope.jurisdiction) {
            Text::new(
                format!("记录 {expected} 属于另一个辖区"),
                format!("entry {expected} belongs to another jurisdiction"),
            )
        } else {
            return Ok(());
        };
        Err(Box::new(Diagnostic::new(&codes::LEDGER_INCONSISTENT, text)))
    }

    /// For whom.
    pub fn side(&self) -> Side {
        self.side
    }

    /// The facts.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The last entry taken in.
    pub fn head(&self) -> Option<EntryId> {
        self.head
    }

    /// The index of the next entry.
    pub fn next(&self) -> EntryId {
        EntryId(self.head.map_or(0, |h| h.0 + 1))
    }

    /// When the last entry was recorded.
    pub fn recorded_at(&self) -> Option<Timestamp> {
        self.recorded_at
    }

    /// The body whose ledger this is.
    pub fn jurisdiction(&self) -> Option<&str> {
        self.jurisdiction.as_deref()
    }

    /// The release that made an entry public.
    pub fn released_by(&self, entry: EntryId) -> Option<EntryId> {
        self.openness.released_by(entry)
    }

    /// The entry that told of the erasure of this one's body.
    pub fn erased_by(&self, entry: EntryId) -> Option<EntryId> {
        self.erased.get(&entry).copied()
    }

    /// True when the public may see the entry's body, unless it was erased.
    pub fn is_public(&self, entry: EntryId) -> bool {
        self.openness.is_public(entry)
    }

    /// The entries that are not public and still have a body, in order.
    pub fn held(&self) -> impl Iterator<Item = EntryId> {
        self.openness.held().filter(|id| !self.erased.contains_key(id))
    }

    /// How far ahead of UTC the jurisdiction's days are, in minutes.
    pub fn offset_minutes(&self) -> i32 {
        self.offset_minutes
    }
}

/// The view of a side after all these entries, which begin with the first of the ledger.
pub fn fold(side: Side, entries: &[Entry]) -> Result<View, Box<Diagnostic>> {
    resume(View::new(side), entries)
}

/// Goes on with a view. `entries` is the ledger from its first entry, so that what a release names can be found; those
/// up to the view's head are not taken in again.
pub fn resume(mut view: View, entries: &[Entry]) -> Result<View, Box<Diagnostic>> {
    let from = view.next().0 as usize;
    for entry in entries.iter().skip(from) {
        let named: Vec<&Entry> = view.needs(entry).iter().filter_map(|id| entries.get(id.0 as usize)).collect();
        view.apply(entry, &named)?;
    }
    Ok(view)
}
