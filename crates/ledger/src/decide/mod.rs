//! What may be recorded. A request and the office's view give entries, or every reason why not. Permission is the caller's;
//! here stands only what the record itself demands. Time and random seed are handed in.

mod adopt;
mod carry;
mod checks;
mod correct;
mod members;
mod publish;
mod reject;
mod request;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use yinuo_diag::Diagnostic;

pub use adopt::{Adoption, NamedColumn};
pub use carry::{Carry, Spot};
pub use correct::{After, Correction};
pub use request::{Command, Now, Request};

use crate::body::Opened;
use crate::entry::Draft;
use crate::envelope::day_of;
use crate::{Body, EntryId, Envelope, PostId, Sealed, View, Visibility};

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
