//! What repeats at the head and the foot of pages: page numbers, running titles. It belongs to the paper, not to the text,
//! as the headers and footers of a Word document do.

use std::collections::HashMap;

use super::lines::TextLine;

/// How much of a page's height counts as its head, and as its foot.
const MARGIN: f64 = 0.13;
/// The most lines of furniture at either end.
const MAX_LINES: usize = 3;
/// Lines on two pages nearer than this are at the same place.
const NEAR: f64 = 4.0;

/// Marks the lines of each page that are furniture. `pages` has each page's height and its lines, top to bottom; lines in
/// tables are not among them.
pub(super) fn find(pages: &[(f64, Vec<&TextLine>)]) -> Vec<Vec<bool>> {
    let mut places: HashMap<(String, i64), usize> = HashMap::new();
    for (height, lines) in pages {
        for key in ends(*height, lines).into_iter().flat_map(|n| keys(*height, lines[n])) {
            *places.entry(key).or_default() += 1;
        }
    }
    let mut all = vec![];
    for (height, lines) in pages {
        let mut marked = vec![false; lines.len()];
        let is_printed = lines.last().is_some_and(|l| l.y > (1.0 - MARGIN) * height && is_by_browser(&l.text()));
        for n in ends(*height, lines) {
            let repeated = pages.len() > 1 && keys(*height, lines[n]).iter().any(|k| places[k] > 1);
            let by_browser = is_printed && is_by_browser(&lines[n].text());
            marked[n] = repeated || by_browser || is_page_number(&lines[n].text(), lines[n], *height);
        }
        // Furniture is at the very ends: a line within the text that is like one is text.
        let first = marked.iter().position(|m| !m).unwrap_or(marked.len());
        let last = marked.iter().rposition(|m| !m).map_or(0, |n| n + 1);
        for (n, mark) in marked.iter_mut().enumerate() {
            *mark = *mark && (n < first || n >= last);
        }
        all.push(marked);
    }
    all
}

/// What a browser prints around a page when nobody tells it not to: the address at the foot, the time at the head.
fn is_by_browser(text: &str) -> bool {
    let is_address = ["file://", "http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
    let mut parts = text.split([' ', ',']);
    let is_date = parts.next().is_some_and(|d| d.contains(['/', '-', '.']) && d.chars().all(|c| !c.is_alphabetic()));
    let mut time = parts.skip_while(|p| p.is_empty());
    is_address || is_date && time.next().is_some_and(|t| t.contains(':') && t.chars().all(|c| !c.is_alphabetic()))
}

/// The lines that could be furniture by their place.
fn ends(height: f64, lines: &[&TextLine]) -> Vec<usize> {
    let head = lines.iter().take(MAX_LINES).take_while(|l| l.y < MARGIN * height).count();
    let foot = lines.iter().rev().take(MAX_LINES).take_while(|l| l.y > (1.0 - MARGIN) * height).count();
    let foot = lines.len() - foot.min(lines.len() - head);
    (0..head).chain(foot..lines.len()).collect()
}

/// A line's words without their figures, and its place; near places share one of two keys.
fn keys(height: f64, line: &TextLine) -> [(String, i64); 2] {
    let is_figure = |c: char| c.is_numeric() || "〇一二三四五六七八九十".contains(c);
    let words: String = line.text().chars().map(|c| if is_figure(c) { '#' } else { c }).collect();
    let mut stem = words.replace("##", "#");
    while stem.contains("##") {
        stem = stem.replace("##", "#");
    }
    // The foot is measured from below, so that pages of two heights agree.
    let place = if line.y > height / 2.0 { line.y - height } else { line.y };
    let slot = (place / NEAR).floor() as i64;
    [(stem.clone(), 2 * slot), (stem, 2 * ((place + NEAR / 2.0) / NEAR).floor() as i64 + 1)]
}

/// `3`, `- 3 -`, `— 3 —`, `第 3 页`, `第3页 共9页`, `3/9`, `Page 3 of 9`, at the end of a page.
fn is_page_number(text: &str, line: &TextLine, height: f64) -> bool {
    let mut rest: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for word in ["Page", "page", "of", "第", "页", "共", "/", "-", "—", "–", "－", "·", ",", "，"] {
        rest = rest.replace(word, "");
    }
    let has_digit = !rest.is_empty() && rest.chars().all(|c| c.is_numeric());
    has_digit && rest.chars().count() <= 8 && line.y > (1.0 - 0.11) * height
}
