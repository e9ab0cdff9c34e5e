//! The sentences with which a request is turned down, one function for each reason.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use yinuo_diag::{Code, Diagnostic, Text, codes};

use crate::EntryId;

fn say(code: &'static Code, zh: String, en: String) -> Diagnostic {
    Diagnostic::new(code, Text::new(zh, en))
}

pub(super) fn not_opened() -> Diagnostic {
    say(&codes::LEDGER_NOT_OPENED, "台账尚未建立".into(), "the ledger has not been opened".into())
        .help(Text::new("先建立台账，再记录其他内容", "open the ledger before anything else is recorded"))
}

pub(super) fn already_opened() -> Diagnostic {
    say(&codes::LEDGER_ALREADY_OPENED, "台账已经建立".into(), "the ledger is already open".into())
        .help(Text::new("另一个辖区请用另一个数据目录", "use another data folder for another jurisdiction"))
}

pub(super) fn unknown(what: impl Display) -> Diagnostic {
    say(&codes::UNKNOWN_REFERENCE, format!("台账中没有 {what}"), format!("there is no {what} in the ledger")).help(
        Text::new(
            "请刷新页面后再选；已抹去正文的内容不能再被引用",
            "load the page again and choose anew; what was erased cannot be pointed at",
        ),
    )
}

pub(super) fn closed(what: impl Display, on: Date) -> Diagnostic {
    say(&codes::ALREADY_CLOSED, format!("{what} 已于 {on} 撤销"), format!("{what} was closed on {on}"))
        .help(Text::new("请改选现有的单位或岗位", "choose a unit or post that exists"))
}

pub(super) fn changed_meanwhile(zh: impl Display, en: impl Display, by: EntryId) -> Diagnostic {
    say(
        &codes::CHANGED_MEANWHILE,
        format!("{zh} 刚被记录 {by} 更正过"),
        format!("{en} was corrected by entry {by} in the meantime"),
    )
    .help(Text::new(
        "请查看那次更正，再决定是否仍要改",
        "look at that correction, then decide whether yours is still needed",
    ))
}

pub(super) fn text_missing(zh: &str, en: &str) -> Diagnostic {
    say(&codes::TEXT_MISSING, format!("没有填写{zh}"), format!("the {en} is missing"))
        .help(Text::new("请写一句话", "write one sentence"))
}

pub(super) fn text_too_long(zh: &str, en: &str, length: usize, most: usize) -> Diagnostic {
    say(
        &codes::TEXT_TOO_LONG,
        format!("{zh}有 {length} 个字，最多 {most} 个"),
        format!("the {en} has {length} characters, more than {most}"),
    )
    .help(Text::new("请写短一些，详情放在附件里", "shorten it and keep the details in a document"))
}

pub(super) fn name_taken(name: &str) -> Diagnostic {
    say(&codes::NAME_TAKEN, format!("已有“{name}”"), format!("there already is a `{name}`"))
        .help(Text::new("请用原有的，或写一个能区分的名称", "use the existing one, or a name that tells them apart"))
}

pub(super) fn plan_without_year() -> Diagnostic {
    say(&codes::PLAN_INCOMPLETE, "清单没有年份".into(), "the plan has no year".into())
        .help(Text::new("请指定年份", "say which year it is for"))
}

pub(super) fn plan_without_items() -> Diagnostic {
    say(&codes::PLAN_INCOMPLETE, "清单没有事项".into(), "the plan has no commitments".into())
        .help(Text::new("请检查文件是否为事项清单", "check that the document is a list of commitments"))
}

pub(super) fn not_releasable(entry: EntryId, zh: &str, en: &str) -> Diagnostic {
    say(
        &codes::NOT_RELEASABLE,
        format!("记录 {entry} {zh}，不能公布"),
        format!("entry {entry} {en} and cannot be released"),
    )
    .help(Text::new("请从公布的名单中去掉它", "leave it out of the release"))
}

pub(super) fn base_not_released(entry: EntryId, base: EntryId) -> Diagnostic {
    say(
        &codes::BASE_NOT_RELEASED,
        format!("记录 {entry} 以未公布的记录 {base} 为依据"),
        format!("entry {entry} rests on entry {base}, which is not public"),
    )
    .help(Text::new(format!("请连同 {base} 一起公布"), format!("release {base} with it")))
}

pub(super) fn already_released(entry: EntryId, by: EntryId) -> Diagnostic {
    say(&codes::ALREADY_RELEASED, format!("记录 {entry} 已由 {by} 公布"), format!("entry {entry} was released by {by}"))
        .help(Text::new("请从公布的名单中去掉它", "leave it out of the release"))
}

pub(super) fn not_erasable(entry: EntryId, zh: &str, en: &str) -> Diagnostic {
    say(&codes::NOT_ERASABLE, format!("记录 {entry} {zh}"), format!("entry {entry} {en}"))
        .help(Text::new("请核对记录的编号", "check the number of the entry"))
}

pub(super) fn effective_too_early(day: Date, base: EntryId, since: Date) -> Diagnostic {
    say(
        &codes::EFFECTIVE_TOO_EARLY,
        format!("生效日 {day} 早于所依据的记录 {base}（{since} 起）"),
        format!("it would hold from {day}, before entry {base}, on which it rests, holds ({since})"),
    )
    .help(Text::new(format!("请写 {since} 或以后"), format!("give {since} or a later day")))
}

pub(super) fn clock_set_back(clock: Timestamp, last: Timestamp) -> Diagnostic {
    say(
        &codes::CLOCK_SET_BACK,
        format!("时钟（{clock:.0}）早于最后一条记录，按 {last:.0} 记录"),
        format!("the clock ({clock:.0}) is behind the last entry; {last:.0} is recorded"),
    )
    .help(Text::new("请校准服务器的时钟", "set the server's clock right"))
}

pub(super) fn nothing_to_change(zh: &str, en: &str) -> Diagnostic {
    say(&codes::NOTHING_TO_CHANGE, zh.into(), en.into())
        .help(Text::new("请核对要改的内容", "check what is to be changed"))
}
