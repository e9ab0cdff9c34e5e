//! What is counted: the noun after a measure (100张床位), before it (建立床位100张), or in the clause before it (开展巡查，
//! 不少于20次). A name for readers and for comparing measures, never used to decide what a number means.

use std::ops::Range;

use super::aspects;
use super::cue::{Clause, Cue, ends_clause};
use super::edges;
use super::fold::Folded;
use super::letters::is_han;
use super::nouns::{self, Part, TAILS, word};
use super::{numeral, unit};

/// Nouns that say that something is aimed at, and not what.
const NAMES_NOTHING: &[&str] = &["目标", "任务", "指标", "要求", "标准", "左右", "上下", "年度"];

/// How many characters after a number may describe and name what it counts.
const REACH: usize = 20;

/// Verbs that tell what those who were counted do.
const GAINS: &[&str] = &["取得", "获得", "参与"];

/// Verbs that name nothing by themselves: 新建40座 counts what was named before.
const BARE: &[&str] = &[
    "新建", "改建", "扩建", "改扩建", "建设", "建成", "新增", "改造", "完成", "提供", "发放", "安装", "配备", "安排",
    "实施", "开展", "基本建成", "基本完成",
];
/// How many characters the longest of them has.
const LONGEST_BARE: usize = 4;

/// The noun counted by the measure at `start..end` of a clause, as a range of characters. What stands in a row (2所、
/// 3所幼儿园) or after a change (由90元提高到100元) is named once for all.
pub fn find(f: &Folded, clause: &Clause, start: usize, end: usize) -> Option<Range<usize>> {
    // after 每两周, not inside 每份
    let each = clause.last(Cue::Each).filter(|at| (clause.taken..start).contains(at) && f.before(*at) != '每');
    let each = each.filter(|at| !f.ends(*at, "平均"));
    let near = || each.and_then(|from| before(f, from, start)).or_else(|| before(f, clause.taken, start));
    let own = after(f, end).or_else(near).or_else(|| clause_before(f, clause.taken, start));
    let own = own.map(|name| aspects::whom(f, name, end));
    let own = own.map(|name| name.start..aspects::before_an_act(f, &name, end)).filter(|name| !is_an_act(f, name, end));
    let spread = own.as_ref().is_some_and(|r| (r.start..r.end).any(|j| f.starts(j, "分别")));
    own.filter(|_| !spread).or_else(|| after(f, row_end(f, end)?)).or_else(|| {
        let first = clause.first.filter(|first| *first < start)?;
        before(f, clause.start, first)
    })
}

/// Past the measure word of 每家 and 每亩 at `i`, where a noun follows: 每家日供餐能力, not 每家庭.
fn of_each(f: &Folded, i: usize) -> usize {
    let word = matches!(f.get(i), '家' | '个' | '所' | '处' | '名' | '亩' | '座' | '户' | '站' | '张');
    let longer = f.any(i, &["家庭", "家长", "家属", "个体", "个人", "名师", "名医", "户籍", "户主", "站点"]);
    i + usize::from(word && longer == 0)
}

/// 更新 in 更新40台 is what is done and not what is counted; 体检2次 counts it.
fn is_an_act(f: &Folded, name: &Range<usize>, end: usize) -> bool {
    let end = if f.ends(end, "以上") { end - 2 } else { end };
    let counted = matches!(f.before(end), '场' | '次' | '堂' | '期' | '班');
    !counted && nouns::is_an_act(f, name)
}

/// The end of the last measure of a row that goes on at `end`: 、3所.
fn row_end(f: &Folded, end: usize) -> Option<usize> {
    let mut last = None;
    let mut at = end;
    while at < end + 32 && matches!(f.get(at), '、' | '和' | '及' | '与') {
        let Some(next) = numeral::read(f, at + 1).and_then(|n| unit::read(f, n.end)) else { break };
        at = next.end;
        last = Some(at);
    }
    last
}

