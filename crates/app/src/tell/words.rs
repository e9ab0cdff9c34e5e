//! Words for what entries do and say: kinds, modes, bounds, roles, in both languages.

use yinuo_diag::Lang;
use yinuo_ledger::Kind;
use yinuo_model::{Bound, Mode, Role};

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

/// In what role an owner stands.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Lead => lang.pick("牵头单位", "lead"),
        Role::Responsible => lang.pick("责任单位", "responsible"),
        Role::Cooperating => lang.pick("配合单位", "cooperating"),
        Role::Leader => lang.pick("分管领导", "leader"),
    }
}
