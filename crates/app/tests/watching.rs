//! A library over real files: what changes is read again, what vanishes is kept, what was never there is reported.
#![allow(clippy::disallowed_methods, reason = "writes files of its own")]

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use yinuo_app::reader::Direct;
use yinuo_app::{Library, OpenError};

/// A file of its own for each test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("yinuo-app-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("the temporary folder can be written");
        Self(path)
    }

    fn library(&self) -> Library {
        Library::open(std::slice::from_ref(&self.0), Default::default(), Arc::new(Direct))
            .expect("the file can be read")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn wait() {
    sleep(Duration::from_millis(520));
}

#[test]
fn a_changed_file_is_read_again() {
    let file = Scratch::new("changed.txt", "甲区清单\n");
    let library = file.library();
    std::fs::write(&file.0, "甲区清单，第二版\n").unwrap();
    assert_eq!(library.readings()[0].edition.document.text, "甲区清单\n", "a look is trusted for a moment");
    wait();
    let now = &library.readings()[0];
    assert_eq!(now.edition.document.text, "甲区清单，第二版\n");
    assert_eq!(now.version, 1);
}

#[test]
fn a_vanished_file_keeps_its_last_reading_and_says_so() {
    let file = Scratch::new("vanished.txt", "乙区清单\n");
    let library = file.library();
    std::fs::remove_file(&file.0).unwrap();
    wait();
    let gone = &library.readings()[0];
    assert_eq!(gone.edition.document.text, "乙区清单\n");
    let trouble = gone.trouble.as_ref().expect("trouble is told");
    assert!(trouble.text.zh.contains("文件不存在"), "{}", trouble.text.zh);
    assert!(!trouble.text.zh.contains('/'), "folders stay private: {}", trouble.text.zh);

    std::fs::write(&file.0, "乙区清单\n").unwrap();
    wait();
    assert!(library.readings()[0].trouble.is_none());
}

#[test]
fn changed_settings_are_applied() {
    let folder = std::env::temp_dir().join(format!("yinuo-app-{}-settings", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let list = folder.join("list.txt");
    std::fs::write(&list, "戊区清单\n").unwrap();
    let library = Library::open(&[list], Default::default(), Arc::new(Direct)).unwrap();
    let told = library.readings()[0].edition.compiled.findings.len();
    std::fs::write(folder.join("yinuo.toml"), "[[suppress]]\ncode = \"L001\"\nreason = \"草稿\"\n").unwrap();
    wait();
    let now = &library.readings()[0].edition;
    assert_eq!((now.compiled.findings.len(), now.suppressed.len()), (told - 1, 1));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_missing_file_is_reported() {
    let paths = [PathBuf::from("no-such-1.txt"), PathBuf::from("no-such-2.txt")];
    let errors = Library::open(&paths, Default::default(), Arc::new(Direct)).unwrap_err();
    assert_eq!(errors.len(), 2);
    assert!(matches!(&errors[0], OpenError::Io { name, .. } if name == "no-such-1.txt"));
}

#[test]
fn two_documents_with_one_address_are_told_apart() {
    let (one, two) = (Scratch::new("same.txt", "丙\n"), Scratch::new("same.md", "丁\n"));
    let library = Library::open(&[one.0.clone(), two.0.clone()], Default::default(), Arc::new(Direct)).unwrap();
    let all = library.readings();
    assert_eq!(all[1].place, format!("{}-2", all[0].place));
    assert_eq!(library.reading(&all[1].place, &all[1].year).unwrap().edition.document.text, "丁\n");
}
