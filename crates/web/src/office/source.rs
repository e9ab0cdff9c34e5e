//! The source in the office: the whole document with its marks, of a year's plan as the office reads it now, or of a document
//! that was handed in. The same page as for everybody; here it leads into the office.

use axum::extract::Path;
use axum::response::Response;
use yinuo_app::Edition;

use super::respond::{self, Room};
use crate::address::Links;
use crate::failure::Failure;
use crate::handlers::source::Page;
use crate::view::document;

pub(super) async fn of_year(room: Room, Path(year): Path<String>) -> Result<Response, Failure> {
    let missing = || room.site.missing(&room.ask);
    let number: i16 = year.parse().map_err(|_| missing())?;
    let reading = room.books.of_year(&room.look, number).map_err(|e| respond::failed(&room.ask, &e))?;
    let reading = reading.ok_or_else(missing)?;
    let plan = &reading.edition.compiled.plan;
    let name = plan.title.clone().unwrap_or_else(|| year.clone());
    show(&room, &reading.edition, name, &Links::office(&year, &room.ask))
}

/// The page of an edition. `name` is what leads back.
pub(super) fn show(room: &Room, edition: &Edition, name: String, links: &Links) -> Result<Response, Failure> {
    let marks = document::marks(edition, links, room.ask.lang);
    let frame = room.frame("原文", "Source");
    respond::page(&Page::new(frame, (links.plan(), name), edition, &marks, links), &room.ask, false)
}
