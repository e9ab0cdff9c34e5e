//! What can be wrong with the XML of office files and with pages: entities, depth, loose ends, crowds.

use crate::Case;
use crate::made::{SOUND, book_with, main_part, word, word_of, word_with};

const LAUGHS: &str = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

pub(crate) const CASES: &[Case] = &[
    ("a billion laughs", "a.docx", || declared(LAUGHS, "&c;"), "S007"),
    (
        "one long entity many times",
        "a.docx",
        || declared(&format!("<!DOCTYPE a [<!ENTITY x \"{}\">]>", "哈".repeat(50_000)), &"&x;".repeat(50_000)),
        "S007",
    ),
    (
        "an entity from a file",
        "a.docx",
        || declared("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"),
        "S007",
    ),
    (
        "an entity from a server",
        "a.docx",
        || declared("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1/\">]>", "&x;"),
        "S007",
    ),
    (
        "a document type from a server",
        "a.docx",
        || declared("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\">", ""),
        "S007",
    ),
    (
        "a parameter entity",
        "a.docx",
        || declared("<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///dev/random\"> %x;]>", ""),
        "S007",
    ),
    ("an entity nobody declared", "a.docx", || word("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>"), "S007"),
    (
        "entities in the styles",
        "a.docx",
        || word_with(SOUND, &[("word/styles.xml", &format!("{LAUGHS}<a>&c;</a>"))]),
        "S007",
    ),
    (
        "entities in the strings",
        "a.xlsx",
        || book_with("", &[("xl/sharedStrings.xml", &format!("{LAUGHS}<sst><si><t>&c;</t></si></sst>"))]),
        "S007",
    ),
    (
        "entities in a workbook",
        "a.xlsx",
        || book_with("", &[("xl/workbook.xml", &format!("{LAUGHS}<workbook/>"))]),
        "S007",
    ),
    ("elements too deep", "a.docx", || word(&"<w:p>".repeat(100_000)), "S005"),
    ("tables too deep", "a.docx", || word(&"<w:tbl><w:tr><w:tc>".repeat(5_000)), "S005"),
    ("tables as deep as they may be", "a.docx", deep_tables, "read"),
    ("elements too deep in a sheet", "a.xlsx", || book_with(&"<row>".repeat(100_000), &[]), "S005"),
    ("an end that is missing", "a.docx", || word_of("<w:document><w:body>", &[]), "S006"),
    ("ends that cross", "a.docx", || word("<w:p><w:r></w:p></w:r>"), "S006"),
    ("an attribute without an end", "a.docx", || word_of("<w:document a=\"", &[]), "S006"),
    ("character data without an end", "a.docx", || word_of("<w:document><![CDATA[x", &[]), "S006"),
    ("a comment without an end", "a.docx", || word_of("<w:document><!-- x", &[]), "S006"),
    (
        "a million attributes",
        "a.docx",
        || word_of(&main_part(SOUND).replacen("<w:p>", &format!("<w:p {}>", attributes(1_000_000)), 1), &[]),
        "read",
    ),
    ("ten megabytes of comment", "a.docx", || word(&format!("<!--{}-->{SOUND}", noise(10 << 20))), "read"),
    ("a pattern of a megabyte before every paragraph", "a.docx", long_pattern, "read"),
    ("blanks for a number before every paragraph", "a.docx", blank_pattern, "read"),
    ("lists without number", "a.docx", || word_with(SOUND, &[("word/numbering.xml", &definitions())]), "S005"),
    ("styles that rest on each other", "a.docx", round_styles, "read"),
    (
        "a cell over four billion columns",
        "a.docx",
        || {
            word(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr><w:p><w:r><w:t>桥</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            )
        },
        "read",
    ),
    (
        "a row after four billion columns",
        "a.docx",
        || {
            word(
                "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr><w:tc><w:p><w:r><w:t>桥</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            )
        },
        "read",
    ),
    ("a cell down forty thousand rows", "a.docx", endless_cell, "read"),
    ("half a million paragraphs", "a.docx", || word(&SOUND.repeat(500_000)), "S005"),
    ("a paragraph in UTF-16 that breaks off", "a.docx", broken_utf16, "S006"),
    (
        "a tag with a million attributes",
        "a.html",
        || format!("<html><p {}>修桥</p>", attributes(1_000_000)).into_bytes(),
        "S005",
    ),
    (
        "an end tag with as many",
        "a.html",
        || format!("<html></p {}>修桥</p>", attributes(1_000_000)).into_bytes(),
        "S005",
    ),
    ("elements a million deep", "a.html", || format!("<html>{}修桥", "<div>".repeat(1_000_000)).into_bytes(), "read"),
    ("tables in tables", "a.html", || format!("<html>{}修桥", "<table><tr><td>".repeat(200_000)).into_bytes(), "read"),
    ("lists in lists", "a.html", || format!("<html>{}修桥", "<ol><li>".repeat(500_000)).into_bytes(), "read"),
    ("cells over all rows and columns", "a.html", large_cells, "read"),
    (
        "cells without number",
        "a.html",
        || format!("<html><table><tr>{}", "<td>桥".repeat(300_000)).into_bytes(),
        "S005",
    ),
    (
        "a page with entities of its own",
        "a.html",
        || format!("<!DOCTYPE html [<!ENTITY x \"y\">]><html><p>修桥 {}", "&x;".repeat(100_000)).into_bytes(),
        "read",
    ),
    (
        "numbers of no character",
        "a.html",
        || format!("<html><p>修桥{}", "&#x110000;&#0;&#xd800;".repeat(200_000)).into_bytes(),
        "read",
    ),
    (
        "a script without an end",
        "a.html",
        || format!("<html><p>修桥<script>{}", "</p".repeat(1_000_000)).into_bytes(),
        "read",
    ),
    (
        "a comment without an end on a page",
        "a.html",
        || format!("<html><p>修桥<!--{}", "--".repeat(1_000_000)).into_bytes(),
        "read",
    ),
    (
        "comments without an end, many",
        "a.html",
        || format!("<html><p>修桥{}", "<!--".repeat(1_000_000)).into_bytes(),
        "read",
    ),
    (
        "a navigation without an end",
        "a.html",
        || format!("<html><nav>修桥{}", "<p>植树".repeat(100_000)).into_bytes(),
        "read",
    ),
    ("a page of nothing but tags", "a.html", || "<html><p><b></p>".repeat(500_000).into_bytes(), "S001"),
    ("a megabyte for a name", "a.html", || format!("<html><{}>修桥", "a".repeat(10 << 20)).into_bytes(), "read"),
    (
        "a drawing with entities",
        "a.svg",
        || format!("<?xml version=\"1.0\"?>{LAUGHS}<svg>&c;</svg>").into_bytes(),
        "S002",
    ),
];

fn declared(declaration: &str, body: &str) -> Vec<u8> {
    word_of(&format!("{declaration}{}", main_part(body)), &[])
}

fn attributes(count: usize) -> String {
    (0..count).map(|n| format!("a{n}=\"\" ")).collect()
}

/// Characters that do not pack well, none of which means anything in XML.
fn noise(length: usize) -> String {
    let mut n = 1u32;
    let mut next = || {
        n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (b'a' + (n >> 24) as u8 % 26) as char
    };
    (0..length).map(|_| next()).collect()
}

fn deep_tables() -> Vec<u8> {
    let depth = 300;
    word(&("<w:tbl><w:tr><w:tc>".repeat(depth) + SOUND + &"</w:tc></w:tr></w:tbl>".repeat(depth)))
}

fn numbered(pattern: &str) -> String {
    format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{pattern}\"/>\
         </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

fn long_pattern() -> Vec<u8> {
    let paragraph = SOUND.replacen("<w:p>", "<w:p><w:numPr><w:numId w:val=\"1\"/></w:numPr>", 1);
    word_with(&paragraph.repeat(20_000), &[("word/numbering.xml", &numbered(&"%1x".repeat(300_000)))])
}

fn blank_pattern() -> Vec<u8> {
    let cell = "<w:tc><w:p><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:p></w:tc>";
    let body = format!("{SOUND}<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(50_000));
    word_with(&body, &[("word/numbering.xml", &numbered(&"\u{3000}".repeat(300_000)))])
}

fn definitions() -> String {
    let one = |n| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{n}\"><w:lvl w:ilvl=\"8\"><w:start w:val=\"1\"/></w:lvl></w:abstractNum>"
        )
    };
    format!("<w:numbering>{}</w:numbering>", (0..200_000).map(one).collect::<String>())
}

fn round_styles() -> Vec<u8> {
    let styles = "<w:styles><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>";
    word_with(&SOUND.replacen("<w:p>", "<w:p><w:pStyle w:val=\"a\"/>", 1), &[("word/styles.xml", styles)])
}

fn endless_cell() -> Vec<u8> {
    let row = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>";
    word(&format!("<w:tbl><w:tr><w:tc>{SOUND}</w:tc></w:tr>{}</w:tbl>", row.repeat(40_000)))
}

fn broken_utf16() -> Vec<u8> {
    let main: Vec<u8> = "\u{feff}<w:document>".encode_utf16().flat_map(u16::to_le_bytes).chain([0x00, 0xd8]).collect();
    crate::made::zipped(&[
        ("_rels/.rels", b"<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>"),
        (crate::made::WORD, &main),
    ])
}

fn large_cells() -> Vec<u8> {
    let row = "<tr><td rowspan=10000 colspan=500>桥<td rowspan=9999 colspan=9999>路";
    format!("<html><table>{}</table>", row.repeat(2_000)).into_bytes()
}
