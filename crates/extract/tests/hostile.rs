//! Office files, pages and records that are damaged or made to do harm: each is read or refused with a named reason,
//! never with a panic, and never by holding more than the limits allow.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use yinuo_extract::carry::{pack, unpack};
use yinuo_extract::{Document, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORD: &str = "word/document.xml";
const BOOK: &str = "xl/workbook.xml";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A package with these parts and the relationships that lead to them.
fn package(main: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let relation = |kind: &str, id: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
    };
    let around = |all: String| format!("<Relationships>{all}</Relationships>");
    let root = around(relation("officeDocument", "r0", main));
    let book = around(relation("worksheet", "r1", "worksheets/sheet1.xml"));
    let mut all = vec![("_rels/.rels", root.as_str())];
    all.extend((main == BOOK).then_some(("xl/_rels/workbook.xml.rels", book.as_str())));
    all.extend_from_slice(parts);
    zipped(&all)
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        writer.write_all(text.as_bytes()).expect("a part is written");
    }
    writer.finish().expect("a package").into_inner()
}

fn word(body: &str) -> Vec<u8> {
    package(WORD, &[(WORD, &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"))])
}

fn workbook(sheet: &str) -> Vec<u8> {
    let book = "<workbook><sheets><sheet name=\"s\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>";
    package(BOOK, &[(BOOK, book), (SHEET, &format!("<worksheet>{sheet}</worksheet>"))])
}

fn refusal(bytes: &[u8]) -> &'static str {
    read("list", bytes).map_or_else(|d| d.code.id, |_| "read")
}

fn assert_blocks(doc: &Document) {
    let mut end = 0;
    for block in &doc.blocks {
        let (start, stop) = (block.span.start as usize, block.span.end as usize);
        assert!(end <= start && start < stop);
        let words = doc.text.get(start..stop).expect("a block stands on character borders");
        assert!(!words.contains(['\n', '\r']) && words.trim() == words);
        assert!(block.cell.is_none_or(|c| c.rows > 0 && c.columns > 0));
        end = stop;
    }
}

#[test]
fn a_whole_file_is_read() {
    let doc = read("a.bin", &word("<w:p><w:r><w:t>修桥三座</w:t></w:r></w:p>")).expect("a document");
    assert_eq!(doc.text, "修桥三座\n");
    let cells = "<sheetData><row r=\"7\"><c r=\"C7\" t=\"str\"><v>修桥</v></c></row></sheetData>";
    let doc = read("a.bin", &workbook(cells)).expect("a workbook");
    assert_eq!(doc.blocks[0].locator.map(|l| l.text().en).as_deref(), Some("sheet 1, cell C7"));
}

#[test]
fn what_would_do_harm_is_refused_by_name() {
    let spaces = " ".repeat(60 << 20);
    let many_cells: String = (0..210_000).map(|n| format!("<c r=\"A{}\" t=\"str\"><v>{n}</v></c>", n + 1)).collect();
    let many: Vec<String> = (0..5000).map(|n| format!("part{n}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|n| (n.as_str(), "")).collect();
    for (what, bytes, code) in [
        ("a part that unpacks to too much", word(&spaces), "S005"),
        ("too many parts", package(WORD, &many), "S005"),
        ("too many cells", workbook(&format!("<sheetData>{many_cells}</sheetData>")), "S005"),
        ("too deep", word(&"<w:p>".repeat(2000)), "S005"),
        ("entities", word("&lol;"), "S007"),
        (
            "a document type",
            package(WORD, &[(WORD, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")]),
            "S007",
        ),
        ("open ends", package(WORD, &[(WORD, "<w:document><w:body>")]), "S006"),
        ("no main part", zipped(&[("a.txt", "words")]), "S002"),
        ("a main part that is not there", package(WORD, &[]), "S002"),
        ("no words", word("<w:p/>"), "S001"),
    ] {
        assert_eq!(refusal(&bytes), code, "{what}");
    }
}

#[test]
fn odd_names_and_merges_do_no_harm() {
    let sheet = "<sheetData><row><c r=\"A1\" t=\"str\"><v>一</v></c><c r=\"XFD1048576\" t=\"str\"><v>二</v></c></row></sheetData>\
                 <mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A1:A1\"/><mergeCell ref=\"B2:A1\"/></mergeCells>";
    assert_blocks(&read("a", &workbook(sheet)).expect("a workbook"));
    let slip = package(WORD, &[("../../etc/passwd", "x"), (WORD, "<d><body><p><r><t>修桥</t></r></p></body></d>")]);
    assert_eq!(read("a", &slip).expect("a document").text, "修桥\n");
    let nested = "<table><tr><td>".repeat(5000) + "修桥";
    assert_blocks(&read("a", nested.as_bytes()).expect("a page"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn truncated_or_damaged_packages_are_read_or_refused(cut in 0usize..700, at in 0usize..700, with in any::<u8>()) {
        for mut bytes in [word("<w:p><w:r><w:t>修桥三座，植树两亩</w:t></w:r></w:p>"), workbook("<sheetData><row><c t=\"str\"><v>修桥</v></c></row></sheetData>")] {
            let n = bytes.len();
            bytes[at % n] = with;
            if let Ok(doc) = read("a", &bytes) {
                assert_blocks(&doc);
            }
            if let Ok(doc) = read("a", &bytes[..cut % n]) {
                assert_blocks(&doc);
            }
        }
    }

    #[test]
    fn any_markup_is_read_or_refused(parts in prop::collection::vec(prop::sample::select(vec![
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
        "<w:vMerge/>", "<w:gridSpan w:val=\"9\"/>", "<w:trPr><w:del/></w:trPr>", "<w:del>", "</w:del>", "修桥", "&amp;",
    ]), 0..40)) {
        if let Ok(doc) = read("a", &word(&parts.concat())) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn any_sheet_is_read_or_refused(
        cells in prop::collection::vec(prop::sample::select(vec![
            "<row>", "<row r=\"7\">", "</row>", "<c>", "<c r=\"C7\">", "<c t=\"s\">", "<c s=\"1\">", "<c t=\"inlineStr\"><is>", "</is>", "</c>",
            "<v>", "</v>", "<t>", "</t>", "0", "46356", "1e308", "NaN", "修桥", "<f>A1</f>", "<mergeCell ref=\"A1:C3\"/>", "<mergeCell ref=\"C3:A1\"/>",
        ]), 0..40),
        code in "[0#%ymd\"年月座;\\\\\\[_*@ ]{0,12}",
    ) {
        let code = code.replace('"', "&quot;");
        let styles = format!("<s><numFmt numFmtId=\"170\" formatCode=\"{code}\"/><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs></s>");
        let leads = "<R><r Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><r Id=\"b\" Type=\"x/styles\" Target=\"styles.xml\"/></R>";
        let bytes = zipped(&[
            ("_rels/.rels", "<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>"),
            ("xl/_rels/workbook.xml.rels", leads),
            (BOOK, "<workbook><sheet r:id=\"r1\" xmlns:r=\"r\"/></workbook>"),
            ("xl/styles.xml", &styles),
            (SHEET, &format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells.concat())),
        ]);
        if let Ok(doc) = read("a", &bytes) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn any_answer_is_understood_or_refused(changes in prop::collection::vec((any::<usize>(), any::<u8>()), 1..4), cut in 0usize..400) {
        for outcome in [read("a.csv", "序号,任务,单位\n1,修桥,交通局\n2,建亭,园林局\n".as_bytes()), read("a", b"")] {
            let mut packed = vec![];
            pack(&outcome, &mut packed).expect("memory takes everything");
            for (at, byte) in &changes {
                let n = packed.len();
                packed[at % n] = *byte;
            }
            for answer in [&packed[..], &packed[..cut.min(packed.len())]] {
                if let Ok(Ok(doc)) = unpack(answer, "a", b"") {
                    assert_blocks(&doc);
                }
            }
        }
    }

    #[test]
    fn any_page_is_read(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3 colspan=70000>", "</td>", "<ol>", "<li>", "</ol>", "<nav>",
        "</nav>", "<a href=x>", "</a>", "<script>", "</script>", "<pre>", "\n", "修桥", "三座", "&nbsp;", "<", "<!--", "-->",
    ]), 0..60)) {
        if let Ok(doc) = read("a", format!("<html>{}", parts.concat()).as_bytes()) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn any_records_are_read(text in "[\"',;\t\r\n一-龥0-9=+@ -]{0,120}") {
        if let Ok(doc) = read("a.csv", text.as_bytes()) {
            assert_blocks(&doc);
        }
    }
}

#[test]
fn sheets_that_hold_words_give_their_names() {
    let rows = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>修桥</t></is></c></row></sheetData></worksheet>";
    let names = |tag: &str, sheet: &str| {
        let book = format!("<workbook xmlns:r=\"r\"><sheet r:id=\"r1\" {tag}/></workbook>");
        read("a.xlsx", &package(BOOK, &[(BOOK, &book), (SHEET, sheet)])).map(|d| d.sheets).unwrap_or_default()
    };
    assert_eq!(names("name=\"某区实事&amp;清单\"", rows), ["某区实事&清单"]);
    let none: [String; 0] = [];
    assert_eq!(names(&format!("name=\"{}\"", "长".repeat(63)), rows), none);
    assert_eq!(names("name=\"空\"", "<worksheet/>"), none);
    assert_eq!(names("name=\"藏\" state=\"hidden\"", rows), none);
}
