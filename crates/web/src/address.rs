//! Addresses of pages, in one place. English pages carry `?lang=en` in every link, so that the choice also lasts where
//! cookies are refused; pages as of a day carry that day, so that one stays in it.

use jiff::civil::Date;
use yinuo_diag::Lang;
use yinuo_ledger::EntryId;

use crate::ask::Ask;

/// Links within one document.
#[derive(Debug, Clone)]
pub struct Links {
    base: String,
    shape: Shape,
    lang: Lang,
    as_of: Option<Date>,
}

/// Where the pages of a document are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    /// A page for the plan, for each commitment, for the source and the findings.
    Public,
    /// The same in the office, which shows findings where they stand.
    Office,
    /// A document that was handed in: the preview and its source, with the query that says how it is read.
    Handed(String),
    /// Source and reading on one page.
    Here,
}

impl Links {
    /// The links of the document at `/{place}/{year}`.
    pub fn new(place: &str, year: &str, ask: &Ask) -> Self {
        let base = format!("/{}/{}", encode(place), encode(year));
        Self { base, shape: Shape::Public, lang: ask.lang, as_of: ask.as_of() }
    }

    /// The links of a year's plan in the office.
    pub fn office(year: &str, ask: &Ask) -> Self {
        Self { base: format!("/office/plans/{year}"), shape: Shape::Office, lang: ask.lang, as_of: None }
    }

    /// The links of a document that was handed in. `query` says how it is read; it may be empty.
    pub fn handed(sha256: &str, query: &str, ask: &Ask) -> Self {
        let shape = Shape::Handed(query.to_string());
        Self { base: format!("/office/documents/{sha256}"), shape, lang: ask.lang, as_of: None }
    }

    /// The same links where source and reading are on one page.
    pub fn here(self) -> Self {
        Self { shape: Shape::Here, ..self }
    }

    /// The plan.
    pub fn plan(&self) -> String {
        to(&format!("{}{}", self.base, self.query()), self.lang, self.as_of)
    }

    /// A commitment, at an anchor when `fragment` is not empty.
    pub fn commitment(&self, number: u32, fragment: &str) -> String {
        match self.shape {
            Shape::Handed(_) => format!("{}#i{number}", self.plan()),
            _ => self.page(&number.to_string(), fragment),
        }
    }

    /// The source page.
    pub fn source(&self, fragment: &str) -> String {
        self.page("source", fragment)
    }

    /// The findings.
    pub fn findings(&self, fragment: &str) -> String {
        self.page("findings", fragment)
    }

    /// The finding that stands at place `n` among all, about a commitment or the whole.
    pub fn finding(&self, n: usize, commitment: Option<u32>) -> String {
        match (&self.shape, commitment) {
            (Shape::Public, _) => self.findings(&format!("f{n}")),
            (Shape::Office, Some(number)) => self.commitment(number, ""),
            (Shape::Handed(_), Some(number)) => self.commitment(number, ""),
            (Shape::Office | Shape::Handed(_), None) => self.plan(),
            (Shape::Here, _) => "#findings-h".to_string(),
        }
    }

    /// The JSON of the plan.
    pub fn json(&self) -> String {
        to(&format!("{}.json", self.base), self.lang, self.as_of)
    }

    /// What was recorded about the plan.
    pub fn history(&self) -> String {
        self.page("history", "")
    }

    /// An entry among what was recorded about the plan.
    pub fn entry(&self, id: &str) -> String {
        let page = self.history();
        let sign = if page.contains('?') { '&' } else { '?' };
        format!("{page}{sign}at={id}#{id}")
    }

    /// A part of the history: about one commitment, before an entry.
    pub fn history_part(&self, item: Option<u32>, before: Option<EntryId>) -> String {
        let mut page = self.history();
        let wishes = [item.map(|n| format!("item={n}")), before.map(|id| format!("before={id}"))];
        for wish in wishes.into_iter().flatten() {
            page.push(if page.contains('?') { '&' } else { '?' });
            page.push_str(&wish);
        }
        page
    }

