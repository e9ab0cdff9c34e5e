//! What a finding is about, in the order in which a reader should meet it. Decides no severity: settings may change that,
//! and a contradiction stays one.

use crate::{Code, Diagnostic, Lang, Severity, codes};

/// What a finding is about, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// The document cannot be used as it is.
    Refusal,
    /// Two things in the document cannot both hold.
    Contradiction,
    /// Something that should be said is not, or not plainly.
    Unsaid,
    /// How the document was read; it is no fault of the plan.
    Reading,
}

/// Codes that say that two things in a document cannot both hold.
const CONTRADICTIONS: [&Code; 15] = [
    &codes::DECLARED_COUNT_DIFFERS,
    &codes::NUMBERING_GAP,
    &codes::NUMBER_REPEATED,
    &codes::DEADLINE_OUTSIDE_PERIOD,
    &codes::VERB_DOWNGRADE,
    &codes::TARGET_UNMET_BY_PARTS,
    &codes::PARTS_EXCEED_TARGET,
    &codes::IMPOSSIBLE_DATE,
    &codes::PART_EXCEEDS_WHOLE,
    &codes::DUPLICATE_COMMITMENT,
    &codes::DEADLINE_AFTER_YEAR,
    &codes::TITLE_COUNT_DIFFERS,
    &codes::PERCENT_OVER_HUNDRED,
    &codes::PARTS_DO_NOT_SUM,
    &codes::USED_BEFORE_FINISHED,
];

impl Concern {
    /// What findings of a code and severity are about.
    pub fn of(code: &Code, severity: Severity) -> Self {
        match severity {
            Severity::Error => Concern::Refusal,
            Severity::Note if code.id.starts_with(['L', 'S']) => Concern::Reading,
            _ if CONTRADICTIONS.iter().any(|c| c.id == code.id) => Concern::Contradiction,
            _ => Concern::Unsaid,
        }
    }

    /// What stands above such findings.
    pub fn heading(self, lang: Lang) -> &'static str {
        match self {
            Concern::Refusal => lang.pick("不能使用", "Not usable as it is"),
            Concern::Contradiction => lang.pick("前后对不上", "Contradictions"),
            Concern::Unsaid => lang.pick("需要写清", "To be made clear"),
            Concern::Reading => lang.pick("读法说明", "Notes on the reading"),
        }
    }
}

impl Diagnostic {
    /// What it is about.
    pub fn concern(&self) -> Concern {
        Concern::of(self.code, self.severity)
    }
}
