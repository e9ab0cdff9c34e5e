//! Runs the site until it is told to stop. The caller opens the listener, so that it can say which address was taken.

use std::future::Future;
use std::io;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use yinuo_app::{Ledger, LedgerError, Library, usecases};

use crate::{Options, ledger_router, router};

/// Serves the library on `listener` until `stop` is ready; requests under way are finished first.
pub async fn serve(
    library: Library,
    listener: TcpListener,
    options: Options,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    run(router(Arc::new(library), options), listener, stop).await
}

/// Serves a ledger: to everybody what was released, and the office area to those who come with a link of [`office_path`].
pub async fn serve_ledger(
    ledger: Arc<Ledger>,
    listener: TcpListener,
    options: Options,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    run(ledger_router(ledger, options), listener, stop).await
}

/// A path of the site that lets one person into the office, once and within the hour. To be shown to them alone.
pub fn office_path(ledger: &Ledger) -> Result<String, LedgerError> {
    Ok(format!("/office/enter?key={}", usecases::invite(ledger, Ledger::first_post())?))
}

async fn run(site: Router, listener: TcpListener, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
    axum::serve(listener, site).with_graceful_shutdown(stop).await
}
