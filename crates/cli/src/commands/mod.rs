//! One file for each command, and the two things several of them do: open a document, choose what is denied.

mod check;
mod compile;
mod completions;
mod demo;
pub(crate) mod deny;
mod diff;
mod explain;
mod folder;
mod ledger;
mod man;
mod outline;
mod read_document;
mod serve;

use std::io::Read;
use std::path::Path;

use yinuo_app::Edition;
use yinuo_compiler::Options;

use crate::Outcome;
use crate::args::{Command, Reading};
use crate::error::CliError;

/// Runs a command.
pub(crate) fn run(command: Command) -> Result<Outcome, CliError> {
    match command {
        Command::Check(args) => check::run(&args),
        Command::Compile(args) => compile::run(&args),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Adopt(args) => ledger::adopt::run(&args),
        Command::Log(args) => ledger::log::run(&args),
        Command::Status(args) => ledger::status::run(&args),
        Command::Correct(args) => ledger::correct::run(&args),
        Command::Assign(args) => ledger::assign::run(&args),
        Command::Note(args) => ledger::note::run(&args),
        Command::Release(args) => ledger::release::run(&args),
        Command::Erase(args) => ledger::erase::run(&args),
        Command::Backup { data, to } => ledger::backup::backup(&data, &to),
        Command::Restore(args) => ledger::backup::restore(&args),
        Command::Doctor { data } => ledger::doctor::run(&data),
        Command::ReadDocument { memory, processor } => read_document::run(memory, processor),
        Command::Completions { shell } => completions::run(shell),
        Command::Man { command } => man::run(command.as_deref()),
    }
}

/// Reads and compiles a file, or standard input for `-`.
fn open(path: &Path, reading: &Reading) -> Result<Edition, CliError> {
    open_by(path, &reading.options())
}

/// The same by the compiler's own choices.
fn open_by(path: &Path, options: &Options) -> Result<Edition, CliError> {
    if path != Path::new("-") {
        return Ok(Edition::open(path, options)?);
    }
    let mut bytes = vec![];
    let limit = yinuo_extract::MAX_BYTES as u64 + 1;
    std::io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(CliError::Input)?;
    Ok(Edition::compile("stdin", &bytes, options)?)
}
