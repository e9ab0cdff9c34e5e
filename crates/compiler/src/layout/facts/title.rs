//! Which line is a title of a list, and what it says without the words around it. Knows how lists are called.

use std::sync::LazyLock;

use yinuo_model::Declared;

use super::{declared, jurisdiction, year};
use crate::layout::marker::{self, Style};
use crate::syntax::openings::Openings;

/// Words that make a line a list's title.
const TITLE_WORDS: &[&str] = &[
    "民生实事", "惠民实事", "为民办实事", "实事项目", "惠民事项", "实事", "民生工程", "民心工程", "惠民工程",
    "民生项目", "惠民项目", "重点工作", "任务分解", "重点任务", "责任清单", "工作任务", "责任分解",
];

static TITLES: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(TITLE_WORDS.iter().map(|w| (*w, ()))));

/// Where a title first calls the list by name.
pub(super) fn first_word(title: &str) -> Option<usize> {
    title.char_indices().find(|(at, c)| TITLES.of_head(*c, &title[*at..]).is_some()).map(|(at, _)| at)
}

/// How much a line looks like a list's title: 0 is not at all.
pub fn title_score(line: &str) -> u32 {
    const LONGEST: usize = 60;
    let ends_otherwise = |line: &str| line.ends_with(['。', '；', '，', '：', ':']);
    // each of the words holds one of these
    if line.len() > LONGEST * 4 || ends_otherwise(line) || !line.contains(['实', '民', '重', '任']) {
        return 0;
    }
    if !(4..=LONGEST).contains(&line.chars().count()) {
        return 0;
    }
    let Some(rank) = TITLE_WORDS.iter().position(|w| line.contains(w)) else { return 0 };
    let year = if year(line).is_some() { 10 } else { 0 };
    let place = if jurisdiction(line).is_some() { 12 } else { 0 };
    // A headline about a list is a sentence with a comma; a list's name is none.
    let headline = line.contains(['，', ',', '！', '？', '；']);
    let rank = 20 - rank as u32;
    match () {
        () if headline => 1,
        // 民生实事 and nothing else may be a category
        () if TITLE_WORDS.contains(&line) => rank / 2,
        () => rank + year + place,
    }
}

/// The title without a count in brackets at its end.
pub fn title(line: &str) -> String {
    let line = line.trim().trim_start_matches('#').trim();
    let line = line.strip_prefix("附件").and_then(|rest| rest.strip_prefix(['：', ':'])).map_or(line, str::trim);
    let line = issued(line).unwrap_or(line);
    // A section's title has the section's number before it.
    let number = marker::leading(line).filter(|m| matches!(m.style, Style::Han | Style::HanParen));
    let line = number.map_or(line, |m| &line[m.end()..]);
    match line.char_indices().rev().find(|(_, c)| matches!(c, '(' | '（')) {
        Some((open, _)) if line.ends_with([')', '）']) && declared(&line[open..]) != Declared::default() => {
            line[..open].trim_end().to_string()
        }
        _ => line.to_string(),
    }
}

/// The list that a notice sends out: `关于印发《…》的通知`.
fn issued(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once('《')?;
    let (inner, after) = rest.rsplit_once('》')?;
    let sends_out = ["印发", "下发", "公布", "发布"].iter().any(|w| before.ends_with(w));
    (sends_out && after.starts_with("的通知") && title_score(inner) > 0).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_looked_for() {
        assert!(TITLE_WORDS.iter().all(|w| title_score(&format!("{w}一览表")) > 0));
    }

    #[test]
    fn only_a_count_is_no_part_of_a_title() {
        assert_eq!(title("青石区2026年民生实事(共3大类12项)"), "青石区2026年民生实事");
        assert_eq!(title("青石区2026年民生实事（修订）"), "青石区2026年民生实事（修订）");
        assert_eq!(title("附件：青石区2026年民生实事"), "青石区2026年民生实事");
    }
}
