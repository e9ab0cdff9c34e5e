//! Signs of a progress report: what the rows say is done, not promised. A plan speaks of what is done only in passing.

use std::ops::Range;
use std::sync::LazyLock;

use yinuo_diag::Span;

use super::Sign;
use super::page::Page;
use super::spotted::Spotted;
use crate::layout::facts;
use crate::layout::headings::Column;
use crate::layout::paragraph::Paragraph;

/// What a word says of the work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// It is done, or how far it has come.
    Done,
    /// It is to be done.
    Ahead,
}
use Says::*;

static WORDS: LazyLock<Spotted<Says>> = LazyLock::new(|| Spotted::new(TABLE));

#[rustfmt::skip]
static TABLE: &[(&str, Says)] = &[
    ("已完成", Done), ("已建成", Done), ("已投", Done), ("已开", Done), ("已竣工", Done), ("已通", Done), ("已验收", Done),
    ("已办", Done), ("已全", Done), ("均已", Done), ("已经", Done), ("已达", Done), ("已到", Done), ("已提前", Done),
    ("已累计", Done), ("已公布", Done), ("已签", Done), ("已发", Done), ("已新", Done), ("已改", Done), ("已完工", Done),
    ("已落实", Done), ("已实现", Done), ("已惠及", Done), ("已培训", Done), ("已下达", Done), ("已进场", Done), ("已启", Done),
    ("已招", Done), ("完工并投入", Done), ("比年度计划", Done), ("与年度计划持平", Done), ("已组织", Done), ("已交付", Done), ("已形成", Done), ("已封顶", Done), ("已有序", Done),
    ("办结", Done), ("办毕", Done), ("超额完成", Done), ("提前完成", Done), ("超序时", Done), ("慢于时序", Done),
    ("慢于序时", Done), ("慢序时", Done), ("达序时", Done), ("序时进度", Done), ("按序时", Done), ("符合时序", Done),
    ("符合序时", Done), ("符合预期", Done), ("滞后", Done), ("推进缓慢", Done), ("进展缓慢", Done), ("偏慢", Done), ("顺利推进", Done),
    ("正常推进", Done), ("正在施工", Done), ("施工中", Done), ("正在办理", Done), ("正在招标", Done), ("正在推进", Done),
    ("正在开展", Done), ("正在实施", Done), ("正在建设", Done), ("尚未", Done),
    ("未开工", Done), ("未动工", Done), ("未完成", Done), ("进展顺利", Done), ("如期完成", Done), ("如期兑现", Done),
    ("全部兑现", Done), ("实际完成", Done), ("实际新增", Done), ("完成率", Done), ("开工率", Done), ("动工率", Done),
    ("完成年度", Done), ("完成全年", Done), ("完成比例", Done), ("占年度", Done), ("占全年", Done), ("占年计划", Done),
    ("为年计划的", Done), ("为年度", Done), ("为全年", Done), ("为总任务的", Done), ("进展情况", Done), ("办理情况", Done),
    ("完成情况：", Done), ("完成情况:", Done), ("完成进度", Done), ("当前进度", Done), ("上半年到位", Done),
    ("顺利完成", Done), ("圆满完成", Done), ("同比增长", Done), ("建成投用了", Done), ("完成了", Done), ("实现了", Done),
    ("Completed", Done), ("Missed", Done), ("On-track", Done), ("On track", Done), ("Off track", Done), ("Delayed", Done),
    ("Not started", Done), ("In progress", Done), ("Behind schedule", Done), ("to date", Done),
    ("计划完成", Ahead), ("计划新", Ahead), ("计划建", Ahead), ("拟", Ahead), ("力争", Ahead), ("确保", Ahead), ("争取", Ahead),
    ("年底前", Ahead), ("月底前", Ahead), ("年内", Ahead), ("不少于", Ahead), ("不低于", Ahead), ("前完成", Ahead),
    ("将新", Ahead), ("将建", Ahead), ("将完成", Ahead), ("完成时限", Ahead), ("年度目标", Ahead), ("目标任务", Ahead),
];

/// Names that only such reports have.
const NAMES: &[&str] = &[
    "进展情况", "完成情况", "办理情况", "推进情况", "落实情况", "实施情况", "进度情况", "调度情况", "办理结果",
    "完成率", "进度通报", "进展通报", "情况通报", "通报", "简报", "未办结", "未完成", "对账", "半年公示", "进度公示",
    "进展公示", "工作总结", "年终总结", "进度表", "进展表", "督查情况", "督办情况", "落实进展", "工作进展", "建设进度",
    "进展报告",
];

