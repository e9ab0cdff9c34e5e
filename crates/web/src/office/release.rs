//! Making entries public: those that were chosen, or all that wait.

use axum::response::Response;
use yinuo_app::usecases;
use yinuo_ledger::{Command, EntryId};

use super::fields::Fields;
use super::respond::{self, Room};
use super::{desk, problem};
use crate::failure::Failure;

pub(super) async fn release(room: Room, fields: Fields) -> Result<Response, Failure> {
    let remark = Some(fields.get("remark").to_string()).filter(|r| !r.is_empty());
    let outcome = room.once(&fields, |ledger, by| {
        let entries: Vec<EntryId> = if fields.has("everything") {
            let seen: EntryId = fields.read("seen").unwrap_or(EntryId(0));
            ledger.unreleased(&room.look.view)?.iter().map(|l| l.envelope.id).filter(|id| *id <= seen).collect()
        } else {
            fields.all("entry").filter_map(|id| id.parse().ok()).collect()
        };
        usecases::request(ledger, &by, Command::Release { entries, remark })
    });
    match outcome {
        Ok(recorded) => Ok(respond::back("/office", &room.ask, &recorded)),
        Err(error) => desk::show(&room, problem::of(&error, room.ask.lang), None, &fields),
    }
}
