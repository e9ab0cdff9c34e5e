//! A whole plan in version 1, each thing in it with its id, and the hash of all ids with their places.

use serde::{Deserialize, Serialize};
use yinuo_diag::Span;
use yinuo_model as model;

use super::cells::{Measure, Milestone, Order, Owner, Passage, Target, Time};
use super::envelope::read_date;
use super::words::FixedWord;
use super::{Fault, write};
use crate::plan_ids::CommitmentIds;
use crate::{CommitmentId, Domain, Hash, MeasureId, PlanIds};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    title: Option<String>,
    jurisdiction: Option<String>,
    year: Option<i16>,
    published: Option<String>,
    source: Source,
    declared: Declared,
    categories: Vec<Category>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    name: String,
    sha256: String,
    media_type: String,
    encoding: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    categories: Option<u32>,
    items: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    ordinal: u32,
    name: String,
    declared_items: Option<u32>,
    commitments: Vec<Commitment>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Commitment {
    id: CommitmentId,
    number: u32,
    label: String,
    title: Passage,
    body: Option<Passage>,
    short_title: String,
    kind: String,
    owners: Vec<Owner>,
    milestones: Vec<Milestone>,
    measures: Vec<Measure>,
    times: Vec<Time>,
    targets: Vec<Target>,
}

impl Plan {
    pub(super) fn of(plan: &model::Plan, ids: &PlanIds) -> Self {
        let mut ids = ids.iter();
        let mut categories = vec![];
        for c in &plan.categories {
            let commitments = c.commitments.iter().zip(ids.by_ref()).map(|(c, ids)| Commitment::of(c, ids)).collect();
            categories.push(Category {
                ordinal: c.ordinal,
                name: c.name.clone(),
                declared_items: c.declared_items,
                commitments,
            });
        }
        let source = &plan.source;
        Self {
            title: plan.title.clone(),
            jurisdiction: plan.jurisdiction.clone(),
            year: plan.year,
            published: plan.published.map(|d| d.to_string()),
            source: Source {
                name: source.name.clone(),
                sha256: source.sha256.clone(),
                media_type: source.media_type.clone(),
                encoding: source.encoding.clone(),
            },
            declared: Declared { categories: plan.declared.categories, items: plan.declared.items },
            categories,
        }
    }

    pub(super) fn read(self) -> Result<(model::Plan, PlanIds), Fault> {
        let mut ids = vec![];
        let mut categories = vec![];
        for c in self.categories {
            let mut commitments = vec![];
            for commitment in c.commitments {
                let (commitment, its) = commitment.read()?;
                commitments.push(commitment);
                ids.push(its);
            }
            categories.push(model::Category {
                ordinal: c.ordinal,
                name: c.name,
                declared_items: c.declared_items,
                commitments,
            });
        }
        let published = self.published.map(|d| read_date(&d).ok_or(Fault::Wrong("published"))).transpose()?;
        let Source { name, sha256, media_type, encoding } = self.source;
        let plan = model::Plan {
            title: self.title,
            jurisdiction: self.jurisdiction,
            year: self.year,
            published,
            source: model::Source { name, sha256, media_type, encoding },
            declared: model::Declared { categories: self.declared.categories, items: self.declared.items },
            categories,
        };
        Ok((plan, ids))
    }
}

impl Commitment {
    pub(super) fn of(c: &model::Commitment, ids: &CommitmentIds) -> Self {
        let target = |(t, id)| Target::of(t, id, &ids.measures);
        let measure = |(n, (m, id)): (usize, (_, &MeasureId))| Measure::of(m, *id, &ids.measures[..n]);
        Self {
            id: ids.id,
            number: c.number,
            label: c.label.clone(),
            title: (&c.title).into(),
            body: c.body.as_ref().map(Into::into),
            short_title: c.short_title.clone(),
            kind: c.kind.word(),
            owners: c.owners.iter().map(Into::into).collect(),
            milestones: c.milestones.iter().zip(&ids.milestones).map(|(m, ids)| Milestone::of(m, ids)).collect(),
            measures: c.measures.iter().zip(&ids.measures).enumerate().map(measure).collect(),
            times: c.times.iter().map(Into::into).collect(),
            targets: c.targets.iter().zip(ids.targets.iter().copied()).filter_map(target).collect(),
        }
    }

    pub(super) fn read(self) -> Result<(model::Commitment, CommitmentIds), Fault> {
        let (milestones, milestone_ids) = unzip(self.milestones.into_iter().map(Milestone::read))?;
        let (mut measures, mut measure_ids, mut order) = (vec![], vec![], Order::new());
        for measure in self.measures {
            let (measure, id) = measure.read(&order)?;
            order.entry(id).or_insert(measures.len());
            measures.push(measure);
            measure_ids.push(id);
        }
        let (targets, target_ids) = unzip(self.targets.into_iter().map(|t| t.read(&order)))?;
        let commitment = model::Commitment {
            number: self.number,
            label: self.label,
            title: self.title.into(),
            body: self.body.map(Into::into),
            short_title: self.short_title,
            kind: model::Kind::of(&self.kind)?,
            owners: self.owners.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            milestones,
            measures,
            times: self.times.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?,
            targets,
        };
        let ids = CommitmentIds { id: self.id, milestones: milestone_ids, measures: measure_ids, targets: target_ids };
        Ok((commitment, ids))
    }
}

/// Things and their ids apart; the first fault ends it.
fn unzip<A, B>(pairs: impl Iterator<Item = Result<(A, B), Fault>>) -> Result<(Vec<A>, Vec<B>), Fault> {
    let pairs: Vec<(A, B)> = pairs.collect::<Result<_, _>>()?;
    Ok(pairs.into_iter().unzip())
}

/// Every id with its spans, in the order of the plan, as canonical bytes in their domain.
pub(super) fn spans_hash(plan: &model::Plan, ids: &PlanIds) -> Hash {
    let mut all: Vec<(String, Vec<Span>)> = vec![];
    for ((_, c), ids) in plan.commitments().zip(ids) {
        let body = c.body.iter().flat_map(|b| b.spans.clone());
        all.push((ids.id.to_string(), c.title.spans.iter().copied().chain(body).collect()));
        for (m, ids) in c.milestones.iter().zip(&ids.milestones) {
            all.push((ids.id.to_string(), m.passage.spans.to_vec()));
            all.extend(m.steps.iter().zip(&ids.steps).map(|(s, id)| (id.to_string(), s.passage.spans.to_vec())));
        }
        all.extend(c.measures.iter().zip(&ids.measures).map(|(m, id)| (id.to_string(), m.place.all().to_vec())));
    }
    Hash::of(Domain::Spans, &[&write(&all)])
}
