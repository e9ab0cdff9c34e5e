//! What a document that was handed in would be recorded as, and recording it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use yinuo_app::usecases::{self, First, Preview};
use yinuo_compiler::other_kind;
use yinuo_diag::{Diagnostic, Lang};
use yinuo_ledger::EntryId;

use super::columns::{self, TableView};
use super::fields::Fields;
use super::handed::Handed;
use super::planned::{self, Planned};
use super::problem::{self, Problem};
use super::respond::{self, Room, Seal};
use super::taken::{self, Taken};
use crate::address;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::view::edition::{self, Comparison};
use crate::view::left_out::{self, LeftOut};
use crate::view::totals::{self, Totals};
use crate::view::words;

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
    /// The year as it was typed, where it is none.
    typed_year: String,
    step: Step,
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
    /// Something of the columns asks to be looked at.
    columns_open: bool,
    sha256: String,
    /// What the address says of how the document is read, for forms that ask for the page again.
    asked: Vec<(&'static str, String)>,
    /// Somebody named columns: what that changes.
    renamed: Option<Comparison>,
    /// Headings taken over from earlier documents: heading, meaning, the entry that said so.
    proposed: Vec<(String, String, EntryId)>,
    /// Why the columns are named so; none when nobody has to say.
    reason: Option<String>,
    /// The document with its marks.
    source: String,
    planned: Planned,
    /// What did not become part of the plan, with its place in the source.
    left_out: Vec<(LeftOut, Option<String>)>,
}

/// What can be done with the document.
enum Step {
    /// It is another kind of document: what is said of it, line by line, and the page that reads it as a list.
    OtherKind(Vec<String>, String),
    /// No commitment was read.
    NoPromise,
    /// It is what the ledger holds.
    Nothing,
    /// It can be recorded.
    Record,
}

pub(super) async fn preview(room: Room, Path(sha256): Path<String>, Query(how): How) -> Result<Response, Failure> {
    let handed = Handed::open(&room, &sha256, &how)?;
    // The field is filled from the address, like the rest of what is known better.
    let year = how.iter().find(|(name, _)| name == "year").map_or("", |(_, value)| value.trim());
    let wrong = !year.is_empty() && handed.known.year.is_none();
    let problems = if wrong { problem::no_year(room.ask.lang) } else { vec![] };
    show(&room, &handed, problems, &Fields::of(&[("year", year)]))
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
    let tables = columns::of(&handed.edition, lang);
    let page = Page {
        frame: room.frame("将要记录的内容", "What would be recorded"),
        seal: room.seal()?,
        here: handed.here.clone(),
        discard: format!("/office/documents/{}/discard", handed.upload.sha256),
        name: handed.upload.name.clone(),
        title: plan.title.clone().unwrap_or_else(|| handed.upload.name.clone()),
        year: plan.year,
        totals: totals::of_plan(plan, &compiled.findings, lang),
        typed_year: typed.get("year").chars().take(8).collect(),
        step: step(handed, &preview, lang),
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
        columns_open: handed.known.columns.is_some() || tables.iter().any(TableView::asks),
        tables,
        sha256: handed.upload.sha256.clone(),
        asked: handed.known.pairs().into_iter().chain((lang == Lang::En).then(|| ("lang", "en".into()))).collect(),
        renamed: handed.plain.as_ref().map(|plain| edition::compare(&plain.compiled.plan, plan, lang)),
        proposed: handed
            .proposed
            .iter()
            .map(|r| (r.naming.heading().to_string(), words::column(r.naming.holds, lang), r.entry))
            .collect(),
        reason: handed.plain.as_ref().map(|_| named("reason", handed.remembered_reason())),
        source: handed.links.source(""),
        planned: planned::view(&handed.edition, &handed.links, lang),
        left_out: left_out::of(&handed.edition, lang)
            .into_iter()
            .map(|words| (words.anchor.as_deref().map(|anchor| handed.links.source(anchor)), words))
            .map(|(href, words)| (words, href))
            .collect(),
        problems,
    };
    respond::page(&page, &room.ask, !page.problems.is_empty())
}

fn step(handed: &Handed, preview: &Preview, lang: Lang) -> Step {
    let compiled = &handed.edition.compiled;
    match other_kind(&compiled.findings) {
        Some(d) => Step::OtherKind(told(d, lang), handed.as_list(lang)),
        None if compiled.plan.commitments().next().is_none() => Step::NoPromise,
        None if *preview == Preview::Nothing => Step::Nothing,
        None => Step::Record,
    }
}

/// What is said of a document of another kind, line by line.
fn told(d: &Diagnostic, lang: Lang) -> Vec<String> {
    std::iter::once(&d.message).chain(&d.notes).chain(&d.help).map(|t| t.get(lang).to_string()).collect()
}
