//! `yinuo doctor`: every entry looked at, and which one is damaged.

use yinuo_app::usecases::doctor;

use crate::Outcome;
use crate::args::Data;
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::print;

/// Runs the command. Troubles make the exit code 1.
pub(in crate::commands) fn run(data: &Data) -> Result<Outcome, CliError> {
    let checkup = doctor(&data.folder)?;
    let mut out = String::new();
    for t in &checkup.troubles {
        let place = t.entry.map_or_else(|| say("整个文件", "the whole file").to_string(), |e| e.to_string());
        out.push_str(&format!("{place}: [{}] {}\n", t.said.code.id, t.said.message.get(chosen())));
    }
    let sound = checkup.troubles.is_empty();
    let verdict = if sound { say("完好", "sound") } else { say("有损坏", "damaged") };
    let (bodies, chain) = (checkup.bodies, checkup.head.chain);
    out.push_str(&chosen().pick(
        format!("{} 条记录，{bodies} 条有内容，链 {chain}：{verdict}\n", checkup.entries),
        format!("{} entries, {bodies} with bodies, chain {chain}: {verdict}\n", checkup.entries),
    ));
    print(&out)?;
    Ok(if sound { Outcome::Clean } else { Outcome::Denied })
}
