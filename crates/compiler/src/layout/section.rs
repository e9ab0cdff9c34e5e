//! A list inside a longer document: which part was taken, and why. A report has other numbered chapters; whoever relies on
//! the list should see at once where it was found.

use yinuo_diag::{Diagnostic, Span, Text, codes};

use super::outline::Outline;
use super::paragraph::Paragraph;

/// A document is long when so many bytes of it are not the list's.
const LONG: usize = 3000;
/// Labels for so many other places are enough.
const TOLD: usize = 3;

/// The note about where the list was found, in a document that is much more than its list. `title_at` is the paragraph of
/// the list's title.
pub fn told(paragraphs: &[Paragraph], outline: &Outline, title_at: Option<usize>) -> Option<Diagnostic> {
    let rows = || outline.groups.iter().flat_map(|g| &g.rows);
    let begins = rows().filter_map(|r| r.title.spans().next()).map(|s| s.start).min()?;
    let words = rows().flat_map(|r| {
        r.title.spans().chain(r.body.iter().flat_map(|b| b.spans())).chain(r.cells.iter().flat_map(|(_, c)| c.spans()))
    });
    let taken: usize = words.map(Span::len).sum();
    let all: usize = paragraphs.iter().map(|p| p.text.len()).sum();
    if all.saturating_sub(taken) < LONG || taken * 2 > all {
        return None;
    }
    let first = paragraphs.iter().position(|p| p.span.end > begins)?;
    let count = rows().count();
    let title = title_at.map(|at| &paragraphs[at]).filter(|p| p.span.start <= begins);
    let place = title.map_or(paragraphs[first].span, |p| p.span);
    let why = match title {
        Some(p) => Text::new(
            format!("其上有标题“{}”，其下是连续编号的条目", p.text.trim()),
            format!("it stands under the title \u{201c}{}\u{201d} and is numbered throughout", p.text.trim()),
        ),
        None => Text::new("这一处写明件数，且件数相符", "it announces a number of items, and so many follow"),
    };
    let message = Text::new(
        format!("全文较长，清单取自其中一节，共 {count} 项"),
        format!(
            "of a long document one part was taken as the list: {count} {}",
            if count == 1 { "commitment" } else { "commitments" }
        ),
    );
    let mut found = Diagnostic::new(&codes::SECTION_TAKEN, message)
        .label(place, Text::new("取自这里", "taken from here"))
        .note(why);
    for other in others(paragraphs, place).into_iter().take(TOLD) {
        found =
            found.label(other, Text::new("这里也可能是清单，没有采用", "this could be a list too, and was not taken"));
    }
    Some(found.help(Text::new(
        "如果取错了，把清单那一节单独存成文件",
        "if it is the wrong part, save the list's own part as a file",
    )))
}

/// Other titles of lists with items right below them.
pub fn others(paragraphs: &[Paragraph], taken: Span) -> Vec<Span> {
    let numbered = |n: usize| paragraphs.get(n).is_some_and(|p| p.marker.is_some());
    let is_title = |n: &usize| paragraphs[*n].title_score > 1 && (numbered(n + 1) || numbered(n + 2));
    (0..paragraphs.len()).filter(is_title).map(|n| paragraphs[n].span).filter(|s| *s != taken).collect()
}
