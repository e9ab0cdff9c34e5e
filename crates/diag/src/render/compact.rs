//! One finding on one line, `file:line:col: severity[CODE] message`, for editors and for `grep`.

use super::Source;
use super::source::one_line;
use crate::{Diagnostic, Lang};

/// The line, without an end. A finding about the whole file stands at 1:1.
pub fn line(d: &Diagnostic, source: &Source, lang: Lang) -> String {
    let at = source.start(d);
    let (severity, code, message) = (d.severity.name(), d.code.id, one_line(&source.headline(d, lang)));
    let place = source.place(d, lang).map_or(String::new(), |p| lang.pick(format!("（{p}）"), format!(" ({p})")));
    format!("{}:{}:{}: {severity}[{code}] {message}{place}", source.name, at.line, at.column)
}
