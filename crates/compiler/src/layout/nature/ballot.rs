//! Signs of a ballot: columns or boxes to choose from, and the name of the form.

use std::sync::LazyLock;

use super::Sign;
use super::page::Page;
use crate::layout::paragraph::Paragraph;
use crate::syntax::charmap::CharMap;
use crate::syntax::letters::{but_han, is_han};

/// What a voter or judge chooses from.
const CHOICES: &[&str] = &[
    "满意", "基本满意", "不满意", "较满意", "比较满意", "非常满意", "不太满意", "一般", "不了解", "赞成", "反对",
    "弃权", "同意", "不同意", "赞同", "不赞同", "不表态", "优秀", "良好", "合格", "不合格",
];

/// Names of such forms.
const NAMES: &[&str] = &[
    "测评表", "测评票", "表决票", "评议表", "评议票", "选票", "投票", "问卷", "调查表", "测评结果", "表决结果",
    "评议结果", "满意度测评", "满意度调查", "满意度评价",
];

/// The signs.
pub fn signs(page: &Page) -> Vec<Sign> {
    let mut signs = vec![];
    if let Some((text, span)) = page.names().find(|(text, _)| NAMES.iter().any(|n| text.contains(n))) {
        let name = NAMES.iter().find(|n| text.contains(**n)).copied().unwrap_or_default();
        signs.push(Sign::new(3, format!("名称里有“{name}”"), "its name is that of a ballot", Some(span)));
    }
    let mut seen: Vec<&str> = vec![];
    let mut first = None;
    for p in &page.paragraphs {
        let found = choices(p.text);
        if !found.is_empty() {
            first = first.or(Some(p.span));
            for choice in found {
                if !seen.contains(&choice) {
                    seen.push(choice);
                }
            }
        }
    }
    if seen.len() >= 2 {
        let weight = if seen.len() >= 3 { 4 } else { 2 };
        let (zh, en) = (format!("有“{}”几栏可选", seen.join("”“")), format!("{} choices to mark", seen.len()));
        signs.push(Sign::new(weight, zh, en, first));
        signs.extend(overcount(page));
    }
    signs
}

/// A row with more votes than people were there.
fn overcount(page: &Page) -> Option<Sign> {
    let present = page.paragraphs.iter().find_map(|p| present(p.text))?;
    let mut name: Option<&Paragraph> = None;
    let mut votes: Vec<u32> = vec![];
    let mut next = 1;
    for p in page.paragraphs.iter().map(Some).chain([None]) {
        if let Some(n) = p.and_then(|p| p.text.trim().parse::<u32>().ok()) {
            votes.push(n);
            continue;
        }
        // A number before the next name is that one's own.
        if p.is_some() && votes.last() == Some(&next) {
            votes.pop();
            next += 1;
        }
        let sum = votes.iter().fold(0u32, |sum, n| sum.saturating_add(*n));
        if let Some(row) = name.filter(|_| votes.len() > 1 && sum > present) {
            let title = row.text.trim();
            let (zh, en) = (
                format!("“{title}”共 {sum} 票，多于到会的 {present} 人"),
                format!("{title} has {sum} votes, of {present} people present"),
            );
            return Some(Sign::new(1, zh, en, Some(row.span)));
        }
        votes.clear();
        name = p;
    }
    None
}

/// How many people a note says were there: `实到组成人员30人`.
fn present(text: &str) -> Option<u32> {
    let at = ["实到", "到会", "出席", "参会"].iter().find_map(|w| text.find(w))?;
    let digits = text[at..].find(|c: char| c.is_ascii_digit())?;
    let number = &text[at + digits..];
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number[end..].starts_with(['人', '名']).then(|| number[..end].parse().ok()).flatten()
}

/// The longest paragraph that is looked at for choices, in characters.
const LONGEST: usize = 60;

/// The longest choice with what may follow it (票数率), in bytes.
const LONGEST_CHOICE: usize = 7 * 3;

/// The choices in a paragraph: one alone in its cell, or several beside boxes or other headings.
fn choices(text: &str) -> Vec<&'static str> {
    let telling = &*TELLING;
    // one choice is the whole text, several have marks between them
    if text.len() > LONGEST * 4
        || text.len() > LONGEST_CHOICE && !but_han(text).any(|(_, c)| divides(c))
        || !text.chars().any(|c| telling.get(c))
        || text.chars().count() > LONGEST
    {
        return vec![];
    }
    let words = text.split(divides).map(|w| w.trim_end_matches(['票', '数', '率'])).filter(|w| !w.is_empty());
    let (mut all, mut known) = (0, vec![]);
    for word in words {
        all += 1;
        known.extend(CHOICES.iter().find(|c| **c == word));
    }
    // A line that lost its borders may hold other headings too.
    if known.len() == all || known.len() > 2 { known } else { vec![] }
}

/// Characters of which each choice has one. Most paragraphs have none of them.
static TELLING: LazyLock<CharMap<bool>> = LazyLock::new(|| {
    let mut telling = CharMap::default();
    "意般解赞反弃态优良格".chars().for_each(|c| telling.set(c, true));
    telling
});

/// What stands between choices: blanks, boxes, ticks and marks.
fn divides(c: char) -> bool {
    !is_han(c)
        && (c.is_whitespace()
            || matches!(c, '□' | '■' | '☐' | '☑' | '✓' | '√' | '○' | '●')
            || matches!(c, '/' | '|' | '、' | ',' | '，' | '(' | ')' | '（' | '）'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_looked_for() {
        assert!(CHOICES.iter().all(|choice| choices(&format!("{choice}（票）")) == [*choice]));
        assert!(CHOICES.iter().all(|choice| choices(&format!("{choice}票数率")) == [*choice]));
    }
}
