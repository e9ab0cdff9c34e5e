//! Entries of a ledger as sentences for people, in both shells the same: what sort of entry it is, what it says, why, and
//! what it is about. Knows no addresses and no terminal.

mod carrying;
pub mod period;
pub mod quantity;
mod recurring;
pub mod words;

use yinuo_diag::Lang;
use yinuo_ledger::body::{Assigned, Change, Corrected, Mapped};
use yinuo_ledger::{Body, CommitmentId, EntryId, FindingId, Holder, MeasureId, PostId, State, Subject, View};
use yinuo_model::{Bound, Mode, Naming, names};

use crate::Line;

/// An entry in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What sort of entry it is.
    pub kind: &'static str,
    /// What it says.
    pub said: String,
    /// Why, or what was remarked.
    pub why: Option<String>,
    /// What it is about.
    pub about: Option<About>,
    /// The correction of an earlier edition that it takes over.
    pub carries: Option<EntryId>,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A commitment.
    Commitment {
        /// The year of its plan.
        year: Option<i16>,
        /// Its number.
        number: u32,
        /// What it is called in its plan.
        name: String,
    },
    /// An entry.
    Entry(EntryId),
}

/// Tells entries as a view knows them.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    view: &'a View,
    lang: Lang,
}

impl<'a> Teller<'a> {
    /// For what a view knows.
    pub fn new(view: &'a View, lang: Lang) -> Self {
        Self { view, lang }
    }

    /// One entry.
    pub fn tell(&self, line: &Line) -> Told {
        let kind = words::entry(line.envelope.kind, self.lang);
        let mut told = Told { kind, said: String::new(), why: None, about: None, carries: None };
        match (&line.body, line.erased_by) {
            (Some(body), _) => self.body(body, &mut told),
            (None, _) if line.damaged => told.said = self.t("内容已损坏，读不出来", "what it said is damaged").into(),
            (None, Some(by)) => {
                told.said = self.pick(format!("内容已由 {by} 抹去"), format!("what it said was erased by {by}"));
            }
            (None, None) => told.said = self.t("内容已抹去", "what it said was erased").into(),
        }
        told
    }

    /// The name of a post.
    pub fn post(&self, id: PostId) -> String {
        self.state().post(id).map_or_else(|| id.to_string(), |p| p.name.clone())
    }

    /// A commitment with its title: `第 12 项 新建停车场`.
    pub fn promise(&self, id: CommitmentId) -> Option<String> {
        let edition = &self.state().edition(id.minted_by())?.said;
        let at = edition.ids.iter().position(|ids| ids.id == id)?;
        let (category, c) = edition.plan.commitments().nth(at)?;
        Some(names::promise(&edition.plan, category, c, self.lang))
    }

    /// The names of units and posts.
    pub fn holders(&self, holders: &[Holder]) -> String {
        let names = holders.iter().filter_map(|h| Some(self.state().holder(*h)?.name.clone()));
        let names: Vec<String> = names.collect();
        if names.is_empty() { self.t("无", "nobody").into() } else { names.join(self.t("、", ", ")) }
    }

    /// What a correction changed.
    pub fn change(&self, b: &Corrected) -> String {
        let lang = self.lang;
        match &b.change {
            Change::Border { left, right, .. } => {
                let (left, right) = (period::cell(*left, lang), period::cell(*right, lang));
                self.pick(
                    format!("重划“{left}”与“{right}”的分界"),
                    format!("the border between {left} and {right} was moved"),
                )
            }
            Change::Mode { measure, from, to } => self.reread(b, *measure, &self.mode(*from), &self.mode(*to)),
            Change::Bound { measure, from, to } => self.reread(b, *measure, &self.bound(*from), &self.bound(*to)),
            Change::Measure { measure, mode, bound } => {
                let both = |mode, bound| format!("{}{}{}", self.mode(mode), self.t("、", ", "), self.bound(bound));
                self.reread(b, *measure, &both(mode.0, bound.0), &both(mode.1, bound.1))
            }
            Change::Column { heading, from, to } => {
                let to = words::column(*to, lang);
                let from = from.map_or_else(|| self.t("不认识", "not known").to_string(), |f| words::column(f, lang));
                let named = words::heading(heading, lang);
                let (zh, en) = match Naming::place_of(heading) {
                    Some(_) => (named.clone(), named),
                    None => (format!("表头“{named}”"), format!("the heading {named}")),
                };
                self.pick(
                    format!("{zh}读作“{to}”，程序自己的读法是“{from}”"),
                    format!("{en} means: {to}; by itself the program takes it for: {from}"),
                )
            }
            Change::Dismissed { finding } => {
                let found = self.finding(*finding);
                let said = found.map_or_else(|| finding.to_string(), |f| f.said.message.get(lang).to_string());
                self.pick(format!("不采用提示：{said}"), format!("a finding was dismissed: {said}"))
            }
        }
    }

