//! `yinuo doctor`: every entry looked at, and which one is damaged.

use yinuo_app::usecases::{LedgerTrouble, doctor};

use super::run_of;
use crate::Outcome;
use crate::args::Data;
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::print;

/// Runs the command. Troubles make the exit code 1.
pub(in crate::commands) fn run(data: &Data) -> Result<Outcome, CliError> {
    let checkup = doctor(&data.folder)?;
    let mut out = String::new();
    // One line for entries that follow each other with the same trouble: a file that is cut short has many.
    for run in checkup.troubles.chunk_by(goes_on) {
        let said = &run[0].said;
        out.push_str(&format!("{}: [{}] {}\n", place(run), said.code.id, said.message.get(chosen())));
    }
    let sound = checkup.troubles.is_empty();
    let verdict = if sound { say("完好", "sound") } else { say("有损坏", "damaged") };
    let (entries, readable, bodies, chain) = (checkup.entries, checkup.readable, checkup.bodies, checkup.head.chain);
    let rest = if readable == entries {
        String::new()
    } else {
        chosen().pick(format!("，其中 {readable} 条读得出"), format!(", {readable} of them can be read"))
    };
    out.push_str(&chosen().pick(
        format!("{entries} 条记录{rest}，{bodies} 条有内容，链 {chain}：{verdict}\n"),
        format!("{entries} entries{rest}, {bodies} with bodies, chain {chain}: {verdict}\n"),
    ));
    print(&out)?;
    Ok(if sound { Outcome::Clean } else { Outcome::Denied })
}

/// Whether the second trouble is that of the first in the next entry.
fn goes_on(a: &LedgerTrouble, b: &LedgerTrouble) -> bool {
    a.said == b.said && a.entry.zip(b.entry).is_some_and(|(a, b)| a.0 + 1 == b.0)
}

fn place(run: &[LedgerTrouble]) -> String {
    match (run.first().and_then(|t| t.entry), run.last().and_then(|t| t.entry)) {
        (Some(first), Some(last)) => run_of(first, last),
        _ => say("整个文件", "the whole file").to_string(),
    }
}
