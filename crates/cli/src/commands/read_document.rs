//! `yinuo read-document`: the hidden command by which a server reads. It binds itself to limits, takes a document from
//! standard input and answers on standard output, to the same program only. Also who reads for a server: this program again.

use std::path::Path;
use std::sync::Arc;
use std::{env, io};

use yinuo_app::reader::{InChild, Limits, Reader, answer};

use crate::Outcome;
use crate::error::CliError;

const NAME: &str = "read-document";

/// Runs the command.
pub(crate) fn run(memory: u64, processor: u64) -> Result<Outcome, CliError> {
    let limits = Limits { memory, processor, ..Limits::default() };
    let answered = answer(limits, io::stdin().lock(), io::stdout().lock());
    answered.map_err(|e| CliError::told(format!("没能读取文件：{e}"), format!("the document was not read: {e}")))?;
    Ok(Outcome::Clean)
}

/// Reads by this program in a process of its own.
pub(crate) fn reader() -> Arc<dyn Reader> {
    // The running program itself, even when its file was replaced meanwhile by another version.
    let itself = Path::new("/proc/self/exe");
    let program = if itself.exists() { itself.into() } else { env::current_exe().unwrap_or_else(|_| "yinuo".into()) };
    Arc::new(yinuo_web::Aside(Arc::new(InChild::new(&program, &[NAME], Limits::default()))))
}
