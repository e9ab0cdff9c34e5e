//! What makes `check` exit with 1: findings from a severity upward, and single codes.

use std::str::FromStr;

use yinuo_diag::{Code, Diagnostic, Severity, codes};

use crate::lang::say;

/// One value of `--deny`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    From(Severity),
    Code(&'static Code),
}

impl FromStr for Rule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        match severities.into_iter().find(|s| s.name() == text) {
            Some(severity) => Ok(Rule::From(severity)),
            None => code(text).map(Rule::Code),
        }
    }
}

/// Finds a code by id or name.
pub(crate) fn code(text: &str) -> Result<&'static Code, String> {
    let unknown =
        say("没有这个代码或名称；`yinuo explain` 可列出全部", "no such code or name; `yinuo explain` lists them all");
    codes::find(text).ok_or_else(|| unknown.to_string())
}

/// Whether a finding is denied. Without a severity among the rules, errors are.
pub(crate) fn denies(rules: &[Rule], d: &Diagnostic) -> bool {
    let severities = rules.iter().filter_map(|r| if let Rule::From(s) = r { Some(*s) } else { None });
    d.severity >= severities.min().unwrap_or(Severity::Error)
        || rules.iter().any(|r| matches!(r, Rule::Code(c) if c.id == d.code.id))
}

#[cfg(test)]
mod tests {
    use yinuo_diag::Text;

    use super::*;

    #[test]
    fn errors_are_denied_unless_more_is_asked() {
        let finding = |code: &'static Code| Diagnostic::new(code, Text::new("", ""));
        let (error, warning) = (finding(&codes::NOT_A_LIST), finding(&codes::VERB_DOWNGRADE));
        let rules = |texts: &[&str]| texts.iter().map(|t| t.parse().unwrap()).collect::<Vec<Rule>>();
        assert!(denies(&[], &error) && !denies(&[], &warning));
        assert!(denies(&rules(&["warning"]), &warning) && denies(&rules(&["warning"]), &error));
        assert!(denies(&rules(&["c012"]), &warning) && denies(&rules(&["c012"]), &error));
        assert!(denies(&rules(&["verb-downgrade", "error"]), &warning));
        assert!(!denies(&rules(&["C005"]), &warning));
        assert!("C999".parse::<Rule>().is_err());
    }
}
