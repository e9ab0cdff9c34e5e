//! Bytes to text. A byte-order mark is believed; then UTF-8; then GB18030, in which old government pages are written.
//! Whatever was inferred is said in a finding.

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use yinuo_diag::{Diagnostic, Severity, Text, codes};

use crate::sniff::{declared_encoding, not_text};

/// Text, and how it was read.
pub(crate) struct Decoded {
    pub text: String,
    /// Lower case, as in the plan's JSON.
    pub encoding: &'static str,
    pub finding: Option<Diagnostic>,
}

/// At most one character in this many may be unreadable before the file is taken to be no text.
const READABLE_PER_UNREADABLE: usize = 50;

/// Decodes a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, Box<Diagnostic>> {
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => lossy(encoding, &bytes[mark..]),
        None if holds_nul(bytes) => return Err(Box::new(binary())),
        // looks at many bytes at once where the processor can
        None => match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) => Decoded { text: text.into_owned(), encoding: "utf-8", finding: None },
            None => without_mark(bytes),
        },
    };
    if is_garbled(&decoded.text) {
        return Err(Box::new(binary()));
    }
    Ok(decoded)
}

/// Decodes with an encoding that is certain. Bytes that do not belong to it become U+FFFD and a finding.
fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let name = lower_name(encoding);
    let finding = had_errors.then(|| unreadable(encoding.name(), count_unreadable(&text)));
    Decoded { text: text.into_owned(), encoding: name, finding }
}

/// Decodes bytes that are not UTF-8 and bear no mark: GB18030 if that fits, else whichever of the two loses less.
fn without_mark(bytes: &[u8]) -> Decoded {
    // Only a page declares its encoding; another text may speak of one.
    let is_page = bytes.trim_ascii_start().starts_with(b"<");
    if let Some(encoding) = declared_encoding(bytes).filter(|e| is_page && [GB18030, GBK, BIG5].contains(e))
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded { text: text.into_owned(), encoding: lower_name(encoding), finding: None };
    }
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded { text: text.into_owned(), encoding: "gb18030", finding: Some(inferred()) };
    }
    let (gb, utf8) = (lossy(GB18030, bytes), lossy(UTF_8, bytes));
    if count_unreadable(&gb.text) < count_unreadable(&utf8.text) { gb } else { utf8 }
}

fn lower_name(encoding: &'static Encoding) -> &'static str {
    match encoding {
        e if e == UTF_16LE => "utf-16le",
        e if e == UTF_16BE => "utf-16be",
        e if e == GB18030 || e == GBK => "gb18030",
        e if e == BIG5 => "big5",
        _ => "utf-8",
    }
}

fn count_unreadable(text: &str) -> usize {
    text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count()
}

/// True when too many characters are unreadable or are control characters that no text holds.
fn is_garbled(text: &str) -> bool {
    if !may_be_garbled(text.as_bytes()) {
        return false;
    }
    let (mut all, mut bad) = (0, 0);
    for c in text.chars() {
        all += 1;
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
        bad += usize::from(is_control || c == char::REPLACEMENT_CHARACTER);
    }
    bad * READABLE_PER_UNREADABLE > all
}

/// Without a branch in the loop, so that many bytes are looked at together.
fn holds_nul(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, b| any | (*b == 0))
}

/// False when no byte can be of a control character, and no three of the replacement character: so it is with nearly every
/// text. No branch in the loops, so that they run over many bytes at once.
fn may_be_garbled(bytes: &[u8]) -> bool {
    let control = |b: u8| b < b'\t' || (0x0e..0x20).contains(&b) || b == 0x7f || b == 0xc2;
    let controls = bytes.iter().fold(false, |any, b| any | control(*b));
    let later = |n: usize| bytes.get(n..).unwrap_or_default();
    let replaced = bytes.iter().zip(later(1)).zip(later(2));
    controls || replaced.fold(false, |any, ((a, b), c)| any | ((*a == 0xef) & (*b == 0xbf) & (*c == 0xbd)))
}

fn binary() -> Diagnostic {
    not_text("这不是文本文件，或者编码无法识别", "this is not a text file, or its encoding is not known")
}

const RESAVE: (&str, &str) = (
    "如果文字有误，请在编辑器里另存为 UTF-8 编码再试",
    "if any words look wrong, save the file as UTF-8 in an editor and try again",
);

fn inferred() -> Diagnostic {
    Diagnostic::new(
        &codes::ENCODING_ASSUMED,
        Text::new("按 GB18030（含 GBK）编码读取", "read as GB18030 (which includes GBK)"),
    )
    .note(Text::new("文件不是 UTF-8，也没有标明编码", "the file is not UTF-8 and does not say how it is encoded"))
    .help(Text::new(RESAVE.0, RESAVE.1))
}

fn unreadable(name: &str, count: usize) -> Diagnostic {
    let mut d = Diagnostic::new(
        &codes::ENCODING_ASSUMED,
        Text::new(
            format!("按 {name} 编码读取，有 {count} 处无法识别"),
            format!("read as {name}; characters that could not be read: {count}"),
        ),
    )
    .note(Text::new("无法识别之处以“\u{fffd}”代替", "each of them stands in the text as \u{fffd}"))
    .help(Text::new(RESAVE.0, RESAVE.1));
    d.severity = Severity::Warning;
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const WORDS: &str = "某县2026年为民办实事：新建公园2个，改造农贸市场3家。";

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        ['\u{feff}'].into_iter().chain(text.chars()).collect::<String>().encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn gbk_is_read_and_said() {
        let (bytes, ..) = GB18030.encode(WORDS);
        let doc = read("list.txt", &bytes).unwrap();
        assert_eq!((doc.text.as_str(), doc.encoding), (WORDS, "gb18030"));
        assert_eq!((doc.findings[0].code.id, doc.findings[0].severity), ("S004", Severity::Note));
    }

    #[test]
    fn a_mark_is_believed() {
        for (bytes, name) in
            [(utf16(WORDS, u16::to_le_bytes), "utf-16le"), (utf16(WORDS, u16::to_be_bytes), "utf-16be")]
        {
            let doc = read("list.txt", &bytes).unwrap();
            assert_eq!((doc.text.as_str(), doc.encoding), (WORDS, name));
            assert!(doc.findings.is_empty());
        }
    }

    #[test]
    fn a_few_bad_bytes_are_replaced_and_counted() {
        let mut bytes = WORDS.repeat(4).into_bytes();
        bytes.splice(3..6, [0xff]);
        let doc = read("list.txt", &bytes).unwrap();
        assert_eq!((doc.encoding, doc.findings[0].severity), ("utf-8", Severity::Warning));
        assert!(doc.findings[0].message.en.ends_with(": 1"));
    }

    #[test]
    fn bytes_of_no_text_are_refused() {
        let noise: Vec<u8> = (1..=255u8).cycle().take(4000).collect();
        for bytes in [&noise[..], b"abc\0def", &[0x01, 0x02, b'a'][..], b"\xff\xfe\x00\xd8\x00\xd8"] {
            assert_eq!(read("a.txt", bytes).unwrap_err().code.id, "S002");
        }
    }
}
