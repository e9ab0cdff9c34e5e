//! Two editions of a year's plan compared as they were adopted, without later corrections of how they are read.

use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use yinuo_app::Reading;
use yinuo_ledger::EntryId;

use crate::address::Links;
use crate::ask::Ask;
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::edition::{self, Comparison};
use crate::view::period;

/// Which two; the last two when nothing is said.
#[derive(Deserialize, Default)]
pub(crate) struct Choice {
    from: Option<EntryId>,
    to: Option<EntryId>,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct Page {
    frame: Frame,
    links: Links,
    /// Every edition with its day.
    editions: Vec<(EntryId, String)>,
    from: EntryId,
    to: EntryId,
    comparison: Comparison,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
    choice: Result<Query<Choice>, QueryRejection>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    Ok(Rendered::html(&build(&site, &ask, &reading, choice)?, &ask)?.answer(&ask))
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
    choice: Result<Query<Choice>, QueryRejection>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let page = build(&site, &ask, &reading, choice)?;
    let all = json!({ "from": page.from, "to": page.to, "differs": page.comparison });
    Ok(Rendered::json(&all, &ask)?.answer(&ask))
}

fn build(
    site: &Site,
    ask: &Ask,
    reading: &Reading,
    choice: Result<Query<Choice>, QueryRejection>,
) -> Result<Page, Failure> {
    let Some(record) = &reading.record else { return Err(site.missing(ask)) };
    let choice = choice.map_err(|_| site.missing(ask))?.0;
    let state = record.look.view.state();
    let all: Vec<_> = state.editions(record.reading.plan.year.unwrap_or_default()).collect();
    let known = |id: EntryId| all.iter().find(|e| e.entry == id).copied();
    let last = all.last().copied().ok_or_else(|| site.missing(ask))?;
    let before = all.len().checked_sub(2).and_then(|i| all.get(i)).copied().unwrap_or(last);
    let from = choice.from.map_or(Some(before), known).ok_or_else(|| site.missing(ask))?;
    let to = choice.to.map_or(Some(last), known).ok_or_else(|| site.missing(ask))?;
    let name = |e: &yinuo_ledger::Fact<yinuo_ledger::body::Adopted>| {
        (
            e.entry,
            format!("{} · {}", e.entry, period::moment_in(e.recorded_at, record.look.view.offset_minutes(), ask.lang)),
        )
    };
    let mut frame = Frame::document(site, ask, reading, "history", "").keeping(ask, &["from", "to"]);
    frame.title = format!("{} · {}", frame.t("两版比较", "Two editions compared"), frame.title);
    Ok(Page {
        frame,
        links: Links::new(&reading.place, &reading.year, ask),
        editions: all.iter().map(|e| name(e)).collect(),
        from: from.entry,
        to: to.entry,
        comparison: edition::compare(&from.said.plan, &to.said.plan, ask.lang),
    })
}
