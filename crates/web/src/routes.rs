//! Every address of the site on one screen. Where an address ends in a name, `.json` gives the same as data.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use yinuo_app::{Books, Ledger, Library};

use crate::handlers::{assets, codes, commitment, compare, findings, history, home, plan, source};
use crate::site::{Options, Site, Source};
use crate::{failure, headers, office};

/// The whole site over a library.
pub fn router(library: Arc<Library>, options: Options) -> Router {
    let site = Arc::new(Site::new(Source::Files(library), options));
    headers::guard(public().fallback(failure::nowhere).with_state(site))
}

/// The whole site over a ledger: what was released, and the office.
pub fn ledger_router(ledger: Arc<Ledger>, options: Options) -> Router {
    let books = Arc::new(Books::new(ledger));
    let site = Arc::new(Site::new(Source::Ledger(books), options));
    let routes = public().merge(office::routes(&site));
    headers::guard(routes.fallback(failure::nowhere).with_state(site))
}

/// The pages for everybody.
fn public() -> Router<Arc<Site>> {
    Router::new()
        .route("/", get(home::page))
        .route("/index.json", get(home::json))
        .route("/codes", get(codes::all))
        .route("/codes.json", get(codes::all_json))
        .route("/codes/{id}", get(codes::one))
        .route("/assets/{file}", get(assets::file))
        .route("/favicon.ico", get(assets::icon))
        .route("/{place}/{year}", get(plan::page))
        .route("/{place}/{year}/source", get(source::page))
        .route("/{place}/{year}/source.json", get(source::json))
        .route("/{place}/{year}/findings", get(findings::page))
        .route("/{place}/{year}/findings.json", get(findings::json))
        .route("/{place}/{year}/history", get(history::page))
        .route("/{place}/{year}/history.json", get(history::json))
        .route("/{place}/{year}/compare", get(compare::page))
        .route("/{place}/{year}/compare.json", get(compare::json))
        .route("/{place}/{year}/{number}", get(commitment::page))
}
