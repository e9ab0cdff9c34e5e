//! The forms of a commitment's page: move a border, read a measure otherwise, dismiss a finding, assign, remark. Each calls
//! one use case; what is turned down comes back with everything that was typed.

use axum::response::Response;
use yinuo_app::usecases::{self, By, Fix};
use yinuo_app::{LedgerError, Recorded};
use yinuo_ledger::{Command, EntryId, FindingId, Holder, MeasureId, PostId, Subject, UnitId};
use yinuo_model::At;

use super::fields::Fields;
use super::item::{Item, ROLES, Tried};
use super::{parts, problem, respond};
use crate::failure::Failure;

pub(super) async fn border(item: Item, fields: Fields) -> Result<Response, Failure> {
    let cell = |name: &str| fields.read::<At>(name);
    let (Some(left), Some(right), Some(to)) = (cell("left"), cell("right"), fields.read::<u32>("to")) else {
        return refuse(&item, fields, "没有选择新的分界", "no new border was chosen");
    };
    let fix = Fix::Border { commitment: item.id, left, right, to };
    correct(&item, fields, fix)
}

pub(super) async fn measure(item: Item, fields: Fields) -> Result<Response, Failure> {
    let (mode, bound) = (parts::mode(fields.get("mode")), parts::bound(fields.get("bound")));
    let (Some(measure), Some(_), Some(_)) = (fields.read::<MeasureId>("measure"), mode, bound) else {
        return refuse(&item, fields, "没有选择怎样读这个数", "how to read the number was not chosen");
    };
    correct(&item, fields, Fix::Measure(measure, mode, bound))
}

pub(super) async fn dismiss(item: Item, fields: Fields) -> Result<Response, Failure> {
    let Some(finding) = fields.read::<FindingId>("finding") else {
        return refuse(&item, fields, "没有选择提示", "no finding was chosen");
    };
    let reason = fields.get("reason").to_string();
    let outcome = item.room.once(&fields, |ledger, by| usecases::dismiss(ledger, &by, item.edition, finding, reason));
    answer(&item, fields, outcome)
}

pub(super) async fn assign(item: Item, fields: Fields) -> Result<Response, Failure> {
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
    let outcome = item.room.once(&fields, |ledger, by| usecases::request(ledger, &by, command));
    answer(&item, fields, outcome)
}

pub(super) async fn note(item: Item, fields: Fields) -> Result<Response, Failure> {
    let office_only = fields.has("office_only");
    let (subject, text) = (Subject::Commitment(item.id), fields.get("text").to_string());
    let outcome =
        item.room.once(&fields, |ledger, by| usecases::note(ledger, &By { office_only, ..by }, subject, text));
    answer(&item, fields, outcome)
}

fn correct(item: &Item, fields: Fields, fix: Fix) -> Result<Response, Failure> {
    // The last entry on the page that the form was on.
    let seen = fields.read("seen").unwrap_or(EntryId(0));
    let (edition, reason) = (fields.read("edition").unwrap_or(item.edition), fields.get("reason").to_string());
    let outcome = item.room.once(&fields, |ledger, by| usecases::correct(ledger, &by, edition, seen, fix, reason));
    answer(item, fields, outcome)
}

fn answer(item: &Item, fields: Fields, outcome: Result<Recorded, LedgerError>) -> Result<Response, Failure> {
    let error = match outcome {
        Ok(recorded) if recorded.entries.is_empty() => {
            return refuse(item, fields, "与已记录的相同，没有再记", "this is recorded already; nothing was added");
        }
        Ok(recorded) => return Ok(respond::back(&item.here(), &item.room.ask, &recorded)),
        Err(error) => error,
    };
    let (problems, conflict) = (problem::of(&error, item.room.ask.lang), problem::is_conflict(&error));
    item.again()?.show(Tried { fields, problems, conflict }, None)
}

fn refuse(item: &Item, fields: Fields, zh: &str, en: &str) -> Result<Response, Failure> {
    let problems = problem::said(zh, en, item.room.ask.lang);
    item.show(Tried { fields, problems, conflict: false }, None)
}
