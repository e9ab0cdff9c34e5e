//! Bytes to text and blocks that remember where they stood. The only crate that meets hostile bytes: limits on size come
//! first, and nothing here interprets what the words mean.

mod blocks;
mod encoding;
mod sniff;

use sha2::{Digest, Sha256};
use yinuo_diag::{Diagnostic, Span, Text, codes};

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
    if bytes.len() > MAX_BYTES {
        return Err(Box::new(too_large()));
    }
    sniff::refuse_known_formats(bytes)?;
    let decoded = encoding::decode(bytes)?;
    let markdown = is_markdown(name);
    let blocks = blocks::split(&decoded.text, markdown);
    if blocks.is_empty() {
        return Err(Box::new(empty()));
    }
    Ok(Document {
        name: name.into(),
        media_type: if markdown { "text/markdown" } else { "text/plain" },
        encoding: decoded.encoding,
        sha256: Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect(),
        text: decoded.text,
        blocks,
        findings: decoded.finding.into_iter().collect(),
    })
}

/// Whether the name says Markdown.
fn is_markdown(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ["md", "markdown"].iter().any(|e| ending.eq_ignore_ascii_case(e)))
}

/// The diagnostic for a file over [`MAX_BYTES`]. For callers that stop reading there.
pub fn too_large() -> Diagnostic {
    let limit = MAX_BYTES / 1024 / 1024;
    Diagnostic::new(
        &codes::TOO_LARGE,
        Text::new(format!("文件超过 {limit} MiB，没有读取"), format!("the file is over {limit} MiB and was not read")),
    )
    .help(Text::new(
        "只保留清单所在的部分，另存为文本文件后再试",
        "keep only the part that holds the list, save it as text and try again",
    ))
}

fn empty() -> Diagnostic {
    Diagnostic::new(&codes::EMPTY_FILE, Text::new("文件里没有文字", "there are no words in the file")).help(Text::new(
        "请确认选对了文件；如果内容是图片，需要先转成文字",
        "check that this is the right file; a list kept as a picture has to be turned into text first",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_keeps_its_bytes_and_remembers_its_blocks() {
        let text = "\u{feff}某区实事\r\n\r\n\u{3000}新建2所幼儿园。\t\r\n";
        let doc = read("list.txt", text.as_bytes()).unwrap();
        assert_eq!(doc.text, &text[3..]);
        let words: Vec<_> = doc.blocks.iter().map(|b| b.span.of(&doc.text)).collect();
        assert_eq!(words, ["某区实事", "新建2所幼儿园。"]);
        assert_eq!((doc.encoding, doc.media_type, doc.sha256.len()), ("utf-8", "text/plain", 64));
        assert!(doc.findings.is_empty());
    }

    #[test]
    fn what_holds_no_words_is_refused() {
        for blank in ["", " \r\n\t\n", "\u{feff}", "\u{3000}\u{200b}\n"] {
            assert_eq!(read("a.txt", blank.as_bytes()).unwrap_err().code.id, "S001", "{blank:?}");
        }
        assert_eq!(read("a.txt", &vec![b'a'; MAX_BYTES + 1]).unwrap_err().code.id, "S003");
        assert!(read("a.txt", &vec![b'a'; MAX_BYTES]).is_ok());
    }

    #[test]
    fn markdown_is_known_by_its_name() {
        assert_eq!(read("list.MD", b"# a").unwrap().media_type, "text/markdown");
        assert_eq!(read("list.md.txt", b"# a").unwrap().media_type, "text/plain");
    }
}
