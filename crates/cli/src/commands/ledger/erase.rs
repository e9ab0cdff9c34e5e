//! `yinuo erase ENTRY`: what an entry says is erased; its envelope and every hash stay.

use yinuo_app::usecases::erase;

use super::{administrator, confirmed, tell, to_write};
use crate::Outcome;
use crate::args::Erase;
use crate::error::CliError;
use crate::lang::say;
use crate::output::{print, talk};

/// Runs the command.
pub(in crate::commands) fn run(args: &Erase) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    let view = ledger.view(yinuo_ledger::Side::Office)?;
    if let Some(line) = ledger.line(yinuo_ledger::Side::Office, args.entry)? {
        print(&format!("{}  {}\n", args.entry, super::line(&line, &view)))?;
    }
    talk(say("抹去后无法恢复。", "What is erased cannot be brought back."));
    if confirmed(args.yes)? {
        tell(&erase(&ledger, &administrator(), args.entry, args.reason.clone())?)?;
    }
    Ok(Outcome::Clean)
}
