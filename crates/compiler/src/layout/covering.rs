//! The letter that covers an annexed list: 各镇人民政府：……通知如下：一、各单位要……。2027年1月3日. Its numbered instructions are on how the
//! work is to be done and reported; they are no commitments, and take no number from the list below. Reads no items.

use super::letter;
use super::marker::Style;
use super::paragraph::Paragraph;

/// How many paragraphs a letter has at the most.
const LONGEST: usize = 40;

/// Takes the numbers from the instructions of a letter that was dated, where a numbered list begins below it.
pub fn mark(paragraphs: &mut [Paragraph]) {
    let Some(opens) = paragraphs.iter().take(LONGEST).position(|p| opens(p.text)) else { return };
    if paragraphs[..opens].iter().any(|p| p.marker.is_some() || p.cell.is_some()) {
        return;
    }
    let letter = paragraphs[opens..].iter().take(LONGEST);
    let Some(end) = letter.into_iter().position(|p| letter::is_date(p.text)).map(|n| opens + n) else { return };
    let is_han = |p: &&Paragraph| p.marker.is_some_and(|m| m.style == Style::Han);
    let first = |all: &[Paragraph]| all.iter().find(is_han).and_then(|p| p.marker).is_some_and(|m| m.value == 1);
    // 一、二、三 above the date and again below it: what stands above are no chapters of what stands below
    let numbered = paragraphs[opens..end].iter().filter_map(|p| p.marker).all(|m| m.style == Style::Han);
    if numbered && first(&paragraphs[opens..end]) && first(&paragraphs[end + 1..]) {
        for p in &mut paragraphs[opens..end] {
            p.marker = None;
            p.heading = None;
        }
    }
}

/// The sentence of a notice after which its instructions stand.
fn opens(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['：', ':', '。']);
    ["通知如下", "要求如下", "事项通知如下"].iter().any(|w| line.ends_with(w))
}
