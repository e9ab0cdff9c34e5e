//! Plain text: encoding, and paragraphs as lines. Line ends are kept, so that offsets are those of the file.

use sha2::{Digest, Sha256};
use yinuo_diag::{Diagnostic, Span};

use crate::{Block, Document};

/// Reads text in UTF-8.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).into_owned();
    let sha256 = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
    let blocks = paragraphs(&text);
    let media_type = "text/plain";
    Ok(Document { name: name.into(), media_type, encoding: "utf-8", sha256, text, blocks, findings: vec![] })
}

/// Lines that hold anything but white space, trimmed.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut at = 0;
    let mut blocks = vec![];
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block { span: Span::new(start, start + trimmed.len()) });
        }
        at += line.len();
    }
    blocks
}
