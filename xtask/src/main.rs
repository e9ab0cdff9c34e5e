//! Chores of the project, run as `cargo xtask NAME`. Each is a file; none is needed to build or use the program.
#![allow(clippy::disallowed_methods, reason = "chores run programs and read the files of the repository")]

mod accuracy;
mod bench;
mod ci;
mod formats;
mod shell;
mod soak;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask NAME

  ci         format, clippy, tidy, tests and docs: what decides whether a change may land
  tidy       the rules of the house that no compiler knows
  bench      speed and size, measured in one run; parts of it by name (compiling, formats, pages…)
  soak       properties, faults and fuzzing at length; minutes of fuzzing texts as an argument, 30 if none is given
  formats    the same lists as Word, Excel, web page and PDF by other tools, read as the same plans; a folder as an argument
  accuracy   scores of the reading against annotated lists, where they are present
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["ci"] => ci::run(),
        ["tidy"] => tidy::run(),
        ["bench", ref parts @ ..] => bench::run(parts),
        ["soak"] => soak::run("30"),
        ["soak", minutes] => soak::run(minutes),
        ["formats"] => formats::run(None),
        ["formats", folder] => formats::run(Some(folder)),
        ["accuracy"] => accuracy::run(),
        _ => {
            print!("{HELP}");
            return if args.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
