//! The style sheet, the scripts and the icon, kept in the program.

use std::sync::{Arc, LazyLock};

use axum::extract::State;
use axum::response::Response;

use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::site::Site;

static STYLE: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/site.css"), "text/css; charset=utf-8"));
static SCRIPT: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/site.js"), "text/javascript; charset=utf-8"));
static LANGUAGE_SCRIPT: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/language.js"), "text/javascript; charset=utf-8"));
static UPLOAD_SCRIPT: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/upload.js"), "text/javascript; charset=utf-8"));
static OFFICE_SCRIPT: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/office.js"), "text/javascript; charset=utf-8"));
static ICON: LazyLock<Rendered> =
    LazyLock::new(|| Rendered::text(include_str!("../../static/icon.svg"), "image/svg+xml"));

pub(crate) async fn file(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address(file): Address<String>,
) -> Result<Response, Failure> {
    match file.as_str() {
        "site.css" => Ok(STYLE.answer(&ask)),
        "site.js" => Ok(SCRIPT.answer(&ask)),
        "language.js" => Ok(LANGUAGE_SCRIPT.answer(&ask)),
        "upload.js" => Ok(UPLOAD_SCRIPT.answer(&ask)),
        "office.js" => Ok(OFFICE_SCRIPT.answer(&ask)),
        "icon.svg" => Ok(ICON.answer(&ask)),
        _ => Err(site.missing(&ask)),
    }
}

/// What a browser asks for beside a page that names no icon: the JSON of one.
pub(crate) async fn icon(ask: Ask) -> Response {
    ICON.answer(&ask)
}
