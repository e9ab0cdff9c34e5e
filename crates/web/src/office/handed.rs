//! A document that was handed in, read with what a person knows better than it: the year, and what headings mean. The address
//! says all of it, so that looking records nothing. Headings that were named in an earlier document are proposed.

use yinuo_app::store::Upload;
use yinuo_app::usecases::{self, Remembered};
use yinuo_app::{Edition, LedgerError};
use yinuo_compiler::Options;
use yinuo_diag::Lang;
use yinuo_model::Naming;

use super::respond::{self, Room};
use crate::address::{self, Links};
use crate::failure::Failure;

/// The most headings that one address names.
const MAX_COLUMNS: usize = 400;

/// What a person knows better than the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The year, where the document does not say it.
    pub(super) year: Option<i16>,
    /// What headings mean; none when nobody has chosen yet.
    pub(super) columns: Option<Vec<Naming>>,
    /// It is a list, although it looks like another kind of document.
    pub(super) as_list: bool,
}

impl Known {
    /// Read from the query of an address. What cannot be read is passed over.
    pub(super) fn of(query: &[(String, String)]) -> Self {
        let all = |name: &'static str| query.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str());
        let naming = |text: &str| {
            let (heading, holds) = text.rsplit_once('=')?;
            Naming::new(heading, holds.parse().ok()?)
        };
        let chosen = all("column").next().is_some();
        let columns = all("column").take(MAX_COLUMNS).filter_map(naming).collect();
        Self {
            year: all("year").find_map(|y| year(y.trim())),
            columns: chosen.then_some(columns),
            as_list: all("as_list").any(|v| v == "1"),
        }
    }

    /// What an address says of it, as names and values.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let year = self.year.map(|year| ("year", year.to_string()));
        let as_list = self.as_list.then(|| ("as_list", "1".to_string()));
        let none = self.columns.as_ref().filter(|all| all.is_empty()).map(|_| ("column", String::new()));
        let columns = self.columns.iter().flatten().map(|n| ("column", format!("{}={}", n.heading(), n.holds)));
        year.into_iter().chain(as_list).chain(none).chain(columns).collect()
    }

    /// The query of an address; empty when nothing is known better.
    pub(super) fn query(&self) -> String {
        let pair = |(name, value): (&str, String)| format!("{name}={}", address::encode(&value));
        let all: Vec<String> = self.pairs().into_iter().map(pair).collect();
        if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
    }
}

/// A year that a list can be for.
pub(super) fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|y| (1900..=2200).contains(y))
}

/// A document that was handed in, read.
pub(super) struct Handed {
    pub(super) upload: Upload,
    pub(super) edition: Edition,
    /// As it is read when nobody says what headings mean, where somebody does.
    pub(super) plain: Option<Edition>,
    /// What was taken over from earlier documents because nobody has chosen yet.
    pub(super) proposed: Vec<Remembered>,
    pub(super) known: Known,
    /// The address of its page.
    pub(super) here: String,
    pub(super) links: Links,
}

impl Handed {
    /// Reads a document that was handed in.
    pub(super) fn open(room: &Room, sha256: &str, query: &[(String, String)]) -> Result<Self, Failure> {
        let failed = |e: LedgerError| respond::failed(&room.ask, &e);
        let ledger = room.books.ledger();
        let upload = ledger.store().upload(sha256).map_err(|e| failed(e.into()))?;
        let upload = upload.ok_or_else(|| room.site.missing(&room.ask))?;
        let mut known = Known::of(query);
        let options = Options { year: known.year, as_list: known.as_list, ..Options::default() };
        let reader = room.books.ledger().reader();
        let edition = Edition::compile_by(reader, &upload.name, &upload.bytes, &options);
        let mut edition = edition.map_err(|e| failed(e.into()))?;
        let mut proposed = vec![];
        if known.columns.is_none() {
            proposed = usecases::remembered(ledger, &edition.document).map_err(failed)?;
            let columns: Vec<Naming> = proposed.iter().map(|r| r.naming.clone()).collect();
            known.columns = Some(columns).filter(|all| !all.is_empty());
        }
        let mut plain = None;
        if let Some(columns) = known.columns.clone().filter(|all| !all.is_empty()) {
            let otherwise = edition.read_again(&Options { columns, ..options });
            plain = Some(std::mem::replace(&mut edition, otherwise));
        }
        let query = known.query();
        let links = Links::handed(sha256, &query, &room.ask);
        Ok(Self { here: format!("/office/documents/{sha256}{query}"), upload, edition, plain, proposed, known, links })
    }
}

impl Handed {
    /// The same page, with the document read as a list.
    pub(super) fn as_list(&self, lang: Lang) -> String {
        let known = Known { as_list: true, ..self.known.clone() };
        let language = if lang == Lang::En { "&lang=en" } else { "" };
        format!("/office/documents/{}{}{language}", self.upload.sha256, known.query())
    }

    /// Whether somebody has to say why headings mean what they mean.
    pub(super) fn asks_why(&self) -> bool {
        self.plain.is_some()
    }

    /// Why headings were named so in earlier documents.
    pub(super) fn remembered_reason(&self) -> String {
        let mut all: Vec<&str> = self.proposed.iter().map(|r| r.reason.as_str()).collect();
        all.dedup();
        all.join("；")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_how_a_document_is_read() {
        let of = |pairs: &[(&str, &str)]| {
            Known::of(&pairs.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect::<Vec<_>>())
        };
        assert_eq!(of(&[("as_list", "1"), ("year", "2026")]).query(), "?year=2026&as_list=1");
        let known = of(&[
            ("year", "2026"),
            ("column", ""),
            ("column", "甲 = 乙=title"),
            ("column", "丙=nothing"),
            ("lang", "en"),
        ]);
        assert_eq!(known.query(), "?year=2026&column=%E7%94%B2%3D%E4%B9%99%3Dtitle");
        assert_eq!(of(&[("column", "")]).query(), "?column=", "nothing is chosen, and that is a choice");
        for unreadable in ["x", "二〇", "20", "12026"] {
            assert_eq!(of(&[("year", unreadable)]), Known::default(), "{unreadable}");
        }
        assert_eq!(Known::default().query(), "");
    }
}
