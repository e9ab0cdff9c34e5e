//! Words for what entries do and say: kinds, modes, bounds, roles, in both languages.

use yinuo_diag::Lang;
use yinuo_ledger::Kind;
use yinuo_model::{Bound, Column, Direction, Mode, Naming, Role};

/// What an entry of the ledger does.
pub fn entry(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::LedgerOpened => lang.pick("建立台账", "ledger opened"),
        Kind::PlanAdopted => lang.pick("采纳清单", "plan adopted"),
        Kind::EditionMapped => lang.pick("两版对应", "editions matched"),
        Kind::ReadingCorrected => lang.pick("更正读法", "reading corrected"),
        Kind::OwnerAssigned => lang.pick("指定责任", "owner assigned"),
        Kind::UnitCreated => lang.pick("设立单位", "unit created"),
        Kind::UnitClosed => lang.pick("撤销单位", "unit closed"),
        Kind::PostCreated => lang.pick("设立岗位", "post created"),
        Kind::PostClosed => lang.pick("撤销岗位", "post closed"),
        Kind::NoteAdded => lang.pick("说明", "remark"),
        Kind::EntriesReleased => lang.pick("公布", "release"),
        Kind::BodyErased => lang.pick("抹去内容", "contents erased"),
    }
}

/// A heading as people call it, or the place of a column that has none.
pub fn heading(heading: &str, lang: Lang) -> String {
    match Naming::place_of(heading) {
        Some(letters) => lang.pick(format!("{letters} 列（没有表头）"), format!("column {letters} (without heading)")),
        None => heading.to_string(),
    }
}

/// What a column of a table holds.
pub fn column(column: Column, lang: Lang) -> String {
    let said = match column {
        Column::Label => lang.pick("序号", "item number"),
        Column::Category => lang.pick("类别", "category"),
        Column::Title => lang.pick("事项（标题）", "the promise (title)"),
        Column::Body => lang.pick("内容、目标", "contents, aims"),
        Column::Detail => lang.pick("金额、地点等（连同表头）", "money, place and the like (with the heading)"),
        Column::Schedule => lang.pick("进度安排（一格里写几个时段）", "schedule (several periods in a cell)"),
        Column::Deadline => lang.pick("完成时限", "deadline"),
        Column::Owner(owner) => role(owner, lang),
        Column::Unused => lang.pick("不用", "not used"),
        Column::Months(first, last) => return months(first, last, lang),
    };
    said.to_string()
}

/// A part of the year by its months.
fn months(first: i8, last: i8, lang: Lang) -> String {
    let quarters = lang.pick(["第一季度", "第二季度", "第三季度", "第四季度"], ["Q1", "Q2", "Q3", "Q4"]);
    match (first, last) {
        (1, 12) => lang.pick("全年", "the whole year").to_string(),
        (1, 6) => lang.pick("上半年", "first half").to_string(),
        (7, 12) => lang.pick("下半年", "second half").to_string(),
        (a @ (1 | 4 | 7 | 10), b) if b - a == 2 => quarters[(a / 3) as usize].to_string(),
        (a, b) if a == b => lang.pick(format!("{a} 月"), format!("month {a}")),
        (a, b) => lang.pick(format!("{a}—{b} 月"), format!("months {a} to {b}")),
    }
}

/// What a number says about the year.
pub fn mode(mode: Mode, lang: Lang) -> &'static str {
    match mode {
        Mode::Annual => lang.pick("全年指标", "promised for the year"),
        Mode::Period => lang.pick("本期数", "for the period"),
        Mode::Cumulative => lang.pick("累计数", "running total"),
        Mode::Rate => lang.pick("比率", "rate"),
        Mode::Context => lang.pick("背景数字", "context"),
    }
}

/// What kind of limit a number sets.
pub fn bound(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Exact => lang.pick("如数", "exactly"),
        Bound::AtLeast => lang.pick("不少于", "at least"),
        Bound::AtMost => lang.pick("不超过", "at most"),
        Bound::About => lang.pick("约", "about"),
        Bound::MoreThan => lang.pick("多于", "more than"),
    }
}

/// Which way a percentage or percentage points go; the number follows.
pub fn change(way: Direction, unit: &str, lang: Lang) -> &'static str {
    match way {
        Direction::Increase if unit == "pp" => lang.pick("提高", "up by"),
        Direction::Increase => lang.pick("增长", "up by"),
        Direction::Decrease => lang.pick("下降", "down by"),
    }
}

/// In what role an owner stands.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Lead => lang.pick("牵头单位", "lead"),
        Role::Responsible => lang.pick("责任单位", "responsible"),
        Role::Cooperating => lang.pick("配合单位", "cooperating"),
        Role::Leader => lang.pick("分管领导", "leader"),
    }
}
