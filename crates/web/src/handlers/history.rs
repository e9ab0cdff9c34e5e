//! What was recorded about a plan, newest first, as far as it is public; both times of each entry.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::json;
use yinuo_app::{Books, LedgerError, OnRecord};
use yinuo_diag::Lang;
use yinuo_ledger::EntryId;

use crate::address::Links;
use crate::ask::Ask;
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::record::{Event, Teller};

#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    frame: Frame,
    links: Links,
    events: Vec<Event>,
    /// The comparison of the last two editions.
    compare: Option<String>,
    first_day: String,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let Some(record) = &reading.record else { return Err(site.missing(&ask)) };
    site.cached(&ask, &reading, "history", 0, || {
        let links = Links::new(&reading.place, &reading.year, &ask);
        let mut events = of_plan(&site, &ask, record, &links)?;
        let first_day = events.first().map(|e| e.recorded.clone()).unwrap_or_default();
        events.reverse();
        let year = record.reading.plan.year.unwrap_or_default();
        let editions: Vec<EntryId> = record.look.view.state().editions(year).map(|e| e.entry).collect();
        let compare = editions.last_chunk().map(|[from, to]| links.compare(*from, *to));
        let frame = Frame::document(&site, &ask, &reading, "history", "");
        let title = format!("{} · {}", frame.t("历史", "History"), frame.title);
        let page = Page { frame: Frame { title, ..frame }, links, events, compare, first_day };
        Rendered::html(&page, &ask)
    })
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let Some(record) = &reading.record else { return Err(site.missing(&ask)) };
    site.cached(&ask, &reading, "history.json", 0, || {
        let links = Links::new(&reading.place, &reading.year, &ask);
        let events = of_plan(&site, &ask, record, &links)?;
        Ok(Rendered::json(&json!({ "jurisdiction": reading.place, "year": reading.year, "entries": events })))
    })
}

/// The entries of a plan, in order.
fn of_plan(site: &Site, ask: &Ask, record: &OnRecord, links: &Links) -> Result<Vec<Event>, Failure> {
    let books = site.books().ok_or_else(|| site.missing(ask))?;
    let ids = record.look.view.state().history_of_year(record.reading.plan.year.unwrap_or_default());
    events(books, record, ids, links, ask.lang).map_err(|_| Failure::broken(ask))
}

/// These entries with the releases that made them public, in order.
pub(crate) fn events(
    books: &Books,
    record: &OnRecord,
    ids: Vec<EntryId>,
    links: &Links,
    lang: Lang,
) -> Result<Vec<Event>, LedgerError> {
    let view = &record.look.view;
    let releases = ids.iter().filter_map(|id| view.released_by(*id));
    let all: BTreeSet<EntryId> = releases.chain(ids.iter().copied()).collect();
    let lines = books.ledger().lines_of(view, &all.into_iter().collect::<Vec<_>>())?;
    let teller = Teller::new(view, links, lang);
    Ok(lines.iter().map(|line| teller.tell(line)).collect())
}
