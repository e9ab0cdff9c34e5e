//! A list inside a report: a sentence announces a number of items, and so many numbered paragraphs stand below it, among
//! chapters and sections that are numbered too. Only an exact count tells them from those.

use yinuo_model::Declared;

use super::marker::Style;
use super::paragraph::Paragraph;
use super::{facts, prose};

/// Fewer items than these could be chance.
const MIN_ITEMS: usize = 3;

/// Reads the first such list.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<prose::Found> {
    let mut above: Vec<Style> = vec![];
    for (at, p) in paragraphs.iter().enumerate() {
        above.extend(p.marker.map(|m| m.style).filter(|style| !above.contains(style)));
        let sentence = announcing(&p.text[p.marker.map_or(0, |m| m.end())..]).filter(|_| !p.is_furniture());
        if let Some(found) = sentence.and_then(|sentence| below(source, paragraphs, at + 1, sentence, &above)) {
            return Some(found);
        }
    }
    None
}

/// The list that begins at a paragraph, as a sentence announces it. Looks at no more than may be the list, since a document
/// may announce many.
fn below(
    source: &str,
    paragraphs: &[Paragraph],
    begins: usize,
    sentence: &str,
    above: &[Style],
) -> Option<prose::Found> {
    let announced = facts::declared(sentence).items? as usize;
    let end = end_of(paragraphs, begins, announced, above)?;
    let mut found = prose::between(source, paragraphs, begins, end)?;
    let rows = found.rows();
    found.title = prose::counted_title(sentence);
    found.year = facts::year(sentence);
    found.jurisdiction = facts::announcer(sentence);
    (rows == announced).then_some(found)
}

/// How far above a list the sentence stands that announces it, in paragraphs.
const NEAR: usize = 3;

/// Whether what was read is another part of a report than the list it announces, which is perhaps not in the text: far fewer
/// items, and no numbers that begin near that sentence.
pub fn is_another_part(paragraphs: &[Paragraph], declared: Declared, found: &prose::Found) -> bool {
    let rows = found.rows();
    let is_fewer = declared.items.is_some_and(|n| rows * 2 < n as usize);
    let counts_groups = declared.categories.is_some_and(|n| found.groups.len() == n as usize);
    let above = &paragraphs[found.first.saturating_sub(NEAR)..found.first];
    let begins = paragraphs.get(found.first).and_then(|p| p.marker).is_none_or(|m| m.value == 1);
    is_fewer && !counts_groups && !(begins && above.iter().any(|p| p.text.contains("实事")))
}

/// How many items a text announces that ends where they begin.
pub fn count(text: &str) -> Option<u32> {
    facts::declared(announcing(text)?).items.filter(|n| *n as usize >= MIN_ITEMS)
}

/// The last sentence of a paragraph where it announces what stands below: ……9件实事： or ……9件实事。
fn announcing(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let head = text.strip_suffix(['：', ':']).or_else(|| text.strip_suffix('。'))?;
    let sentence = head.rsplit('。').next()?;
    (sentence.contains("实事") && !facts::looks_back(sentence)).then_some(sentence)
}

/// Where the list that begins at a paragraph ends at the latest: at the first number after its last item that goes on with
/// a numbering from above the list.
fn end_of(paragraphs: &[Paragraph], begins: usize, announced: usize, above: &[Style]) -> Option<usize> {
    let marker = |n: usize| paragraphs.get(n).and_then(|p| p.marker);
    let style_of = |n: usize| marker(n).map(|m| m.style);
    let style = style_of(begins)?;
    let of_style = (begins..paragraphs.len()).filter(|n| style_of(*n) == Some(style));
    let rising = (1..=announced).zip(of_style);
    let rising = rising.take_while(|(value, n)| marker(*n).is_some_and(|m| m.value as usize == *value));
    let (_, last) = rising.last().filter(|(value, _)| *value == announced && announced >= MIN_ITEMS)?;
    let goes_on = |n: &usize| style_of(*n).is_some_and(|s| s == style || above.contains(&s));
    Some((last + 1..paragraphs.len()).find(goes_on).unwrap_or(paragraphs.len()))
}
