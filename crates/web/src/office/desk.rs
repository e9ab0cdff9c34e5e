//! The office's first page: the years, what waits to be released, and where a document is handed in.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use yinuo_app::store::UploadLine;
use yinuo_app::{Line, usecases};
use yinuo_diag::Lang;
use yinuo_ledger::EntryId;

use super::fields::Fields;
use super::problem::Problem;
use super::respond::{self, Done, Room, Seal};
use crate::address::Links;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::view::period;
use crate::view::record::{Event, Teller};

#[derive(Template)]
#[template(path = "office/desk.html")]
struct Page {
    frame: Frame,
    seal: Seal,
    problems: Vec<Problem>,
    done: Option<EntryId>,
    place: String,
    who: String,
    years: Vec<Year>,
    waiting: Vec<(Event, bool)>,
    remark: String,
    year: String,
    /// What can be handed in, for people and for the browser, and up to how many bytes.
    formats: String,
    accept: String,
    limit: usize,
    /// Documents that were handed in and neither recorded nor put away.
    handed: Vec<Handed>,
}

/// A document that waits.
struct Handed {
    sha256: String,
    name: String,
    size: String,
    received: String,
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

pub(super) async fn page(room: Room, Query(done): Query<Done>) -> Result<Response, Failure> {
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
    let lines = room.books.ledger().unreleased(&room.look.view).map_err(|e| respond::failed(&room.ask, &e))?;
    let ids: BTreeSet<EntryId> = lines.iter().map(|l| l.envelope.id).collect();
    let links = Links::new(&room.place(), "", &room.ask);
    let teller = Teller::new(&room.look.view, &links, lang);
    let handed = usecases::waiting(room.books.ledger()).map_err(|e| respond::failed(&room.ask, &e))?;
    let chosen = |line: &Line| typed.all("entry").any(|id| id == line.envelope.id.to_string());
    let events = lines.iter().rev().map(|line| {
        let event = teller.tell(line);
        let about = event.about.as_ref().map(|(name, _)| name.clone());
        // Names lead into the office here; a public page may not exist yet.
        (Event { about: about.map(|name| (name, String::new())), more: None, ..event }, chosen(line))
    });
    let page = Page {
        frame: room.frame("办公区", "Office"),
        seal: room.seal()?,
        done,
        place: room.place(),
        who: teller.words().post(room.visitor.post),
        years: room.look.view.state().years().into_iter().rev().map(|year| line(room, year, &ids)).collect(),
        waiting: events.collect(),
        remark: typed.get("remark").to_string(),
        year: typed.get("year").to_string(),
        formats: formats(lang),
        accept: yinuo_extract::ENDINGS.map(|e| format!(".{e}")).join(","),
        limit: yinuo_extract::MAX_BYTES,
        handed: handed.into_iter().map(|upload| document(room, upload)).collect(),
        problems,
    };
    respond::page(&page, &room.ask, !page.problems.is_empty())
}

fn document(room: &Room, upload: UploadLine) -> Handed {
    let received = period::moment_in(upload.received_at, room.look.view.offset_minutes(), room.ask.lang);
    Handed { sha256: upload.sha256, name: upload.name, size: size(upload.size), received }
}

/// A size in the unit that is easiest to read.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KiB", bytes.div_ceil(1024)),
        _ => format!("{:.1} MiB", bytes as f64 / 1_048_576.0),
    }
}

/// What can be handed in, in words.
fn formats(lang: Lang) -> String {
    let limit = yinuo_extract::MAX_BYTES / 1024 / 1024;
    let endings = yinuo_extract::ENDINGS;
    match lang {
        Lang::Zh => format!("{}，不超过 {limit} MiB", endings.join("、")),
        Lang::En => format!("{}; up to {limit} MiB", endings.join(", ")),
    }
}

fn line(room: &Room, year: i16, waiting: &BTreeSet<EntryId>) -> Year {
    let state = room.look.view.state();
    let latest = state.editions(year).next_back().map(|e| &e.said.plan);
    let public = state.editions(year).any(|e| room.look.view.is_public(e.entry));
    let links = Links::new(&room.place(), &year.to_string(), &room.ask);
    Year {
        year,
        title: latest.and_then(|plan| plan.title.clone()).unwrap_or_default(),
        commitments: latest.map_or(0, |plan| plan.commitments().count()),
        editions: state.editions(year).count(),
        public: public.then(|| links.plan()),
        waiting: state.history_of_year(year).in_order().iter().filter(|id| waiting.contains(id)).count(),
    }
}
