//! Answers of the office: pages that nobody keeps, and the way back after something was recorded.

use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use yinuo_app::usecases::{self, By};
use yinuo_app::{Books, Ledger, LedgerError, Look, Recorded};
use yinuo_diag::Text;
use yinuo_ledger::{EntryId, Side};

use super::fields::Fields;
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

/// What every page of the office needs: who came, and what the office sees now. Taken from the request, behind the guard.
pub(super) struct Room {
    pub(super) site: Arc<Site>,
    pub(super) books: Arc<Books>,
    pub(super) ask: Ask,
    pub(super) visitor: Visitor,
    /// What the office sees now.
    pub(super) look: Look,
}

/// What every form carries.
pub(super) struct Seal {
    /// That it is the visitor's own.
    pub(super) token: String,
    /// Which form it is, so that the same one is recorded once.
    pub(super) mark: String,
}

impl FromRequestParts<Arc<Site>> for Room {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Failure> {
        let Ok(ask) = Ask::from_request_parts(parts, site).await;
        let Some(visitor) = parts.extensions.get::<Visitor>().cloned() else { return Err(Failure::broken(&ask)) };
        Self::open(site, &ask, visitor)
    }
}

impl Room {
    fn open(site: &Arc<Site>, ask: &Ask, visitor: Visitor) -> Result<Self, Failure> {
        let books = site.books().ok_or_else(|| site.missing(ask))?.clone();
        if ask.as_of.is_some() {
            return Err(only_now(ask));
        }
        let look = books.look(Side::Office, None).map_err(|e| failed(ask, &e))?;
        Ok(Self { site: site.clone(), books, ask: ask.clone(), visitor, look })
    }

    /// The office looked at again: somebody may have recorded something since the request came in.
    pub(super) fn again(&self) -> Result<Self, Failure> {
        Self::open(&self.site, &self.ask, self.visitor.clone())
    }

    /// Records what a form asks for, once: the same form sent again gets the answer of the first time.
    pub(super) fn once(
        &self,
        fields: &Fields,
        record: impl FnOnce(&Ledger, By) -> Result<Recorded, LedgerError>,
    ) -> Result<Recorded, LedgerError> {
        let ledger = self.books.ledger();
        let known = || fields.key.as_ref().map_or(Ok(None), |key| usecases::receipt(ledger, key));
        if let Some(recorded) = known()? {
            return Ok(recorded);
        }
        let by = By { key: fields.key.clone(), ..By::post(self.visitor.post) };
        // Of two that come at the same moment one may be turned down because of the other.
        record(ledger, by).or_else(|error| known()?.ok_or(error))
    }

    /// What the forms of a page carry.
    pub(super) fn seal(&self) -> Result<Seal, Failure> {
        let mark = usecases::mark().map_err(|e| failed(&self.ask, &e))?;
        Ok(Seal { token: self.visitor.token.clone(), mark })
    }

    /// The frame of a page.
    pub(super) fn frame(&self, zh: &str, en: &str) -> Frame {
        let frame = Frame::site(&self.site, &self.ask, "office", String::new());
        let mut frame = frame.keeping(&self.ask, &["year", "as_list", "column", "name", "done"]);
        frame.title = frame.t(zh, en).to_string();
        frame.warnings = self.warnings();
        frame
    }

    /// Damaged entries, and a clock that is behind the last entry.
    fn warnings(&self) -> Vec<String> {
        let (ledger, lang) = (self.books.ledger(), self.ask.lang);
        let damage = ledger.damage().unwrap_or_default();
        let broken = (!damage.is_empty()).then(|| LedgerError::Damaged(Box::new(damage[0].clone())).text());
        let behind = yinuo_ledger::recorded_at(&self.look.view, ledger.clock().now()).1.map(|said| said.message);
        [broken, behind].into_iter().flatten().map(|text| text.get(lang).to_string()).collect()
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
