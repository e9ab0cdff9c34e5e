//! `yinuo release`: entries become public, those named or all that may be.

use yinuo_app::Ledger;
use yinuo_app::usecases::request;
use yinuo_ledger::{Command, EntryId, Side};

use super::{administrator, tell, to_write};
use crate::Outcome;
use crate::args::Release;
use crate::error::CliError;
use crate::lang::say;
use crate::output::print;

/// Runs the command.
pub(in crate::commands) fn run(args: &Release) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    let entries = if args.all { held(&ledger)? } else { args.entries.clone() };
    if entries.is_empty() {
        print(say("没有等待公布的记录。\n", "No entry is waiting to be released.\n"))?;
        return Ok(Outcome::Clean);
    }
    let command = Command::Release { entries, remark: args.remark.clone() };
    tell(&request(&ledger, &administrator(), command)?)?;
    Ok(Outcome::Clean)
}

/// Entries that may be public and are not.
fn held(ledger: &Ledger) -> Result<Vec<EntryId>, CliError> {
    let view = ledger.view(Side::Office)?;
    Ok(ledger.unreleased(&view)?.iter().map(|l| l.envelope.id).collect())
}
