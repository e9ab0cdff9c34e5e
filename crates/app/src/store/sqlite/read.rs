//! The queries.

use std::ops::Range;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row};
use yinuo_ledger::{Hash, Record, Side};

use super::{Head, Kept, Receipt, Session, Snapshot, StoreError, Upload, UploadLine};

pub(super) fn head(c: &Connection) -> Result<Head, StoreError> {
    let row = |r: &Row| Ok(Head { next: r.get::<_, i64>(0)? as u64 + 1, chain: hash(r, 1)? });
    let last =
        c.prepare_cached("SELECT seq, chain FROM entries ORDER BY seq DESC LIMIT 1")?.query_row([], row).optional()?;
    Ok(last.unwrap_or(Head::START))
}

/// The head after the first `count` entries, if there are so many.
pub(super) fn head_at(c: &Connection, count: u64) -> Result<Option<Head>, StoreError> {
    let Some(last) = count.checked_sub(1) else { return Ok(Some(Head::START)) };
    let row = |r: &Row| Ok(Head { next: count, chain: hash(r, 0)? });
    Ok(c.prepare_cached("SELECT chain FROM entries WHERE seq = ?1")?.query_row([last as i64], row).optional()?)
}

pub(super) fn entries(c: &Connection, range: Range<u64>) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT e.seq, e.leaf, e.chain, e.envelope, b.salt, b.body
               FROM entries e LEFT JOIN bodies b ON b.seq = e.seq
               WHERE e.seq >= ?1 AND e.seq < ?2 ORDER BY e.seq";
    let mut statement = c.prepare_cached(sql)?;
    let end = i64::try_from(range.end).unwrap_or(i64::MAX);
    let rows = statement.query_map([range.start as i64, end], kept)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn kept(r: &Row) -> rusqlite::Result<Kept> {
    let body: Option<Vec<u8>> = r.get(5)?;
    let body = match body {
        Some(body) => Some((hash(r, 4)?, body)),
        None => None,
    };
    let record = Record { envelope: r.get(3)?, body };
    Ok(Kept { seq: r.get::<_, i64>(0)? as u64, leaf: hash(r, 1)?, chain: hash(r, 2)?, record })
}

pub(super) fn count_before(c: &Connection, moment: Timestamp) -> Result<u64, StoreError> {
    // The first moment that is not before, in whole milliseconds.
    let first = moment.as_nanosecond().div_euclid(1_000_000) + i128::from(moment.as_nanosecond() % 1_000_000 != 0);
    let sql = "SELECT seq FROM entries WHERE recorded_at < ?1 ORDER BY recorded_at DESC, seq DESC LIMIT 1";
    let last: Option<i64> = c.prepare_cached(sql)?.query_row([first as i64], |r| r.get(0)).optional()?;
    Ok(last.map_or(0, |seq| seq as u64 + 1))
}

pub(super) fn snapshot(c: &Connection, side: Side, at_most: u64) -> Result<Option<Snapshot>, StoreError> {
    let sql = "SELECT next, chain, format, bytes FROM snapshots
               WHERE side = ?1 AND next <= ?2 ORDER BY next DESC LIMIT 1";
    let row = |r: &Row| {
        let head = Head { next: r.get::<_, i64>(0)? as u64, chain: hash(r, 1)? };
        Ok(Snapshot { side, head, format: r.get(2)?, bytes: r.get(3)? })
    };
    let most = i64::try_from(at_most).unwrap_or(i64::MAX);
    Ok(c.prepare_cached(sql)?.query_row((side_name(side), most), row).optional()?)
}

pub(super) fn receipt(c: &Connection, key: &str) -> Result<Option<Receipt>, StoreError> {
    let sql = "SELECT request, first, next, recorded_at FROM receipts WHERE key = ?1";
    let row = |r: &Row| {
        let entries = r.get::<_, i64>(1)? as u64..r.get::<_, i64>(2)? as u64;
        Ok(Receipt { key: key.to_string(), request: hash(r, 0)?, entries, recorded_at: time(r, 3)? })
    };
    Ok(c.prepare_cached(sql)?.query_row([key], row).optional()?)
}

pub(super) fn upload(c: &Connection, sha256: &str) -> Result<Option<Upload>, StoreError> {
    let sql = "SELECT name, received_at, bytes FROM uploads WHERE sha256 = ?1";
    let row = |r: &Row| {
        Ok(Upload { sha256: sha256.to_string(), name: r.get(0)?, received_at: time(r, 1)?, bytes: r.get(2)? })
    };
    Ok(c.prepare_cached(sql)?.query_row([sha256], row).optional()?)
}

pub(super) fn uploads(c: &Connection) -> Result<Vec<UploadLine>, StoreError> {
    let row = |r: &Row| {
        Ok(UploadLine {
            sha256: r.get(0)?,
            name: r.get(1)?,
            size: r.get::<_, i64>(2)? as u64,
            received_at: time(r, 3)?,
        })
    };
    let mut statement = c.prepare_cached("SELECT sha256, name, length(bytes), received_at FROM uploads")?;
    let rows = statement.query_map([], row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn session(c: &Connection, token: Hash) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT is_link, post, expires_at FROM sessions WHERE token = ?1";
    let row = |r: &Row| {
        let post = r.get::<_, String>(1)?.parse().map_err(|e| unreadable(1, e))?;
        Ok(Session { token, is_link: r.get(0)?, post, expires_at: time(r, 2)? })
    };
    Ok(c.prepare_cached(sql)?.query_row([token.0], row).optional()?)
}

pub(super) fn integrity(c: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = c.prepare("PRAGMA integrity_check")?;
    let said = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

pub(super) fn side_name(side: Side) -> &'static str {
    match side {
        Side::Office => "office",
        Side::Public => "public",
    }
}

fn hash(r: &Row, column: usize) -> rusqlite::Result<Hash> {
    r.get::<_, [u8; 32]>(column).map(Hash)
}

fn time(r: &Row, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(r.get(column)?).map_err(|e| unreadable(column, e))
}

fn unreadable(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Blob, Box::new(error))
}
