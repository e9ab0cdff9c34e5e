//! Who does a deliverable, where a unit stands as the subject of a clause. As written and only a suggestion: it is never
//! merged with the owners.

use crate::syntax::{clauses, verbs};

/// Endings of the names of bodies.
const BODIES: [&str; 28] = [
    "局", "委", "办", "厅", "处", "署", "院", "馆", "校", "站", "所", "中心", "公司", "集团", "部门", "单位", "街道",
    "分局", "支队", "大队", "协会", "联合会", "居委", "居委会", "村委会", "学校", "医院", "总队",
];

/// Words that lead to a unit which is not the subject.
const LEADS: [&str; 14] = ["对", "为", "在", "向", "与", "和", "从", "报", "并", "经", "根据", "按照", "依据", "联合"];

/// The first unit that stands as a subject.
pub fn first(text: &str) -> Option<String> {
    clauses::clauses(text).into_iter().find_map(|r| subject(&text[r]))
}

/// A name of 3 to 14 characters at the head of the clause, ending as bodies do, that a verb or a date follows.
fn subject(clause: &str) -> Option<String> {
    let words = clause.trim_start_matches(['由', '请']);
    if verbs::VERBS.prefix(words).is_some() || LEADS.iter().any(|lead| words.starts_with(lead)) {
        return None;
    }
    let ends = words.char_indices().map(|(i, c)| i + c.len_utf8()).take(14);
    let follows = |end: &usize| {
        let (name, rest) = words.split_at(*end);
        name.chars().count() >= 3 && BODIES.iter().any(|b| name.ends_with(b)) && acts(rest) && plain(name)
    };
    ends.filter(follows).last().map(|end| words[..end].to_string())
}

fn acts(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['负', '责', '将', '牵', '头', '应', '须']);
    verbs::VERBS.prefix(rest).is_some() || rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A name holds no verb, mark or number.
fn plain(name: &str) -> bool {
    name.chars().all(char::is_alphabetic)
        && !verbs::VERBS.occurs(name)
        && !name.starts_with(['对', '为', '在', '向', '与'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_subjects_only_before_a_verb() {
        let cases = [
            ("南坪街道加大巡查", Some("南坪街道")),
            ("由市水务局完成清淤", Some("市水务局")),
            ("县交警大队5月底前完成施划", Some("县交警大队")),
            ("完成水务局办公楼修缮", None),
            ("对各学校开展检查", None),
            ("配合区住建局公示名单", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(first(text).as_deref(), wanted, "{text}");
        }
    }
}
