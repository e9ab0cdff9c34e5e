//! The one diagnostic type. Renderers (text, json, compact, sarif, github, the pages) only read it.

use crate::{Code, Span, Text};

/// How much a finding asks of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing: how something was read, or a small doubt.
    Note,
    /// An officer should look before publication.
    Warning,
    /// The document cannot be used as it is.
    Error,
}

impl Severity {
    /// `note`, `warning` or `error`, as written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Words that a diagnostic points at, and what to say about them. The first label of a diagnostic is its main one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is said beside the underline; may be empty.
    pub text: Text,
}

/// Something said about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The registered code.
    pub code: &'static Code,
    /// Usually the code's own severity.
    pub severity: Severity,
    /// Number of the commitment it is about, if one.
    pub commitment: Option<u32>,
    /// The cell it is about: `title`, `body` or a period as written in the plan's JSON.
    pub at: Option<String>,
    /// One line: the periods it is about, if any, then what is wrong. Lower case in English, no full stop. The commitment is
    /// named by whoever shows it.
    pub message: Text,
    /// Places, the main one first. May be empty when the whole document is meant.
    pub labels: Vec<Label>,
    /// Further facts.
    pub notes: Vec<Text>,
    /// How to repair.
    pub help: Option<Text>,
    /// It may stay as it is: told for completeness, after the others.
    pub may_stay: bool,
}

impl Diagnostic {
    /// A diagnostic with the code's severity and no places yet.
    pub fn new(code: &'static Code, message: Text) -> Self {
        let severity = code.severity;
        let (labels, notes) = (vec![], vec![]);
        Self { code, severity, commitment: None, at: None, message, labels, notes, help: None, may_stay: false }
    }

    /// Says which commitment and cell it is about.
    pub fn about(mut self, commitment: u32, at: impl ToString) -> Self {
        self.commitment = Some(commitment);
        self.at = Some(at.to_string());
        self
    }

    /// Points at words.
    pub fn label(mut self, span: Span, text: Text) -> Self {
        self.labels.push(Label { span, text });
        self
    }

    /// Adds a fact.
    pub fn note(mut self, text: Text) -> Self {
        self.notes.push(text);
        self
    }

    /// Says that nothing need be done where the words are meant.
    pub fn may_stay(mut self, may: bool) -> Self {
        self.may_stay = may;
        self
    }

    /// True when the message begins with the periods it is about: `第三季度、第四季度：…`.
    pub fn names_periods(&self) -> bool {
        let period = |c: char| c.is_ascii_digit() || "第一二三四季度上下半年每期全月日至、—-".contains(c);
        self.message.zh.split_once('：').is_some_and(|(head, _)| !head.is_empty() && head.chars().all(period))
    }

    /// Says how to repair it.
    pub fn help(mut self, text: Text) -> Self {
        self.help = Some(text);
        self
    }
}
