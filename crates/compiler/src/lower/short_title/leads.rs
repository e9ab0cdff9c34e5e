//! What leads to the thing in a clause of a title, dates, verbs, whom it is for, and is left out of the short name. Looks at
//! one clause; which clause names the thing is chosen elsewhere.

use std::sync::LazyLock;

use super::counts::{without_leading_count, without_tail};
use super::{ROOM, han, length};
use crate::syntax::openings::Openings;

/// Verbs that may be left out when what follows stands alone.
static LEADING: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(LEADS.iter().map(|w| (*w, ()))));

const LEADS: [&str; 34] = [
    "大范围实施", "继续深入推进", "深入推进", "全面落实", "全面推进", "持续推进", "继续推进", "加快推进", "组织实施",
    "组织开展", "研究推进", "试点推进", "争取完成", "力争完成", "持续开展", "继续开展", "深入开展", "深入实施",
    "继续实施", "全面完成", "开展", "推进", "完成", "实施", "推动", "启动", "举办", "深化", "落实", "加快", "举行",
    "组织", "做好", "开通",
];

/// Starts that cannot stand alone.
const BOUND: [&str; 12] = ["对", "为", "向", "在", "将", "把", "与", "和", "及", "的", "并", "从"];

/// The clause without what leads to the thing and without a trailing count.
pub(super) fn head(clause: &str) -> String {
    let mut words = clause.trim();
    for opening in ["力争", "争取", "全年", "一年内", "年内", "今年"] {
        words = words.strip_prefix(opening).unwrap_or(words);
    }
    words = without_date(words);
    words = after_recurrence(words).unwrap_or(words);
    let joined = about(words);
    let words = without_tail(without_level(joined.as_deref().unwrap_or(words)));
    let mut words = &*words;
    let rest;
    if let Some((verb, ())) = LEADING.of(words) {
        rest = without_leading_count(&words[verb.len()..]);
        if han(rest) >= 4 && !BOUND.iter().any(|b| rest.starts_with(b)) {
            words = rest;
        }
    }
    match words.strip_suffix("工作") {
        Some(rest) if han(rest) >= 5 => rest.to_string(),
        _ => words.to_string(),
    }
}

pub(super) fn in_date(c: char) -> bool {
    c.is_ascii_digit() || "到至年月日底前末以之起".contains(c)
}

/// 6月底前开通… without the date.
fn without_date(words: &str) -> &str {
    let rest = words.trim_start_matches(in_date);
    let dated = words.starts_with(|c: char| c.is_ascii_digit()) && words[..words.len() - rest.len()].contains('月');
    if dated && han(rest) >= 4 { rest } else { words }
}

/// Words after which a level is named, and how many characters stand before them at least. Each holds 从, 由, 到 or 在.
const CUTS: [(&str, usize); 12] = [
    ("分别从", 2),
    ("分别由", 2),
    ("从每", 2),
    ("由每", 2),
    ("从人均", 2),
    ("由人均", 2),
    ("从年人均", 2),
    ("由年人均", 2),
    ("达到", 4),
    ("提高到", 4),
    ("保持在", 4),
    ("控制在", 4),
];

/// 低保标准从每月760元提高到… without what it rises from and to.
fn without_level(words: &str) -> &str {
    let Some(last_digit) = words.bytes().rposition(|b| b.is_ascii_digit()) else { return words };
    if !words.contains(['从', '由', '到', '在']) {
        return words;
    }
    let level = |(c, least): &(&str, usize)| words[..last_digit].find(c).filter(|at| han(&words[..*at]) >= *least);
    CUTS.iter().filter_map(level).min().map_or(words, |at| &words[..at])
}

/// 每季度举办1次… without the recurrence.
fn after_recurrence(words: &str) -> Option<&str> {
    let rest = words.strip_prefix('每')?;
    LEADS.iter().filter_map(|v| rest.find(v)).min().map(|at| &rest[at..])
}

/// 对甲进行乙, 为甲提供乙, 在甲开展乙: the thing is 乙, with 甲 where there is room.
fn about(words: &str) -> Option<String> {
    if let Some(rest) = ["加强对", "强化对", "做好对"].iter().find_map(|o| words.strip_prefix(o)) {
        return rest.rfind('的').map(|at| rest[at + '的'.len_utf8()..].to_string()).filter(|thing| han(thing) >= 4);
    }
    let opened = ["对", "为", "向", "在", "资助"].iter().find_map(|o| words.strip_prefix(o).map(|rest| (*o, rest)))?;
    let (opener, rest) = opened;
    if let (true, Some(at)) = (opener != "资助", rest.find("免费")) {
        let free = &rest[at..];
        if han(free) >= 4 && !free.starts_with("免费提供") {
            return Some(free.to_string());
        }
    }
    let placed = || ["设置", "布设", "安装", "建设", "新建", "建立", "增设"].iter().find_map(|b| rest.find(b));
    if let Some(at) = if opener == "在" { placed() } else { None } {
        return Some(rest[at..].to_string());
    }
    let bridge = ["免费提供", "提供", "开展", "进行", "实施", "发放", "推广", "给予"]
        .iter()
        .find_map(|b| rest.find(b).map(|at| (at, b.len())))?;
    let (group, thing) = (&rest[..bridge.0], &rest[bridge.0 + bridge.1..]);
    let thing = without_leading_count(thing);
    // 对收入低于标准的农户进行补助: 农户补助
    let whom = || group.rfind('的').map(|at| &group[at + '的'.len_utf8()..]).filter(|whom| han(whom) > 1);
    if han(thing) < 4 {
        let long = opener == "对" && length(group) + length(thing) > ROOM;
        return Some(format!("{}{thing}", whom()?)).filter(|_| long && han(thing) > 1);
    }
    let joined = format!("{}{}", group, without_tail(thing));
    Some(match opener {
        "对" if length(&joined) <= ROOM => joined,
        // what is given says less than what it is given for
        "对" if han(thing) < 6 && words.contains("给予") => group.to_string(),
        _ => thing.to_string(),
    })
}
