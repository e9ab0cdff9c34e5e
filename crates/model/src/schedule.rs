//! Milestones and the steps in them.

use serde::Serialize;

use crate::{Passage, Period, TimeValue, Word};

/// What is due by the end of a period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Milestone {
    /// The period.
    pub period: Period,
    /// The cell's text and places.
    #[serde(flatten)]
    pub passage: Passage,
    /// Its deliverables in order.
    pub steps: Vec<Step>,
}

/// One deliverable.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Its words.
    #[serde(flatten)]
    pub passage: Passage,
    /// What is promised of it.
    pub verb: Verb,
    /// The gate it reaches, for works and procurement.
    pub stage: Option<Stage>,
    /// A date named in it.
    pub deadline: Option<TimeValue>,
    /// The condition it depends on, as written.
    pub condition: Option<Word>,
    /// Who does it, as written.
    pub actor: Option<Word>,
}

/// What a step promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// 完成, 建成, 竣工, 交付.
    Complete,
    /// 开展, 举办, 实施, 发放: done in the period.
    Do,
    /// 启动, 开工.
    Start,
    /// 制定, 研究, 计划, 筹备.
    Plan,
    /// 继续, 推进, 加快, 跟进.
    Continue,
    /// No verb was found.
    None,
}

/// Ordered gates of works and procurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Stage {
    Study,
    Approval,
    Land,
    Design,
    Tender,
    Contract,
    Start,
    Structure,
    Completion,
    Acceptance,
    Handover,
    Settlement,
    Use,
}
