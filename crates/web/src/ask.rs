//! What a request says besides its address: the language, and which version of a page the browser already has.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use yinuo_diag::Lang;

use crate::failure::Failure;
use crate::site::Site;

/// A day that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// This one.
    On(Date),
    /// What was written is no day.
    Unclear,
}

/// The wishes of a request.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// `?lang=`, else the cookie, else Chinese.
    pub(crate) lang: Lang,
    /// The path, without the query.
    pub(crate) path: String,
    /// The query as it was sent.
    pub(crate) query: String,
    /// The browser takes packed bodies.
    pub(crate) unpacks: bool,
    /// `?as_of=`: the day to be shown.
    pub(crate) as_of: Option<Day>,
    pub(crate) chosen: bool,
    pub(crate) held: Option<HeaderValue>,
}

impl Ask {
    /// A request of which nothing is known.
    pub(crate) fn unknown() -> Self {
        Self {
            lang: Lang::Zh,
            path: "/".to_string(),
            query: String::new(),
            unpacks: false,
            as_of: None,
            chosen: false,
            held: None,
        }
    }

    /// The day that was asked for, where it is one.
    pub(crate) fn as_of(&self) -> Option<Date> {
        match self.as_of {
            Some(Day::On(day)) => Some(day),
            Some(Day::Unclear) | None => None,
        }
    }

    /// The same wishes, but for now.
    pub(crate) fn now(&self) -> Self {
        Self { as_of: None, ..self.clone() }
    }

    /// The parts of the query that have one of these names, as they were sent.
    pub(crate) fn kept(&self, names: &[&str]) -> Vec<String> {
        let named = |pair: &&str| names.contains(&pair.split_once('=').map_or(*pair, |(name, _)| name));
        self.query.split('&').filter(named).map(str::to_string).collect()
    }

    /// The cookie to set, when the address itself chose the language.
    pub(crate) fn cookie(&self) -> Option<HeaderValue> {
        let value = match self.lang {
            Lang::Zh => "lang=zh; Path=/; Max-Age=31536000; SameSite=Lax",
            Lang::En => "lang=en; Path=/; Max-Age=31536000; SameSite=Lax",
        };
        self.chosen.then(|| HeaderValue::from_static(value))
    }

    /// True when the browser holds the version with this tag.
    pub(crate) fn has(&self, tag: &HeaderValue) -> bool {
        let (Some(held), Ok(tag)) = (self.held.as_ref().and_then(|h| h.to_str().ok()), tag.to_str()) else {
            return false;
        };
        held.split(',').any(|one| one.trim() == tag)
    }
}

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or("");
        let chosen = query.split('&').filter_map(|pair| pair.strip_prefix("lang=")).find_map(language);
        let cookies = parts.headers.get(header::COOKIE).and_then(|c| c.to_str().ok()).unwrap_or("");
        let remembered = cookies.split(';').filter_map(|c| c.trim().strip_prefix("lang=")).find_map(language);
        let encodings = parts.headers.get(header::ACCEPT_ENCODING).and_then(|e| e.to_str().ok()).unwrap_or("");
        Ok(Self {
            lang: chosen.or(remembered).unwrap_or(Lang::Zh),
            path: parts.uri.path().to_string(),
            query: query.to_string(),
            unpacks: encodings.split(',').any(|e| e.trim() == "gzip"),
            as_of: query.split('&').find_map(|pair| pair.strip_prefix("as_of=")).filter(|d| !d.is_empty()).map(day),
            chosen: chosen.is_some(),
            held: parts.headers.get(header::IF_NONE_MATCH).cloned(),
        })
    }
}

/// A day as `2031-03-01`.
fn day(text: &str) -> Day {
    text.parse().ok().filter(|d: &Date| d.to_string() == text).map_or(Day::Unclear, Day::On)
}

fn language(tag: &str) -> Option<Lang> {
    match tag {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The parts of an address. One that is no text leads nowhere, like any other that is not known.
pub(crate) struct Address<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Site>> for Address<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Failure> {
        match Path::from_request_parts(parts, site).await {
            Ok(Path(found)) => Ok(Self(found)),
            Err(_) => {
                let Ok(ask) = Ask::from_request_parts(parts, site).await;
                Err(site.missing(&ask))
            }
        }
    }
}
