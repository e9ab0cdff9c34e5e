//! Doubts told as findings, so that every renderer can show them. They are listed only when asked for.

use yinuo_diag::{Diagnostic, Text, codes};

use crate::Compiled;

/// The doubts of a compiled document as findings, the closest first.
pub fn as_findings(compiled: &Compiled) -> Vec<Diagnostic> {
    let finding = |d: &yinuo_model::Doubt| {
        let message = Text::new(
            format!("{}；{}（{}）", d.taken.zh, d.instead.zh, d.closeness),
            format!("{}; {} ({})", d.taken.en, d.instead.en, d.closeness),
        );
        let found = Diagnostic::new(&codes::READING_IN_DOUBT, message).about(d.commitment, d.at);
        d.place.all().iter().fold(found, |found, span| found.label(*span, Text::new("", "")))
    };
    compiled.doubts.iter().map(finding).collect()
}
