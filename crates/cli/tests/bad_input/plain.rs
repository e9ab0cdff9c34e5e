//! What can be wrong with texts and records, and files that are something else.

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    ("a file over the limit", "a.txt", || vec![b'a'; yinuo_extract::MAX_BYTES + 1], "S003"),
    ("one line as long as may be", "a.txt", || vec![b'a'; yinuo_extract::MAX_BYTES], "read"),
    ("lines without number", "a.txt", || b"a\n".repeat(4_000_000), "S005"),
    ("bars without number", "a.txt", || b"|\n".repeat(4_000_000), "S005"),
    ("bars in one line", "a.txt", || [&b"a|".repeat(4_000_000)[..], b"\nb|c\n"].concat(), "read"),
    ("bars in many lines", "a.txt", || [b"|".repeat(1000), b"\n".to_vec()].concat().repeat(8_000), "S005"),
    ("tabs without number", "a.txt", || b"\t\ta\t\t\n".repeat(1_000_000), "S005"),
    ("blanks as far as may be", "a.txt", || vec![b' '; yinuo_extract::MAX_BYTES], "S001"),
    ("nothing", "a.txt", Vec::new, "S001"),
    ("nothing but a mark", "a.txt", || b"\xff\xfe".to_vec(), "S001"),
    ("bytes of every value", "a.txt", || (0..=255).cycle().take(100_000).collect(), "S002"),
    ("halves of characters", "a.txt", || [&b"\xff\xfe"[..], &b"\x00\xd8".repeat(10_000)].concat(), "S002"),
    ("a text that ends inside a character", "a.txt", || "修桥".repeat(100).into_bytes()[..598].to_vec(), "read"),
    ("heads of Markdown without words", "a.md", || b"> ".repeat(1_000_000), "S001"),
    ("quotations in quotations", "a.md", || [&b"> ".repeat(1_000_000)[..], "修桥".as_bytes()].concat(), "read"),
    ("fields without number", "a.csv", || b",".repeat(8_000_000), "S005"),
    ("commas without number in a text", "a.txt", || b"a,".repeat(4_000_000), "read"),
    ("rows without number", "a.csv", || b"a\n".repeat(1_000_000), "S005"),
    ("a quote without an end", "a.csv", || [&b"a,\""[..], &b"b,".repeat(4_000_000)].concat(), "read"),
    ("quotes after long blanks", "a.csv", quotes, "read"),
    ("quotes and nothing else", "a.csv", || b"\"".repeat(8_000_000), "read"),
    ("formulas", "a.csv", || "=1+1,@SUM(A1),'=cmd|' /C calc'!A0\n修桥,-1,+1\n".into(), "read"),
    ("zeros among records", "a.csv", || b"a,b\0,c\n1,2,3\n".to_vec(), "S002"),
    ("a picture called a text", "a.txt", || [&b"\x89PNG\r\n\x1a\n"[..], &[0; 100]].concat(), "S002"),
    ("gzip called a workbook", "a.xlsx", || b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03".to_vec(), "S002"),
    ("RAR called a document", "a.docx", || b"Rar!\x1a\x07\x01\x00".to_vec(), "S002"),
    ("a program called a page", "a.html", || b"\x7fELF\x02\x01\x01".to_vec(), "S002"),
];

fn quotes() -> Vec<u8> {
    [&b" ".repeat(4_000_000)[..], b"x", &b"\"".repeat(4_000_000)].concat()
}
