//! How entries are written and read. What is written is always the newest version; every version that was ever written
//! can be read. A new version is a new module with its types, and one row in [`READERS`]; nothing of an old one changes.

mod fault;
pub(crate) mod snap;
mod v1;

use serde::Deserialize;
use yinuo_diag::Diagnostic;

use crate::entry::body_hash;
use crate::{Body, Entry, Envelope, Kind, Record};

pub(crate) use fault::Fault;
pub(crate) use v1::spans_of;

/// Readers of one version. Each refuses bytes that are not exactly what that version writes.
struct Reader {
    schema: &'static str,
    envelope: fn(&[u8]) -> Result<Envelope, Fault>,
    body: fn(Kind, &[u8]) -> Result<Body, Fault>,
}

/// One row for every version that was ever written, oldest first.
static READERS: &[Reader] = &[Reader { schema: v1::SCHEMA, envelope: v1::read_envelope, body: v1::read_body }];

/// Canonical bytes of an envelope in the newest version.
pub(crate) fn write_envelope(envelope: &Envelope) -> Vec<u8> {
    v1::write_envelope(envelope)
}

/// Canonical bytes of a body in the newest version.
pub(crate) fn write_body(body: &Body) -> Vec<u8> {
    v1::write_body(body)
}

/// The one field that every version has: which version it is.
#[derive(Deserialize)]
struct Version {
    schema: String,
}

fn reader(bytes: &[u8]) -> Result<&'static Reader, Fault> {
    let version: Version = serde_json::from_slice(bytes).map_err(|e| Fault::Unreadable(e.to_string()))?;
    READERS.iter().find(|r| r.schema == version.schema).ok_or(Fault::UnknownVersion(version.schema))
}

impl Record {
    /// Reads the envelope alone.
    pub fn envelope(&self) -> Result<Envelope, Box<Diagnostic>> {
        let read = reader(&self.envelope).and_then(|r| (r.envelope)(&self.envelope));
        read.map_err(|fault| Box::new(fault.diagnostic(None)))
    }

    /// Reads the entry and checks everything that can be seen in it alone: the bytes are canonical, the body is the one
    /// that was hashed, and what it points at is what the envelope says.
    pub fn open(&self) -> Result<Entry, Box<Diagnostic>> {
        let envelope = self.envelope()?;
        let id = envelope.id;
        let body = self.read_body(&envelope).map_err(|fault| Box::new(fault.diagnostic(Some(id))))?;
        Ok(Entry { envelope, body })
    }

    fn read_body(&self, envelope: &Envelope) -> Result<Option<Body>, Fault> {
        let Some((salt, bytes)) = &self.body else { return Ok(None) };
        if body_hash(salt, bytes) != envelope.body_hash {
            return Err(Fault::BodyHash);
        }
        let body = (reader(&self.envelope)?.body)(envelope.kind, bytes)?;
        if body.refs() != envelope.refs {
            return Err(Fault::Wrong("refs"));
        }
        Ok(Some(body))
    }
}
