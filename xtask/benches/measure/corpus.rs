//! Documents to measure with, made from the examples: many of their size, or one as large as asked.

const TABLE: &str = include_str!("../../../examples/guangming-2016.txt");
const ITEMS: &str = include_str!("../../../examples/prose-2026.txt");
const SENTENCE: &str = include_str!("../../../examples/semicolons-2026.txt");
/// Lists that differ from the examples in layout and in every sentence.
const ANNOTATED: [&str; 7] = [
    include_str!("../../../fixtures/annotated/table-2027.txt"),
    include_str!("../../../fixtures/annotated/table-2025.txt"),
    include_str!("../../../fixtures/annotated/numbered-2027.txt"),
    include_str!("../../../fixtures/annotated/headed-2027.txt"),
    include_str!("../../../fixtures/annotated/duties-2027.txt"),
    include_str!("../../../fixtures/annotated/semicolons-2027.txt"),
    include_str!("../../../fixtures/annotated/semicolons-2028.txt"),
];

/// 1 MB as throughput counts it.
pub const MB: usize = 1_000_000;

/// The scheduled list over and over, as documents of their own, until they come to `bytes`.
pub fn scheduled(bytes: usize) -> Vec<&'static str> {
    repeated(&[TABLE], bytes)
}

/// All lists of the repository in turn, ten that differ: three are scheduled tables, the rest prose.
pub fn documents(bytes: usize) -> Vec<&'static str> {
    repeated(&[&[TABLE, ITEMS, SENTENCE][..], &ANNOTATED].concat(), bytes)
}

fn repeated(texts: &[&'static str], bytes: usize) -> Vec<&'static str> {
    let mut set = vec![];
    let mut total = 0;
    for text in texts.iter().cycle() {
        if total >= bytes {
            break;
        }
        total += text.len();
        set.push(*text);
    }
    set
}

/// One list in the layout of the table example: its categories over and over until it comes to `bytes`.
pub fn one_document(bytes: usize) -> String {
    let first_category = TABLE.find("(一)").unwrap_or(0);
    let mut text = TABLE[..first_category].to_string();
    for line in TABLE[first_category..].split_inclusive('\n').cycle() {
        if text.len() >= bytes {
            break;
        }
        text += line;
    }
    text
}
