//! The list of documents. Where there is only one, its plan is the first page.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;

use crate::address::Links;
use crate::ask::Ask;
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::{self, Frame};
use crate::site::Site;
use crate::view::totals::{self, Totals};

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
    documents: Vec<Entry>,
}

struct Entry {
    name: String,
    title: String,
    file: String,
    href: String,
    totals: Totals,
}

pub(crate) async fn page(State(site): State<Arc<Site>>, ask: Ask) -> Result<Response, Failure> {
    let readings = site.readings(&ask)?;
    if let [only] = &readings[..] {
        return Ok(Redirect::temporary(&Links::new(&only.place, &only.year, &ask).plan()).into_response());
    }
    let documents = readings.iter().map(|r| {
        let compiled = &r.edition.compiled;
        Entry {
            name: frame::name(r),
            file: r.edition.document.name.clone(),
            title: compiled.plan.title.clone().unwrap_or_else(|| r.edition.document.name.clone()),
            href: Links::new(&r.place, &r.year, &ask).plan(),
            totals: totals::of_plan(&compiled.plan, &compiled.findings, ask.lang),
        }
    });
    let mut frame = Frame::site(&site, &ask, "home", String::new());
    frame.title = frame.t("全部清单", "All plans").to_string();
    let page = Page { documents: documents.collect(), frame };
    Ok(Rendered::html(&page, &ask)?.answer(&ask))
}

pub(crate) async fn json(State(site): State<Arc<Site>>, ask: Ask) -> Result<Response, Failure> {
    let entry = |r: &yinuo_app::Reading| {
        let plan = &r.edition.compiled.plan;
        let links = Links::new(&r.place, &r.year, &ask);
        json!({ "title": plan.title, "jurisdiction": plan.jurisdiction, "year": plan.year, "href": links.json() })
    };
    let all: Vec<_> = site.readings(&ask)?.iter().map(entry).collect();
    Ok(Rendered::json(&json!({ "plans": all }), &ask)?.answer(&ask))
}
