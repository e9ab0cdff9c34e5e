//! The document as it was published, every measure, time and finding marked where it stands.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use yinuo_app::{Edition, Reading};

use crate::address::Links;
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::document::{self, Note};
use crate::view::pieces::Mark;
use crate::view::tables::Part;

/// The page, for everybody and for the office.
#[derive(Template)]
#[template(path = "source.html")]
pub(crate) struct Page<'a> {
    frame: Frame,
    /// What leads back, and its name.
    back: (String, String),
    parts: Vec<Part<'a>>,
    whole: Vec<Note>,
    categories: Vec<(u32, &'a str)>,
    measures: usize,
    times: usize,
    findings: usize,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    site.cached(&ask, &reading, "source", 0, || html(&site, &ask, &reading))
}

fn html(site: &Site, ask: &Ask, reading: &Reading) -> Result<Rendered, Failure> {
    let links = Links::new(&reading.place, &reading.year, ask);
    let edition = &reading.edition;
    let marks = document::marks(edition, &links, ask.lang);
    let frame = Frame::document(site, ask, reading, "source", "");
    let title = format!("{} · {}", frame.t("原文", "Source"), frame.title);
    let back = (links.plan(), frame.doc.as_ref().map_or_else(String::new, |doc| doc.name.clone()));
    Rendered::html(&Page::new(Frame { title, ..frame }, back, edition, &marks, &links), ask)
}

impl<'a> Page<'a> {
    /// The page of a document with its marks.
    pub(crate) fn new(
        frame: Frame,
        back: (String, String),
        edition: &'a Edition,
        marks: &'a [Mark],
        links: &Links,
    ) -> Self {
        let lang = frame.lang;
        let (plan, findings) = (&edition.compiled.plan, &edition.compiled.findings);
        let placeless = findings.iter().enumerate().filter(|(_, d)| d.labels.is_empty());
        Self {
            frame,
            back,
            parts: document::parts(edition, marks, links, lang),
            whole: placeless.map(|(i, d)| document::note(i + 1, d, links, lang)).collect(),
            categories: plan.categories.iter().filter(|c| !c.name.is_empty()).map(|c| (c.ordinal, &*c.name)).collect(),
            measures: plan.commitments().map(|(_, c)| c.measures.len()).sum(),
            times: plan.commitments().map(|(_, c)| c.times.len()).sum(),
            findings: findings.len(),
        }
    }
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    site.cached(&ask, &reading, "source.json", 0, || {
        let text = &reading.edition.document.text;
        let paragraphs = document::blocks(&reading.edition);
        let source = &reading.edition.compiled.plan.source;
        Rendered::json(&json!({ "source": source, "text": text, "paragraphs": paragraphs }), &ask)
    })
}
