//! `yinuo correct`: a measure's mode or bound, where a cell begins, or a finding that does not apply. Things are named by
//! their words, and each correction needs a reason.

use yinuo_app::Ledger;
use yinuo_app::usecases::{Fix, correct, dismiss, name_columns, source};
use yinuo_diag::codes;
use yinuo_extract::Document;
use yinuo_ledger::{EntryId, FindingId, MeasureId, Reading, Side};
use yinuo_model::{At, Commitment};

use super::{administrator, item, reading, tell, to_write};
use crate::Outcome;
use crate::args::{Correct, Item};
use crate::commands::diff;
use crate::error::CliError;
use crate::lang::chosen;
use crate::output::print;

/// The most headings that are listed.
const MAX_HEADINGS: usize = 12;

/// Runs the command.
pub(in crate::commands) fn run(args: &Correct) -> Result<Outcome, CliError> {
    let ledger = to_write(&args.data.folder)?;
    if !args.columns.is_empty() {
        return columns(&ledger, args);
    }
    let wanted = Item { item: args.item.unwrap_or(0), year: args.year };
    let (reading, at) = item(&ledger, &wanted)?;
    let by = administrator();
    let seen = EntryId(ledger.store().head()?.next);
    if let Some(code) = &args.dismiss {
        let finding = finding(&reading, wanted.item, code)?;
        tell(&dismiss(&ledger, &by, reading.edition, finding, args.reason.clone())?)?;
        return Ok(Outcome::Clean);
    }
    let fix = match (args.mode, args.bound, &args.begins) {
        (None, None, Some(words)) => border(&ledger, &reading, at, args, words)?,
        (Some(_), ..) | (_, Some(_), _) => Fix::Measure(measure(&reading, at, args)?, args.mode, args.bound),
        _ => {
            let zh = "没有说要更正什么：用 --measure 与 --mode、--bound（可同时），用 --at 与 --begins，或用 --dismiss";
            let en = "nothing to correct was named: use --measure with --mode, --bound or both, --at with --begins, or --dismiss";
            return Err(CliError::told(zh, en));
        }
    };
    tell(&correct(&ledger, &by, reading.edition, seen, fix, args.reason.clone())?)?;
    Ok(Outcome::Clean)
}

/// Reads the list again with headings that are named, and says what that changed.
fn columns(ledger: &Ledger, args: &Correct) -> Result<Outcome, CliError> {
    let before = reading(ledger, args.year)?;
    let seen = ledger.view(Side::Office)?.head();
    let recorded = name_columns(ledger, &administrator(), &before, &args.columns, &args.reason, seen)?;
    if recorded.entries.is_empty() {
        no_such_heading(&source(ledger, &before)?, args)?;
    }
    let after = reading(ledger, before.plan.year)?;
    if after.edition != before.edition {
        print(&diff::text(&before.plan, &after.plan, chosen()))?;
    }
    tell(&recorded)?;
    Ok(Outcome::Clean)
}

/// Nothing was recorded: where a heading that was named stands in no table, that is why.
fn no_such_heading(document: &Document, args: &Correct) -> Result<(), CliError> {
    let tables = yinuo_compiler::tables(document, &[]);
    let all: Vec<&str> = tables.iter().flat_map(|t| &t.columns).map(|c| c.heading.as_str()).collect();
    let Some(naming) = args.columns.iter().find(|n| !all.contains(&n.heading())) else { return Ok(()) };
    // a table for each category has the same headings
    let mut list: Vec<&str> = vec![];
    for heading in all.iter().filter(|h| !h.trim().is_empty()) {
        if !list.contains(heading) {
            list.push(heading);
        }
    }
    let heading = naming.heading();
    let more = list.len() > MAX_HEADINGS;
    list.truncate(MAX_HEADINGS);
    let (etc_zh, etc_en) = if more { ("等", " and others") } else { ("", "") };
    Err(match list.is_empty() {
        true => CliError::told(
            format!("没有“{heading}”这个表头：这份清单里没有表格"),
            format!("there is no heading {heading}: the document holds no table"),
        ),
        false => CliError::told(
            format!("没有“{heading}”这个表头；表格里有：{}{etc_zh}", list.join("、")),
            format!("there is no heading {heading}; the tables have: {}{etc_en}", list.join(", ")),
        ),
    })
}

