//! What a document that was handed in would be recorded as, and recording it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use yinuo_app::store::{Effect, Upload};
use yinuo_app::usecases::{self, By, First, Preview};
use yinuo_app::{Edition, LedgerError};
use yinuo_compiler::Options;
use yinuo_diag::{Diagnostic, Lang, Severity};
use yinuo_model::Plan;

use super::fields::Fields;
use super::guard::Visitor;
use super::problem::{self, Problem};
use super::respond::{self, Room};
use crate::address;
use crate::ask::Ask;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::edition::{self, Comparison};
use crate::view::totals::{self, Totals};
use crate::view::{number, period, words};

/// The year, where the document does not say it.
#[derive(Deserialize, Default)]
pub(super) struct Year {
    year: Option<i16>,
}

#[derive(Template)]
#[template(path = "office/adopt.html")]
struct Page {
    frame: Frame,
    token: String,
    problems: Vec<Problem>,
    here: String,
    discard: String,
    name: String,
    title: String,
    year: Option<i16>,
    totals: Totals,
    /// Nothing would be recorded.
    nothing: bool,
    /// The ledger is empty: with this document it begins.
    opens: bool,
    jurisdiction: String,
    office: String,
    /// The ledger's jurisdiction, where the document names another.
    foreign: Option<String>,
    comparison: Option<Comparison>,
    /// Corrections and dismissals of the present edition; a new one is read afresh.
    left_behind: usize,
    items: Vec<(String, String, String)>,
    /// Word, place and message.
    findings: Vec<(&'static str, String, String)>,
}

/// A document that was handed in, read.
struct Handed {
    upload: Upload,
    edition: Edition,
    here: String,
}

pub(super) async fn preview(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path(sha256): Path<String>,
    Query(year): Query<Year>,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let handed = handed(&room, &sha256, year.year)?;
    show(&room, &handed, vec![], &Fields::default())
}

pub(super) async fn adopt(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path(sha256): Path<String>,
    Query(year): Query<Year>,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let handed = handed(&room, &sha256, year.year)?;
    let typed = |name: &str| Some(fields.get(name).to_string()).filter(|text| !text.is_empty());
    let first = First {
        jurisdiction: typed("jurisdiction"),
        office: typed("office").unwrap_or_else(|| First::default().office),
        demonstration: false,
    };
    let ledger = room.books.ledger();
    match usecases::adopt(ledger, &By::post(visitor.post), &handed.edition, &handed.upload.bytes, &first) {
        Ok(recorded) => Ok(respond::back("/office", &ask, &recorded)),
        Err(error) => show(&room, &handed, problem::of(&error, ask.lang), &fields),
    }
}

/// Forgets a document that was handed in and not adopted.
pub(super) async fn discard(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path(sha256): Path<String>,
    _: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let state = room.look.view.state();
    let all = state.years().into_iter().flat_map(|year| state.editions(year));
    let adopted = all.filter(|e| e.said.plan.source.sha256 == sha256).count() > 0;
    if !adopted {
        let dropped = room.books.ledger().store().effects(&[Effect::DropUpload(sha256)]);
        dropped.map_err(|e| respond::failed(&ask, &e.into()))?;
    }
    Ok(Redirect::to(&address::to("/office", ask.lang, None)).into_response())
}

fn handed(room: &Room, sha256: &str, year: Option<i16>) -> Result<Handed, Failure> {
    let failed = |e: LedgerError| respond::failed(room.ask, &e);
    let upload = room.books.ledger().store().upload(sha256).map_err(|e| failed(e.into()))?;
    let upload = upload.ok_or_else(|| room.site.missing(room.ask))?;
    let edition = Edition::compile(&upload.name, &upload.bytes, &Options { year }).map_err(|e| failed(e.into()))?;
    let year = year.map_or(String::new(), |year| format!("?year={year}"));
    Ok(Handed { here: format!("/office/documents/{sha256}{year}"), upload, edition })
}

fn show(room: &Room, handed: &Handed, problems: Vec<Problem>, typed: &Fields) -> Result<Response, Failure> {
    let lang = room.ask.lang;
    let compiled = &handed.edition.compiled;
    let plan = &compiled.plan;
    let preview = usecases::preview(room.books.ledger(), &handed.edition);
    let preview = preview.map_err(|e| respond::failed(room.ask, &e))?;
    let opens = room.look.view.head().is_none();
    let foreign = plan.jurisdiction.as_deref().filter(|j| !opens && *j != room.place());
    let named = |name: &str, else_: String| if typed.has(name) { typed.get(name).to_string() } else { else_ };
    let page = Page {
        frame: room.frame("将要记录的内容", "What would be recorded"),
        token: room.visitor.token.clone(),
        here: handed.here.clone(),
        discard: format!("/office/documents/{}/discard", handed.upload.sha256),
        name: handed.upload.name.clone(),
        title: plan.title.clone().unwrap_or_else(|| handed.upload.name.clone()),
        year: plan.year,
        totals: totals::of_plan(plan, &compiled.findings, lang),
        nothing: preview == Preview::Nothing,
        opens,
        jurisdiction: named("jurisdiction", plan.jurisdiction.clone().unwrap_or_default()),
        office: named("office", First::default().office),
        foreign: foreign.map(|_| room.place()),
        left_behind: plan
            .year
            .and_then(|y| room.look.view.state().current(y))
            .map_or(0, |r| r.corrected.values().map(Vec::len).sum::<usize>() + r.dismissed.len()),
        comparison: match &preview {
            Preview::Edition(old) => Some(edition::compare(old, plan, lang)),
            Preview::First | Preview::Nothing => None,
        },
        items: plan.commitments().map(|(_, c)| item(c, lang)).collect(),
        findings: compiled
            .findings
            .iter()
            .filter(|d| d.severity >= Severity::Warning)
            .map(|d| (words::severity(d.severity, lang), place(plan, d, lang), d.message.get(lang).to_string()))
            .collect(),
        problems,
    };
    respond::page(&page, room.ask, !page.problems.is_empty())
}

/// Where a finding stands: `第 3 项 · 第二季度`.
fn place(plan: &Plan, d: &Diagnostic, lang: Lang) -> String {
    let Some((_, c)) = d.commitment.and_then(|n| plan.commitment(n)) else { return String::new() };
    let number = if lang == Lang::Zh { format!("第 {} 项", c.label) } else { format!("No. {}", c.label) };
    let cell = d.at.as_deref().filter(|at| *at != "title").and_then(|at| period::cell_of(c, at, lang));
    cell.map_or(number.clone(), |cell| format!("{number} · {cell}"))
}

fn item(c: &yinuo_model::Commitment, lang: Lang) -> (String, String, String) {
    let targets = c.targets.iter().filter_map(|t| c.measures.get(t.measure)).map(|m| number::quantity(m, lang));
    (c.label.clone(), c.title.text.clone(), targets.collect::<Vec<_>>().join("、"))
}
