//! What can be wrong with a workbook: sheets that are all holes, merges that run in circles, strings and formats that a few
//! bytes repeat without end.

use crate::Case;
use crate::made::{book, book_with};

const CELL: &str = "<c r=\"A1\" t=\"str\"><v>修桥</v></c>";

pub(crate) const CASES: &[Case] = &[
    ("a million blank cells", "a.xlsx", || book(&format!("{CELL}{}", "<c s=\"1\"/>".repeat(1_000_000))), "read"),
    ("a million cells with a hole between each", "a.xlsx", sparse, "S005"),
    (
        "a cell in each corner",
        "a.xlsx",
        || book("<c r=\"A1\" t=\"str\"><v>一</v></c><c r=\"XFD1048576\" t=\"str\"><v>二</v></c>"),
        "read",
    ),
    ("a cell outside of the sheet", "a.xlsx", || book("<c r=\"ZZZZZZ99999999999\" t=\"str\"><v>一</v></c>"), "read"),
    (
        "rows in no order",
        "a.xlsx",
        || {
            book(
                "<row r=\"9\"><c t=\"str\"><v>一</v></c></row><row r=\"1\"><c t=\"str\"><v>二</v></c></row><row r=\"4294967295\"><c t=\"str\"><v>三</v></c></row>",
            )
        },
        "read",
    ),
    ("the same cell many times", "a.xlsx", || book(&CELL.repeat(40_000)), "read"),
    ("merges in a circle", "a.xlsx", || merged(&["A1:B2", "B2:C3", "C3:A1", "B1:B3", "A2:C2", "B2:A1"]), "read"),
    ("the whole sheet merged", "a.xlsx", || merged(&["A1:XFD1048576"]), "read"),
    ("the whole sheet merged from every cell", "a.xlsx", merged_from_each, "read"),
    ("merges that are none", "a.xlsx", || merged(&["A1", ":", "A1:", ":B2", "A0:B0", "1:2", "A1:B2:C3"]), "read"),
    ("a quarter million merges", "a.xlsx", quarter_million_merges, "read"),
    ("a long string in every cell", "a.xlsx", || strings(&"修".repeat(1 << 20), 100_000), "S005"),
    ("long blanks in every cell", "a.xlsx", || strings(&" ".repeat(500_000), 100_000), "S005"),
    (
        "a hundred thousand lines in every cell",
        "a.xlsx",
        || strings(&format!("修{}桥", "\n".repeat(100_000)), 50_000),
        "S005",
    ),
    (
        "strings that are not there",
        "a.xlsx",
        || book("<c t=\"s\"><v>99999999999</v></c><c t=\"s\"><v>-1</v></c><c t=\"s\"/>"),
        "S001",
    ),
    (
        "strings without number",
        "a.xlsx",
        || book_with("", &[("xl/sharedStrings.xml", &format!("<sst>{}</sst>", "<si/>".repeat(1_500_000)))]),
        "S005",
    ),
    ("a format of a megabyte", "a.xlsx", long_format, "read"),
    (
        "formats without number",
        "a.xlsx",
        || book_with("", &[("xl/styles.xml", &format!("<s><cellXfs>{}</cellXfs></s>", "<xf/>".repeat(1_500_000)))]),
        "S005",
    ),
    ("numbers that are none", "a.xlsx", odd_numbers, "read"),
    ("dates before and after all time", "a.xlsx", odd_dates, "read"),
    (
        "a sheet that is not there",
        "a.xlsx",
        || book_with("", &[("xl/workbook.xml", "<workbook><sheet id=\"r9\"/></workbook>")]),
        "S001",
    ),
    ("a sheet that is the workbook", "a.xlsx", sheet_is_book, "S001"),
    ("relationships without number", "a.xlsx", relationships, "S005"),
    (
        "formulas that call programs",
        "a.xlsx",
        || book("<c t=\"str\"><f>cmd|' /C calc'!A0</f><v>=cmd|' /C calc'!A0</v></c>"),
        "read",
    ),
];

