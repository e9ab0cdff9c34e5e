//! The registry of finding codes, and the page of each: what it means, why it matters, how to repair.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use serde_json::{Value, json};
use yinuo_diag::{Code, Lang, Severity, codes};

use crate::address::{self, Links};
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::{self, Frame};
use crate::site::Site;
use crate::view::words;

#[derive(Template)]
#[template(path = "codes.html")]
struct All {
    frame: Frame,
    groups: Vec<(&'static str, Vec<Line>)>,
}

struct Line {
    id: &'static str,
    name: &'static str,
    title: String,
    grave: bool,
    word: &'static str,
    href: String,
}

#[derive(Template)]
#[template(path = "code.html")]
struct One {
    frame: Frame,
    line: Line,
    text: String,
    seen: Vec<(String, String, usize)>,
}

fn line(code: &'static Code, ask: &Ask) -> Line {
    let lang = ask.lang;
    Line {
        id: code.id,
        name: code.name,
        title: words::title(code, lang),
        grave: code.severity >= Severity::Warning,
        word: words::severity(code.severity, lang),
        href: address::code(code.id, ask.lang, ask.as_of()),
    }
}

pub(crate) async fn all(State(site): State<Arc<Site>>, ask: Ask) -> Result<Response, Failure> {
    let mut frame = Frame::site(&site, &ask, "codes", String::new());
    frame.title = frame.t("问题代码", "Codes of findings").to_string();
    let stages = [
        ('S', frame.t("读取文件", "Reading the file")),
        ('L', frame.t("认出清单的结构", "Finding the structure")),
        ('C', frame.t("核对清单内容", "Checking the plan")),
    ];
    let of = |prefix: char| codes::ALL.iter().filter(move |c| c.id.starts_with(prefix)).map(|c| line(c, &ask));
    let groups = stages.into_iter().map(|(prefix, name)| (name, of(prefix).collect())).collect();
    Ok(Rendered::html(&All { groups, frame }, &ask)?.answer(&ask))
}

fn value(code: &Code, lang: Lang) -> Value {
    json!({ "code": code.id, "name": code.name, "severity": code.severity.name(), "title": words::title(code, lang) })
}

pub(crate) async fn all_json(ask: Ask) -> Result<Response, Failure> {
    let all: Vec<Value> = codes::ALL.iter().map(|c| value(c, ask.lang)).collect();
    Ok(Rendered::json(&json!({ "codes": all }), &ask)?.answer(&ask))
}

pub(crate) async fn one(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address(id): Address<String>,
) -> Result<Response, Failure> {
    let (id, data) = id.strip_suffix(".json").map_or((&*id, false), |id| (id, true));
    let code = codes::find(id).ok_or_else(|| site.missing(&ask))?;
    let text = match ask.lang {
        Lang::Zh => code.page_zh,
        Lang::En => code.page_en,
    };
    if data {
        let mut all = value(code, ask.lang);
        all["page"] = text.into();
        return Ok(Rendered::json(&all, &ask)?.answer(&ask));
    }
    let title = format!("{} {}", code.id, words::title(code, ask.lang));
    let page = One {
        frame: Frame::site(&site, &ask, "codes", title),
        line: line(code, &ask),
        text: to_html(text),
        seen: seen(&site, code, &ask)?,
    };
    Ok(Rendered::html(&page, &ask)?.answer(&ask))
}

/// Where the code occurs among the documents shown.
fn seen(site: &Site, code: &Code, ask: &Ask) -> Result<Vec<(String, String, usize)>, Failure> {
    let count = |r: &yinuo_app::Reading| r.edition.compiled.findings.iter().filter(|d| d.code.id == code.id).count();
    let entry = |r: &yinuo_app::Reading| {
        let links = Links::new(&r.place, &r.year, ask);
        (frame::name(r), links.findings(code.id), count(r))
    };
    Ok(site.readings(ask)?.iter().map(entry).filter(|(_, _, count)| *count > 0).collect())
}

/// Markdown to HTML: raw HTML is shown as text, and the first heading is left to the page.
fn to_html(markdown: &str) -> String {
    let mut in_title = false;
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. }) => {
            in_title = true;
            None
        }
        Event::End(TagEnd::Heading(pulldown_cmark::HeadingLevel::H1)) => {
            in_title = false;
            None
        }
        _ if in_title => None,
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_as_text() {
        let out = to_html("# C999 a-name\n\n看<b>这里</b>\n\n<script>alert(1)</script>\n");
        assert!(!out.contains("<script>") && !out.contains("<b>"), "{out}");
        assert!(!out.contains("C999"), "{out}");
        assert!(out.contains("&lt;script&gt;"), "{out}");
    }
}
