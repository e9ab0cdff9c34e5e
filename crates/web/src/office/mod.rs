//! The office area: where a ledger is written to. Nothing here is public; a visitor is let in at the door, and every form
//! is checked before anything happens. What is recorded goes through the use cases of `yinuo_app`.

mod adopt;
mod columns;
mod desk;
mod door;
mod fields;
mod guard;
mod handed;
mod item;
mod members;
mod parts;
mod plan;
mod planned;
mod problem;
mod release;
mod repair;
mod respond;
mod source;
mod taken;
mod upload;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::site::Site;

/// The addresses of the office. Those of `inside` are behind the guard, those of `door` are not.
pub(crate) fn routes(site: &Arc<Site>) -> Router<Arc<Site>> {
    let inside = Router::new()
        .route("/office", get(desk::page))
        .route("/office/leave", post(door::leave))
        .route("/office/documents", post(upload::take).layer(DefaultBodyLimit::disable()))
        .route("/office/documents/{sha256}", get(adopt::preview).post(adopt::adopt))
        .route("/office/documents/{sha256}/source", get(adopt::source))
        .route("/office/documents/{sha256}/discard", post(adopt::discard))
        .route("/office/release", post(release::release))
        .route("/office/members", get(members::page).post(members::create))
        .route("/office/members/close", post(members::close))
        .route("/office/plans/{year}", get(plan::page))
        .route("/office/plans/{year}/source", get(source::of_year))
        .route("/office/plans/{year}/{number}", get(item::page))
        .route("/office/plans/{year}/{number}/border", post(repair::border))
        .route("/office/plans/{year}/{number}/measure", post(repair::measure))
        .route("/office/plans/{year}/{number}/dismiss", post(repair::dismiss))
        .route("/office/plans/{year}/{number}/assign", post(repair::assign))
        .route("/office/plans/{year}/{number}/note", post(repair::note))
        .method_not_allowed_fallback(respond::to_the_page)
        .layer(from_fn_with_state(site.clone(), guard::check));
    let door = Router::new().route("/office/enter", get(door::enter)).route("/office/closed", get(door::closed));
    inside.merge(door)
}
