//! All findings of a document, by code: contradictions first, how the document was read last.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use yinuo_app::{Reading, Suppressed};
use yinuo_diag::{Concern, Diagnostic, Lang, Severity};
use yinuo_model::names::Names;

use crate::address::Links;
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::locate::Places;
use crate::view::totals::{self, ByCode, Totals};
use crate::view::{period, words};

/// Words of the document longer than this are shortened where they are quoted.
const MAX_QUOTE: usize = 60;

#[derive(Template)]
#[template(path = "findings.html")]
struct Page {
    frame: Frame,
    links: Links,
    totals: Totals,
    groups: Vec<Group>,
    aside: Vec<Aside>,
}

/// A finding that the jurisdiction's settings set aside.
struct Aside {
    code: &'static str,
    code_href: String,
    message: String,
    reason: String,
    /// Who set it aside, when, and the entry that tells of it.
    by: Option<(String, String, String)>,
}

/// What is looked up for every finding.
struct Known<'a> {
    places: Places,
    names: Names<'a>,
}

struct Group {
    /// What this group and those after it are about, where that begins here.
    part: Option<&'static str>,
    id: &'static str,
    title: String,
    grave: bool,
    word: &'static str,
    href: String,
    /// How to repair, where that is the same for all.
    help: Option<String>,
    /// What is to be known besides, where that is the same for all.
    notes: Vec<String>,
    findings: Vec<Finding>,
}

struct Finding {
    number: usize,
    place: Option<(String, String)>,
    message: String,
    quote: Option<(String, String)>,
    /// Where the words stand in a document that is not plain text.
    locator: Option<String>,
    notes: Vec<String>,
    help: Option<String>,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    site.cached(&ask, &reading, "findings", 0, || {
        let links = Links::new(&reading.place, &reading.year, &ask);
        let compiled = &reading.edition.compiled;
        let frame = Frame::document(&site, &ask, &reading, "findings", "");
        let title = format!("{} · {}", frame.t("问题提示", "Findings"), frame.title);
        let known = Known { places: Places::of(&reading.edition), names: Names::of(&compiled.plan, ask.lang) };
        let groups = totals::by_code(&compiled.findings);
        let concerns: Vec<Concern> = groups.iter().map(ByCode::concern).collect();
        let begins = |n: usize| n == 0 || concerns[n] != concerns[n - 1];
        let part = |n: usize| begins(n).then(|| concerns[n].heading(ask.lang));
        let page = Page {
            frame: Frame { title, ..frame },
            totals: totals::of_plan(&compiled.plan, &compiled.findings, ask.lang),
            groups: (0..)
                .zip(groups)
                .map(|(n, g)| Group { part: part(n), ..group(g, &reading, &known, &links, ask.lang) })
                .collect(),
            aside: asides(&reading, &links, ask.lang),
            links,
        };
        Rendered::html(&page, &ask)
    })
}

/// Findings that were set aside: by settings, or by people whom the ledger names.
fn asides(reading: &Reading, links: &Links, lang: Lang) -> Vec<Aside> {
    let by = |n: usize| {
        let record = reading.record.as_ref()?;
        let mut dismissals = record.reading.findings.iter().filter_map(|f| record.reading.dismissed.get(&f.id));
        let state = record.look.view.state();
        let fact = state.correction(*dismissals.nth(n)?)?;
        let who = state.post(fact.actor_post).map_or_else(|| fact.actor_post.to_string(), |post| post.name.clone());
        Some((who, period::moment(fact.recorded_at, lang), fact.entry.to_string()))
    };
    let all = reading.edition.suppressed.iter().enumerate();
    all.map(|(n, s)| Aside { by: by(n), ..aside(s, links, lang) }).collect()
}

fn aside(s: &Suppressed, links: &Links, lang: Lang) -> Aside {
    let code = s.finding.code.id;
    let message = words::sentence(&s.finding.message, lang);
    Aside { code, code_href: links.code(code), message, reason: s.reason.clone(), by: None }
}

fn group(g: ByCode, reading: &Reading, known: &Known, links: &Links, lang: Lang) -> Group {
    let mut findings: Vec<_> =
        g.findings.into_iter().map(|(n, d)| finding(n, d, reading, known, links, lang)).collect();
    let first = findings.first().and_then(|f| f.help.clone());
    let help = first.filter(|_| findings.len() > 1 && findings.windows(2).all(|two| two[0].help == two[1].help));
    if help.is_some() {
        findings.iter_mut().for_each(|f| f.help = None);
    }
    let notes = match findings.first() {
        Some(first) if findings.len() > 1 && findings.iter().all(|f| f.notes == first.notes) => first.notes.clone(),
        _ => vec![],
    };
    if !notes.is_empty() {
        findings.iter_mut().for_each(|f| f.notes.clear());
    }
    Group {
        part: None,
        id: g.code.id,
        title: words::title(g.code, lang),
        grave: g.severity >= Severity::Warning,
        word: words::severity(g.severity, lang),
        href: links.code(g.code.id),
        help,
        notes,
        findings,
    }
}

fn finding(number: usize, d: &Diagnostic, reading: &Reading, known: &Known, links: &Links, lang: Lang) -> Finding {
    let edition = &reading.edition;
    let commitment = d.commitment.and_then(|n| edition.compiled.plan.commitment(n));
    let place = commitment.map(|(category, c)| {
        let cell = d.at.as_deref().filter(|at| *at != "title" && !d.names_periods());
        let cell = cell.and_then(|at| period::cell_of(c, at, lang));
        let name = known.names.name(category, c);
        let name = cell.map_or(name.clone(), |cell| format!("{name} · {cell}"));
        (name, links.commitment(c.number, d.at.as_deref().unwrap_or("")))
    });
    let quote = d.labels.first().map(|l| shortened(l.span.of(&edition.document.text))).filter(|q| !q.is_empty());
    Finding {
        number,
        place,
        message: words::sentence(&d.message, lang),
        quote: quote.map(|q| (q, links.source(&format!("n{number}")))),
        locator: known.places.of_finding(d, lang),
        notes: d.notes.iter().map(|n| words::sentence(n, lang)).collect(),
        help: d.help.as_ref().map(|h| words::sentence(h, lang)),
    }
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX_QUOTE {
        return line;
    }
    line.chars().take(MAX_QUOTE).chain(['…']).collect()
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    site.cached(&ask, &reading, "findings.json", 0, || {
        Rendered::json(&yinuo_compiler::findings_to_json(&reading.edition.compiled, ask.lang), &ask)
    })
}
