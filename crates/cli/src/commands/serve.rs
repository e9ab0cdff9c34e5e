//! `yinuo serve FILE…`: documents as pages, read again when their files change, until Ctrl-C.

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use yinuo_app::{Ledger, Library};

use super::read_document;
use crate::Outcome;
use crate::args::Serve;
use crate::error::CliError;
use crate::lang::say;
use crate::output::print;

/// Runs the command.
pub(crate) fn run(args: &Serve) -> Result<Outcome, CliError> {
    if let Some(folder) = &args.data {
        return books(super::ledger::to_write(folder)?, &args.listen.address, yinuo_web::Options::default());
    }
    let library = Library::open(&args.files, args.reading.options(), read_document::reader());
    let library = library.map_err(CliError::Open)?;
    pages(library, &args.listen.address, yinuo_web::Options::default())
}

/// Serves a ledger. The first line of output is its address; the second lets one person into the office, once.
pub(super) fn books(ledger: Ledger, address: &str, options: yinuo_web::Options) -> Result<Outcome, CliError> {
    let ledger = Arc::new(ledger.read_by(read_document::reader()));
    let failed = |cause| CliError::Serve { address: address.to_string(), cause };
    let office = yinuo_web::office_path(&ledger)?;
    Runtime::new().map_err(failed)?.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let taken = listener.local_addr().map_err(failed)?;
        print(&format!("http://{taken}/  {}\n", say("按 Ctrl-C 停止", "Ctrl-C stops")))?;
        let once = say("办公区，只能用一次，一小时内有效", "the office, good once and for an hour");
        print(&format!("http://{taken}{office}  {once}\n"))?;
        let stop = async { tokio::signal::ctrl_c().await.unwrap_or(()) };
        yinuo_web::serve_ledger(ledger, listener, options, stop).await.map_err(failed)
    })?;
    Ok(Outcome::Clean)
}

/// Serves a library; the first line of output is its address, once it answers.
pub(super) fn pages(library: Library, address: &str, options: yinuo_web::Options) -> Result<Outcome, CliError> {
    let failed = |cause| CliError::Serve { address: address.to_string(), cause };
    Runtime::new().map_err(failed)?.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let taken = listener.local_addr().map_err(failed)?;
        print(&format!("http://{taken}/  {}\n", say("按 Ctrl-C 停止", "Ctrl-C stops")))?;
        // Without a signal to wait for, serving goes on until the process is ended.
        let stop = async { tokio::signal::ctrl_c().await.unwrap_or(()) };
        yinuo_web::serve(library, listener, options, stop).await.map_err(failed)
    })?;
    Ok(Outcome::Clean)
}
