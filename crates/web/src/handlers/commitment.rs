//! One commitment: the promise, its milestones on a time line, its targets with their course, and its findings.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use yinuo_app::{Edition, LedgerError, Reading};
use yinuo_diag::{Lang, Severity};
use yinuo_model::names;
use yinuo_model::{At, Category, Commitment, Passage, Relation, Step};

use crate::address::Links;
use crate::ask::{Address, Ask};
use crate::cache::Rendered;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::handlers::history;
use crate::site::Site;
use crate::view::chart::{self, Chart};
use crate::view::locate::Places;
use crate::view::pieces::{self, Piece};
use crate::view::record::Event;
use crate::view::waits::{self, Wait};
use crate::view::{marks, number, period, setting, target, trajectory, words};

#[derive(Template)]
#[template(path = "commitment.html")]
struct Page<'a> {
    frame: Frame,
    links: Links,
    name: String,
    category: &'a Category,
    kind: &'static str,
    title: Vec<Piece<'a>>,
    body: Vec<Piece<'a>>,
    source: String,
    owners: Vec<(&'static str, &'a str)>,
    /// What it waits for, and what waits for it.
    waits: Vec<(&'static str, Vec<Wait>)>,
    assigned: Vec<AssignedView>,
    corrections: Vec<Event>,
    events: Vec<Event>,
    all_events: Option<(usize, String)>,
    milestones: Vec<Milestone<'a>>,
    targets: Vec<TargetView>,
    findings: Vec<FindingView>,
    doubts: Vec<(String, String)>,
    before: Neighbour,
    after: Neighbour,
}

struct Milestone<'a> {
    id: String,
    name: String,
    due: String,
    source: String,
    steps: Vec<StepView<'a>>,
}

struct StepView<'a> {
    pieces: Vec<Piece<'a>>,
    facts: Vec<String>,
}

struct TargetView {
    goal: String,
    object: Option<String>,
    mark: usize,
    differs: bool,
    sentence: String,
    chart: Option<Chart>,
}

struct FindingView {
    number: usize,
    grave: bool,
    word: &'static str,
    cell: Option<String>,
    message: String,
    notes: Vec<String>,
    help: Option<String>,
    code: &'static str,
    code_href: String,
    source: Option<String>,
    /// Where the words stand in a document that is not plain text.
    locator: Option<String>,
}

pub(crate) async fn page(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Address((place, year, number)): Address<(String, String, String)>,
) -> Result<Response, Failure> {
    let reading = site.reading(&ask, &place, &year)?;
    let (number, data) = number.strip_suffix(".json").map_or((&*number, false), |n| (n, true));
    let number: u32 = number.parse().map_err(|_| site.missing(&ask))?;
    let plan = &reading.edition.compiled.plan;
    let (category, commitment) = plan.commitment(number).ok_or_else(|| site.missing(&ask))?;
    if data {
        let json = yinuo_compiler::commitment_to_json(&reading.edition.compiled, number, ask.lang);
        return site.cached(&ask, &reading, "commitment.json", number, || Rendered::json(&json, &ask));
    }
    site.cached(&ask, &reading, "commitment", number, || html(&site, &ask, &reading, category, commitment))
}

fn html(site: &Site, ask: &Ask, reading: &Reading, category: &Category, c: &Commitment) -> Result<Rendered, Failure> {
    let lang = ask.lang;
    let links = Links::new(&reading.place, &reading.year, ask);
    let compiled = &reading.edition.compiled;
    let text = reading.edition.document.text.as_str();
    let mut marks = marks::of_commitment(c, marks::Side::Commitment, &links, lang);
    let doubts = || compiled.doubts.iter().filter(|d| d.commitment == c.number);
    marks.extend(marks::of_doubts(doubts(), lang));
    marks::sort(&mut marks);
    let recorded = recorded(site, reading, c, &links, lang).map_err(|_| Failure::broken(ask))?;
    let (before, after) = neighbours(reading, c.number, &links);
    let page = Page {
        frame: Frame::document(site, ask, reading, "commitment", format!("{} {}", c.label, c.short_title).trim_start()),
        name: names::name(&compiled.plan, category, c, lang),
        category,
        kind: words::kind(c.kind, lang),
        title: pieces::passage(text, &c.title, &marks),
        body: c.body.as_ref().map(|b| pieces::passage(text, b, &marks)).unwrap_or_default(),
        source: links.source(&setting::anchor(c.number, At::Title)),
        owners: c.owners.iter().map(|o| (words::role(o.role, lang), o.name.as_str())).collect(),
        waits: waits::of(&compiled.plan, c, &links, lang),
        assigned: recorded.assigned,
        corrections: recorded.corrections,
        events: recorded.events,
        all_events: recorded.all,
        milestones: c
            .milestones
            .iter()
            .map(|m| Milestone {
                id: m.period.to_string(),
                name: period::name(m.period, lang),
                due: period::day(m.period.last_day(), lang),
                source: links.source(&setting::anchor(c.number, At::Period(m.period))),
                steps: step_views(text, &m.passage, &m.steps, &marks, lang),
            })
            .collect(),
        targets: c.targets.iter().filter_map(|t| target_view(c, t, lang)).collect(),
        doubts: doubts().map(|d| (period::cell(d.at, lang), marks::doubt(d, lang))).collect(),
        findings: finding_views(&reading.edition, c, &links, lang),
        before,
        after,
        links,
    };
    Rendered::html(&page, ask)
}

