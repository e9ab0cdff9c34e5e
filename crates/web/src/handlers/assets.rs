//! The style sheet, the script and the icon, kept in the program.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::ask::Ask;
use crate::failure::Failure;
use crate::site::Site;

const STYLE: &str = include_str!("../../static/site.css");
const SCRIPT: &str = include_str!("../../static/site.js");
const ICON: &str = include_str!("../../static/icon.svg");

pub(crate) async fn file(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Path(file): Path<String>,
) -> Result<Response, Failure> {
    let (kind, body) = match file.as_str() {
        "site.css" => ("text/css; charset=utf-8", STYLE),
        "site.js" => ("text/javascript; charset=utf-8", SCRIPT),
        "icon.svg" => ("image/svg+xml", ICON),
        _ => return Err(site.missing(&ask)),
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((headers, body).into_response())
}
