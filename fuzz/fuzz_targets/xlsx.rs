//! Workbooks: a sheet, the shared strings, the styles and the workbook part, divided by zero bytes; or a whole archive,
//! where the input begins as one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_fuzz::{look, package};

const PARTS: [&str; 4] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
const RELATIONS: [(&str, &str); 2] = [
    ("_rels/.rels", r#"<R><r Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></R>"#),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<R><r Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><r Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/><r Id="c" Type="x/styles" Target="styles.xml"/></R>"#,
    ),
];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        look("list.xlsx", bytes);
    } else {
        look("list.xlsx", &package(&PARTS, &RELATIONS, bytes));
    }
});
