//! Forgetting what one entry said, when its body is erased. The entry's facts are found by its id and by the key they are
//! kept under, never by looking through all of them: a ledger that erases often must not slow down as it grows.

use std::collections::BTreeMap;

use crate::body::Change;
use crate::state::{Member, Under};
use crate::{CommitmentId, EntryId, PostId, State, UnitId};

impl State {
    /// Forgets everything that an entry said, as if its body had never been known.
    pub(crate) fn forget(&mut self, entry: EntryId) {
        if self.opened.as_ref().is_some_and(|o| o.entry == entry) {
            self.opened = None;
        }
        self.editions.remove(&entry);
        self.forget_correction(entry);
        self.units.remove(&UnitId::new(entry, 1));
        self.posts.remove(&PostId::new(entry, 1));
        match self.kept_under.remove(&entry) {
            Some(Under::Assigned(commitment)) => take_out(&mut self.assignments, commitment, |a| a.entry == entry),
            Some(Under::OnCommitment(subject)) => take_out(&mut self.notes_on_commitments, subject, |e| *e == entry),
            Some(Under::OnEntry(subject)) => take_out(&mut self.notes_on_entries, subject, |e| *e == entry),
            Some(Under::Mapped(edition)) => self.forget_origins(edition, entry),
            Some(Under::Unit(unit)) => reopen(self.units.get_mut(&unit), entry),
            Some(Under::Post(post)) => reopen(self.posts.get_mut(&post), entry),
            None => {}
        }
    }

    fn forget_correction(&mut self, entry: EntryId) {
        let Some(fact) = self.corrections.remove(&entry) else { return };
        for reread in &fact.said.rereads {
            take_out(&mut self.rereads, reread.ids.id, |e| *e == entry);
        }
        if let Change::Dismissed { finding } = fact.said.change {
            take_out(&mut self.dismissals, finding, |e| *e == entry);
        }
    }

    /// What the mapping `by` told of the commitments of `edition`.
    fn forget_origins(&mut self, edition: EntryId, by: EntryId) {
        let ids = CommitmentId::new(edition, 0)..=CommitmentId::new(edition, u32::MAX);
        let told = self.origins.range(ids).filter(|(_, (teller, _))| *teller == by);
        for id in told.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.origins.remove(&id);
        }
    }
}

fn reopen(member: Option<&mut Member>, closed_by: EntryId) {
    if let Some(member) = member {
        member.closed = member.closed.filter(|(by, _)| *by != closed_by);
    }
}

/// Takes items out of one list, and the list with its last one.
fn take_out<K: Ord, T>(lists: &mut BTreeMap<K, Vec<T>>, key: K, gone: impl Fn(&T) -> bool) {
    if let Some(list) = lists.get_mut(&key) {
        list.retain(|item| !gone(item));
        if list.is_empty() {
            lists.remove(&key);
        }
    }
}
