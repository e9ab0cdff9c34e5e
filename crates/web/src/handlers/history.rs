//! What was recorded about a plan, newest first, as far as it is public; both times of each entry.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
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
    let (Some(books), Some(record)) = (site.books(), &reading.record) else { return Err(site.missing(&ask)) };
    site.cached(&ask, &reading, "history", 0, || {
        let links = Links::new(&reading.place, &reading.year, &ask);
        let state = record.look.view.state();
        let year = record.reading.plan.year.unwrap_or_default();
        let editions: Vec<EntryId> = state.editions(year).map(|e| e.entry).collect();
        let mut events =
            events(books, record, state.history_of_year(year), &links, ask.lang).map_err(|_| Failure::broken(&ask))?;
        let first_day = events.first().map(|e| e.recorded.clone()).unwrap_or_default();
        events.reverse();
        let frame = Frame::document(&site, &ask, &reading, "history", "");
        let title = format!("{} · {}", frame.t("历史", "History"), frame.title);
        let compare = editions.last_chunk().map(|[from, to]| links.compare(*from, *to));
        let page = Page { frame: Frame { title, ..frame }, links, events, compare, first_day };
        Rendered::html(&page, &ask)
    })
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
