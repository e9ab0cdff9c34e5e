//! `yinuo compile FILE`: the plan as JSON or as an outline, or the text that its spans point into. Findings do not change
//! the exit code; a line on standard error says that there are some.

use std::fmt::Write;

use yinuo_compiler::Compiled;
use yinuo_diag::LineIndex;
use yinuo_diag::render::Tally;
use yinuo_extract::Document;

use super::{open, outline};
use crate::Outcome;
use crate::args::{Compile, Emit, PlanFormat};
use crate::error::CliError;
use crate::lang::{chosen, say};
use crate::output::{is_terminal, print, print_bytes, print_json, talk};

/// Runs the command.
pub(crate) fn run(args: &Compile) -> Result<Outcome, CliError> {
    let edition = open(&args.file, &args.reading)?;
    match (args.emit, args.format) {
        (Some(Emit::Text), _) => print(&edition.document.text)?,
        (Some(Emit::Map), _) => print(&map(&edition.document))?,
        (None, PlanFormat::Json) => print_json(&yinuo_compiler::to_json(&edition.compiled, chosen()))?,
        (None, PlanFormat::Csv) => print(&yinuo_publish::csv(&edition.compiled.plan))?,
        (None, PlanFormat::Xlsx) => workbook(&edition.compiled)?,
        (None, PlanFormat::Text) => print(&outline::render(&edition.compiled.plan, chosen()))?,
    }
    let tally = Tally::of(&edition.compiled.findings);
    if args.emit.is_none() && tally != Tally::default() {
        let hint = say("用 `yinuo check` 查看", "`yinuo check` shows them");
        talk(&format!("{}{}{hint}", tally.sentence(chosen()), say("；", "; ")));
    }
    Ok(Outcome::Clean)
}

/// The ledger as a workbook. A terminal is no place for it.
fn workbook(compiled: &Compiled) -> Result<(), CliError> {
    if is_terminal() {
        return Err(CliError::NotForTerminal);
    }
    let bytes = yinuo_publish::workbook(&compiled.plan, &compiled.findings, chosen()).map_err(CliError::Workbook)?;
    print_bytes(&bytes)
}

/// One line for each paragraph: the bytes it takes in the text, and where it stands in the file.
fn map(document: &Document) -> String {
    let lines = LineIndex::new(&document.text);
    let mut map = String::new();
    for block in &document.blocks {
        let line = lines.position(&document.text, block.span.start as usize).line;
        let place = match block.locator {
            Some(locator) => locator.text().get(chosen()).to_string(),
            None => chosen().pick(format!("第 {line} 行"), format!("line {line}")),
        };
        let _ = writeln!(map, "{}\t{}\t{place}", block.span.start, block.span.end);
    }
    map
}
