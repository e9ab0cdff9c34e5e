//! One finding on one line, `file:line:col: severity[CODE] message`, for editors and for `grep`.

use super::Source;
use super::source::one_line;
use crate::{Diagnostic, Lang};

/// The line, without an end. A finding about the whole file stands at 1:1.
pub fn line(d: &Diagnostic, source: &Source, lang: Lang) -> String {
    let at = source.start(d);
    let (severity, code, message) = (d.severity.name(), d.code.id, one_line(d.message.get(lang)));
    format!("{}:{}:{}: {severity}[{code}] {message}", source.name, at.line, at.column)
}
