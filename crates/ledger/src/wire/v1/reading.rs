//! Bodies about what a document says, in version 1: adoption, mapping of editions, correction of a reading.

use serde::{Deserialize, Serialize};
use yinuo_model as model;

use super::Fault;
use super::cells::parsed;
use super::finding;
use super::plan::{Commitment, Plan};
use super::words::FixedWord;
use crate::body::{self, MapRow, PartPair};
use crate::{CommitmentId, Differs, EntryId, FindingId, Hash, MeasureId, MilestoneId, StepId, TargetId};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adopted {
    compiler: String,
    text: Hash,
    spans: Hash,
    follows: Option<EntryId>,
    plan: Plan,
    findings: Vec<finding::Wire>,
    doubts: Vec<finding::Doubt>,
}

impl From<&body::Adopted> for Adopted {
    fn from(b: &body::Adopted) -> Self {
        Self {
            compiler: b.compiler.clone(),
            text: b.text,
            spans: b.spans,
            follows: b.follows,
            plan: Plan::of(&b.plan, &b.ids),
            findings: b.findings.iter().map(Into::into).collect(),
            doubts: b.doubts.iter().map(Into::into).collect(),
        }
    }
}

impl TryFrom<Adopted> for body::Adopted {
    type Error = Fault;

    fn try_from(w: Adopted) -> Result<Self, Fault> {
        let (plan, ids) = w.plan.read()?;
        if super::spans_of(&plan, &ids) != w.spans {
            return Err(Fault::Wrong("spans"));
        }
        let findings = w.findings.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        let doubts = w.doubts.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        let (compiler, text, spans, follows) = (w.compiler, w.text, w.spans, w.follows);
        Ok(Self { compiler, text, spans, follows, plan, ids, findings, doubts })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapped {
    old: EntryId,
    new: EntryId,
    rows: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    old: Option<CommitmentId>,
    new: Option<CommitmentId>,
    differs: Vec<String>,
    milestones: Vec<(MilestoneId, MilestoneId)>,
    steps: Vec<(StepId, StepId)>,
    measures: Vec<(MeasureId, MeasureId)>,
    targets: Vec<(TargetId, TargetId)>,
}

impl From<&MapRow> for Row {
    fn from(r: &MapRow) -> Self {
        let differs = r.differs.iter().map(|d| d.word()).collect();
        let mut row = Row {
            old: r.old,
            new: r.new,
            differs,
            milestones: vec![],
            steps: vec![],
            measures: vec![],
            targets: vec![],
        };
        for part in &r.parts {
            match *part {
                PartPair::Milestone(a, b) => row.milestones.push((a, b)),
                PartPair::Step(a, b) => row.steps.push((a, b)),
                PartPair::Measure(a, b) => row.measures.push((a, b)),
                PartPair::Target(a, b) => row.targets.push((a, b)),
            }
        }
        row
    }
}

impl TryFrom<Row> for MapRow {
    type Error = Fault;

    fn try_from(w: Row) -> Result<Self, Fault> {
        let milestones = w.milestones.into_iter().map(|(a, b)| PartPair::Milestone(a, b));
        let steps = w.steps.into_iter().map(|(a, b)| PartPair::Step(a, b));
        let measures = w.measures.into_iter().map(|(a, b)| PartPair::Measure(a, b));
        let targets = w.targets.into_iter().map(|(a, b)| PartPair::Target(a, b));
        Ok(Self {
            old: w.old,
            new: w.new,
            differs: w.differs.iter().map(|d| Differs::of(d)).collect::<Result<_, _>>()?,
            parts: milestones.chain(steps).chain(measures).chain(targets).collect(),
        })
    }
}

impl From<&body::Mapped> for Mapped {
    fn from(b: &body::Mapped) -> Self {
        Self { old: b.old, new: b.new, rows: b.rows.iter().map(Into::into).collect() }
    }
}

impl TryFrom<Mapped> for body::Mapped {
    type Error = Fault;

    fn try_from(w: Mapped) -> Result<Self, Fault> {
        let rows = w.rows.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(Self { old: w.old, new: w.new, rows })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Corrected {
    edition: EntryId,
    follows: Vec<EntryId>,
    change: Change,
    reason: String,
    rereads: Vec<Reread>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
enum Change {
    Border { commitment: CommitmentId, left: String, right: String, from: u32, to: u32 },
    Mode { measure: MeasureId, from: String, to: String },
    Bound { measure: MeasureId, from: String, to: String },
    Measure { measure: MeasureId, mode: (String, String), bound: (String, String) },
    Column { heading: String, from: Option<String>, to: String },
    Dismissed { finding: FindingId },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reread {
    commitment: Commitment,
    findings: Vec<finding::Wire>,
    doubts: Vec<finding::Doubt>,
}

impl From<&body::Change> for Change {
    fn from(c: &body::Change) -> Self {
        match *c {
            body::Change::Border { commitment, left, right, from, to } => {
                Change::Border { commitment, left: left.to_string(), right: right.to_string(), from, to }
            }
            body::Change::Mode { measure, from, to } => Change::Mode { measure, from: from.word(), to: to.word() },
            body::Change::Bound { measure, from, to } => Change::Bound { measure, from: from.word(), to: to.word() },
            body::Change::Measure { measure, mode, bound } => Change::Measure {
                measure,
                mode: (mode.0.word(), mode.1.word()),
                bound: (bound.0.word(), bound.1.word()),
            },
            body::Change::Column { ref heading, from, to } => {
                Change::Column { heading: heading.clone(), from: from.map(|f| f.to_string()), to: to.to_string() }
            }
            body::Change::Dismissed { finding } => Change::Dismissed { finding },
        }
    }
}

impl TryFrom<Change> for body::Change {
    type Error = Fault;

    fn try_from(w: Change) -> Result<Self, Fault> {
        Ok(match w {
            Change::Border { commitment, left, right, from, to } => {
                let (left, right) = (parsed(&left, "left")?, parsed(&right, "right")?);
                body::Change::Border { commitment, left, right, from, to }
            }
            Change::Mode { measure, from, to } => {
                body::Change::Mode { measure, from: model::Mode::of(&from)?, to: model::Mode::of(&to)? }
            }
            Change::Bound { measure, from, to } => {
                body::Change::Bound { measure, from: model::Bound::of(&from)?, to: model::Bound::of(&to)? }
            }
            Change::Measure { measure, mode, bound } => body::Change::Measure {
                measure,
                mode: (model::Mode::of(&mode.0)?, model::Mode::of(&mode.1)?),
                bound: (model::Bound::of(&bound.0)?, model::Bound::of(&bound.1)?),
            },
            Change::Column { heading, from, to } => {
                let (from, to) = (from.map(|f| parsed(&f, "from")).transpose()?, parsed(&to, "to")?);
                let exact = model::Naming::new(&heading, to).is_some_and(|n| n.heading() == heading);
                if !exact {
                    return Err(Fault::Wrong("heading"));
                }
                body::Change::Column { heading, from, to }
            }
            Change::Dismissed { finding } => body::Change::Dismissed { finding },
        })
    }
}

impl From<&body::Corrected> for Corrected {
    fn from(b: &body::Corrected) -> Self {
        let reread = |r: &body::Reread| Reread {
            commitment: Commitment::of(&r.commitment, &r.ids),
            findings: r.findings.iter().map(Into::into).collect(),
            doubts: r.doubts.iter().map(Into::into).collect(),
        };
        Self {
            edition: b.edition,
            follows: b.follows.clone(),
            change: (&b.change).into(),
            reason: b.reason.clone(),
            rereads: b.rereads.iter().map(reread).collect(),
        }
    }
}

impl TryFrom<Corrected> for body::Corrected {
    type Error = Fault;

    fn try_from(w: Corrected) -> Result<Self, Fault> {
        let mut rereads = vec![];
        for r in w.rereads {
            let (commitment, ids) = r.commitment.read()?;
            let findings = r.findings.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
            let doubts = r.doubts.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
            rereads.push(body::Reread { commitment, ids, findings, doubts });
        }
        Ok(Self { edition: w.edition, follows: w.follows, change: w.change.try_into()?, reason: w.reason, rereads })
    }
}
