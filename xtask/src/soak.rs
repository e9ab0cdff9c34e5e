//! `cargo xtask soak [MINUTES]`: what finds rare faults when it is given time. One round of the property tests with many
//! cases, the ledger's laws and faults at length, then each fuzz target: texts for MINUTES, every other for a third of that;
//! at last the same lists in all formats.
//! Without nightly Rust and cargo-fuzz there are more rounds of property tests instead. A failure prints the smallest case
//! found. What the fuzzer learns stays in fuzz/corpus for its next run; it begins with what is in fuzz/seeds.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::formats;
use crate::shell::{output, program, root, run as run_program};

/// Cases of each property in one round; a usual test run has 256.
const CASES_PER_ROUND: &str = "20000";
/// Steps of a random history, kills, flipped bits and failing calls that the ledger has to stand; a usual test run has a few.
const LEDGER: [(&str, &str); 4] =
    [("YINUO_LEDGER_STEPS", "100000"), ("YINUO_KILLS", "300"), ("YINUO_FLIPS", "10000"), ("YINUO_FAULTS", "all")];
/// Longest input the fuzzer makes, in bytes: several times a list of a district.
const MAX_INPUT: &str = "-max_len=100000";
/// What one input may take, in seconds and MiB. A checked and counted build is many times as slow as the program.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=2048"];

/// A fuzz target.
struct Target {
    name: &'static str,
    /// Files of the repository that it begins with, besides its own in fuzz/seeds.
    more: &'static [&'static str],
    dictionary: Option<&'static str>,
}

const TARGETS: &[Target] = &[
    Target { name: "text", more: &["examples", "fixtures/codes"], dictionary: None },
    Target { name: "html", more: &[], dictionary: Some("html") },
    Target { name: "csv", more: &[], dictionary: None },
    Target { name: "docx", more: &[], dictionary: Some("office") },
    Target { name: "xlsx", more: &[], dictionary: Some("office") },
    Target { name: "pdf", more: &[], dictionary: None },
    Target { name: "reading", more: &[], dictionary: None },
    Target { name: "entry", more: &[], dictionary: None },
];

/// Runs everything once; fuzzing takes as long as was asked for.
pub(crate) fn run(minutes: &str) -> Result<()> {
    let minutes: u64 = minutes.parse().context("minutes must be a whole number")?;
    let time = Duration::from_secs(minutes * 60);
    let end = Instant::now() + time;
    properties()?;
    ledger()?;
    if !can_fuzz() {
        println!("== no fuzzing: it needs nightly Rust and cargo-fuzz (cargo install cargo-fuzz)");
        while Instant::now() < end {
            properties()?;
        }
        return formats::run(None);
    }
    for target in TARGETS {
        fuzz(target, if target.name == "text" { time } else { time / 3 })?;
    }
    formats::run(None)
}

fn fuzz(target: &Target, time: Duration) -> Result<()> {
    let Target { name, more, dictionary } = target;
    let (seconds, learnt, seeds) = (time.as_secs(), format!("fuzz/corpus/{name}"), format!("fuzz/seeds/{name}"));
    println!("== fuzzing {name} for {seconds} s");
    std::fs::create_dir_all(root().join(&learnt))?;
    let mut command = program("rustup", &["run", "nightly", "cargo", "fuzz", "run", name, &learnt]);
    command.args(Some(&seeds).filter(|s| root().join(Path::new(s)).exists())).args(*more);
    command.args(["--", &format!("-max_total_time={seconds}"), MAX_INPUT]).args(LIMITS);
    command.args(dictionary.map(|d| format!("-dict=fuzz/dictionaries/{d}.dict")));
    run_program(&mut command)
}

fn properties() -> Result<()> {
    println!("== properties, {CASES_PER_ROUND} cases of each");
    let args = ["test", "--release", "-p", "yinuo-extract", "-p", "yinuo-compiler"];
    run_program(program("cargo", &args).env("PROPTEST_CASES", CASES_PER_ROUND))
}

fn ledger() -> Result<()> {
    println!("== the ledger, {LEDGER:?}");
    let laws = ["test", "--release", "-p", "yinuo-ledger", "--test", "laws"];
    run_program(program("cargo", &laws).envs(LEDGER))?;
    let faults = ["test", "--release", "-p", "yinuo-app", "--test", "kill", "--test", "damage", "--test", "faults"];
    run_program(program("cargo", &faults).envs(LEDGER))
}

fn can_fuzz() -> bool {
    output(&mut program("rustup", &["run", "nightly", "cargo", "fuzz", "--version"])).is_ok()
}
