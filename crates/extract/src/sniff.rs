//! What a file is, told by its first bytes and never by its name. What cannot be read is refused with what it is and a
//! way on.

use yinuo_diag::{Diagnostic, Text, codes};

use crate::package;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Characters, marked up or not.
    Text,
    /// A zip container, perhaps of an office document.
    Zip,
    /// Pages with words at places.
    Pdf,
}

/// First bytes, and what they are in Chinese and English.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"{\\rtf", "RTF 文件", "an RTF document"),
    (b"Rar!\x1a\x07", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "a 7z archive"),
    (b"\x1f\x8b", "gzip 压缩包", "a gzip archive"),
    (b"\x89PNG\r\n\x1a\n", "PNG 图片", "a PNG picture"),
    (b"\xff\xd8\xff", "JPEG 图片", "a JPEG picture"),
    (b"GIF8", "GIF 图片", "a GIF picture"),
    (b"II*\x00", "TIFF 图片", "a TIFF picture"),
    (b"MM\x00*", "TIFF 图片", "a TIFF picture"),
    (b"SQLite format 3\x00", "SQLite 数据库", "an SQLite database"),
    (b"\x7fELF", "程序文件", "a program"),
];

/// First bytes of the container of old Office files, and of new ones that have a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The kind of a file.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Box<Diagnostic>> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Err(match holds(bytes, &name) {
            true => package::encrypted(),
            false => {
                unread("旧版 Office 或 WPS 文件（如 .doc、.xls、.wps）", "an old Office file (such as .doc or .xls)")
            }
        });
    }
    if let Some((_, zh, en)) = SIGNATURES.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(unread(zh, en));
    }
    if bytes.trim_ascii_start().starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    Ok(if bytes.starts_with(b"PK\x03\x04") { Kind::Zip } else { Kind::Text })
}

/// The kind of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// None.
    Plain,
    /// A web page.
    Html,
}

/// How far into a text its markup is looked for, in bytes.
const HEAD: usize = 4096;
/// Tags that a page has and no other text.
const TAGS: [&str; 7] = ["<html", "<body", "<table", "<div", "<meta", "<p>", "<head"];

/// Whether a text is marked up. XML that is no page is refused.
pub(crate) fn markup(text: &str) -> Result<Markup, Box<Diagnostic>> {
    let start = text.trim_start();
    if !start.starts_with('<') {
        return Ok(Markup::Plain);
    }
    let mut end = start.len().min(HEAD);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    let head = start[..end].to_ascii_lowercase();
    if head.starts_with("<!doctype html") || TAGS.iter().any(|t| head.contains(t)) {
        return Ok(Markup::Html);
    }
    if head.starts_with("<?xml") {
        return Err(unread("XML 文件", "an XML file"));
    }
    Ok(Markup::Plain)
}

/// The encoding that a page says it has, as it is written.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let at = head.windows(8).position(|w| w.eq_ignore_ascii_case(b"charset="))? + 8;
    let label = head[at..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or(label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))).unwrap_or(0);
    encoding_rs::Encoding::for_label(&label[..end])
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|w| w == words)
}

/// The diagnostic for a kind of file that is not read.
pub(crate) fn unread(zh: &str, en: &str) -> Box<Diagnostic> {
    let gap = if zh.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
    Box::new(not_text(format!("这是{gap}{zh}，不能读取"), format!("this is {en}, which is not read")))
}

/// The diagnostic for bytes that cannot be read.
pub(crate) fn not_text(zh: impl Into<String>, en: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&codes::NOT_TEXT, Text::new(zh, en))
        .note(Text::new(
            "能读取的是：.txt、.md、.csv、网页（.html）、.docx、.xlsx 和 .pdf",
            "what can be read: .txt, .md, .csv, web pages (.html), .docx, .xlsx and .pdf",
        ))
        .help(Text::new(
            "在原来的软件里另存为 .docx 或 .xlsx，或全选、复制，粘贴到一个 .txt 文件里再试",
            "save it as .docx or .xlsx in the program it came from, or copy everything and paste it into a .txt file",
        ))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn a_format_is_named_with_a_way_on() {
        for (bytes, zh) in [
            (&b"{\\rtf1"[..], "RTF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", ".doc"),
            (b"\x89PNG\r\n\x1a\n", "PNG"),
            (b"<?xml version=\"1.0\"?><plist/>", "XML"),
        ] {
            let d = read("list.txt", bytes).unwrap_err();
            assert_eq!(d.code.id, "S002");
            assert!(d.message.zh.contains(zh), "{}", d.message.zh);
            assert!(d.help.is_some_and(|h| h.zh.contains(".txt") && h.en.contains(".txt")));
        }
    }

    #[test]
    fn pages_are_known_by_their_tags() {
        let page = read("list.txt", b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>a<p>b").unwrap();
        assert_eq!((page.media_type, page.blocks.len()), ("text/html", 2));
        assert_eq!(read("a.html", "<一>建桥</一>".as_bytes()).unwrap().media_type, "text/plain");
    }
}
