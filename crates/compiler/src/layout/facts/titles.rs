//! Which line is the list's title. A cover sheet and the notice that sends a list out name it first; the title over the list
//! itself, where it stands again, is the list's own. Weighs lines by `Paragraph::title_score`.

use std::collections::HashSet;

use super::title;
use crate::layout::paragraph::Paragraph;

/// The lines that name the list.
#[derive(Clone, Copy)]
pub struct Titles {
    /// The best of them, the first of equally good ones.
    pub first: usize,
    /// The list's own.
    pub own: usize,
}

/// Finds the title among the lines before `end`, where the document's own text ends, or else anywhere.
pub fn of(paragraphs: &[Paragraph], end: usize) -> Option<Titles> {
    let best = |until: usize| {
        let scored = lines(&paragraphs[..until]).map(|(i, p)| (p.title_score, i)).filter(|(s, _)| *s > 0);
        // The first of equally good lines is the title; later ones are references to it.
        scored.reduce(|a, b| if b.0 > a.0 { b } else { a }).map(|(_, i)| i)
    };
    let first = best(end).or_else(|| best(paragraphs.len()))?;
    let said = Said::of(paragraphs, first);
    let mut later = lines(&paragraphs[..end]).filter(|(i, _)| *i > first);
    let own =
        later.find(|(i, p)| said.again(p) || said.is_notice() && p.title_score > 0 && heads_an_annex(paragraphs, *i));
    Some(Titles { first, own: own.map_or(first, |(i, _)| i) })
}

/// Whether a line stands under the word for an annex, which has no number: there is one annex.
fn heads_an_annex(paragraphs: &[Paragraph], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| squeezed(paragraphs[above].text));
    above.is_some_and(|above| matches!(above.trim_end_matches(['：', ':']), "附件" | "附"))
}

/// Lines that stand alone.
fn lines<'a, 'd>(paragraphs: &'a [Paragraph<'d>]) -> impl Iterator<Item = (usize, &'a Paragraph<'d>)> {
    paragraphs.iter().enumerate().filter(|(_, p)| !p.is_furniture() && !p.has_neighbours)
}

/// What the first title names.
struct Said {
    score: u32,
    words: String,
    /// What a notice sends out.
    sent: Option<String>,
    /// The tables with rows of several cells, where it stands on a sheet without such.
    other_tables: HashSet<u32>,
}

impl Said {
    fn of(paragraphs: &[Paragraph], first: usize) -> Self {
        let p = &paragraphs[first];
        let words = squeezed(&title(p.text));
        let notice = words.strip_suffix("的通知").unwrap_or_default();
        let sent = ["印发", "下发", "公布", "发布"]
            .iter()
            .find_map(|w| notice.split_once(w))
            .map(|(_, sent)| sent.to_string());
        let with_rows = paragraphs.iter().filter(|p| p.has_neighbours).filter_map(|p| p.cell.map(|c| c.table));
        let other_tables: HashSet<u32> = p.cell.map(|_| with_rows.collect()).unwrap_or_default();
        let other_tables =
            if p.cell.is_some_and(|c| other_tables.contains(&c.table)) { HashSet::new() } else { other_tables };
        Self { score: p.title_score, sent, words, other_tables }
    }

    /// Whether it is the title of a notice.
    fn is_notice(&self) -> bool {
        self.words.ends_with("通知")
    }

    /// Whether a later line is the title over the list itself: what the notice sends out, the first title with the name of a
    /// list added, or as good a title over the rows of another sheet than the cover.
    fn again(&self, later: &Paragraph) -> bool {
        let score = later.title_score;
        if score == 0 {
            return false;
        }
        let words = squeezed(&title(later.text));
        let sent = self.sent.as_ref().is_some_and(|sent| *sent == words);
        let added = words.strip_prefix(&self.words).is_some_and(is_kind_of_list);
        let over_rows = later.cell.is_some_and(|c| self.other_tables.contains(&c.table));
        sent || added || over_rows && score >= self.score
    }
}

/// `项目分解表`, `实施方案`: words that say what kind of list it is.
fn is_kind_of_list(words: &str) -> bool {
    const ENDS: [&str; 6] = ["表", "清单", "方案", "计划", "目录", "台账"];
    words.chars().count() <= 8 && ENDS.iter().any(|e| words.ends_with(e))
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