fn sparse() -> Vec<u8> {
    let cell = |n: u32| {
        format!(
            "<row r=\"{}\"><c r=\"{}{}\"><v>1</v></c></row>",
            n + 1,
            if n.is_multiple_of(2) { "A" } else { "XFD" },
            n + 1
        )
    };
    book(&(0..1_000_000).map(cell).collect::<String>())
}

fn merged(ranges: &[&str]) -> Vec<u8> {
    let merges: String = ranges.iter().map(|r| format!("<mergeCell ref=\"{r}\"/>")).collect();
    let cells: String = ["A", "B", "C"]
        .iter()
        .flat_map(|c| (1..4).map(move |r| format!("<c r=\"{c}{r}\" t=\"str\"><v>桥{r}</v></c>")))
        .collect();
    book_with(&format!("<sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells>"), &[])
}

fn merged_from_each() -> Vec<u8> {
    let cells: String = (1..=2_000).map(|n| format!("<c r=\"A{n}\" t=\"str\"><v>桥</v></c>")).collect();
    let merges: String = (1..=2_000).map(|n| format!("<mergeCell ref=\"A{n}:XFD1048576\"/>")).collect();
    book_with(&format!("<sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells>"), &[])
}

fn quarter_million_merges() -> Vec<u8> {
    let merges: String = (1..=250_000).map(|n| format!("<mergeCell ref=\"A{n}:C{}\"/>", n + 3)).collect();
    book_with(&format!("<sheetData>{CELL}</sheetData><mergeCells>{merges}</mergeCells>"), &[])
}

/// A workbook that shows one string in so many cells.
fn strings(string: &str, cells: usize) -> Vec<u8> {
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(cells);
    let strings = format!("<sst><si><t>{string}</t></si></sst>");
    book_with(&format!("<sheetData>{cells}</sheetData>"), &[("xl/sharedStrings.xml", &strings)])
}

fn long_format() -> Vec<u8> {
    let code = format!("0&quot;{}&quot;", "\u{3000}".repeat(300_000));
    let styles =
        format!("<s><numFmt numFmtId=\"170\" formatCode=\"{code}\"/><cellXfs><xf numFmtId=\"170\"/></cellXfs></s>");
    let cells = "<c s=\"0\"><v>12</v></c>".repeat(40_000);
    book_with(&format!("<sheetData>{cells}</sheetData>"), &[("xl/styles.xml", &styles)])
}

fn odd_numbers() -> Vec<u8> {
    let values = ["1e308", "-1e999", "NaN", "inf", "0x10", "1e-320", "--1", "１２", "99999999999999999999999999", ""];
    book(&values.map(|v| format!("<c><v>{v}</v></c>")).concat())
}

fn odd_dates() -> Vec<u8> {
    let styles = "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>";
    let values = ["-1", "0", "60", "2958465", "2958466", "9e99", "NaN", "1e308"];
    let cells = values.map(|v| format!("<c s=\"0\"><v>{v}</v></c>")).concat();
    book_with(&format!("<sheetData>{cells}</sheetData>"), &[("xl/styles.xml", styles)])
}

fn sheet_is_book() -> Vec<u8> {
    let leads = "<R><r Id=\"r1\" Type=\"x/worksheet\" Target=\"workbook.xml\"/><r Id=\"b\" Type=\"x/sharedStrings\" Target=\"workbook.xml\"/></R>";
    book_with("", &[("xl/_rels/workbook.xml.rels", leads)])
}

fn relationships() -> Vec<u8> {
    let all: String = (0..100_000).map(|n| format!("<r Id=\"r{n}\" Type=\"x/worksheet\" Target=\"a\"/>")).collect();
    book_with("", &[("xl/_rels/workbook.xml.rels", &format!("<R>{all}</R>"))])
}
