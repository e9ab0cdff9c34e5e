//! One page that stands alone: two documents compared, with the style in it, to be kept or sent. Links to nothing and
//! loads nothing.

use std::fmt;

use askama::Template;
use yinuo_app::Edition;
use yinuo_diag::Lang;

use crate::ask::Ask;
use crate::frame::Frame;
use crate::view::edition::{self, Comparison};

#[derive(Template)]
#[template(path = "diff.html")]
struct Page {
    frame: Frame,
    style: &'static str,
    name: String,
    documents: [(&'static str, Document); 2],
    years_differ: bool,
    comparison: Comparison,
}

struct Document {
    title: String,
    file: String,
    items: usize,
    hash: String,
}

/// Two readings of documents compared, as a page of its own.
pub fn comparison_sheet(old: &Edition, new: &Edition, lang: Lang) -> Result<String, fmt::Error> {
    let (before, after) = (&old.compiled.plan, &new.compiled.plan);
    let ask = Ask { lang, ..Ask::unknown() };
    let document = |edition: &Edition| Document {
        title: edition.compiled.plan.title.clone().unwrap_or_default(),
        file: edition.document.name.clone(),
        items: edition.compiled.plan.commitments().count(),
        hash: edition.document.sha256.chars().take(12).collect(),
    };
    let place = after.jurisdiction.clone().or_else(|| before.jurisdiction.clone());
    let year = after.year.or(before.year).map(|year| year.to_string());
    let name = [place, year].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let title = lang.pick("两版比较", "Two editions compared");
    let page = Page {
        frame: Frame::bare(&ask, "compare", if name.is_empty() { title.into() } else { format!("{title} · {name}") }),
        style: include_str!("../static/site.css"),
        name,
        documents: [(lang.pick("旧版", "Old"), document(old)), (lang.pick("新版", "New"), document(new))],
        years_differ: before.year.zip(after.year).is_some_and(|(a, b)| a != b),
        comparison: edition::compare(before, after, lang),
    };
    page.render().map_err(|_| fmt::Error)
}
