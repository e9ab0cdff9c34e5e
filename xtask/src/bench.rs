//! `cargo xtask bench`: builds the program and the measuring program (benches/) as they are shipped, and runs the latter.

use anyhow::Result;

use crate::shell::{program, run as run_program};

/// Measures.
pub(crate) fn run() -> Result<()> {
    run_program(&mut program("cargo", &["build", "--quiet", "--release"]))?;
    run_program(&mut program("cargo", &["bench", "--quiet", "-p", "xtask", "--bench", "measure"]))
}
