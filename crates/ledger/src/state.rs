//! What entries add up to. Every fact is kept under the entry that said it, so that entries may become known in any
//! order (the public learns them when they are released) and may be forgotten again (when a body is erased), and the
//! outcome is the same. An entry without a body leaves no fact. Forgetting is in `forget`; what is current is worked out by
//! `reading` and `office`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::body::{Adopted, Assigned, Change, Corrected, Opened};
use crate::wire::snap::{self, Wired};
use crate::{Body, CommitmentId, Entry, EntryId, FindingId, PostId, Subject, UnitId};

/// Something that an entry said, with who and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound = "T: Wired")]
pub struct Fact<T> {
    /// The entry.
    pub entry: EntryId,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// From which day it holds.
    pub effective_on: Date,
    /// The post that said it.
    pub actor_post: PostId,
    /// What.
    #[serde(with = "snap")]
    pub said: Arc<T>,
}

/// A unit or a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The unit it belongs to; a unit belongs to none.
    pub unit: Option<UnitId>,
    /// From which day it exists.
    pub effective_on: Date,
    /// The entry that closed it and its last day.
    pub closed: Option<(EntryId, Date)>,
}

/// All facts that are known.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct State {
    pub(crate) opened: Option<Fact<Opened>>,
    pub(crate) editions: BTreeMap<EntryId, Fact<Adopted>>,
    /// New commitment to the mapping that told of it and the old commitment.
    pub(crate) origins: BTreeMap<CommitmentId, (EntryId, CommitmentId)>,
    pub(crate) corrections: BTreeMap<EntryId, Fact<Corrected>>,
    /// The corrections that read a commitment again, in order.
    pub(crate) rereads: BTreeMap<CommitmentId, Vec<EntryId>>,
    pub(crate) dismissals: BTreeMap<FindingId, Vec<EntryId>>,
    pub(crate) assignments: BTreeMap<CommitmentId, Vec<Fact<Assigned>>>,
    pub(crate) units: BTreeMap<UnitId, Member>,
    pub(crate) posts: BTreeMap<PostId, Member>,
    pub(crate) notes_on_entries: BTreeMap<EntryId, Vec<EntryId>>,
    pub(crate) notes_on_commitments: BTreeMap<CommitmentId, Vec<EntryId>>,
    /// Where facts are kept that are not under their entry's own id, so that they are found again to be forgotten.
    pub(crate) kept_under: BTreeMap<EntryId, Under>,
}

/// The key under which an entry's fact is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Under {
    /// An assignment.
    Assigned(CommitmentId),
    /// A remark on a commitment.
    OnCommitment(CommitmentId),
    /// A remark on an entry.
    OnEntry(EntryId),
    /// A mapping: the edition whose commitments it traced.
    Mapped(EntryId),
    /// The end of a unit.
    Unit(UnitId),
    /// The end of a post.
    Post(PostId),
}

/// Keeps a list of entries in order.
fn insert(list: &mut Vec<EntryId>, entry: EntryId) {
    if let Err(at) = list.binary_search(&entry) {
        list.insert(at, entry);
    }
}

fn fact<T>(entry: &Entry, said: T) -> Fact<T> {
    let e = &entry.envelope;
    let said = Arc::new(said);
    Fact { entry: e.id, recorded_at: e.recorded_at, effective_on: e.effective_on, actor_post: e.actor_post, said }
}

impl State {
    /// Takes an entry in.
    pub(crate) fn learn(&mut self, entry: &Entry) {
        let (id, effective_on) = (entry.envelope.id, entry.envelope.effective_on);
        let member = |name: &str, unit| Member { name: name.to_string(), unit, effective_on, closed: None };
        match &entry.body {
            Some(Body::Opened(b)) => {
                self.posts.insert(PostId::new(id, 1), member(&b.office, None));
                self.opened = Some(fact(entry, b.clone()));
            }
            Some(Body::Adopted(b)) => {
                self.editions.insert(id, fact(entry, (**b).clone()));
            }
            Some(Body::Mapped(b)) => {
                let pairs = b.rows.iter().filter_map(|r| r.new.zip(r.old));
                self.origins.extend(pairs.map(|(new, old)| (new, (id, old))));
                self.kept_under.insert(id, Under::Mapped(b.new));
            }
            Some(Body::Corrected(b)) => self.learn_correction(entry, b),
            Some(Body::Assigned(b)) => {
                let list = self.assignments.entry(b.commitment).or_default();
                let at = list.partition_point(|a| a.entry < id);
                list.insert(at, fact(entry, b.clone()));
                self.kept_under.insert(id, Under::Assigned(b.commitment));
            }
            Some(Body::UnitCreated(b)) => {
                self.units.insert(UnitId::new(id, 1), member(&b.name, None));
            }
            Some(Body::PostCreated(b)) => {
                self.posts.insert(PostId::new(id, 1), member(&b.name, b.unit));
            }
            Some(Body::UnitClosed(b)) => {
                close(self.units.get_mut(&b.unit), id, b.on);
                self.kept_under.insert(id, Under::Unit(b.unit));
            }
            Some(Body::PostClosed(b)) => {
                close(self.posts.get_mut(&b.post), id, b.on);
                self.kept_under.insert(id, Under::Post(b.post));
            }
            Some(Body::Noted(b)) => match b.subject {
                Subject::Entry(subject) => {
                    insert(self.notes_on_entries.entry(subject).or_default(), id);
                    self.kept_under.insert(id, Under::OnEntry(subject));
                }
                Subject::Commitment(subject) => {
                    insert(self.notes_on_commitments.entry(subject).or_default(), id);
                    self.kept_under.insert(id, Under::OnCommitment(subject));
                }
            },
            Some(Body::Released(_) | Body::Erased(_)) | None => {}
        }
    }

    fn learn_correction(&mut self, entry: &Entry, body: &Corrected) {
        let id = entry.envelope.id;
        for reread in &body.rereads {
            insert(self.rereads.entry(reread.ids.id).or_default(), id);
        }
        if let Change::Dismissed { finding } = body.change {
            insert(self.dismissals.entry(finding).or_default(), id);
        }
        self.corrections.insert(id, fact(entry, body.clone()));
    }
}

fn close(member: Option<&mut Member>, by: EntryId, on: Date) {
    if let Some(member) = member {
        member.closed = Some((by, on));
    }
}
