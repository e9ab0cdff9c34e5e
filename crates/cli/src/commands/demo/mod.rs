//! `yinuo demo`: the example list adopted into a ledger of its own and shown as pages. The list is part of the binary, so
//! that this needs no file. The ledger says in its first entry that it is a demonstration; its record times are given.

mod reset;

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use yinuo_app::store::{SqliteStore, StoreError};
use yinuo_app::usecases::{By, First, adopt, request};
use yinuo_app::{Edition, GivenClock, Ledger, LedgerError};
use yinuo_compiler::Options;
use yinuo_diag::Text;
use yinuo_ledger::{Command, EntryId, Side};

use crate::Outcome;
use crate::args::Demo;
use crate::error::CliError;
use crate::lang::chosen;
use crate::output::talk;
use reset::Sort;

const NAME: &str = "guangming-2016.txt";
const LIST: &str = include_str!("../../../../../examples/guangming-2016.txt");
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
        reset::reset(&folder)?;
    }
    let elsewhere = args.data.as_ref().map_or(String::new(), |folder| format!(" --data {}", folder.display()));
    let edition = Edition::compile(NAME, LIST.as_bytes(), &Options::default())?;
    let ledger = opened(&folder, &edition).map_err(|error| damaged(error, &elsewhere))?;
    let damage = incomplete(&ledger, &elsewhere)?;
    if let Some(text) = damage.map_or_else(|| outdated(&ledger, &edition, &elsewhere), |text| Ok(Some(text)))? {
        talk(text.get(chosen()));
    }
    talk(&folder.display().to_string());
    super::serve::books(ledger, &args.listen.address, yinuo_web::Options { restated: true })
}

/// The demonstration in a folder, begun where there is none.
fn opened(folder: &Path, example: &Edition) -> Result<Ledger, CliError> {
    let time: Timestamp = ADOPTED_AT.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let ledger = Ledger::new(Arc::new(SqliteStore::open(folder)?), Arc::new(GivenClock::at(time)));
    let sort = match reset::sort(&ledger)? {
        Sort::Empty => {
            begin(&ledger, example)?;
            Sort::Demonstration
        }
        sort => sort,
    };
    match sort {
        Sort::Empty | Sort::Demonstration => Ok(ledger),
        Sort::Unknown => Err(StoreError::Damaged("e0".into()).into()),
        Sort::Own => {
            let zh = "这个文件夹里的台账不是演示台账；请用 yinuo serve --data，或用 --data 指定别的文件夹";
            let en = "the ledger in that folder is no demonstration; use yinuo serve --data, or another folder";
            Err(CliError::told(zh, en))
        }
    }
}

