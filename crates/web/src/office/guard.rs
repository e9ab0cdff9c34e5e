//! Who may come in, decided before anything else: a session cookie, and for a form that it comes from our own pages. What
//! the form's own token says is checked where the form is read.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use yinuo_app::usecases;
use yinuo_diag::Text;
use yinuo_ledger::{Domain, Hash, PostId};

use crate::ask::Ask;
use crate::failure::Failure;
use crate::site::Site;

/// The cookie of a session.
pub(super) const COOKIE: &str = "office";

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// The post they act for.
    pub(crate) post: PostId,
    /// What every form of theirs carries.
    pub(crate) token: String,
    /// The secret of the session.
    pub(super) session: String,
}

/// Lets a request through, or answers it.
pub(super) async fn check(State(site): State<Arc<Site>>, ask: Ask, mut request: Request, next: Next) -> Response {
    let Some(visitor) = visitor(&site, request.headers()) else {
        if request.method().is_safe() {
            return Redirect::to(&crate::address::to("/office/closed", ask.lang, None)).into_response();
        }
        return not_signed_in(&ask).into_response();
    };
    if !request.method().is_safe() && !is_ours(request.headers()) {
        return foreign(&ask).into_response();
    }
    request.extensions_mut().insert(visitor);
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}

fn visitor(site: &Site, headers: &HeaderMap) -> Option<Visitor> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|c| c.to_str().ok()).flat_map(|c| c.split(';'));
    let session = cookies.filter_map(|c| c.trim().split_once('=')).find(|(name, _)| *name == COOKIE)?.1.to_string();
    let post = usecases::visitor(site.books()?.ledger(), &session).ok()??;
    let token = Hash::of(Domain::Secret, &[b"form\n", session.as_bytes()]).to_string();
    Some(Visitor { post, token, session })
}

/// True when a form comes from a page of this site, as the browser says.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    let site = headers.get("sec-fetch-site").map(|v| v.as_bytes() == b"same-origin");
    let host = text(header::HOST);
    let origin = text(header::ORIGIN).map(|o| o.split_once("://").map(|(_, host)| host) == host && host.is_some());
    (site.is_some() || origin.is_some()) && site.unwrap_or(true) && origin.unwrap_or(true)
}

fn not_signed_in(ask: &Ask) -> Failure {
    let title = Text::new("还没有登录", "You are not signed in");
    let said = Text::new(
        "没有记录任何内容。登录可能已过期；用终端里的新链接进入后，返回上一页再提交，填写的内容还在。",
        "Nothing was recorded. Your session may have ended; come in with a new link from the terminal, then go back and send \
         the form again: what you typed is still there.",
    );
    Failure::told(StatusCode::FORBIDDEN, ask, title, said)
}

fn foreign(ask: &Ask) -> Failure {
    let title = Text::new("这份表单不是从本站提交的", "The form does not come from this site");
    let said = Text::new(
        "没有记录任何内容。请在办公区的页面上填写并提交。",
        "Nothing was recorded. Fill it in and send it on a page of the office.",
    );
    Failure::told(StatusCode::FORBIDDEN, ask, title, said).way("办公区 Office", "/office".into())
}
