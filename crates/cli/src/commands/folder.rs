//! Folders given where files are expected: the documents in them, in the order of their names, at any depth.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use yinuo_app::OpenError;

/// Endings of documents, those that cannot be read among them so that they are not passed over in silence. What a file is,
/// is then told by its content.
const DOCUMENTS: [&str; 15] =
    ["txt", "md", "markdown", "csv", "tsv", "html", "htm", "docx", "docm", "xlsx", "xlsm", "doc", "xls", "wps", "pdf"];

/// The files that are meant: each as given, and for each folder the documents in it. Folders that cannot be read are
/// reported among `failures`.
pub(crate) fn files(given: &[PathBuf], failures: &mut Vec<OpenError>) -> Vec<PathBuf> {
    let mut files = vec![];
    for path in given {
        if path.is_dir() { walk(path, &mut files, failures) } else { files.push(path.clone()) }
    }
    files
}

/// The documents in a folder. Links to folders are not followed, so there is no going round in circles.
fn walk(folder: &Path, files: &mut Vec<PathBuf>, failures: &mut Vec<OpenError>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) => return failures.push(OpenError::Io { name: folder.display().to_string(), cause }),
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        if kind.is_dir() && !is_hidden(&entry.file_name()) {
            walk(&path, files, failures);
        } else if is_document(&path) && path.is_file() {
            files.push(path);
        }
    }
}

/// Hidden files, and the marks that office programs leave beside an open document.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|e| DOCUMENTS.contains(&e.as_str())) && !path.file_name().is_some_and(is_hidden)
}
