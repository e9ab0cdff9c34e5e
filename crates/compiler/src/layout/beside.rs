//! What is numbered beside a list and is no part of it: chapters on how the work is led and watched (工作要求, 保障措施), on
//! what it is guided by (总体要求), on the government's own conduct and the year before (自身建设, 工作回顾), and remarks that number
//! themselves. Knows chapters by their names.

use super::marker::{self, Marker, Style};
use super::notes;
use super::outline::Group;
use super::paragraph::Paragraph;
use super::preface;

/// The longest name of a chapter, in characters.
const LONGEST_CHAPTER: usize = 16;

/// Names of such chapters.
const CHAPTERS: &[&str] = &[
    "工作要求", "有关要求", "相关要求", "几点要求", "实施要求", "保障措施", "组织保障", "工作保障", "保障机制",
    "实施保障", "组织领导", "组织实施", "加强组织领导", "强化组织保障", "推进措施", "推进机制", "工作机制", "督查考核",
    "督导考核", "考核督查", "监督考核", "监督管理", "总体要求", "指导思想", "基本原则", "工作原则", "总体思路",
    "工作思路",
];

/// How longer names of such chapters end: 推进落实民生实事的具体要求.
const CHAPTER_ENDS: &[&str] = &["具体要求", "工作要求", "有关要求", "相关要求", "保障措施", "组织保障"];

/// Whether a heading is of a chapter beside the list.
fn is_chapter_beside(name: &str) -> bool {
    CHAPTERS.contains(&name) || CHAPTER_ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a chapter of this name is none of a list's categories: one beside the list, or one that tells about it as a whole.
pub fn is_no_category(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "要求", "目标", "原则", "情况", "背景", "依据", "步骤", "说明", "范围", "思路", "任务", "清单", "表", "安排",
        "回顾", "机制", "保障",
    ];
    CHAPTERS.contains(&name) || ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether what was read as items are chapters of a report: most speak of the government itself, or all are names of chapters.
pub fn are_chapters(groups: &[Group]) -> bool {
    let titles = || groups.iter().flat_map(|g| &g.rows).map(|r| r.title.text().trim().trim_end_matches('。'));
    let counts = |title: &str| title.contains(|c: char| c.is_ascii_digit());
    let of_itself = |title: &str| {
        let head = title.split(['。', '，']).next().unwrap_or(title);
        preface::is_of_itself(head) && !counts(head)
    };
    let is_chapter = |title: &str| title.chars().count() <= LONGEST_CHAPTER && is_no_category(title);
    let all = titles().count();
    all > 0 && (titles().filter(|t| of_itself(t)).count() * 3 > all * 2 || titles().all(is_chapter))
}

/// What of a document stands beside its list.
pub struct Beside {
    /// For each paragraph, whether it does; the heading of a chapter too.
    pub inside: Vec<bool>,
    /// For each paragraph, whether it heads such a chapter.
    pub heads: Vec<bool>,
    /// How a report numbers its chapters, where one is on the government itself.
    pub chapters: Option<Style>,
}

/// Words of a title that hands out all work of a year; the government's own conduct is a part of that.
const ALL_WORK: &[&str] =
    &["重点工作", "重点任务", "工作任务", "任务分解", "责任分解", "任务分工", "分工方案", "工作要点", "工作计划"];

impl Beside {
    /// Finds chapters, each from its heading to the next number of the heading's style, and numbered remarks.
    pub fn of(paragraphs: &[Paragraph]) -> Self {
        let (mut inside, mut heads) = (vec![false; paragraphs.len()], vec![false; paragraphs.len()]);
        let mut chapter = None;
        let mut remark: Option<Marker> = None;
        let mut chapters = None;
        let all_work = std::cell::LazyCell::new(|| paragraphs.iter().any(hands_out_all_work));
        for (n, p) in paragraphs.iter().enumerate().filter(|(_, p)| p.cell.is_none()) {
            let style = p.marker.map(|m| m.style);
            heads[n] = p.heading.as_ref().is_some_and(|h| is_chapter_beside(&h.name));
            let of_itself = is_of_itself(p) && !*all_work;
            if of_itself && p.heading.is_some() {
                heads[n] = true;
                chapters = style;
            }
            if heads[n] {
                chapter = style;
            } else if style == chapter {
                chapter = None;
            }
            let follows = |last: Marker, m: Marker| m.style == last.style && m.value == last.value + 1;
            remark = match (remark, p.marker) {
                (Some(last), Some(m)) if follows(last, m) => Some(m),
                _ => begins_remarks(p.text),
            };
            inside[n] = chapter.is_some() || remark.is_some() || of_itself;
        }
        Self { inside, heads, chapters }
    }
}

/// A numbered heading or sentence on the government itself. What has an amount is work like any other.
fn is_of_itself(p: &Paragraph) -> bool {
    let Some(m) = p.marker else { return false };
    let words = p.text[m.end()..].split(['。', '；', '：', ':']).next().unwrap_or_default();
    let has_amount = || words.contains(|c: char| c.is_ascii_digit()) && !words.contains('年');
    preface::is_of_itself(words) && !has_amount()
}

fn hands_out_all_work(p: &Paragraph) -> bool {
    const LONGEST: usize = 180;
    p.marker.is_none()
        && p.text.len() < LONGEST
        && !p.text.ends_with('。')
        && ALL_WORK.iter().any(|w| p.text.contains(w))
}

/// The number with which a remark begins to number itself: `注：1.…`.
fn begins_remarks(text: &str) -> Option<Marker> {
    let (_, words) = text.split_once(['：', ':']).filter(|_| notes::is_remark(text))?;
    marker::leading(words.trim_start()).filter(|m| m.value == 1)
}