/// A period that lies behind, in a name.
const BEHIND: &[&str] =
    &["一季度", "二季度", "三季度", "四季度", "上半年", "半年", "前三季度", "月份", "全年", "年终", "年度"];
/// What a report on such a period is called.
const REPORTS: &[&str] = &["情况", "台账", "通报", "公示", "公告", "报告", "简报", "总结", "小结"];
/// Names that only plans have.
const PLANS: &[&str] =
    &["责任清单", "任务分解", "责任分工", "实施方案", "工作方案", "候选", "安排", "计划表", "目标清单"];

/// Headings of columns that hold what has been done.
const COLUMNS: &[&str] = &[
    "进展情况", "目前进展", "当前进度", "完成情况", "办理情况", "推进情况", "落实情况", "实际完成", "实际完成情况",
    "落实进展情况", "目前实施情况", "完成比例", "完成率", "目标完成情况", "进度", "年终结果", "办理结果", "存在问题",
    "年度完成情况", "完成成效", "占全年计划", "占年度计划", "完成进度", "是否达序", "是否完成", "累计完成", "工作进展",
    "进展", "Status", "MilestoneStatus", "ProgressStatus", "CurrentStatus", "ProgresstoDate",
];

/// How many paragraphs at the head may say what it is about.
const FIRST_LINES: usize = 6;

/// How many header rows are looked at.
const MAX_HEADERS: usize = 8;

/// The signs, for and against.
pub fn signs(page: &Page) -> Vec<Sign> {
    let (name, column, as_of) = (name(page).or_else(|| announced(page)), column(page), as_of(page));
    if name.is_none() && column.is_none() && as_of.is_none() {
        // What the rows say is not enough alone, so that most documents need not be looked through for it.
        return vec![];
    }
    if name.is_none() && has_schedule_beside(page) {
        return vec![];
    }
    let mut signs = vec![];
    let spoken: Vec<Spoken> = page.units.iter().map(|u| spoken(page.words(*u))).collect();
    let (done, count) = share(&spoken, |s| s.done.is_some());
    signs.extend(name);
    // an empty column is part of many a list, a column for each of several indicators of none
    signs.extend(column.filter(|_| count > 0 || page.rows == 0 || has_several_columns(page)));
    let weight = match done {
        60.. => 3,
        30..60 => 2,
        10..30 => 1,
        _ => 0,
    };
    if weight > 0 {
        let words = |(unit, s): (&Span, &Spoken)| Some(clause(page.words(*unit), s.done?, unit.start as usize));
        let (all, first) = (spoken.len(), page.units.iter().zip(&spoken).find_map(words));
        let (zh, en) = (
            format!("{all} 处中有 {count} 处写的是已做到什么、做到几成"),
            format!("{count} of {all} entries say what has been done, or how far"),
        );
        signs.push(Sign::new(weight, zh, en, first));
    }
    signs.extend(as_of);
    signs.extend(circulated(page));
    let (ahead, _) = share(&spoken, |s| s.ahead && s.done.is_none());
    if ahead >= 50 || (page.scheduled * 2 > page.rows && done < 60) {
        signs.push(Sign::new(-2, "", "", None));
    }
    signs
}

/// What the name of the document says.
fn name(page: &Page) -> Option<Sign> {
    let own = |text: &str| {
        let plain = without_brackets(text);
        let text = if plain.is_empty() { text } else { &plain };
        let behind = BEHIND.iter().any(|w| text.contains(w)) && REPORTS.iter().any(|w| text.contains(w));
        let named = NAMES.iter().find(|w| text.contains(**w)).copied();
        let word = named.or(behind.then_some("某一时段的情况"))?;
        (!PLANS.iter().any(|w| text.contains(w))).then_some(word)
    };
    let mut names = page.names();
    let is_list = |text: &str| facts::title_score(text) > 0 && own(text).is_none();
    let (text, span) = names.by_ref().take_while(|(text, _)| !is_list(text)).find(|(text, _)| own(text).is_some())?;
    let word = own(text)?;
    Some(Sign::new(3, format!("名称里有“{word}”"), "its name is that of a report on progress", Some(span)))
}

/// A name without what stands in brackets, which is said besides: 重点工作（预下达）进展情况表.
fn without_brackets(name: &str) -> String {
    let mut depth = 0;
    let outside = |c: &char| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => return depth <= 0,
        }
        false
    };
    name.chars().filter(outside).collect()
}

