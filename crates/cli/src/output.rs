//! Standard output and the terminal: what is printed, how wide, in colour or not. A reader that closes the pipe early is
//! no error.

use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use serde::Serialize;
use terminal_size::{Width, terminal_size_of};
use unicode_width::UnicodeWidthStr;
use yinuo_diag::render::pretty::Style;

use crate::error::CliError;
use crate::lang;

/// Columns when there is no terminal to ask.
const DEFAULT_WIDTH: usize = 100;
/// Underlines and their labels cannot be read in less.
const MIN_WIDTH: usize = 40;

/// Prints a result.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    print_bytes(text.as_bytes())
}

/// Prints a result that may not be text.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    printed(out.write_all(bytes).and_then(|()| out.flush()))
}

/// Prints a result as indented JSON and a line's end, piece by piece: it may be many times as long as its document.
pub(crate) fn print_json(result: &impl Serialize) -> Result<(), CliError> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, result).map_err(io::Error::from);
    printed(written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()))
}

fn printed(outcome: io::Result<()>) -> Result<(), CliError> {
    match outcome {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(CliError::Output(cause)),
        _ => Ok(()),
    }
}

/// The text with blanks after it up to so many columns of a terminal; a Chinese character takes two.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{:1$}", "", columns.saturating_sub(text.width()))
}

/// Whether results go to a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Says something beside the result. When even that fails there is nobody to tell.
pub(crate) fn talk(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// How findings are drawn on standard output.
pub(crate) fn style() -> Style {
    let width = terminal_size_of(io::stdout()).map_or(DEFAULT_WIDTH, |(Width(w), _)| usize::from(w)).max(MIN_WIDTH);
    Style { lang: lang::chosen(), width, color: io::stdout().is_terminal() && colors_wanted() }
}

/// How findings are drawn on standard error.
pub(crate) fn talk_style() -> Style {
    Style { color: io::stderr().is_terminal() && colors_wanted(), ..style() }
}

/// <https://no-color.org>: any value that is not empty asks for none.
fn colors_wanted() -> bool {
    env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()) && env::var_os("TERM").is_none_or(|t| t != "dumb")
}
