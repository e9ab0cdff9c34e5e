//! `yinuo completions SHELL`: a completion script, made from the parser.

use clap_complete::Shell;

use crate::Outcome;
use crate::args;
use crate::error::CliError;
use crate::output::print_bytes;

/// Runs the command.
pub(crate) fn run(shell: Shell) -> Result<Outcome, CliError> {
    let mut script = vec![];
    clap_complete::generate(shell, &mut args::command(), "yinuo", &mut script);
    print_bytes(&script)?;
    Ok(Outcome::Clean)
}
