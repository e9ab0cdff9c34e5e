//! Entries of a ledger as sentences: what was done, by whom, when it was recorded and from when it holds.

use std::collections::HashMap;

use serde::Serialize;
use yinuo_app::Line;
use yinuo_diag::Lang;
use yinuo_ledger::body::{Adopted, Assigned, Change, Corrected, Mapped};
use yinuo_ledger::{Body, CommitmentId, EntryId, Envelope, FindingId, MeasureId, PostId, Subject, View};

use crate::address::Links;
use crate::view::{period, words};

/// An entry to be shown.
#[derive(Clone, Serialize)]
pub struct Event {
    /// `e12`, also its anchor.
    pub id: String,
    /// What sort of entry it is.
    pub kind: &'static str,
    /// What it says.
    pub said: String,
    /// Why, or what was remarked.
    pub why: Option<String>,
    /// The commitment it is about: its name and page.
    pub about: Option<(String, String)>,
    /// More about it: a name and an address.
    pub more: Option<(&'static str, String)>,
    /// When it was recorded.
    pub recorded: String,
    /// From which day it holds, when that is not the day of recording.
    pub effective: Option<String>,
    /// The post that did it.
    pub who: String,
    /// The entry that made it public.
    pub released: Option<String>,
    /// True when it is still to be released.
    pub unreleased: bool,
}

/// Tells entries as a view knows them.
pub struct Teller<'a> {
    view: &'a View,
    links: &'a Links,
    lang: Lang,
    commitments: HashMap<CommitmentId, (u32, &'a str)>,
    findings: HashMap<FindingId, (String, Option<(String, String)>)>,
}

impl<'a> Teller<'a> {
    /// For the plans of a view.
    pub fn new(view: &'a View, links: &'a Links, lang: Lang) -> Self {
        let state = view.state();
        let (mut commitments, mut findings) = (HashMap::new(), HashMap::new());
        for edition in state.years().into_iter().flat_map(|year| state.editions(year)) {
            let pairs = edition.said.plan.commitments().zip(&edition.said.ids);
            commitments.extend(pairs.map(|((_, c), ids)| (ids.id, (c.number, c.label.as_str()))));
            let reading = state.reading(edition.entry);
            let all = reading.map(|r| r.findings).unwrap_or_default();
            let plan = &edition.said.plan;
            findings.extend(all.into_iter().map(|f| {
                let about = f.said.commitment.and_then(|n| plan.commitment(n)).map(|(_, c)| c);
                let about = about.map(|c| (named(&c.label, lang), links.commitment(c.number, "")));
                (f.id, (f.said.message.get(lang).to_string(), about))
            }));
        }
        Self { view, links, lang, commitments, findings }
    }

    /// One entry.
    pub fn tell(&self, line: &Line) -> Event {
        let envelope = &line.envelope;
        let mut event = self.bare(line);
        match &line.body {
            Some(body) => self.body(envelope, body, &mut event),
            None if line.damaged => event.said = self.t("内容已损坏，读不出来", "what it said is damaged").into(),
            None => event.said = self.t("内容已抹去", "what it said was erased").into(),
        }
        event
    }

    /// The name of a post.
    pub fn post(&self, id: PostId) -> String {
        self.view.state().post(id).map_or_else(|| id.to_string(), |p| p.name.clone())
    }

    fn t(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.lang == Lang::Zh { zh } else { en }
    }

    fn pick(&self, zh: String, en: String) -> String {
        if self.lang == Lang::Zh { zh } else { en }
    }

    fn bare(&self, line: &Line) -> Event {
        let e = &line.envelope;
        let day = yinuo_ledger::day_of(e.recorded_at, self.view.offset_minutes());
        Event {
            id: e.id.to_string(),
            kind: words::entry(e.kind, self.lang),
            said: String::new(),
            why: None,
            about: None,
            more: None,
            recorded: period::moment(e.recorded_at, self.lang),
            effective: (e.effective_on != day).then(|| period::full_day(e.effective_on, self.lang)),
            who: self.post(e.actor_post),
            released: line.released_by.map(|by| by.to_string()),
            unreleased: !self.view.is_public(e.id),
        }
    }

