//! Signs of a set of rules: its name, articles, and the words of duties in general.

use std::ops::Range;
use std::sync::LazyLock;

use super::Sign;
use super::page::Page;
use super::spotted::Spotted;
use crate::layout::facts;

/// How the names of rules end.
const ENDS: &[&str] =
    &["规则", "办法", "规定", "细则", "制度", "条例", "章程", "准则", "规程", "评分标准", "评价标准", "考核标准"];

static DUTIES: LazyLock<Spotted<()>> = LazyLock::new(|| {
    Spotted::new(&[
        ("应当", ()),
        ("不得", ()),
        ("予以", ()),
        ("本办法", ()),
        ("本规则", ()),
        ("本规定", ()),
        ("本细则", ()),
        ("本制度", ()),
        ("本条例", ()),
        ("起施行", ()),
        ("起执行", ()),
        ("负责解释", ()),
        ("个工作日内", ()),
        ("的亮", ()),
        ("方可", ()),
        ("必须", ()),
        ("是指", ()),
        ("适用于", ()),
        ("以下简称", ()),
        ("扣分", ()),
        ("加分", ()),
        ("责令", ()),
        ("约谈", ()),
        ("情形之一", ()),
        ("问责", ()),
        ("报送", ()),
        ("视为", ()),
        ("有下列", ()),
    ])
});

/// Duties that make a text one of rules.
const MANY: usize = 6;

/// The signs, for and against.
pub fn signs(page: &Page) -> Vec<Sign> {
    let mut signs = vec![];
    signs.extend(page.names().find_map(|(text, span)| {
        let end = name_end(text)?;
        Some(Sign::new(3, format!("名称以“{end}”结尾"), "its name is that of a set of rules", Some(span)))
    }));
    let articles: Vec<_> = page.paragraphs.iter().filter(|p| is_article(p.text)).collect();
    if articles.len() >= 3 {
        let n = articles.len();
        let weight = if n >= 6 { 4 } else { 3 };
        signs.push(Sign::new(weight, format!("有 {n} 处“第……条”"), format!("{n} articles"), Some(articles[0].span)));
    }
    if signs.is_empty() {
        // Duties alone are never enough, so that most documents need not be looked through for them.
        return signs;
    }
    let duties: usize = page.paragraphs.iter().map(|p| DUTIES.find(p.text).count()).sum();
    if duties > 0 {
        let first = page.paragraphs.iter().find(|p| DUTIES.find(p.text).next().is_some()).map(|p| p.span);
        let (zh, en) = told(page, duties);
        signs.push(Sign::new(if duties >= MANY { 2 } else { 1 }, zh, en, first));
    }
    let is_list = page.names().any(|(text, _)| facts::title_score(text) > 0 && name_end(text).is_none());
    let is_list = is_list || page.names().any(|(text, _)| text.contains("清单"));
    if is_list && page.rows > 0 {
        signs.push(Sign::new(-3, "", "", None));
    }
    signs
}

/// The duties as they are told, with those words that the text has first.
fn told(page: &Page, duties: usize) -> (String, String) {
    const TOLD: usize = 3;
    let mut words: Vec<&str> = vec![];
    for p in &page.paragraphs {
        for (at, ()) in DUTIES.find(p.text) {
            let word = as_written(p.text, &at);
            if words.len() < TOLD && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let zh = format!("有 {duties} 处“{}”一类的话", words.join("”“"));
    (zh, format!("{duties} words of rules ({})", words.join(", ")))
}

/// A word with what belongs to it: the number before 个工作日内, the colour after 的亮.
fn as_written<'t>(text: &'t str, at: &Range<usize>) -> &'t str {
    const COLOUR: usize = 3;
    let number = text[..at.start].trim_end_matches(|c: char| c.is_ascii_digit());
    let begins = match &text[at.clone()] {
        word if word.starts_with('个') => number.len(),
        word if word.starts_with('的') => at.start + '的'.len_utf8(),
        _ => at.start,
    };
    let after = &text[at.end..];
    let colour = after.char_indices().take(COLOUR).find(|(_, c)| matches!(c, '色' | '灯' | '牌'));
    let colour = colour.filter(|_| text[at.clone()].ends_with('亮')).map_or(0, |(i, c)| i + c.len_utf8());
    &text[begins..at.end + colour]
}

/// How a name ends, without brackets such as `（试行）`.
fn name_end(text: &str) -> Option<&'static str> {
    let mut name = text.trim();
    while let Some(open) =
        name.ends_with([')', '）', '》', '的', '通', '知']).then(|| name.rfind(['(', '（', '》', '的'])).flatten()
    {
        name = name[..open].trim();
    }
    ENDS.iter().find(|end| name.ends_with(**end)).copied()
}

/// `第三条 …`, `第十二条　…`.
fn is_article(text: &str) -> bool {
    let Some(rest) = text.trim_start().strip_prefix('第') else { return false };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百零〇".contains(c));
    after.len() < rest.len() && after.starts_with(['条', '章'])
}
