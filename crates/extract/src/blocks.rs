//! Text to paragraphs: one for each line that holds words, trimmed. Offsets are those of the text, since nothing is
//! rewritten here; the markers that begin a line of Markdown are stepped over, not removed. Lines that are rows of a table go to `rows`.

use yinuo_diag::{Diagnostic, Span};

use crate::Block;
use crate::limits;
use crate::rows::{self, Line};

/// The most fields of rows that follow one another, blank ones included.
const MAX_FIELDS: usize = 4 * limits::MAX_CELLS;

/// How many bytes most paragraphs have at least, and the most of them for which room is made before they are seen.
const BYTES_PER_BLOCK: usize = 48;
const MOST_ROOM: usize = 4096;

/// So many tabs before its only words make a line a row among others; fewer indent a paragraph.
const MIN_TABS: usize = 2;

/// The paragraphs of a text in order.
pub(crate) fn split(text: &str, markdown: bool) -> Result<Vec<Block>, Box<Diagnostic>> {
    let mut blocks = Vec::with_capacity((text.len() / BYTES_PER_BLOCK).min(MOST_ROOM));
    let mut rows = vec![];
    let mut cells = 0;
    let mut tables = 0;
    let mut at = 0;
    while at < text.len() {
        let line = &text[at..line_end(text, at)];
        let mut words = trim(line);
        if markdown {
            words = without_markers(words);
        }
        if !words.is_empty() {
            // `words` is a part of `line`, so its place is the distance of their beginnings.
            let start = at + (words.as_ptr() as usize - line.as_ptr() as usize);
            if blocks.len() + rows.len() >= limits::MAX_BLOCKS {
                return Err(limits::too_much_text());
            }
            let before = &text[at..start];
            let tabs = before.bytes().filter(|b| *b == b'\t').count();
            // words behind several tabs stand in a cell of their own
            let alone = tabs >= MIN_TABS && rows.last().is_some_and(|r: &Line| r.separator == Some('\t'));
            match rows::separator(words).or(alone.then_some(('\t', 1))) {
                Some((separator, columns)) => {
                    cells += columns;
                    if cells > MAX_FIELDS {
                        return Err(limits::too_many_cells());
                    }
                    if rows.last().is_some_and(|r: &Line| r.separator != Some(separator)) {
                        rows::flush(&mut rows, &mut tables, &mut blocks);
                    }
                    let blank = if separator == '\t' { tabs.min(limits::MAX_COLUMNS - columns) } else { 0 };
                    rows.push(Line { start, words, separator: Some(separator), blank });
                }
                None => {
                    cells = 0;
                    rows::flush(&mut rows, &mut tables, &mut blocks);
                    blocks.push(Block::paragraph(Span::new(start, start + words.len())));
                }
            }
        }
        at += line.len();
    }
    rows::flush(&mut rows, &mut tables, &mut blocks);
    Ok(blocks)
}

/// Characters after which a new paragraph begins. A blank paragraph between `\r` and `\n` is dropped like any other.
pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A line without what is blank around it. Most lines begin and end with Han characters, full-width marks or visible
/// characters of ASCII, which is seen by their bytes.
fn trim(line: &str) -> &str {
    let words = line.strip_suffix('\n').unwrap_or(line);
    let plain = |b: u8| matches!(b, b'!'..=b'~' | 0xe4..=0xe9);
    let ends = match words.as_bytes() {
        [.., a, b, c] => {
            matches!((a, b, c), (0xe4..=0xe9, ..) | (0xe3, 0x80, 0x81 | 0x82) | (0xef, 0xbc, _) | (_, _, b'!'..=b'~'))
        }
        _ => false,
    };
    let begins = words.as_bytes().first().is_some_and(|b| plain(*b));
    if begins && ends { words } else { line.trim_matches(is_blank) }
}

/// Where the line that begins at byte `from` ends, its end included.
fn line_end(text: &str, from: usize) -> usize {
    let rest = &text.as_bytes()[from..];
    let mut at = 0;
    while let Some(b) = rest.get(at) {
        // no line end begins with these bytes, which nearly all of a text is made of
        if matches!(b, 0xe3..=0xef) {
            at += 3;
            continue;
        }
        // every line end begins with one of these bytes
        let ends = match b {
            b'\n' | b'\r' | 0xb | 0xc => Some(1),
            0xc2 if rest[at..].starts_with("\u{85}".as_bytes()) => Some(2),
            0xe2 if rest[at..].starts_with("\u{2028}".as_bytes()) || rest[at..].starts_with("\u{2029}".as_bytes()) => {
                Some(3)
            }
            _ => None,
        };
        if let Some(length) = ends {
            return from + at + length;
        }
        at += 1;
    }
    text.len()
}

/// White space, and characters that show nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A Markdown line without the markers it begins with: heading, quotation, bullet. A rule across the page is no words.
fn without_markers(line: &str) -> &str {
    if line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' ')) {
        return "";
    }
    let mut words = line;
    loop {
        let rest = match words.chars().next() {
            Some('#') => words.trim_start_matches('#'),
            Some('-' | '*' | '+') => &words[1..],
            Some('>') => &words[1..],
            _ => return words,
        };
        if !rest.is_empty() && !rest.starts_with(is_blank) && !words.starts_with('>') {
            return words;
        }
        words = rest.trim_start_matches(is_blank);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, markdown: bool) -> Vec<&str> {
        split(text, markdown).unwrap().iter().map(|b| b.span.of(text)).collect()
    }

    #[test]
    fn every_kind_of_line_end_divides() {
        assert_eq!(words("甲\r\n乙\r丙\n\n丁\u{2028}戊\u{c}己", false), ["甲", "乙", "丙", "丁", "戊", "己"]);
    }

    #[test]
    fn a_line_ends_at_the_first_line_end() {
        let text = "甲、€\u{85}乙é\u{a0}\u{2027}丙\u{2029}𠀀\r\n\n丁";
        let mut ends = vec![0];
        while ends[ends.len() - 1] < text.len() {
            ends.push(line_end(text, ends[ends.len() - 1]));
        }
        let lines: Vec<&str> = ends.windows(2).map(|w| &text[w[0]..w[1]]).collect();
        assert_eq!(lines, text.split_inclusive(is_line_end).collect::<Vec<_>>());
    }

    #[test]
    fn lines_are_trimmed_of_all_that_is_blank() {
        for c in (0..=0x1_ffff).filter_map(char::from_u32) {
            for line in [format!("{c}路\n"), format!("路5{c}\n"), format!("{c}"), format!("路{c}路。")] {
                assert_eq!(trim(&line), line.trim_matches(is_blank), "{line:?}");
            }
        }
    }

    #[test]
    fn what_shows_nothing_is_not_part_of_a_block() {
        assert_eq!(words("\u{3000}\u{a0}甲 乙\u{200b}\t\n\u{feff}\n", false), ["甲 乙"]);
    }

    #[test]
    fn markers_of_markdown_are_stepped_over() {
        let text = "# 实事清单\n\n## (一)教育\n- 新建幼儿园\n* > 改造公园\n1. 架桥\n---\n-5度\n#标题\n**重点**";
        let expected = ["实事清单", "(一)教育", "新建幼儿园", "改造公园", "1. 架桥", "-5度", "#标题", "**重点**"];
        assert_eq!(words(text, true), expected);
        assert_eq!(words("# 清单\n- 甲", false), ["# 清单", "- 甲"]);
    }
}
