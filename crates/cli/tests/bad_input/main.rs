//! Files that are damaged, locked or made to do harm, each read by the program bound to 256 MiB and five seconds of the
//! processor: it is refused for a named reason, or read, where there is nothing wrong with the words in it. Whatever is read
//! is compiled as well. Each case is made here; none is a file somebody else made.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "measures time")]

mod archives;
mod cells;
mod made;
mod markup;
mod pages;
mod plain;
mod sheets;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use yinuo_app::reader::{InChild, Limits, Reader};
use yinuo_compiler::{Options, compile};

/// What becomes of a file: `read`, or the code it is refused with.
type Fate = &'static str;

/// A name, what it is called, how it is made, and what becomes of it.
type Case = (&'static str, &'static str, fn() -> Vec<u8>, Fate);

/// The memory and time every file has to do with.
const LIMITS: Limits = Limits { memory: 256, processor: 5, clock: Duration::from_secs(300), answer: 64 << 20 };
/// So many at the same time.
const AT_ONCE: usize = 2;
/// The fewest cases there have to be.
const FEWEST: usize = 80;

fn fate(reader: &InChild, name: &str, bytes: &[u8]) -> String {
    match reader.read(name, bytes) {
        Ok(document) => {
            compile(&document, &Options::default());
            "read".into()
        }
        Err(refusal) if refusal.code.id == "S015" => refusal.message.en.clone(),
        Err(refusal) => {
            assert!(refusal.help.is_some(), "{} says no way on", refusal.message.en);
            refusal.code.id.into()
        }
    }
}

#[test]
fn every_case_ends_as_it_should() {
    let all = [archives::CASES, markup::CASES, sheets::CASES, plain::CASES, pages::CASES].concat();
    let names: HashSet<&str> = all.iter().map(|c| c.0).collect();
    assert_eq!(names.len(), all.len(), "two cases have one name");
    assert!(all.len() >= FEWEST, "{} cases", all.len());
    let reader = InChild::new(Path::new(env!("CARGO_BIN_EXE_yinuo")), &["read-document"], LIMITS);
    let (left, wrong) = (Mutex::new(all.iter()), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((what, name, make, expected)) = { left.lock().expect("no panic").next() } {
                    let fate = fate(&reader, name, &make());
                    if fate != *expected {
                        wrong.lock().expect("no panic").push(format!("{what}: {fate}, not {expected}"));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no panic");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}
