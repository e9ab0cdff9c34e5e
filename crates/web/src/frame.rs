//! What surrounds every page: title, navigation, the language switch, and where the data came from.

use yinuo_app::Reading;
use yinuo_diag::Lang;

use crate::address::{Links, with_lang};
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
    /// The restatement banner is shown.
    pub(crate) restated: bool,
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
}

impl Frame {
    /// The frame of a page that belongs to no document.
    pub(crate) fn site(site: &Site, ask: &Ask, here: &'static str, title: String) -> Self {
        Self { lang: ask.lang, title, path: ask.path.clone(), restated: site.options.restated, doc: None, here }
    }

    /// The frame of a page of a document.
    pub(crate) fn document(site: &Site, ask: &Ask, reading: &Reading, here: &'static str, title: &str) -> Self {
        let doc = Doc::of(reading, ask.lang);
        let title = if title.is_empty() { doc.name.clone() } else { format!("{title} · {}", doc.name) };
        Self { doc: Some(doc), ..Self::site(site, ask, here, title) }
    }

    /// The wording in the page's language.
    pub(crate) fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The same page as data.
    pub(crate) fn data(&self) -> String {
        let path = if self.path == "/" { "/index" } else { &self.path };
        with_lang(&format!("{path}.json"), self.lang)
    }

    /// The wording for one or for several.
    pub(crate) fn n<'a>(&self, count: &usize, zh: &'a str, one: &'a str, several: &'a str) -> &'a str {
        self.t(zh, if *count == 1 { one } else { several })
    }

    /// A path of the site in the page's language.
    pub(crate) fn to(&self, path: &str) -> String {
        with_lang(path, self.lang)
    }
}

impl Doc {
    fn of(reading: &Reading, lang: Lang) -> Self {
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
            links: Links::new(&reading.place, &reading.year, lang),
            file: edition.document.name.clone(),
            encoding: edition.document.encoding.to_uppercase(),
            hash: edition.document.sha256.chars().take(12).collect(),
            compiled_at: period::moment(edition.compiled_at, lang),
            trouble,
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
