//! Text cut into pieces at the borders of its marks, so that marks that overlap can be set in HTML, where elements may
//! only nest. Knows nothing of what the marks mean.

use yinuo_diag::Span;

/// A stretch of the source that is set in its own way.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// The style: a class of the style sheet.
    pub class: &'static str,
    /// The anchor at its first character, where it is a place to link to.
    pub id: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// What it is, in words.
    pub title: String,
    /// The number of a note that is called at its end.
    pub note: Option<usize>,
    /// A label set before its first character, and where that leads.
    pub tag: Option<(String, String)>,
    /// A sign set after its last character.
    pub sign: &'static str,
}

impl Mark {
    /// A mark that only has a style and says what it is.
    pub fn new(span: Span, class: &'static str, title: String) -> Self {
        Self { span, class, id: None, href: None, title, note: None, tag: None, sign: "" }
    }
}

/// A run of text under the same marks.
#[derive(Debug)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Classes of its marks, divided by spaces; empty for plain text.
    pub class: String,
    /// Anchors that begin here.
    pub ids: Vec<&'a str>,
    /// Where it leads.
    pub href: Option<&'a str>,
    /// What it is, in words; one sentence for each mark.
    pub title: String,
    /// Notes called at its end.
    pub notes: Vec<usize>,
    /// Labels set before it.
    pub tags: Vec<&'a (String, String)>,
    /// A sign set after it.
    pub sign: &'static str,
    /// True where the cell goes on in a new paragraph.
    pub new_line: bool,
}

/// Cuts the words of `range`. `marks` are in order of their starts.
pub fn cut<'a>(text: &'a str, range: Span, marks: impl IntoIterator<Item = &'a Mark>) -> Vec<Piece<'a>> {
    let inside = |m: &&'a Mark| m.span.start < range.end && m.span.end > range.start;
    let marks: Vec<&Mark> = marks.into_iter().filter(inside).collect();
    let clip = |at: u32| at.clamp(range.start, range.end);
    let mut edges = vec![range.start, range.end];
    edges.extend(marks.iter().flat_map(|m| [clip(m.span.start), clip(m.span.end)]));
    edges.sort_unstable();
    edges.dedup();

    let mut waiting = marks.into_iter().peekable();
    let mut active: Vec<&Mark> = vec![];
    let mut pieces = vec![];
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        active.retain(|m| m.span.end > start);
        while let Some(mark) = waiting.next_if(|m| clip(m.span.start) <= start) {
            active.push(mark);
        }
        pieces.push(piece(Span { start, end }.of(text), start, end, &active));
    }
    pieces
}

fn piece<'a>(text: &'a str, start: u32, end: u32, active: &[&'a Mark]) -> Piece<'a> {
    let mut classes: Vec<&str> = active.iter().map(|m| m.class).collect();
    classes.dedup();
    let mut titles: Vec<&str> = active.iter().map(|m| m.title.as_str()).filter(|t| !t.is_empty()).collect();
    titles.dedup();
    Piece {
        text,
        class: classes.join(" "),
        ids: active.iter().filter(|m| m.span.start == start).filter_map(|m| m.id.as_deref()).collect(),
        href: active.iter().find_map(|m| m.href.as_deref()),
        title: titles.join(" · "),
        notes: active.iter().filter(|m| m.span.end == end).filter_map(|m| m.note).collect(),
        tags: active.iter().filter(|m| m.span.start == start).filter_map(|m| m.tag.as_ref()).collect(),
        sign: active.iter().filter(|m| m.span.end == end).map(|m| m.sign).find(|s| !s.is_empty()).unwrap_or(""),
        new_line: false,
    }
}

/// The pieces of a passage that stands in several places; a new paragraph begins where its text has a line end.
pub fn passage<'a>(text: &'a str, passage: &yinuo_model::Passage, marks: &'a [Mark]) -> Vec<Piece<'a>> {
    let mut all: Vec<Piece> = vec![];
    let mut at = 0;
    for span in &passage.spans {
        let broken = passage.text.get(at..).is_some_and(|rest| rest.starts_with('\n'));
        let mut pieces = cut(text, *span, marks);
        if let (true, Some(first)) = (broken, pieces.first_mut()) {
            first.new_line = true;
            at += 1;
        }
        all.extend(pieces);
        at += span.len();
    }
    all
}

#[cfg(test)]
mod tests {
    use yinuo_model::Passage;

    use super::*;

    fn mark(start: u32, end: u32, class: &'static str, note: Option<usize>) -> Mark {
        Mark { id: Some(class.into()), note, ..Mark::new(Span { start, end }, class, class.into()) }
    }

    #[test]
    fn overlapping_marks_are_cut_at_every_border() {
        let marks = [mark(0, 6, "f", Some(1)), mark(4, 9, "m", None)];
        let pieces = cut("0123456789", Span::new(0, 10), &marks);
        let seen: Vec<_> = pieces.iter().map(|p| (p.text, p.class.as_str(), p.notes.len())).collect();
        assert_eq!(seen, [("0123", "f", 0), ("45", "f m", 1), ("678", "m", 0), ("9", "", 0)]);
        assert_eq!(pieces[0].ids, ["f"]);
        assert_eq!(pieces[2].ids, [""; 0]);
    }

    #[test]
    fn the_pieces_put_together_are_the_text() {
        let text = "新建两所学校，9月投入使用";
        let marks = [mark(6, 12, "m", None), mark(21, 25, "t", None)];
        let joined: String = cut(text, Span::new(0, text.len()), &marks).iter().map(|p| p.text).collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn a_list_of_paragraphs_keeps_its_lines() {
        let text = "1.甲\n\n2.乙";
        let two = Passage { text: "1.甲\n2.乙".into(), spans: [Span::new(0, 5), Span::new(7, 12)].into() };
        let lines: Vec<_> = passage(text, &two, &[]).iter().map(|p| (p.text, p.new_line)).collect();
        assert_eq!(lines, [("1.甲", false), ("2.乙", true)]);
    }
}
