//! The changes. Each runs inside a transaction that the caller began.

use rusqlite::{Connection, params};
use yinuo_ledger::Sealed;

use super::read::{head, head_at, side_name};
use super::{Effect, Head, Snapshot, StoreError};

/// Appends entries to a ledger that still ends at `expected`.
pub(super) fn append(c: &Connection, expected: Head, new: &[Sealed]) -> Result<Head, StoreError> {
    let mut end = head(c)?;
    if end != expected {
        return Err(StoreError::Moved);
    }
    for sealed in new {
        let seq = end.next as i64;
        end = end.after(&sealed.record);
        let time = sealed.entry.envelope.recorded_at.as_millisecond();
        let leaf = sealed.record.leaf();
        c.prepare_cached("INSERT INTO entries (seq, recorded_at, envelope, leaf, chain) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![seq, time, sealed.record.envelope, leaf.0, end.chain.0])?;
        if let Some((salt, body)) = &sealed.record.body {
            c.prepare_cached("INSERT INTO bodies (seq, salt, body) VALUES (?1, ?2, ?3)")?
                .execute(params![seq, salt.0, body])?;
        }
    }
    Ok(end)
}

pub(super) fn effect(c: &Connection, effect: &Effect) -> Result<(), StoreError> {
    match effect {
        Effect::Receipt(r) => c.execute(
            "INSERT INTO receipts (key, request, first, next, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![r.key, r.request.0, r.entries.start as i64, r.entries.end as i64, r.recorded_at.as_millisecond()],
        )?,
        Effect::Upload(u) => c.execute(
            "INSERT INTO uploads (sha256, name, received_at, bytes) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            params![u.sha256, u.name, u.received_at.as_millisecond(), u.bytes],
        )?,
        Effect::DropUpload(sha256) => c.execute("DELETE FROM uploads WHERE sha256 = ?1", [sha256])?,
        Effect::EraseBody(seq) => {
            c.execute("DELETE FROM snapshots WHERE next > ?1", [*seq as i64])?;
            c.execute("DELETE FROM bodies WHERE seq = ?1", [*seq as i64])?
        }
        Effect::Session(s) => c.execute(
            "INSERT INTO sessions (token, is_link, post, expires_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET is_link = ?2, post = ?3, expires_at = ?4",
            params![s.token.0, s.is_link, s.post.to_string(), s.expires_at.as_millisecond()],
        )?,
        Effect::EndSession(token) => c.execute("DELETE FROM sessions WHERE token = ?1", [token.0])?,
    };
    Ok(())
}

pub(super) fn snapshot(c: &Connection, s: &Snapshot) -> Result<(), StoreError> {
    if head_at(c, s.head.next)? != Some(s.head) {
        return Err(StoreError::Moved);
    }
    c.execute(
        "INSERT INTO snapshots (side, next, chain, format, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET chain = ?3, format = ?4, bytes = ?5",
        params![side_name(s.side), s.head.next as i64, s.head.chain.0, s.format, s.bytes],
    )?;
    Ok(())
}
