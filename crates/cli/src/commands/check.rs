//! `yinuo check FILE…`: every finding of every file, then one summary. A file that is no document is a finding; a file
//! that cannot be opened is told on standard error, and the others are still checked.

use std::path::Path;

use serde_json::json;
use yinuo_app::OpenError;
use yinuo_compiler::as_findings;
use yinuo_diag::render::{Source, Tally, compact, github, json as wire, pretty, sarif};
use yinuo_diag::{Diagnostic, Lang};

use super::deny::denies;
use crate::Outcome;
use crate::args::{Check, Format};
use crate::error::CliError;
use crate::lang;
use crate::output::{print, style};

/// What was found in one file.
struct Checked {
    name: String,
    text: String,
    findings: Vec<Diagnostic>,
}

/// Runs the command.
pub(crate) fn run(args: &Check) -> Result<Outcome, CliError> {
    let mut files = vec![];
    let mut failures = vec![];
    for path in &args.files {
        match check(path, args) {
            Ok(file) => files.push(file),
            Err(CliError::Open(errors)) => failures.extend(errors),
            Err(other) => return Err(other),
        }
    }
    for file in &mut files {
        file.findings.retain(|d| args.allow.iter().all(|c| c.id != d.code.id));
    }
    if !files.is_empty() {
        print(&render(&files, args.format, lang::chosen()))?;
    }
    if !failures.is_empty() {
        return Err(CliError::Open(failures));
    }
    let denied = files.iter().flat_map(|f| &f.findings).any(|d| denies(&args.deny, d));
    Ok(if denied { Outcome::Denied } else { Outcome::Clean })
}

fn check(path: &Path, args: &Check) -> Result<Checked, CliError> {
    let name = if path == Path::new("-") { "stdin".to_string() } else { path.display().to_string() };
    match super::open(path, args.reading.year) {
        Ok(edition) => {
            let doubts = args.doubts.then(|| as_findings(&edition.compiled));
            Ok(Checked { name, text: edition.document.text, findings: doubts.unwrap_or(edition.compiled.findings) })
        }
        Err(CliError::Open(errors)) => match <[OpenError; 1]>::try_from(errors) {
            Ok([OpenError::Document { cause, .. }]) => {
                Ok(Checked { name, text: String::new(), findings: vec![*cause] })
            }
            Ok(errors) => Err(CliError::Open(errors.into())),
            Err(errors) => Err(CliError::Open(errors)),
        },
        Err(other) => Err(other),
    }
}

fn render(files: &[Checked], format: Format, lang: Lang) -> String {
    let sources: Vec<(Source, &[Diagnostic])> =
        files.iter().map(|f| (Source::new(&f.name, &f.text), f.findings.as_slice())).collect();
    let each = |line: &dyn Fn(&Diagnostic, &Source) -> String| -> String {
        sources.iter().flat_map(|(source, all)| all.iter().map(move |d| line(d, source) + "\n")).collect()
    };
    match format {
        Format::Pretty => {
            let style = style();
            each(&|d, source| pretty::finding(d, source, &style) + "\n") + &summary(files, lang) + "\n"
        }
        Format::Compact => each(&|d, source| compact::line(d, source, lang)),
        Format::Github => each(&|d, source| github::line(d, source, lang)),
        Format::Sarif => format!("{:#}\n", sarif::log(&sources, env!("CARGO_PKG_VERSION"), lang)),
        Format::Json => format!("{:#}\n", as_json(files, lang)),
    }
}

fn summary(files: &[Checked], lang: Lang) -> String {
    let place = match files {
        [one] => one.name.clone(),
        many => lang.pick(format!("{} 个文件", many.len()), format!("{} files", many.len())),
    };
    pretty::summary(files.iter().flat_map(|f| &f.findings), &place, lang)
}

fn as_json(files: &[Checked], lang: Lang) -> serde_json::Value {
    let tally = Tally::of(files.iter().flat_map(|f| &f.findings));
    let file = |f: &Checked| json!({ "file": f.name, "diagnostics": f.findings.iter().map(|d| wire::value(d, lang)).collect::<Vec<_>>() });
    json!({
        "schema": "yinuo.check/1",
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "totals": { "error": tally.errors, "warning": tally.warnings, "note": tally.notes },
    })
}
