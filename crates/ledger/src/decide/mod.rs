//! What may be recorded. A request and the office's view give entries, or every reason why not. Permission is the caller's;
//! here stands only what the record itself demands. Time and random seed are handed in.

mod adopt;
mod carry;
mod checks;
mod correct;
mod members;
mod publish;
mod reject;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use yinuo_diag::Diagnostic;
use yinuo_model::{Column, Commitment, Doubt, Naming, Plan, Role};

use crate::body::{Change, Opened};
use crate::entry::Draft;
use crate::envelope::day_of;
use crate::{
    Body, CommitmentId, EntryId, Envelope, Hash, Holder, Key, PostId, Sealed, Subject, UnitId, View, Visibility,
};

/// Something a person wants recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The post they act for.
    pub actor_post: PostId,
    /// From which day it holds; the day of recording when none is given.
    pub effective_on: Option<Date>,
    /// Never to be released.
    pub office_only: bool,
    /// The caller's mark, so that the same request is recorded once.
    pub idempotency: Option<Key>,
    /// What.
    pub command: Command,
}

/// What can be recorded.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin the ledger of a jurisdiction. The actor is the post that this mints.
    Open {
        /// The jurisdiction's name.
        jurisdiction: String,
        /// How it begins.
        opened: Opened,
    },
    /// Take on a compiled plan.
    Adopt(Box<Adoption>),
    /// Correct a reading.
    Correct(Box<Correction>),
    /// Say who answers for a commitment.
    Assign {
        /// The commitment.
        commitment: CommitmentId,
        /// In which role.
        role: Role,
        /// Who; empty when nobody has the role any more.
        holders: Vec<Holder>,
        /// From which day.
        from: Date,
    },
    /// Create a unit.
    CreateUnit {
        /// Its name.
        name: String,
    },
    /// Close a unit.
    CloseUnit {
        /// The unit.
        unit: UnitId,
        /// Its last day.
        on: Date,
    },
    /// Create a post.
    CreatePost {
        /// Its name.
        name: String,
        /// The unit it belongs to.
        unit: Option<UnitId>,
    },
    /// Close a post.
    ClosePost {
        /// The post.
        post: PostId,
        /// Its last day.
        on: Date,
    },
    /// Add a remark.
    Note {
        /// What it is about.
        subject: Subject,
        /// The remark.
        text: String,
    },
    /// Make entries public.
    Release {
        /// Which.
        entries: Vec<EntryId>,
        /// What the public is told with it.
        remark: Option<String>,
    },
    /// Erase the body of an entry, and with an edition's the corrections that repeat its words.
    Erase {
        /// The entry.
        entry: EntryId,
        /// Why; this is public.
        reason: String,
    },
}

/// A compiled plan to take on.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// The plan.
    pub plan: Plan,
    /// What the compiler said about it.
    pub findings: Vec<Diagnostic>,
    /// Its doubts.
    pub doubts: Vec<Doubt>,
    /// Hash of the text that spans point into, in [`crate::Domain::Text`].
    pub text: Hash,
    /// The compiler's name and version.
    pub compiler: String,
    /// The headings whose meaning a person said, by which the plan was read.
    pub columns: Vec<NamedColumn>,
    /// Corrections of the edition before that still fit, in their order.
    pub carried: Vec<Carry>,
    /// The last entry the person had seen: a later correction of the edition before is a conflict.
    pub seen: Option<EntryId>,
}

/// A correction of the edition before, as it is to hold in the new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Carry {
    /// The correction.
    pub from: EntryId,
    /// What it changes in the new plan, as that is read with the corrections carried so far.
    pub spot: Spot,
    /// The commitments it touches, by their index in the new plan, as they are read from now on.
    pub rereads: Vec<After<usize>>,
}

/// Where in a new plan a correction of the edition before applies. Commitments and measures are given by their index.
#[derive(Debug, Clone, PartialEq)]
pub enum Spot {
    /// A border between the cells that the correction names.
    Border {
        /// The commitment.
        commitment: usize,
        /// Byte offset where the right cell begins.
        from: u32,
        /// Where it is to begin.
        to: u32,
    },
    /// A measure of a commitment.
    Measure {
        /// The commitment.
        commitment: usize,
        /// The measure in it.
        measure: usize,
    },
    /// A finding.
    Finding(Box<Diagnostic>),
}

/// A heading whose meaning a person said, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedColumn {
    /// The heading and what its column holds.
    pub naming: Naming,
    /// What it would be taken for; none where it is not known.
    pub from: Option<Column>,
    /// Why.
    pub reason: String,
    /// The earlier correction that this repeats, when it does.
    pub follows: Option<EntryId>,
}

/// A reading to correct, with the commitments as they are read afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The edition.
    pub edition: EntryId,
    /// The last entry the person had seen: a later correction of the same commitments is a conflict.
    pub seen: EntryId,
    /// What to do.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// The commitments it touches, as they are read from now on.
    pub rereads: Vec<After>,
}

/// A commitment as it is read after a correction.
#[derive(Debug, Clone, PartialEq)]
pub struct After<Id = CommitmentId> {
    /// Which.
    pub id: Id,
    /// What it says.
    pub commitment: Commitment,
    /// The findings about it.
    pub findings: Vec<Diagnostic>,
    /// The doubts about it.
    pub doubts: Vec<Doubt>,
}

