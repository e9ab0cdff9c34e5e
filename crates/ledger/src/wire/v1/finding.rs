//! Findings and doubts in version 1. Their sentences are kept in both languages as they were said at the time.

use serde::{Deserialize, Serialize};
use yinuo_diag::{Diagnostic, Label, Severity, Span, Text, codes};
use yinuo_model as model;

use super::Fault;
use super::cells::{parsed, place};
use super::words::FixedWord;
use crate::{Finding, FindingId};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wire {
    id: FindingId,
    code: String,
    severity: String,
    commitment: Option<u32>,
    at: Option<String>,
    message: Sentence,
    labels: Vec<WireLabel>,
    notes: Vec<Sentence>,
    help: Option<Sentence>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    zh: String,
    en: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireLabel {
    span: Span,
    text: Sentence,
}

impl From<&Text> for Sentence {
    fn from(t: &Text) -> Self {
        Self { zh: t.zh.clone(), en: t.en.clone() }
    }
}

impl From<Sentence> for Text {
    fn from(s: Sentence) -> Self {
        Text { zh: s.zh, en: s.en }
    }
}

impl From<&Finding> for Wire {
    fn from(f: &Finding) -> Self {
        let said = &f.said;
        let label = |l: &Label| WireLabel { span: l.span, text: (&l.text).into() };
        Self {
            id: f.id,
            code: said.code.id.to_string(),
            severity: said.severity.word(),
            commitment: said.commitment,
            at: said.at.clone(),
            message: (&said.message).into(),
            labels: said.labels.iter().map(label).collect(),
            notes: said.notes.iter().map(Into::into).collect(),
            help: said.help.as_ref().map(Into::into),
        }
    }
}

impl TryFrom<Wire> for Finding {
    type Error = Fault;

    fn try_from(w: Wire) -> Result<Self, Fault> {
        let said = Diagnostic {
            code: codes::find(&w.code).ok_or(Fault::Wrong("code"))?,
            severity: Severity::of(&w.severity)?,
            commitment: w.commitment,
            at: w.at,
            message: w.message.into(),
            labels: w.labels.into_iter().map(|l| Label { span: l.span, text: l.text.into() }).collect(),
            notes: w.notes.into_iter().map(Into::into).collect(),
            help: w.help.map(Into::into),
            // an order on pages, which is not kept
            may_stay: false,
        };
        Ok(Finding { id: w.id, said })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Doubt {
    commitment: u32,
    at: String,
    about: String,
    spans: Vec<Span>,
    taken: Sentence,
    instead: Sentence,
    closeness: u8,
}

impl From<&model::Doubt> for Doubt {
    fn from(d: &model::Doubt) -> Self {
        Self {
            commitment: d.commitment,
            at: d.at.to_string(),
            about: d.about.word(),
            spans: d.place.all().to_vec(),
            taken: (&d.taken).into(),
            instead: (&d.instead).into(),
            closeness: d.closeness,
        }
    }
}

impl TryFrom<Doubt> for model::Doubt {
    type Error = Fault;

    fn try_from(w: Doubt) -> Result<Self, Fault> {
        Ok(Self {
            commitment: w.commitment,
            at: parsed(&w.at, "at")?,
            about: model::Reading::of(&w.about)?,
            place: place(w.spans),
            taken: w.taken.into(),
            instead: w.instead.into(),
            closeness: w.closeness,
        })
    }
}