fn closes(f: &Folded, i: usize) -> bool {
    let c = f.get(i);
    // C、D级 is one word
    let of_letters = || f.before(i).is_ascii_uppercase() && f.get(i + 1).is_ascii_uppercase();
    c == '\0' || ends_clause(c).is_some() || matches!(c, '(' | ')' | ' ' | '|') || c == '、' && !of_letters()
}

fn after(f: &Folded, end: usize) -> Option<Range<usize>> {
    let limit = end + REACH;
    let from = described(f, beside_a_limit(f, end + usize::from(f.get(end) == '的')), limit);
    let from = from + f.any(from, &["新建", "改扩建", "新改建", "改建", "扩建", "新增", "在建", "续建"]);
    let counts_events = matches!(f.before(end), '场' | '次' | '堂' | '期');
    // 120人取得证书 tells what they do
    if matches!(f.get(from), '取' | '获' | '参') && f.any(from, GAINS) > 0 {
        return None;
    }
    let mut at = from;
    while at < limit && !(f.get(at).is_ascii_digit() && f.any(at, &["5G", "4G", "3D"]) == 0) {
        if closes(f, at) && !goes_on(f, from, at, end) {
            at += if at > from { other_kinds(f, at) } else { 0 };
            break;
        }
        match word(f, at) {
            // 视力、听力等残疾儿童
            (n, Some(Part::Light)) if f.get(at) == '等' && is_row(f, from, at) && !closes(f, at + n) => at += n,
            (_, Some(Part::Light)) => break,
            // 8部电梯取得合格证
            (_, Some(Part::Describes)) if f.any(at, GAINS) > 0 => break,
            (n, Some(Part::Act)) if !(counts_events && closes(f, at + n)) => break,
            (n, Some(Part::Close)) if !counts_events && closes(f, at + n) => break,
            (n, _) => at += n,
        }
    }
    let of_a_school = f.before(at) == '中' && matches!(f.get(at.saturating_sub(2)), '高' | '初');
    if at > from + 2 && matches!(f.before(at), '中' | '内' | '里') && !closes(f, at) && !of_a_school {
        at -= 1;
    }
    at -= usize::from(at > from && f.before(at) == '可');
    let place = nouns::place(f, at);
    let at = if at >= from + place + 2 { at - place } else { at };
    let at = aspects::before_a_task(f, from, at);
    let from = nouns::led(f, from, at);
    if is_short_name(f, from, at) {
        return Some(from..at);
    }
    if at < from + 2 || f.any(from, NAMES_NOTHING) >= at - from {
        return None;
    }
    edges::mended(f, from..at)
}

/// 村 in 20个村: one character that names what the measure word leaves open, where nothing goes on from it.
fn is_short_name(f: &Folded, from: usize, at: usize) -> bool {
    const NAMES: &[char] = &['村', '镇', '乡', '县', '市', '区', '校', '路', '桥', '园', '站', '馆', '店', '厂'];
    let counts = |c: char| matches!(c, '个' | '座' | '所' | '条' | '家' | '处');
    let over = || closes(f, at) || matches!(word(f, at).1, Some(Part::Light | Part::Act));
    at == from + 1 && NAMES.contains(&f.get(from)) && counts(f.before(from)) && over()
}

/// Length of the other kinds in brackets that stand with a name of places: （市）in 57个县（市）.
fn other_kinds(f: &Folded, i: usize) -> usize {
    const KINDS: &[char] = &['市', '区', '县', '旗', '镇', '乡', '村', '街', '道', '社', '团', '场', '、'];
    if f.get(i) != '(' || !KINDS.contains(&f.before(i)) {
        return 0;
    }
    let close = (i + 1..i + 8).find(|j| !KINDS.contains(&f.get(*j)));
    close.filter(|j| f.get(*j) == ')' && *j > i + 1).map_or(0, |j| j + 1 - i)
}

/// Whether names stand in a row there.
fn is_row(f: &Folded, from: usize, at: usize) -> bool {
    (from..at).any(|j| f.get(j) == '、')
}

