//! Packages for the cases: whole ones, and what is done to them afterwards.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(crate) const WORD: &str = "word/document.xml";
pub(crate) const SHEET: &str = "xl/worksheets/sheet1.xml";
/// A body that can be read.
pub(crate) const SOUND: &str = "<w:p><w:r><w:t>新建候车亭12座</w:t></w:r></w:p>";

const ROOT: &str = "<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>";
const WORD_PARTS: &str = "<R><r Id=\"a\" Type=\"x/styles\" Target=\"styles.xml\"/><r Id=\"b\" Type=\"x/numbering\" Target=\"numbering.xml\"/></R>";
const BOOK_ROOT: &str = "<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>";
const BOOK_PARTS: &str = "<R><r Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <r Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><r Id=\"c\" Type=\"x/styles\" Target=\"styles.xml\"/></R>";
const BOOK: &str = "<workbook><sheets><sheet name=\"s\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>";

/// An archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Deflated)
}

/// An archive of these parts, stored as they are.
pub(crate) fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Stored)
}

fn archive(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The markup of a Word document's main part around this body.
pub(crate) fn main_part(body: &str) -> String {
    format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
}

/// A Word document with this body and further parts.
pub(crate) fn word_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    word_of(&main_part(body), more)
}

/// A Word document with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    word_with(body, &[])
}

/// A Word document with this main part as it stands, and further parts.
pub(crate) fn word_of(main: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![("_rels/.rels", ROOT), (WORD, main), ("word/_rels/document.xml.rels", WORD_PARTS)];
    parts.extend_from_slice(more);
    zipped(&parts.iter().map(|(n, t)| (*n, t.as_bytes())).collect::<Vec<_>>())
}

/// A workbook with this sheet and further parts.
pub(crate) fn book_with(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let has = |name: &str| more.iter().any(|(n, _)| *n == name);
    let mut parts = vec![("_rels/.rels", BOOK_ROOT), (SHEET, &*sheet)];
    parts.extend((!has("xl/workbook.xml")).then_some(("xl/workbook.xml", BOOK)));
    parts.extend((!has("xl/_rels/workbook.xml.rels")).then_some(("xl/_rels/workbook.xml.rels", BOOK_PARTS)));
    parts.extend_from_slice(more);
    zipped(&parts.iter().map(|(n, t)| (*n, t.as_bytes())).collect::<Vec<_>>())
}

/// A workbook with these cells.
pub(crate) fn book(cells: &str) -> Vec<u8> {
    book_with(&format!("<sheetData>{cells}</sheetData>"), &[])
}

/// Where the entry of a part begins in the directory of an archive.
pub(crate) fn entry(bytes: &[u8], name: &str) -> usize {
    let is_entry =
        |at: &usize| bytes[*at..].starts_with(b"PK\x01\x02") && bytes[*at + 46..].starts_with(name.as_bytes());
    (0..bytes.len() - 46).rev().find(is_entry).expect("the part's entry")
}

/// Where the local header of a part begins.
pub(crate) fn local(bytes: &[u8], name: &str) -> usize {
    let at = entry(bytes, name) + 42;
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize
}

/// Writes over bytes.
pub(crate) fn put(bytes: &mut [u8], at: usize, new: &[u8]) {
    bytes[at..at + new.len()].copy_from_slice(new);
}

/// A compound file in whose directory something of this name stands.
pub(crate) fn compound(name: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0xff);
    bytes
}
