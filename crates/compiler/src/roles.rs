//! The words for what a body does for a commitment: before its name (牵头：区教育局), after it (区教育局牵头) and in brackets
//! (区教育局（牵头）). Says which role words give and what is left of the names; which names are meant is read in `lower`.

pub mod first;

use yinuo_model::Role;

/// Labels of owners. They stand before a colon, over a column, and in a bracket after a name.
pub const LABELS: &[(&str, Role)] = &[
    ("牵头责任单位", Role::Lead),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("主办单位", Role::Lead),
    ("主责单位", Role::Lead),
    ("责任单位", Role::Responsible),
    ("责任部门", Role::Responsible),
    ("责任主体", Role::Responsible),
    ("责任分工", Role::Responsible),
    ("任务分工", Role::Responsible),
    ("职责分工", Role::Responsible),
    ("承办单位", Role::Responsible),
    ("实施单位", Role::Responsible),
    ("配合单位", Role::Cooperating),
    ("配合部门", Role::Cooperating),
    ("协办单位", Role::Cooperating),
    ("协同单位", Role::Cooperating),
    ("参与单位", Role::Cooperating),
    ("牵头领导", Role::Leader),
    ("分管领导", Role::Leader),
    ("主管领导", Role::Leader),
    ("责任领导", Role::Leader),
];

/// Short labels: they name owners only where a clause or bracket begins, and before a colon.
pub const SHORT_LABELS: &[(&str, Role)] = &[
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("责任", Role::Responsible),
    ("承办", Role::Responsible),
    ("配合", Role::Cooperating),
    ("协办", Role::Cooperating),
];

/// Words after a name that give its role: `甲局牵头`.
pub const TAILS: &[(&str, Role)] = &[
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("按职责分工负责", Role::Responsible),
    ("分别负责", Role::Responsible),
    ("负责", Role::Responsible),
    ("配合", Role::Cooperating),
    ("协助", Role::Cooperating),
    ("参与", Role::Cooperating),
    ("协办", Role::Cooperating),
];

/// Words that are nothing but a role, besides the labels: they stand in a bracket after a name.
const WORDS: &[(&str, Role)] = &[
    ("牵头负责", Role::Lead),
    ("总牵头", Role::Lead),
    ("主责", Role::Lead),
    ("lead", Role::Lead),
    ("负责", Role::Responsible),
    ("实施", Role::Responsible),
    ("落实", Role::Responsible),
    ("responsible", Role::Responsible),
    ("协助", Role::Cooperating),
    ("协同", Role::Cooperating),
    ("参与", Role::Cooperating),
    ("会办", Role::Cooperating),
    ("supporting", Role::Cooperating),
];

/// The longest word of a bracket, in bytes.
const LONGEST: usize = 18;

/// All words that a bracket may hold.
fn in_brackets() -> impl Iterator<Item = &'static (&'static str, Role)> {
    WORDS.iter().chain(SHORT_LABELS).chain(LABELS)
}

/// The role that the words of a bracket give; none where they say anything more.
pub fn of(inside: &str) -> Option<Role> {
    let words = inside.trim();
    let known = in_brackets().filter(|_| words.len() <= LONGEST).find(|(word, _)| word.eq_ignore_ascii_case(words));
    known.map(|(_, role)| *role)
}

/// Names without the brackets that give a role; none where no bracket does.
pub fn without(names: &str) -> Option<String> {
    let mut rest = names;
    let mut kept = String::new();
    let mut found = false;
    while let Some(open) = rest.find(['(', '（']) {
        let inside = rest[open..].trim_start_matches(['(', '（']);
        let end = inside.find([')', '）']).unwrap_or(inside.len());
        let role = of(&inside[..end]);
        let after = inside[end..].chars().next().map_or("", |c| &inside[end + c.len_utf8()..]);
        kept.push_str(&rest[..if role.is_some() { open } else { rest.len() - after.len() }]);
        found |= role.is_some();
        rest = after;
    }
    kept.push_str(rest);
    found.then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_known() {
        assert_eq!(in_brackets().map(|(word, _)| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn only_words_of_a_role_give_one() {
        for (inside, role) in [
            ("牵头", Some(Role::Lead)),
            (" 主办单位 ", Some(Role::Lead)),
            ("负责", Some(Role::Responsible)),
            ("配合", Some(Role::Cooperating)),
            ("负责招标", None),
            ("市、区", None),
            ("", None),
        ] {
            assert_eq!(of(inside), role, "{inside}");
        }
    }

    #[test]
    fn names_are_left() {
        for (names, left) in [
            ("区教育局（牵头）、区财政局(配合)", Some("区教育局、区财政局")),
            ("各县（市、区）政府（牵头），水利局", Some("各县（市、区）政府，水利局")),
            ("区教育局（牵头", Some("区教育局")),
            ("各县（市、区）政府", None),
            ("区教育局", None),
        ] {
            assert_eq!(without(names).as_deref(), left, "{names}");
        }
    }
}
