//! `yinuo backup` and `yinuo restore`: a copy made while the ledger is in use, and back again, checked entry by entry.

use std::path::Path;

use yinuo_app::usecases::{self, Restored};
use yinuo_app::{Clock, SystemClock};

use crate::Outcome;
use crate::args::{Data, Restore};
use crate::error::CliError;
use crate::lang::say;
use crate::output::print;

/// Makes a backup.
pub(in crate::commands) fn backup(data: &Data, to: &Path) -> Result<Outcome, CliError> {
    let manifest = usecases::backup(&data.folder, to, SystemClock.now())?;
    let bytes: u64 = manifest.files.iter().map(|f| f.bytes).sum();
    let (entries, head) = (manifest.entries, manifest.chain);
    let words = (say("条记录", "entries"), say("字节", "bytes"), say("链", "chain"));
    print(&format!("{}  {entries} {}, {bytes} {}, {} {head}\n", to.display(), words.0, words.1, words.2))?;
    Ok(Outcome::Clean)
}

/// Restores one, or only checks it.
pub(in crate::commands) fn restore(args: &Restore) -> Result<Outcome, CliError> {
    let (done, restored) = match &args.folder {
        Some(folder) => (say("已恢复并核对", "restored and checked"), usecases::restore(&args.backup, folder)?),
        None => (say("备份完好", "the backup is sound"), usecases::verify(&args.backup)?),
    };
    let Restored { manifest, checkup } = restored;
    let made = (say("备份于", "made"), manifest.made_at);
    print(&format!(
        "{done}: {} {}, {} {}\n",
        checkup.entries,
        say("条记录", "entries"),
        made.0,
        made.1.strftime("%Y-%m-%d %H:%M:%SZ")
    ))?;
    Ok(Outcome::Clean)
}
