//! Diagnostics as the JSON of `yinuo.plan/1` (DESIGN section 7).

use serde_json::{Value, json};

use crate::{Diagnostic, Lang};

/// One diagnostic as a JSON object, its sentences in `lang`.
pub fn value(d: &Diagnostic, lang: Lang) -> Value {
    json!({
        "code": d.code.id,
        "name": d.code.name,
        "severity": d.severity.name(),
        "commitment": d.commitment,
        "at": d.at,
        "message": d.message.get(lang),
        "labels": d.labels.iter().map(|l| json!({ "span": l.span, "text": l.text.get(lang) })).collect::<Vec<_>>(),
        "notes": d.notes.iter().map(|n| n.get(lang)).collect::<Vec<_>>(),
        "help": d.help.as_ref().map(|h| h.get(lang)),
    })
}
