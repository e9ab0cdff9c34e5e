//! Word documents: the body, the styles and the numbering, divided by zero bytes; or a whole archive, where the input begins
//! as one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_fuzz::{look, package};

const PARTS: [&str; 3] = ["word/document.xml", "word/styles.xml", "word/numbering.xml"];
const RELATIONS: [(&str, &str); 2] = [
    ("_rels/.rels", r#"<R><r Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>"#),
    (
        "word/_rels/document.xml.rels",
        r#"<R><r Id="a" Type="x/styles" Target="styles.xml"/><r Id="b" Type="x/numbering" Target="numbering.xml"/></R>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        look("list.docx", bytes);
    } else {
        look("list.docx", &package(&PARTS, &RELATIONS, bytes));
    }
});
