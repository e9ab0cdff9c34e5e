//! What guards every answer: headers that keep foreign code and frames out, and a page where a handler broke down.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, Response, header};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::failure;

/// Only our own style sheet, script and pictures; nothing inline, no frames, forms to ourselves.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Puts the guards around the site.
pub(crate) fn guard(routes: Router) -> Router {
    let set = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    routes
        .layer(CatchPanicLayer::custom(|_| -> Response<axum::body::Body> { failure::broke_down() }))
        .layer(set(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(set(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(set(header::REFERRER_POLICY, "same-origin"))
}
