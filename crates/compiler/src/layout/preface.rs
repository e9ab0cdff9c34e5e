//! The words before the first of several items in one paragraph: whether they name the list of commitments, how many they
//! announce, and whether they are about the government itself, whose conduct is no item of such a list. Knows words, not items.

use super::facts;

/// What the last sentence before the items says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Preface {
    /// It ends with the name of the list: `今年继续办好十件民生实事。`
    pub names: bool,
    /// How many items it announces.
    pub counts: Option<u32>,
    /// It is about the government's own conduct.
    pub of_itself: bool,
}

/// Names of lists of commitments.
const LISTS: &[&str] = &["实事", "民生工程", "民心工程", "惠民工程", "民生项目", "惠民项目", "惠民事项"];

/// What may stand between the name of a list and its first item.
const BETWEEN: &[&str] = &[
    "项目", "事项", "工程", "任务", "以下", "如下", "具体", "主要", "内容", "包括", "分别", "即", "是", "为", "”", "’",
    "》", "）", ")", "：", ":", "。", "，", ",", "；", " ",
];

/// Words of a government's work on itself, and of its look at the year before.
const OF_ITSELF: &[&str] = &[
    "自身建设", "政府建设", "作风建设", "廉政建设", "法治政府", "满意的政府", "依法行政", "廉洁", "清正", "政绩观",
    "讲政治", "从严治党", "工作回顾",
];

/// Reads the words before the first item.
pub fn of(words: &str) -> Preface {
    let words = words.trim_end_matches(|c: char| c.is_whitespace());
    let purpose = words.ends_with(['，', ',']);
    let sentence = words.trim_end_matches(['。', '：', ':', '；', '，', ',']);
    let sentence = sentence.rsplit(['。', '！']).next().unwrap_or(sentence);
    let end = LISTS.iter().filter_map(|name| sentence.rfind(name).map(|at| at + name.len())).max();
    let names = end.is_some_and(|end| is_between(&sentence[end..])) && !facts::looks_back(sentence);
    let counts = facts::declared(sentence).items.filter(|_| names);
    // 为办好民生实事，一是……: a purpose, unless it counts
    Preface { names: names && (!purpose || counts.is_some()), counts, of_itself: is_of_itself(sentence) }
}

/// Whether words are about the government itself.
pub fn is_of_itself(words: &str) -> bool {
    let builds_itself = || words.ends_with("政府") && words.contains("建设");
    OF_ITSELF.iter().any(|w| words.contains(w)) || builds_itself()
}

fn is_between(tail: &str) -> bool {
    let mut left = tail;
    while let Some(after) = BETWEEN.iter().find_map(|w| left.strip_prefix(w)) {
        left = after;
    }
    left.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_the_first_item() {
        let read = |words| {
            let preface = of(words);
            (preface.names, preface.counts)
        };
        for (words, names, counts) in [
            ("今年再办好15件民生实事。", true, Some(15)),
            ("民生为大，今年要继续办好“十件民生实事”。", true, Some(10)),
            ("持续办好为民实事。", true, None),
            ("今年实施民生工程项目如下：", true, None),
            ("今年办好8件实事，", true, Some(8)),
            ("为办好民生实事，", false, None),
            ("推动民生实事落地见效。", false, None),
            ("去年10件民生实事已全部完成。", false, None),
            ("大力发展产业。", false, None),
            ("", false, None),
        ] {
            assert_eq!(read(words), (names, counts), "{words}");
        }
        assert!(of("我们要加强政府自身建设。").of_itself);
        assert!(!of("加强社区建设。").of_itself);
    }
}