/// What the first lines announce: 现将……进展情况予以公示; or how many of the items are done, 17项已完成.
fn announced(page: &Page) -> Option<Sign> {
    const STATES: &[&str] = &["已完成", "已办结", "提前完成", "已竣工", "偏慢", "滞后", "在推进"];
    const ALL: &str = "全部完成";
    const KINDS: &[&str] = &["进展情况", "完成情况", "推进情况", "落实情况", "办理情况"];
    let before = |s: &str| {
        let words = s.trim_end().trim_end_matches('已');
        let words = words.strip_suffix("项目").filter(|w| w.contains(['项', '件', '个'])).map_or(words, |_| "项");
        words.ends_with(['项', '件', '个'])
    };
    let counted = |s: &str, state: &str| s.match_indices(state).any(|(at, _)| before(&s[..at]));
    let counts = |s: &str| STATES.iter().any(|state| counted(s, state));
    // 去年10件全部完成 may stand over a list; where none is, it is what the text is about
    let of_all = |s: &str| page.rows == 0 && !s.contains("去年") && counted(s, ALL);
    let publishes = |s: &str| s.contains("现将") && KINDS.iter().any(|kind| s.contains(kind));
    let says = |s: &str| of_all(s) || (!facts::looks_back(s) && (publishes(s) || counts(s)));
    let rows_begin = page.units.first().filter(|_| page.rows > 0).map_or(u32::MAX, |u| u.start);
    let head = page.paragraphs.iter().take(FIRST_LINES).filter(|p| p.span.end <= rows_begin);
    let place = head.into_iter().find(|p| p.text.split('。').any(says))?.span;
    Some(Sign::new(2, "开头说的是已经做了多少", "its first lines say how much has been done", Some(place)))
}

/// The sentence that sends the report round: ……完成情况进行了督办，通报如下.
fn circulated(page: &Page) -> Option<Sign> {
    const SENT: &[&str] = &["通报如下", "汇报如下", "报告如下"];
    let says = |s: &str| s.contains("情况") && SENT.iter().any(|w| s.contains(w));
    let place = page.paragraphs.iter().take(FIRST_LINES).find(|p| p.text.split('。').any(says))?.span;
    Some(Sign::new(1, "开头写明“通报如下”", "it is sent round as a report", Some(place)))
}

/// A column for what has been done.
fn column(page: &Page) -> Option<Sign> {
    let heading = page.paragraphs.iter().find(|p| is_column(p.text))?;
    let words = heading.text.trim().split(['：', ':']).next().unwrap_or("");
    let colon = heading.text.len() > words.len() && heading.text.contains(['：', ':']);
    let span = if colon {
        Span::new(heading.span.start as usize, heading.span.start as usize + words.len())
    } else {
        heading.span
    };
    Some(Sign::new(2, format!("有“{words}”一栏"), "a column holds what has been done", Some(span)))
}

/// Whether a column for what has been done stands beside one for what is planned: the list is a plan in which progress is noted,
/// and that column is set aside.
fn has_schedule_beside(page: &Page) -> bool {
    let place = |p: &Paragraph| p.cell.map(|c| (c.table, c.row));
    let planned = |p: &&Paragraph| matches!(p.column, Some(Column::Group));
    let planned: Vec<_> = page.paragraphs.iter().filter(planned).filter_map(place).take(MAX_HEADERS).collect();
    let beside = |p: &Paragraph| place(p).is_some_and(|at| planned.contains(&at)) && is_column(p.text);
    page.rows > 0 && !planned.is_empty() && page.paragraphs.iter().any(beside)
}

fn has_several_columns(page: &Page) -> bool {
    page.paragraphs.iter().filter(|p| is_column(p.text)).nth(1).is_some()
}

/// Whether a paragraph begins with such a heading, before a bracket, a colon or its end.
fn is_column(text: &str) -> bool {
    let mark = |c: &char| matches!(c, '(' | '（' | '、' | '：' | ':');
    let word = || text.chars().filter(|c| !c.is_whitespace()).take_while(|c| !mark(c));
    let begins = word().next().is_some_and(begins_a_column);
    begins && COLUMNS.iter().any(|column| word().eq(column.chars()))
}

/// Whether any of the headings begins so. Most paragraphs begin otherwise.
fn begins_a_column(first: char) -> bool {
    let han = matches!(
        first,
        '进' | '目' | '当' | '完' | '办' | '推' | '落' | '实' | '年' | '存' | '是' | '累' | '工' | '占'
    );
    han || first.is_ascii_uppercase()
}

