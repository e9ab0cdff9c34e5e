//! Taking on a plan. The same source read the same way records nothing; a new edition of a year's plan also records which
//! commitment is which.

use yinuo_diag::Diagnostic;
use yinuo_model::{Column, Doubt, Naming, Plan};

use super::{Ask, Carry, checks, reject};
use crate::body::{Adopted, Change, Corrected, Mapped};
use crate::edition::{self, Diff};
use crate::plan_ids::Minter;
use crate::{Body, EntryId, Fact, Finding, Hash, PlanIds, spans_of};

/// A compiled plan to take on.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// The plan.
    pub plan: Plan,
    /// What the compiler said about it.
    pub findings: Vec<Diagnostic>,
    /// Its doubts.
    pub doubts: Vec<Doubt>,
    /// Hash of the text that spans point into, in [`crate::Domain::Text`].
    pub text: Hash,
    /// The compiler's name and version.
    pub compiler: String,
    /// The headings whose meaning a person said, by which the plan was read.
    pub columns: Vec<NamedColumn>,
    /// Corrections of the edition before that still fit, in their order.
    pub carried: Vec<Carry>,
    /// The last entry the person had seen: a later correction of the edition before is a conflict.
    pub seen: Option<EntryId>,
}

/// A heading whose meaning a person said, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedColumn {
    /// The heading and what its column holds.
    pub naming: Naming,
    /// What it would be taken for; none where it is not known.
    pub from: Option<Column>,
    /// Why.
    pub reason: String,
    /// The earlier correction that this repeats, when it does.
    pub follows: Option<EntryId>,
}

impl Ask<'_> {
    pub(super) fn adopt(&self, adoption: &Adoption) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let plan = &adoption.plan;
        let mut problems = vec![];
        if plan.commitments().next().is_none() {
            problems.push(reject::plan_without_items());
        }
        let Some(year) = plan.year else {
            problems.push(reject::plan_without_year());
            return Err(problems);
        };
        problems.extend(adoption.columns.iter().filter_map(|c| checks::reason(&c.reason)).take(1));
        if !problems.is_empty() {
            return Err(problems);
        }
        let before = self.view.state().editions(year).next_back();
        if before.is_some_and(|b| is_same(b, adoption)) {
            return Ok(vec![]);
        }
        let unseen = before.zip(adoption.seen).and_then(|(b, seen)| self.corrected_after(b.entry, seen));
        if let Some(by) = unseen {
            return Err(vec![reject::changed_meanwhile("现行的清单", "the present plan", by)]);
        }
        let id = self.view.next();
        let mut minter = Minter::new(id);
        let ids = minter.plan(plan);
        let findings = adoption.findings.iter().map(|f| Finding { id: minter.finding(), said: f.clone() }).collect();
        let mapped = before.map(|b| Body::Mapped(mapping(b, id, plan, &ids)));
        let columns = adoption.columns.iter().map(|column| named(id, column));
        let adopted = Adopted {
            compiler: adoption.compiler.clone(),
            text: adoption.text,
            spans: spans_of(plan, &ids),
            follows: before.map(|b| b.entry),
            plan: plan.clone(),
            ids,
            findings,
            doubts: adoption.doubts.clone(),
        };
        let carried = self.carry(adoption, &adopted, before.map(|b| b.entry), if mapped.is_some() { 2 } else { 1 })?;
        Ok([Body::Adopted(Box::new(adopted))].into_iter().chain(mapped).chain(carried).chain(columns).collect())
    }

    /// The first correction of an edition after the entry a person had seen last.
    fn corrected_after(&self, edition: EntryId, seen: EntryId) -> Option<EntryId> {
        let later = self.view.state().corrections.range(EntryId(seen.0.saturating_add(1))..);
        later.map(|(_, fact)| fact).find(|fact| fact.said.edition == edition).map(|fact| fact.entry)
    }
}

/// The entry that says what a heading means in an edition.
fn named(edition: EntryId, column: &NamedColumn) -> Body {
    let (heading, to) = (column.naming.heading().to_string(), column.naming.holds);
    let change = Change::Column { heading, from: column.from, to };
    let (follows, reason) = (column.follows.into_iter().collect(), column.reason.clone());
    Body::Corrected(Box::new(Corrected { edition, follows, change, reason, rereads: vec![] }))
}

/// The same bytes read to the same plan; the name of the file does not matter.
fn is_same(before: &Fact<Adopted>, adoption: &Adoption) -> bool {
    let mut plan = adoption.plan.clone();
    plan.source.name.clone_from(&before.said.plan.source.name);
    before.said.text == adoption.text && before.said.plan == plan
}

fn mapping(before: &Fact<Adopted>, new: EntryId, plan: &Plan, ids: &PlanIds) -> Mapped {
    let diff = Diff::of(&before.said.plan, plan);
    Mapped { old: before.entry, new, rows: edition::rows(&diff, &before.said.ids, ids) }
}
