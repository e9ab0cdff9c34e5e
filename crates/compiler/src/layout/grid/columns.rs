//! What a column of a real table holds, by its heading. A heading is known by its place here, so words that are part of
//! it may decide; in a flattened table only the whole of it may.

use jiff::civil::Date;
use yinuo_model::{self as model, Role};

use super::persons;
use crate::layout::headings::{self, Column, Stretch};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The item's number.
    Label,
    /// The category an item belongs to.
    Category,
    /// The promise.
    Title,
    /// Further text of the promise.
    Body,
    /// Text that needs its heading to be understood: money, a place.
    Named,
    /// What is due by the end of a period.
    Period(Stretch),
    /// All periods in one cell, each with its name.
    Schedule,
    /// The day or month by which all is due.
    Deadline,
    /// Who answers for it.
    Owner(Role),
    /// What is no part of the promise: remarks, telephone numbers, what has been done so far.
    Aside,
}

impl Kind {
    /// Whether its cells are part of a commitment and never name a category.
    pub fn is_content(self) -> bool {
        matches!(self, Kind::Body | Kind::Named | Kind::Period(_) | Kind::Schedule | Kind::Deadline | Kind::Owner(_))
    }
}

impl From<model::Column> for Kind {
    fn from(column: model::Column) -> Self {
        match column {
            model::Column::Label => Kind::Label,
            model::Column::Category => Kind::Category,
            model::Column::Title => Kind::Title,
            model::Column::Body => Kind::Body,
            model::Column::Detail => Kind::Named,
            model::Column::Months(from, to) => Kind::Period(Stretch::of_months(from, to)),
            model::Column::Schedule => Kind::Schedule,
            model::Column::Deadline => Kind::Deadline,
            model::Column::Owner(role) => Kind::Owner(role),
            model::Column::Unused => Kind::Aside,
        }
    }
}

impl From<Kind> for model::Column {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Label => model::Column::Label,
            Kind::Category => model::Column::Category,
            Kind::Title => model::Column::Title,
            Kind::Body => model::Column::Body,
            Kind::Named => model::Column::Detail,
            Kind::Period(stretch) => model::Column::Months(stretch.months().0, stretch.months().1),
            Kind::Schedule => model::Column::Schedule,
            Kind::Deadline => model::Column::Deadline,
            Kind::Owner(role) => model::Column::Owner(role),
            Kind::Aside => model::Column::Unused,
        }
    }
}

/// The longest heading, in characters.
const MAX_HEADING: usize = 24;

/// Words in a heading, and what they make of its column; the first that fits decides.
const PARTS: &[(&[&str], Kind)] = &[
    (
        &[
            "备注", "说明", "情况", "上年", "去年", "问题", "电话", "联系", "责任人", "负责人", "联络", "进展",
            "完成率", "比例", "评", "实际", "状态", "结果", "来源", "满意",
        ],
        Kind::Aside,
    ),
    (&["开始", "起始", "开工时间", "开工日期", "启动时间", "计划开工"], Kind::Named),
    (&["完成数", "目标值", "指标值", "目标数", "计划数", "任务数"], Kind::Body),
    (&["投资", "资金", "金额", "经费", "概算", "预算", "地点", "位置", "地址", "范围", "点位"], Kind::Named),
    (&["牵头领导", "分管领导", "主管领导", "责任领导", "领导"], Kind::Owner(Role::Leader)),
    (&["牵头", "主办", "主责"], Kind::Owner(Role::Lead)),
    (&["配合", "协办", "协同", "参与", "会办"], Kind::Owner(Role::Cooperating)),
    (&["单位", "部门", "主体", "分工"], Kind::Owner(Role::Responsible)),
    (&["时限", "时间", "期限", "节点", "计划完成", "完成日期", "竣工", "截止", "结束", "完工"], Kind::Deadline),
    (&["进度", "步骤", "计划安排", "何时"], Kind::Schedule),
    (&["类别", "分类", "门类", "领域", "板块", "类型"], Kind::Category),
    (&["序号", "编号"], Kind::Label),
    (&["指标"], Kind::Title),
    (&["目标", "内容", "要求", "标准", "措施", "规模", "数量"], Kind::Body),
    (&["任务", "项目", "事项", "实事", "工作", "名称", "做什么"], Kind::Title),
];

