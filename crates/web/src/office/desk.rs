//! The office's first page: the years, what waits to be released, and where a document is handed in.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use yinuo_app::{LedgerError, Line};
use yinuo_ledger::{EntryId, Visibility};

use super::fields::Fields;
use super::guard::Visitor;
use super::problem::Problem;
use super::respond::{self, Done, Room};
use crate::address::Links;
use crate::ask::Ask;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::record::{Event, Teller};

#[derive(Template)]
#[template(path = "office/desk.html")]
struct Page {
    frame: Frame,
    token: String,
    problems: Vec<Problem>,
    done: Option<EntryId>,
    place: String,
    who: String,
    years: Vec<Year>,
    waiting: Vec<(Event, bool)>,
    remark: String,
    year: String,
}

/// A year with a plan.
struct Year {
    year: i16,
    title: String,
    commitments: usize,
    editions: usize,
    /// Its page for everybody, where something of it is public.
    public: Option<String>,
    waiting: usize,
}

pub(super) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    show(&room, vec![], done.done, &Fields::default())
}

/// The page, with what was typed and what was wrong with it.
pub(super) fn show(
    room: &Room,
    problems: Vec<Problem>,
    done: Option<EntryId>,
    typed: &Fields,
) -> Result<Response, Failure> {
    let lang = room.ask.lang;
    let lines = waiting(room).map_err(|e| respond::failed(room.ask, &e))?;
    let ids: BTreeSet<EntryId> = lines.iter().map(|l| l.envelope.id).collect();
    let links = Links::new(&room.place(), "", room.ask);
    let teller = Teller::new(&room.look.view, &links, lang);
    let chosen = |line: &Line| typed.all("entry").any(|id| id == line.envelope.id.to_string());
    let events = lines.iter().rev().map(|line| {
        let event = teller.tell(line);
        let about = event.about.as_ref().map(|(name, _)| name.clone());
        // Names lead into the office here; a public page may not exist yet.
        (Event { about: about.map(|name| (name, String::new())), more: None, ..event }, chosen(line))
    });
    let page = Page {
        frame: room.frame("办公区", "Office"),
        token: room.visitor.token.clone(),
        done,
        place: room.place(),
        who: teller.post(room.visitor.post),
        years: room.look.view.state().years().into_iter().rev().map(|year| line(room, year, &ids)).collect(),
        waiting: events.collect(),
        remark: typed.get("remark").to_string(),
        year: typed.get("year").to_string(),
        problems,
    };
    respond::page(&page, room.ask, !page.problems.is_empty())
}

fn line(room: &Room, year: i16, waiting: &BTreeSet<EntryId>) -> Year {
    let state = room.look.view.state();
    let latest = state.editions(year).next_back().map(|e| &e.said.plan);
    let public = state.editions(year).any(|e| room.look.view.is_public(e.entry));
    let links = Links::new(&room.place(), &year.to_string(), room.ask);
    Year {
        year,
        title: latest.and_then(|plan| plan.title.clone()).unwrap_or_default(),
        commitments: latest.map_or(0, |plan| plan.commitments().count()),
        editions: state.editions(year).count(),
        public: public.then(|| links.plan()),
        waiting: state.history_of_year(year).iter().filter(|id| waiting.contains(id)).count(),
    }
}

/// Entries that can be released and were not, in order.
pub(super) fn waiting(room: &Room) -> Result<Vec<Line>, LedgerError> {
    let (view, state) = (&room.look.view, room.look.view.state());
    let mut ids: BTreeSet<EntryId> = state.years().into_iter().flat_map(|y| state.history_of_year(y)).collect();
    let units = state.units().map(|(id, unit)| (id.minted_by(), unit));
    let posts = state.posts().map(|(id, post)| (id.minted_by(), post));
    for (entry, member) in units.chain(posts) {
        ids.insert(entry);
        ids.extend(member.closed.map(|(by, _)| by));
    }
    ids.retain(|id| !view.is_public(*id) && view.erased_by(*id).is_none());
    let lines = room.books.ledger().lines_of(view, &ids.into_iter().collect::<Vec<_>>())?;
    Ok(lines.into_iter().filter(|l| l.envelope.visibility == Visibility::OnRelease && !l.damaged).collect())
}
