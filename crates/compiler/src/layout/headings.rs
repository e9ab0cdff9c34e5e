//! Column headings of published lists in the wordings seen in the field, and period headings. A heading is a paragraph
//! of its own; its exact words decide, so that a sentence that mentions one is never taken for it.

use std::borrow::Cow;
use std::sync::LazyLock;

use jiff::civil::Date;
use yinuo_model::{self as model, NO_YEAR, Period, Role};

use crate::syntax::charmap::CharMap;
use crate::syntax::letters::but_han;
use crate::syntax::openings::Openings;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The item's number.
    Label,
    /// The category an item belongs to.
    Category,
    /// The promise.
    Title,
    /// Further text of the promise.
    Body,
    /// What is due by the end of a period.
    Period(Stretch),
    /// A heading over period columns; holds nothing itself.
    Group,
    /// Who answers for it.
    Owner(Role),
    /// The day or month by which all is due.
    Deadline,
    /// Anything else a list may carry: remarks, sums, places.
    Other,
}

impl From<model::Column> for Column {
    fn from(column: model::Column) -> Self {
        match column {
            model::Column::Label => Column::Label,
            model::Column::Category => Column::Category,
            model::Column::Title => Column::Title,
            model::Column::Body | model::Column::Detail => Column::Body,
            model::Column::Months(from, to) => Column::Period(Stretch::of_months(from, to)),
            model::Column::Schedule => Column::Group,
            model::Column::Deadline => Column::Deadline,
            model::Column::Owner(role) => Column::Owner(role),
            model::Column::Unused => Column::Other,
        }
    }
}

impl From<Column> for model::Column {
    fn from(column: Column) -> Self {
        match column {
            Column::Label => model::Column::Label,
            Column::Category => model::Column::Category,
            Column::Title => model::Column::Title,
            Column::Body => model::Column::Body,
            Column::Period(stretch) => model::Column::Months(stretch.months().0, stretch.months().1),
            Column::Group => model::Column::Schedule,
            Column::Owner(role) => model::Column::Owner(role),
            Column::Deadline => model::Column::Deadline,
            Column::Other => model::Column::Unused,
        }
    }
}

/// A part of a year, not yet of a given year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// 1-4.
    Quarter(i8),
    /// 1-2.
    Half(i8),
    /// 1-12.
    Month(i8),
    /// First and last month.
    Months(i8, i8),
    /// Up to a day: month and day.
    Day(i8, i8),
}

impl Stretch {
    /// The same part of `year`.
    pub fn of_year(self, year: i16) -> Period {
        match self {
            Stretch::Quarter(q) => Period::Quarter(year, q),
            Stretch::Half(h) => Period::Half(year, h),
            Stretch::Month(m) => Period::Month(year, m),
            Stretch::Months(1, 12) => Period::Year(year),
            Stretch::Months(a, b) => Period::Months((year, a), (year, b)),
            Stretch::Day(month, day) => match Date::new(year, month, day) {
                Ok(date) if year != NO_YEAR => Period::Day(date),
                _ => Period::Month(year, month),
            },
        }
    }

    /// The stretch of these months.
    pub fn of_months(first: i8, last: i8) -> Self {
        match (first, last) {
            (1, 3) | (4, 6) | (7, 9) | (10, 12) => Stretch::Quarter(last / 3),
            (1, 6) | (7, 12) => Stretch::Half(last / 6),
            (a, b) if a == b => Stretch::Month(a),
            (a, b) => Stretch::Months(a, b),
        }
    }

    /// The months it covers, both included.
    pub fn months(self) -> (i8, i8) {
        match self {
            Stretch::Quarter(q) => (q * 3 - 2, q * 3),
            Stretch::Half(h) => (h * 6 - 5, h * 6),
            Stretch::Month(m) => (m, m),
            Stretch::Months(a, b) => (a, b),
            Stretch::Day(month, _) => (month, month),
        }
    }
}

