//! `cargo xtask ci`: the steps that decide whether a change may land, each named and timed. Stops at the first failure.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::shell::{self, program};
use crate::tidy;

/// Runs every step.
pub(crate) fn run() -> Result<()> {
    step("format", || shell::run(&mut program("cargo", &["fmt", "--all", "--check"])))?;
    step("clippy", || {
        shell::run(&mut program(
            "cargo",
            &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"],
        ))
    })?;
    step("tidy", tidy::run)?;
    step("tests", || shell::run(&mut program("cargo", &["test", "--quiet", "--workspace"])))?;
    step("docs", || {
        let doc = ["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"];
        shell::run(program("cargo", &doc).env("RUSTDOCFLAGS", "-D warnings"))
    })
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("== {name}");
    let start = Instant::now();
    work().with_context(|| format!("step {name} failed"))?;
    println!("== {name}: passed in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}
