//! `yinuo note`: a remark on a commitment.

use yinuo_app::usecases::{By, note};
use yinuo_ledger::Subject;

use super::{administrator, item, tell, to_write};
use crate::Outcome;
use crate::args::Note;
use crate::error::CliError;

/// Runs the command.
pub(in crate::commands) fn run(args: &Note) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    let (reading, at) = item(&ledger, &args.item)?;
    let by = By { office_only: args.office_only, ..administrator() };
    tell(&note(&ledger, &by, Subject::Commitment(reading.ids[at].id), args.text.clone())?)?;
    Ok(Outcome::Clean)
}
