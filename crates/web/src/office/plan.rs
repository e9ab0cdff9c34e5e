//! A year's plan as the office sees it: each commitment with what is unsound, who answers, and whether it was corrected.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use yinuo_diag::Severity;
use yinuo_ledger::EntryId;
use yinuo_model::Plan;

use super::handed::Known;
use super::respond::{self, Done, Room};
use crate::address;
use crate::failure::Failure;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "office/plan.html")]
struct Page {
    frame: Frame,
    done: Option<EntryId>,
    year: i16,
    place: String,
    edition: EntryId,
    /// Where columns are named: the preview of the same document.
    columns: String,
    rows: Vec<Row>,
}

struct Row {
    number: u32,
    label: String,
    title: String,
    findings: usize,
    doubts: usize,
    owners: String,
    corrections: usize,
}

pub(super) async fn page(room: Room, Path(year): Path<String>, Query(done): Query<Done>) -> Result<Response, Failure> {
    let state = room.look.view.state();
    let year: i16 = year.parse().map_err(|_| room.site.missing(&room.ask))?;
    let reading = state.current(year).ok_or_else(|| room.site.missing(&room.ask))?;
    let open = |number: u32| {
        let about = reading.findings.iter().filter(|f| f.said.commitment == Some(number));
        let grave = about.filter(|f| f.said.severity >= Severity::Warning);
        grave.filter(|f| !reading.dismissed.contains_key(&f.id)).count()
    };
    let owners = |id| {
        let all = state.holders(id, room.look.day).into_iter().flat_map(|(_, fact)| fact.said.holders.clone());
        all.filter_map(|h| Some(state.holder(h)?.name.clone())).collect::<Vec<_>>().join("、")
    };
    let rows = reading.commitments().map(|(c, ids)| Row {
        number: c.number,
        label: c.label.clone(),
        title: c.short_title.clone(),
        findings: open(c.number),
        doubts: reading.doubts.iter().filter(|d| d.commitment == c.number).count(),
        owners: owners(ids.id),
        corrections: state.corrections(ids.id).len(),
    });
    let title = |plan: &Plan| plan.title.clone().unwrap_or_else(|| year.to_string());
    let mut frame = room.frame("清单", "Plan");
    frame.title = title(&reading.plan);
    let known = Known {
        year: Some(year),
        columns: Some(state.columns(reading.edition).map(|(n, _)| n).collect()),
        as_list: true,
    };
    let document = format!("/office/documents/{}{}", reading.plan.source.sha256, known.query());
    let columns = format!("{}#columns", address::to(&document, room.ask.lang, None));
    let page = Page {
        columns,
        rows: rows.collect(),
        frame,
        done: done.done,
        year,
        place: room.place(),
        edition: reading.edition,
    };
    respond::page(&page, &room.ask, false)
}
