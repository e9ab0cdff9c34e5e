//! Who reads a document. A person's own command reads in its own process ([`Direct`]); a server reads what others hand in,
//! and lets a process with limits do it ([`InChild`]). Only reading is moved: what was read is compiled by whoever asked.

mod child;
mod limits;
mod turns;

use std::fmt;

use yinuo_diag::Diagnostic;
use yinuo_extract::Document;

pub use child::{InChild, answer};
pub use limits::{Limits, NotLimited};

/// Turns bytes into a document, or says why not.
pub trait Reader: fmt::Debug + Send + Sync {
    /// Reads bytes that are called `name`.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>>;
}

/// Reads in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct Direct;

impl Reader for Direct {
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
        yinuo_extract::read(name, bytes)
    }
}