/// A day up to which it reports.
fn as_of(page: &Page) -> Option<Sign> {
    let says = |text: &str| {
        text.match_indices('截').any(|(i, w)| {
            let Some(after) = text[i + w.len()..].strip_prefix(['至', '止']) else { return false };
            let mut near = after.chars().take(12);
            after.starts_with(|c: char| c.is_ascii_digit() || c == '目')
                && near.any(|c| matches!(c, '月' | '日' | '前'))
        })
    };
    let in_name = page.names().find(|(text, _)| says(text)).map(|(_, span)| span);
    let span = in_name.or_else(|| page.units.iter().copied().find(|u| says(page.words(*u))))?;
    Some(Sign::new(1, "写明了数据截至的日子", "it says up to which day it counts", Some(span)))
}

/// Which kinds of words occur in a unit.
#[derive(Clone, Copy, Default)]
struct Spoken {
    /// The byte of the first word on what is done.
    done: Option<usize>,
    ahead: bool,
}

/// Looks for both kinds. `已建成的` says which thing is meant, and not that anything was done; nor does the heading of a column.
fn spoken(text: &str) -> Spoken {
    let mut spoken = Spoken::default();
    for (at, says) in WORDS.find(text).filter(|(at, _)| !text[at.end..].starts_with('的')) {
        match says {
            Done if spoken.done.is_none() && !heads_a_column(text, &at) => spoken.done = Some(at.start),
            Done => {}
            Ahead if is_whole(text, &at) => {}
            Ahead => spoken.ahead = true,
        }
        if spoken.done.is_some() && spoken.ahead {
            break;
        }
    }
    spoken
}

/// Whether a word is a line or a cell, and so the heading of a column: 目标任务.
fn is_whole(text: &str, word: &Range<usize>) -> bool {
    text[..word.start].ends_with(LINE_ENDS) && text[word.end..].starts_with(LINE_ENDS)
}

/// Whether a word stands in a line that is nothing but such a heading. Looks no further than the longest of these.
fn heads_a_column(text: &str, word: &Range<usize>) -> bool {
    const LONGEST: usize = 60;
    let from = text.ceil_char_boundary(word.start.saturating_sub(LONGEST));
    let to = text.floor_char_boundary((word.end + LONGEST).min(text.len()));
    let begins = text[from..word.start].rfind(LINE_ENDS).map(|at| from + at + 1);
    let ends = text[word.end..to].find(LINE_ENDS).map(|at| word.end + at);
    let begins = begins.or((from == 0).then_some(0));
    let ends = ends.or((to == text.len()).then_some(to));
    begins.zip(ends).is_some_and(|(begins, ends)| is_column(&text[begins..ends]))
}

/// What ends a line or a cell.
const LINE_ENDS: &[char] = &['\n', '|', '\t'];

/// The clause in which a word stands: 完成35%, 已进场施工, 80%(东段滞后). It is no longer than a line.
fn clause(text: &str, word: usize, start: usize) -> Span {
    const LONGEST: usize = 120;
    let ends = |c: char| matches!(c, '，' | ',' | '；' | ';' | '。' | '、') || LINE_ENDS.contains(&c);
    let from = text.ceil_char_boundary(word.saturating_sub(LONGEST));
    let to = text.floor_char_boundary((word + LONGEST).min(text.len()));
    // fields of one line have a space between them
    let stops = |c: char| ends(c) || c.is_whitespace();
    let begins = text[from..word].rfind(stops).map_or(from, |at| from + at);
    let begins = begins + text[begins..word].chars().next().filter(|c| stops(*c)).map_or(0, char::len_utf8);
    let end = text[word..to].find(ends).map_or(to, |at| word + at);
    // 进展情况：已建成3座
    let label =
        text[begins..end].find(['：', ':']).map(|at| text[begins + at..end].trim_start_matches(['：', ':', ' ']));
    let begins = label.filter(|words| !words.is_empty()).map_or(begins, |words| end - words.len());
    Span::new(start + begins, start + begins + text[begins..end].trim_end().len())
}

/// The share of units for which something holds, in percent, and how many they are.
fn share(units: &[Spoken], holds: impl Fn(&Spoken) -> bool) -> (usize, usize) {
    let with = units.iter().filter(|u| holds(u)).count();
    (100 * with / units.len().max(1), with)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_looked_for() {
        assert!(COLUMNS.iter().all(|column| is_column(&format!(" {column}（%）"))));
        assert!(!is_column("完成情况良好") && !is_column("工期") && !is_column(""));
    }
}
