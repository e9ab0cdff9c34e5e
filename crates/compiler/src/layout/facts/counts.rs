//! How many items and categories a title, heading or sentence declares. A sentence may count its items in parts (承接省级实事4项，
//! 办理区级实事8项): the list then has as many as both. Which sentences announce a list is for others.

use yinuo_model::Declared;

use crate::layout::digits;

/// Whether a sentence tells of the year before: `去年10件实事已全部完成`.
pub fn looks_back(sentence: &str) -> bool {
    const DONE: [&str; 13] = [
        "已全部完成", "已全面完成", "全部完成", "顺利完成", "圆满完成", "基本完成", "全面完成", "如期兑现", "全部办结",
        "全部办好", "全部兑现", "均已办结", "均已完成",
    ];
    const BEFORE: [&str; 6] = ["去年", "上年", "上一年", "过去一年", "过去的一年", "一年来"];
    // 确保全部完成 is still to be done
    let ahead = ["确保", "力争", "年底前", "要", "将", "今年"].iter().any(|w| sentence.contains(w));
    let done = || DONE.iter().any(|w| sentence.contains(w)) && !ahead;
    BEFORE.iter().any(|w| sentence.contains(w)) || done()
}

/// Counts declared in a title, heading or announcing sentence: `共8大类60项`, `15件`, `十件`.
pub fn declared(text: &str) -> Declared {
    let mut found = Declared::default();
    let mut number: Option<u32> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if digits::any(c).is_some() || matches!(c, '十' | '百') {
            let (value, len) = digits::count(&text[at..]);
            number = value;
            while chars.peek().is_some_and(|(next, _)| *next < at + len) {
                chars.next();
            }
            continue;
        }
        if c == '个' && found.items.is_none() && number.is_some() && counts_projects(&text[at + c.len_utf8()..]) {
            found.items = number;
        }
        if c == '大' && found.items.is_none() && OWN_NAMES.iter().any(|w| text[at + c.len_utf8()..].starts_with(w)) {
            found.items = number;
        }
        let own = |words: &str| OWN_NAMES.iter().any(|w| words.starts_with(w));
        match c {
            '方' if found.categories.is_none() && text[at..].strip_prefix("方面").is_some_and(own) => {
                found.categories = number;
            }
            '大' | '个' | ' ' if number.is_some() => continue,
            '类' if found.categories.is_none() => found.categories = number,
            '项' | '件' if found.items.is_none() && !of_candidates(&text[at + c.len_utf8()..]) => {
                found.items = number
            }
            _ => {}
        }
        number = None;
    }
    found
}

/// What a list calls its items, each of them or all: 十大民生工程, 安居惠民工程.
pub const OWN_NAMES: &[&str] =
    &["民生工程", "民生实事", "民生项目", "惠民工程", "惠民实事", "惠民项目", "惠民行动", "民心工程", "实事工程"];

/// Whether what 个 counts are a list's items: 9个具体项目, 9个为民办实事项目.
fn counts_projects(after: &str) -> bool {
    let near = near(after);
    ["项目", "实事", "事项"].iter().any(|w| near.contains(w)) && !of_candidates(after)
}

/// The words right after a count, up to a mark or another number.
fn near(after: &str) -> &str {
    const NEAR: usize = 10;
    let ends = |c: char| "，。、；：，,;:".contains(c) || c.is_numeric();
    let end = after.char_indices().enumerate().find(|(n, (_, c))| *n == NEAR || ends(*c));
    &after[..end.map_or(after.len(), |(_, (at, _))| at)]
}

/// Whether a count is of those from which the list was chosen: 12个候选项目, 从12个项目中票决.
fn of_candidates(after: &str) -> bool {
    const CHOSEN_FROM: &[&str] = &["中票决", "中选", "中评选", "中筛选", "中遴选", "中投票", "中确定", "中推选"];
    let near = near(after);
    near.contains("候选") || CHOSEN_FROM.iter().any(|w| near.contains(w))
}

/// Words of a sentence whose later count is of the same items again.
const AGAIN: &[&str] = &["其中", "包括", "包含", "细化", "分解", "分为", "即", "共", "合计", "总计", "完成", "涉及"];

/// The counts of several groups of items that a title names side by side: 8项民生工程和10件惠民实事. None is of the whole list.
pub fn side_by_side(text: &str) -> Vec<u32> {
    if !text.contains(['和', '及', '与', '暨']) || AGAIN.iter().any(|w| text.contains(w)) {
        return vec![];
    }
    let names = |part: &str| part.contains("实事") || OWN_NAMES.iter().any(|name| part.contains(name));
    let parts = text.split(['和', '及', '与', '暨']).filter(|part| names(part));
    let counts: Vec<u32> = parts.filter_map(|part| declared(part).items).collect();
    if counts.len() > 1 { counts } else { vec![] }
}

