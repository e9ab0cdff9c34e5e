//! Runs the site until it is told to stop. The caller opens the listener, so that it can say which address was taken.

use std::future::Future;
use std::io;
use std::sync::Arc;

use tokio::net::TcpListener;
use yinuo_app::Library;

use crate::{Options, router};

/// Serves the library on `listener` until `stop` is ready; requests under way are finished first.
pub async fn serve(
    library: Library,
    listener: TcpListener,
    options: Options,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router(Arc::new(library), options)).with_graceful_shutdown(stop).await
}
