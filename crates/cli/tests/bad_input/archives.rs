//! What can be wrong with the archive itself: bombs, lies about sizes, names that lead out of it, locks, lost pieces.

use crate::Case;
use crate::made::{
    SHEET, SOUND, WORD, book_with, compound, entry, local, main_part, put, stored, word, word_with, zipped,
};

pub(crate) const CASES: &[Case] = &[
    ("a part that unpacks to 60 MB", "a.docx", || word(&" ".repeat(60 << 20)), "S005"),
    ("a part of ratio 1000", "a.docx", || word(&" ".repeat(20 << 20)), "S005"),
    ("a bomb in the styles", "a.docx", || word_with(SOUND, &[("word/styles.xml", &" ".repeat(60 << 20))]), "S005"),
    ("a bomb in the strings", "a.xlsx", || book_with("", &[("xl/sharedStrings.xml", &" ".repeat(60 << 20))]), "S005"),
    (
        "a bomb in a part nobody reads",
        "a.docx",
        || word_with(SOUND, &[("word/media/a.png", &" ".repeat(60 << 20))]),
        "read",
    ),
    ("too many entries", "a.docx", many_entries, "S005"),
    ("archives in archives", "a.zip", nested, "S002"),
    ("an archive in a document", "a.docx", embedded, "read"),
    ("two entries over the same bytes", "a.docx", overlapping, "S006"),
    ("a thousand entries over one bomb", "a.xlsx", thousand_over_one, "S005"),
    ("one part for seventy thousand sheets", "a.xlsx", seventy_thousand_sheets, "S005"),
    ("a size that is too small", "a.docx", || sized(&" ".repeat(60 << 20), 24, 10), "S006"),
    ("a size that is too large", "a.docx", || sized(SOUND, 24, 0xffff_fff0), "read"),
    ("a packed size beyond the file", "a.docx", || sized(SOUND, 20, 0x00ff_ffff), "read"),
    ("a header beyond the file", "a.docx", || sized(SOUND, 42, 0x7fff_ffff), "S006"),
    ("a wrong checksum", "a.docx", || sized(SOUND, 16, 0xdead_beef), "S006"),
    (
        "names that lead outside",
        "a.docx",
        || word_with(SOUND, &[("../../../etc/passwd", "x"), ("..\\..\\a", "x")]),
        "read",
    ),
    ("names from the root", "a.docx", || word_with(SOUND, &[("/etc/passwd", "x"), ("C:\\a", "x")]), "read"),
    ("a main part outside", "a.docx", || led_to("../../../../etc/passwd"), "S002"),
    ("a main part on a server", "a.docx", || led_to("http://127.0.0.1/word/document.xml"), "S002"),
    ("a main part that is a folder", "a.docx", || led_to("word/"), "S002"),
    ("a part twice", "a.docx", twice, "read"),
    ("a part that leads to itself", "a.docx", round, "read"),
    ("a locked part", "a.docx", || flagged(1, None), "S008"),
    ("a part locked with AES", "a.docx", || flagged(1, Some(99)), "S008"),
    ("a packing that is not known", "a.docx", || flagged(0, Some(14)), "S006"),
    ("a locked workbook", "a.xlsx", || compound("EncryptedPackage"), "S008"),
    ("a locked document", "a.docx", || compound("EncryptedPackage"), "S008"),
    ("an old document", "a.docx", || compound("WordDocument"), "S002"),
    ("a compound file cut off", "a.xls", || compound("Workbook")[..9].to_vec(), "S002"),
    ("half a document", "a.docx", || half(&word(SOUND)), "S006"),
    ("half a workbook", "a.xlsx", || half(&book_with("", &[])), "S006"),
    ("the first bytes of a document", "a.docx", || word(SOUND)[..30].to_vec(), "S006"),
    ("a document without its last byte", "a.docx", || without_last(word(SOUND)), "S006"),
    ("a document after other bytes", "a.docx", || [&b"PK\x03\x04"[..], &word(SOUND)].concat(), "read"),
    ("an entry count that is too large", "a.docx", || counted(0xfffe), "S006"),
    ("an entry count of none", "a.docx", || counted(0), "S002"),
    ("a directory that is noise", "a.docx", noise_for_directory, "S006"),
    ("a part with a bit changed", "a.docx", bit_changed, "S006"),
];

