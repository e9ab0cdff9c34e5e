//! Leaders of a field: persons, told by their offices, their names or both. One person may hold two offices: 县委常委、副县长 is one
//! leader, 县长、副县长 are two. Knows which offices go together, and no person.

use std::ops::Range;

use crate::syntax::letters::is_han;

/// Ends of the names of offices that a person holds.
const OFFICES: &[&str] =
    &["长", "书记", "常委", "委员", "成员", "主任", "主席", "调研员", "政委", "专员", "总经理", "指挥", "巡视员"];
/// Party offices held beside one in the government.
const PARTY: &[&str] = &["常委", "副书记", "党组书记", "党委书记", "党组成员", "党委委员", "党委成员", "党工委委员"];
/// Heads of a government. The secretary of its party committee is another person.
const HEADS: &[&str] = &["县长", "区长", "市长", "州长", "旗长", "镇长", "乡长"];
/// Deputies, who may head the police.
const DEPUTIES: &[&str] = &["副县长", "副区长", "副市长", "副州长", "副旗长", "副盟长"];
/// Words for more than one person.
const SEVERAL: &[&str] = &["各", "全体", "有关", "相关", "其他"];
/// The longest name of a person, in characters; longer ones have a point inside.
const MAX_PERSON: usize = 4;

/// The leaders that a run of words names, each with all its offices.
pub fn divided(text: &str) -> Vec<Range<usize>> {
    let parts = parts(text);
    let mut leaders: Vec<Range<usize>> = vec![];
    let mut last: Option<Range<usize>> = None;
    for (n, part) in parts.iter().enumerate() {
        let words = &text[part.clone()];
        let between = last.as_ref().map_or("", |last| &text[last.end..part.start]);
        let before = last.as_ref().map_or("", |last| &text[last.clone()]);
        let after =
            parts.get(n + 1).filter(|next| is_space(&text[part.end..next.start])).map(|next| &text[next.clone()]);
        let whole = leaders.last().map_or("", |l| &text[l.clone()]);
        let is_one = match between {
            _ if is_space(between) && is_office(before) => is_person(words),
            _ if is_space(between) && whole == before && is_person(before) => {
                is_office(words) && !after.is_some_and(is_person)
            }
            "、" | "，" | "," => go_together(before, words),
            _ => false,
        };
        match leaders.last_mut().filter(|_| is_one) {
            Some(leader) => leader.end = part.end,
            None => leaders.push(part.clone()),
        }
        last = Some(part.clone());
    }
    leaders
}

/// The parts between marks outside of brackets.
fn parts(text: &str) -> Vec<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '。');
    super::names::divided(text, ends).into_iter().filter(|part| !part.is_empty()).collect()
}

fn is_space(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '　'))
}

fn is_office(words: &str) -> bool {
    OFFICES.iter().any(|end| words.ends_with(end)) && words.chars().count() > 1
}

fn is_person(words: &str) -> bool {
    (2..=MAX_PERSON).contains(&words.chars().count()) && words.chars().all(is_han) && !is_office(words)
}

/// Whether one person holds both offices; the second may have the name behind it.
fn go_together(first: &str, second: &str) -> bool {
    let names_an_office = || OFFICES.iter().any(|office| second.contains(office));
    if SEVERAL.iter().any(|w| first.starts_with(w)) || !names_an_office() || second.contains("常委") {
        return false;
    }
    let heads_a_government = || HEADS.iter().any(|h| second.starts_with(h));
    let party = PARTY.iter().any(|end| first.ends_with(end));
    let both_heads = first.ends_with("党委书记") && heads_a_government();
    let police = DEPUTIES.iter().any(|end| first.ends_with(end)) && second.contains("公安");
    party && !both_heads || police
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_with_two_offices_is_one() {
        for (text, leaders) in [
            ("县委常委、副县长", "县委常委、副县长"),
            ("县委常委、副县长赵某某", "县委常委、副县长赵某某"),
            ("县委常委、副县长 赵某某", "县委常委、副县长 赵某某"),
            ("县委常委、常务副县长、县公安局局长", "县委常委、常务副县长、县公安局局长"),
            ("县委副书记、县长", "县委副书记、县长"),
            ("党组书记、局长钱某", "党组书记、局长钱某"),
            ("副区长、公安分局局长", "副区长、公安分局局长"),
            ("赵某 县委常委、副县长", "赵某 县委常委、副县长"),
            ("副县长 赵某、副县长 钱某", "副县长 赵某|副县长 钱某"),
            ("县委常委、副县长赵某，副县长钱某", "县委常委、副县长赵某|副县长钱某"),
            ("县长、副县长", "县长|副县长"),
            ("镇党委书记、镇长", "镇党委书记|镇长"),
            ("各县委常委、副县长", "各县委常委|副县长"),
            ("县委常委\n副县长", "县委常委|副县长"),
            ("赵某、钱某", "赵某|钱某"),
            ("赵某 钱某", "赵某|钱某"),
            ("赵某（县委常委、副县长）、钱某", "赵某（县委常委、副县长）|钱某"),
            ("", ""),
        ] {
            let found: Vec<&str> = divided(text).into_iter().map(|part| &text[part]).collect();
            assert_eq!(found.join("|"), leaders, "{text}");
        }
    }
}
