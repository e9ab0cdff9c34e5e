//! The fields of a form, given only when the form carries the token of the person who sends it.

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use yinuo_diag::Text;
use yinuo_ledger::{Domain, Hash, Key};

use super::guard::Visitor;
use crate::ask::Ask;
use crate::failure::Failure;

/// The name of the field with the token.
pub(super) const TOKEN: &str = "form";
/// The name of the field that tells one form from another.
const MARK: &str = "mark";

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    all: Vec<(String, String)>,
    /// The same for the same form with the same words in it.
    pub(super) key: Option<Key>,
}

impl Fields {
    /// These fields.
    pub(super) fn of(fields: &[(&str, &str)]) -> Self {
        let all = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Self { all, key: None }
    }

    /// A field without white space around it; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.all.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.all.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    /// True when a field was sent.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.iter().any(|(n, _)| n == name)
    }

    /// A field read as something; none when it is not there or cannot be read.
    pub(super) fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).parse().ok()
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let Ok(ask) = Ask::from_request_parts(&mut parts, state).await;
        let visitor = parts.extensions.get::<Visitor>().cloned();
        let form = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), state).await;
        let fields = Self { all: form.map_err(|_| unreadable(&ask))?.0, key: None };
        match visitor {
            Some(visitor) if fields.get(TOKEN) == visitor.token => Ok(fields.marked(&ask.path, &visitor)),
            _ => Err(stale(&ask)),
        }
    }
}

impl Fields {
    /// Derives the key of the request. Whoever goes back and changes a word asks for something else.
    fn marked(mut self, path: &str, visitor: &Visitor) -> Self {
        if !self.get(MARK).is_empty() {
            let words = self.all.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
            let all: Vec<&str> = [path, visitor.token.as_str()].into_iter().chain(words).collect();
            // Written as a list, so that no two forms give the same bytes.
            let hash = Hash::of(Domain::Secret, &[b"mark\n", format!("{all:?}").as_bytes()]);
            self.key = Key::new(&hash.to_string());
        }
        self
    }
}

/// The form is not one of ours, or of an earlier session.
pub(super) fn stale(ask: &Ask) -> Failure {
    let title = Text::new("表单已过期", "The form is out of date");
    let said = Text::new(
        "没有记录任何内容。请返回上一页，刷新后再提交。",
        "Nothing was recorded. Go back, load the page again and send the form once more.",
    );
    Failure::told(StatusCode::FORBIDDEN, ask, title, said).way("办公区 Office", "/office".into())
}

fn unreadable(ask: &Ask) -> Failure {
    let title = Text::new("表单读不出来", "The form cannot be read");
    let said = Text::new(
        "没有记录任何内容。文字可能太长；请返回上一页，写短一些再提交。",
        "Nothing was recorded. The text may be too long; go back, shorten it and send the form again.",
    );
    Failure::told(StatusCode::BAD_REQUEST, ask, title, said).way("办公区 Office", "/office".into())
}