    fn body(&self, body: &Body, told: &mut Told) {
        told.said = match body {
            Body::Opened(b) => {
                let demo = if b.demonstration { self.t("（演示）", " (demonstration)") } else { "" };
                self.pick(format!("第一个岗位：{}{demo}", b.office), format!("first post: {}{demo}", b.office))
            }
            Body::Adopted(b) => {
                let title = b.plan.title.as_deref().unwrap_or(&b.plan.source.name);
                let count = b.plan.commitments().count();
                self.pick(format!("{title}，{count} 项"), format!("{title}, {count} promises"))
            }
            Body::Mapped(b) => self.mapped(b),
            Body::Corrected(b) => {
                told.why = Some(b.reason.clone());
                told.carries = b.carries();
                told.about = match &b.change {
                    Change::Dismissed { finding } => self.about_finding(*finding),
                    _ => b.rereads.first().and_then(|r| self.about(r.ids.id)),
                };
                self.corrected(b)
            }
            Body::Assigned(b) => {
                told.about = self.about(b.commitment);
                self.assigned(b)
            }
            Body::UnitCreated(b) => b.name.clone(),
            Body::PostCreated(b) => b.name.clone(),
            Body::UnitClosed(b) => self.closed(self.state().unit(b.unit).map(|u| &*u.name), b.on),
            Body::PostClosed(b) => self.closed(self.state().post(b.post).map(|p| &*p.name), b.on),
            Body::Noted(b) => {
                told.about = match b.subject {
                    Subject::Commitment(id) => self.about(id),
                    Subject::Entry(id) => Some(About::Entry(id)),
                };
                b.text.clone()
            }
            Body::Released(b) => {
                told.why.clone_from(&b.remark);
                let entries = self.list(&b.entries);
                self.pick(format!("公布记录 {entries}"), format!("entries {entries}"))
            }
            Body::Erased(b) => {
                told.why = Some(b.reason.clone());
                let entries = self.list(&b.entries);
                self.pick(format!("抹去记录 {entries} 的内容"), format!("of {entries}"))
            }
        };
    }

    fn corrected(&self, b: &Corrected) -> String {
        let change = self.change(b);
        match b.carries() {
            Some(from) => self.pick(format!("{change}（沿用 {from}）"), format!("{change} (taken over from {from})")),
            None => change,
        }
    }

    fn mapped(&self, b: &Mapped) -> String {
        let added = b.rows.iter().filter(|r| r.old.is_none()).count();
        let dropped = b.rows.iter().filter(|r| r.new.is_none()).count();
        let changed = b.rows.iter().filter(|r| !r.differs.is_empty()).count();
        self.pick(
            format!("{} → {}：新增 {added} 项，删去 {dropped} 项，改动 {changed} 项", b.old, b.new),
            format!("{} to {}: {added} added, {dropped} dropped, {changed} changed", b.old, b.new),
        )
    }

    fn reread(&self, b: &Corrected, measure: MeasureId, from: &str, to: &str) -> String {
        let text = b.rereads.iter().find_map(|r| {
            let index = r.ids.measures.iter().position(|m| *m == measure)?;
            Some(r.commitment.measures.get(index)?.text.to_string())
        });
        let text = text.unwrap_or_else(|| measure.to_string());
        self.pick(format!("“{text}”由“{from}”改读为“{to}”"), format!("{text}: from {from} to {to}"))
    }

    fn assigned(&self, b: &Assigned) -> String {
        let (role, from) = (words::role(b.role, self.lang), period::full_day(b.from, self.lang));
        let who = self.holders(&b.holders);
        self.pick(format!("{role}：{who}，自{from}起"), format!("{role}: {who}, from {from}"))
    }

    fn closed(&self, name: Option<&str>, on: jiff::civil::Date) -> String {
        let (name, day) = (name.unwrap_or_default(), period::full_day(on, self.lang));
        self.pick(format!("{name}，止于{day}"), format!("{name}, last day {day}"))
    }

    fn about(&self, id: CommitmentId) -> Option<About> {
        let edition = &self.state().edition(id.minted_by())?.said;
        let at = edition.ids.iter().position(|ids| ids.id == id)?;
        let (category, c) = edition.plan.commitments().nth(at)?;
        let name = names::name(&edition.plan, category, c, self.lang);
        Some(About::Commitment { year: edition.plan.year, number: c.number, name })
    }

    /// A finding, from the edition or the correction that minted it.
    fn finding(&self, id: FindingId) -> Option<&'a yinuo_ledger::Finding> {
        let (state, by) = (self.view.state(), id.minted_by());
        let of_edition = state.edition(by).into_iter().flat_map(|e| &e.said.findings);
        let rereads = state.correction(by).into_iter().flat_map(|c| &c.said.rereads);
        of_edition.chain(rereads.flat_map(|r| &r.findings)).find(|f| f.id == id)
    }

    fn about_finding(&self, id: FindingId) -> Option<About> {
        let number = self.finding(id)?.said.commitment?;
        let edition = self.state().correction(id.minted_by()).map_or(id.minted_by(), |c| c.said.edition);
        let plan = &self.state().edition(edition)?.said.plan;
        let (category, c) = plan.commitment(number)?;
        Some(About::Commitment { year: plan.year, number, name: names::name(plan, category, c, self.lang) })
    }

    /// `e3、e5–e9`: runs are drawn together, so that a release of many stays readable.
    fn list(&self, entries: &[EntryId]) -> String {
        let run = |run: &[EntryId]| match run {
            [first, .., last] if run.len() > 2 => format!("{first}–{last}"),
            _ => run.iter().map(EntryId::to_string).collect::<Vec<_>>().join(self.t("、", ", ")),
        };
        entries.chunk_by(|a, b| a.0 + 1 == b.0).map(run).collect::<Vec<_>>().join(self.t("、", ", "))
    }

    fn mode(&self, mode: Mode) -> String {
        words::mode(mode, self.lang).into()
    }

    fn bound(&self, bound: Bound) -> String {
        words::bound(bound, self.lang).into()
    }

    fn state(&self) -> &'a State {
        self.view.state()
    }

    fn t(&self, zh: &'static str, en: &'static str) -> &'static str {
        self.lang.pick(zh, en)
    }

    fn pick(&self, zh: String, en: String) -> String {
        self.lang.pick(zh, en)
    }
}

impl About {
    /// `第 12 项`, `记录 e3`.
    pub fn name(&self, lang: Lang) -> String {
        match self {
            About::Commitment { name, .. } => name.clone(),
            About::Entry(id) => lang.pick(format!("记录 {id}"), format!("entry {id}")),
        }
    }
}
