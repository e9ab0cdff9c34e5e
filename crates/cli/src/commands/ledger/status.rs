//! `yinuo status --data DIR [--as-of DATE]`: what the ledger said at the end of a day.

use yinuo_app::tell::{Teller, words};
use yinuo_ledger::{Side, View, day_of};

use super::to_read;
use crate::Outcome;
use crate::args::Status;
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::print;

/// Runs the command.
pub(in crate::commands) fn run(args: &Status) -> Result<Outcome, CliError> {
    let ledger = to_read(&args.data.folder)?;
    let side = if args.public { Side::Public } else { Side::Office };
    let now = ledger.view(side)?;
    let today = day_of(ledger.clock().now(), now.offset_minutes());
    let day = args.as_of.unwrap_or(today);
    if day > today {
        let text = format!("{day} 还没有到；今天是 {today}");
        return Err(CliError::told(text, format!("{day} has not come yet; today is {today}")));
    }
    let view = ledger.as_of(side, day, args.effective)?;
    let Some(jurisdiction) = view.jurisdiction() else {
        let what = say("台账在这一天还没有记录。", "The ledger had no entry by that day.");
        print(&format!("{day}  {what}\n"))?;
        return Ok(Outcome::Clean);
    };
    let mut out =
        format!("{jurisdiction} · {} {day} · {} e0–{}\n", say("截至", "as of"), say("记录", "entries"), last(&view));
    for year in view.state().years() {
        out.push_str(&plan(&view, year, day));
    }
    for damage in ledger.damage()? {
        out.push_str(&format!("{}: {}\n", say("注意", "attention"), damage.message.get(chosen())));
    }
    print(&out)?;
    Ok(Outcome::Clean)
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
            "      {items} commitments, {assigned} with owners; {} corrected, {} findings dismissed\n",
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