    fn body(&self, envelope: &Envelope, body: &Body, event: &mut Event) {
        match body {
            Body::Opened(b) => {
                event.said = self.pick(format!("第一个岗位：{}", b.office), format!("first post: {}", b.office))
            }
            Body::Adopted(b) => self.adopted(envelope.id, b, event),
            Body::Mapped(b) => self.mapped(b, event),
            Body::Corrected(b) => self.corrected(b, event),
            Body::Assigned(b) => self.assigned(b, event),
            Body::UnitCreated(b) => event.said = b.name.clone(),
            Body::PostCreated(b) => event.said = b.name.clone(),
            Body::UnitClosed(b) => event.said = self.closed(self.view.state().unit(b.unit).map(|u| &*u.name), b.on),
            Body::PostClosed(b) => event.said = self.closed(self.view.state().post(b.post).map(|p| &*p.name), b.on),
            Body::Noted(b) => {
                event.said = b.text.clone();
                match b.subject {
                    Subject::Commitment(id) => event.about = self.about(id),
                    Subject::Entry(id) => {
                        event.about = Some((self.pick(format!("记录 {id}"), format!("entry {id}")), format!("#{id}")));
                    }
                }
            }
            Body::Released(b) => {
                event.said =
                    self.pick(format!("公布记录 {}", list(&b.entries)), format!("entries {}", list(&b.entries)));
                event.why.clone_from(&b.remark);
            }
            Body::Erased(b) => {
                event.said =
                    self.pick(format!("抹去记录 {} 的内容", list(&b.entries)), format!("of {}", list(&b.entries)));
                event.why = Some(b.reason.clone());
            }
        }
    }

    fn adopted(&self, id: EntryId, b: &Adopted, event: &mut Event) {
        let title = b.plan.title.as_deref().unwrap_or(&b.plan.source.name);
        let count = b.plan.commitments().count();
        event.said = self.pick(format!("{title}，{count} 项"), format!("{title}, {count} promises"));
        event.more =
            b.follows.map(|old| (self.t("与上一版比较", "compare with the one before"), self.links.compare(old, id)));
    }

    fn mapped(&self, b: &Mapped, event: &mut Event) {
        let added = b.rows.iter().filter(|r| r.old.is_none()).count();
        let dropped = b.rows.iter().filter(|r| r.new.is_none()).count();
        let changed = b.rows.iter().filter(|r| !r.differs.is_empty()).count();
        event.said = self.pick(
            format!("{} → {}：新增 {added} 项，删去 {dropped} 项，改动 {changed} 项", b.old, b.new),
            format!("{} to {}: {added} added, {dropped} dropped, {changed} changed", b.old, b.new),
        );
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
            Change::Mode { measure, from, to } => {
                self.reread(b, *measure, words::mode(*from, lang), words::mode(*to, lang))
            }
            Change::Bound { measure, from, to } => {
                self.reread(b, *measure, words::bound(*from, lang), words::bound(*to, lang))
            }
            Change::Dismissed { finding } => {
                let said = self.findings.get(finding).map_or_else(|| finding.to_string(), |(said, _)| said.clone());
                self.pick(format!("不采用提示：{said}"), format!("a finding was dismissed: {said}"))
            }
        }
    }

    fn reread(&self, b: &Corrected, measure: MeasureId, from: &str, to: &str) -> String {
        let text = b.rereads.iter().find_map(|r| {
            let index = r.ids.measures.iter().position(|m| *m == measure)?;
            Some(r.commitment.measures.get(index)?.text.clone())
        });
        let text = text.unwrap_or_else(|| measure.to_string());
        self.pick(format!("“{text}”由“{from}”改读为“{to}”"), format!("{text}: from {from} to {to}"))
    }

    fn corrected(&self, b: &Corrected, event: &mut Event) {
        event.said = self.change(b);
        event.why = Some(b.reason.clone());
        event.about = match &b.change {
            Change::Dismissed { finding } => self.findings.get(finding).and_then(|(_, about)| about.clone()),
            _ => b.rereads.first().and_then(|r| self.about(r.ids.id)),
        };
    }

    fn assigned(&self, b: &Assigned, event: &mut Event) {
        let state = self.view.state();
        let name = |h: &yinuo_ledger::Holder| state.holder(*h).map_or_else(String::new, |m| m.name.clone());
        let names: Vec<String> = b.holders.iter().map(name).filter(|n| !n.is_empty()).collect();
        let who = if names.is_empty() { self.t("无", "nobody").to_string() } else { names.join("、") };
        let (role, from) = (words::role(b.role, self.lang), period::full_day(b.from, self.lang));
        event.said = self.pick(format!("{role}：{who}，自{from}起"), format!("{role}: {who}, from {from}"));
        event.about = self.about(b.commitment);
    }

    fn closed(&self, name: Option<&str>, on: jiff::civil::Date) -> String {
        let (name, day) = (name.unwrap_or_default(), period::full_day(on, self.lang));
        self.pick(format!("{name}，止于{day}"), format!("{name}, last day {day}"))
    }

    fn about(&self, id: CommitmentId) -> Option<(String, String)> {
        let (number, label) = self.commitments.get(&id)?;
        Some((named(label, self.lang), self.links.commitment(*number, "")))
    }
}

/// `第 12 项`.
fn named(label: &str, lang: Lang) -> String {
    if lang == Lang::Zh { format!("第 {label} 项") } else { format!("No. {label}") }
}

fn list(entries: &[EntryId]) -> String {
    entries.iter().map(EntryId::to_string).collect::<Vec<_>>().join("、")
}
