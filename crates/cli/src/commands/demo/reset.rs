//! Beginning a demonstration again: its ledger is taken away, whatever state it is in, and nothing else. A ledger that is no
//! demonstration is never touched; one that is too damaged to tell is put aside under another name, not deleted.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use yinuo_app::store::DATABASE;
use yinuo_app::{Ledger, LedgerError};
use yinuo_ledger::{Body, EntryId, Side};

use crate::commands::ledger::{to_read_rest, to_write};
use crate::error::CliError;
use crate::lang::chosen;
use crate::output::talk;

/// What sort of ledger a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing was recorded yet.
    Empty,
    /// A demonstration, as its first entry says.
    Demonstration,
    /// Any other ledger.
    Own,
    /// Its first entry cannot be read.
    Unknown,
}

/// What sort of ledger it is.
pub(super) fn sort(ledger: &Ledger) -> Result<Sort, CliError> {
    let first = match ledger.line(Side::Office, EntryId(0)) {
        Err(LedgerError::Store(error)) if error.is_damage() => return Ok(Sort::Unknown),
        first => first?,
    };
    Ok(match first.map(|line| line.body) {
        None if ledger.store().head()?.next == 0 => Sort::Empty,
        Some(Some(Body::Opened(opened))) if opened.demonstration => Sort::Demonstration,
        Some(Some(_)) => Sort::Own,
        None | Some(None) => Sort::Unknown,
    })
}

/// Takes away a demonstration's ledger.
pub(super) fn reset(folder: &Path) -> Result<(), CliError> {
    if !folder.join(DATABASE).exists() {
        return Ok(());
    }
    match found(folder)? {
        Sort::Own => {
            let zh = "这个文件夹里的台账不是演示台账，没有清空";
            Err(CliError::told(zh, "the ledger in that folder is no demonstration; nothing was emptied"))
        }
        Sort::Unknown => {
            let aside = put_aside(folder)?.display().to_string();
            talk(&chosen().pick(
                format!("原来的台账已损坏，读不出是不是演示台账；没有删，改名放在 {aside}。演示从头开始。"),
                format!(
                    "The ledger that was here is damaged and does not tell whether it was a demonstration. It was not deleted but \
                     put aside as {aside}. The demonstration begins again."
                ),
            ));
            Ok(())
        }
        Sort::Empty | Sort::Demonstration => {
            for (file, _) in files(folder, "") {
                match fs::remove_file(file) {
                    Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(CliError::Output(cause)),
                    _ => {}
                }
            }
            talk(chosen().pick("演示台账已清空，从头开始。", "The demonstration was emptied and begins again."));
            Ok(())
        }
    }
}

/// What the folder holds, also where the database can only be read in part. Nobody else may have it open.
fn found(folder: &Path) -> Result<Sort, CliError> {
    match to_write(folder).and_then(|ledger| sort(&ledger)) {
        Ok(Sort::Unknown) => {}
        Err(CliError::Ledger(LedgerError::Store(error))) if error.is_damage() => {}
        found => return found,
    }
    Ok(to_read_rest(folder).and_then(|ledger| sort(&ledger)).unwrap_or(Sort::Unknown))
}

/// Gives the files of a database another name; tells the name of the first.
fn put_aside(folder: &Path) -> Result<PathBuf, CliError> {
    let free = |n: &u32| !folder.join(format!("{DATABASE}.damaged-{n}")).exists();
    let ending = (1..).find(free).map_or_else(String::new, |n| format!(".damaged-{n}"));
    for (file, aside) in files(folder, &ending) {
        match fs::rename(file, aside) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(CliError::Output(cause)),
            _ => {}
        }
    }
    Ok(folder.join(format!("{DATABASE}{ending}")))
}

/// The files of a database, each with its name under another ending.
fn files(folder: &Path, ending: &str) -> [(PathBuf, PathBuf); 3] {
    ["", "-wal", "-shm"]
        .map(|part| (folder.join(format!("{DATABASE}{part}")), folder.join(format!("{DATABASE}{ending}{part}"))))
}

#[cfg(test)]
mod tests {
    use yinuo_app::Edition;
    use yinuo_app::store::SqliteStore;
    use yinuo_app::usecases::{By, First, adopt};
    use yinuo_compiler::Options;

    use super::*;

    const LIST: &str = "临溪区2026年民生实事\n序号 | 工作任务 | 责任单位\n1 | 新建候车亭12座 | 交通局\n";

    /// A folder with a ledger, complete in one file.
    fn begun(demonstration: bool) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let ledger = to_write(folder.path()).expect("a ledger");
        let edition = Edition::compile("list.txt", LIST.as_bytes(), &Options::default()).expect("a list");
        let first = First { demonstration, ..First::default() };
        adopt(&ledger, &By::post(Ledger::first_post()), &edition, LIST.as_bytes(), "", &first, None).expect("recorded");
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let mut all: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        all.retain(|name| name.starts_with(DATABASE));
        all.sort();
        all
    }

    type Damage = fn(&mut Vec<u8>);

    #[test]
    fn a_demonstration_is_emptied_in_whatever_state_it_is() {
        let aside = format!("{DATABASE}.damaged-1");
        let cases: [(&str, Damage, bool); 5] = [
            ("whole", |_| {}, false),
            ("empty", |b| b.clear(), false),
            ("half", |b| b.truncate(b.len() / 2), false),
            ("the first page", |b| b.truncate(5000), true),
            ("another beginning", |b| b[..16].fill(b'X'), true),
        ];
        for (what, damage, is_kept) in cases {
            let folder = begun(true);
            let path = folder.path().join(DATABASE);
            let mut bytes = fs::read(&path).expect("the database");
            damage(&mut bytes);
            fs::write(&path, bytes).expect("the disk takes it");
            reset(folder.path()).unwrap_or_else(|error| panic!("{what}: {error:?}"));
            assert_eq!(names(folder.path()).first(), is_kept.then_some(&aside), "{what}");
            SqliteStore::open(folder.path()).unwrap_or_else(|error| panic!("{what}: {error}"));
        }
    }

    #[test]
    fn a_ledger_of_ones_own_is_never_emptied() {
        for part in [16, 8] {
            let folder = begun(false);
            let path = folder.path().join(DATABASE);
            let bytes = fs::read(&path).expect("the database");
            fs::write(&path, &bytes[..bytes.len() * part / 16]).expect("the disk takes it");
            assert!(reset(folder.path()).is_err(), "{part}/16");
            assert_eq!(names(folder.path())[0], DATABASE, "{part}/16");
        }
    }
}
