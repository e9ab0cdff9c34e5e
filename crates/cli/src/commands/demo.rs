//! `yinuo demo`: the example list adopted into a ledger of its own and shown as pages. The list is part of the binary, so
//! that this needs no file. The ledger says in its first entry that it is a demonstration; its record times are given.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use yinuo_app::store::{DATABASE, SqliteStore};
use yinuo_app::usecases::{By, First, Preview, adopt, preview, request};
use yinuo_app::{Edition, GivenClock, Ledger};
use yinuo_compiler::Options;
use yinuo_ledger::{Body, Command, EntryId, Side};

use crate::Outcome;
use crate::args::Demo;
use crate::error::CliError;
use crate::lang::say;
use crate::output::talk;

const NAME: &str = "guangming-2016.txt";
const LIST: &str = include_str!("../../../../examples/guangming-2016.txt");
/// When the demonstration adopts the list: noon in Beijing on the day it was published.
const ADOPTED_AT: &str = "2016-05-18T04:00:00Z";

/// Runs the command.
pub(crate) fn run(args: &Demo) -> Result<Outcome, CliError> {
    let folder = args.data.clone().or_else(default_folder).ok_or_else(|| {
        CliError::told(
            "找不到用户数据目录；请用 --data 指定一个文件夹",
            "there is no user data folder; name a folder with --data",
        )
    })?;
    if args.reset {
        reset(&folder)?;
    }
    let time: Timestamp = ADOPTED_AT.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let ledger = Ledger::new(Arc::new(SqliteStore::open(&folder)?), Arc::new(GivenClock::at(time)));
    let edition = Edition::compile(NAME, LIST.as_bytes(), &Options::default())?;
    if ledger.view(Side::Office)?.head().is_none() {
        begin(&ledger, &edition)?;
    }
    if !is_demonstration(&ledger)? {
        let zh = "这个文件夹里的台账不是演示台账；请用 yinuo serve --data，或用 --data 指定别的文件夹";
        let en = "the ledger in that folder is no demonstration; use yinuo serve --data, or another folder";
        return Err(CliError::told(zh, en));
    }
    if preview(&ledger, &edition)? != Preview::Nothing {
        talk(say(
            "这份演示台账里的示例与本版程序自带的不同（可能是升级前留下的）。要换成新的，请加 --reset；其中的记录会清空。",
            "The example in this demonstration is not the one of this version; it may be from before an upgrade. Add --reset to \
             begin again with the new one; what was recorded in it is then gone.",
        ));
    }
    talk(&folder.display().to_string());
    super::serve::books(ledger, &args.listen.address, yinuo_web::Options { restated: true })
}

/// Adopts the example and releases it, at the given time.
fn begin(ledger: &Ledger, edition: &Edition) -> Result<(), CliError> {
    let by = By::post(Ledger::first_post());
    let first = First { demonstration: true, ..First::default() };
    let adopted = adopt(ledger, &by, edition, LIST.as_bytes(), "", &first, None)?;
    let entries = adopted.entries.map(EntryId).collect();
    request(ledger, &by, Command::Release { entries, remark: None })?;
    Ok(())
}

fn is_demonstration(ledger: &Ledger) -> Result<bool, CliError> {
    let first = ledger.line(Side::Office, EntryId(0))?;
    Ok(matches!(first.and_then(|l| l.body), Some(Body::Opened(b)) if b.demonstration))
}

/// Takes away a demonstration's ledger, and nothing else.
fn reset(folder: &Path) -> Result<(), CliError> {
    if !folder.join(DATABASE).exists() {
        return Ok(());
    }
    let ledger = super::ledger::to_write(folder)?;
    if !is_demonstration(&ledger)? {
        let zh = "这个文件夹里的台账不是演示台账，没有清空";
        return Err(CliError::told(zh, "the ledger in that folder is no demonstration; nothing was emptied"));
    }
    drop(ledger);
    for ending in ["", "-wal", "-shm"] {
        match fs::remove_file(folder.join(format!("{DATABASE}{ending}"))) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(CliError::Output(cause)),
            _ => {}
        }
    }
    Ok(())
}

/// `$XDG_DATA_HOME/yinuo/demo`, or what stands for it on this system.
fn default_folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let data = named("XDG_DATA_HOME").or_else(|| named("LOCALAPPDATA"));
    let data = data.or_else(|| Some(named("HOME")?.join(".local/share")));
    data.map(|d| d.join("yinuo").join("demo"))
}
