//! Doubts told as findings, so that every renderer can show them. They are listed only when asked for.

use yinuo_diag::{Diagnostic, Text, codes};

use crate::Compiled;

/// The doubts of a compiled document as findings, the closest first.
pub fn as_findings(compiled: &Compiled) -> Vec<Diagnostic> {
    let finding = |d: &yinuo_model::Doubt| {
        let close = closeness(d.closeness);
        let message = Text::new(
            format!("{}；{}（{}）", d.taken.zh, d.instead.zh, close.zh),
            format!("{}; {} ({})", d.taken.en, d.instead.en, close.en),
        );
        let found = Diagnostic::new(&codes::READING_IN_DOUBT, message).about(d.commitment, d.at);
        d.place.all().iter().fold(found, |found, span| found.label(*span, Text::new("", "")))
    };
    compiled.doubts.iter().map(finding).collect()
}

/// How close the other reading is, in words.
fn closeness(of_hundred: u8) -> Text {
    match of_hundred {
        70.. => Text::new("两种读法几乎一样可能", "both are almost equally likely"),
        45.. => Text::new("两种读法都说得通", "either is possible"),
        _ => Text::new("多半是前一种", "the first is more likely"),
    }
}
