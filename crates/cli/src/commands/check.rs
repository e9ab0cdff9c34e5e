//! `yinuo check FILE…`: every finding of every file, then one summary. A file that is no document is a finding; a file
//! that cannot be opened is told on standard error, and the others are still checked. All cores take part.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::json;
use yinuo_app::{OpenError, Suppressed};
use yinuo_compiler::{Options, as_findings};
use yinuo_diag::render::{Source, Tally, compact, github, json as wire, listing, pretty, sarif};
use yinuo_diag::{Diagnostic, Lang, Locator, Severity, Text};
use yinuo_model::names;

use super::deny::{Rule, denies};
use crate::Outcome;
use crate::args::{Check, Format, Order};
use crate::error::CliError;
use crate::lang;
use crate::output::{print, style};
use crate::progress::Progress;

/// What was found in one file.
struct Checked {
    name: String,
    text: String,
    locators: Vec<(u32, Locator)>,
    /// What the commitments are called.
    items: Vec<(u32, Text)>,
    /// The list's year.
    year: Option<i16>,
    findings: Vec<Diagnostic>,
    suppressed: Vec<Suppressed>,
    deny: Vec<Rule>,
}

/// Runs the command.
pub(crate) fn run(args: &Check) -> Result<Outcome, CliError> {
    let mut files = vec![];
    let mut failures = vec![];
    let paths = super::folder::files(&args.files, &mut failures);
    if paths.is_empty() && failures.is_empty() {
        return Err(CliError::NoDocuments);
    }
    for checked in check_all(&paths, args) {
        match checked {
            Ok(file) => files.push(file),
            Err(CliError::Open(errors)) => failures.extend(errors),
            Err(other) => return Err(other),
        }
    }
    for file in &mut files {
        file.findings.retain(|d| args.allow.iter().all(|c| c.id != d.code.id));
    }
    if !files.is_empty() {
        print(&render(&files, args, lang::chosen()))?;
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

/// Checks every file, in the order given. Each core takes the next file that nobody has taken.
fn check_all(paths: &[PathBuf], args: &Check) -> Vec<Result<Checked, CliError>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(paths.len());
    // Where every core has a file of its own, each file is read on one.
    let threads = (cores > 1).then_some(NonZero::<usize>::MIN);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(paths.len()));
    let progress = Progress::new(paths.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((n, path)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|n| Some((n, paths.get(n)?)))
                {
                    let checked = check(path, args, threads);
                    done.lock().unwrap_or_else(|e| e.into_inner()).push((n, checked));
                    progress.step();
                }
            });
        }
    });
    progress.finish();
    let mut done = done.into_inner().unwrap_or_else(|e| e.into_inner());
    done.sort_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, checked)| checked).collect()
}

fn check(path: &Path, args: &Check, threads: Option<NonZero<usize>>) -> Result<Checked, CliError> {
    let name = if path == Path::new("-") { "stdin".to_string() } else { path.display().to_string() };
    match super::open_by(path, &Options { threads, ..args.reading.options() }) {
        Ok(edition) => {
            let doubts = args.doubts.then(|| as_findings(&edition.compiled));
            let findings = doubts.unwrap_or(edition.compiled.findings);
            let deny = edition.settings.deny.iter().filter_map(|rule| rule.parse().ok()).collect();
            let locators = edition.document.locators().collect();
            let items = names::texts(&edition.compiled.plan);
            let year = edition.compiled.plan.year;
            let (text, suppressed) = (edition.document.text.clone(), edition.suppressed);
            Ok(Checked { name, text, locators, items, year, findings, suppressed, deny })
        }
        Err(CliError::Open(errors)) => match <[OpenError; 1]>::try_from(errors) {
            Ok([OpenError::Document { cause, .. }]) => {
                let (text, locators, items) = (String::new(), vec![], vec![]);
                let (findings, suppressed, deny) = (vec![*cause], vec![], vec![]);
                Ok(Checked { name, text, locators, items, year: None, findings, suppressed, deny })
            }
            Ok(errors) => Err(CliError::Open(errors.into())),
            Err(errors) => Err(CliError::Open(errors)),
        },
        Err(other) => Err(other),
    }
}

