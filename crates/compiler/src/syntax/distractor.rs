//! Digits and numerals that count nothing: codes and models, road and document numbers, ratios like 7×24,
//! idioms and grades. A place at which one of these stands gives no measure.

use super::cue::ends_clause;
use super::fold::Folded;
use super::letters::is_han;
use super::numeral::{self, Numeral};

/// True when the number at `i..n.end` is part of a code, a model, a ratio, a name or an address.
pub fn is_code(f: &Folded, i: usize, n: &Numeral) -> bool {
    let (before, after) = (f.before(i), f.get(n.end));
    if before.is_ascii_alphabetic() && !counts_devices(f, i, n)
        || matches!(before, '×' | '+' | '*' | '∶' | '#' | '№' | '_' | '@' | '·')
    {
        return true;
    }
    if n.arabic && matches!(before, '-' | '/' | '.' | ':') && f.before(i - 1).is_ascii_alphanumeric() {
        return true;
    }
    match after {
        '×' | '+' | '*' | '∶' | '#' | '_' | '@' => true,
        '号' => true,
        ':' => f.get(n.end + 1).is_ascii_digit(),
        _ => false,
    }
}

/// 配备CT14台, 购置AED20台: an act, the short name of a device, and how many. G318线 and A4 are none.
fn counts_devices(f: &Folded, i: usize, n: &Numeral) -> bool {
    const ACTS: &[&str] = &["配备", "配置", "购置", "购买", "采购", "新增", "安装", "添置", "投放", "更新"];
    const LONGEST: usize = 5;
    let letters = (1..=LONGEST).take_while(|k| *k <= i && f.get(i - k).is_ascii_alphabetic()).count();
    let after = f.get(n.end + 1);
    let ends = after == '\0' || ends_clause(after).is_some() || matches!(after, '、' | '(' | '和');
    let counted = n.arabic && matches!(f.get(n.end), '台' | '套' | '部' | '辆');
    counted && ends && f.any_before(i - letters, ACTS) > 0
}

/// True when the unit that ends at `end` is only the beginning of a name: 15分钟生活圈, 3人制, 24小时服务.
pub fn names_a_thing(f: &Folded, i: usize, n: &Numeral, unit: &str, end: usize) -> bool {
    match unit {
        "分钟" | "公里" | "小时" | "米" | "天" if circle(f, end) => true,
        "小时" => f.starts(i, "24") && round_the_clock(f, i, end),
        "期" => !(n.arabic || is_course(f, i)) || f.any(end, &["工程", "项目", "建设"]) > 0,
        // 一批 is some, and 三轮车 a vehicle
        "批" | "轮" if !n.arabic => {
            n.value.is_some_and(|v| v < 2.into()) || f.any(end, &["车", "驱", "电动", "摩托"]) > 0
        }
        "类" | "大类" => !n.arabic || own_list(f, end),
        "届" | "站式" => true,
        "年" => f.any(end, &["行动", "计划", "规划", "级", "期", "制", "代"]) > 0,
        "度" | "分" | "点" => n.value.is_some_and(|v| v.is_zero()),
        "个" if f.starts(end, "方面") => true,
        "件" | "项" if own_list(f, end) => true,
        _ => f.any(end, &["制", "版", "型"]) > 0 && unit.chars().count() == 1,
    }
}

/// 举办培训三期, and 两期 anywhere: courses are counted so, works have a 二期 and a 三期.
fn is_course(f: &Folded, i: usize) -> bool {
    const COURSES: &[&str] = &["培训班", "培训", "讲座", "夏令营", "训练营", "课程", "举办", "开办", "班"];
    f.get(i) == '两' || f.any_before(i, COURSES) > 0
}

/// 15分钟便民生活圈.
fn circle(f: &Folded, end: usize) -> bool {
    let to = (end..end + 10).find(|j| matches!(f.get(*j), '，' | ',' | '。' | '、' | '；' | '\0')).unwrap_or(end + 10);
    (end..to).any(|j| f.get(j) == '圈')
}

