//! Names of parts of a country, and of the sum of them, told by how they end. Says nothing about which one it is.

/// How names of regions end.
const ENDS: &[&str] =
    &["区", "县", "市", "镇", "乡", "街道", "旗", "州", "盟", "本级", "社区", "村", "省", "办事处", "管委会"];

/// Names of the sum of all regions.
const TOTALS: &[&str] = &[
    "合计", "总计", "全市", "全县", "全区", "全省", "全市合计", "全县合计", "全区合计", "全省合计", "全州", "全旗",
    "总数",
];

/// True for a name of the sum of all regions.
pub fn is_total(name: &str) -> bool {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    TOTALS.contains(&name.as_str())
}

/// True for the name of a region, or of the sum of them.
pub fn is_region(name: &str) -> bool {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let short = (2..=12).contains(&name.chars().count());
    is_total(&name) || (short && ENDS.iter().any(|e| name.ends_with(e)))
}
