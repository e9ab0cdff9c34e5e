//! `cargo xtask soak [MINUTES]`: what finds rare faults when it is given time. One round of the property tests with many
//! cases, the ledger's laws and faults at length, then the fuzz target for the rest; without nightly Rust and cargo-fuzz, more rounds of property tests instead.
//! A failure prints the smallest case found. What the fuzzer learns stays in fuzz/corpus for its next run.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::shell::{output, program, root, run as run_program};

/// Cases of each property in one round; a usual test run has 256.
const CASES_PER_ROUND: &str = "20000";
/// Steps of a random history, kills, flipped bits and failing calls that the ledger has to stand; a usual test run has a few.
const LEDGER: [(&str, &str); 4] =
    [("YINUO_LEDGER_STEPS", "100000"), ("YINUO_KILLS", "300"), ("YINUO_FLIPS", "10000"), ("YINUO_FAULTS", "all")];
/// Longest input the fuzzer makes, in bytes: several times a list of a district.
const MAX_INPUT: &str = "-max_len=100000";

/// Runs until the time is over; a round that has begun is finished.
pub(crate) fn run(minutes: &str) -> Result<()> {
    let minutes: u64 = minutes.parse().context("minutes must be a whole number")?;
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    properties()?;
    ledger()?;
    if !can_fuzz() {
        println!("== no fuzzing: it needs nightly Rust and cargo-fuzz (cargo install cargo-fuzz)");
        while Instant::now() < end {
            properties()?;
        }
        return Ok(());
    }
    let left = end.saturating_duration_since(Instant::now()).as_secs().max(60);
    println!("== fuzzing for {left} s");
    std::fs::create_dir_all(root().join("fuzz/corpus/text"))?;
    let time = format!("-max_total_time={left}");
    let corpora = ["fuzz/corpus/text", "examples", "fixtures/codes"];
    let target = ["run", "nightly", "cargo", "fuzz", "run", "text"];
    run_program(program("rustup", &target).args(corpora).args(["--", &time, MAX_INPUT, "-timeout=10"]))
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
