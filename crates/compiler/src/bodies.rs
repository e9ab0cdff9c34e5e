//! Names of offices, companies and other bodies, told by how they end. Used where a text must be a name or a sentence;
//! says nothing about which body it is.

/// Ends of the names of offices, companies and other bodies.
const UNIT_ENDS: &[&str] = &[
    "局", "委", "办", "办公室", "厅", "中心", "街道", "镇", "乡", "公司", "集团", "指挥部", "院", "会", "部", "站",
    "处", "队", "政府", "署", "社", "残联", "妇联", "文联", "工商联", "科协", "区", "县", "科", "所", "单位",
];

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
