//! Category headings: `（一）公共交通(3项)`, `一、教育事业`, `第二类：就业`. A heading is short and is no sentence.

use super::{digits, facts, heading_owners, marker};
use crate::syntax::letters::trim;

/// A paragraph that could head a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its number.
    pub ordinal: u32,
    /// How the number is written.
    pub style: marker::Style,
    /// The name without number and count.
    pub name: String,
    /// The count in brackets.
    pub declared_items: Option<u32>,
}

/// The longest name of a category, in characters.
const MAX_NAME: usize = 24;

/// Reads a paragraph as a category heading.
pub fn heading(paragraph: &str) -> Option<Heading> {
    let text = heading_owners::without(trim(paragraph));
    if text.len() > 120 || text.ends_with(['。', '；', ';', '，', ',']) {
        return None;
    }
    let (ordinal, style, rest) = match marker::leading(text).or_else(|| marker::stem(text)) {
        Some(m) if matches!(m.style, marker::Style::Han | marker::Style::HanParen | marker::Style::Stem) => {
            (m.value, m.style, &text[m.end()..])
        }
        _ => {
            let after = text.strip_prefix('第')?;
            let (value, len) = digits::count(after);
            let after = after[len..].trim_start_matches('大');
            let rest = ["类", "部分", "板块"].iter().find_map(|w| after.strip_prefix(w))?;
            (value?, marker::Style::Part, rest.trim_start_matches([':', '：', '、', ' ', '　']))
        }
    };
    let (name, counted) = split_count(rest.trim());
    let sentence = name.contains(['。', '；', '，', ',']) && !is_couplet(name);
    let length = name.chars().count();
    ((1..=MAX_NAME).contains(&length) && !sentence).then(|| Heading {
        ordinal,
        style,
        name: name.to_string(),
        declared_items: counted,
    })
}

/// 聚力提振内需，推动市场更加活跃: two halves of like length and no amount, as the chapters of a plan are named.
fn is_couplet(name: &str) -> bool {
    const SHORTEST: usize = 4;
    let mut halves = name.split(['，', ',']);
    let (Some(first), Some(second), None) = (halves.next(), halves.next(), halves.next()) else { return false };
    let (first_len, second_len) = (first.chars().count(), second.chars().count());
    first_len.min(second_len) >= SHORTEST
        && first_len.max(second_len) <= first_len.min(second_len) * 2
        && !name.contains(['。', '；'])
        && !name.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// A heading known by its place, right before a header row: a count in brackets shows that it is one, whatever its number
/// looks like. Returns the name and the count.
pub fn unnumbered(paragraph: &str) -> Option<(String, Option<u32>)> {
    let text = heading_owners::without(trim(paragraph));
    let text = marker::leading(text).map_or(text, |m| &text[m.end()..]);
    let (name, items) = split_count(text);
    let short = (1..=MAX_NAME).contains(&name.chars().count()) && !name.contains(['。', '；', '，', ',']);
    (short && items.is_some() && facts::title_score(paragraph) == 0).then(|| (name.to_string(), items))
}

/// A name known by its place, in a cell of its own: short and no sentence. Returns the name and the count.
pub fn named(text: &str) -> Option<(String, Option<u32>)> {
    let text = heading_owners::without(trim(text));
    let text = marker::leading(text).map_or(text, |m| &text[m.end()..]);
    let (name, items) = split_count(text);
    let short = (1..=MAX_NAME).contains(&name.chars().count());
    (short && !name.contains(['。', '；', '，', ',', '：', ':'])).then(|| (name.to_string(), items))
}

/// Takes a count in brackets, `(3项)` or `（共3件）`, off the end of a name.
fn split_count(text: &str) -> (&str, Option<u32>) {
    if text.ends_with([')', '）'])
        && let Some(open) = text.rfind(['(', '（'])
        && let Some(items) = facts::declared(&text[open..]).items
    {
        return (text[..open].trim_end(), Some(items));
    }
    (text.trim_end_matches([':', '：']), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        let h = heading("(一)公共交通(3项)").expect("a heading");
        assert_eq!((h.ordinal, h.name.as_str(), h.declared_items), (1, "公共交通", Some(3)));
        assert_eq!(heading("三、教育事业").map(|h| h.name).as_deref(), Some("教育事业"));
        assert_eq!(heading("第二类：就业创业（共12件）").map(|h| (h.ordinal, h.declared_items)), Some((2, Some(12))));
        assert_eq!(heading("第一部分　办好学校").map(|h| (h.ordinal, h.name)), Some((1, "办好学校".into())));
        assert_eq!(heading("乙、守护健康").map(|h| (h.ordinal, h.name)), Some((2, "守护健康".into())));
        let couplet = "一、聚力扩大就业，推动增收更有底气";
        assert_eq!(heading(couplet).map(|h| h.name).as_deref(), Some("聚力扩大就业，推动增收更有底气"));
        for none in [
            "一、完成招标，开工建设。",
            "一、新建学校3所，改善办学条件",
            "一、好，办好就业的事",
            "1.道路",
            "公共交通(3项)",
            "(一)",
        ] {
            assert_eq!(heading(none), None, "{none}");
        }
    }
}
