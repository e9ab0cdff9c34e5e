//! Counts over a plan: how many promises, how many can be checked, what is unsound, who answers.

use yinuo_diag::{Code, Concern, Diagnostic, Lang, Severity, codes};
use yinuo_model::{Category, Commitment, Plan};

use crate::view::matrix::{self, Check};
use crate::view::noted::Noted;

/// Counts of a plan or of a category.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Totals {
    /// Commitments.
    pub commitments: usize,
    /// Milestones.
    pub milestones: usize,
    /// Commitments with a number to check against.
    pub numbers: usize,
    /// Commitments to check by results that can be seen.
    pub results: usize,
    /// Commitments that nobody could check.
    pub none: usize,
    /// Findings that an officer should look at.
    pub warnings: usize,
    /// Findings that only tell something, of the whole document.
    pub notes: usize,
}

impl Totals {
    fn add(&mut self, c: &Commitment, noted: &Noted, lang: Lang) {
        self.commitments += 1;
        self.milestones += c.milestones.iter().filter(|m| !m.passage.text.trim().is_empty()).count();
        match matrix::check(c, noted, lang) {
            Check::Number(..) => self.numbers += 1,
            Check::Result => self.results += 1,
            Check::None => self.none += 1,
        }
        self.warnings += noted.grave(c.number, None);
    }
}

/// Counts over the whole plan. Warnings about the document itself count too.
pub fn of_plan(plan: &Plan, findings: &[Diagnostic], lang: Lang) -> Totals {
    let noted = Noted::new(findings);
    let mut totals = Totals::default();
    plan.commitments().for_each(|(_, c)| totals.add(c, &noted, lang));
    totals.warnings = findings.iter().filter(|d| d.severity >= Severity::Warning).count();
    totals.notes = findings.len() - totals.warnings;
    totals
}

/// Counts over a category.
pub fn of_category(category: &Category, noted: &Noted, lang: Lang) -> Totals {
    let mut totals = Totals::default();
    category.commitments.iter().for_each(|c| totals.add(c, noted, lang));
    totals
}

/// The findings of one code, with their numbers in the document (from 1).
pub struct ByCode<'a> {
    /// The code.
    pub code: &'static Code,
    /// The gravest of them.
    pub severity: Severity,
    /// In the order of the document.
    pub findings: Vec<(usize, &'a Diagnostic)>,
}

impl ByCode<'_> {
    /// What they are about.
    pub fn concern(&self) -> Concern {
        Concern::of(self.code, self.severity)
    }
}

/// Findings by code: contradictions first, how the document was read last; of these the gravest, then the most frequent.
pub fn by_code(findings: &[Diagnostic]) -> Vec<ByCode<'_>> {
    let mut all: Vec<ByCode> = vec![];
    for code in codes::ALL {
        let here: Vec<_> = findings.iter().enumerate().filter(|(_, d)| d.code.id == code.id).collect();
        if let Some(severity) = here.iter().map(|(_, d)| d.severity).max() {
            all.push(ByCode { code, severity, findings: here.into_iter().map(|(i, d)| (i + 1, d)).collect() });
        }
    }
    all.sort_by_key(|g| (g.concern(), std::cmp::Reverse((g.severity, g.findings.len()))));
    all
}

/// Owners in order of first mention, each with the numbers of its commitments.
pub fn owners(plan: &Plan) -> Vec<(String, Vec<u32>)> {
    let mut all: Vec<(String, Vec<u32>)> = vec![];
    let mut places = std::collections::HashMap::new();
    for (_, c) in plan.commitments() {
        for owner in &c.owners {
            let i = *places.entry(owner.name.clone()).or_insert_with(|| {
                all.push((owner.name.to_string(), vec![]));
                all.len() - 1
            });
            if all[i].1.last() != Some(&c.number) {
                all[i].1.push(c.number);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use yinuo_diag::Text;

    use super::*;

    #[test]
    fn contradictions_lead_and_notes_on_the_reading_end() {
        let of = |code| Diagnostic::new(code, Text::new("", ""));
        let found = [
            of(&codes::TEXT_SET_ASIDE),
            of(&codes::NO_MEASURABLE_TARGET),
            of(&codes::NO_MEASURABLE_TARGET),
            of(&codes::VAGUE_MILESTONE),
            of(&codes::TARGET_UNMET_BY_PARTS),
        ];
        let ids: Vec<_> = by_code(&found).iter().map(|g| g.code.id).collect();
        assert_eq!(ids, ["C013", "C005", "C006", "L004"]);
    }

    #[test]
    fn what_is_said_once_of_all_commitments_holds_for_each() {
        let titles = ["东村便桥重建工程", "北村道路加宽工程", "南村文化室建设", "旧街路灯项目", "西村水渠清淤工程"];
        let mut text = "青石区2028年民生实事\n序号,项目名称,责任单位\n".to_string();
        titles.iter().enumerate().for_each(|(n, title)| text += &format!("{},{title},区住建局\n", n + 1));
        let document = yinuo_extract::read("list.csv", text.as_bytes()).expect("a list is text");
        let compiled = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default());
        let totals = of_plan(&compiled.plan, &compiled.findings, Lang::Zh);
        assert_eq!((totals.commitments, totals.none, totals.results), (5, 5, 0));
    }
}
