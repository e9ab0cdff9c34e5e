//! `yinuo log --data DIR`: entries, the latest unless all are asked for, each on a line, with both times and whether it is
//! public. A long history is never held whole.

use serde_json::{Value, json};
use yinuo_app::{Ledger, Line};
use yinuo_ledger::{EntryId, Side, View, Visibility, day_of};

use super::{readable, run_of};
use crate::Outcome;
use crate::args::{Log, Plain};
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::{padded, print, talk};

/// Entries shown when nothing else is asked for.
const LAST: u64 = 100;
/// Entries read at once.
const CHUNK: u64 = 1000;

/// Runs the command.
pub(in crate::commands) fn run(args: &Log) -> Result<Outcome, CliError> {
    let side = if args.public { Side::Public } else { Side::Office };
    let (ledger, is_cut) = readable(&args.data.folder)?;
    let view = ledger.view(side)?;
    let end = ledger.store().head()?.next;
    if is_cut || end > view.next().0 && !ledger.damage()?.is_empty() {
        return rest(&ledger, &view, end, args);
    }
    let last = match args.format {
        _ if args.all => end,
        Plain::Text => args.last.unwrap_or(LAST),
        Plain::Json => args.last.unwrap_or(end),
    };
    let from = end.saturating_sub(last);
    match args.format {
        Plain::Text if end == 0 => print(say("台账是空的。\n", "The ledger is empty.\n"))?,
        Plain::Text => {
            each(&ledger, &view, from..end, |line| print(&text(line, &view)))?;
            if from > 0 {
                talk(&chosen().pick(
                    format!("以上是最近的记录；更早的还有 {from} 条，加 --all 可全部列出。"),
                    format!("These are the latest entries; {from} earlier ones are listed with --all."),
                ));
            }
        }
        Plain::Json => {
            print("{\n  \"schema\": \"yinuo.log/1\",\n  \"entries\": [")?;
            let mut sign = "\n";
            each(&ledger, &view, from..end, |line| {
                let one = print(&format!("{sign}    {}", as_json(line, &view)));
                sign = ",\n";
                one
            })?;
            print("\n  ]\n}\n")?;
        }
    }
    Ok(Outcome::Clean)
}

/// What can be read of a damaged ledger, each entry alone, and held until all were tried: those before the damage in full, those after it as far as what they
/// name is known.
fn rest(ledger: &Ledger, view: &View, end: u64, args: &Log) -> Result<Outcome, CliError> {
    let mut lost: Vec<EntryId> = vec![];
    let mut shown = vec![];
    for id in (0..end).map(EntryId) {
        match ledger.rest(view, id) {
            Some(line) => shown.push(line),
            None => lost.push(id),
        }
    }
    match args.format {
        Plain::Text => shown.iter().try_for_each(|line| print(&text(line, view)))?,
        Plain::Json => {
            let entries: Vec<Value> = shown.iter().map(|line| as_json(line, view)).collect();
            print(&format!("{:#}\n", json!({ "schema": "yinuo.log/1", "entries": entries })))?;
        }
    }
    let runs: Vec<String> =
        lost.chunk_by(|a, b| a.0 + 1 == b.0).map(|run| run_of(run[0], run[run.len() - 1])).collect();
    if shown.is_empty() {
        talk(say(
            "台账有损坏，一条记录也读不出来。请从备份恢复。",
            "The ledger is damaged and no entry can be read. Restore a backup.",
        ));
    } else if args.public || runs.is_empty() {
        talk(say(
            "台账有损坏；以上是读得出来的记录。请运行 yinuo doctor 查看，再从备份恢复。",
            "The ledger is damaged; these are the entries that can be read. Run yinuo doctor, then restore from a backup.",
        ));
    } else {
        talk(&chosen().pick(
            format!("台账有损坏；以上是读得出来的记录，读不出来的是 {}。请从备份恢复。", runs.join("、")),
            format!("The ledger is damaged; these are the entries that can be read, those that cannot are {}. Restore a backup.", runs.join(", ")),
        ));
    }
    Ok(Outcome::Denied)
}

/// Reads a range piece by piece, so that a long history is never held whole.
fn each(
    ledger: &Ledger,
    view: &View,
    range: std::ops::Range<u64>,
    mut show: impl FnMut(&Line) -> Result<(), CliError>,
) -> Result<(), CliError> {
    for from in range.clone().step_by(CHUNK as usize) {
        ledger.lines(view, from..range.end.min(from + CHUNK))?.iter().try_for_each(&mut show)?;
    }
    Ok(())
}

fn text(line: &Line, view: &View) -> String {
    let e = &line.envelope;
    let day = day_of(e.recorded_at, view.offset_minutes());
    let held = if e.effective_on == day {
        String::new()
    } else {
        format!("{} {}  ", say("效力自", "holds from"), e.effective_on)
    };
    format!("{:<5} {day}  {} {held}{}\n", e.id.to_string(), padded(public(line), 7), super::line(line, view))
}

fn public(line: &Line) -> &'static str {
    match (line.envelope.visibility, line.released_by) {
        (Visibility::Open, _) => say("公开", "open"),
        (_, Some(_)) => say("已公布", "public"),
        (Visibility::Office, _) => say("内部", "office"),
        _ => say("未公布", "held"),
    }
}

fn as_json(line: &Line, view: &View) -> Value {
    let e = &line.envelope;
    json!({
        "id": e.id, "kind": e.kind.name(), "recorded_at": e.recorded_at.to_string(), "effective_on": e.effective_on,
        "actor_post": e.actor_post, "visibility": e.visibility.name(), "released_by": line.released_by,
        "erased_by": line.erased_by, "says": super::line(line, view),
    })
}