fn render(files: &[Checked], args: &Check, lang: Lang) -> String {
    let sources: Vec<(Source, &[Diagnostic])> = files
        .iter()
        .map(|f| {
            let source =
                Source::new(&f.name, &f.text).located(f.locators.iter().copied()).named(f.items.iter().cloned());
            (source, f.findings.as_slice())
        })
        .collect();
    let each = |line: &dyn Fn(&Diagnostic, &Source) -> String| -> String {
        sources.iter().flat_map(|(source, all)| all.iter().map(move |d| line(d, source) + "\n")).collect()
    };
    match args.format {
        Format::Pretty => {
            let style = style();
            let list = match args.by {
                Order::Finding => listing::all,
                Order::Item => listing::by_item,
            };
            let lists = sources.iter().map(|(source, all)| list(all, source, &style));
            let read = if args.doubts { String::new() } else { read(files, lang) };
            lists.collect::<String>() + &read + &summary(files, args, lang) + "\n"
        }
        Format::Compact => each(&|d, source| compact::line(d, source, lang)),
        Format::Github => each(&|d, source| github::line(d, source, lang)),
        Format::Sarif => format!("{:#}\n", sarif::log(&sources, env!("CARGO_PKG_VERSION"), lang)),
        Format::Json => format!("{:#}\n", as_json(files, lang)),
    }
}

/// How many commitments were read and of which year, so that silence can be told from a list that was not seen.
fn read(files: &[Checked], lang: Lang) -> String {
    let count: usize = files.iter().map(|f| f.items.len()).sum();
    if count == 0 {
        return String::new();
    }
    let year = match files {
        [one] => one.year.map_or(String::new(), |year| lang.pick(format!("（{year}年）"), format!(" ({year})"))),
        _ => String::new(),
    };
    lang.pick(format!("读到 {count} 项{year}\n"), format!("{} read{year}\n", lang::commitments(count)))
}

/// More findings than are seen at once.
const MANY: usize = 10;

/// The other order, where a commitment has several of many findings.
fn other_order<'a>(findings: impl Iterator<Item = &'a Diagnostic>, lang: Lang) -> &'static str {
    let mut numbers: Vec<u32> = findings.filter_map(|d| d.commitment).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    if all < MANY || numbers.len() == all {
        return "";
    }
    lang.pick("；加 `--by item` 按事项列出", "; `--by item` lists them by commitment")
}

fn summary(files: &[Checked], args: &Check, lang: Lang) -> String {
    let place = match files {
        [one] => one.name.clone(),
        many => lang.pick(format!("{} 个文件", many.len()), format!("{} files", many.len())),
    };
    let findings = files.iter().flat_map(|f| &f.findings);
    // a file that cannot be read has a refusal among its doubts
    let only_doubts = args.doubts && findings.clone().all(|d| d.severity == Severity::Note);
    let mut summary = match only_doubts {
        true => listing::doubts(findings.clone(), &place, lang),
        false => pretty::summary(findings.clone(), &place, lang),
    };
    if args.by == Order::Finding && !only_doubts {
        summary.push_str(other_order(findings, lang));
    }
    summary.push_str(&unusable(files, lang));
    for (file, s) in files.iter().flat_map(|f| f.suppressed.iter().map(move |s| (f, s))) {
        let named = |n: u32| file.items.iter().find(|(number, _)| *number == n).map(|(_, name)| name.get(lang));
        let about = s.finding.commitment.and_then(named).map_or(String::new(), |name| format!("{name} "));
        let line = lang.pick("按 yinuo.toml 不再提示", "set aside by yinuo.toml");
        summary.push_str(&format!("\n{line}: {about}{} ({})", s.finding.code.id, s.reason));
    }
    summary
}

/// Which of many files held no list or could not be read, in one line.
fn unusable(files: &[Checked], lang: Lang) -> String {
    const NAMED: usize = 5;
    let no_list = |f: &&Checked| {
        f.findings.iter().any(|d| d.code.id == "L001" || d.code.id.starts_with('S') && d.severity == Severity::Error)
    };
    let names: Vec<&str> = files.iter().filter(no_list).map(|f| f.name.as_str()).collect();
    if files.len() < 2 || names.is_empty() {
        return String::new();
    }
    let more = if names.len() > NAMED { lang.pick("等", ", ...") } else { "" };
    let shown = names[..names.len().min(NAMED)].join(lang.pick("、", ", "));
    lang.pick(
        format!("\n其中 {} 个文件没有清单或不能读取：{shown}{more}", names.len()),
        format!("\nfiles without a list, or that are not read: {} ({shown}{more})", names.len()),
    )
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
