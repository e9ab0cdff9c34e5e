//! Limits that touch a number: 不少于 and 超 before it, 以上 and 左右 after it. Those that stand apart are cues (see `cue`).

use yinuo_model::Bound;

use super::fold::Folded;
use super::unit::Sort;

const BEFORE: &[(&str, Bound)] = &[
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不下于", Bound::AtLeast),
    ("大于等于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("小于等于", Bound::AtMost),
    ("少于", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("小于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("最高", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<", Bound::AtMost),
    ("超过", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("大于", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("大约", Bound::About),
    ("约", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("近", Bound::About),
];

const AFTER: &[(&str, Bound)] = &[
    ("(含)以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("(含)以下", Bound::AtMost),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// Words whose last character looks like a limit: 节约, 附近.
const NOT_BEFORE: &[&str] = &[
    "节约", "预约", "签约", "公约", "合约", "违约", "履约", "邀约", "附近", "最近", "就近", "邻近", "临近", "赶超",
    "反超",
];

/// The limit that ends just before `i` (or before a blank there), and where it begins.
pub fn before(f: &Folded, i: usize) -> Option<(Bound, usize)> {
    let i = if f.before(i) == ' ' { i - 1 } else { i };
    if !matches!(
        f.before(i),
        '于' | '少' | '过' | '多' | '高' | '超' | '逾' | '破' | '约' | '近' | '≥' | '≤' | '<' | '>'
    ) {
        return None;
    }
    let (word, bound) = BEFORE.iter().find(|(w, _)| f.ends(i, w))?;
    (f.any_before(i, NOT_BEFORE) == 0).then(|| (*bound, i - word.chars().count()))
}

/// The limit that begins at `i`, and where it ends. 内 alone limits a length of time.
pub fn after(f: &Folded, i: usize, sort: Sort) -> Option<(Bound, usize)> {
    let i = if f.get(i) == ' ' { i + 1 } else { i };
    if !matches!(f.get(i), '(' | '及' | '或' | '以' | '之' | '左' | '上' | '内') {
        return None;
    }
    if f.get(i) == '内' {
        return (sort == Sort::Duration).then_some((Bound::AtMost, i + 1));
    }
    AFTER.iter().find(|(w, _)| f.starts(i, w)).map(|(w, b)| (*b, i + w.chars().count()))
}

/// The limit of a share or a multiple of what is named in between: 不低于最低工资标准的1.2倍. Its clause begins at `from`.
pub fn of_a_standard(f: &Folded, from: usize, i: usize) -> Option<Bound> {
    const REACH: usize = 24;
    const LIMITS: &[&str] = &["不低于", "不少于", "不高于", "不超过"];
    if f.before(i) != '的' {
        return None;
    }
    let at = (from.max(i.saturating_sub(REACH))..i).rev().find(|j| f.any(*j, LIMITS) > 0)?;
    BEFORE.iter().find(|(word, _)| f.starts(at, word)).map(|(_, bound)| *bound)
}

/// Every limit, for the keyword list.
pub fn words() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().chain(AFTER).map(|(w, _)| *w)
}