/// Words of a clause that says how many of all items are printed here.
const CHOSEN: &[&str] = &["选登", "摘登", "摘选", "选编", "选刊", "节选", "刊登其中", "仅列", "只列"];

/// Words that say so only of what a paper prints: 本报选取了6项.
const PICKED: &[&str] = &["选取", "选出"];
/// What prints.
const PAPERS: &[&str] = &["本报", "本刊", "本版", "本网"];

/// The counts that a sentence announces. Where only a part is printed, those of the part, if it is counted.
pub fn announced(sentence: &str) -> Declared {
    let clauses = || sentence.split(['，', ',', '、', '；', ';']);
    let printed = |c: &str| PAPERS.iter().any(|w| c.contains(w));
    let words = |c: &str| CHOSEN.iter().chain(PICKED.iter().filter(|_| printed(c))).copied().collect::<Vec<_>>();
    let chosen = clauses().find_map(|c| words(c).into_iter().find_map(|w| c.split_once(w)));
    let of_part = chosen.map(|(_, after)| (declared(after).items, after.contains("部分")));
    if let Some((items, _)) = of_part.filter(|(items, uncounted)| items.is_some() || *uncounted) {
        return Declared { items, ..Declared::default() };
    }
    if !side_by_side(sentence).is_empty() {
        return Declared::default();
    }
    let first = declared(sentence);
    let counts = |clause: &str| declared(clause).items.filter(|_| clause.contains("实事"));
    let parts: Vec<u32> = clauses().filter_map(counts).collect();
    let apart = parts.len() > 1 && first.categories.is_none() && !AGAIN.iter().any(|w| sentence.contains(w));
    match parts.iter().try_fold(0u32, |sum, n| sum.checked_add(*n)).filter(|_| apart) {
        Some(sum) => Declared { items: Some(sum), ..first },
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_items_and_categories() {
        let d = declared("共8大类60项");
        assert_eq!((d.categories, d.items), (Some(8), Some(60)));
        assert_eq!(declared("今年办好15件民生实事").items, Some(15));
        assert_eq!(declared("2026年省十件民生实事").items, Some(10));
        assert_eq!(declared("十二类四十五件").categories, Some(12));
        assert_eq!(declared("将实施9个具体项目").items, Some(9));
        assert_eq!(declared("围绕3个方面实施9个具体项目").items, Some(9));
        assert_eq!(declared("在3个区试点"), Declared::default());
        assert_eq!(declared("2027年十大民生工程").items, Some(10));
        assert_eq!(declared("十方面民生实事责任分解").categories, Some(10));
        assert_eq!(declared("围绕3个方面发力").categories, None);
        for chosen in
            ["从12个候选项目中票决确定10项实事", "从12项候选项目中投票产生10件实事", "从征集的12个项目中票决出10项"]
        {
            assert_eq!(declared(chosen).items, Some(10), "{chosen}");
        }
    }

    #[test]
    fn counts_side_by_side() {
        assert_eq!(side_by_side("青石州2027年8项民生工程和10件惠民实事工作方案"), [8, 10]);
        for none in [
            "10件民生实事",
            "8大类30项民生实事",
            "12项民生工程和民生实事",
            "10件民生实事和3条河",
            "10件实事及其中的3件实事",
        ] {
            assert!(side_by_side(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn sentences_on_the_year_before() {
        assert!(looks_back("2026年实施9个项目，8个顺利完成"));
        assert!(!looks_back("今年的9件实事要全部完成"));
        assert!(!looks_back("我们将把10件民生实事全部办好"));
        assert!(looks_back("过去一年，县里年初承诺的10件民生实事全部办结"));
        assert!(looks_back("2026年，10件实事全部办结") && !looks_back("确保10件实事全部办结"));
    }

    #[test]
    fn counts_in_parts_are_added() {
        let table = [
            ("今年办好12件民生实事。", Some(12)),
            ("2027年承接市级民生实事4项，办理镇级民生实事8项。", Some(12)),
            ("今年办理省级实事3件；市级实事5件；区级实事6件。", Some(14)),
            ("今年办好12件民生实事，其中续办实事4件。", Some(12)),
            ("确定10件民生实事，细化为26件实事任务。", Some(10)),
            ("今年办好民生实事10件，召开会议3次。", Some(10)),
            ("今年围绕3个方面，办好民生实事9件。", Some(9)),
            ("继续办好民生实事。", None),
            ("今年民生实事共有40个具体事项，这里从中选登了7项，请监督。", Some(7)),
            ("今年办好民生实事40项，本版摘选部分内容。", None),
            ("选取群众最盼的事，确定9件民生实事。", Some(9)),
            ("民生实事10件，选取3件重点督办。", Some(10)),
        ];
        for (sentence, items) in table {
            assert_eq!(announced(sentence).items, items, "{sentence}");
        }
    }
}
