//! The document as it was published, every measure, time and finding marked where it stands.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;
use yinuo_app::Reading;

use crate::address::Links;
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::document::{self, Note, Paragraph, Role};

#[derive(Template)]
#[template(path = "source.html")]
struct Page<'a> {
    frame: Frame,
    links: Links,
    paragraphs: Vec<Paragraph<'a>>,
    whole: Vec<Note>,
    categories: Vec<(u32, &'a str)>,
    measures: usize,
    times: usize,
    findings: usize,
}

impl Page<'_> {
    /// The style of a paragraph.
    fn class(&self, role: &Role) -> &'static str {
        match role {
            Role::Title => "title",
            Role::Category => "category",
            Role::Promise => "vow",
            Role::Run => "run",
            Role::Cell => "due",
            Role::Number => "number",
            Role::Aside => "aside",
            Role::Scrap => "aside scrap",
        }
    }
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
    let lang = ask.lang;
    let links = Links::new(&reading.place, &reading.year, ask);
    let edition = &reading.edition;
    let (plan, findings) = (&edition.compiled.plan, &edition.compiled.findings);
    let marks = document::marks(edition, &links, lang);
    let placeless = findings.iter().enumerate().filter(|(_, d)| d.labels.is_empty());
    let frame = Frame::document(site, ask, reading, "source", "");
    let title = format!("{} · {}", frame.t("原文", "Source"), frame.title);
    let page = Page {
        frame: Frame { title, ..frame },
        paragraphs: document::paragraphs(edition, &marks, &links, lang),
        whole: placeless.map(|(i, d)| document::note(i + 1, d, &links, lang)).collect(),
        categories: plan.categories.iter().filter(|c| !c.name.is_empty()).map(|c| (c.ordinal, &*c.name)).collect(),
        measures: plan.commitments().map(|(_, c)| c.measures.len()).sum(),
        times: plan.commitments().map(|(_, c)| c.times.len()).sum(),
        findings: findings.len(),
        links,
    };
    Rendered::html(&page, ask)
}

pub(crate) async fn json(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    site.cached(&ask, &reading, "source.json", 0, || {
        let text = &reading.edition.document.text;
        Ok(Rendered::json(&json!({
            "source": reading.edition.compiled.plan.source, "text": text, "paragraphs": document::blocks(&reading.edition),
        })))
    })
}
