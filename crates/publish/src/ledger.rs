//! The standing ledger as a table: one row a commitment, the columns that this plan needs, findings beside the cell they
//! are about. Knows nothing of files; `workbook` and `csv` write it down.

use std::collections::BTreeSet;

use yinuo_diag::{Diagnostic, Lang};
use yinuo_model::{Category, Commitment, Period, Plan, Role};

use crate::periods;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// The number as written.
    Label,
    /// The category.
    Category,
    /// The promise.
    Title,
    /// Its further text.
    Body,
    /// Who answers for it.
    Owner(Role),
    /// What is due by the end of a period.
    Period(Period),
    /// A single deadline.
    Deadline,
    /// Left blank, to be filled in.
    Blank(&'static str),
}

/// The ledger.
pub(crate) struct Ledger {
    /// The list's title with the counts it states.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
    /// Findings: row, column, words.
    pub notes: Vec<(usize, usize, String)>,
    /// Findings about the whole list.
    pub general: Vec<String>,
}

impl Column {
    /// The heading.
    pub fn heading(self) -> String {
        match self {
            Column::Label => "序号".into(),
            Column::Category => "类别".into(),
            Column::Title => "工作任务".into(),
            Column::Body => "主要内容".into(),
            Column::Owner(Role::Lead) => "牵头单位".into(),
            Column::Owner(Role::Responsible) => "责任单位".into(),
            Column::Owner(Role::Cooperating) => "配合单位".into(),
            Column::Owner(Role::Leader) => "分管领导".into(),
            Column::Period(period) => periods::heading(period),
            Column::Deadline => "完成时限".into(),
            Column::Blank(heading) => heading.into(),
        }
    }
}

/// Lays out a plan and its findings, these in `lang`.
pub(crate) fn of(plan: &Plan, findings: &[Diagnostic], lang: Lang) -> Ledger {
    let columns = columns(plan);
    let mut rows = vec![];
    let mut notes = vec![];
    for (category, commitment) in plan.commitments() {
        let row = rows.len();
        rows.push(columns.iter().map(|c| cell(*c, category, commitment)).collect());
        for d in findings.iter().filter(|d| d.commitment == Some(commitment.number)) {
            notes.push((row, place(&columns, d.at.as_deref()), sentence(d, lang)));
        }
    }
    let general = findings.iter().filter(|d| d.commitment.is_none()).map(|d| sentence(d, lang)).collect();
    let subtitle = plan.published.map(|d| format!("发布日期：{d}"));
    Ledger { title: title(plan), subtitle, columns, rows, notes, general }
}

/// The title with the year and the counts that reading it again needs.
fn title(plan: &Plan) -> String {
    let mut title = plan.title.clone().unwrap_or_else(|| "民生实事台账".into());
    if let Some(year) = plan.year.map(|y| format!("{y}年")).filter(|y| !title.contains(y.as_str())) {
        title.insert_str(0, &year);
    }
    match (plan.declared.categories, plan.declared.items) {
        (Some(categories), Some(items)) => title.push_str(&format!("（共{categories}大类{items}项）")),
        (None, Some(items)) if !title.contains(&format!("{items}件")) => title.push_str(&format!("（共{items}项）")),
        _ => {}
    }
    title
}

fn columns(plan: &Plan) -> Vec<Column> {
    let all = || plan.commitments().map(|(_, c)| c);
    let mut columns = vec![Column::Label];
    if plan.categories.iter().any(|c| !c.name.is_empty()) {
        columns.push(Column::Category);
    }
    columns.push(Column::Title);
    if all().any(|c| c.body.is_some()) {
        columns.push(Column::Body);
    }
    let roles = [Role::Leader, Role::Lead, Role::Responsible, Role::Cooperating];
    columns
        .extend(roles.into_iter().filter(|r| all().any(|c| c.owners.iter().any(|o| o.role == *r))).map(Column::Owner));
    let periods: BTreeSet<Period> = all().flat_map(|c| c.milestones.iter().map(|m| m.period)).collect();
    let single = all().all(|c| c.milestones.len() <= 1);
    if single && periods.len() > 1 {
        columns.push(Column::Deadline);
    } else {
        columns.extend(periods.into_iter().map(Column::Period));
    }
    columns.extend([Column::Blank("进展情况"), Column::Blank("备注")]);
    columns
}

fn cell(column: Column, category: &Category, c: &Commitment) -> String {
    match column {
        Column::Label => c.label.clone(),
        Column::Category => match category.declared_items {
            Some(items) => format!("{}（{items}项）", category.name),
            None => category.name.clone(),
        },
        Column::Title => c.title.text.clone(),
        Column::Body => c.body.as_ref().map(|b| b.text.clone()).unwrap_or_default(),
        Column::Owner(role) => {
            let names: Vec<&str> = c.owners.iter().filter(|o| o.role == role).map(|o| o.name.as_str()).collect();
            names.join("\n")
        }
        Column::Period(period) => {
            c.milestones.iter().find(|m| m.period == period).map(|m| m.passage.text.clone()).unwrap_or_default()
        }
        Column::Deadline => c.milestones.first().map(|m| m.passage.text.clone()).unwrap_or_default(),
        Column::Blank(_) => String::new(),
    }
}

/// The column of a finding; the title's where it has none of its own.
fn place(columns: &[Column], at: Option<&str>) -> usize {
    let named = |c: &Column| match c {
        Column::Body => at == Some("body"),
        Column::Period(period) => at == Some(period.to_string().as_str()),
        Column::Deadline => at.is_some_and(|a| a != "title" && a != "body"),
        _ => false,
    };
    let title = columns.iter().position(|c| *c == Column::Title).unwrap_or(0);
    columns.iter().position(named).unwrap_or(title)
}

/// A finding in one paragraph: code, message, repair.
fn sentence(d: &Diagnostic, lang: Lang) -> String {
    let mut text = format!("{} {}", d.code.id, d.message.get(lang));
    if let Some(help) = &d.help {
        text.push_str(&format!("\n{}{}", lang.pick("建议：", "Help: "), help.get(lang)));
    }
    text
}
