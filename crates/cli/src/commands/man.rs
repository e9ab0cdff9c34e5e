//! `yinuo man [COMMAND]`: a manual page, made from the parser.

use clap_mangen::Man;

use crate::Outcome;
use crate::args;
use crate::error::CliError;
use crate::output::print_bytes;

/// Runs the command.
pub(crate) fn run(command: Option<&str>) -> Result<Outcome, CliError> {
    let mut all = args::command();
    all.build();
    let chosen = match command {
        None => all,
        Some(name) => all.find_subcommand(name).cloned().ok_or_else(|| CliError::NoSuchCommand(name.into()))?,
    };
    let mut page = vec![];
    Man::new(chosen).render(&mut page).map_err(CliError::Output)?;
    print_bytes(&page)?;
    Ok(Outcome::Clean)
}
