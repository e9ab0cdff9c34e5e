//! One commitment in the office: its words in the source beside how they are read, and what can be done about it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use axum::response::Response;
use jiff::civil::Date;
use yinuo_app::Reading;
use yinuo_diag::{Lang, Span};
use yinuo_ledger::{CommitmentId, EntryId};
use yinuo_model::names;
use yinuo_model::{At, Commitment, Plan, Role};

use super::fields::Fields;
use super::parts::{CellView, FindingView};
use super::problem::Problem;
use super::respond::{self, Done, Room, Seal};
use crate::address::Links;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::handlers::history;
use crate::site::Site;
use crate::view::record::Event;
use crate::view::tables::Part;
use crate::view::{border, document, marks, setting, words};

/// What was typed into one of the page's forms, and what came of it.
#[derive(Default)]
pub(super) struct Tried {
    pub(super) fields: Fields,
    pub(super) problems: Vec<Problem>,
    /// Somebody else corrected the same in the meantime.
    pub(super) conflict: bool,
}

/// A commitment as the office sees it, at the address that was asked for.
pub(super) struct Item {
    pub(super) room: Room,
    pub(super) reading: Reading,
    pub(super) number: u32,
    pub(super) id: CommitmentId,
    pub(super) edition: EntryId,
}

#[derive(Template)]
#[template(path = "office/item.html")]
struct Page<'a> {
    frame: Frame,
    seal: Seal,
    problems: Vec<Problem>,
    conflict: Vec<Event>,
    done: Option<EntryId>,
    here: String,
    year: String,
    seen: EntryId,
    name: String,
    /// The whole document.
    whole: String,
    parts: Vec<Part<'a>>,
    cells: Vec<CellView<'a>>,
    findings: Vec<FindingView>,
    dismissed: Vec<(String, String)>,
    holders: Vec<(String, String, bool)>,
    roles: Vec<(&'static str, &'static str, bool)>,
    from: Date,
    listed: Vec<(String, String)>,
    assigned: Vec<(&'static str, String)>,
    note: String,
    note_open: bool,
    office_only: bool,
    assign_open: bool,
    events: Vec<Event>,
    /// The neighbours: number and name.
    before: Option<(u32, String)>,
    after: Option<(u32, String)>,
}

/// The roles with the words of forms.
pub(super) const ROLES: [(&str, Role); 4] = [
    ("lead", Role::Lead),
    ("responsible", Role::Responsible),
    ("cooperating", Role::Cooperating),
    ("leader", Role::Leader),
];

pub(super) async fn page(item: Item, Query(done): Query<Done>) -> Result<Response, Failure> {
    item.show(Tried::default(), done.done)
}

impl FromRequestParts<Arc<Site>> for Item {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Failure> {
        let room = Room::from_request_parts(parts, site).await?;
        let place = Path::<(String, String)>::from_request_parts(parts, site).await;
        let numbers = place.ok().and_then(|Path((year, number))| Some((year.parse().ok()?, number.parse().ok()?)));
        let (year, number) = numbers.ok_or_else(|| room.site.missing(&room.ask))?;
        Self::find(room, year, number)
    }
}

impl Item {
    fn find(room: Room, year: i16, number: u32) -> Result<Self, Failure> {
        let missing = || room.site.missing(&room.ask);
        let reading = room.books.of_year(&room.look, year).map_err(|e| respond::failed(&room.ask, &e))?;
        let reading = reading.ok_or_else(missing)?;
        let record = reading.record.clone().ok_or_else(missing)?;
        let found = record.reading.commitments().find(|(c, _)| c.number == number).map(|(_, ids)| ids.id);
        let id = found.ok_or_else(missing)?;
        Ok(Item { edition: record.reading.edition, room, reading, number, id })
    }

    /// The same commitment as it stands now.
    pub(super) fn again(&self) -> Result<Self, Failure> {
        let year = self.reading.record.as_ref().and_then(|r| r.reading.plan.year).unwrap_or_default();
        Self::find(self.room.again()?, year, self.number)
    }

    /// Its address in the office.
    pub(super) fn here(&self) -> String {
        format!("/office/plans/{}/{}", self.reading.year, self.number)
    }

