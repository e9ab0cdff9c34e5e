//! Lines to paragraphs. A line that goes as far as it can is followed by more of the same paragraph, unless what follows
//! is set in, stands apart, is of another size, or begins with a number after a finished sentence.

use super::lines::TextLine;

/// The edges between which lines were broken.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Edges {
    pub left: f64,
    pub right: f64,
    /// The usual distance of two base lines; lines farther apart are not joined.
    pub leading: f64,
    /// The usual height of characters, where larger ones are headings; 0 where none are.
    pub size: f64,
}

/// A paragraph, and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    pub text: String,
    pub page: u32,
    pub line: u32,
}

impl Paragraph {
    /// A line by itself.
    pub fn of(line: &TextLine) -> Self {
        Self { text: line.text(), page: line.page, line: line.number }
    }

    /// Goes on with the words of a line.
    pub fn extend(&mut self, words: &str) {
        let latin = |c: char| c.is_ascii_alphabetic();
        let digit = |c: char| c.is_ascii_digit();
        let ends = |is: fn(char) -> bool| self.text.ends_with(is) && words.starts_with(is);
        if ends(latin) || ends(digit) {
            self.text.push(' ');
        }
        self.text.push_str(words);
    }
}

/// The paragraphs of lines that stand one under another. `edges` gives those of each line.
pub(super) fn paragraphs(lines: &[TextLine], edges: impl Fn(&TextLine) -> Edges) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = vec![];
    let mut first: Option<&TextLine> = None;
    for (n, line) in lines.iter().enumerate() {
        let above = n.checked_sub(1).and_then(|n| lines.get(n)).zip(first);
        match (all.last_mut(), above) {
            (Some(open), Some((above, first))) if goes_on(first, above, line, &open.text, edges(above)) => {
                // A space at the end of a line is one only after a sign or a word of Latin writing.
                if above.ends_in_space && open.text.ends_with(|c: char| c.is_ascii()) {
                    open.text.push(' ');
                }
                open.extend(&line.text());
            }
            _ => {
                all.push(Paragraph::of(line));
                first = Some(line);
            }
        }
    }
    all
}

/// Whether a line goes on with the paragraph that began in `first` and whose last line is `above`.
fn goes_on(first: &TextLine, above: &TextLine, line: &TextLine, so_far: &str, edges: Edges) -> bool {
    if is_heading(first, above, line, so_far, edges) {
        return true;
    }
    let size = above.size;
    if (line.size - size).abs() > 0.12 * size {
        return false;
    }
    if above.page == line.page && line.y - above.y > (1.35 * edges.leading).max(1.2 * size) {
        return false;
    }
    let words = line.text();
    if begins_item(&words) && so_far.ends_with(|c| "。；;！？!?：:".contains(c)) {
        return false;
    }
    if room(above, edges) >= first_word(line) + 0.35 * size {
        return false;
    }
    is_aligned(first, above, line, so_far, edges)
}

/// Whether a line goes on with a heading, which is broken by its sense: larger than the text, in the middle.
fn is_heading(first: &TextLine, above: &TextLine, line: &TextLine, so_far: &str, edges: Edges) -> bool {
    let size = above.size;
    let is_large = edges.size > 0.0 && size > 1.15 * edges.size && (line.size - size).abs() < 0.05 * size;
    let is_near = above.page == line.page && line.y - above.y < 2.2 * size;
    let middle = edges.left + edges.right;
    let is_centred = |l: &TextLine| (l.x0() + l.x1() - middle).abs() < 1.2 * size && l.x0() - edges.left > size;
    let ends = so_far.ends_with(|c| "。；：！？;:!?）)".contains(c));
    is_large && is_near && !ends && [first, above, line].into_iter().all(is_centred) && !begins_item(&line.text())
}

/// What is free in a line, whether it stands at the left or in the middle.
fn room(line: &TextLine, edges: Edges) -> f64 {
    let (before, after) = (line.x0() - edges.left, edges.right - line.x1());
    let is_centred = (before - after).abs() < 0.8 * line.size && before > 0.8 * line.size && before != 2.0 * line.size;
    if is_centred { before + after } else { after }
}

/// Whether a line begins where the paragraph's lines do. Its first line may be set in, or hang over to the left when it
/// begins with a number; in the middle of a cell lines begin anywhere.
fn is_aligned(first: &TextLine, above: &TextLine, line: &TextLine, so_far: &str, edges: Edges) -> bool {
    let size = line.size;
    let centre = |l: &TextLine| l.x0() + l.x1();
    let middle = edges.left + edges.right;
    if [first, above, line].iter().all(|l| (centre(l) - middle).abs() < 1.2 * size) {
        return true;
    }
    let step = line.x0() - above.x0();
    let is_second = std::ptr::eq(first, above);
    if step.abs() <= 0.6 * size {
        return true;
    }
    match is_second {
        true if step < 0.0 => line.x0() - edges.left <= 0.6 * size || step >= -4.5 * size,
        true => step <= 3.5 * size && begins_item(so_far),
        false => false,
    }
}