/// When, and the randomness of one decision.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The clock's time.
    pub time: Timestamp,
    /// 32 random bytes, drawn for this decision, from which the salts of its entries are made. Keep them nowhere.
    pub seed: [u8; 32],
}

impl Command {
    /// The entries whose envelopes [`decide`] must be given.
    pub fn needs(&self) -> Vec<EntryId> {
        match self {
            Command::Adopt(adoption) => {
                let columns = adoption.columns.iter().filter_map(|c| c.follows);
                adoption.carried.iter().map(|c| c.from).chain(columns).collect()
            }
            Command::Release { entries, .. } => entries.clone(),
            Command::Erase { entry, .. } => vec![*entry],
            _ => vec![],
        }
    }
}

/// The entries that a request gives, ready to be kept; none when it would say only what is already so. `view` is the
/// office's, up to the head; `named` are the envelopes that the command [needs](Command::needs).
pub fn decide(view: &View, request: &Request, named: &[Envelope], now: &Now) -> Result<Vec<Sealed>, Vec<Diagnostic>> {
    // A release may name every entry there is, and asks for each.
    let named = named.iter().map(|envelope| (envelope.id, envelope)).collect();
    let ask = Ask { view, request, named, recorded_at: recorded_at(view, now.time).0 };
    if let Command::Open { jurisdiction, opened } = &request.command {
        return ask.open(jurisdiction, opened, &now.seed);
    }
    let Some(jurisdiction) = view.jurisdiction() else { return Err(vec![reject::not_opened()]) };
    let mut problems = ask.actor();
    let bodies = ask.bodies().unwrap_or_else(|more| {
        problems.extend(more);
        vec![]
    });
    for body in &bodies {
        problems.extend(ask.effective(body));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut next = view.next();
    let mut sealed = vec![];
    for body in bodies {
        sealed.push(ask.draft(body).seal(jurisdiction, next, ask.recorded_at, &now.seed));
        next = EntryId(next.0 + 1);
    }
    Ok(sealed)
}

/// The time an entry is recorded with, in whole milliseconds: the clock's, unless that lies before the last entry, which is
/// then said.
pub fn recorded_at(view: &View, clock: Timestamp) -> (Timestamp, Option<Diagnostic>) {
    let clock = Timestamp::from_millisecond(clock.as_millisecond()).unwrap_or(clock);
    match view.recorded_at().filter(|last| clock < *last) {
        Some(last) => (last, Some(reject::clock_set_back(clock, last))),
        None => (clock, None),
    }
}

/// A request with everything it is decided by.
struct Ask<'a> {
    view: &'a View,
    request: &'a Request,
    named: BTreeMap<EntryId, &'a Envelope>,
    recorded_at: Timestamp,
}

impl Ask<'_> {
    fn bodies(&self) -> Result<Vec<Body>, Vec<Diagnostic>> {
        match &self.request.command {
            Command::Open { .. } => Ok(vec![]),
            Command::Adopt(adoption) => self.adopt(adoption),
            Command::Correct(correction) => self.correct(correction),
            Command::Assign { commitment, role, holders, from } => self.assign(*commitment, *role, holders, *from),
            Command::CreateUnit { name } => self.create_unit(name),
            Command::CloseUnit { unit, on } => self.close_unit(*unit, *on),
            Command::CreatePost { name, unit } => self.create_post(name, *unit),
            Command::ClosePost { post, on } => self.close_post(*post, *on),
            Command::Note { subject, text } => self.note(*subject, text),
            Command::Release { entries, remark } => self.release(entries, remark.as_deref()),
            Command::Erase { entry, reason } => self.erase(*entry, reason),
        }
    }

    fn open(&self, jurisdiction: &str, opened: &Opened, seed: &[u8; 32]) -> Result<Vec<Sealed>, Vec<Diagnostic>> {
        if self.view.head().is_some() {
            return Err(vec![reject::already_opened()]);
        }
        let problems: Vec<_> =
            [checks::name(jurisdiction), checks::name(&opened.office)].into_iter().flatten().collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let first = EntryId(0);
        let draft = Draft {
            effective_on: self.request.effective_on.unwrap_or_else(|| day_of(self.recorded_at, opened.offset_minutes)),
            actor_post: PostId::new(first, 1),
            ..self.draft(Body::Opened(opened.clone()))
        };
        Ok(vec![draft.seal(jurisdiction, first, self.recorded_at, seed)])
    }

    fn draft(&self, body: Body) -> Draft {
        let usual = body.kind().usual_visibility();
        let office_only = (self.request.office_only || self.carries_hidden(&body)) && usual == Visibility::OnRelease;
        Draft {
            effective_on: self.effective_of(&body),
            actor_post: self.request.actor_post,
            idempotency: self.request.idempotency.clone(),
            visibility: if office_only { Visibility::Office } else { usual },
            body,
        }
    }

    /// The envelope of an entry that the command needs.
    fn named(&self, id: EntryId) -> Option<&Envelope> {
        self.named.get(&id).copied()
    }

    /// The day from which the request holds.
    fn effective_on(&self) -> Date {
        self.request.effective_on.unwrap_or_else(|| day_of(self.recorded_at, self.view.offset_minutes()))
    }
}
