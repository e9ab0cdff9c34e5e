//! Opening the database: its settings, whose it is, and bringing an older layout up to date. A newer layout is refused
//! before anything is written.

use std::fs::OpenOptions;
use std::io::ErrorKind;
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
    let mut connection = beside_a_writer(path)?;
    if connection.is_readonly("main")? && rests_on_a_read_only_disk(path) {
        connection = unlocked(path)?;
    }
    connection.busy_timeout(PATIENCE)?;
    if check(&connection, path)? == 0 {
        return Err(StoreError::Hollow(path.display().to_string()));
    }
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Opens so that a process that writes is seen.
pub(super) fn beside_a_writer(path: &Path) -> Result<Connection, StoreError> {
    let open = |access| Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    Ok(open(OpenFlags::SQLITE_OPEN_READ_WRITE).or_else(|_| open(OpenFlags::SQLITE_OPEN_READ_ONLY))?)
}

/// Whether the database is complete in its one file, and on a disk that takes no writes. SQLite cannot open it the usual way
/// then, because it would put a write-ahead log beside it. Asked only of a file that SQLite could not open for writing: closing
/// one that we had opened beside it would take SQLite's locks away.
fn rests_on_a_read_only_disk(path: &Path) -> bool {
    let written = OpenOptions::new().write(true).open(path);
    let is_read_only = written.is_err_and(|error| error.kind() == ErrorKind::ReadOnlyFilesystem);
    let mut log = path.as_os_str().to_os_string();
    log.push("-wal");
    is_read_only && !Path::new(&log).exists()
}

/// Opens without locks and without a log beside it: for a file that nobody changes.
fn unlocked(path: &Path) -> Result<Connection, StoreError> {
    let path = path.canonicalize()?;
    let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(format!("file:{name}?immutable=1"), flags)?)
}

/// The layout of the database, 0 for an empty one; refuses a newer one and one that is not ours.
pub(super) fn check(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
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
