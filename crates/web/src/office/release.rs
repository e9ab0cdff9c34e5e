//! Making entries public: those that were chosen, or all that wait.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use yinuo_app::usecases::{self, By};
use yinuo_ledger::{Command, EntryId};

use super::desk;
use super::fields::Fields;
use super::guard::Visitor;
use super::problem;
use super::respond::{self, Room};
use crate::ask::Ask;
use crate::failure::Failure;
use crate::site::Site;

pub(super) async fn release(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    fields: Fields,
) -> Result<Response, Failure> {
    let room = Room::open(&site, &ask, &visitor)?;
    let entries: Vec<EntryId> = if fields.has("everything") {
        let waiting = desk::waiting(&room).map_err(|e| respond::failed(&ask, &e))?;
        let seen: EntryId = fields.read("seen").unwrap_or(EntryId(0));
        waiting.iter().map(|l| l.envelope.id).filter(|id| *id <= seen).collect()
    } else {
        fields.all("entry").filter_map(|id| id.parse().ok()).collect()
    };
    if entries.is_empty() {
        let said = problem::said("没有选择要公布的记录", "no entry was chosen", ask.lang);
        return desk::show(&room, said, None, &fields);
    }
    let remark = Some(fields.get("remark").to_string()).filter(|r| !r.is_empty());
    let command = Command::Release { entries, remark };
    match usecases::request(room.books.ledger(), &By::post(visitor.post), command) {
        Ok(recorded) => Ok(respond::back("/office", &ask, &recorded)),
        Err(error) => desk::show(&room, problem::of(&error, ask.lang), None, &fields),
    }
}
