//! Pages that say what went wrong and offer a way on. What went wrong inside is never shown.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::sync::Arc;
use yinuo_app::Reading;
use yinuo_diag::Lang;

use crate::address::{Links, with_lang};
use crate::ask::Ask;
use crate::frame::{self, Frame};
use crate::site::Site;

/// More ways on than this are no help.
const MAX_WAYS: usize = 8;

/// Why there is no page.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    ask: Ask,
    ways: Vec<(String, String)>,
}

impl Failure {
    /// Nothing is at this address.
    pub(crate) fn missing(ask: &Ask, readings: &[Reading]) -> Self {
        let way = |r: &Reading| (frame::name(r), Links::new(&r.place, &r.year, ask.lang).plan());
        Self { status: StatusCode::NOT_FOUND, ask: ask.clone(), ways: readings.iter().map(way).collect() }
    }

    /// The page could not be made.
    pub(crate) fn broken(ask: &Ask) -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, ask: ask.clone(), ways: vec![] }
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct Page {
    frame: Frame,
    missing: bool,
    ways: Vec<(String, String)>,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let missing = self.status == StatusCode::NOT_FOUND;
        let title = match (missing, self.ask.lang) {
            (true, Lang::Zh) => "没有这一页",
            (true, Lang::En) => "There is no such page",
            (false, Lang::Zh) => "页面没有生成",
            (false, Lang::En) => "The page could not be made",
        };
        let frame = Frame {
            lang: self.ask.lang,
            title: title.to_string(),
            path: self.ask.path,
            restated: false,
            doc: None,
            here: "",
        };
        let home = (frame.t("全部清单", "All plans").to_string(), with_lang("/", self.ask.lang));
        let mut ways: Vec<_> = self.ways.into_iter().take(MAX_WAYS).collect();
        if ways.len() != 1 {
            ways.push(home);
        }
        let body = Page { frame, missing, ways }.render().unwrap_or_else(|_| title.to_string());
        let mut response = (self.status, Html(body)).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// The answer to an address that the site does not know.
pub(crate) async fn nowhere(State(site): State<Arc<Site>>, ask: Ask) -> Failure {
    site.missing(&ask)
}

/// The answer when a handler broke down; the language is not known there.
pub(crate) fn broke_down() -> Response {
    Failure::broken(&Ask::unknown()).into_response()
}
