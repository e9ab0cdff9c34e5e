//! One finding as a workflow command of GitHub Actions, which shows it beside the line in a change request.

use super::Source;
use crate::{Diagnostic, Lang, Severity};

/// The command, without a line end.
pub fn line(d: &Diagnostic, source: &Source, lang: Lang) -> String {
    let command = match d.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = format!("file={}", property(source.name));
    if let Some(label) = d.labels.first() {
        let (start, end) = source.range(label.span);
        properties += &format!(",line={},endLine={}", start.line, end.line);
        if start.line == end.line {
            properties += &format!(",col={},endColumn={}", start.column, end.column);
        }
    }
    properties += &format!(",title={}", property(&format!("{} {}", d.code.id, d.code.name)));
    let place = source.place(d, lang);
    let headline = source.headline(d, lang);
    let mut sentences: Vec<&str> = place.as_deref().into_iter().chain([headline.as_str()]).collect();
    sentences.extend(d.notes.iter().chain(&d.help).map(|t| t.get(lang)));
    format!("::{command} {properties}::{}", data(&sentences.join("\n")))
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
