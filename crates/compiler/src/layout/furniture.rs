//! Page furniture: what a web page or a printer puts around a document. A paragraph is furniture by its own words or
//! shape; where it stands is weighed elsewhere.

use std::sync::LazyLock;

use crate::syntax::letters::{is_han, trim};
use crate::syntax::openings::Openings;

static OPENING: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(STARTS.iter().map(|w| (*w, ()))));
static DOUBTFUL_OPENING: LazyLock<Openings<()>> =
    LazyLock::new(|| Openings::new(DOUBTFUL_STARTS.iter().map(|w| (*w, ()))));

/// Words that begin a line of page furniture and no cell.
const STARTS: &[&str] = &[
    "【打印", "[打印", "【关闭", "浏览次数", "点击数", "访问量", "阅读次数", "【字号", "[字号", "字号", "字体",
    "上一篇", "下一篇", "相关链接", "相关报道", "相关新闻", "相关文章", "版权所有", "主办单位:", "主办单位：",
    "网站标识码", "备案号", "您现在的位置", "当前位置", "返回顶部", "索引号", "发文字号", "信息来源", "发布机构",
    "发文机关", "发布日期", "发布时间", "发文日期", "公开日期", "成文日期", "责任编辑", "微信扫", "网站地图",
    "政务微信", "政务微博", "Copyright", "copyright", "ICP备", "保护视力色", "用微信", "分享到", "稿件来源", "扫一扫",
    "打印本页",
];

/// Words that begin a line of page furniture, and sometimes a cell.
const DOUBTFUL_STARTS: &[&str] = &[
    "打印", "关闭", "分享", "收藏", "附件下载", "下载附件", "首页", "文号", "来源:", "来源：", "日期:", "日期：",
    "时间:", "时间：", "编辑:", "编辑：", "作者:", "作者：", "主题分类", "公开方式", "有效性", "联系我们", "下载 ",
];

/// Whole lines of page furniture.
const LINES: &[&str] = &[
    "Document", "打印本页", "关闭窗口", "分享到:", "分享到：", "无障碍", "长者版", "登录", "注册", "搜索", "简", "繁",
    "English",
];

/// How many bytes the longest of them has.
const LONGEST_LINE: usize = 12;

/// Labels at the foot of a web page, each before a colon; a field of an item may begin so too.
const FOOT_LABELS: &[&str] = &[
    "主办", "承办", "协办", "主办单位", "承办单位", "协办单位", "技术支持", "技术保障", "运行维护", "网站维护",
    "运维单位", "建设单位", "版权", "备案序号", "备案编号",
];

/// Words that only the foot of a web page has.
const FOOT_WORDS: &[&str] = &["ICP备", "公网安备", "网站标识码", "版权所有", "备案号"];

/// The label of a line that stands at the foot of a web page, if it is last in the document: all of the line where it has
/// words that stand nowhere else.
pub fn foot_label(paragraph: &str) -> Option<&str> {
    const LONGEST: usize = 400;
    let text = paragraph.trim();
    if text.len() > LONGEST || text.ends_with(['。', '；']) {
        return None;
    }
    let (label, _) = text.split_once(['：', ':']).unwrap_or((text, ""));
    let named = FOOT_LABELS.contains(&label.trim()).then_some(label);
    named.or_else(|| is_foot(text).then_some(text))
}

/// True for a line with words that only the foot of a web page has.
pub fn is_foot(text: &str) -> bool {
    FOOT_WORDS.iter().any(|w| text.contains(w))
}

/// How sure it is that a page put a paragraph there and not the list's author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Furniture {
    /// It is content.
    No,
    /// It begins like furniture, but a cell could begin so too.
    Perhaps,
    /// The whole line is furniture.
    Yes,
}

/// Looks at a paragraph.
pub fn of(paragraph: &str) -> Furniture {
    let text = trim(paragraph);
    const LONGEST: usize = 80;
    if text.len() > LONGEST && text.chars().count() > LONGEST {
        return Furniture::No;
    }
    // nothing of these stands around most texts
    let around =
        |c: char| !is_han(c) && matches!(c, '-' | '—' | '–' | '·' | ' ' | '　' | '|' | '【' | '】' | '[' | ']');
    let compact = text.trim_matches(around);
    let whole_text = compact.len() == text.len();
    let starts = |words: &Openings<()>| words.of(text).is_some() || !whole_text && words.of(compact).is_some();
    let sentence = text.ends_with(['。', '；']);
    let whole = text.len() <= LONGEST_LINE && LINES.contains(&text)
        || starts(&OPENING)
        || is_page_number(text, compact)
        || !sentence && is_dated_weekday(text)
        || names_an_address(text)
        || is_link_bar(text);
    if whole {
        Furniture::Yes
    } else if !sentence && starts(&DOUBTFUL_OPENING) {
        Furniture::Perhaps
    } else {
        Furniture::No
    }
}

