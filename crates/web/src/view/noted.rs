//! Findings by the commitment they are about, so that a page over many commitments looks each up once.

use std::collections::HashMap;

use yinuo_diag::{Code, Diagnostic, Severity};

/// The findings of a document, looked up by commitment. Numbers count from 1 in the order of the document.
pub struct Noted<'a> {
    by_commitment: HashMap<u32, Vec<(usize, &'a Diagnostic)>>,
    /// Those about the whole list, which hold for each commitment of it.
    of_all: Vec<&'a Diagnostic>,
}

impl<'a> Noted<'a> {
    /// Sorts findings by commitment.
    pub fn new(findings: &'a [Diagnostic]) -> Self {
        let mut by_commitment: HashMap<u32, Vec<_>> = HashMap::new();
        for (i, d) in findings.iter().enumerate() {
            if let Some(number) = d.commitment {
                by_commitment.entry(number).or_default().push((i + 1, d));
            }
        }
        Self { by_commitment, of_all: findings.iter().filter(|d| d.commitment.is_none()).collect() }
    }

    /// The findings about a commitment.
    pub fn about(&self, number: u32) -> &[(usize, &'a Diagnostic)] {
        self.by_commitment.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Findings about a commitment that ask to be looked at; in one cell when `at` names it.
    pub fn grave(&self, number: u32, at: Option<&str>) -> usize {
        let here = |d: &Diagnostic| at.is_none() || d.at.as_deref() == at;
        self.about(number).iter().filter(|(_, d)| d.severity >= Severity::Warning && here(d)).count()
    }

    /// True when a finding of this code is about the commitment, or about all of them at once.
    pub fn has(&self, number: u32, code: &Code) -> bool {
        let mut all = self.about(number).iter().map(|(_, d)| *d).chain(self.of_all.iter().copied());
        all.any(|d| d.code.id == code.id)
    }
}