/// Past 0-3岁, 60周岁以上的 or 海拔1500米以上 at `i`, which says what the noun after it means.
fn beside_a_limit(f: &Folded, i: usize) -> usize {
    let height = f.any(i, &["海拔"]);
    let from = i + height;
    let digits =
        (from..from + 8).find(|j| !(f.get(*j).is_ascii_digit() || matches!(f.get(*j), '-' | '至'))).unwrap_or(from);
    let unit = f.any(digits, if height > 0 { &["米"] } else { &["周岁", "岁"] });
    if digits == from || unit == 0 {
        return i;
    }
    let limit = digits + unit;
    let limit = limit + f.any(limit, &["及以上", "及以下", "以上", "以下", "以内"]);
    limit + usize::from(f.get(limit) == '的')
}

/// Past the 的 of a clause at `from` that describes the noun after it; `from` when there is none.
fn described(f: &Folded, from: usize, limit: usize) -> usize {
    let mut describes = false;
    let mut at = from;
    while at < limit && (!closes(f, at) || f.get(at) == '、') {
        if f.get(at) == '的' {
            return if describes { at + 1 } else { from };
        }
        let (n, part) = word(f, at);
        // 40名护林员参加县里的培训 tells what they do
        let begins = at == from || describes;
        let also = || begins && matches!(f.get(at), '享' | '具' | '参') && f.any(at, &["享受", "具备", "参加"]) > 0;
        let says = part == Some(Part::Describes) || also();
        // 已建成村庄的污水管
        let of_what_is = at > from && matches!(f.before(at), '已' | '未');
        if part == Some(Part::Light) && !says && !of_what_is {
            break;
        }
        describes |= says;
        at += n;
    }
    from
}

/// True at the 、 of 20名高风险、重度障碍患者: people are counted, and what stands before it names none.
fn goes_on(f: &Folded, from: usize, at: usize, end: usize) -> bool {
    const PEOPLE: &[char] = &['者', '人', '员', '生', '户', '童', '民', '妇', '师', '士', '工', '众', '年', '属', '侨'];
    f.get(at) == '、' && at > from && matches!(f.before(end), '名' | '位' | '人') && !PEOPLE.contains(&f.before(at))
}

fn before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let high = back_over_tails(f, from, another_name(f, from, start));
    let high = high - usize::from(high > from && f.before(high) == '(');
    let mut low = from.max(high.saturating_sub(24));
    let mut at = low;
    // one past the last word that may be part of a name, and past the last that leads up to one: 农村公路累计建成 leads to none
    let mut solid = low;
    let mut leads_to = low;
    while at < high {
        let (n, part) = word(f, at);
        at += n;
        let light = part == Some(Part::Light);
        if at < high && closes(f, at - n) {
            (low, leads_to) = (at, at);
        } else if light {
            leads_to = at;
        } else {
            low = leads_to;
            leads_to = if part == Some(Part::Act) { at } else { leads_to };
        }
        solid = if light { solid } else { at.min(high) };
    }
    let whole = high;
    let mut high = back_over_tails(f, low, solid.max(low));
    // 甲区、乙区分别新建2所、3所 names after the numbers what is built
    if solid < whole && (high..solid).any(|j| f.starts(j, "分别")) {
        return None;
    }
    high -= f.any_before(high, &["施工中", "进行中"]);
    let each = f.before(low) == '每';
    low = nouns::led(f, after_a_deadline(f, if each { of_each(f, low) } else { low }, high), high);
    high = share_of(f, low, high);
    let names = (low..high).any(|j| is_han(f.get(j)) || f.get(j).is_ascii_alphabetic());
    let bare = high <= low + LONGEST_BARE && BARE.iter().any(|v| f.starts(low, v) && v.chars().count() == high - low);
    let by_the_head = high == low + 2 && f.any(low, &["千人", "万人", "百人", "千户", "百户"]) > 0;
    if high < low + 2 || !names || bare || by_the_head || nouns::place(f, high) > 0 {
        return None;
    }
    edges::mended(f, row_of_names(f, from, low..high, start))
}

