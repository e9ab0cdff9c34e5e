//! Addresses of pages, in one place. English pages carry `?lang=en` in every link, so that the choice also lasts where
//! cookies are refused.

use yinuo_diag::Lang;

/// Links within one document.
#[derive(Debug, Clone)]
pub struct Links {
    base: String,
    lang: Lang,
}

impl Links {
    /// The links of the document at `/{place}/{year}`.
    pub fn new(place: &str, year: &str, lang: Lang) -> Self {
        Self { base: format!("/{}/{}", encode(place), encode(year)), lang }
    }

    /// The plan.
    pub fn plan(&self) -> String {
        with_lang(&self.base, self.lang)
    }

    /// A commitment, at an anchor when `fragment` is not empty.
    pub fn commitment(&self, number: u32, fragment: &str) -> String {
        self.page(&number.to_string(), fragment)
    }

    /// The source page.
    pub fn source(&self, fragment: &str) -> String {
        self.page("source", fragment)
    }

    /// The findings.
    pub fn findings(&self, fragment: &str) -> String {
        self.page("findings", fragment)
    }

    /// The JSON of the plan.
    pub fn json(&self) -> String {
        with_lang(&format!("{}.json", self.base), self.lang)
    }

    fn page(&self, tail: &str, fragment: &str) -> String {
        let page = with_lang(&format!("{}/{tail}", self.base), self.lang);
        if fragment.is_empty() { page } else { format!("{page}#{fragment}") }
    }
}

/// The page of a code.
pub fn code(id: &str, lang: Lang) -> String {
    with_lang(&format!("/codes/{id}"), lang)
}

/// A path with the language where it is not the default.
pub fn with_lang(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => path.to_string(),
        Lang::En => format!("{path}?lang=en"),
    }
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

    #[test]
    fn addresses_are_encoded_and_carry_the_language() {
        let links = Links::new("某区/一", "2031", Lang::En);
        assert_eq!(links.commitment(7, "m0"), "/%E6%9F%90%E5%8C%BA%2F%E4%B8%80/2031/7?lang=en#m0");
        assert_eq!(Links::new("a", "2031", Lang::Zh).source(""), "/a/2031/source");
    }
}
