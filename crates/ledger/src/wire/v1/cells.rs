//! What stands in a commitment, in version 1: passages, owners, milestones, measures, times, targets. Every place is a
//! list of spans; numbers are decimal strings, a range is two of them.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use yinuo_diag::Span;
use yinuo_model as model;
use yinuo_model::Place;

use super::Fault;
use super::words::FixedWord;
use crate::plan_ids::MilestoneIds;
use crate::{MeasureId, MilestoneId, StepId, TargetId};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passage {
    text: String,
    spans: model::Spans,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Owner {
    role: String,
    name: model::Word,
    at: String,
    spans: Vec<Span>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Milestone {
    id: MilestoneId,
    period: String,
    text: String,
    spans: model::Spans,
    steps: Vec<Step>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    id: StepId,
    text: String,
    spans: model::Spans,
    verb: String,
    stage: Option<String>,
    deadline: Option<String>,
    condition: Option<model::Word>,
    actor: Option<model::Word>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure {
    id: MeasureId,
    at: String,
    spans: Vec<Span>,
    text: model::Word,
    value: Vec<String>,
    unit: model::Word,
    object: Option<model::Word>,
    bound: String,
    mode: String,
    /// Only of a change, as the next field is only of a part. Version 1 was written without them, so that where there is
    /// nothing to say they are not there either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    change: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part_of: Option<MeasureId>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    at: String,
    spans: Vec<Span>,
    text: model::Word,
    value: String,
    before: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Target {
    id: TargetId,
    measure: MeasureId,
    parts: Vec<MeasureId>,
    relation: String,
    total: String,
    reconciles: bool,
}

/// Where each measure of a commitment stands among them, by its id.
pub(super) type Order = HashMap<MeasureId, usize>;

pub(super) fn place(spans: Vec<Span>) -> Place {
    match spans[..] {
        [one] => Place::Span(one),
        _ => Place::Spans(spans),
    }
}

fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

fn read_decimal(text: &str) -> Result<Decimal, Fault> {
    let value = Decimal::from_str_exact(text).ok().filter(|v| decimal(*v) == text);
    value.ok_or(Fault::Wrong("value"))
}

/// A value that `model` writes and reads as text, read only in the one way it is written.
pub(super) fn parsed<T: std::str::FromStr + ToString>(text: &str, field: &'static str) -> Result<T, Fault> {
    text.parse::<T>().ok().filter(|v| v.to_string() == text).ok_or(Fault::Wrong(field))
}

impl From<&model::Passage> for Passage {
    fn from(p: &model::Passage) -> Self {
        Self { text: p.text.clone(), spans: p.spans.clone() }
    }
}

impl From<Passage> for model::Passage {
    fn from(w: Passage) -> Self {
        Self { text: w.text, spans: w.spans }
    }
}

impl From<&model::Owner> for Owner {
    fn from(o: &model::Owner) -> Self {
        Self { role: o.role.word(), name: o.name.clone(), at: o.at.to_string(), spans: o.place.all().to_vec() }
    }
}

impl TryFrom<Owner> for model::Owner {
    type Error = Fault;

    fn try_from(w: Owner) -> Result<Self, Fault> {
        Ok(Self { role: model::Role::of(&w.role)?, name: w.name, at: parsed(&w.at, "at")?, place: place(w.spans) })
    }
}

impl Milestone {
    pub(super) fn of(m: &model::Milestone, ids: &MilestoneIds) -> Self {
        let step = |(s, id): (&model::Step, &StepId)| Step {
            id: *id,
            text: s.passage.text.clone(),
            spans: s.passage.spans.clone(),
            verb: s.verb.word(),
            stage: s.stage.map(FixedWord::word),
            deadline: s.deadline.map(|d| d.to_string()),
            condition: s.condition.clone(),
            actor: s.actor.clone(),
        };
        Self {
            id: ids.id,
            period: m.period.to_string(),
            text: m.passage.text.clone(),
            spans: m.passage.spans.clone(),
            steps: m.steps.iter().zip(&ids.steps).map(step).collect(),
        }
    }

    pub(super) fn read(self) -> Result<(model::Milestone, MilestoneIds), Fault> {
        let mut ids = MilestoneIds { id: self.id, steps: vec![] };
        let mut steps = vec![];
        for w in self.steps {
            ids.steps.push(w.id);
            steps.push(model::Step {
                passage: model::Passage { text: w.text, spans: w.spans },
                verb: model::Verb::of(&w.verb)?,
                stage: w.stage.map(|s| model::Stage::of(&s)).transpose()?,
                deadline: w.deadline.map(|d| parsed(&d, "deadline")).transpose()?,
                condition: w.condition,
                actor: w.actor,
            });
        }
        let passage = model::Passage { text: self.text, spans: self.spans };
        Ok((model::Milestone { period: parsed(&self.period, "period")?, passage, steps }, ids))
    }
}

impl Measure {
    /// `before` are the ids of the measures before it.
    pub(super) fn of(m: &model::Measure, id: MeasureId, before: &[MeasureId]) -> Self {
        let value = match m.value {
            model::Value::One(v) => vec![decimal(v)],
            model::Value::Range(a, b) => vec![decimal(a), decimal(b)],
        };
        Self {
            id,
            at: m.at.to_string(),
            spans: m.place.all().to_vec(),
            text: m.text.clone(),
            value,
            unit: m.unit.clone(),
            object: m.object.clone(),
            bound: m.bound.word(),
            mode: m.mode.word(),
            change: m.change.map(FixedWord::word),
            part_of: m.part_of.and_then(|whole| before.get(whole).copied()),
        }
    }

    /// `before` are the measures before it.
    pub(super) fn read(self, before: &Order) -> Result<(model::Measure, MeasureId), Fault> {
        let index = |id| before.get(&id).copied().ok_or(Fault::Wrong("part_of"));
        let value = match &self.value[..] {
            [one] => model::Value::One(read_decimal(one)?),
            [a, b] => model::Value::Range(read_decimal(a)?, read_decimal(b)?),
            _ => return Err(Fault::Wrong("value")),
        };
        let measure = model::Measure {
            at: parsed(&self.at, "at")?,
            place: place(self.spans),
            text: self.text,
            value,
            unit: self.unit,
            object: self.object,
            bound: model::Bound::of(&self.bound)?,
            mode: model::Mode::of(&self.mode)?,
            change: self.change.map(|c| model::Direction::of(&c)).transpose()?,
            part_of: self.part_of.map(index).transpose()?,
        };
        Ok((measure, self.id))
    }
}

impl From<&model::Time> for Time {
    fn from(t: &model::Time) -> Self {
        Self {
            at: t.at.to_string(),
            spans: t.place.all().to_vec(),
            text: t.text.clone(),
            value: t.value.to_string(),
            before: t.before,
        }
    }
}

impl TryFrom<Time> for model::Time {
    type Error = Fault;

    fn try_from(w: Time) -> Result<Self, Fault> {
        Ok(Self {
            at: parsed(&w.at, "at")?,
            place: place(w.spans),
            text: w.text,
            value: parsed(&w.value, "value")?,
            before: w.before,
        })
    }
}

impl Target {
    /// `measures` are the ids of the commitment's measures. None when the target points past them, which no plan does.
    pub(super) fn of(t: &model::Target, id: TargetId, measures: &[MeasureId]) -> Option<Self> {
        let part = |p: &usize| measures.get(*p).copied();
        Some(Self {
            id,
            measure: part(&t.measure)?,
            parts: t.parts.iter().map(part).collect::<Option<_>>()?,
            relation: t.relation.word(),
            total: decimal(t.total),
            reconciles: t.reconciles,
        })
    }

    pub(super) fn read(self, measures: &Order) -> Result<(model::Target, TargetId), Fault> {
        let index = |id: &MeasureId| measures.get(id).copied().ok_or(Fault::Wrong("targets"));
        let target = model::Target {
            measure: index(&self.measure)?,
            parts: self.parts.iter().map(index).collect::<Result<_, _>>()?,
            relation: model::Relation::of(&self.relation)?,
            total: read_decimal(&self.total)?,
            reconciles: self.reconciles,
        };
        Ok((target, self.id))
    }
}
