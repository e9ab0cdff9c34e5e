//! Opening the database: its settings, whose it is, and bringing an older layout up to date. A newer layout is refused
//! before anything is written.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::StoreError;

/// Marks the file as ours: `YINO`.
const APPLICATION: i32 = 0x5949_4e4f;
/// How long a connection waits for another one of this process.
const PATIENCE: Duration = Duration::from_secs(5);

/// Each layout of the database follows from the one before; the number of the last is the layout's.
static MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_ledger.sql")];

/// Opens for writing; makes the database when it is not there.
pub(super) fn writer(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    let layout = check(&connection, path)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    migrate(&mut connection, layout)?;
    Ok(connection)
}

/// Opens for reading what is there.
pub(super) fn reader(path: &Path) -> Result<Connection, StoreError> {
    if !path.is_file() {
        let folder = path.parent().unwrap_or(path);
        return Err(StoreError::Missing(folder.display().to_string()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let writable = Connection::open_with_flags(path, flags);
    let read_only =
        || Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let connection = writable.or_else(|_| read_only())?;
    connection.busy_timeout(PATIENCE)?;
    if check(&connection, path)? == 0 {
        return Err(StoreError::NotOurs(path.display().to_string()));
    }
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// The layout of the database, 0 for an empty one; refuses a newer one and one that is not ours.
fn check(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0));
    let (application, layout) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let is_empty = tables == 0 && layout == 0 && application == 0;
    if !is_empty && application != APPLICATION {
        return Err(StoreError::NotOurs(path.display().to_string()));
    }
    let (found, known) = (layout.max(0) as u32, MIGRATIONS.len() as u32);
    if found > known { Err(StoreError::Newer { found, known }) } else { Ok(found) }
}

/// Brings the layout up to date, each step whole or not at all.
fn migrate(connection: &mut Connection, layout: u32) -> Result<(), StoreError> {
    for (n, sql) in MIGRATIONS.iter().enumerate().skip(layout as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", n as i32 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Copies the whole database in one step, so that the copy is of one moment.
pub(super) fn copy(from: &Connection, path: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open(path)?;
    {
        let backup = rusqlite::backup::Backup::new(from, &mut to)?;
        backup.run_to_completion(i32::MAX, Duration::from_millis(20), None)?;
    }
    // The copy stands alone: no write-ahead log beside it.
    to.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    Ok(())
}
