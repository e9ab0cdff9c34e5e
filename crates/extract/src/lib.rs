//! Bytes to text and blocks that remember where they stood. The only crate that meets hostile bytes: limits on size come
//! first, and nothing here interprets what the words mean.

mod text;

use yinuo_diag::{Diagnostic, Span};

/// A document after reading: its text, and the blocks in it.
#[derive(Debug, Clone)]
pub struct Document {
    /// File name without folders.
    pub name: String,
    /// `text/plain`, `text/markdown`.
    pub media_type: &'static str,
    /// The encoding that was taken: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`.
    pub encoding: &'static str,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The text that spans point into.
    pub text: String,
    /// In the order of the document.
    pub blocks: Vec<Block>,
    /// What was noticed while reading.
    pub findings: Vec<Diagnostic>,
}

/// A paragraph: a run of text without line ends, trimmed of white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads a document. An error is a diagnostic that says why the bytes cannot be read; its file name is `name`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
    text::read(name, bytes)
}
