//! What surrounds every page: title, navigation, the language switch, and where the data came from.

use jiff::civil::Date;
use yinuo_app::Reading;
use yinuo_diag::Lang;

use crate::address::{self, Links};
use crate::ask::Ask;
use crate::site::Site;
use crate::view::period;

/// The frame of a page.
pub(crate) struct Frame {
    /// The language.
    pub(crate) lang: Lang,
    /// For the window's title.
    pub(crate) title: String,
    /// The path, for the language switch.
    pub(crate) path: String,
    /// What else the address says and this page goes by. A page that is kept for others has nothing that its key has not.
    pub(crate) kept: Vec<String>,
    /// The restatement banner is shown.
    pub(crate) restated: bool,
    /// The ledger is made to be looked at, not to be relied on.
    pub(crate) demonstration: bool,
    /// What whoever is signed in has to know about the ledger, before anything else.
    pub(crate) warnings: Vec<String>,
    /// The day that was asked for.
    pub(crate) as_of: Option<Date>,
    /// The document, on pages that belong to one.
    pub(crate) doc: Option<Doc>,
    /// The name of the page, to mark it in the navigation.
    pub(crate) here: &'static str,
}

/// The document a page belongs to.
pub(crate) struct Doc {
    /// `某区 · 2031`.
    pub(crate) name: String,
    pub(crate) links: Links,
    pub(crate) file: String,
    pub(crate) encoding: String,
    /// The first twelve digits of the hash of its bytes.
    pub(crate) hash: String,
    pub(crate) compiled_at: String,
    /// Says that the file cannot be read now.
    pub(crate) trouble: Option<String>,
    /// The entry that adopted it, where it comes from a ledger.
    pub(crate) entry: Option<String>,
}

impl Frame {
    /// The frame of a page that belongs to no document.
    pub(crate) fn site(site: &Site, ask: &Ask, here: &'static str, title: String) -> Self {
        Self {
            restated: site.options.restated,
            demonstration: site.demonstration(),
            as_of: ask.as_of().filter(|_| site.books().is_some()),
            ..Self::bare(ask, here, title)
        }
    }

    /// A frame that says nothing of where the data comes from.
    pub(crate) fn bare(ask: &Ask, here: &'static str, title: String) -> Self {
        let path = ask.path.clone();
        Self {
            lang: ask.lang,
            title,
            path,
            kept: vec![],
            restated: false,
            demonstration: false,
            warnings: vec![],
            as_of: None,
            doc: None,
            here,
        }
    }

    /// The frame of a page of a document.
    pub(crate) fn document(site: &Site, ask: &Ask, reading: &Reading, here: &'static str, title: &str) -> Self {
        let doc = Doc::of(reading, ask);
        let title = if title.is_empty() { doc.name.clone() } else { format!("{title} · {}", doc.name) };
        Self { doc: Some(doc), ..Self::site(site, ask, here, title) }
    }

    /// The same for a page that goes by these parts of the address: the language switch keeps them.
    pub(crate) fn keeping(mut self, ask: &Ask, names: &[&str]) -> Self {
        self.kept = ask.kept(names);
        self
    }

    /// The wording in the page's language.
    pub(crate) fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// True for a page of a plan in a ledger.
    pub(crate) fn on_record(&self) -> bool {
        self.doc.as_ref().is_some_and(|doc| doc.entry.is_some())
    }

    /// True for pages that are also given as data: all but those of the office and those that say what went wrong.
    pub(crate) fn has_data(&self) -> bool {
        !self.here.is_empty() && self.here != "office"
    }

    /// The same page as data.
    pub(crate) fn data(&self) -> String {
        let path = if self.path == "/" { "/index" } else { &self.path };
        self.to(format!("{path}.json"))
    }

    /// The wording for one or for several.
    pub(crate) fn n<'a>(&self, count: &usize, zh: &'a str, one: &'a str, several: &'a str) -> &'a str {
        self.t(zh, if *count == 1 { one } else { several })
    }

    /// A path of the site in the page's language.
    pub(crate) fn to(&self, path: impl AsRef<str>) -> String {
        address::to(path.as_ref(), self.lang, self.as_of)
    }

    /// This page in the other language.
    pub(crate) fn other(&self) -> String {
        let language = format!("lang={}", self.t("en", "zh"));
        let day = self.as_of.map(|day| format!("as_of={day}"));
        let query: Vec<String> = [language].into_iter().chain(day).chain(self.kept.iter().cloned()).collect();
        format!("{}?{}", self.path, query.join("&"))
    }

    /// This page as it is now.
    pub(crate) fn today(&self) -> String {
        let sign = if self.kept.is_empty() { "" } else { "?" };
        address::to(&format!("{}{sign}{}", self.path, self.kept.join("&")), self.lang, None)
    }

    /// A day in words.
    pub(crate) fn day(&self, day: &Date) -> String {
        period::full_day(*day, self.lang)
    }
}

impl Doc {
    fn of(reading: &Reading, ask: &Ask) -> Self {
        let lang = ask.lang;
        let edition = &reading.edition;
        let trouble = reading.trouble.as_ref().map(|t| {
            let (since, read) = (period::moment(t.since, lang), period::moment(edition.compiled_at, lang));
            match lang {
                Lang::Zh => format!("{}。自{since}起如此；本页仍是{read}读到的内容。", t.text.zh),
                Lang::En => format!("{}. Since {since}; this page still shows what was read on {read}.", t.text.en),
            }
        });
        Self {
            name: name(reading),
            links: Links::new(&reading.place, &reading.year, ask),
            file: edition.document.name.clone(),
            encoding: edition.document.encoding.to_uppercase(),
            hash: edition.document.sha256.chars().take(12).collect(),
            compiled_at: match &reading.record {
                Some(record) => period::moment_in(edition.compiled_at, record.look.view.offset_minutes(), lang),
                None => period::moment(edition.compiled_at, lang),
            },
            trouble,
            entry: reading.record.as_ref().map(|r| r.reading.edition.to_string()),
        }
    }
}

/// What a document is called: jurisdiction and year where they are known, else its title, else its file.
pub(crate) fn name(reading: &Reading) -> String {
    let plan = &reading.edition.compiled.plan;
    match (&plan.jurisdiction, plan.year, &plan.title) {
        (Some(_), Some(year), _) => format!("{} · {year}", reading.place),
        (Some(_), None, _) | (None, _, None) => reading.place.clone(),
        (None, _, Some(title)) => title.clone(),
    }
}
