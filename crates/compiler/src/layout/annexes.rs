//! Several lists in one document, each an annex of its own (附件1, 附件2): numbers begin anew, and what a title counts is in one of them.
//! Reads each list as `prose` does.

use super::facts;
use super::marker;
use super::outline;
use super::paragraph::Paragraph;
use super::prose::{self, Found};

/// More annexes are no lists.
const MAX_ANNEXES: usize = 20;
/// How far below its word an annex has its title, in paragraphs.
const NEAR: usize = 3;

/// Reads the lists of a document that has two annexes or more whose titles name lists.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<Found> {
    let begins: Vec<usize> =
        (0..paragraphs.len()).filter(|n| is_annex(&paragraphs[*n])).take(MAX_ANNEXES + 1).collect();
    if !(2..=MAX_ANNEXES).contains(&begins.len()) {
        return None;
    }
    let ends = begins.iter().skip(1).copied().chain([paragraphs.len()]);
    let mut used = vec![false; paragraphs.len()];
    let mut found = Found::default();
    let mut lists = 0;
    for (begin, end) in begins.iter().zip(ends) {
        let Some(title) = title(paragraphs, *begin, end) else { continue };
        let from = title + 1;
        let Some(mut part) = prose::going_on(source, &paragraphs[from..end], 0, 0) else { continue };
        lists += 1;
        used[from + part.first..end].fill(true);
        part.aside.iter().for_each(|n| used[from + n] = false);
        if let [only] = &mut part.groups[..]
            && only.name.is_empty()
        {
            let counts = facts::declared(paragraphs[title].text);
            only.name = facts::title(paragraphs[title].text);
            only.declared_items = counts.items.or(counts.categories);
        }
        found.groups.append(&mut part.groups);
    }
    if lists < 2 {
        return None;
    }
    outline::number(&mut found.groups);
    found.first = used.iter().position(|used| *used)?;
    found.aside = (found.first..paragraphs.len()).filter(|n| !used[*n]).collect();
    Some(found)
}

/// Whether a line is the word for an annex with a number, and nothing else.
fn is_annex(p: &Paragraph) -> bool {
    let number = p.text.trim().strip_prefix("附件").map(|rest| rest.trim_end_matches(['：', ':']).trim());
    p.cell.is_none() && number.is_some_and(|rest| !rest.is_empty() && marker::bare(rest).is_some())
}

/// The title of the list that begins below a line.
fn title(paragraphs: &[Paragraph], begin: usize, end: usize) -> Option<usize> {
    (begin + 1..end).take(NEAR).find(|n| paragraphs[*n].title_score > 0 && paragraphs[*n].marker.is_none())
}
