//! The vocabulary of pages: names of kinds, verbs, stages, roles and relations in both languages (DESIGN section 1).

use yinuo_diag::{Code, Lang, Severity, Text};
use yinuo_model::{Kind, Stage, Verb};

pub use yinuo_app::tell::words::{bound, column, heading, mode, role};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident($type:ident) { $($variant:ident = $zh:literal $en:literal),* $(,)? })*) => {
        $($(#[$doc])* pub fn $name(value: $type, lang: Lang) -> &'static str {
            match (value, lang) {
                $(($type::$variant, Lang::Zh) => $zh, ($type::$variant, Lang::En) => $en,)*
            }
        })*
    };
}

words! {
    /// What sort of work it is.
    kind(Kind) {
        Works = "工程建设" "works", Activity = "活动" "activity", Service = "服务" "service", Benefit = "补助救助" "benefit",
        Procurement = "采购" "procurement", Platform = "平台系统" "platform", Housing = "住房保障" "housing",
        Inspection = "检查整治" "inspection", Institution = "机构机制" "institution",
    }
    /// What a step promises; empty when no verb was found.
    verb(Verb) {
        Complete = "完成" "complete", Do = "开展" "do", Start = "启动" "start", Plan = "筹备" "plan",
        Continue = "推进" "continue", None = "" "",
    }
    /// The gate a step reaches.
    stage(Stage) {
        Study = "研究" "study", Approval = "立项报批" "approval", Land = "用地" "land", Design = "设计" "design",
        Tender = "招标" "tender", Contract = "签约" "contract", Start = "开工" "start of works",
        Structure = "主体结构" "structure", Completion = "完工" "completion", Acceptance = "验收" "acceptance",
        Handover = "移交" "handover", Settlement = "结算" "settlement", Use = "投入使用" "in use",
    }
    /// How much a finding asks of the reader.
    severity(Severity) { Note = "提示" "note", Warning = "应看" "warning", Error = "错误" "error" }
}

/// A sentence as it stands on a page: English findings begin with a small letter, as a terminal wants them.
pub fn sentence(text: &Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => text.zh.clone(),
        Lang::En => capital(&text.en),
    }
}

/// The short name of a code.
pub fn title(code: &Code, lang: Lang) -> String {
    match lang {
        Lang::Zh => code.title_zh.to_string(),
        Lang::En => capital(code.title_en),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
