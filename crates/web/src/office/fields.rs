//! The fields of a form, given only when the form carries the token of the person who sends it.

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use yinuo_diag::Text;

use super::guard::Visitor;
use crate::ask::Ask;
use crate::failure::Failure;

/// The name of the field with the token.
pub(super) const TOKEN: &str = "form";

/// What was typed, as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// These fields.
    pub(super) fn of(fields: &[(&str, &str)]) -> Self {
        Self(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    /// A field without white space around it; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim())
    }

    /// True when a field was sent.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
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
        let fields = Self(form.map_err(|_| unreadable(&ask))?.0);
        match visitor {
            Some(visitor) if fields.get(TOKEN) == visitor.token => Ok(fields),
            _ => Err(stale(&ask)),
        }
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