/// The place before a bracket that closes at `start` and gives another name of what stands before it: 村民小组（屯）30个. One that
/// opens a part (包括) has the name in it.
fn another_name(f: &Folded, from: usize, start: usize) -> usize {
    const LONGEST: usize = 12;
    if f.before(start) != ')' || start < 2 {
        return start;
    }
    let open = (from.max(start.saturating_sub(LONGEST))..start - 1).rev().find(|j| !is_han(f.get(*j)));
    let named = |open: &usize| {
        let inside = open + 1..start - 1;
        f.get(*open) == '('
            && *open >= from + 2
            && is_han(f.before(*open))
            && !inside.is_empty()
            && word(f, open + 1).1.is_none()
    };
    open.filter(named).unwrap_or(start)
}

/// The end of what has a share, before the 占 of 考核结果占总分: the words after it say of what. 占比 and 占地 are words.
fn share_of(f: &Folded, low: usize, high: usize) -> usize {
    let whole = |j: &usize| f.get(*j) == '占' && !matches!(f.get(j + 1), '比' | '地' | '道' | '用' | '有' | '补');
    (low + 2..high.saturating_sub(1)).find(whole).unwrap_or(high)
}

/// The place before the words that may stand between a name and the number at `high`.
fn back_over_tails(f: &Folded, from: usize, mut high: usize) -> usize {
    while high > from {
        match TAILS.before(f, high) {
            // 征收签约60户: a word of its own
            1 if f.before(high) == '约' && matches!(f.before(high - 1), '签' | '预' | '履') => break,
            1 if f.before(high) == '计' && matches!(f.before(high - 1), '设' | '统' | '审' | '会') => break,
            1 if f.before(high) == '为' && matches!(f.before(high - 1), '行' | '作') => break,
            0 => break,
            n => high = high.saturating_sub(n).max(from),
        }
    }
    high
}

/// Past the 汛期前 or 月底前 of 汛期前完成40公里, which is no part of a noun; `low` where there is none (学前教育).
fn after_a_deadline(f: &Folded, low: usize, high: usize) -> usize {
    const ENDS: &[char] = &['期', '底', '末', '季', '节', '冬', '夏', '春', '汛', '月', '日', '旬'];
    let ends = |j: &usize| f.get(*j) == '前' && *j > low && ENDS.contains(&f.before(*j));
    (low..high).rev().find(ends).map_or(low, |j| j + 1)
}

/// Back over the 城市、 of 城市、农村低保标准分别: numbers that are told apart by their order have the whole row for a name.
fn row_of_names(f: &Folded, from: usize, names: Range<usize>, start: usize) -> Range<usize> {
    const LONGEST: usize = 24;
    let apart = (names.end..start).any(|j| f.starts(j, "分别"));
    if !apart || f.before(names.start) != '、' {
        return names;
    }
    let least = from.max(names.start.saturating_sub(LONGEST));
    let of_a_row = |j: &usize| is_han(f.get(*j)) || f.get(*j) == '、';
    let low = (least..names.start).rev().take_while(of_a_row).last().unwrap_or(names.start);
    low..names.end
}

/// The noun before the comma or bracket that begins the clause of the number at `start`: 约谈负责人，不少于20次;
/// 随访(每月2次).
fn clause_before(f: &Folded, from: usize, start: usize) -> Option<Range<usize>> {
    let bracket = (from.max(start.saturating_sub(8))..start).rev().find(|j| f.get(*j) == '(');
    let alone = start - from <= 4;
    let mark = bracket.or_else(|| from.checked_sub(1).filter(|m| alone && f.get(*m) == ','))?;
    let low = mark.saturating_sub(24);
    let begin = (low..mark).rev().find(|j| f.get(*j) != '、' && closes(f, *j)).map_or(low, |j| j + 1);
    let counted = (begin..mark).any(|j| f.get(j).is_ascii_digit());
    if counted { None } else { before(f, begin, mark) }
}