/// Reads a heading, `strictly` by the whole of it or also by its parts.
pub fn kind(words: &str, strictly: bool) -> Option<Kind> {
    if words.chars().count() > MAX_HEADING || words.ends_with(['。', '；', ';']) {
        return None;
    }
    let words = &*headings::simplified(words);
    let plain = words.split(['(', '（']).next().unwrap_or(words);
    // an office and the person there: the office is meant
    let office = persons::word(plain).map(|person| plain.replace(person, ""));
    let plain = office.as_deref().unwrap_or(plain);
    let by_part = || PARTS.iter().find(|(parts, _)| parts.iter().any(|p| plain.contains(p))).map(|(_, kind)| *kind);
    match words {
        "起" | "始" => return Some(Kind::Named),
        "止" | "讫" => return Some(Kind::Deadline),
        _ => {}
    }
    match headings::column(words) {
        Some(Column::Label) => Some(Kind::Label),
        Some(Column::Category) => Some(Kind::Category),
        Some(Column::Title) => Some(Kind::Title),
        Some(Column::Body) => Some(Kind::Body),
        Some(Column::Period(stretch)) => Some(Kind::Period(stretch)),
        Some(Column::Group) => Some(Kind::Schedule),
        Some(Column::Owner(role)) => Some(Kind::Owner(role)),
        Some(Column::Deadline) => Some(Kind::Deadline),
        Some(Column::Other) => by_part().or(Some(Kind::Aside)),
        None if headings::under_a_group(words).is_some() => headings::under_a_group(words).map(Kind::Period),
        None if strictly => None,
        None => due_by(plain).or_else(by_part),
    }
}

/// `3月底前`, `截至9月末`, `6月底前完成`, `3月30日前`: what is due by the end of a month or by a day. A cell may say the same, so
/// it never makes a row a header.
pub fn due_by(words: &str) -> Option<Kind> {
    let year = words.split_once('年').filter(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    let words = year.map_or(words, |(_, rest)| rest);
    let words =
        ["截至到", "截止到", "截至", "截止", "至", "到"].iter().find_map(|w| words.strip_prefix(w)).unwrap_or(words);
    let asks = ["完成目标", "完成", "完工", "达到", "目标", "任务", "计划", "进度"];
    let words = asks.iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    let words = ["之前", "以前", "前"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    if let Some((month, day)) = words.strip_suffix('日').and_then(|w| w.split_once('月')) {
        let (month, day) = (headings::small(month)?, headings::small(day)?);
        // in a leap year, so that the last day of February is one
        return Date::new(2000, month, day).ok().map(|_| Kind::Period(Stretch::Day(month, day)));
    }
    let stretch = headings::stretch(words.strip_suffix(['底', '末'])?)?;
    matches!(stretch, Stretch::Month(_)).then_some(Kind::Period(stretch))
}

/// The same of a month or day as a stretch.
pub fn due_by_month(words: &str) -> Option<Stretch> {
    match due_by(words)? {
        Kind::Period(stretch) => Some(stretch),
        _ => None,
    }
}

/// The unit that a heading gives in brackets, `年度投资（万元）`: its bytes in the heading.
pub fn unit(heading: &str) -> Option<std::ops::Range<usize>> {
    let open = heading.find(['(', '（'])?;
    let start = open + heading[open..].chars().next()?.len_utf8();
    let end = start + heading[start..].find([')', '）'])?;
    let unit =
        heading[start..end].strip_prefix("单位").map_or(&heading[start..end], |u| u.trim_start_matches(['：', ':']));
    let is_unit = (1..=4).contains(&unit.chars().count()) && unit.chars().all(|c| !c.is_ascii() || c == '%');
    is_unit.then_some(end - unit.len()..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_by_the_whole_and_by_parts() {
        assert_eq!(kind("完成时限", true), Some(Kind::Deadline));
        assert_eq!(kind("年度投资（万元）", true), Some(Kind::Named));
        assert_eq!(kind("备注", true), Some(Kind::Aside));
        assert_eq!(kind("实施主体及协办部门", true), None);
        assert_eq!(kind("实施主体及协办部门", false), Some(Kind::Owner(Role::Cooperating)));
        assert_eq!(kind("年度建设标准", false), Some(Kind::Body));
        assert_eq!(kind("1-6月进展情况", false), Some(Kind::Aside));
        assert_eq!(kind("完成项目招标。", false), None);
        assert_eq!(kind("9月底前", false), Some(Kind::Period(Stretch::Month(9))));
        assert_eq!(kind("9月底前", true), None);
        assert_eq!(kind("上年底形象进度", false), Some(Kind::Aside));
        for (words, stretch) in [
            ("截至3月底", Stretch::Month(3)),
            ("6月底前完成", Stretch::Month(6)),
            ("6月底前完工", Stretch::Month(6)),
            ("2027年9月末目标", Stretch::Month(9)),
            ("3月30日前", Stretch::Day(3, 30)),
            ("十二月三十一日前完成", Stretch::Day(12, 31)),
        ] {
            assert_eq!(kind(words, false), Some(Kind::Period(stretch)), "{words}");
        }
        assert_eq!(kind("节点目标Ⅰ季度", true), Some(Kind::Period(Stretch::Quarter(1))));
        assert_eq!(kind("2月30日前", false), None);
        assert_eq!(kind("6月底前完成情况", false), Some(Kind::Aside));
    }

    #[test]
    fn units_in_brackets() {
        let of = |h: &'static str| unit(h).map(|r| &h[r]);
        assert_eq!(of("年度投资（万元）"), Some("万元"));
        assert_eq!(of("数量(单位：个)"), Some("个"));
        assert_eq!(of("责任单位(牵头)"), Some("牵头"));
        assert_eq!(of("投资"), None);
    }
}
