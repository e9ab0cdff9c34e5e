//! Taking a document in. It is kept beside the ledger and nothing is recorded: what would be is shown on the next page.

use axum::extract::multipart::{Field, Multipart, MultipartRejection};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Value, json};
use yinuo_app::store::{Effect, Upload};
use yinuo_app::{Edition, LedgerError};
use yinuo_compiler::Options;

use super::fields::{Fields, TOKEN, stale};
use super::guard::Visitor;
use super::problem::{self, Problem};
use super::respond::Room;
use super::{desk, handed};
use crate::address;
use crate::failure::Failure;

/// Of a document over the limit so many bytes are still taken and thrown away, so that the browser hears the answer.
const MOST_THROWN_AWAY: usize = 256 << 20;

/// A form with a document.
#[derive(Default)]
struct Taken {
    name: String,
    bytes: Vec<u8>,
    year: String,
    too_large: bool,
}

pub(super) async fn take(
    room: Room,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let by_script = wants_data(&headers);
    let refused = |problems: Vec<Problem>, year: &str| {
        if by_script {
            return Ok(data(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "problems": problems })));
        }
        desk::show(&room, problems, None, &Fields::of(&[("year", year)]))
    };
    let cut = || {
        problem::said(
            "文件没有传完，请重新选择后再传",
            "the document did not arrive whole; send it again",
            room.ask.lang,
        )
    };
    let Ok(mut form) = form else { return refused(cut(), "") };
    let taken = match read(&mut form, &room.visitor).await {
        Ok(Some(taken)) => taken,
        Ok(None) => return Err(stale(&room.ask)),
        Err(_) => return refused(cut(), ""),
    };
    if taken.too_large {
        let large = yinuo_extract::too_large();
        return refused(vec![problem::reason(&large, room.ask.lang)], &taken.year);
    }
    if taken.bytes.is_empty() && taken.name.is_empty() {
        let none = problem::said("没有选择文件", "no document was chosen", room.ask.lang);
        return refused(none, &taken.year);
    }
    let year = handed::year(&taken.year);
    if year.is_none() && !taken.year.is_empty() {
        return refused(problem::no_year(room.ask.lang), &taken.year);
    }
    match keep(&room, taken, year) {
        Ok(path) if by_script => Ok(data(StatusCode::OK, &json!({ "to": address::to(&path, room.ask.lang, None) }))),
        Ok(path) => Ok(Redirect::to(&address::to(&path, room.ask.lang, None)).into_response()),
        Err((error, year)) => refused(problem::of(&error, room.ask.lang), &year),
    }
}

/// Whether our script asks, which shows the answer on the page it has.
fn wants_data(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

fn data(status: StatusCode, value: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json; charset=utf-8")], value.to_string()).into_response()
}

/// Reads the form; none when it does not begin with the visitor's token.
async fn read(
    form: &mut Multipart,
    visitor: &Visitor,
) -> Result<Option<Taken>, axum::extract::multipart::MultipartError> {
    let mut taken = Taken::default();
    match form.next_field().await? {
        Some(field) if field.name() == Some(TOKEN) => {
            if field.text().await? != visitor.token {
                return Ok(None);
            }
        }
        _ => return Ok(None),
    }
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("document") => document(field, &mut taken).await?,
            Some("year") => taken.year = field.text().await?.trim().chars().take(8).collect(),
            _ => {}
        }
    }
    Ok(Some(taken))
}

async fn document(mut field: Field<'_>, taken: &mut Taken) -> Result<(), axum::extract::multipart::MultipartError> {
    let name = field.file_name().unwrap_or_default();
    taken.name = name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(200).collect();
    // room that is not written to takes no memory, and a document that outgrows its room is held twice for a while
    taken.bytes.reserve_exact(yinuo_extract::MAX_BYTES);
    let mut seen = 0;
    while let Some(chunk) = field.chunk().await? {
        seen += chunk.len();
        if seen > yinuo_extract::MAX_BYTES {
            taken.too_large = true;
            taken.bytes = vec![];
            if seen > MOST_THROWN_AWAY {
                return Ok(());
            }
        } else {
            taken.bytes.extend_from_slice(&chunk);
        }
    }
    Ok(())
}

/// Keeps a document that can be read; gives the page that shows what it would be recorded as.
fn keep(room: &Room, taken: Taken, year: Option<i16>) -> Result<String, (LedgerError, String)> {
    let failed = |error: LedgerError| (error, taken.year.clone());
    let (reader, options) = (room.books.ledger().reader(), Options { year, ..Options::default() });
    let edition = Edition::compile_by(reader, &taken.name, &taken.bytes, &options);
    let edition = edition.map_err(|e| failed(e.into()))?;
    let sha256 = edition.document.sha256.clone();
    let received_at = room.books.ledger().clock().now();
    let upload = Upload { sha256: sha256.clone(), name: taken.name.clone(), bytes: taken.bytes.clone(), received_at };
    let store = room.books.ledger().store();
    store.effects(&[Effect::Upload(upload)]).map_err(|e| failed(e.into()))?;
    let year = year.map_or(String::new(), |year| format!("?year={year}"));
    Ok(format!("/office/documents/{sha256}{year}"))
}
