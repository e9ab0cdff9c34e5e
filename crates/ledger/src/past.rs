//! An earlier view cut out of a later one. Because every fact is kept under the entry that said it, an earlier view is the
//! later one without the facts of entries that its side did not know yet: no entry has to be read again.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::state::Member;
use crate::{Entry, EntryId, Side, State, View};

/// A day, and how many entries had been recorded by its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// What holds only from a later day is left out.
    pub day: Date,
    /// Those that say nothing else hold from the day of their record.
    pub recorded: u64,
}

impl View {
    /// This view as it was when the ledger had only `count` entries, of which `last` is the last one; and of that only what
    /// held on a day, when one is given. The same as folding these entries as they are kept now.
    pub fn cut(&self, count: u64, last: Option<&Entry>, holding: Option<Holding>) -> Self {
        let before = |entry: EntryId| entry.0 < count;
        let holds = |entry: EntryId| {
            holding.is_none_or(|h| self.declared.get(&entry).map_or(entry.0 < h.recorded, |from| *from <= h.day))
        };
        let knows = |entry: EntryId| match self.side {
            _ if !holds(entry) => false,
            Side::Public => self.openness.was_public(entry, count),
            Side::Office => before(entry),
        };
        let recorded_at: Option<Timestamp> = last.map(|e| e.envelope.recorded_at);
        Self {
            side: self.side,
            effective_until: holding.map(|h| h.day),
            offset_minutes: if count > 0 { self.offset_minutes } else { 0 },
            declared: self.declared.range(..EntryId(count)).map(|(e, day)| (*e, *day)).collect(),
            jurisdiction: self.jurisdiction.clone().filter(|_| count > 0),
            head: count.checked_sub(1).map(EntryId),
            recorded_at,
            openness: self.openness.cut(count),
            erased: self.erased.iter().filter(|(_, by)| before(**by)).map(|(e, by)| (*e, *by)).collect(),
            state: self.state.of(knows),
        }
    }
}

impl State {
    /// Only what known entries said.
    fn of(&self, knows: impl Fn(EntryId) -> bool) -> Self {
        Self {
            opened: self.opened.clone().filter(|o| knows(o.entry)),
            editions: of_entries(&self.editions, &knows),
            origins: self.origins.iter().filter(|(_, (by, _))| knows(*by)).map(|(k, v)| (*k, *v)).collect(),
            corrections: of_entries(&self.corrections, &knows),
            rereads: lists(&self.rereads, |e| knows(*e)),
            dismissals: lists(&self.dismissals, |e| knows(*e)),
            assignments: lists(&self.assignments, |a| knows(a.entry)),
            units: members(&self.units, |id| id.minted_by(), &knows),
            posts: members(&self.posts, |id| id.minted_by(), &knows),
            notes_on_entries: lists(&self.notes_on_entries, |e| knows(*e)),
            notes_on_commitments: lists(&self.notes_on_commitments, |e| knows(*e)),
            kept_under: self.kept_under.iter().filter(|(e, _)| knows(**e)).map(|(e, under)| (*e, *under)).collect(),
        }
    }
}

fn of_entries<T: Clone>(facts: &BTreeMap<EntryId, T>, knows: impl Fn(EntryId) -> bool) -> BTreeMap<EntryId, T> {
    facts.iter().filter(|(entry, _)| knows(**entry)).map(|(entry, fact)| (*entry, fact.clone())).collect()
}

/// The lists without what is not known, and without lists that are empty then.
fn lists<K: Ord + Copy, T: Clone>(all: &BTreeMap<K, Vec<T>>, knows: impl Fn(&T) -> bool) -> BTreeMap<K, Vec<T>> {
    let known = |list: &Vec<T>| list.iter().filter(|item| knows(item)).cloned().collect::<Vec<T>>();
    all.iter().map(|(key, list)| (*key, known(list))).filter(|(_, list)| !list.is_empty()).collect()
}

fn members<K: Ord + Copy>(
    all: &BTreeMap<K, Member>,
    minted_by: impl Fn(K) -> EntryId,
    knows: impl Fn(EntryId) -> bool,
) -> BTreeMap<K, Member> {
    let mut known = BTreeMap::new();
    for (id, member) in all.iter().filter(|(id, _)| knows(minted_by(**id))) {
        let closed = member.closed.filter(|(by, _)| knows(*by));
        known.insert(*id, Member { closed, ..member.clone() });
    }
    known
}
