//! Coming in with a link that opens once, going out, and the page that says how to come in.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use yinuo_app::usecases;
use yinuo_diag::Text;

use super::fields::Fields;
use super::guard::{COOKIE, Visitor};
use crate::address;
use crate::ask::Ask;
use crate::failure::Failure;
use crate::site::Site;

/// The secret of a link.
#[derive(Deserialize)]
pub(super) struct Key {
    #[serde(default)]
    key: String,
}

pub(super) async fn enter(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Query(link): Query<Key>,
) -> Result<Response, Failure> {
    let books = site.books().ok_or_else(|| site.missing(&ask))?;
    let session = usecases::enter(books.ledger(), &link.key).map_err(|_| Failure::broken(&ask))?;
    let Some(session) = session else { return Err(used(&ask)) };
    let age = usecases::SESSION_HOURS * 3600;
    let cookie = format!("{COOKIE}={session}; Path=/office; Max-Age={age}; HttpOnly; SameSite=Lax");
    Ok(with_cookie(&address::to("/office", ask.lang, None), &cookie))
}

pub(super) async fn leave(
    State(site): State<Arc<Site>>,
    ask: Ask,
    Extension(visitor): Extension<Visitor>,
    _: Fields,
) -> Result<Response, Failure> {
    let books = site.books().ok_or_else(|| site.missing(&ask))?;
    usecases::leave(books.ledger(), &visitor.session).map_err(|_| Failure::broken(&ask))?;
    let cookie = format!("{COOKIE}=; Path=/office; Max-Age=0; HttpOnly; SameSite=Lax");
    Ok(with_cookie(&address::to("/", ask.lang, None), &cookie))
}

pub(super) async fn closed(ask: Ask) -> Failure {
    let title = Text::new("办公区要先登录", "The office is for those who are signed in");
    Failure::told(StatusCode::FORBIDDEN, &ask, title, how())
}

fn used(ask: &Ask) -> Failure {
    let title = Text::new("这个链接不能用了", "This link does not open any more");
    let said = Text::new(
        format!("链接只能用一次，一小时内有效。{}", how().zh),
        format!("A link opens once and within the hour. {}", how().en),
    );
    Failure::told(StatusCode::FORBIDDEN, ask, title, said)
}

fn how() -> Text {
    Text::new(
        "进入的链接在启动 yinuo serve --data 的终端里；需要新的链接时，请管理服务器的人重新启动它。公开的页面不用登录。",
        "The way in is a link on the terminal where yinuo serve --data was started; for a new one, ask whoever runs the server \
         to start it again. The public pages need no signing in.",
    )
}

fn with_cookie(to: &str, cookie: &str) -> Response {
    let mut headers = HeaderMap::new();
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    (headers, Redirect::to(to)).into_response()
}
