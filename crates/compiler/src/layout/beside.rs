//! What is numbered beside a list and is no part of it: chapters on how the work is led and watched (工作要求, 保障措施), on
//! what it is guided by (总体要求), and remarks that number themselves. Knows chapters by their names.

use super::marker::{self, Marker};
use super::notes;
use super::paragraph::Paragraph;

/// Names of such chapters.
const CHAPTERS: &[&str] = &[
    "工作要求", "有关要求", "相关要求", "几点要求", "实施要求", "保障措施", "组织保障", "工作保障", "保障机制",
    "实施保障", "组织领导", "组织实施", "加强组织领导", "强化组织保障", "推进措施", "推进机制", "工作机制", "督查考核",
    "督导考核", "考核督查", "监督考核", "监督管理", "总体要求", "指导思想", "基本原则", "总体思路",
];

/// Whether a chapter of this name is none of a list's categories: one beside the list, or one that tells about it as a whole.
pub fn is_no_category(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "要求", "目标", "原则", "情况", "背景", "依据", "步骤", "说明", "范围", "思路", "任务", "清单", "表", "安排",
        "回顾", "机制", "保障",
    ];
    CHAPTERS.contains(&name) || ENDS.iter().any(|end| name.ends_with(end))
}

/// What of a document stands beside its list.
pub struct Beside {
    /// For each paragraph, whether it does; the heading of a chapter too.
    pub inside: Vec<bool>,
    /// For each paragraph, whether it heads such a chapter.
    pub heads: Vec<bool>,
}

impl Beside {
    /// Finds chapters, each from its heading to the next number of the heading's style, and numbered remarks.
    pub fn of(paragraphs: &[Paragraph]) -> Self {
        let (mut inside, mut heads) = (vec![false; paragraphs.len()], vec![false; paragraphs.len()]);
        let mut chapter = None;
        let mut remark: Option<Marker> = None;
        for (n, p) in paragraphs.iter().enumerate().filter(|(_, p)| p.cell.is_none()) {
            let style = p.marker.map(|m| m.style);
            heads[n] = p.heading.as_ref().is_some_and(|h| CHAPTERS.contains(&h.name.as_str()));
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
            inside[n] = chapter.is_some() || remark.is_some();
        }
        Self { inside, heads }
    }
}

/// The number with which a remark begins to number itself: `注：1.…`.
fn begins_remarks(text: &str) -> Option<Marker> {
    let (_, words) = text.split_once(['：', ':']).filter(|_| notes::is_remark(text))?;
    marker::leading(words.trim_start()).filter(|m| m.value == 1)
}
