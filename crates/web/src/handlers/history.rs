//! What was recorded about a plan or one of its commitments, newest first, as far as it is public; both times of each
//! entry. A long history comes in parts.

use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use yinuo_app::{Books, LedgerError, OnRecord, Reading};
use yinuo_diag::Lang;
use yinuo_ledger::{Entries, EntryId, View};
use yinuo_model::names;

use crate::address::Links;
use crate::ask::Ask;
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::record::{Event, Teller};

/// Entries on one page, and in one answer of data.
const PAGE: usize = 100;
const DATA: usize = 1000;
/// Entries on the page of the commitment they are about.
pub(crate) const BRIEF: usize = 20;

/// Which part: only what is about a commitment, only what came before an entry, the part with an entry in it.
#[derive(Deserialize, Default)]
pub(crate) struct Part {
    item: Option<u32>,
    before: Option<EntryId>,
    at: Option<EntryId>,
}

#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    frame: Frame,
    links: Links,
    events: Vec<Event>,
    /// The commitment that all of it is about: its name and page.
    item: Option<(String, String)>,
    /// How many entries there are.
    count: usize,
    /// The page of the entries before these.
    earlier: Option<String>,
    /// The page of the latest entries, when this is another.
    latest: Option<String>,
    /// The comparison of the last two editions.
    compare: Option<String>,
    first_day: String,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
    part: Result<Query<Part>, QueryRejection>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let part = part.map_err(|_| site.missing(&ask))?.0;
    let Some(record) = &reading.record else { return Err(site.missing(&ask)) };
    if part.before.is_some() || part.at.is_some() {
        return Ok(build(&site, &ask, &reading, record, &part)?.answer(&ask));
    }
    site.cached(&ask, &reading, "history", part.item.unwrap_or(0), || build(&site, &ask, &reading, record, &part))
}

fn build(site: &Site, ask: &Ask, reading: &Reading, record: &OnRecord, part: &Part) -> Result<Rendered, Failure> {
    let books = site.books().ok_or_else(|| site.missing(ask))?;
    let links = Links::new(&reading.place, &reading.year, ask);
    let all = of_part(site, ask, record, part)?;
    let run = run(&all, part, PAGE);
    let told = |ids: &[EntryId]| lines(books, record, ids, &links, ask.lang).map_err(|_| Failure::broken(ask));
    let mut events = told(run)?;
    let first_day = told(&all[..all.len().min(1)])?.pop().map(|e| e.recorded).unwrap_or_default();
    events.reverse();
    let earlier = run.first().filter(|first| all.first() != Some(first));
    let editions = record.look.view.state().editions(record.reading.plan.year.unwrap_or_default());
    let editions: Vec<EntryId> = editions.map(|e| e.entry).collect();
    let compare = editions.last_chunk().filter(|_| part.item.is_none());
    let plan = &reading.edition.compiled.plan;
    let item = part.item.and_then(|n| plan.commitment(n));
    let item = item.map(|(of, c)| (names::name(plan, of, c, ask.lang), links.commitment(c.number, "")));
    let kept = [part.item.map(|_| "item"), part.before.map(|_| "before"), part.at.map(|_| "at")];
    let kept: Vec<&str> = kept.into_iter().flatten().collect();
    let frame = Frame::document(site, ask, reading, "history", "").keeping(ask, &kept);
    let title = format!("{} · {}", frame.t("历史", "History"), frame.title);
    let page = Page {
        earlier: earlier.map(|first| links.history_part(part.item, Some(*first))),
        latest: (run.last() != all.last()).then(|| links.history_part(part.item, None)),
        compare: compare.map(|[from, to]| links.compare(*from, *to)),
        count: all.len(),
        frame: Frame { title, ..frame },
        item,
        links,
        events,
        first_day,
    };
    Rendered::html(&page, ask)
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path((place, year)): Path<(String, String)>,
    part: Result<Query<Part>, QueryRejection>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let part = part.map_err(|_| site.missing(&ask))?.0;
    let Some(record) = &reading.record else { return Err(site.missing(&ask)) };
    let books = site.books().ok_or_else(|| site.missing(&ask))?;
    let links = Links::new(&reading.place, &reading.year, &ask);
    let all = of_part(&site, &ask, record, &part)?;
    let run = run(&all, &part, DATA);
    let events = lines(books, record, run, &links, ask.lang).map_err(|_| Failure::broken(&ask))?;
    let earlier = run.first().filter(|first| all.first() != Some(first));
    let data = json!({
        "jurisdiction": reading.place, "year": reading.year, "count": all.len(), "entries": events, "before": earlier,
    });
    Ok(Rendered::json(&data, &ask)?.answer(&ask))
}

/// The entries of a plan, or those about one of its commitments, in order, with the releases that made them public.
fn of_part(site: &Site, ask: &Ask, record: &OnRecord, part: &Part) -> Result<Vec<EntryId>, Failure> {
    let ids = match part.item {
        None => record.look.view.state().history_of_year(record.reading.plan.year.unwrap_or_default()),
        Some(number) => {
            let mut all = record.reading.commitments();
            let (_, ids) = all.find(|(c, _)| c.number == number).ok_or_else(|| site.missing(ask))?;
            set(record.history_of(number, ids.id))
        }
    };
    Ok(with_releases(&record.look.view, ids))
}

fn set(ids: Vec<EntryId>) -> Entries {
    let mut all = Entries::default();
    all.extend(ids);
    all
}

/// The last so many of the entries of a part.
fn run<'a>(all: &'a [EntryId], part: &Part, most: usize) -> &'a [EntryId] {
    let up_to = |id: EntryId| all.partition_point(|one| *one < id);
    let end = match (part.before, part.at.map(up_to)) {
        (Some(before), _) => up_to(before),
        (None, Some(at)) if at + most < all.len() => at + 1,
        (None, _) => all.len(),
    };
    &all[end.saturating_sub(most)..end]
}

/// These entries and the releases that made them public, in order.
fn with_releases(view: &View, mut all: Entries) -> Vec<EntryId> {
    let mut last = None;
    for by in all.in_order().into_iter().filter_map(|id| view.released_by(id)) {
        if last.replace(by) != Some(by) {
            all.insert(by);
        }
    }
    all.in_order()
}

/// The last `most` of these entries and the releases that made them public, in order, and how many there are.
pub(crate) fn events(
    books: &Books,
    record: &OnRecord,
    ids: Vec<EntryId>,
    most: usize,
    links: &Links,
    lang: Lang,
) -> Result<(Vec<Event>, usize), LedgerError> {
    let all = with_releases(&record.look.view, set(ids));
    Ok((lines(books, record, run(&all, &Part::default(), most), links, lang)?, all.len()))
}

/// These entries in words.
pub(crate) fn lines(
    books: &Books,
    record: &OnRecord,
    ids: &[EntryId],
    links: &Links,
    lang: Lang,
) -> Result<Vec<Event>, LedgerError> {
    let view = &record.look.view;
    let teller = Teller::new(view, links, lang);
    Ok(books.ledger().lines_of(view, ids)?.iter().map(|line| teller.tell(line)).collect())
}
