//! A text divided into deliverables (numbered, by semicolons, by sentences) and into clauses (also by commas), as byte
//! ranges without surrounding marks. Points inside brackets and quotation marks divide nothing.

use std::ops::Range;

use super::letters::is_word;

const OPENING: [char; 7] = ['(', '（', '“', '《', '[', '【', '‘'];
const CLOSING: [char; 7] = [')', '）', '”', '》', ']', '】', '’'];
const SENTENCE: [char; 6] = [';', '；', '。', '\n', '!', '！'];
const COMMA: [char; 2] = [',', '，'];

/// Han characters take three bytes. Those that begin with the bytes e5 to e9 are all of the common block, and among those
/// that begin with e4 there is no mark that opens, closes or divides: both are passed over without being decoded.
const HAN_BYTES: usize = 3;

/// The deliverables of a text, list numbers left out.
pub fn deliverables(text: &str) -> Vec<Range<usize>> {
    let mut all = vec![];
    let mut keep = |range| keep(text, range, &mut all);
    divide(
        text,
        |c| SENTENCE.contains(&c),
        |sentence| {
            let mut start = sentence.start;
            markers(text, sentence.clone(), |marker| {
                keep(start..marker.start);
                start = marker.end;
            });
            keep(start..sentence.end);
        },
    );
    all
}

/// The clauses of a text.
pub fn clauses(text: &str) -> Vec<Range<usize>> {
    deliverables(text).iter().flat_map(|part| clauses_of(text, part)).collect()
}

/// The clauses of a deliverable, as ranges of the text.
pub fn clauses_of(text: &str, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut all = vec![];
    let of_text = |clause: Range<usize>| part.start + clause.start..part.start + clause.end;
    divide(&text[part.clone()], |c| COMMA.contains(&c), |clause| keep(text, of_text(clause), &mut all));
    all
}

/// True when a piece of a text would stay one deliverable if it were a text by itself: no mark in it divides, and it does
/// not begin like a list number.
pub fn is_settled(piece: &str) -> bool {
    !piece.contains(SENTENCE) && marker(piece).is_none()
}

/// Keeps a piece without the marks around it, if words are left.
fn keep(text: &str, piece: Range<usize>, all: &mut Vec<Range<usize>>) {
    let piece = trim(text, piece);
    if text[piece.clone()].chars().any(is_word) {
        all.push(piece);
    }
}

/// Cuts at the characters chosen, outside brackets, and hands on the pieces. A comma between digits divides thousands
/// and is passed over. A bracket that is never closed does not swallow the rest: nesting ends with the line.
fn divide(text: &str, cut: impl Fn(char) -> bool, mut piece: impl FnMut(Range<usize>)) {
    let (mut start, mut depth, mut next) = (0, 0u32, 0);
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while let Some(first) = bytes.get(next) {
        let at = next;
        if matches!(first, 0xe4..=0xe9) {
            next += HAN_BYTES;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        next += c.len_utf8();
        if OPENING.contains(&c) && closes_later(&text[next..]) {
            depth += 1;
        } else if CLOSING.contains(&c) {
            depth = depth.saturating_sub(1);
        }
        if c == '\n' {
            depth = 0;
        }
        let thousands = c == ',' && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3);
        if depth == 0 && cut(c) && !thousands {
            piece(start..at);
            start = next;
        }
    }
    piece(start..text.len());
}

/// True when a closing mark follows within a short distance on the same line.
fn closes_later(rest: &str) -> bool {
    rest.chars().take(120).take_while(|c| *c != '\n').any(|c| CLOSING.contains(&c))
}

/// Hands on the list numbers inside a sentence: `1.`, `2、`, `(3)`, `①`, `一是`, at its head or after another deliverable.
fn markers(text: &str, within: Range<usize>, mut found: impl FnMut(Range<usize>)) {
    let mut boundary = true;
    let mut at = within.start;
    while at < within.end {
        if !boundary && matches!(text.as_bytes()[at], 0xe5..=0xe9) {
            at += HAN_BYTES;
            continue;
        }
        let rest = &text[at..within.end];
        let Some(c) = rest.chars().next() else { break };
        if (boundary || matches!(c, '(' | '（'))
            && let Some(length) = marker(rest)
        {
            found(at..at + length);
            at += length;
            continue;
        }
        boundary = !is_word(c) && !matches!(c, '、' | '.' | '-' | '～' | '~' | '“' | '《' | '(' | '（');
        at += c.len_utf8();
    }
}

/// Length in bytes of a list number that `text` begins with.
fn marker(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first.len_utf8());
    }
    if "一二三四五六七八九十".contains(first) {
        return text[first.len_utf8()..].starts_with('是').then_some(first.len_utf8() + '是'.len_utf8());
    }
    let bracket = matches!(first, '(' | '（');
    let inner = if bracket { &text[first.len_utf8()..] } else { text };
    let digits: usize =
        inner.chars().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).map(char::len_utf8).sum();
    let after = inner[digits..].chars().next()?;
    if digits == 0 || inner[..digits].chars().count() > 2 {
        return None;
    }
    if bracket {
        return matches!(after, ')' | '）').then_some(first.len_utf8() + digits + after.len_utf8());
    }
    let next = inner[digits + after.len_utf8()..].chars().next();
    let decimal = matches!(after, '.' | '．') && next.is_some_and(|c| c.is_numeric());
    (matches!(after, '.' | '．' | '、' | ')' | '）') && !decimal).then_some(digits + after.len_utf8())
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let mark = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '。' | '、');
    let start = range.start + (words.len() - words.trim_start_matches(mark).len());
    let end = range.start + words.trim_end_matches(mark).len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(text: &'a str, ranges: &[Range<usize>]) -> Vec<&'a str> {
        ranges.iter().map(|r| &text[r.clone()]).collect()
    }

    #[test]
    fn lists_semicolons_and_sentences_divide_deliverables() {
        let cases: &[(&str, &[&str])] = &[
            ("1.选址;\n\n2. 招标。", &["选址", "招标"]),
            ("1、购置4.5吨药剂。2、6月30日前投放", &["购置4.5吨药剂", "6月30日前投放"]),
            ("(1)清淤(2)护坡", &["清淤", "护坡"]),
            ("一是修路;二是架桥", &["修路", "架桥"]),
            ("修缮老桥(含栏杆;踏步),验收", &["修缮老桥(含栏杆;踏步),验收"]),
            ("“未合上的引号,修路;架桥", &["“未合上的引号,修路", "架桥"]),
            ("公示第2、3次名单", &["公示第2、3次名单"]),
            ("", &[]),
        ];
        for (text, wanted) in cases {
            assert_eq!(words(text, &deliverables(text)), *wanted, "{text}");
        }
    }

    #[test]
    fn commas_divide_clauses_but_not_thousands() {
        let text = "种树1,200棵,修渠2公里。";
        let part = &deliverables(text)[0];
        assert_eq!(words(text, &clauses_of(text, part)), ["种树1,200棵", "修渠2公里"]);
    }
}
