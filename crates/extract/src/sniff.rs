//! Files that are not text, told by their first bytes, so that the answer can say what they are and what to do.

use yinuo_diag::{Diagnostic, Text, codes};

/// First bytes, and what they are in Chinese and English.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (
        b"PK\x03\x04",
        "压缩包格式的文件（如 .docx、.xlsx、.wps、.ofd、.zip）",
        "a zip container (such as .docx, .xlsx, .ofd or .zip)",
    ),
    (b"%PDF-", "PDF 文件", "a PDF"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "旧版 Office 或 WPS 文件（如 .doc、.xls、.wps）",
        "an old Office file (such as .doc or .xls)",
    ),
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

/// Beginnings of marked-up text, in lower case: readable as text, but the words stand between tags.
const MARKUP: &[&[u8]] = &[b"<!doctype html", b"<html", b"<?xml"];

/// Refuses formats that are known not to be plain text.
pub(crate) fn refuse_known_formats(bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    if let Some((_, zh, en)) = SIGNATURES.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(Box::new(not_text(format!("这是{zh}，不是纯文本"), format!("this is {en}, not plain text"))));
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_markup = |m: &&[u8]| start.get(..m.len()).is_some_and(|s| s.eq_ignore_ascii_case(m));
    if MARKUP.iter().any(is_markup) {
        return Err(Box::new(not_text("这是网页或 XML 文件，不是纯文本", "this is a web page or XML, not plain text")));
    }
    Ok(())
}

/// The diagnostic for bytes that are not text.
pub(crate) fn not_text(zh: impl Into<String>, en: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&codes::NOT_TEXT, Text::new(zh, en))
        .note(Text::new("目前能读取的是纯文本：.txt 和 .md", "what can be read for now is plain text: .txt and .md"))
        .help(Text::new(
            "在原来的软件里另存为“纯文本(.txt)”，或全选、复制，粘贴到一个 .txt 文件里再试",
            "save it as plain text (.txt) in the program it came from, or copy everything and paste it into a .txt file",
        ))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn a_format_is_named_with_a_way_on() {
        for (bytes, zh) in [
            (&b"PK\x03\x04\x14\x00"[..], ".docx"),
            (b"%PDF-1.7\n", "PDF"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", ".doc"),
            (b"\x89PNG\r\n\x1a\n", "PNG"),
            (b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>", "网页"),
        ] {
            let d = read("list.txt", bytes).unwrap_err();
            assert_eq!(d.code.id, "S002");
            assert!(d.message.zh.contains(zh), "{}", d.message.zh);
            assert!(d.help.is_some_and(|h| h.zh.contains(".txt") && h.en.contains(".txt")));
        }
    }
}
