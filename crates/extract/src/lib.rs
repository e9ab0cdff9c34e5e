//! Bytes to text and blocks that remember where they stood. The only crate that meets hostile bytes: limits on size come
//! first, and nothing here interprets what the words mean.

mod block;
mod blocks;
mod build;
pub mod carry;
mod csv;
mod docx;
mod emphasis;
mod encoding;
mod html;
mod limits;
mod package;
mod pdf;
mod relations;
mod rows;
mod sniff;
mod tables;
mod xlsx;
mod xml;

use sha2::{Digest, Sha256};
use yinuo_diag::{Diagnostic, Locator, Text, codes};

pub use block::{Block, CellAt};
use build::Builder;
use package::Package;
use sniff::{Kind, Markup};

/// A document after reading: its text, and the blocks in it.
#[derive(Debug, Clone)]
pub struct Document {
    /// File name without folders.
    pub name: String,
    /// `text/plain`, `text/markdown`, `text/html`, `text/csv`, `application/pdf`, or that of an office document.
    pub media_type: &'static str,
    /// The encoding that was taken: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`, or what a web page declares.
    pub encoding: &'static str,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The text that spans point into.
    pub text: String,
    /// In the order of the document.
    pub blocks: Vec<Block>,
    /// What a workbook calls its sheets, those that are shown and hold words. They stand beside the text, so that nothing in it points at them.
    pub sheets: Vec<String>,
    /// What was noticed while reading.
    pub findings: Vec<Diagnostic>,
}

impl Document {
    /// The way back to the person's own document, for one that is not plain text: where each block begins, and what they
    /// call that place.
    pub fn locators(&self) -> impl Iterator<Item = (u32, Locator)> + '_ {
        self.blocks.iter().filter_map(|b| Some((b.span.start, b.locator?)))
    }
}

/// Every media type a document may have.
const MEDIA_TYPES: [&str; 7] = ["text/plain", "text/markdown", "text/html", "text/csv", "application/pdf", WORD, EXCEL];
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Every encoding a document may have.
const ENCODINGS: [&str; 5] = ["utf-8", "gb18030", "utf-16le", "utf-16be", "big5"];

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The endings of files that can be read. What a file is, is told by its content; these are for choosing one.
pub const ENDINGS: [&str; 9] = ["txt", "md", "csv", "tsv", "html", "htm", "docx", "xlsx", "pdf"];

/// Reads a document. An error is a diagnostic that says why the bytes cannot be read; its file name is `name`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
    if bytes.len() > MAX_BYTES {
        return Err(Box::new(too_large()));
    }
    let read = match sniff::kind(bytes)? {
        Kind::Zip => office(bytes)?,
        Kind::Pdf => {
            let words = pdf::read(bytes)?;
            Document { findings: words.findings, ..unnamed("application/pdf", "utf-8", words.text.finish()) }
        }
        Kind::Text => text(name, bytes)?,
    };
    if read.blocks.is_empty() {
        return Err(Box::new(empty()));
    }
    debug_assert!(MEDIA_TYPES.contains(&read.media_type) && ENCODINGS.contains(&read.encoding));
    Ok(Document { name: name.into(), sha256: sha256(bytes), ..read })
}

/// The hash that says which bytes a document was read from.
fn sha256(bytes: &[u8]) -> String {
    let halves = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

/// A document of which name and hash are not filled in yet.
fn unnamed(media_type: &'static str, encoding: &'static str, (text, blocks): (String, Vec<Block>)) -> Document {
    let (name, sha256) = (String::new(), String::new());
    Document { name, media_type, encoding, sha256, text, blocks, sheets: vec![], findings: vec![] }
}

/// Reads a text: as it stands, as a page, or as records.
fn text(name: &str, bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
    let decoded = encoding::decode(bytes)?;
    let findings = decoded.finding.into_iter().collect();
    if sniff::markup(&decoded.text)? == Markup::Html {
        let page = html::read(&decoded.text)?.finish();
        return Ok(Document { findings, ..unnamed("text/html", decoded.encoding, page) });
    }
    if let Some(separator) = csv::separator(&decoded.text, has_ending(name, &["csv", "tsv"])) {
        let mut cells = Builder::default();
        csv::read(&decoded.text, separator, &mut cells)?;
        return Ok(Document { findings, ..unnamed("text/csv", decoded.encoding, cells.finish()) });
    }
    let markdown = has_ending(name, &["md", "markdown"]);
    let text = if markdown { emphasis::without(&decoded.text).into_owned() } else { decoded.text };
    let blocks = blocks::split(&text, markdown)?;
    let media_type = if markdown { "text/markdown" } else { "text/plain" };
    Ok(Document { findings, ..unnamed(media_type, decoded.encoding, (text, blocks)) })
}

/// Reads an office document.
fn office(bytes: &[u8]) -> Result<Document, Box<Diagnostic>> {
    let mut package = Package::open(bytes)?;
    let main = relations::of(&mut package, "")?.into_iter().find(|r| r.kind == "officeDocument");
    let main = main.map(|r| r.target).unwrap_or_default();
    match main.split('/').next() {
        Some("word") if package.has(&main) => Ok(unnamed(WORD, "utf-8", docx::read(&mut package, &main)?.finish())),
        Some("xl") if package.has(&main) && main.ends_with(".xml") => {
            let (cells, sheets) = xlsx::read(&mut package, &main)?;
            Ok(Document { sheets, ..unnamed(EXCEL, "utf-8", cells.finish()) })
        }
        _ => Err(sniff::unread(
            "压缩包格式的文件（如 .zip、.ofd、.odt、.pptx、.xlsb）",
            "a zip container (such as .zip, .ofd, .odt, .pptx or .xlsb)",
        )),
    }
}

/// Whether a name ends in one of these after its last dot.
fn has_ending(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|e| ending.eq_ignore_ascii_case(e)))
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
