//! A reading on its way from one process to another: the outcome of [`crate::read`] as bytes, and back. The reading process
//! met hostile bytes and may have been taken over, so that whatever comes back is checked as if it were a document.
//!
//! The format is private to one build of the program: its first line is refused when it is not the expected one. Numbers are
//! in seven-bit groups, the lowest first; words are a length and UTF-8; a list is a count and its members.

mod pack;
mod unpack;

use crate::{Diagnostic, Document};

pub use pack::pack;
pub use unpack::{Unclear, unpack};

/// The first line of a reading.
pub const MARK: &[u8] = b"yinuo.reading/2\n";

/// What reading gave: a document, or why there is none.
pub type Outcome = Result<Document, Box<Diagnostic>>;

#[cfg(test)]
mod tests {
    use super::*;
    use yinuo_diag::{Span, Text, codes};

    fn carried(outcome: &Outcome, name: &str, bytes: &[u8]) -> Result<Outcome, Unclear> {
        let mut packed = vec![];
        pack(outcome, &mut packed).expect("memory takes everything");
        unpack(&packed, name, bytes)
    }

    fn same(a: &Document, b: &Document) {
        assert_eq!((&a.name, a.media_type, a.encoding, &a.sha256), (&b.name, b.media_type, b.encoding, &b.sha256));
        assert_eq!((&a.text, &a.blocks, &a.sheets, &a.findings), (&b.text, &b.blocks, &b.sheets, &b.findings));
    }

    #[test]
    fn a_reading_arrives_as_it_left() {
        let (gb, ..) = encoding_rs::GB18030.encode("某区实事\r\n新建2所幼儿园。");
        for (name, bytes) in [
            ("a.txt", "实事\n\n序号|任务|单位\n1|修桥|交通局\n".as_bytes()),
            ("a.md", b"# a"),
            ("a.csv", b"1,2\n,3\n"),
            ("a.txt", &gb),
            ("a.html", "<p>甲<table><tr><td rowspan=2>乙<td colspan=70000>丙</table>".as_bytes()),
        ] {
            let read = crate::read(name, bytes);
            let arrived = carried(&read, name, bytes).expect("a clear reading");
            same(&arrived.expect("a document"), &read.expect("a document"));
        }
        let mut book = crate::read("a.csv", b"1,2\n,3\n").expect("a document");
        book.sheets = vec!["某区实事".into(), String::new()];
        let arrived = carried(&Ok(book.clone()), "a.csv", b"1,2\n,3\n").expect("a clear reading");
        same(&arrived.expect("a document"), &book);
    }

    #[test]
    fn a_refusal_arrives_with_all_it_says() {
        let refusal = yinuo_diag::Diagnostic::new(&codes::NOT_TEXT, Text::new("甲", "a"))
            .about(3, "title")
            .label(Span::new(0, 0), Text::new("此处", "here"))
            .note(Text::new("注", "note"))
            .help(Text::new("改", "repair"));
        let arrived = carried(&Err(Box::new(refusal.clone())), "a", b"").expect("a clear refusal");
        assert_eq!(arrived.expect_err("a refusal"), Box::new(refusal));
    }

    #[test]
    fn what_no_reader_would_say_is_refused() {
        let read = crate::read("a.txt", "甲\n乙".as_bytes()).expect("a document");
        let spoiled = |spoil: &dyn Fn(&mut Document)| {
            let mut document = read.clone();
            spoil(&mut document);
            carried(&Ok(document), "a.txt", b"").is_err()
        };
        assert!(!spoiled(&|_| {}));
        assert!(spoiled(&|d| d.blocks[0].span.end = 2), "an end inside a character");
        assert!(spoiled(&|d| d.blocks[1].span.start = 0), "a block over another");
        assert!(spoiled(&|d| d.blocks[1].span.end = 99), "an end beyond the text");
        assert!(spoiled(&|d| d.blocks.reverse()), "blocks out of order");
        assert!(spoiled(&|d| d.media_type = "text/unheard-of"), "an unknown type");
        assert!(spoiled(&|d| d.encoding = "ebcdic"), "an unknown encoding");
        assert!(spoiled(&|d| d.blocks.clear()), "nothing in it");
    }
}
