//! The plan: the year at a glance, the matrix of promises, what is unsound, and search over titles.

use std::collections::HashMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use yinuo_app::Reading;
use yinuo_diag::{Lang, Severity};
use yinuo_model::names::Names;
use yinuo_model::{Category, Commitment, Plan};

use crate::address::Links;
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::fold::fold;
use crate::view::matrix::{self, Check, Matrix};
use crate::view::noted::Noted;
use crate::view::totals::{self, Totals};
use crate::view::{period, words};

/// What is searched for.
#[derive(Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct Page {
    frame: Frame,
    links: Links,
    title: Option<String>,
    published: Option<String>,
    totals: Totals,
    /// How many commitments can be checked in which way.
    checks: Vec<(usize, &'static str)>,
    /// Why there is no list.
    reasons: Vec<String>,
    declared: Option<u32>,
    matrix: Matrix,
    found: usize,
    query: String,
    unsound: Vec<Unsound>,
    categories: Vec<CategoryLine>,
    owners: Vec<(String, Vec<(String, String)>)>,
}

impl Page {
    /// What is unsound most often; of several the gravest, which stands first.
    fn most(&self) -> Option<&Unsound> {
        self.unsound.iter().rev().max_by_key(|u| u.count)
    }
}

/// A kind of fault, with the commitments it is found in.
struct Unsound {
    title: String,
    href: String,
    count: usize,
    /// Name and page.
    commitments: Vec<(String, String)>,
}

struct CategoryLine {
    ordinal: u32,
    name: String,
    totals: Totals,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year)): Address<(String, String)>,
    search: Result<Query<Search>, QueryRejection>,
) -> Result<Response, Failure> {
    if let Some(year) = year.strip_suffix(".json") {
        let reading = site.reading(&ask, &place, year)?;
        let json = || Rendered::json(&yinuo_compiler::to_json(&reading.edition.compiled, ask.lang), &ask);
        return site.cached(&ask, &reading, "plan.json", 0, json);
    }
    let reading = site.reading(&ask, &place, &year)?;
    let query = search.map_or(String::new(), |Query(s)| s.q.trim().chars().take(100).collect());
    if query.is_empty() {
        return site.cached(&ask, &reading, "plan", 0, || Rendered::html(&build(&site, &ask, &reading, query), &ask));
    }
    Ok(Rendered::html(&build(&site, &ask, &reading, query), &ask)?.answer(&ask))
}

fn build(site: &Site, ask: &Ask, reading: &Reading, query: String) -> Page {
    let lang = ask.lang;
    let links = Links::new(&reading.place, &reading.year, ask);
    let compiled = &reading.edition.compiled;
    let (plan, findings) = (&compiled.plan, &compiled.findings);
    let noted = Noted::new(findings);
    let matrix = matrix::build(plan, &noted, &links, lang, &fold(&query));
    let line = |c: &Category| CategoryLine {
        ordinal: c.ordinal,
        name: c.name.clone(),
        totals: totals::of_category(c, &noted, lang),
    };
    let totals = totals::of_plan(plan, findings, lang);
    let named = Named::new(plan, &links, lang);
    let grave = findings.iter().filter(|d| d.severity >= Severity::Warning);
    Page {
        checks: checks(&totals, lang),
        reasons: grave
            .flat_map(|d| std::iter::once(&d.message).chain(&d.notes))
            .map(|said| words::sentence(said, lang))
            .collect(),
        frame: Frame::document(site, ask, reading, "plan", "")
            .keeping(ask, if query.is_empty() { &[] } else { &["q"] }),
        title: plan.title.clone(),
        published: plan.published.map(|d| period::full_day(d, lang)),
        totals,
        declared: plan.declared.items,
        found: matrix.groups.iter().map(|g| g.rows.len()).sum(),
        matrix,
        query,
        unsound: unsound(&compiled.findings, &named, lang),
        categories: plan.categories.iter().filter(|c| !c.name.is_empty()).map(line).collect(),
        owners: owners(plan, &named),
        links,
    }
}

/// The ways to check that occur, with words that follow the count.
fn checks(totals: &Totals, lang: Lang) -> Vec<(usize, &'static str)> {
    let all = [
        (totals.numbers, "项写明了可核对的数量", "names a number to check against", "name a number to check against"),
        (totals.results, "项看结果", "is checked by its result", "are checked by their result"),
        (totals.none, "项说不清怎样算完成", "says nothing that could be checked", "say nothing that could be checked"),
    ];
    let words = |count, zh, one, several| match (lang, count) {
        (Lang::Zh, _) => zh,
        (Lang::En, 1) => one,
        (Lang::En, _) => several,
    };
    let told = all.into_iter().filter(|(count, ..)| *count > 0);
    told.map(|(count, zh, one, several)| (count, words(count, zh, one, several))).collect()
}

/// The names and pages of commitments.
struct Named<'a> {
    of: HashMap<u32, (&'a Category, &'a Commitment)>,
    names: Names<'a>,
    links: &'a Links,
}

impl<'a> Named<'a> {
    fn new(plan: &'a Plan, links: &'a Links, lang: Lang) -> Self {
        let of = plan.commitments().map(|(category, c)| (c.number, (category, c))).collect();
        Self { of, names: Names::of(plan, lang), links }
    }

    /// Commitments by their numbers: name and page.
    fn refs(&self, numbers: &[u32], fragment: &str) -> Vec<(String, String)> {
        let named = |n: &u32| {
            let (category, c) = self.of.get(n)?;
            Some((self.names.short(category, c), self.links.commitment(*n, fragment)))
        };
        numbers.iter().filter_map(named).collect()
    }
}

fn unsound(findings: &[yinuo_diag::Diagnostic], named: &Named, lang: Lang) -> Vec<Unsound> {
    let groups = totals::by_code(findings).into_iter().filter(|g| g.severity >= Severity::Warning);
    let row = |g: totals::ByCode| {
        let mut commitments: Vec<u32> = g.findings.iter().filter_map(|(_, d)| d.commitment).collect();
        commitments.dedup();
        Unsound {
            title: words::title(g.code, lang),
            href: named.links.findings(g.code.id),
            count: g.findings.len(),
            commitments: named.refs(&commitments, "findings"),
        }
    };
    groups.map(row).collect()
}

fn owners(plan: &Plan, named: &Named) -> Vec<(String, Vec<(String, String)>)> {
    totals::owners(plan).into_iter().map(|(name, numbers)| (name, named.refs(&numbers, ""))).collect()
}
