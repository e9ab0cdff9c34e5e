//! The commands that work on a ledger, and what several of them do: open it, find a commitment by year and number, tell
//! what was recorded.

pub(super) mod adopt;
pub(super) mod assign;
pub(super) mod backup;
pub(super) mod correct;
pub(super) mod doctor;
pub(super) mod erase;
pub(super) mod log;
pub(super) mod note;
pub(super) mod release;
pub(super) mod status;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;

use yinuo_app::store::SqliteStore;
use yinuo_app::tell::Teller;
use yinuo_app::usecases::By;
use yinuo_app::{Ledger, LedgerError, Line, Recorded, SystemClock};
use yinuo_ledger::{EntryId, Reading, Side, View};

use crate::args::Item;
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::{print, talk};

/// Opens a ledger to write in it; it is made when it is not there.
pub(in crate::commands) fn to_write(folder: &Path) -> Result<Ledger, CliError> {
    Ok(Ledger::new(Arc::new(SqliteStore::open(folder)?), Arc::new(SystemClock)))
}

/// Opens a ledger that must be there, to read it while another process may write.
pub(super) fn to_read(folder: &Path) -> Result<Ledger, CliError> {
    Ok(Ledger::new(Arc::new(SqliteStore::open_to_read(folder)?), Arc::new(SystemClock)))
}

/// Opens what can still be read of a damaged ledger.
pub(in crate::commands) fn to_read_rest(folder: &Path) -> Result<Ledger, CliError> {
    Ok(Ledger::new(Arc::new(SqliteStore::open_rest(folder)?), Arc::new(SystemClock)))
}

/// Opens a ledger to read it, or what can still be read of one whose file is damaged; then the second is true.
pub(super) fn readable(folder: &Path) -> Result<(Ledger, bool), CliError> {
    match to_read(folder) {
        Err(CliError::Ledger(LedgerError::Store(error))) if error.is_damage() => {
            // Where nothing is left, the first trouble is the one to tell.
            to_read_rest(folder).map(|ledger| (ledger, true)).map_err(|_| error.into())
        }
        ledger => Ok((ledger?, false)),
    }
}

/// Entries that follow each other, by the first and the last of them.
pub(super) fn run_of(first: EntryId, last: EntryId) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The local administrator: the first post.
pub(super) fn administrator() -> By {
    By::post(Ledger::first_post())
}

/// The current plan of a year, the latest unless one is named.
pub(super) fn reading(ledger: &Ledger, year: Option<i16>) -> Result<Reading, CliError> {
    let view = ledger.view(Side::Office)?;
    let year = year.or_else(|| view.state().years().into_iter().next_back());
    let none = || CliError::told("台账里没有这一年的计划", "the ledger has no plan of that year");
    year.and_then(|y| view.state().current(y)).ok_or_else(none)
}

/// The plan an item stands in, and its place there.
pub(super) fn item(ledger: &Ledger, item: &Item) -> Result<(Reading, usize), CliError> {
    let reading = reading(ledger, item.year)?;
    let at = reading.commitments().position(|(c, _)| c.number == item.item);
    let none = || {
        let n = item.item;
        CliError::told(format!("计划里没有第 {n} 件"), format!("the plan has no commitment {n}"))
    };
    Ok((reading, at.ok_or_else(none)?))
}

/// What an entry says, in one line.
pub(super) fn line(line: &Line, view: &View) -> String {
    let lang = chosen();
    let told = Teller::new(view, lang).tell(line);
    let about = told.about.map_or(String::new(), |about| format!("{}{}", about.name(lang), lang.pick("，", " ")));
    let why = told.why.map_or(String::new(), |why| lang.pick(format!("。理由：{why}"), format!(". Why: {why}")));
    format!("{}{}{about}{}{why}", told.kind, lang.pick("：", ": "), told.said)
}

/// Says what was recorded, or that nothing was.
pub(super) fn tell(recorded: &Recorded) -> Result<(), CliError> {
    for said in &recorded.said {
        talk(said.message.get(chosen()));
    }
    let text = match (recorded.entries.start, recorded.entries.end) {
        (a, b) if a == b => say("没有新的内容，什么也没有记录。", "Nothing new; nothing was recorded.").to_string(),
        (a, b) if a + 1 == b => format!("{} e{a}", say("已记录", "Recorded")),
        (a, b) => format!("{} e{a}–e{}", say("已记录", "Recorded"), b - 1),
    };
    print(&(text + "\n"))
}

/// Asks before something is recorded or erased. Without a terminal nobody can be asked, and `--yes` is needed.
pub(super) fn confirmed(yes: bool) -> Result<bool, CliError> {
    if yes {
        return Ok(true);
    }
    if !io::stdin().is_terminal() {
        return Err(CliError::told(
            "没有终端可以询问；确定要做就加 --yes",
            "there is no terminal to ask at; add --yes to go ahead",
        ));
    }
    let _ = write!(io::stderr(), "{}", say("确定吗？[y/N] ", "Go ahead? [y/N] "));
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(CliError::Input)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "是"))
}
