//! `yinuo check FILE…`: every finding of every file, then one summary. A file that is no document is a finding; a file
//! that cannot be opened is told on standard error, and the others are still checked.

use std::path::Path;

use serde_json::json;
use yinuo_app::{OpenError, Suppressed};
use yinuo_compiler::as_findings;
use yinuo_diag::render::{Source, Tally, compact, github, json as wire, pretty, sarif};
use yinuo_diag::{Diagnostic, Lang, Locator};

use super::deny::{Rule, denies};
use crate::Outcome;
use crate::args::{Check, Format};
use crate::error::CliError;
use crate::lang;
use crate::output::{print, style};

/// What was found in one file.
struct Checked {
    name: String,
    text: String,
    locators: Vec<(u32, Locator)>,
    findings: Vec<Diagnostic>,
    suppressed: Vec<Suppressed>,
    deny: Vec<Rule>,
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
    let denied = files.iter().any(|f| {
        let rules = if args.deny.is_empty() { &f.deny } else { &args.deny };
        f.findings.iter().any(|d| denies(rules, d))
    });
    Ok(if denied { Outcome::Denied } else { Outcome::Clean })
}

fn check(path: &Path, args: &Check) -> Result<Checked, CliError> {
    let name = if path == Path::new("-") { "stdin".to_string() } else { path.display().to_string() };
    match super::open(path, args.reading.year) {
        Ok(edition) => {
            let doubts = args.doubts.then(|| as_findings(&edition.compiled));
            let findings = doubts.unwrap_or(edition.compiled.findings);
            let deny = edition.settings.deny.iter().filter_map(|rule| rule.parse().ok()).collect();
            let locators = edition.document.locators().collect();
            let (text, suppressed) = (edition.document.text, edition.suppressed);
            Ok(Checked { name, text, locators, findings, suppressed, deny })
        }
        Err(CliError::Open(errors)) => match <[OpenError; 1]>::try_from(errors) {
            Ok([OpenError::Document { cause, .. }]) => {
                let (text, locators) = (String::new(), vec![]);
                Ok(Checked { name, text, locators, findings: vec![*cause], suppressed: vec![], deny: vec![] })
            }
            Ok(errors) => Err(CliError::Open(errors.into())),
            Err(errors) => Err(CliError::Open(errors)),
        },
        Err(other) => Err(other),
    }
}

fn render(files: &[Checked], format: Format, lang: Lang) -> String {
    let sources: Vec<(Source, &[Diagnostic])> = files
        .iter()
        .map(|f| {
            let source = Source::new(&f.name, &f.text).located(f.locators.iter().copied());
            (source, f.findings.as_slice())
        })
        .collect();
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
    let mut summary = pretty::summary(files.iter().flat_map(|f| &f.findings), &place, lang);
    for s in files.iter().flat_map(|f| &f.suppressed) {
        let about = s
            .finding
            .commitment
            .map_or(String::new(), |n| lang.pick(format!("第 {n} 项 "), format!("commitment {n} ")));
        let line = lang.pick("按 yinuo.toml 不再提示", "set aside by yinuo.toml");
        summary.push_str(&format!("\n{line}: {about}{} ({})", s.finding.code.id, s.reason));
    }
    summary
}

fn as_json(files: &[Checked], lang: Lang) -> serde_json::Value {
    let tally = Tally::of(files.iter().flat_map(|f| &f.findings));
    let aside = |s: &Suppressed| json!({ "diagnostic": wire::value(&s.finding, lang), "reason": s.reason });
    let file = |f: &Checked| {
        json!({
            "file": f.name,
            "diagnostics": f.findings.iter().map(|d| wire::value(d, lang)).collect::<Vec<_>>(),
            "suppressed": f.suppressed.iter().map(aside).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": "yinuo.check/1",
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "totals": { "error": tally.errors, "warning": tally.warnings, "note": tally.notes },
    })
}