/// 10件民生实事: the list speaks of itself.
fn own_list(f: &Folded, end: usize) -> bool {
    let to = (end..end + 10).find(|j| matches!(f.get(*j), '，' | ',' | '。' | '、' | '；' | '\0')).unwrap_or(end + 10);
    (end..to).any(|j| f.any(j, &["实事", "惠民事项"]) > 0)
}

/// 一个个, 一件接着一件干.
fn is_repeated(f: &Folded, end: usize) -> bool {
    f.get(end) == f.before(end) || f.any(end, &["接着", "又一", "蓝图"]) > 0
}

/// 三次产业, 九次全会, 八项规定, 二次供水: numbered by custom, not counted.
fn is_institution(f: &Folded, end: usize) -> bool {
    match f.before(end) {
        '次' => {
            // twice is 两次; 十二次 is a count
            let second = f.ends(end, "二次") && !numeral::begins(f.before(end - 2));
            second || f.any(end, &["全会", "会议", "产业", "党代会", "大会", "、"]) > 0
        }
        '项' => f.any(end, &["规定", "补贴"]) > 0,
        _ => false,
    }
}

/// 每天24小时, 24小时自助: day and night, not an amount.
fn round_the_clock(f: &Folded, i: usize, end: usize) -> bool {
    f.any_before(i, &["每天", "全天", "每日", "天", "实行", "提供"]) > 0
        || f.any(end, &["服务", "自助", "值班", "值守", "热线", "开放", "营业", "不间断", "在线", "全天"]) > 0
        || is_open_place(f, end)
}

/// 24小时政务自助区: a place that is open so long.
fn is_open_place(f: &Folded, end: usize) -> bool {
    const PLACES: &[char] = &['区', '厅', '店', '房', '站', '室', '馆', '屋'];
    let mut name = (end..end + 14).take_while(|j| is_han(f.get(*j)));
    f.any(end, &["内", "以内", "之内", "后", "以上"]) == 0 && name.any(|j| j > end + 1 && PLACES.contains(&f.get(j)))
}

/// Characters before a numeral that take it into a word: 第一, 同一, 进一步, 每一个.
const JOINS_BEFORE: &str = "第每这那同另某任是统唯单进之逐初周独万";

/// What follows 三元 or 五元 in the name of a place.
const STREETS: &str = "巷里坊桥路村街镇乡县区庙";

/// Characters after 一 and its unit that make an idiom: 一次性, 一条龙, 一张图.
const JOINS_AFTER: &str = "性龙体化致些样下时度窗网图旦步";

/// True when a Chinese numeral at `i` with a unit up to `end` is an idiom or a name rather than a count.
pub fn is_idiom(f: &Folded, i: usize, n: &Numeral, end: usize) -> bool {
    let single = n.end == i + 1;
    // 一户一策, 一村一名, 一对一.
    if single && (f.get(end) == f.get(i) || i >= 2 && f.get(i - 2) == f.get(i)) {
        return true;
    }
    let joined = JOINS_BEFORE.contains(f.before(i)) && !f.ends(i, "每周");
    let goes_on = f.get(i) == '一' && JOINS_AFTER.contains(f.get(end));
    let several = single && f.any_before(i, &["任何", "其中", "下", "上", "前", "后", "再"]) > 0;
    // 三元巷 is a place and no money
    let place = f.before(end) == '元' && STREETS.contains(f.get(end));
    joined || goes_on || several || place || is_repeated(f, end) || is_institution(f, end)
}

/// One past a run of characters that could be digits, for passing over what is no number.
pub fn skip_digits(f: &Folded, i: usize) -> usize {
    let mut at = i;
    if f.get(i).is_ascii_digit() {
        while f.get(at).is_ascii_alphanumeric() || f.get(at) == '.' && f.get(at + 1).is_ascii_digit() {
            at += 1;
        }
    } else {
        while numeral::begins(f.get(at)) && !f.get(at).is_ascii_digit() {
            at += 1;
        }
    }
    at.max(i + 1)
}