    /// The page, with what was tried on it.
    pub(super) fn show(&self, tried: Tried, done: Option<EntryId>) -> Result<Response, Failure> {
        let (room, lang) = (&self.room, self.room.ask.lang);
        let missing = || room.site.missing(&room.ask);
        let record = self.reading.record.as_ref().ok_or_else(missing)?;
        let (category, c) = record.reading.plan.commitment(self.number).ok_or_else(missing)?;
        let state = record.look.view.state();
        let links = Links::new(&self.reading.place, &self.reading.year, &room.ask);
        let ids = record.history_of(self.number, self.id);
        let events = history::events(&room.books, record, ids, history::BRIEF, &links, lang);
        let (mut events, _) = events.map_err(|e| respond::failed(&room.ask, &e))?;
        events.iter_mut().for_each(|e| e.about = None);
        events.reverse();
        let conflict = self.conflict(&tried, &links)?;
        // Source and reading stand side by side: a mark on one side leads to the same on the other.
        let here = Links::office(&self.reading.year, &room.ask).here();
        let marks_on = |side| {
            let mut own = marks::of_commitment(c, side, &here, lang);
            marks::sort(&mut own);
            own
        };
        let (own, original) = (marks_on(marks::Side::Commitment), marks_on(marks::Side::Source));
        let text = &self.reading.edition.document.text;
        let [before, after] = neighbours(&record.reading.plan, self.number, lang);
        let (typed, what) = (&tried.fields, tried.fields.get("what"));
        let page = Page {
            frame: room.frame("核对读法", "Check the reading"),
            seal: room.seal()?,
            conflict,
            done,
            here: self.here(),
            year: self.reading.year.clone(),
            seen: room.seen(),
            name: names::name(&record.reading.plan, category, c, lang),
            parts: document::excerpt(&self.reading.edition, &original, &here, lang, &places(c)),
            whole: Links::office(&self.reading.year, &room.ask).source(&setting::anchor(self.number, At::Title)),
            cells: self.cells(c, text, &own, typed),
            findings: self.findings(typed),
            dismissed: self.dismissed(),
            holders: self.holders(typed),
            roles: ROLES.iter().map(|(w, r)| (*w, words::role(*r, lang), typed.get("role") == *w)).collect(),
            from: typed.read("from").unwrap_or(record.look.day),
            listed: c.owners.iter().map(|o| (o.name.to_string(), crate::address::encode(&o.name))).collect(),
            assigned: state
                .holders(self.id, record.look.day)
                .into_iter()
                .map(|(role, fact)| {
                    let names = fact.said.holders.iter().filter_map(|h| Some(state.holder(*h)?.name.clone()));
                    (words::role(role, lang), names.collect::<Vec<_>>().join("、"))
                })
                .collect(),
            note: typed.get("text").to_string(),
            note_open: what == "note",
            office_only: typed.has("office_only"),
            assign_open: what == "assign",
            events,
            before,
            after,
            problems: tried.problems,
        };
        respond::page(&page, &room.ask, !page.problems.is_empty())
    }

    /// The findings about it that were dismissed, with the reasons.
    fn dismissed(&self) -> Vec<(String, String)> {
        let own = self.reading.edition.suppressed.iter().filter(|s| s.finding.commitment == Some(self.number));
        own.map(|s| (s.finding.message.get(self.room.ask.lang).to_string(), s.reason.clone())).collect()
    }

    /// What others recorded about it since the person's page was made.
    fn conflict(&self, tried: &Tried, links: &Links) -> Result<Vec<Event>, Failure> {
        let Some(record) = self.reading.record.as_ref().filter(|_| tried.conflict) else { return Ok(vec![]) };
        let seen: EntryId = tried.fields.read("seen").unwrap_or(EntryId(0));
        let state = record.look.view.state();
        let dismissals = record.reading.dismissed.values().copied();
        let mut later: Vec<EntryId> = state.corrections(self.id).iter().copied().chain(dismissals).collect();
        later.retain(|e| *e > seen);
        later.sort_unstable();
        let events = history::lines(&self.room.books, record, &later, links, self.room.ask.lang);
        events.map_err(|e| respond::failed(&self.room.ask, &e))
    }
}

/// The commitments before and after one: number and name.
fn neighbours(plan: &Plan, number: u32, lang: Lang) -> [Option<(u32, String)>; 2] {
    let all: Vec<_> = plan.commitments().collect();
    let at = all.iter().position(|(_, c)| c.number == number).unwrap_or(0);
    let named = |i: usize| all.get(i).map(|(category, c)| (c.number, names::name(plan, category, c, lang)));
    [at.checked_sub(1).and_then(named), named(at + 1)]
}

/// Where its words stand.
fn places(c: &Commitment) -> Vec<Span> {
    border::cells(c).into_iter().flat_map(|(_, p)| p.spans.clone()).collect()
}
