//! Answers of the office: pages that nobody keeps, and the way back after something was recorded.

use std::sync::Arc;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use yinuo_app::{Books, LedgerError, Look, Recorded};
use yinuo_diag::Text;
use yinuo_ledger::{EntryId, Side};

use super::guard::Visitor;
use crate::address;
use crate::ask::Ask;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::site::Site;

/// `?done=e12`: what was just recorded.
#[derive(Deserialize, Default)]
pub(super) struct Done {
    pub(super) done: Option<EntryId>,
}

/// What every page of the office needs.
pub(super) struct Room<'a> {
    pub(super) site: &'a Arc<Site>,
    pub(super) books: &'a Books,
    pub(super) ask: &'a Ask,
    pub(super) visitor: &'a Visitor,
    /// What the office sees now.
    pub(super) look: Look,
}

impl<'a> Room<'a> {
    /// The office as it stands now.
    pub(super) fn open(site: &'a Arc<Site>, ask: &'a Ask, visitor: &'a Visitor) -> Result<Self, Failure> {
        let books = site.books().ok_or_else(|| site.missing(ask))?;
        if ask.as_of.is_some() {
            return Err(only_now(ask));
        }
        let look = books.look(Side::Office, None).map_err(|e| failed(ask, &e))?;
        Ok(Self { site, books, ask, visitor, look })
    }

    /// The frame of a page.
    pub(super) fn frame(&self, zh: &str, en: &str) -> Frame {
        let mut frame = Frame::site(self.site, self.ask, "office", String::new());
        frame.title = frame.t(zh, en).to_string();
        frame
    }

    /// The name of the jurisdiction, once there is one.
    pub(super) fn place(&self) -> String {
        self.look.view.jurisdiction().unwrap_or_default().to_string()
    }

    /// The last entry that is seen here.
    pub(super) fn seen(&self) -> EntryId {
        self.look.view.head().unwrap_or(EntryId(0))
    }
}

/// A page; with problems it says so in its status too.
pub(super) fn page(page: &impl Template, ask: &Ask, refused: bool) -> Result<Response, Failure> {
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let body = page.render().map_err(|_| Failure::broken(ask))?;
    Ok((status, Html(body)).into_response())
}

/// Back to a page, which says what was recorded.
pub(super) fn back(path: &str, ask: &Ask, recorded: &Recorded) -> Response {
    let page = address::to(path, ask.lang, None);
    let sign = if page.contains('?') { '&' } else { '?' };
    if recorded.entries.is_empty() {
        return Redirect::to(&page).into_response();
    }
    Redirect::to(&format!("{page}{sign}done=e{}", recorded.entries.start)).into_response()
}

/// An address that only takes forms was opened: the page that its form is on.
pub(super) async fn to_the_page(ask: Ask) -> Redirect {
    let page = ask.path.rsplit_once('/').map_or("/office", |(page, _)| page);
    Redirect::to(&address::to(page, ask.lang, None))
}

/// The office has no past: what is recorded is recorded now.
fn only_now(ask: &Ask) -> Failure {
    let title = Text::new("办公区只有现在", "The office is always of today");
    let said = Text::new(
        "办公区看到的总是现在的台账。某一天公众看到的样子，请在公开页面上看。",
        "The office shows the ledger as it is now. What the public saw on a day is shown on the public pages.",
    );
    Failure::told(StatusCode::BAD_REQUEST, &ask.now(), title, said).way("办公区 Office", "/office".into())
}

/// The page that says why the ledger cannot be used, to somebody who is signed in.
pub(super) fn failed(ask: &Ask, error: &LedgerError) -> Failure {
    let title = Text::new("台账现在不能用", "The ledger cannot be used now");
    Failure::told(StatusCode::INTERNAL_SERVER_ERROR, ask, title, error.text()).way("办公区 Office", "/office".into())
}
