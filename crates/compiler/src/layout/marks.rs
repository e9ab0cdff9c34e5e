//! Marks before or after an item's name, `★改造学校`, and before its number: they say something of the item that stands elsewhere
//! in the document, and are no part of the name. Sets them aside and tells them; does not know what they mean.

use yinuo_diag::{Diagnostic, Span, Text, codes};

use super::outline::Group;

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '★' | '☆'
            | '▲'
            | '△'
            | '▼'
            | '●'
            | '◆'
            | '◇'
            | '■'
            | '◎'
            | '※'
            | '*'
            | '＊'
            | '✩'
            | '✦'
            | '▶'
            | '►'
            | '➤'
            | '☑'
            | '✔'
            | '✓'
            | '□'
            | '•'
            | '⭐'
            | '\u{fe0f}'
    )
}

/// How many bytes of marks a text begins with, and the white space after them; 0 where it has nothing else.
pub fn leading(text: &str) -> usize {
    if !text.starts_with(is_mark) {
        return 0;
    }
    let rest = text.trim_start_matches(|c: char| is_mark(c) || c.is_whitespace());
    if rest.is_empty() { 0 } else { text.len() - rest.len() }
}

/// Where the marks at the end of a text begin.
fn trailing(text: &str) -> usize {
    if !text.ends_with(is_mark) {
        return text.len();
    }
    let rest = text.trim_end_matches(|c: char| is_mark(c) || c.is_whitespace());
    if rest.is_empty() { text.len() } else { rest.len() }
}

/// Takes marks off the names of items, and tells them with those before their numbers.
pub fn set_aside(source: &str, groups: &mut [Group]) -> Option<Diagnostic> {
    let mut found = vec![];
    let (mut items, mut rows) = (0, 0);
    for row in groups.iter_mut().flat_map(|g| &mut g.rows) {
        let before = found.len();
        found.extend(row.title.spans().next().and_then(|first| before_number(source, first)));
        let text = row.title.text();
        let (start, end) = (leading(text), trailing(text));
        if start > 0 || end < text.len() {
            for marks in [0..start, end..text.len()] {
                found.extend(row.title.slice(source, marks).spans());
            }
            row.title = row.title.slice(source, start..end);
        }
        items += usize::from(found.len() > before);
        rows += 1;
    }
    // what stands before each item is a bullet, and says nothing of any
    let all_same = || found.windows(2).all(|pair| pair[0].of(source) == pair[1].of(source));
    let is_bullet = items > 2 && items == rows && found.len() == items && all_same();
    if is_bullet { None } else { told(source, &found, items) }
}

/// The mark at the start of the line in which an item begins.
fn before_number(source: &str, title: Span) -> Option<Span> {
    const LONGEST: usize = 24;
    let at = title.start as usize;
    let same_line = source[..at].char_indices().rev().take(LONGEST).take_while(|(_, c)| *c != '\n');
    let line = same_line.last().map(|(line, _)| line).filter(|l| source[..*l].ends_with('\n') || *l == 0)?;
    let before = source[line..at].trim_start();
    let (start, len) = (at - before.len(), leading(before));
    (len > 0).then(|| Span::new(start, start + before[..len].trim_end().len()))
}

fn told(source: &str, marks: &[Span], items: usize) -> Option<Diagnostic> {
    let first = marks.first()?;
    let mark = first.of(source).trim();
    let message = Text::new(
        format!("{items} 个事项标有“{mark}”一类的记号，没有读进名称"),
        format!("{items} commitments are marked with {mark} or the like, which was not taken into the title"),
    );
    let help = Text::new(
        "记号的意思看文件的说明；要让人看到它的意思，就写成文字，例如加一列“备注”",
        "the document says what the mark means; where readers should know, say it in words, for example in a column of remarks",
    );
    let found = Diagnostic::new(&codes::MARKS_SET_ASIDE, message).label(*first, Text::new("", "")).help(help);
    Some(marks.iter().skip(1).take(7).fold(found, |d, span| d.label(*span, Text::new("", ""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_ends() {
        for (text, name) in [
            ("★改造学校", "改造学校"),
            ("▲ ※改造学校", "改造学校"),
            ("改造学校 **", "改造学校"),
            ("★", "★"),
            ("改造★学校", "改造★学校"),
            ("", ""),
        ] {
            assert_eq!(&text[leading(text)..trailing(text)], name, "{text}");
        }
    }
}
