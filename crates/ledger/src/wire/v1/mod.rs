//! Version 1 of the wire format, described in docs/spec/ledger.md and fixed by golden vectors. Nothing here may change
//! once a ledger was written with it. Canonical JSON: keys in the order of the types, no white space, no floats.

mod bodies;
mod cells;
mod envelope;
mod finding;
mod office;
mod plan;
mod reading;
mod words;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Fault;
use crate::{Body, Envelope, Kind};

/// The name of this version, in each envelope.
pub(super) const SCHEMA: &str = "yinuo.entry/1";

/// The canonical bytes of a value. The types hold only strings, integers, booleans, null, arrays and objects, whose
/// writing cannot fail; serde_json writes no white space, and escapes only `"`, `\` and control characters.
fn write(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// Reads a value and checks that its bytes are the canonical ones, by writing it again.
fn read<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, Fault> {
    let value: T = serde_json::from_slice(bytes).map_err(|e| Fault::Unreadable(e.to_string()))?;
    if write(&value) == bytes { Ok(value) } else { Err(Fault::NotCanonical) }
}

pub(super) fn write_envelope(envelope: &Envelope) -> Vec<u8> {
    write(&envelope::Wire::from(envelope))
}

pub(super) fn read_envelope(bytes: &[u8]) -> Result<Envelope, Fault> {
    read::<envelope::Wire>(bytes)?.try_into()
}

pub(super) fn write_body(body: &Body) -> Vec<u8> {
    bodies::write(body)
}

pub(super) fn read_body(kind: Kind, bytes: &[u8]) -> Result<Body, Fault> {
    bodies::read(kind, bytes)
}

/// The hash of all ids of a plan with their places.
pub(crate) fn spans_of(plan: &yinuo_model::Plan, ids: &crate::PlanIds) -> crate::Hash {
    plan::spans_hash(plan, ids)
}
