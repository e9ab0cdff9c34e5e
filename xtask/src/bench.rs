//! `cargo xtask bench [PART...]`: builds the program and the measuring program (benches/) as they are shipped, and runs the latter.

use anyhow::Result;

use crate::shell::{program, run as run_program};

/// Measures everything, or the named parts.
pub(crate) fn run(parts: &[&str]) -> Result<()> {
    run_program(&mut program("cargo", &["build", "--quiet", "--release"]))?;
    run_program(program("cargo", &["bench", "--quiet", "-p", "xtask", "--bench", "measure", "--"]).args(parts))
}
