//! The binary `yinuo`: reads arguments, calls one command, turns its outcome into an exit code. What a command does is
//! in `commands`, one file each; what goes wrong is in `error`. Nothing here knows how documents are read or judged.
#![allow(clippy::disallowed_methods, reason = "the command line is where files, environment and terminal are met")]

mod args;
mod commands;
mod error;
mod lang;
mod ledger_args;
mod output;
mod progress;
mod usage;
mod values;

use std::process::ExitCode;

use clap::FromArgMatches;

/// What a command found, when it could run.
enum Outcome {
    /// Nothing to complain of.
    Clean,
    /// Findings at or above what is denied.
    Denied,
}

fn main() -> ExitCode {
    lang::choose();
    let parsed = args::command().try_get_matches().and_then(|matches| args::Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) if usage::is_answer(&error) => error.exit(),
        Err(error) => {
            usage::report(&error);
            return ExitCode::from(2);
        }
    };
    match commands::run(args.command) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Denied) => ExitCode::from(1),
        Err(error) => {
            error.report();
            ExitCode::from(2)
        }
    }
}
