//! `yinuo adopt FILE --data DIR`: shows what would be recorded, asks, and records the list as the plan of its year.

use std::path::Path;

use yinuo_app::tell::{Teller, words};
use yinuo_app::usecases::{Assignment, By, Carrying, First, Preview, adopt, preview, remembered};
use yinuo_app::{Edition, Ledger};
use yinuo_compiler::{Options, other_kind};
use yinuo_diag::{Diagnostic, Text};
use yinuo_ledger::{EntryId, Side, View};

use super::{administrator, confirmed, tell, to_write};
use crate::Outcome;
use crate::args::Adopt;
use crate::commands::diff;
use crate::error::CliError;
use crate::lang::{chosen, commitments, say};
use crate::output::{print, talk};

/// Runs the command.
pub(in crate::commands) fn run(args: &Adopt) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    let edition = read(&ledger, args)?;
    let plan = &edition.compiled.plan;
    if let Some(other) = other_kind(&edition.compiled.findings) {
        return Err(CliError::Told(refused(other)));
    }
    if plan.commitments().next().is_none() {
        return Err(CliError::told(
            "文件里没有事项，不能作为计划采用",
            "the file holds no commitments, so it cannot be adopted as a plan",
        ));
    }
    let bytes = bytes(&args.file)?;
    let view = ledger.view(Side::Office)?;
    let what = preview(&ledger, &edition)?;
    print(&(told(&what, &edition) + "\n"))?;
    if let Preview::Edition(follows) = &what {
        print(&carrying(&ledger, &view, &follows.carrying)?)?;
    }
    if what == Preview::Nothing {
        return Ok(Outcome::Clean);
    }
    if !confirmed(args.yes)? {
        talk(say("没有记录。", "Nothing was recorded."));
        return Ok(Outcome::Clean);
    }
    let by = By { effective_on: args.effective_on, ..administrator() };
    let first = First {
        jurisdiction: args.jurisdiction.clone(),
        office: args.office.clone(),
        offset_minutes: args.utc_offset,
        demonstration: false,
    };
    let reason = args.reason.as_deref().unwrap_or_default();
    tell(&adopt(&ledger, &by, &edition, &bytes, reason, &first, view.head())?)?;
    Ok(Outcome::Clean)
}

/// Reads the list; headings that were named in an earlier one mean the same here, unless some are named now.
fn read(ledger: &Ledger, args: &Adopt) -> Result<Edition, CliError> {
    let (year, columns, as_list) = (args.list_year, args.columns.clone(), args.as_list);
    let options = Options { year, columns, as_list, ..Options::default() };
    let edition = Edition::open(&args.file, &options)?;
    let before = remembered(ledger, &edition.document)?;
    if before.is_empty() || !args.columns.is_empty() {
        return Ok(edition);
    }
    for r in &before {
        let (heading, meaning) = (r.naming.heading(), words::column(r.naming.holds, chosen()));
        talk(&chosen().pick(
            format!("表头“{heading}”照 {} 读作“{meaning}”", r.entry),
            format!("the heading {heading} means, as in {}: {meaning}", r.entry),
        ));
    }
    let columns = before.into_iter().map(|r| r.naming).collect();
    Ok(edition.read_again(&Options { columns, ..options }))
}

/// Why a document of another kind is not adopted, and how it could be.
fn refused(other: &Diagnostic) -> Text {
    let parts = std::iter::once(&other.message).chain(&other.notes).chain(&other.help);
    let parts: Vec<&Text> = parts.collect();
    let join = |pick: fn(&Text) -> &str, joint: &str| parts.iter().map(|t| pick(t)).collect::<Vec<_>>().join(joint);
    Text::new(
        format!("没有采用（{}）：{}", other.code.id, join(|t| &t.zh, "。")),
        format!("not adopted ({}): {}", other.code.id, join(|t| &t.en, ". ")),
    )
}

fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    std::fs::read(path).map_err(CliError::Input)
}

/// What becomes of the corrections and assignments of the present edition.
fn carrying(ledger: &Ledger, view: &View, carrying: &Carrying) -> Result<String, CliError> {
    let lang = chosen();
    let one = |entry: EntryId, why: &str| -> Result<String, CliError> {
        let said = ledger.line(Side::Office, entry)?.map_or(String::new(), |line| super::line(&line, view));
        Ok(format!("  {entry}  {said}{why}\n"))
    };
    let mut out = String::new();
    if !carrying.carried.is_empty() {
        out.push_str(say("沿用到新版，各记一条：\n", "Taken over into the new edition, an entry each:\n"));
    }
    for carry in &carrying.carried {
        out.push_str(&one(carry.from, "")?);
    }
    if !carrying.behind.is_empty() {
        out.push_str(say("留在旧版：\n", "Left behind:\n"));
    }
    for (entry, why) in &carrying.behind {
        out.push_str(&one(*entry, &lang.pick(format!("（{}）", why.text(lang)), format!(" ({})", why.text(lang))))?);
    }
    let teller = Teller::new(view, lang);
    let (go_on, check): (Vec<_>, Vec<_>) = carrying.assigned.iter().partition(|(_, a)| *a == Assignment::GoesOn);
    if !go_on.is_empty() {
        let n = go_on.len();
        out.push_str(
            &lang.pick(
                format!("{n} 项指定的责任随事项延续。\n"),
                format!("Who answers for {} goes on.\n", commitments(n)),
            ),
        );
    }
    for (id, becomes) in check {
        out.push_str(&format!("  {}  {}\n", teller.promise(id).unwrap_or_default(), becomes.text(lang)));
    }
    Ok(out)
}

/// What adopting would record.
fn told(what: &Preview, edition: &Edition) -> String {
    let plan = &edition.compiled.plan;
    let name = plan.title.clone().unwrap_or_else(|| plan.source.name.clone());
    let year = plan.year.map_or_else(|| say("年份不明", "year unknown").to_string(), |y| y.to_string());
    let items = plan.commitments().count();
    let lang = chosen();
    match what {
        Preview::Nothing => lang.pick(
            format!("{name} 与现行计划相同：来源与读法都没有变化，什么也不会记录。"),
            format!("{name} is the current plan: same source, same reading. Nothing to record."),
        ),
        Preview::First => lang.pick(
            format!("将采用 {name}（{year}），{items} 件，成为该年的第一份计划。"),
            format!("{name} ({year}), {}, would become the first plan of its year.", commitments(items)),
        ),
        Preview::Edition(follows) => {
            let head = lang.pick(
                format!("将采用 {name}（{year}），{items} 件，作为新的一版。变化如下："),
                format!("{name} ({year}), {}, would become a new edition. What differs:", commitments(items)),
            );
            format!("{head}\n\n{}", diff::text(&follows.old, plan, lang))
        }
    }
}