/// The steps of a cell; the whole cell as one where no steps were read.
fn step_views<'a>(
    text: &'a str,
    passage: &Passage,
    steps: &[Step],
    marks: &'a [pieces::Mark],
    lang: Lang,
) -> Vec<StepView<'a>> {
    if steps.is_empty() {
        return vec![StepView { pieces: pieces::passage(text, passage, marks), facts: vec![] }];
    }
    let view = |s: &Step| StepView { pieces: pieces::passage(text, &s.passage, marks), facts: facts(s, lang) };
    steps.iter().map(view).collect()
}

/// What was read of a step, each in a few words.
fn facts(s: &Step, lang: Lang) -> Vec<String> {
    let named = |zh: &str, en: &str, what: &str| match lang {
        Lang::Zh => format!("{zh}：{what}"),
        Lang::En => format!("{en}: {what}"),
    };
    let mut all = vec![words::verb(s.verb, lang).to_string()];
    all.extend(s.stage.map(|stage| named("环节", "stage", words::stage(stage, lang))));
    all.extend(s.deadline.map(|d| named("时限", "deadline", &period::time(d, false, lang))));
    all.extend(s.actor.as_deref().map(|a| named("由", "by", a)));
    all.extend(s.condition.as_deref().map(|c| named("条件", "condition", c)));
    all.retain(|fact| !fact.is_empty());
    all
}

fn target_view(c: &Commitment, t: &yinuo_model::Target, lang: Lang) -> Option<TargetView> {
    let measure = c.measures.get(t.measure)?;
    // A course of one number is no course: the sentence says it all.
    let course = trajectory::of(c, t).filter(|course| course.points.iter().filter(|p| p.stated).count() > 1);
    Some(TargetView {
        goal: number::quantity(measure, lang),
        object: measure.object.clone().map(String::from),
        mark: t.measure,
        differs: !t.reconciles && t.relation != Relation::None,
        sentence: target::sentence(c, t, lang),
        chart: course.map(|course| chart::lay_out(&course, lang)),
    })
}

fn finding_views(edition: &Edition, c: &Commitment, links: &Links, lang: Lang) -> Vec<FindingView> {
    let (findings, places) = (&edition.compiled.findings, Places::of(edition));
    let mut all: Vec<_> = findings.iter().enumerate().filter(|(_, d)| d.commitment == Some(c.number)).collect();
    all.sort_by_key(|(_, d)| (d.concern(), std::cmp::Reverse(d.severity)));
    let view = |(i, d): (usize, &yinuo_diag::Diagnostic)| FindingView {
        number: i + 1,
        grave: d.severity >= Severity::Warning,
        word: words::severity(d.severity, lang),
        cell: d.at.as_deref().filter(|_| !d.names_periods()).and_then(|at| period::cell_of(c, at, lang)),
        message: words::sentence(&d.message, lang),
        notes: d.notes.iter().map(|n| words::sentence(n, lang)).collect(),
        help: d.help.as_ref().map(|h| words::sentence(h, lang)),
        code: d.code.id,
        code_href: links.code(d.code.id),
        source: (!d.labels.is_empty()).then(|| links.source(&format!("n{}", i + 1))),
        locator: places.of_finding(d, lang),
    };
    all.into_iter().map(view).collect()
}

/// What a ledger holds about a commitment.
#[derive(Default)]
struct Recorded {
    assigned: Vec<AssignedView>,
    corrections: Vec<Event>,
    /// The latest.
    events: Vec<Event>,
    /// Where there are more: how many in all, and their page.
    all: Option<(usize, String)>,
}

/// Who was given the commitment, in which role, from when, by which entry.
struct AssignedView {
    role: &'static str,
    names: String,
    from: String,
    entry: String,
}

fn recorded(
    site: &Site,
    reading: &Reading,
    c: &Commitment,
    links: &Links,
    lang: Lang,
) -> Result<Recorded, LedgerError> {
    let (Some(books), Some(record)) = (site.books(), &reading.record) else { return Ok(Recorded::default()) };
    let Some(id) = record.reading.commitments().find(|(own, _)| own.number == c.number).map(|(_, ids)| ids.id) else {
        return Ok(Recorded::default());
    };
    let state = record.look.view.state();
    let holders = state.holders(id, record.look.day).into_iter().map(|(role, fact)| AssignedView {
        role: words::role(role, lang),
        names: fact
            .said
            .holders
            .iter()
            .filter_map(|h| Some(state.holder(*h)?.name.clone()))
            .collect::<Vec<_>>()
            .join("、"),
        from: period::full_day(fact.said.from, lang),
        entry: fact.entry.to_string(),
    });
    let ids = record.history_of(c.number, id);
    let (mut events, count) = history::events(books, record, ids, history::BRIEF, links, lang)?;
    let mut corrections = history::lines(books, record, state.corrections(id), links, lang)?;
    events.iter_mut().chain(&mut corrections).for_each(|event| event.about = None);
    events.reverse();
    let all = (count > events.len()).then(|| (count, links.history_part(Some(c.number), None)));
    Ok(Recorded { assigned: holders.collect(), corrections, events, all })
}

/// A neighbour: its number as written, its title and its page.
type Neighbour = Option<(String, String, String)>;

fn neighbours(reading: &Reading, number: u32, links: &Links) -> (Neighbour, Neighbour) {
    let all: Vec<&Commitment> = reading.edition.compiled.plan.commitments().map(|(_, c)| c).collect();
    let Some(here) = all.iter().position(|c| c.number == number) else { return (None, None) };
    let of = |c: &&Commitment| (c.label.clone(), c.short_title.clone(), links.commitment(c.number, ""));
    (here.checked_sub(1).and_then(|i| all.get(i)).map(of), all.get(here + 1).map(of))
}