fn many_entries() -> Vec<u8> {
    let names: Vec<String> = (0..5000).map(|n| format!("part{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b""[..])).collect();
    zipped(&parts)
}

fn nested() -> Vec<u8> {
    let bomb = zipped(&[("zeros", &vec![0; 20 << 20])]);
    (0..6).fold(bomb, |inner, _| zipped(&[("a.zip", &inner), ("b.zip", &inner)]))
}

fn embedded() -> Vec<u8> {
    let bomb = zipped(&[("zeros", &vec![0; 20 << 20])]);
    let root = b"<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>";
    zipped(&[("_rels/.rels", root), (WORD, main_part(SOUND).as_bytes()), ("word/embeddings/a.zip", &bomb)])
}

/// The entry of the body stands over the bytes of another part.
fn overlapping() -> Vec<u8> {
    let mut bytes = word_with(SOUND, &[("word/styles.xml", "<styles></styles>")]);
    let (other, at) = (local(&bytes, "word/styles.xml") as u32, entry(&bytes, WORD));
    put(&mut bytes, at + 42, &other.to_le_bytes());
    bytes
}

/// Sheets that all stand over the bytes of one part, each unpacking to as much as is let through.
fn thousand_over_one() -> Vec<u8> {
    let names: Vec<String> = (0..1000).map(|n| format!("xl/worksheets/s{n:04}.xml")).collect();
    let sheet = format!("<worksheet>{}</worksheet>", " ".repeat(1 << 20));
    let sheets: String = (0..1000).map(|n| format!("<sheet r:id=\"s{n}\"/>")).collect();
    let leads: String =
        (0..1000).map(|n| format!("<r Id=\"s{n}\" Type=\"x/worksheet\" Target=\"worksheets/s{n:04}.xml\"/>")).collect();
    let (book, leads) = (format!("<workbook xmlns:r=\"r\">{sheets}</workbook>"), format!("<R>{leads}</R>"));
    let mut more: Vec<(&str, &str)> = vec![("xl/workbook.xml", &book), ("xl/_rels/workbook.xml.rels", &leads)];
    more.extend(names.iter().map(|n| (n.as_str(), if n.ends_with("s0000.xml") { sheet.as_str() } else { "" })));
    let mut bytes = book_with("", &more);
    let whole = entry(&bytes, &names[0]);
    let fields: Vec<u8> = bytes[whole + 16..whole + 28].to_vec();
    let at = local(&bytes, &names[0]) as u32;
    for name in &names[1..] {
        let other = entry(&bytes, name);
        put(&mut bytes, other + 16, &fields);
        put(&mut bytes, other + 42, &at.to_le_bytes());
    }
    bytes
}

fn seventy_thousand_sheets() -> Vec<u8> {
    let book = format!("<workbook xmlns:r=\"r\">{}</workbook>", "<sheet r:id=\"r1\"/>".repeat(70_000));
    book_with("", &[("xl/workbook.xml", &book)])
}

/// A document whose directory says something else of the body than is true.
fn sized(body: &str, field: usize, says: u32) -> Vec<u8> {
    let mut bytes = word(body);
    let at = entry(&bytes, WORD) + field;
    put(&mut bytes, at, &says.to_le_bytes());
    bytes
}

fn led_to(target: &str) -> Vec<u8> {
    let root = format!("<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"{target}\"/></R>");
    zipped(&[("_rels/.rels", root.as_bytes()), (WORD, main_part(SOUND).as_bytes())])
}

fn twice() -> Vec<u8> {
    let mut bytes = word_with(SOUND, &[("word/documenu.xml", &main_part(SOUND))]);
    for at in [local(&bytes, "word/documenu.xml") + 30, entry(&bytes, "word/documenu.xml") + 46] {
        put(&mut bytes, at, WORD.as_bytes());
    }
    bytes
}

fn round() -> Vec<u8> {
    let leads = "<R><r Id=\"a\" Type=\"x/styles\" Target=\"document.xml\"/><r Id=\"b\" Type=\"x/officeDocument\" Target=\"/word/document.xml\"/></R>";
    let root = b"<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>";
    zipped(&[
        ("_rels/.rels", root),
        (WORD, main_part(SOUND).as_bytes()),
        ("word/_rels/document.xml.rels", leads.as_bytes()),
    ])
}

/// A document whose body bears this flag and, perhaps, this way of packing.
fn flagged(flag: u16, packing: Option<u16>) -> Vec<u8> {
    let mut bytes = word(SOUND);
    for (at, flags) in [(local(&bytes, WORD), 6), (entry(&bytes, WORD), 8)] {
        put(&mut bytes, at + flags, &flag.to_le_bytes());
        if let Some(packing) = packing {
            put(&mut bytes, at + flags + 2, &packing.to_le_bytes());
        }
    }
    bytes
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn without_last(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.pop();
    bytes
}

/// A document whose directory is said to hold so many entries.
fn counted(entries: u16) -> Vec<u8> {
    let mut bytes = word(SOUND);
    let end = bytes.len() - 22;
    put(&mut bytes, end + 8, &entries.to_le_bytes());
    put(&mut bytes, end + 10, &entries.to_le_bytes());
    bytes
}

fn noise_for_directory() -> Vec<u8> {
    let mut bytes = word(SOUND);
    let (from, to) = (entry(&bytes, "_rels/.rels"), bytes.len() - 22);
    for (n, byte) in bytes[from..to].iter_mut().enumerate() {
        *byte = (n * 31 % 251) as u8;
    }
    bytes
}

fn bit_changed() -> Vec<u8> {
    let mut bytes = stored(&[
        ("_rels/.rels", b"<R><r Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>"),
        (WORD, main_part(SOUND).as_bytes()),
        (SHEET, b""),
    ]);
    let at = local(&bytes, WORD) + 30 + WORD.len() + 60;
    bytes[at] ^= 1;
    bytes
}
