//! `yinuo status --data DIR [--as-of DATE]`: what the ledger said at the end of a day.

use yinuo_app::LedgerError;
use yinuo_app::tell::{Teller, words};
use yinuo_ledger::{Side, View, day_of};

use super::readable;
use crate::Outcome;
use crate::args::Status;
use crate::error::CliError;
use crate::lang::{chosen, commitments, say};
use crate::output::{print, talk};

/// Runs the command. A ledger that is damaged is told as far as it can be read, with the exit code 1.
pub(in crate::commands) fn run(args: &Status) -> Result<Outcome, CliError> {
    let (ledger, is_cut) = readable(&args.data.folder)?;
    let side = if args.public { Side::Public } else { Side::Office };
    let now = ledger.view(side)?;
    let today = day_of(ledger.clock().now(), now.offset_minutes());
    let day = args.as_of.unwrap_or(today);
    if day > today {
        let text = format!("{day} 还没有到；今天是 {today}");
        return Err(CliError::told(text, format!("{day} has not come yet; today is {today}")));
    }
    let is_lost = now.jurisdiction().is_none();
    let view = match ledger.as_of(side, day, args.effective) {
        // Where the days of the entries cannot be read any more, what is left is shown as it stands.
        Err(LedgerError::Store(error)) if error.is_damage() && args.as_of.or(args.effective).is_none() => now,
        view => view?,
    };
    let damage = ledger.damage_seen(side)?;
    let is_damaged = is_cut || !damage.is_empty();
    if is_damaged && is_lost {
        talk(say(
            "台账有损坏，一条记录也读不出来。请运行 yinuo doctor 查看，再从备份恢复。",
            "The ledger is damaged and no entry can be read. Run yinuo doctor, then restore from a backup.",
        ));
        return Ok(Outcome::Denied);
    }
    print(&told(&view, day))?;
    for fault in &damage {
        print(&format!("{}: {}\n", say("注意", "attention"), fault.message.get(chosen())))?;
    }
    if !is_damaged {
        return Ok(Outcome::Clean);
    }
    talk(say(
        "台账有损坏；以上是读得出来的部分。请运行 yinuo doctor 查看，再从备份恢复。",
        "The ledger is damaged; this is what can be read of it. Run yinuo doctor, then restore from a backup.",
    ));
    Ok(Outcome::Denied)
}

/// What a view holds.
fn told(view: &View, day: jiff::civil::Date) -> String {
    let Some(jurisdiction) = view.jurisdiction() else {
        return format!("{day}  {}\n", say("台账在这一天还没有记录。", "The ledger had no entry by that day."));
    };
    let mut out =
        format!("{jurisdiction} · {} {day} · {} e0–{}\n", say("截至", "as of"), say("记录", "entries"), last(view));
    for year in view.state().years() {
        out.push_str(&plan(view, year, day));
    }
    out
}

fn last(view: &View) -> String {
    view.head().map_or("—".to_string(), |h| h.to_string())
}

fn plan(view: &View, year: i16, day: jiff::civil::Date) -> String {
    let (state, teller) = (view.state(), Teller::new(view, chosen()));
    let Some(reading) = state.current(year) else { return String::new() };
    let title = reading.plan.title.clone().unwrap_or_default();
    let editions = state.editions(year).count();
    let lang = chosen();
    let items = reading.commitments().count();
    let mut out = lang.pick(
        format!("\n{year}  {title}（{}，共 {editions} 版）\n", reading.edition),
        format!("\n{year}  {title} ({}, editions: {editions})\n", reading.edition),
    );
    let assigned = reading.ids.iter().filter(|i| !state.holders(i.id, day).is_empty()).count();
    out.push_str(&lang.pick(
        format!(
            "      {items} 件，{assigned} 件有负责单位；更正过的 {} 件，不再适用的问题 {} 处\n",
            reading.corrected.len(),
            reading.dismissed.len()
        ),
        format!(
            "      {}, {assigned} with owners; {} corrected, {} findings dismissed\n",
            commitments(items),
            reading.corrected.len(),
            reading.dismissed.len()
        ),
    ));
    for (c, ids) in reading.commitments() {
        for (role, fact) in state.holders(ids.id, day) {
            let names = teller.holders(&fact.said.holders);
            let role = words::role(role, lang);
            out.push_str(&format!(
                "      {:>3}  {}  {role}{}{names}\n",
                c.number,
                c.short_title,
                lang.pick("：", ": ")
            ));
        }
    }
    out
}
