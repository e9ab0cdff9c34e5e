//! `yinuo assign`: who answers for a commitment from a day on. Units that do not exist are created.

use yinuo_app::usecases::request;
use yinuo_ledger::{Command, Holder, Side, UnitId, day_of};

use super::{administrator, item, tell, to_write};
use crate::Outcome;
use crate::args::Assign;
use crate::error::CliError;

/// Runs the command.
pub(in crate::commands) fn run(args: &Assign) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    let (reading, at) = item(&ledger, &args.item)?;
    let by = administrator();
    let mut holders = vec![];
    for name in args.to.iter().map(|n| n.trim()).filter(|n| !n.is_empty()) {
        let view = ledger.view(Side::Office)?;
        let known = view.state().units().find(|(_, unit)| unit.name == name && unit.closed.is_none()).map(|(id, _)| id);
        let unit = match known {
            Some(id) => id,
            None => {
                let recorded = request(&ledger, &by, Command::CreateUnit { name: name.to_string() })?;
                tell(&recorded)?;
                UnitId::new(yinuo_ledger::EntryId(recorded.entries.start), 1)
            }
        };
        holders.push(Holder::Unit(unit));
    }
    let view = ledger.view(Side::Office)?;
    let from = args.from.unwrap_or_else(|| day_of(ledger.clock().now(), view.offset_minutes()));
    let command = Command::Assign { commitment: reading.ids[at].id, role: args.role, holders, from };
    tell(&request(&ledger, &by, command)?)?;
    Ok(Outcome::Clean)
}
