//! A table of regions by indicators: every indicator is a commitment, every region has its part of it. Which cell is which is
//! found by `grid::matrix` and `table::regions`; here the commitments are made.

use yinuo_model::{Period, Role};

use super::outline::{Group, Row};
use crate::cell::Cell;

/// An indicator with what its headings say.
pub struct Indicator {
    /// Its name with the unit.
    pub title: Cell,
    /// The unit's words, if the name gives one.
    pub unit: Cell,
    /// The heading over it.
    pub category: String,
    /// Who answers for it.
    pub owners: Vec<(Role, Cell)>,
    /// Which value of a region is its target.
    pub column: usize,
}

/// A region with its values, one for each column.
pub struct Region {
    /// Its name.
    pub name: Cell,
    /// Its values; a blank cell asks nothing of it.
    pub values: Vec<Option<Cell>>,
}

/// The commitments, by category.
pub fn groups(indicators: Vec<Indicator>, regions: &[Region], due: Option<&(Period, Cell)>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for (n, indicator) in indicators.into_iter().enumerate() {
        let mut body = Cell::default();
        for region in regions {
            let Some(value) = region.values.get(indicator.column).and_then(Option::as_ref) else { continue };
            body.append(&region.name, "\n");
            body.append(value, "：");
            body.append(&indicator.unit, "");
        }
        let row = Row {
            number: n as u32 + 1,
            label: (n + 1).to_string(),
            title: indicator.title,
            body: Some(body).filter(|b| !b.is_empty()),
            owners: indicator.owners,
            above: None,
            cells: due.cloned().into_iter().collect(),
            tasks: vec![],
        };
        match groups.last_mut().filter(|g| g.name == indicator.category) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { name: indicator.category, declared_items: None, rows: vec![row] }),
        }
    }
    groups
}

/// A number and nothing else, perhaps a percentage.
pub fn number(words: &str) -> Option<f64> {
    // most texts begin with a Han character of the common block
    if matches!(words.as_bytes().first(), Some(0xe5..=0xe9)) {
        return None;
    }
    let may_be = |c: char| c.is_ascii() || c.is_whitespace() || matches!(c, '，' | '％');
    if !words.starts_with(may_be) {
        return None;
    }
    let is_digit = |b: u8| b.is_ascii_digit() || b == b'.';
    if words.bytes().all(is_digit) {
        return words.parse().ok();
    }
    let kept = || words.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，'));
    let percent = |c: &char| matches!(c, '%' | '％');
    let length = kept().count() - kept().rev().take_while(percent).count();
    let number = || kept().take(length);
    if length == 0 || !number().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    number().collect::<String>().parse().ok()
}

/// What a heading under an indicator says of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is asked.
    Target,
    /// What has been done.
    Done,
}

/// Reads a heading under an indicator.
pub fn part(words: &str) -> Option<Part> {
    let word: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let word = word.split(['(', '（']).next().unwrap_or("");
    match word {
        "目标" | "任务" | "目标任务" | "目标数" | "任务数" | "计划" | "计划数" | "下达数" | "目标值" | "年度目标"
        | "全年目标" => Some(Part::Target),
        "进度" | "完成" | "完成数" | "完成比例" | "完成率" | "完成情况" | "实际完成" | "占比" | "比例" | "完成进度"
        | "累计完成" | "进展" => Some(Part::Done),
        _ => None,
    }
}
