//! Names of parts of a country, and of the sum of them, told by how they end. Says nothing about which one it is.

/// How names of regions end.
const ENDS: &[&str] =
    &["区", "县", "市", "镇", "乡", "街道", "旗", "州", "盟", "本级", "社区", "村", "省", "办事处", "管委会"];

/// The characters in which a name of a region or of the sum of them ends.
const LAST: &[char] = &['区', '县', '市', '镇', '乡', '道', '旗', '州', '盟', '级', '村', '省', '处', '会', '计', '数'];

/// Names of the sum of all regions.
const TOTALS: &[&str] = &[
    "合计", "总计", "全市", "全县", "全区", "全省", "全市合计", "全县合计", "全区合计", "全省合计", "全州", "全旗",
    "总数",
];

/// True for a name of the sum of all regions.
pub fn is_total(name: &str) -> bool {
    // each of them begins so
    let begins = words(name).next().is_some_and(|c| matches!(c, '合' | '总' | '全'));
    begins && TOTALS.iter().any(|total| words(name).eq(total.chars()))
}

/// True for the name of a region, or of the sum of them.
pub fn is_region(name: &str) -> bool {
    // most texts end in none of these
    let last = words(name).next_back().unwrap_or_default();
    if !LAST.contains(&last) {
        return false;
    }
    let short = (2..=LONGEST).contains(&words(name).take(LONGEST + 1).count());
    is_total(name) || (short && ENDS.iter().any(|end| ends_with(name, end)))
}

/// The longest name of a region, in characters.
const LONGEST: usize = 12;

/// A name without blanks, which tables put between its characters.
fn words(name: &str) -> impl DoubleEndedIterator<Item = char> {
    name.chars().filter(|c| !c.is_whitespace())
}

fn ends_with(name: &str, end: &str) -> bool {
    let mut last = words(name).rev();
    end.chars().rev().all(|c| last.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_ends_as_is_looked_for_first() {
        assert!(ENDS.iter().chain(TOTALS).all(|name| LAST.iter().any(|c| name.ends_with(*c))));
        assert!(["青石 县", "合 计", "全旗", "县本级"].iter().all(|name| is_region(name)));
        assert!(!is_region("完成招标。") && !is_region("") && !is_region("区"));
    }
}
