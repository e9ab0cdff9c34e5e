//! `cargo xtask soak [MINUTES]`: the laws of the ledger over long histories, then the property tests again and again with fresh seeds, for as long as asked. A failure
//! prints the smallest case it could find.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::shell::{program, run as run_program};

/// Cases of each property in one round; a usual test run has 256.
const CASES_PER_ROUND: &str = "20000";

/// Length of the ledger's random histories; a usual test run has 1000 steps.
const LEDGER_STEPS: &str = "100000";

/// Runs rounds until the time is over; a round that has begun is finished.
pub(crate) fn run(minutes: &str) -> Result<()> {
    let minutes: u64 = minutes.parse().context("minutes must be a whole number")?;
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let args = ["test", "--release", "-p", "yinuo-extract", "-p", "yinuo-compiler"];
    println!("== one history of {LEDGER_STEPS} steps for the laws of the ledger");
    let laws = ["test", "--release", "-p", "yinuo-ledger", "--test", "laws"];
    run_program(program("cargo", &laws).env("YINUO_LEDGER_STEPS", LEDGER_STEPS))?;
    let mut round = 1;
    loop {
        println!("== round {round}, {CASES_PER_ROUND} cases of each property");
        run_program(program("cargo", &args).env("PROPTEST_CASES", CASES_PER_ROUND))?;
        if Instant::now() >= end {
            println!("== {round} round(s) without a failure");
            return Ok(());
        }
        round += 1;
    }
}
