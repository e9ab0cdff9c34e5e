//! Names of offices, companies and other bodies, told by how they end. Used where a text must be a name or a sentence;
//! says nothing about which body it is.

use crate::syntax::letters::is_han;

/// Ends of the names of offices, companies and other bodies.
const UNIT_ENDS: &[&str] = &[
    "局", "委", "办", "办公室", "厅", "中心", "街道", "镇", "乡", "公司", "集团", "指挥部", "院", "会", "部", "站",
    "处", "队", "政府", "署", "社", "残联", "妇联", "文联", "工商联", "科协", "区", "县", "科", "所", "单位",
];

/// Ends of the names of authorities, in simplified and traditional characters. Unlike schools and stations they are never what is built.
const AUTHORITY_ENDS: &[&str] =
    &["局", "委", "厅", "廳", "署", "办公室", "辦公室", "部门", "部門", "街道办事处", "管委会"];

/// True where each of the names that a text lists is an authority's, and it has no other words.
pub fn are_authorities(text: &str) -> bool {
    let plain = |c: char| is_han(c) || matches!(c, '、' | '/' | '／' | ' ');
    let is_one = |name: &str| {
        let name = name.trim();
        (2..=MAX_AUTHORITY).contains(&name.chars().count()) && AUTHORITY_ENDS.iter().any(|e| name.ends_with(e))
    };
    text.chars().count() <= MAX_LENGTH && text.chars().all(plain) && text.split(['、', '/', '／']).all(is_one)
}

/// The longest name of an authority, in characters.
const MAX_AUTHORITY: usize = 14;

/// The longest text that is taken for a name or a list of names, in characters.
const MAX_LENGTH: usize = 60;

/// True for a short text that ends as names of bodies do and is no sentence.
pub fn looks_like_a_unit(text: &str) -> bool {
    // most texts are sentences, and a name has none of its marks
    if text.ends_with('。') {
        return false;
    }
    let last = text.rsplit(['、', '，', ' ', '　', ';', '；', ',']).next().unwrap_or(text);
    let last = last.trim_end_matches([')', '）']).trim();
    text.chars().count() <= MAX_LENGTH && !text.contains('。') && UNIT_ENDS.iter().any(|e| last.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_authorities() {
        for (text, all) in [
            ("区住建局", true),
            ("區建設局／相關部門", true),
            ("县水利局、乡村振兴局", true),
            ("县医院", false),
            ("东段", false),
            ("局", false),
            ("区住建局牵头", false),
            ("2号办", false),
            ("一网通办", false),
            ("共三處", false),
        ] {
            assert_eq!(are_authorities(text), all, "{text}");
        }
    }
}
