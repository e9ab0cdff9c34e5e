//! `yinuo log --data DIR`: every entry on a line, with both times, who, and whether it is public.

use serde_json::{Value, json};
use yinuo_app::Line;
use yinuo_ledger::{Side, View, Visibility, day_of};

use super::{to_read, words};
use crate::Outcome;
use crate::args::{Log, Plain};
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::print;

/// Runs the command.
pub(in crate::commands) fn run(args: &Log) -> Result<Outcome, CliError> {
    let ledger = to_read(&args.data.folder)?;
    let side = if args.public { Side::Public } else { Side::Office };
    let view = ledger.view(side)?;
    let lines = ledger.history(side, 0..u64::MAX)?;
    match args.format {
        Plain::Text => {
            let all: String = lines.iter().map(|l| text(l, &view)).collect();
            print(if all.is_empty() { say("台账是空的。\n", "The ledger is empty.\n") } else { &all })?;
        }
        Plain::Json => {
            let all: Vec<Value> = lines.iter().map(|l| as_json(l, &view)).collect();
            print(&format!("{:#}\n", json!({ "schema": "yinuo.log/1", "entries": all })))?;
        }
    }
    Ok(Outcome::Clean)
}

fn text(line: &Line, view: &View) -> String {
    let e = &line.envelope;
    let day = day_of(e.recorded_at, view.offset_minutes());
    let held = if e.effective_on == day {
        String::new()
    } else {
        format!("{} {}  ", say("效力自", "holds from"), e.effective_on)
    };
    format!("{:<5} {day}  {:<7} {held}{}\n", e.id.to_string(), public(line), words::line(line, view, chosen()))
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
        "erased_by": line.erased_by, "says": words::line(line, view, chosen()),
    })
}
