//! The counts and sums of money in a title, which its short name does without. Knows units and bounds, not what is counted.

use std::borrow::Cow;

use super::han;

/// What a count, a range of counts or a sum of money at the end may consist of.
const COUNT: &str =
    "0123456789.,—–-~～至万亿元余多以上下内左右约近超人次名场个项所家座处条张套户对期台辆部册吨亩米公里例剂件栋批";

/// 学校七所 without the count. 工程三期 names a phase.
fn without_numerals(words: &str) -> &str {
    let counted = words.trim_end_matches(|c: char| "场次个项所家名座处条台辆部间套".contains(c));
    let kept = counted.trim_end_matches(|c: char| "一二两三四五六七八九十".contains(c));
    let one_unit = han(&words[counted.len()..]) == 1 && kept.len() < counted.len();
    if one_unit && han(kept) >= 4 && !kept.ends_with(['第', '百', '千', '万', '统', '唯', '专', '同']) {
        kept
    } else {
        words
    }
}

/// Without a count, a bound or a sum of money at the end: 招聘会36场, 培训班不少于30期, 三期总投资4825万.
pub(super) fn without_tail(words: &str) -> Cow<'_, str> {
    let words = without_numerals(words);
    let kept = words.trim_end_matches(|c: char| COUNT.contains(c));
    let tail = &words[kept.len()..];
    let Some(digit) = tail.find(|c: char| c.is_ascii_digit()) else { return words.into() };
    let mut kept = words[..kept.len() + digit].trim_end_matches(['约', '近', '超', '共', '达']);
    for bound in ["不少于", "不低于", "不超过", "至少", "总投资", "投资", "累计", "超过", "达到", "惠及", "合计"]
    {
        kept = kept.strip_suffix(bound).unwrap_or(kept);
    }
    for recurrence in ["每季度", "每月", "每周", "每年"] {
        kept = kept.strip_suffix(recurrence).unwrap_or(kept);
    }
    match han(kept) {
        0..4 => words.into(),
        _ if kept.contains('、') => without_counts(kept).into(),
        _ => kept.into(),
    }
}

/// 1000场“…”活动 without the count, when it opens the words.
pub(super) fn without_leading_count(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '万' | '余'));
    if rest.len() == words.len() {
        return words;
    }
    match rest.chars().next() {
        Some(c) if "场次个项所家名人套张座处条台部期".contains(c) => {
            let rest = &rest[c.len_utf8()..];
            let bound = ["以上", "以下", "以内", "左右"].iter().find_map(|bound| rest.strip_prefix(bound));
            Some(bound.unwrap_or(rest)).filter(|thing| han(thing) >= 4).unwrap_or(words)
        }
        _ => words,
    }
}

/// Without the counts inside: 配建的843套住房 is 配建的住房.
pub(super) fn without_counts(name: &str) -> String {
    let mut kept = String::new();
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            kept.push(c);
            continue;
        }
        let mut digits = c.to_string();
        while let Some(d) = chars.next_if(|d| d.is_ascii_digit() || matches!(d, '.' | '万')) {
            digits.push(d);
        }
        if chars.next_if(|u| "场次个项所家名人套张座处条台部期对位亩户".contains(*u)).is_none() {
            kept.push_str(&digits);
            continue;
        }
        for bound in ["不少于", "不低于", "不超过", "超过", "至少", "约", "近", "超"] {
            kept.truncate(kept.strip_suffix(bound).map_or(kept.len(), str::len));
        }
    }
    if han(&kept) >= 4 { kept } else { name.to_string() }
}