/// Lines under which a page lists other documents.
const LINK_HEADS: &[&str] = &[
    "相关新闻", "相关链接", "相关报道", "相关文章", "相关阅读", "相关信息", "推荐阅读", "推荐新闻", "延伸阅读",
    "热点新闻", "热门推荐", "往期回顾", "更多阅读",
];

/// True for a line under which a page lists other documents: `相关新闻`, `推荐阅读：`.
pub fn heads_links(paragraph: &str) -> bool {
    // most paragraphs begin with another Han character
    let first = paragraph.chars().find(|c| is_han(*c));
    let begins = matches!(first, Some('相' | '推' | '延' | '热' | '往' | '更'));
    begins && LINK_HEADS.contains(&paragraph.trim_matches(|c| !is_han(c)))
}

/// True for a mark that stands in a cell which has no content: `—`, `/`, `无`.
pub fn is_blank_mark(paragraph: &str) -> bool {
    let text = trim(paragraph);
    text == "无"
        || (text.len() <= 4 * 4
            && text.chars().count() <= 4
            && text.chars().all(|c| matches!(c, '-' | '—' | '–' | '/' | '／' | '－' | '\\' | '…')))
}

/// Few paragraphs hold the mark or letter that is looked for first.
fn names_an_address(text: &str) -> bool {
    // without a branch, so that many bytes are looked at together
    let has_letter = text.bytes().fold(false, |any, b| any | b.is_ascii_alphabetic());
    has_letter && text.contains(':') && (text.contains("http://") || text.contains("https://"))
        || has_letter && text.contains("www.")
}

/// `- 3 -`, `第3页`, `第 3 页 共 8 页`, `3/8`.
fn is_page_number(text: &str, compact: &str) -> bool {
    let begins = |c: char| matches!(c, '第' | '共' | '页') || !is_han(c) && (c.is_numeric() || c.is_whitespace());
    if !compact.starts_with(begins) {
        return false;
    }
    let digits = |t: &str| !t.is_empty() && t.chars().all(|c| c.is_numeric() || c == ' ');
    if compact.len() != text.len() && digits(compact) && text.starts_with(['-', '—', '–', '·']) {
        return true;
    }
    if let Some((a, b)) = compact.split_once('/') {
        return digits(a) && digits(b);
    }
    if !compact.contains('页') {
        return false;
    }
    let bare: String = compact.chars().filter(|c| !c.is_whitespace() && !c.is_numeric()).collect();
    matches!(bare.as_str(), "第页" | "第页共页" | "第页,共页" | "第页，共页" | "共页第页" | "页")
}

/// The date a page shows of the day it was looked at: a date and a weekday, nothing else.
fn is_dated_weekday(text: &str) -> bool {
    const LONGEST: usize = 30;
    let has_date = || text.contains('年') && text.contains('月') && text.contains('日');
    text.len() <= LONGEST * 4 && text.contains("星期") && has_date() && text.chars().count() <= LONGEST
}

/// `下载 打印 收藏 纠错`: several short words of a tool bar and nothing else.
fn is_link_bar(text: &str) -> bool {
    const TOOLS: &[&str] =
        &["下载", "打印", "收藏", "纠错", "全屏", "关闭", "分享", "大", "中", "小", "放大", "缩小", "朗读", "返回"];
    // what begins like none of these is not divided at all
    let begins = |c: char| {
        matches!(c, '下' | '打' | '收' | '纠' | '全' | '关' | '分' | '大' | '中' | '小' | '放' | '缩' | '朗' | '返')
    };
    if !text.starts_with(|c: char| !is_han(c) || begins(c)) {
        return false;
    }
    let mut count = 0;
    for word in text.split([' ', '　', '|', '【', '】', '[', ']', '、']).filter(|w| !w.is_empty()) {
        if !TOOLS.contains(&word) {
            return false;
        }
        count += 1;
    }
    count >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_head_of_links_is_looked_for() {
        assert!(LINK_HEADS.iter().all(|head| heads_links(&format!("▪ {head}："))));
        assert!(!heads_links("相关新闻三则") && !heads_links("2026"));
    }

    #[test]
    fn furniture_and_content() {
        assert!(LINES.iter().all(|line| of(line) == Furniture::Yes));
        for yes in [
            "Document",
            "浏览次数：1204",
            "【字号：大 中 小】",
            "- 3 -",
            "第 3 页 共 8 页",
            "2026年3月1日 星期日",
            "打印 关闭",
            "上一篇：通知",
            "3/8",
            "来源：区政府办",
        ] {
            assert!(of(yes) > Furniture::No, "{yes}");
        }
        for no in [
            "完成招标。",
            "打造示范街区三条。",
            "第3页纸坊街改造完工",
            "7",
            "日间照料中心开放",
            "来访接待室建成。",
            "关闭散乱污企业10家。",
            "—",
        ] {
            assert_eq!(of(no), Furniture::No, "{no}");
        }
    }
}
