//! Signs of news: the dateline, the byline, and the words by which journalists report. A list that a paper prints whole is
//! still a list.

use super::Sign;
use super::page::Page;
use crate::layout::facts;

/// Words of a dateline or byline. Two of them are enough.
const BYLINES: &[&str] = &[
    "本报讯", "本台讯", "本网讯", "通讯员", "新华社", "记者从", "（记者", "(记者", "讯（", "讯(", "获悉", "本报记者",
    "报记者", "日电",
];
/// Words by which something is reported.
const REPORTING: &[&str] = &[
    "近日", "日前", "昨日", "今天上午", "据悉", "据了解", "据介绍", "告诉记者", "强调，", "指出，", "强调：",
    "会议指出", "会议强调", "会议要求", "出席", "主持召开", "主持会议", "走访慰问", "调研", "现场看到", "受访", "市民",
    "表示，", "点赞", "座谈会",
];

/// The longest text that is one report, in paragraphs.
const MAX_PARAGRAPHS: usize = 120;

/// The signs, for and against.
pub fn signs(page: &Page) -> Vec<Sign> {
    if page.paragraphs.len() > MAX_PARAGRAPHS {
        return vec![];
    }
    let mut signs = vec![];
    let content = || page.paragraphs.iter().filter(|p| !p.is_furniture() && !p.has_neighbours);
    let said = |words: &[&'static str]| -> Vec<&'static str> {
        words.iter().filter(|w| content().any(|p| p.text.contains(**w))).copied().collect()
    };
    let first = |word: &str| content().find(|p| p.text.contains(word)).map(|p| p.span);
    let mut bylines = said(BYLINES);
    let all = bylines.clone();
    // 本报记者 is one byline, though 报记者 is found in it.
    bylines.retain(|w| !all.iter().any(|longer| longer != w && longer.contains(w)));
    if let Some(word) = bylines.first() {
        let weight = 2 * (bylines.len() as i32).min(2);
        let words = bylines.join("”“");
        signs.push(Sign::new(weight, format!("有“{words}”的字样"), "a journalist's dateline or byline", first(word)));
    }
    let reporting = said(REPORTING);
    if let Some(word) = reporting.first().filter(|_| !bylines.is_empty() || reporting.len() > 2) {
        let weight = (reporting.len() as i32).min(if bylines.is_empty() { 4 } else { 3 });
        let words = reporting.iter().take(3).map(|w| w.trim_end_matches(['，', '：'])).collect::<Vec<_>>().join("”“");
        signs.push(Sign::new(weight, format!("用“{words}”转述"), "it reports what others said or did", first(word)));
    }
    let rows = page.rows;
    let whole = page.declared.is_some_and(|n| n as usize == rows);
    let titled = page.names().any(|(text, _)| facts::title_score(text) >= 20 && !text.contains(['，', '！', '：']));
    if rows >= 3 && (whole || titled) {
        signs.push(Sign::new(-3, "", "", None));
    }
    signs
}
