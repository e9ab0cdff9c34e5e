//! Entries of a ledger as pages show them: their words are those of `yinuo_app::tell`; here they get addresses and both
//! times.

use serde::Serialize;
use yinuo_app::Line;
use yinuo_app::tell::{self, About};
use yinuo_diag::Lang;
use yinuo_ledger::{Body, View};

use crate::address::Links;
use crate::view::period;

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
    /// What it is about: its name and page.
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
    words: tell::Teller<'a>,
}

impl<'a> Teller<'a> {
    /// For the plans of a view.
    pub fn new(view: &'a View, links: &'a Links, lang: Lang) -> Self {
        Self { view, links, lang, words: tell::Teller::new(view, lang) }
    }

    /// The words alone.
    pub fn words(&self) -> &tell::Teller<'a> {
        &self.words
    }

    /// One entry.
    pub fn tell(&self, line: &Line) -> Event {
        let e = &line.envelope;
        let told = self.words.tell(line);
        let offset = self.view.offset_minutes();
        let day = yinuo_ledger::day_of(e.recorded_at, offset);
        let follows = match &line.body {
            Some(Body::Adopted(adopted)) => adopted.follows,
            _ => None,
        };
        let compare = self.lang.pick("与上一版比较", "compare with the one before");
        Event {
            id: e.id.to_string(),
            kind: told.kind,
            said: told.said,
            why: told.why,
            about: told.about.map(|about| (about.name(self.lang), self.address(&about))),
            more: follows.map(|old| (compare, self.links.compare(old, e.id))),
            recorded: period::moment_in(e.recorded_at, offset, self.lang),
            effective: (e.effective_on != day).then(|| period::full_day(e.effective_on, self.lang)),
            who: self.words.post(e.actor_post),
            released: line.released_by.map(|by| by.to_string()),
            unreleased: !self.view.is_public(e.id),
        }
    }

    fn address(&self, about: &About) -> String {
        match about {
            About::Commitment { number, .. } => self.links.commitment(*number, ""),
            About::Entry(id) => format!("#{id}"),
        }
    }
}