/// What to say of a demonstration that is damaged: nobody has a backup of it, and it is soon begun again.
fn damaged(error: CliError, elsewhere: &str) -> CliError {
    match error {
        CliError::Ledger(LedgerError::Store(cause)) if cause.is_damage() => CliError::told(
            format!("演示台账已损坏，打不开。要从头开始，请运行 yinuo demo --reset{elsewhere}"),
            format!(
                "the demonstration's ledger is damaged and cannot be opened; to begin again, run yinuo demo --reset{elsewhere}"
            ),
        ),
        error => error,
    }
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

/// What to say when part of the demonstration cannot be read, or was lost with the end of its file.
fn incomplete(ledger: &Ledger, elsewhere: &str) -> Result<Option<Text>, CliError> {
    let is_whole = ledger.damage()?.is_empty() && !ledger.view(Side::Office)?.state().years().is_empty();
    let text = || {
        Text::new(
            format!("演示台账有损坏，有的记录读不出来。要从头开始，请运行 yinuo demo --reset{elsewhere}"),
            format!(
                "the demonstration's ledger is damaged and not all of it can be read; to begin again, run yinuo demo --reset{elsewhere}"
            ),
        )
    };
    Ok((!is_whole).then(text))
}

/// What to say when an earlier version began this demonstration: with another example, or with this one read otherwise. What
/// was recorded in it since is no reason to say anything. `elsewhere` is the option that leads to its folder.
fn outdated(ledger: &Ledger, example: &Edition, elsewhere: &str) -> Result<Option<Text>, CliError> {
    let view = ledger.view(Side::Office)?;
    let (state, plan) = (view.state(), &example.compiled.plan);
    let years = state.years();
    let adopted = years.into_iter().flat_map(|year| state.editions(year)).map(|e| &e.said.plan);
    let mut same: Vec<_> = adopted.filter(|old| old.source.sha256 == plan.source.sha256).collect();
    let was_here = !same.is_empty();
    same.retain(|old| *old == plan);
    if !same.is_empty() {
        return Ok(None);
    }
    let (zh, en) = match was_here {
        true => (
            "示例还是同一份，但本版读出的内容与其中记的不同",
            "the example is the same, but this version reads it otherwise",
        ),
        false => ("其中的示例不是本版自带的这一份", "its example is not the one of this version"),
    };
    Ok(Some(Text::new(
        format!(
            "这份演示台账是程序的另一个版本建立的：{zh}。照样可以打开、查看和记录。要用本版的示例从头开始，请运行 yinuo demo --reset{elsewhere}，演示中记录过的内容会清空。"
        ),
        format!(
            "Another version of the program began this demonstration: {en}. It can be looked at and recorded in all the same. To \
             begin again with the example of this version, run yinuo demo --reset{elsewhere}; what was recorded in the demonstration is then gone."
        ),
    )))
}

/// `$XDG_DATA_HOME/yinuo/demo`, or what stands for it on this system.
fn default_folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let data = named("XDG_DATA_HOME").or_else(|| named("LOCALAPPDATA"));
    let data = data.or_else(|| Some(named("HOME")?.join(".local/share")));
    data.map(|d| d.join("yinuo").join("demo"))
}

#[cfg(test)]
mod tests {
    use yinuo_app::store::MemoryStore;
    use yinuo_diag::Lang;

    use super::*;

    /// What is said of a demonstration that was begun with this list, read so.
    fn said(list: &str, change: impl FnOnce(&mut Edition)) -> Option<String> {
        let (ledger, by) = (
            Ledger::new(Arc::new(MemoryStore::default()), Arc::new(GivenClock::at(Timestamp::UNIX_EPOCH))),
            By::post(Ledger::first_post()),
        );
        let read = |list: &str| Edition::compile(NAME, list.as_bytes(), &Options::default()).unwrap();
        let mut old = read(list);
        change(&mut old);
        let first = First { demonstration: true, ..First::default() };
        adopt(&ledger, &by, &old, list.as_bytes(), "", &first, None).unwrap();
        let before = outdated(&ledger, &read(LIST), " --data 别处").unwrap();
        let own = LIST.replace("招聘会36场", "招聘会48场");
        adopt(&ledger, &by, &read(&own), own.as_bytes(), "", &first, None).unwrap();
        assert_eq!(
            outdated(&ledger, &read(LIST), " --data 别处").unwrap(),
            before,
            "an edition of one's own changes nothing"
        );
        before.map(|text| text.get(Lang::Zh).to_string())
    }

    #[test]
    fn a_demonstration_of_another_version_is_told_and_what_was_recorded_in_it_is_not() {
        assert_eq!(said(LIST, |_| {}), None);
        let shorter: String = LIST.replace("招聘会36场", "招聘会35场");
        let other = said(&shorter, |_| {}).unwrap();
        assert!(
            other.contains("不是本版自带的这一份") && other.contains("yinuo demo --reset --data 别处，"),
            "{other}"
        );
        let reread = said(LIST, |edition| edition.compiled.plan.published = None).unwrap();
        assert!(reread.contains("本版读出的内容与其中记的不同"), "{reread}");
    }
}