/// How wide the first word of a line is, that may not be broken.
fn first_word(line: &TextLine) -> f64 {
    const MAX_WIDTH: f64 = 12.0;
    for pair in line.marks.windows(2) {
        let (c, next) = (pair[0].c, pair[1].c);
        let width = pair[0].x1 - line.x0();
        let in_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-' | '/');
        // Quotation marks hold to both sides, and programs keep a figure with the sign before it.
        let is_quote = |c: char| "“”‘’\"".contains(c);
        let closes = |c: char| "，。、；：！？）)》〉】],.;:!?%％".contains(c);
        let held = in_word(c) && (in_word(next) || next == '(')
            || "（(《〈【[".contains(c)
            || closes(next)
            || closes(c) && next.is_ascii_alphanumeric()
            || is_quote(c)
            || is_quote(next);
        // A closing sign never begins a line, not even after a blank.
        if !held || (pair[1].spaced && !closes(next)) || width > MAX_WIDTH * line.size {
            return width;
        }
    }
    line.x1() - line.x0()
}

/// Whether words begin with the number or the sign of an item: `一、`, `（二）`, `3.`, `4、`, `①`, `•`.
fn begins_item(words: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "〇一二三四五六七八九十百０１２３４５６７８９".contains(c);
    let mut rest = words.chars();
    match rest.next() {
        Some('（' | '(') => {
            let inner: String = rest.clone().take_while(|c| numeral(*c)).collect();
            (1..=3).contains(&inner.chars().count()) && matches!(rest.nth(inner.chars().count()), Some('）' | ')'))
        }
        Some(c) if numeral(c) => {
            let after = words.trim_start_matches(numeral);
            let mut after = after.chars();
            let is_mark = matches!(after.next(), Some('、' | '.' | '．' | '）' | ')'));
            is_mark && !after.next().is_some_and(|c| c.is_ascii_digit())
        }
        Some(c) => matches!(c, '①'..='⑳' | '•' | '●' | '■' | '◆' | '▪' | '➢' | '★' | '☆'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::Mark;
    use super::*;

    fn line(number: u32, x0: f64, text: &str) -> TextLine {
        let mut x = x0;
        let mark = |c: char| {
            let width = if c.is_ascii() { 5.0 } else { 10.0 };
            x += width;
            Mark { c, x0: x - width, x1: x, spaced: false }
        };
        TextLine {
            marks: text.chars().map(mark).collect(),
            y: 15.0 * f64::from(number),
            size: 10.0,
            page: 1,
            number,
            ends_in_space: false,
        }
    }

    fn joined(lines: &[TextLine]) -> Vec<String> {
        let edges = Edges { left: 0.0, right: 100.0, leading: 15.0, size: 10.0 };
        paragraphs(lines, |_| edges).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn full_lines_go_on() {
        let lines = [
            line(1, 20.0, "新建学校一二三四"),
            line(2, 0.0, "五六七八九新增学位"),
            line(3, 0.0, "1260个。"),
            line(4, 20.0, "改造道路一二三四"),
            line(5, 0.0, "（完）"),
        ];
        assert_eq!(joined(&lines), ["新建学校一二三四五六七八九新增学位1260个。", "改造道路一二三四（完）"]);
    }

    #[test]
    fn short_lines_and_items_end_a_paragraph() {
        let lines = [
            line(1, 0.0, "一、教育"),
            line(2, 0.0, "新建学校一二三四五。"),
            line(3, 0.0, "（二）改造道路"),
            line(6, 0.0, "另起一段"),
        ];
        assert_eq!(joined(&lines).len(), 4);
        let hanging = [line(1, 0.0, "1. 新建学校一二三四"), line(2, 15.0, "五六所。")];
        assert_eq!(joined(&hanging), ["1. 新建学校一二三四五六所。"]);
    }

    #[test]
    fn a_heading_in_the_middle_is_whole() {
        let heading = |number, text: &str, x0| TextLine { size: 14.0, ..line(number, x0, text) };
        let broken = [heading(1, "某区人民政府", 20.0), heading(2, "关于实事的通知", 15.0), line(4, 0.0, "各镇：")];
        assert_eq!(joined(&broken), ["某区人民政府关于实事的通知", "各镇："]);
        let apart = [heading(1, "某区人民政府", 0.0), heading(2, "关于实事的通知", 15.0)];
        assert_eq!(joined(&apart).len(), 2);
        let small = [line(1, 20.0, "某区人民政府"), line(2, 15.0, "关于实事的通知")];
        assert_eq!(joined(&small).len(), 2);
    }

    #[test]
    fn items_are_known_by_their_signs() {
        for item in ["一、教育", "（二）医疗", "(3)交通", "4.修桥", "12、植树", "①", "• 甲"] {
            assert!(begins_item(item), "{item}");
        }
        for words in ["3.5万人", "2026年", "（牵头单位）", "十项", "一是"] {
            assert!(!begins_item(words), "{words}");
        }
    }
}
