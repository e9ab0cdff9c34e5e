//! Why something was not recorded, for the top of the page it was tried on.

use yinuo_app::LedgerError;
use yinuo_diag::{Diagnostic, Lang, codes};

use crate::address;

/// One reason.
pub(super) struct Problem {
    /// What.
    pub(super) message: String,
    /// How to repair.
    pub(super) help: Option<String>,
    /// The code and its page.
    pub(super) code: Option<(&'static str, String)>,
}

/// Every reason of an error.
pub(super) fn of(error: &LedgerError, lang: Lang) -> Vec<Problem> {
    match error {
        LedgerError::Rejected(reasons) => reasons.iter().map(|d| reason(d, lang)).collect(),
        other => vec![Problem { message: other.text().get(lang).to_string(), help: None, code: None }],
    }
}

/// A reason of our own words.
pub(super) fn said(zh: &str, en: &str, lang: Lang) -> Vec<Problem> {
    let message = if lang == Lang::Zh { zh } else { en }.to_string();
    vec![Problem { message, help: None, code: None }]
}

/// A reason that is a diagnostic.
pub(super) fn reason(d: &Diagnostic, lang: Lang) -> Problem {
    Problem {
        message: d.message.get(lang).to_string(),
        help: d.help.as_ref().map(|h| h.get(lang).to_string()),
        code: Some((d.code.id, address::code(d.code.id, lang, None))),
    }
}

/// True when somebody else was faster.
pub(super) fn is_conflict(error: &LedgerError) -> bool {
    matches!(error, LedgerError::Rejected(all) if all.iter().any(|d| d.code.id == codes::CHANGED_MEANWHILE.id))
}
