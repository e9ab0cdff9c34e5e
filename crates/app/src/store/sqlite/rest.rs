//! What can still be read of a database that is damaged or cut short: entry by entry, from the pages that are there. Changes
//! nothing, and takes nothing for whole that is not.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension as _};

use super::{StoreError, open};

/// Where an end of the ledger is told besides in the entries themselves: the number of the last entry.
const ENDS: [&str; 5] = [
    "SELECT seq FROM entries ORDER BY seq DESC LIMIT 1",
    "SELECT seq FROM entries INDEXED BY entries_by_time ORDER BY recorded_at DESC LIMIT 1",
    "SELECT seq FROM bodies ORDER BY seq DESC LIMIT 1",
    "SELECT max(next) - 1 FROM receipts",
    "SELECT max(next) - 1 FROM snapshots",
];

/// After so many entries in a row that cannot be read, no more are looked for.
const GIVE_UP: u64 = 10_000;

/// Opens a database for reading although its file is shorter than its first page says.
pub(super) fn reader(path: &Path) -> Result<Connection, StoreError> {
    if !path.is_file() {
        return Err(StoreError::Missing(path.display().to_string()));
    }
    let connection = open::beside_a_writer(path)?;
    // SQLite refuses a file that is cut short, unless it is told that its schema may be mended.
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "query_only", true)?;
    if open::check(&connection, path)? == 0 {
        return Err(StoreError::Hollow(path.display().to_string()));
    }
    Ok(connection)
}

/// How many entries there were at least, as far as anything that can be read says so. Where nothing does, entries are looked
/// for one by one.
pub(super) fn end(c: &Connection) -> u64 {
    let told = |sql: &&str| c.query_row(sql, [], |r| r.get::<_, Option<i64>>(0)).ok().flatten();
    let last = ENDS.iter().filter_map(told).max();
    if let Some(last) = last.and_then(|seq| u64::try_from(seq).ok()) {
        return last + 1;
    }
    let (mut end, mut seq) = (0, 0);
    while seq < end + GIVE_UP {
        seq += 1;
        if matches!(envelope(c, seq - 1), Ok(Some(_))) {
            end = seq;
        }
    }
    end
}

/// The envelope of an entry, where its body cannot be read.
pub(super) fn envelope(c: &Connection, seq: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = c.prepare_cached("SELECT envelope FROM entries WHERE seq = ?1")?;
    Ok(statement.query_row([seq as i64], |r| r.get(0)).optional()?)
}
