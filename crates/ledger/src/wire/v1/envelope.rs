//! The envelope in version 1. The field order is the order of the bytes.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Fault, SCHEMA};
use crate::{EntryId, Envelope, Hash, Key, Kind, PostId, Visibility};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wire {
    jurisdiction: String,
    seq: u64,
    id: EntryId,
    kind: String,
    schema: String,
    recorded_at: String,
    effective_on: String,
    actor_post: PostId,
    idempotency: Option<String>,
    visibility: String,
    refs: Vec<EntryId>,
    body_hash: Hash,
}

impl From<&Envelope> for Wire {
    fn from(e: &Envelope) -> Self {
        Self {
            jurisdiction: e.jurisdiction.clone(),
            seq: e.id.0,
            id: e.id,
            kind: e.kind.name().to_string(),
            schema: SCHEMA.to_string(),
            recorded_at: write_time(e.recorded_at),
            effective_on: e.effective_on.to_string(),
            actor_post: e.actor_post,
            idempotency: e.idempotency.as_ref().map(Key::to_string),
            visibility: e.visibility.name().to_string(),
            refs: e.refs.clone(),
            body_hash: e.body_hash,
        }
    }
}

impl TryFrom<Wire> for Envelope {
    type Error = Fault;

    fn try_from(w: Wire) -> Result<Self, Fault> {
        let ascending = w.refs.is_sorted_by(|a, b| a < b);
        if w.id.0 != w.seq {
            return Err(Fault::Wrong("id"));
        }
        if !ascending || w.refs.last().is_some_and(|last| *last >= w.id) {
            return Err(Fault::Wrong("refs"));
        }
        let idempotency = w.idempotency.map(|k| Key::new(&k).ok_or(Fault::Wrong("idempotency"))).transpose()?;
        Ok(Self {
            jurisdiction: w.jurisdiction,
            id: w.id,
            kind: Kind::named(&w.kind).ok_or(Fault::Wrong("kind"))?,
            recorded_at: read_time(&w.recorded_at).ok_or(Fault::Wrong("recorded_at"))?,
            effective_on: read_date(&w.effective_on).ok_or(Fault::Wrong("effective_on"))?,
            actor_post: w.actor_post,
            idempotency,
            visibility: Visibility::named(&w.visibility).ok_or(Fault::Wrong("visibility"))?,
            refs: w.refs,
            body_hash: w.body_hash,
        })
    }
}

/// UTC with exactly three digits of a second: `2026-01-05T01:30:00.000Z`.
fn write_time(time: Timestamp) -> String {
    format!("{time:.3}")
}

fn read_time(text: &str) -> Option<Timestamp> {
    text.parse().ok().filter(|time| write_time(*time) == text)
}

/// `2026-01-05`, and no other way of writing a day.
pub(super) fn read_date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}
