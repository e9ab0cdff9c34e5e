//! C021: the promise says how many and lists them by name, and the two numbers differ. Lists with numbers, verbs or 等 in
//! them are read with care: only what is plainly a list of names is counted.

use rust_decimal::prelude::ToPrimitive;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Measure, Mode};

use super::cells;
use crate::readings::Case;
use crate::syntax::verbs;

/// Units of places and bodies, which have names.
const UNITS: [&str; 8] = ["所", "个", "家", "座", "处", "条", "间", "片"];
/// Longest name, in characters.
const LONGEST: usize = 14;
/// As far after its count a list of names in brackets begins, in bytes.
const NEAR: usize = 300;

/// What a bracket of those who do it ends in: (甲局、乙局牵头).
const OWNERS: [&str; 6] = ["牵头", "负责", "配合", "承办", "主办", "协办"];

/// Looks at the counts of the promise.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let promised = |m: &&Measure| cells::is_promise(m.at) && m.mode == Mode::Annual;
    commitment.measures.iter().filter(promised).filter_map(|m| finding(case, m)).collect()
}

fn finding(case: Case, measure: &Measure) -> Option<Diagnostic> {
    let count = measure.value.lower().to_usize().filter(|n| (2..=50).contains(n))?;
    if !UNITS.contains(&measure.unit.as_str()) {
        return None;
    }
    let placed = cells::of(case, measure)?;
    let (before, after) = placed.around(placed.clause()?);
    let named = bracketed(after).or_else(|| leading(before, after))?;
    let wrong = if named.open { named.count > count } else { named.count != count };
    wrong.then(|| diagnostic(case.commitment, measure, count, named.count))
}

/// How many names a list has, and whether it says that there are more.
struct Named {
    count: usize,
    open: bool,
}

/// The names in the first bracket after the count: 4所学校(甲、乙、丙).
fn bracketed(after: &str) -> Option<Named> {
    let open = after[..after.floor_char_boundary(NEAR)].find(['(', '（'])?;
    let inner = &after[open..];
    let inner = &inner[inner.chars().next()?.len_utf8()..];
    let inner = &inner[..inner.find([')', '）'])?];
    let of_owners = OWNERS.iter().any(|role| inner.trim_end().ends_with(role));
    names(inner).filter(|n| n.count >= 2 && !of_owners)
}

/// The names before the count: 甲、乙、丙3所学校, where a noun follows the number.
fn leading(before: &str, after: &str) -> Option<Named> {
    let noun = after.chars().take(2).filter(|c| c.is_alphabetic()).count() == 2;
    names(before).filter(|n| noun && n.count >= 3)
}

/// A list of names divided by 、, or `None` when it may be something else.
fn names(list: &str) -> Option<Named> {
    let trimmed = list.strip_suffix('等');
    // most words before a number are no list: the first that is no name ends the search
    let name = |p: &str| {
        let length = p.chars().take(LONGEST + 1).count();
        let verb = verbs::VERBS.prefix(p).is_some_and(|(word, _)| word.len() == p.len());
        let joined = || p.contains(['和', '及', '与']);
        (2..=LONGEST).contains(&length) && !verb && p.chars().all(|c| c.is_alphabetic() || c == '·') && !joined()
    };
    let count = trimmed.unwrap_or(list).split('、').try_fold(0, |count, p| name(p).then_some(count + 1))?;
    Some(Named { count, open: trimmed.is_some() })
}

fn diagnostic(commitment: &Commitment, measure: &Measure, count: usize, named: usize) -> Diagnostic {
    let unit = &measure.unit;
    Diagnostic::new(
        &codes::TITLE_COUNT_DIFFERS,
        Text::new(
            format!("写明{count}{unit}，列出的名称是{named}个"),
            format!("{count}{unit} are announced, {named} are named"),
        ),
    )
    .about(commitment.number, measure.at)
    .label(measure.place.first(), Text::new(format!("列出{named}个名称"), format!("{named} names are listed")))
    .help(Text::new(
        "补上漏列的名称或改正数量；只举例的，在名称后面加“等”",
        "add the missing name or correct the number; if the names are examples, add 等",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_lists_of_names_are_counted() {
        let count = |named: Option<Named>| named.map(|n| (n.count, n.open));
        assert_eq!(count(bracketed("学校操场改造(东湖小学、西山小学)")), Some((2, false)));
        assert_eq!(count(bracketed("公园(含健身步道、照明)")), Some((2, false)));
        assert_eq!(count(bracketed("公园(一期)")), None);
        assert_eq!(count(bracketed("调解中心(区司法局、区信访局牵头)")), None);
        assert_eq!(count(leading("东湖、西山、北门", "学校")), Some((3, false)));
        assert_eq!(count(leading("东湖、西山、北门等", "学校")), Some((3, true)));
        assert_eq!(count(leading("新建、改建、扩建", "学校")), None);
    }
}
