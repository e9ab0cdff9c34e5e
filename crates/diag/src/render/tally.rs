//! How many findings there are of each severity, and the sentence that says so.

use crate::{Diagnostic, Lang, Severity};

/// A count for each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Number of errors.
    pub errors: usize,
    /// Number of warnings.
    pub warnings: usize,
    /// Number of notes.
    pub notes: usize,
}

impl Tally {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut tally = Self::default();
        for d in findings {
            match d.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// `2 warnings, 1 note`, or that there is nothing.
    pub fn sentence(&self, lang: Lang) -> String {
        let counts =
            [(self.errors, "个错误", "error"), (self.warnings, "个警告", "warning"), (self.notes, "条提示", "note")];
        let parts: Vec<String> = counts
            .iter()
            .filter(|(n, ..)| *n > 0)
            .map(|(n, zh, en)| match lang {
                Lang::Zh => format!("{n} {zh}"),
                Lang::En => format!("{n} {en}{}", if *n == 1 { "" } else { "s" }),
            })
            .collect();
        match parts.is_empty() {
            true => lang.pick("没有发现问题", "no findings").into(),
            false => parts.join(lang.pick("，", ", ")),
        }
    }
}
