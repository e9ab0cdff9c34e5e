//! What a document that was handed in would be recorded as, and recording it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use yinuo_app::usecases::{self, First, Preview};
use yinuo_compiler::other_kind;
use yinuo_diag::{Diagnostic, Lang, Severity};
use yinuo_ledger::EntryId;
use yinuo_model::{At, Plan};

use super::columns::{self, TableView};
use super::fields::Fields;
use super::handed::Handed;
use super::problem::{self, Problem};
use super::respond::{self, Room, Seal};
use super::taken::{self, Taken};
use crate::address::{self, Links};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::view::edition::{self, Comparison};
use crate::view::totals::{self, Totals};
use crate::view::{document, number, period, words};

/// What an address says about how a document is read.
type How = Query<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "office/adopt.html")]
struct Page {
    frame: Frame,
    seal: Seal,
    problems: Vec<Problem>,
    here: String,
    discard: String,
    name: String,
    title: String,
    year: Option<i16>,
    totals: Totals,
    /// It is another kind of document: what is said of it, line by line, and the page that reads it as a list.
    other_kind: Option<(Vec<String>, String)>,
    /// Nothing would be recorded.
    nothing: bool,
    /// The ledger is empty: with this document it begins.
    opens: bool,
    jurisdiction: String,
    office: String,
    zone: String,
    /// The ledger's jurisdiction, where the document names another.
    foreign: Option<String>,
    comparison: Option<Comparison>,
    seen: EntryId,
    /// What was corrected in the present edition, and what becomes of it.
    taken: Taken,
    /// What its columns are read as, and what each may be said to be.
    tables: Vec<TableView>,
    sha256: String,
    /// The year as it was given.
    given_year: Option<i16>,
    /// Somebody named columns: what that changes.
    renamed: Option<Comparison>,
    /// Headings taken over from earlier documents: heading, meaning, the entry that said so.
    proposed: Vec<(String, String, EntryId)>,
    /// Why the columns are named so; none when nobody has to say.
    reason: Option<String>,
    /// The document with its marks.
    source: String,
    items: Vec<ItemLine>,
    /// Word, place and message.
    findings: Vec<(&'static str, String, String)>,
}

/// A commitment as it was read, and where it stands in the source.
struct ItemLine {
    number: u32,
    label: String,
    title: String,
    source: String,
    targets: String,
}

pub(super) async fn preview(room: Room, Path(sha256): Path<String>, Query(how): How) -> Result<Response, Failure> {
    let handed = Handed::open(&room, &sha256, &how)?;
    show(&room, &handed, vec![], &Fields::default())
}

/// The document with its marks, before anything is recorded.
pub(super) async fn source(room: Room, Path(sha256): Path<String>, Query(how): How) -> Result<Response, Failure> {
    let handed = Handed::open(&room, &sha256, &how)?;
    super::source::show(&room, &handed.edition, handed.upload.name.clone(), &handed.links)
}

pub(super) async fn adopt(
    room: Room,
    Path(sha256): Path<String>,
    Query(how): How,
    fields: Fields,
) -> Result<Response, Failure> {
    let handed = Handed::open(&room, &sha256, &how)?;
    let typed = |name: &str| Some(fields.get(name).to_string()).filter(|text| !text.is_empty());
    if handed.asks_why() && fields.get("reason").is_empty() {
        let none = ("请写明为什么这样指定各列", "say why the columns are named so");
        return show(&room, &handed, problem::said(none.0, none.1, room.ask.lang), &fields);
    }
    let Some(offset_minutes) = typed("zone").map_or(Some(First::default().offset_minutes), |z| usecases::offset(&z))
    else {
        let wrong = ("时区应写成 +08:00 这样", "the zone is written as in +08:00");
        return show(&room, &handed, problem::said(wrong.0, wrong.1, room.ask.lang), &fields);
    };
    let first = First {
        jurisdiction: typed("jurisdiction"),
        office: typed("office").unwrap_or_else(|| First::default().office),
        offset_minutes,
        demonstration: false,
    };
    let (edition, bytes, seen) = (&handed.edition, &handed.upload.bytes, fields.read("seen"));
    let reason = fields.get("reason");
    let outcome = room.once(&fields, |ledger, by| usecases::adopt(ledger, &by, edition, bytes, reason, &first, seen));
    match outcome {
        Ok(recorded) => Ok(respond::back("/office", &room.ask, &recorded)),
        Err(error) => show(&room.again()?, &handed, problem::of(&error, room.ask.lang), &fields),
    }
}

/// Forgets a document that was handed in and not adopted.
pub(super) async fn discard(room: Room, Path(sha256): Path<String>, _: Fields) -> Result<Response, Failure> {
    usecases::discard(room.books.ledger(), &sha256).map_err(|e| respond::failed(&room.ask, &e))?;
    Ok(Redirect::to(&address::to("/office", room.ask.lang, None)).into_response())
}

fn show(room: &Room, handed: &Handed, problems: Vec<Problem>, typed: &Fields) -> Result<Response, Failure> {
    let lang = room.ask.lang;
    let compiled = &handed.edition.compiled;
    let plan = &compiled.plan;
    let preview = usecases::preview(room.books.ledger(), &handed.edition);
    let preview = preview.map_err(|e| respond::failed(&room.ask, &e))?;
    let opens = room.look.view.head().is_none();
    let foreign = plan.jurisdiction.as_deref().filter(|j| !opens && *j != room.place());
    let named = |name: &str, else_: String| if typed.has(name) { typed.get(name).to_string() } else { else_ };
    let page = Page {
        frame: room.frame("将要记录的内容", "What would be recorded"),
        seal: room.seal()?,
        here: handed.here.clone(),
        discard: format!("/office/documents/{}/discard", handed.upload.sha256),
        name: handed.upload.name.clone(),
        title: plan.title.clone().unwrap_or_else(|| handed.upload.name.clone()),
        year: plan.year,
        totals: totals::of_plan(plan, &compiled.findings, lang),
        other_kind: other_kind(&compiled.findings).map(|d| (told(d, lang), handed.as_list(lang))),
        nothing: preview == Preview::Nothing,
        opens,
        jurisdiction: named("jurisdiction", plan.jurisdiction.clone().unwrap_or_default()),
        office: named("office", First::default().office),
        foreign: foreign.map(|_| room.place()),
        zone: named("zone", "+08:00".into()),
        seen: room.seen(),
        taken: match &preview {
            Preview::Edition(follows) => taken::view(room, &follows.carrying)?,
            Preview::First | Preview::Nothing => Taken::default(),
        },
        comparison: match &preview {
            Preview::Edition(follows) => Some(edition::compare(&follows.old, plan, lang)),
            Preview::First | Preview::Nothing => None,
        },
        tables: columns::of(&handed.edition, lang),
        sha256: handed.upload.sha256.clone(),
        given_year: handed.known.year,
        renamed: handed.plain.as_ref().map(|plain| edition::compare(&plain.compiled.plan, plan, lang)),
        proposed: handed
            .proposed
            .iter()
            .map(|r| (r.naming.heading().to_string(), words::column(r.naming.holds, lang), r.entry))
            .collect(),
        reason: handed.plain.as_ref().map(|_| named("reason", handed.remembered_reason())),
        source: handed.links.source(""),
        items: plan.commitments().map(|(_, c)| item(c, &handed.links, lang)).collect(),
        findings: compiled
            .findings
            .iter()
            .filter(|d| d.severity >= Severity::Warning)
            .map(|d| (words::severity(d.severity, lang), place(plan, d, lang), d.message.get(lang).to_string()))
            .collect(),
        problems,
    };
    respond::page(&page, &room.ask, !page.problems.is_empty())
}

/// What is said of a document of another kind, line by line.
fn told(d: &Diagnostic, lang: Lang) -> Vec<String> {
    std::iter::once(&d.message).chain(&d.notes).chain(&d.help).map(|t| t.get(lang).to_string()).collect()
}

/// Where a finding stands: `第 3 项 · 第二季度`.
fn place(plan: &Plan, d: &Diagnostic, lang: Lang) -> String {
    let Some((_, c)) = d.commitment.and_then(|n| plan.commitment(n)) else { return String::new() };
    let number = if lang == Lang::Zh { format!("第 {} 项", c.label) } else { format!("No. {}", c.label) };
    let cell = d.at.as_deref().filter(|at| *at != "title").and_then(|at| period::cell_of(c, at, lang));
    cell.map_or(number.clone(), |cell| format!("{number} · {cell}"))
}

fn item(c: &yinuo_model::Commitment, links: &Links, lang: Lang) -> ItemLine {
    let targets = c.targets.iter().filter_map(|t| c.measures.get(t.measure)).map(|m| number::quantity(m, lang));
    ItemLine {
        number: c.number,
        label: c.label.clone(),
        title: c.title.text.clone(),
        source: links.source(&document::anchor(c.number, At::Title)),
        targets: targets.collect::<Vec<_>>().join("、"),
    }
}