    /// Two editions compared.
    pub fn compare(&self, from: EntryId, into: EntryId) -> String {
        let page = self.page("compare", "");
        let sign = if page.contains('?') { '&' } else { '?' };
        format!("{page}{sign}from={from}&to={into}")
    }

    /// The page of a code.
    pub fn code(&self, id: &str) -> String {
        code(id, self.lang, self.as_of)
    }

    /// The day that links stay in.
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    fn page(&self, tail: &str, fragment: &str) -> String {
        if self.shape == Shape::Here {
            return format!("#{fragment}");
        }
        let page = to(&format!("{}/{tail}{}", self.base, self.query()), self.lang, self.as_of);
        if fragment.is_empty() { page } else { format!("{page}#{fragment}") }
    }

    fn query(&self) -> &str {
        if let Shape::Handed(query) = &self.shape { query } else { "" }
    }
}

/// The page of a code.
pub fn code(id: &str, lang: Lang, as_of: Option<Date>) -> String {
    to(&format!("/codes/{id}"), lang, as_of)
}

/// A path, perhaps with a query, with the language where it is not the default, and with the day where one was asked for.
pub fn to(path: &str, lang: Lang, as_of: Option<Date>) -> String {
    let mut path = path.to_string();
    let day = as_of.map(|day| format!("as_of={day}"));
    for part in (lang == Lang::En).then(|| "lang=en".to_string()).into_iter().chain(day) {
        path.push(if path.contains('?') { '&' } else { '?' });
        path.push_str(&part);
    }
    path
}

/// A part of a path with everything but unreserved characters as percent codes.
pub fn encode(part: &str) -> String {
    let mut out = String::with_capacity(part.len() * 3);
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Day;

    #[test]
    fn addresses_are_encoded_and_carry_the_language() {
        let links = |place, lang| {
            let mut ask = Ask::unknown();
            ask.lang = lang;
            Links::new(place, "2031", &ask)
        };
        assert_eq!(links("某区/一", Lang::En).commitment(7, "m0"), "/%E6%9F%90%E5%8C%BA%2F%E4%B8%80/2031/7?lang=en#m0");
        assert_eq!(links("a", Lang::Zh).source(""), "/a/2031/source");
        let (from, into) = (EntryId(1), EntryId(7));
        assert_eq!(links("a", Lang::Zh).compare(from, into), "/a/2031/compare?from=e1&to=e7");
    }

    #[test]
    fn pages_of_the_office_lead_into_the_office() {
        let mut ask = Ask::unknown();
        ask.lang = Lang::En;
        let office = Links::office("2031", &ask);
        assert_eq!(office.source("m7-0"), "/office/plans/2031/source?lang=en#m7-0");
        assert_eq!(office.finding(3, Some(7)), "/office/plans/2031/7?lang=en");
        assert_eq!(office.here().commitment(7, "m0"), "#m0");
        let handed = Links::handed("ab", "?year=2031", &ask);
        assert_eq!(handed.commitment(7, "m0"), "/office/documents/ab?year=2031&lang=en#i7");
        assert_eq!(handed.source("c7"), "/office/documents/ab/source?year=2031&lang=en#c7");
    }

    #[test]
    fn a_day_is_carried_on() {
        let mut ask = Ask::unknown();
        ask.as_of = Some(Day::On(jiff::civil::date(2031, 3, 1)));
        let links = Links::new("a", "2031", &ask);
        assert_eq!(links.findings("C001"), "/a/2031/findings?as_of=2031-03-01#C001");
        assert_eq!(links.code("C001"), "/codes/C001?as_of=2031-03-01");
        assert_eq!(links.history_part(Some(7), Some(EntryId(9))), "/a/2031/history?as_of=2031-03-01&item=7&before=e9");
    }
}
