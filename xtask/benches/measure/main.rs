//! Speed and size in one run, printed as tables: compiling beside one keyword pass over the same bytes, growth with size,
//! memory, files of each kind, the first page after a start, and pages beside a bare handler. Ratios travel between machines; figures do not.
#![allow(clippy::disallowed_methods, reason = "measures with the clock, runs the program, serves on loopback")]

mod compiling;
mod corpus;
mod formats;
mod ledger;
mod memory;
mod pages;
mod past;
#[path = "../../../crates/extract/tests/support/mod.rs"]
#[allow(dead_code, reason = "the tests of the reader use more of it")]
mod pdf;

use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, path, ..] = &args[..]
        && flag == memory::CHILD
    {
        return memory::child(Path::new(path));
    }
    // Cargo adds a flag of its own.
    let asked: Vec<&String> = args.iter().filter(|a| !a.starts_with('-')).collect();
    if let Some(unknown) = asked.iter().find(|a| SECTIONS.iter().all(|(name, ..)| *name != a.as_str())) {
        let names: Vec<&str> = SECTIONS.iter().map(|(name, ..)| *name).collect();
        eprintln!("There is no measurement called {unknown}; there are {}.", names.join(", "));
        std::process::exit(2);
    }
    for (name, title, measure) in SECTIONS {
        if asked.is_empty() || asked.iter().any(|a| a == name) {
            println!("## {title}\n");
            measure();
            println!();
        }
    }
}

/// What is measured: the name to ask for it alone, its heading, and how.
const SECTIONS: &[(&str, &str, fn())] = &[
    ("compiling", "Compiling", compiling::beside_keywords),
    ("growth", "One document that grows", compiling::growth),
    ("memory", "Memory", memory::peak),
    ("formats", "A megabyte of each kind of file", formats::one_megabyte),
    ("pages", "Pages", pages::all),
    ("ledger", "The ledger", ledger::all),
];

/// The middle of several measurements.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
