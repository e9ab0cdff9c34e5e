//! The forms of a commitment's page: move a border, read a measure otherwise, dismiss a finding, assign, remark. Each calls
//! one use case; what is turned down comes back with everything that was typed.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use yinuo_app::usecases::{self, By, Fix};
use yinuo_app::{LedgerError, Recorded};
use yinuo_ledger::{Command, EntryId, FindingId, Holder, MeasureId, PostId, Subject, UnitId};
use yinuo_model::At;

use super::fields::Fields;
use super::guard::Visitor;
use super::item::{self, Item, ROLES, Tried};
use super::parts;
use super::problem;
use super::respond::{self, Room};
use crate::ask::Ask;
use crate::failure::Failure;
use crate::site::Site;

type Place = Path<(String, String)>;

pub(super) async fn border(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path((year, number)): Place,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let item = item::find(&room, &year, &number)?;
    let cell = |name: &str| fields.read::<At>(name);
    let (Some(left), Some(right), Some(to)) = (cell("left"), cell("right"), fields.read::<u32>("to")) else {
        return refuse(&item, fields, "没有选择新的分界", "no new border was chosen");
    };
    let fix = Fix::Border { commitment: item.id, left, right, to };
    let outcome = correct(&item, &fields, seen(&fields), fix);
    answer(&item, fields, outcome)
}

pub(super) async fn measure(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path((year, number)): Place,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let item = item::find(&room, &year, &number)?;
    let id: Option<MeasureId> = fields.read("measure");
    let now = item.reading.record.as_ref().and_then(|r| {
        let (c, _, index) = r.reading.measure(id?)?;
        c.measures.get(index).map(|m| (m.mode, m.bound))
    });
    let chosen = parts::mode(fields.get("mode")).zip(parts::bound(fields.get("bound")));
    let (Some(id), Some((mode, bound)), Some(chosen)) = (id, now, chosen) else {
        return refuse(
            &item,
            fields,
            "这个数量已经不在现在的读法里",
            "this number is not in the present reading any more",
        );
    };
    let mut fixes = vec![];
    if chosen.0 != mode {
        fixes.push(Fix::Mode(id, chosen.0));
    }
    if chosen.1 != bound {
        fixes.push(Fix::Bound(id, chosen.1));
    }
    if fixes.is_empty() {
        return refuse(
            &item,
            fields,
            "选择的与现在的读法相同，没有可改的",
            "what was chosen is how it is read already",
        );
    }
    let mut seen = seen(&fields);
    let mut outcome = None;
    for fix in fixes {
        let recorded = match correct(&item, &fields, seen, fix) {
            Ok(recorded) => recorded,
            Err(error) => return answer(&item, fields, Err(error)),
        };
        seen = EntryId(recorded.entries.start);
        outcome = Some(recorded);
    }
    match outcome {
        Some(recorded) => answer(&item, fields, Ok(recorded)),
        None => item.show(Tried::default(), None),
    }
}

pub(super) async fn dismiss(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path((year, number)): Place,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let item = item::find(&room, &year, &number)?;
    let Some(finding) = fields.read::<FindingId>("finding") else {
        return refuse(&item, fields, "没有选择提示", "no finding was chosen");
    };
    let (by, reason) = (By::post(visitor.post), fields.get("reason").to_string());
    let outcome = usecases::dismiss(room.books.ledger(), &by, item.edition, finding, reason);
    answer(&item, fields, outcome)
}

pub(super) async fn assign(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path((year, number)): Place,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let item = item::find(&room, &year, &number)?;
    let role = ROLES.iter().find(|(word, _)| *word == fields.get("role")).map(|(_, role)| *role);
    let (Some(role), Some(from)) = (role, fields.read("from")) else {
        return refuse(&item, fields, "起始日期应写成 2026-03-01 这样", "the day is written as in 2026-03-01");
    };
    let holder = |id: &str| {
        let unit = id.parse::<UnitId>().map(Holder::Unit);
        unit.or_else(|_| id.parse::<PostId>().map(Holder::Post)).ok()
    };
    let holders: Vec<Holder> = fields.all("holder").filter_map(holder).collect();
    if holders.is_empty() && !fields.has("nobody") {
        return refuse(&item, fields, "没有选择单位或岗位", "no unit or post was chosen");
    }
    let command = Command::Assign { commitment: item.id, role, holders, from };
    let outcome = usecases::request(room.books.ledger(), &By::post(visitor.post), command);
    answer(&item, fields, outcome)
}

pub(super) async fn note(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    Path((year, number)): Place,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let item = item::find(&room, &year, &number)?;
    let by = By { office_only: fields.has("office_only"), ..By::post(visitor.post) };
    let command = Command::Note { subject: Subject::Commitment(item.id), text: fields.get("text").to_string() };
    let outcome = usecases::request(room.books.ledger(), &by, command);
    answer(&item, fields, outcome)
}

/// The last entry on the page that the form was on.
fn seen(fields: &Fields) -> EntryId {
    fields.read("seen").unwrap_or(EntryId(0))
}

fn correct(item: &Item, fields: &Fields, seen: EntryId, fix: Fix) -> Result<Recorded, LedgerError> {
    let edition = fields.read("edition").unwrap_or(item.edition);
    let by = By::post(item.room.visitor.post);
    usecases::correct(item.room.books.ledger(), &by, edition, seen, fix, fields.get("reason").to_string())
}

fn answer(item: &Item, fields: Fields, outcome: Result<Recorded, LedgerError>) -> Result<Response, Failure> {
    let error = match outcome {
        Ok(recorded) if recorded.entries.is_empty() => {
            return refuse(item, fields, "与已记录的相同，没有再记", "this is recorded already; nothing was added");
        }
        Ok(recorded) => return Ok(respond::back(&item.here(), item.room.ask, &recorded)),
        Err(error) => error,
    };
    let (problems, conflict) = (problem::of(&error, item.room.ask.lang), problem::is_conflict(&error));
    // Looked at again: somebody may have recorded something since this request came in.
    let room = Room::open(item.room.site, item.room.ask, item.room.visitor)?;
    let fresh = item::find(&room, &item.reading.year, &item.number.to_string())?;
    fresh.show(Tried { fields, problems, conflict }, None)
}

fn refuse(item: &Item, fields: Fields, zh: &str, en: &str) -> Result<Response, Failure> {
    let problems = problem::said(zh, en, item.room.ask.lang);
    item.show(Tried { fields, problems, conflict: false }, None)
}
