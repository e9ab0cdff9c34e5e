//! Who there is and who answers for what on a day; and everything that happened to a commitment, across editions.

use jiff::civil::Date;
use yinuo_model::Role;

use crate::body::{Assigned, Opened};
use crate::{CommitmentId, EntryId, Fact, Holder, Member, PostId, State, Subject, UnitId};

/// The roles in the order they are shown.
const ROLES: [Role; 4] = [Role::Leader, Role::Lead, Role::Responsible, Role::Cooperating];

impl State {
    /// How the ledger began.
    pub fn opened(&self) -> Option<&Fact<Opened>> {
        self.opened.as_ref()
    }

    /// All units, closed ones included.
    pub fn units(&self) -> impl Iterator<Item = (UnitId, &Member)> {
        self.units.iter().map(|(id, unit)| (*id, unit))
    }

    /// All posts, closed ones included.
    pub fn posts(&self) -> impl Iterator<Item = (PostId, &Member)> {
        self.posts.iter().map(|(id, post)| (*id, post))
    }

    /// A unit.
    pub fn unit(&self, id: UnitId) -> Option<&Member> {
        self.units.get(&id)
    }

    /// A post.
    pub fn post(&self, id: PostId) -> Option<&Member> {
        self.posts.get(&id)
    }

    /// A unit or a post.
    pub fn holder(&self, holder: Holder) -> Option<&Member> {
        match holder {
            Holder::Unit(id) => self.unit(id),
            Holder::Post(id) => self.post(id),
        }
    }

    /// The commitment and those it follows from in earlier editions, newest first.
    pub fn lineage(&self, commitment: CommitmentId) -> Vec<CommitmentId> {
        let mut line = vec![commitment];
        let mut last = commitment;
        while let Some((_, old)) = self.origins.get(&last).filter(|(_, old)| old.entry < last.entry) {
            line.push(*old);
            last = *old;
        }
        line
    }

    /// Who answers for a commitment on a day, by role. For each role the latest `from` up to that day holds; of two
    /// with the same day the one recorded later.
    pub fn holders(&self, commitment: CommitmentId, day: Date) -> Vec<(Role, &Fact<Assigned>)> {
        let line = self.lineage(commitment);
        let all = || line.iter().filter_map(|c| self.assignments.get(c)).flatten();
        let of = |role| {
            let known = all().filter(|a| a.said.role == role && a.said.from <= day);
            known.max_by_key(|a| (a.said.from, a.entry)).map(|a| (role, a))
        };
        ROLES.into_iter().filter_map(of).filter(|(_, a)| !a.said.holders.is_empty()).collect()
    }

    /// Every entry about a commitment or one it follows from, in order: corrections, assignments and remarks.
    pub fn history(&self, commitment: CommitmentId) -> Vec<EntryId> {
        let mut all = vec![];
        for c in self.lineage(commitment) {
            all.extend(self.rereads.get(&c).into_iter().flatten().copied());
            all.extend(self.assignments.get(&c).into_iter().flatten().map(|a| a.entry));
            all.extend(self.notes_on_commitments.get(&c).into_iter().flatten().copied());
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The remarks on an entry or a commitment, in order.
    pub fn notes(&self, subject: Subject) -> &[EntryId] {
        let list = match subject {
            Subject::Entry(entry) => self.notes_on_entries.get(&entry),
            Subject::Commitment(commitment) => self.notes_on_commitments.get(&commitment),
        };
        list.map_or(&[], Vec::as_slice)
    }
}
