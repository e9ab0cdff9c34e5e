//! A text divided into deliverables (numbered, by semicolons, by sentences) and into clauses (also by commas), as byte
//! ranges without surrounding marks. Points inside brackets and quotation marks divide nothing.

use std::ops::Range;

use super::letters::is_han;

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Opens,
    Closes,
    EndsSentence,
    EndsClause,
    Nothing,
}

/// How far behind an opening mark its closing one may stand, in characters.
const REACH: usize = 120;

/// A character that is no part of a word. Only these divide a text.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Its byte.
    pub at: usize,
    /// How many characters stand before it.
    pub nth: usize,
    /// What it is.
    pub c: char,
    does: Does,
}

impl Mark {
    /// A mark at its place.
    pub fn new(at: usize, nth: usize, c: char) -> Self {
        let does = match c {
            '(' | '（' | '“' | '《' | '[' | '【' | '‘' => Does::Opens,
            ')' | '）' | '”' | '》' | ']' | '】' | '’' => Does::Closes,
            ';' | '；' | '。' | '\n' | '!' | '！' => Does::EndsSentence,
            ',' | '，' => Does::EndsClause,
            _ => Does::Nothing,
        };
        Self { at, nth, c, does }
    }
}

/// A deliverable or clause, in bytes of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// As a text by itself it would not be divided further: no mark in it divides, and it does not begin like a list
    /// number.
    pub settled: bool,
}

/// Finds the deliverables of a text, list numbers left out, and their clauses. `marks` are all marks of the text, whose
/// first byte is counted as `base`.
pub fn divide(text: &str, marks: &[Mark], base: usize, deliverables: &mut Vec<Piece>, clauses: &mut Vec<Piece>) {
    let mut deliverable = |whole: Range<usize>, marks: &[Mark]| {
        let Some((whole, marks)) = trim(whole.clone(), inside(marks, &whole)) else { return };
        let settled = is_settled(text, marks, &whole);
        deliverables.push(Piece::new(base, &whole, settled));
        cut(text, marks, whole, Does::EndsClause, |clause, marks| {
            let Some((clause, marks)) = trim(clause, marks) else { return };
            let settled = settled && is_settled(text, marks, &clause);
            clauses.push(Piece::new(base, &clause, settled));
        });
    };
    cut(text, marks, 0..text.len(), Does::EndsSentence, |sentence, marks| {
        let mut start = sentence.start;
        list_numbers(text, marks, sentence.clone(), |number| {
            deliverable(start..number.start, marks);
            start = number.end;
        });
        deliverable(start..sentence.end, marks);
    });
}

impl Piece {
    fn new(base: usize, range: &Range<usize>, settled: bool) -> Self {
        Self { start: (base + range.start) as u32, end: (base + range.end) as u32, settled }
    }
}

/// The marks of a stretch, out of those around it.
fn inside<'m>(marks: &'m [Mark], stretch: &Range<usize>) -> &'m [Mark] {
    let marks = &marks[marks.partition_point(|m| m.at < stretch.start)..];
    &marks[..marks.partition_point(|m| m.at < stretch.end)]
}

fn is_settled(text: &str, marks: &[Mark], piece: &Range<usize>) -> bool {
    !marks.iter().any(|m| m.does == Does::EndsSentence) && list_number(&text[piece.clone()]).is_none()
}

/// Cuts at the characters chosen, outside brackets, and hands on the pieces with their marks. A comma between digits
/// divides thousands and is passed over. A bracket that is never closed does not swallow the rest: nesting ends with the
/// line.
fn cut(text: &str, marks: &[Mark], whole: Range<usize>, at: Does, mut piece: impl FnMut(Range<usize>, &[Mark])) {
    let (mut start, mut first, mut depth) = (whole.start, 0, 0u32);
    for (n, mark) in marks.iter().enumerate() {
        let c = mark.c;
        if mark.does == Does::Opens && closes_later(&marks[n..]) {
            depth += 1;
        } else if mark.does == Does::Closes {
            depth = depth.saturating_sub(1);
        } else if c == '\n' {
            depth = 0;
        }
        if depth == 0
            && mark.does == at
            && !(c == ',' && divides_thousands(&text[whole.clone()], mark.at - whole.start))
        {
            piece(start..mark.at, &marks[first..n]);
            (start, first) = (mark.at + c.len_utf8(), n + 1);
        }
    }
    piece(start..whole.end, &marks[first..]);
}

