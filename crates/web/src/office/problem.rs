//! Why something was not recorded, for the top of the page it was tried on.

use serde::ser::{Serialize, SerializeMap, Serializer};
use yinuo_app::{LedgerError, OpenError};
use yinuo_diag::{Diagnostic, Lang, codes};

use crate::address;

/// One reason.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    /// What.
    pub(super) message: String,
    /// How to repair.
    pub(super) help: Option<String>,
    /// The code and its page.
    pub(super) code: Option<(&'static str, String)>,
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("message", &self.message)?;
        map.serialize_entry("help", &self.help)?;
        map.serialize_entry("code", &self.code.as_ref().map(|(code, _)| code))?;
        map.serialize_entry("href", &self.code.as_ref().map(|(_, href)| href))?;
        map.end()
    }
}

/// Every reason of an error.
pub(super) fn of(error: &LedgerError, lang: Lang) -> Vec<Problem> {
    match error {
        LedgerError::Rejected(reasons) => reasons.iter().map(|d| reason(d, lang)).collect(),
        LedgerError::Open(OpenError::Document { name, cause }) => {
            let why = reason(cause, lang);
            let message = if lang == Lang::Zh {
                format!("“{name}”：{}", why.message)
            } else {
                format!("{name}: {}", why.message)
            };
            vec![Problem { message, ..why }]
        }
        other => vec![Problem { message: other.text().get(lang).to_string(), help: None, code: None }],
    }
}

/// A reason of our own words.
pub(super) fn said(zh: &str, en: &str, lang: Lang) -> Vec<Problem> {
    let message = if lang == Lang::Zh { zh } else { en }.to_string();
    vec![Problem { message, help: None, code: None }]
}

/// What was typed as a year is none.
pub(super) fn no_year(lang: Lang) -> Vec<Problem> {
    said("年份应写四位数字，例如 2026", "the year is written with four digits, as in 2026", lang)
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
