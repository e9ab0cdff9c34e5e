//! Units and posts: who there is, creating and closing.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;
use yinuo_app::usecases;
use yinuo_app::{LedgerError, Recorded};
use yinuo_ledger::{Command, EntryId, Member, PostId, UnitId};

use super::fields::Fields;
use super::problem::{self, Problem};
use super::respond::{self, Room, Seal};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::view::period;

/// A name to begin with, and what was just recorded.
#[derive(Deserialize, Default)]
pub(super) struct Wish {
    #[serde(default)]
    name: String,
    done: Option<EntryId>,
}

#[derive(Template)]
#[template(path = "office/members.html")]
struct Page {
    frame: Frame,
    seal: Seal,
    problems: Vec<Problem>,
    done: Option<EntryId>,
    rows: Vec<Row>,
    units: Vec<(UnitId, String, bool)>,
    name: String,
    is_post: bool,
    /// The last day, as it was typed or today.
    on: Date,
    /// False while the ledger is empty.
    begun: bool,
}

/// A unit or a post.
struct Row {
    id: String,
    /// It was chosen in a form that was turned down.
    chosen: bool,
    name: String,
    is_post: bool,
    unit: String,
    since: String,
    closed: Option<String>,
}

pub(super) async fn page(room: Room, Query(wish): Query<Wish>) -> Result<Response, Failure> {
    show(&room, vec![], wish.done, &Fields::of(&[("name", &wish.name)]))
}

pub(super) async fn create(room: Room, fields: Fields) -> Result<Response, Failure> {
    let name = fields.get("name").to_string();
    let command = match fields.get("sort") {
        "post" => Command::CreatePost { name, unit: fields.read("unit") },
        _ => Command::CreateUnit { name },
    };
    let outcome = room.once(&fields, |ledger, by| usecases::request(ledger, &by, command));
    answer(&room, outcome, &fields)
}

pub(super) async fn close(room: Room, fields: Fields) -> Result<Response, Failure> {
    let on = fields.read("on").unwrap_or(room.look.day);
    let unit = fields.read("member").map(|unit: UnitId| Command::CloseUnit { unit, on });
    let post = || fields.read("member").map(|post: PostId| Command::ClosePost { post, on });
    let Some(command) = unit.or_else(post) else {
        return show(
            &room,
            problem::said("没有选择要撤销的单位或岗位", "nothing was chosen", room.ask.lang),
            None,
            &fields,
        );
    };
    let outcome = room.once(&fields, |ledger, by| usecases::request(ledger, &by, command));
    answer(&room, outcome, &fields)
}

fn answer(room: &Room, outcome: Result<Recorded, LedgerError>, fields: &Fields) -> Result<Response, Failure> {
    match outcome {
        Ok(recorded) => Ok(respond::back("/office/members", &room.ask, &recorded)),
        Err(error) => show(room, problem::of(&error, room.ask.lang), None, fields),
    }
}

fn show(room: &Room, problems: Vec<Problem>, done: Option<EntryId>, typed: &Fields) -> Result<Response, Failure> {
    let state = room.look.view.state();
    let lang = room.ask.lang;
    let row = |id: String, is_post: bool, member: &Member| Row {
        chosen: typed.get("member") == id,
        id,
        name: member.name.clone(),
        is_post,
        unit: member.unit.and_then(|u| state.unit(u)).map(|u| u.name.clone()).unwrap_or_default(),
        since: period::full_day(member.effective_on, lang),
        closed: member.closed.map(|(_, day)| period::full_day(day, lang)),
    };
    let units = state.units().map(|(id, unit)| row(id.to_string(), false, unit));
    let posts = state.posts().map(|(id, post)| row(id.to_string(), true, post));
    let open = state.units().filter(|(_, unit)| unit.closed.is_none());
    let chosen: Option<UnitId> = typed.read("unit");
    let page = Page {
        frame: room.frame("单位和岗位", "Units and posts"),
        seal: room.seal()?,
        done,
        rows: units.chain(posts).collect(),
        units: open.map(|(id, unit)| (id, unit.name.clone(), chosen == Some(id))).collect(),
        name: typed.get("name").to_string(),
        is_post: typed.get("sort") == "post",
        on: typed.read("on").unwrap_or(room.look.day),
        begun: room.look.view.head().is_some(),
        problems,
    };
    respond::page(&page, &room.ask, !page.problems.is_empty())
}