const WORDS: &[(Column, &[&str])] = &[
    (
        Column::Label,
        &["序号", "编号", "项目序号", "项号", "序", "no", "no.", "号", "事项编号", "项目编号", "itemno.", "id"],
    ),
    (
        Column::Category,
        &[
            "类别", "分类", "门类", "领域", "所属类别", "项目类别", "大类", "事项类别", "实事类别", "工程类别",
            "任务类别", "实事分类", "项目分类", "事项分类", "所属领域", "板块", "所属板块", "category", "theme",
            "area", "pillar",
        ],
    ),
    (
        Column::Title,
        &[
            "工作任务", "民生实事", "项目名称", "实事项目", "实事项目名称", "主要任务", "重点任务", "任务名称", "事项",
            "事项名称", "工作事项", "项目", "工作项目", "重点工作", "任务", "工作内容", "项目内容", "内容与要求",
            "重点督办内容", "民生实事项目", "实事内容", "承诺事项", "工作任务及目标", "任务内容", "民生实事内容",
            "重点任务名称", "具体事项", "具体项目", "具体任务", "实事事项", "惠民事项", "指标", "指标名称", "衡量指标",
            "考核指标", "实事名称", "内容", "事项内容", "keymilestone", "milestone", "commitment", "action", "task",
            "project", "initiative", "deliverable", "activity",
        ],
    ),
    (
        Column::Body,
        &[
            "目标", "目标任务", "年度目标", "全年目标任务", "年度目标任务", "全年目标", "全年任务", "年度目标值",
            "工作目标", "主要内容", "建设内容", "目标要求", "具体内容", "工作要求", "任务目标", "实施内容",
            "主要建设内容", "年度任务", "工作措施", "主要措施", "目标值", "指标值", "衡量标准", "建设规模", "任务数",
            "计划数", "目标数", "计划完成数", "target", "description", "output",
        ],
    ),
    (
        Column::Group,
        &[
            "进度安排", "工作进度安排", "进度计划", "实施步骤", "时间进度", "季度进度安排", "各季度目标", "季度目标",
            "时间安排", "分季度安排", "进度要求", "季度安排", "阶段目标", "工作进度", "节点安排", "节点目标",
            "季度进度", "推进计划", "工作计划",
        ],
    ),
    (
        Column::Owner(Role::Lead),
        &["牵头单位", "牵头部门", "牵头责任单位", "主办单位", "主责单位", "lead", "leadagency"],
    ),
    (
        Column::Owner(Role::Responsible),
        &[
            "责任单位", "责任部门", "责任主体", "承办单位", "实施单位", "完成单位", "落实单位", "单位", "责任分工",
            "任务分工", "职责分工", "工作分工", "分工", "owner", "responsible", "agency", "department",
            "responsibleagency",
        ],
    ),
    (Column::Owner(Role::Cooperating), &["配合单位", "协办单位", "协同单位", "参与单位", "配合部门", "会办单位"]),
    (Column::Owner(Role::Leader), &["牵头领导", "分管领导", "主管领导", "责任领导", "区领导", "市领导", "县领导"]),
    (
        Column::Deadline,
        &[
            "完成时限", "完成时间", "完成期限", "时限", "期限", "建设时间", "时间要求", "时限要求", "计划完成",
            "计划完成时间", "完成日期", "duedate", "due", "deadline", "milestoneduedate", "targetdate",
            "completiondate", "timeline",
        ],
    ),
    (
        Column::Other,
        &[
            "备注", "说明", "责任人", "联系人", "联系电话", "投资金额", "资金来源", "年度投资", "总投资", "建设地点",
            "地点", "完成情况", "进展情况", "资金安排", "计划投资", "投资估算", "来源", "status", "milestonestatus",
            "comments", "remarks", "notes", "progress",
        ],
    ),
];

/// What each of these words stands for; of one that stands twice the first holds.
static KNOWN: LazyLock<Openings<Column>> =
    LazyLock::new(|| Openings::new(WORDS.iter().flat_map(|(column, words)| words.iter().map(|word| (*word, *column)))));

/// Reads a paragraph as a column heading.
pub fn column(paragraph: &str) -> Option<Column> {
    if paragraph.len() > 60 {
        return None;
    }
    let bracket = but_han(paragraph).find(|(_, c)| matches!(c, '(' | '（'));
    let before_bracket = bracket.map_or(paragraph, |(open, _)| &paragraph[..open]);
    if before_bracket.ends_with(['。', '；', '，']) {
        return None;
    }
    let changes = |c: char| c.is_whitespace() || c.is_ascii_uppercase();
    let word: Cow<str> = if but_han(before_bracket).any(|(_, c)| changes(c)) {
        let kept = before_bracket.chars().filter(|c| !c.is_whitespace());
        kept.map(|c| c.to_ascii_lowercase()).collect::<String>().into()
    } else {
        before_bracket.into()
    };
    let word = simplified(&word);
    let word = without_year(&word);
    // Words that are known as a whole go before: `全年目标` beside quarters is what is promised, not what is due in one.
    let whole = KNOWN.of(word).filter(|(known, _)| *known == word).map(|(_, column)| column);
    whole.or_else(|| stretch(word).map(Column::Period))
}

/// A period in the same cell as the heading over all periods: `节点目标Ⅰ季度`, where both came to stand in the first column.
pub fn under_a_group(words: &str) -> Option<Stretch> {
    let groups = WORDS.iter().filter(|(column, _)| *column == Column::Group).flat_map(|(_, words)| *words);
    groups.into_iter().find_map(|group| words.strip_prefix(group).and_then(stretch))
}