/// True when a closing mark follows the first of these within a short distance on the same line.
fn closes_later(marks: &[Mark]) -> bool {
    let Some((open, later)) = marks.split_first() else { return false };
    let near = later.iter().take_while(|m| m.c != '\n' && m.nth <= open.nth + REACH);
    near.into_iter().any(|m| m.does == Does::Closes)
}

fn divides_thousands(text: &str, comma: usize) -> bool {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    comma > 0 && digit(comma - 1) && (comma + 1..comma + 4).all(digit)
}

/// Hands on the list numbers inside a sentence: `1.`, `2、`, `(3)`, `①`, `一是`, at its head or after another deliverable.
fn list_numbers(text: &str, marks: &[Mark], within: Range<usize>, mut found: impl FnMut(Range<usize>)) {
    let mut marks = marks.iter().peekable();
    let mut boundary = true;
    let mut at = within.start;
    while at < within.end {
        while marks.next_if(|m| m.at < at).is_some() {}
        let mark = marks.peek().map_or(within.end, |m| m.at);
        let here = marks.peek().filter(|m| m.at == at).map(|m| m.c);
        if (boundary || matches!(here, Some('(' | '（')))
            && let Some(length) = list_number(&text[at..within.end])
        {
            found(at..at + length);
            at += length;
            continue;
        }
        // a letter or digit ends the boundary, and up to the next mark there is nothing else
        boundary = here.is_some_and(|c| !matches!(c, '、' | '.' | '-' | '～' | '~' | '“' | '《' | '(' | '（'));
        at = here.map_or(mark, |c| at + c.len_utf8());
    }
}

/// Length in bytes of a list number that `text` begins with.
fn list_number(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first.len_utf8());
    }
    if is_han(first) {
        let numeral = matches!(first, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
        let listed = numeral && text[first.len_utf8()..].starts_with('是');
        return listed.then_some(first.len_utf8() + '是'.len_utf8());
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

/// A piece without the marks around it, if words are left. `marks` are those in it.
fn trim(piece: Range<usize>, mut marks: &[Mark]) -> Option<(Range<usize>, &[Mark])> {
    let aside = |c: char| matches!(c, ',' | '，' | ';' | '；' | '。' | '、') || c.is_whitespace();
    let Range { mut start, mut end } = piece;
    while let [first, rest @ ..] = marks
        && first.at == start
        && aside(first.c)
    {
        (start, marks) = (start + first.c.len_utf8(), rest);
    }
    while let [rest @ .., last] = marks
        && last.at + last.c.len_utf8() == end
        && aside(last.c)
    {
        (end, marks) = (last.at, rest);
    }
    let of_marks: usize = marks.iter().map(|m| m.c.len_utf8()).sum();
    (start + of_marks < end).then_some((start..end, marks))
}

#[cfg(test)]
mod tests {
    use crate::syntax::words::Alone;

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
            let all = Alone::anew(*text);
            assert_eq!(all.said().deliverables().map(|d| d.text()).collect::<Vec<_>>(), *wanted, "{text}");
        }
    }

    #[test]
    fn commas_divide_clauses_but_not_thousands() {
        let text = "种树1,200棵,修渠2公里。";
        let all = Alone::anew(text);
        assert_eq!(all.said().clauses().map(|c| c.text()).collect::<Vec<_>>(), ["种树1,200棵", "修渠2公里"]);
    }
}