fn commitment(reading: &Reading, at: usize) -> Option<&Commitment> {
    reading.commitments().nth(at).map(|(c, _)| c)
}

fn measure(reading: &Reading, at: usize, args: &Correct) -> Result<MeasureId, CliError> {
    let words = args.measure.as_deref().unwrap_or_default();
    let (c, ids) =
        reading.commitments().nth(at).ok_or_else(|| CliError::told("没有这一件", "there is no such commitment"))?;
    let fits = |n: &usize| {
        let m = &c.measures[*n];
        m.text == words && args.at.as_ref().is_none_or(|a| m.at.to_string() == *a)
    };
    let found: Vec<usize> = (0..c.measures.len()).filter(fits).collect();
    match found[..] {
        [one] => Ok(ids.measures[one]),
        _ => {
            let all: Vec<String> = c.measures.iter().map(|m| format!("{} {}", m.at, m.text)).collect();
            let list = all.join(", ");
            let (zh, en) = if found.is_empty() { ("没有", "no") } else { ("不止一个", "more than one") };
            Err(CliError::told(
                format!("{zh}“{words}”；用 --at 指明所在的格。这一件有：{list}"),
                format!("{en} measure {words}; name its cell with --at. The commitment has: {list}"),
            ))
        }
    }
}

fn finding(reading: &Reading, number: u32, code: &str) -> Result<FindingId, CliError> {
    let code = codes::find(code).map_or(code, |c| c.id);
    let mine = |f: &&yinuo_ledger::Finding| f.said.commitment == Some(number);
    let found =
        reading.findings.iter().filter(mine).find(|f| f.said.code.id == code && !reading.dismissed.contains_key(&f.id));
    found.map(|f| f.id).ok_or_else(|| {
        CliError::told(
            format!("第 {number} 件没有尚在的 {code}"),
            format!("commitment {number} has no standing finding {code}"),
        )
    })
}

/// The cell named by `--at` begins with these words; they stand in it or in the cell before.
fn border(ledger: &Ledger, reading: &Reading, at: usize, args: &Correct, words: &str) -> Result<Fix, CliError> {
    let none = |zh: &str, en: &str| CliError::told(zh, en);
    let c = commitment(reading, at).ok_or_else(|| none("没有这一件", "there is no such commitment"))?;
    let id = reading.ids[at].id;
    let order: Vec<At> = std::iter::once(At::Title)
        .chain(c.body.iter().map(|_| At::Body))
        .chain(c.milestones.iter().map(|m| At::Period(m.period)))
        .collect();
    let right = order.iter().position(|a| Some(a.to_string()) == args.at).filter(|n| *n > 0);
    let right =
        right.ok_or_else(|| none("--at 不是这一件的格，或是第一格", "--at names no cell of it, or the first one"))?;
    let (left, right) = (order[right - 1], order[right]);
    let text = source(ledger, reading)?.text;
    let spans = |cell: At| match cell {
        At::Title => c.title.spans.clone(),
        At::Body => c.body.as_ref().map_or_else(Default::default, |b| b.spans.clone()),
        At::Period(p) => {
            c.milestones.iter().find(|m| m.period == p).map_or_else(Default::default, |m| m.passage.spans.clone())
        }
    };
    let to = spans(left).iter().chain(&spans(right)).find_map(|s| Some(s.start + s.of(&text).find(words)? as u32));
    let to = to.ok_or_else(|| {
        CliError::told(
            format!("{left} 和 {right} 两格里没有“{words}”；--begins 写 {right} 一格开头的几个字，照原文写"),
            format!("neither {left} nor {right} holds {words}; --begins takes the first words of {right} as the document has them"),
        )
    })?;
    Ok(Fix::Border { commitment: id, left, right, to })
}