/// A heading with the year before it taken off: `2027年度目标`.
fn without_year(word: &str) -> &str {
    let Some((number, rest)) = word.split_once('年') else { return word };
    let rest = rest.trim_start_matches('度');
    let is_year = (2..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if is_year && !rest.is_empty() { rest } else { word }
}

/// Traditional characters of headings, each followed by its simplified one.
const TRADITIONAL: &str = "標标準准項项務务單单責责領领導导負负時时間间進进關关辦办機机構构號号類类別别稱称內内執执協协備备註注說说預预額额\
                           經经費费計计畫划劃划級级階阶實实點点聯联絡络話话電电體体評评質质規规總总圍围達达際际據据啟启創创";

static SIMPLIFIED: LazyLock<CharMap<Option<char>>> = LazyLock::new(|| {
    let all: Vec<char> = TRADITIONAL.chars().collect();
    let mut simplified = CharMap::default();
    all.chunks_exact(2).for_each(|pair| simplified.set(pair[0], Some(pair[1])));
    simplified
});

/// Words in simplified characters, as headings are known in.
pub fn simplified(words: &str) -> Cow<'_, str> {
    let simplified = &*SIMPLIFIED;
    match words.chars().any(|c| simplified.get(c).is_some()) {
        true => words.chars().map(|c| simplified.get(c).unwrap_or(c)).collect::<String>().into(),
        false => words.into(),
    }
}

/// Reads a period heading: `第一季度`, `一季度目标`, `3季度末`, `Q1`, `上半年`, `1-3月`, `7月份`.
pub fn stretch(word: &str) -> Option<Stretch> {
    let mut core = word.trim_start_matches('第').trim_end_matches([':', '：']);
    for tail in [
        "工作安排", "工作目标", "工作计划", "进度安排", "目标任务", "安排", "目标", "任务", "计划", "进度", "末", "底",
        "前",
    ] {
        core = core.strip_suffix(tail).unwrap_or(core);
    }
    match core {
        "上半年" => return Some(Stretch::Half(1)),
        "下半年" => return Some(Stretch::Half(2)),
        "全年" => return Some(Stretch::Months(1, 12)),
        _ => {}
    }
    if let Some(q) = core.strip_prefix(['Q', 'q']).or_else(|| core.strip_suffix("季度")) {
        return small(q).filter(|q| (1..=4).contains(q)).map(Stretch::Quarter);
    }
    let months = core.strip_suffix("月份").or_else(|| core.strip_suffix('月'))?;
    let month = |text| small(text).filter(|m| (1..=12).contains(m));
    match months.split_once(['-', '—', '–', '~', '～', '－', '至', '到']) {
        Some((a, b)) => {
            let (a, b) = (month(a.trim_end_matches('月'))?, month(b.trim_start_matches(['-', '—']))?);
            (a < b).then_some(Stretch::of_months(a, b))
        }
        None => month(months).map(Stretch::Month),
    }
}

/// A number of one or two digits in any writing.
pub fn small(text: &str) -> Option<i8> {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    let one = |text: &str| text.chars().next().filter(|c| text.len() == c.len_utf8());
    if let Some(sign @ 'Ⅰ'..='Ⅻ') = one(text) {
        return Some((sign as u32 - 'Ⅰ' as u32 + 1) as i8);
    }
    if let Some(n) = ROMAN.iter().position(|r| r.eq_ignore_ascii_case(text)) {
        return Some(n as i8 + 1);
    }
    super::marker::bare(text).filter(|m| m.len == text.len() || m.value > 0).and_then(|m| i8::try_from(m.value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn period_headings() {
        for (word, expected) in [
            ("第一季度", Stretch::Quarter(1)),
            ("四季度目标", Stretch::Quarter(4)),
            ("3季度末", Stretch::Quarter(3)),
            ("Q2", Stretch::Quarter(2)),
            ("1-3月", Stretch::Quarter(1)),
            ("１０—１２月", Stretch::Quarter(4)),
            ("上半年", Stretch::Half(1)),
            ("7月份", Stretch::Month(7)),
            ("3-4月", Stretch::Months(3, 4)),
            ("Ⅱ季度", Stretch::Quarter(2)),
            ("IV季度", Stretch::Quarter(4)),
        ] {
            assert_eq!(column(word), Some(Column::Period(expected)), "{word}");
        }
        for none in ["第一季度完成立项。", "五季度", "13月", "季度", "在第一季度"] {
            assert_eq!(column(none), None, "{none}");
        }
    }

    #[test]
    fn every_word_is_known() {
        let first = |word: &str| WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(column, _)| *column);
        assert!(WORDS.iter().flat_map(|(_, words)| *words).all(|w| column(w) == first(w)));
    }

    #[test]
    fn column_headings() {
        assert_eq!(column("序 号"), Some(Column::Label));
        assert_eq!(column("责任单位(牵头)"), Some(Column::Owner(Role::Responsible)));
        assert_eq!(column("全年"), Some(Column::Period(Stretch::Months(1, 12))));
        assert_eq!(column("2027年全年目标任务"), Some(Column::Body));
        assert_eq!(column("完成任务"), None);
    }
}
