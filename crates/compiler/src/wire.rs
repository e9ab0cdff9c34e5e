//! `yinuo.plan/1`: the JSON that `compile --format json` prints (DESIGN section 7). The schema is docs/spec/plan.schema.json.
//! What is given out is written straight to its reader: a long plan is never held as a tree of values.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use yinuo_diag::{Lang, render};
use yinuo_model::{Commitment, Doubt, Plan};

use crate::Compiled;
use crate::dependencies::{self, Dependency};

/// The compiled plan as JSON, its sentences in `lang`.
pub fn to_json(compiled: &Compiled, lang: Lang) -> impl Serialize + '_ {
    let dependencies = dependencies::of(&compiled.plan);
    Whole { schema: "yinuo.plan/1", plan: &compiled.plan, dependencies, said: Said { compiled, lang, of: None } }
}

/// One commitment with its category and what is said about it, in the shapes of the plan's JSON.
pub fn commitment_to_json(compiled: &Compiled, number: u32, lang: Lang) -> Option<impl Serialize + '_> {
    let (category, commitment) = compiled.plan.commitment(number)?;
    let said = Said { compiled, lang, of: Some(number) };
    let mut dependencies = dependencies::of(&compiled.plan);
    dependencies.retain(|d| d.commitment == number || d.on == number);
    Some(One { heading: Heading::of(&compiled.plan), category: &category.name, commitment, dependencies, said })
}

/// What is said about the document, in the shapes of the plan's JSON.
pub fn findings_to_json(compiled: &Compiled, lang: Lang) -> impl Serialize + '_ {
    Findings { heading: Heading::of(&compiled.plan), said: Said { compiled, lang, of: None } }
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    #[serde(flatten)]
    plan: &'a Plan,
    dependencies: Vec<Dependency<'a>>,
    #[serde(flatten)]
    said: Said<'a>,
}

#[derive(Serialize)]
struct One<'a> {
    #[serde(flatten)]
    heading: Heading<'a>,
    category: &'a str,
    commitment: &'a Commitment,
    dependencies: Vec<Dependency<'a>>,
    #[serde(flatten)]
    said: Said<'a>,
}

#[derive(Serialize)]
struct Findings<'a> {
    #[serde(flatten)]
    heading: Heading<'a>,
    #[serde(flatten)]
    said: Said<'a>,
}

#[derive(Serialize)]
struct Heading<'a> {
    jurisdiction: Option<&'a str>,
    year: Option<i16>,
}

impl<'a> Heading<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self { jurisdiction: plan.jurisdiction.as_deref(), year: plan.year }
    }
}

/// Findings and doubts: of the document and all its commitments, or of one commitment.
struct Said<'a> {
    compiled: &'a Compiled,
    lang: Lang,
    of: Option<u32>,
}

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Lists<F: Serialize, D: Serialize> {
            diagnostics: F,
            doubts: D,
        }
        let wanted = |about: Option<u32>| self.of.is_none() || self.of == about;
        let findings = || self.compiled.findings.iter().filter(|d| wanted(d.commitment));
        let doubts = || self.compiled.doubts.iter().filter(|d| wanted(Some(d.commitment)));
        let diagnostics = List(|| findings().map(|d| render::json::value(d, self.lang)));
        Lists { diagnostics, doubts: List(|| doubts().map(|d| doubt(d, self.lang))) }.serialize(s)
    }
}

/// Values made one by one while they are written.
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item = Value>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0())
    }
}

fn doubt(d: &Doubt, lang: Lang) -> Value {
    json!({
        "commitment": d.commitment,
        "at": d.at,
        "about": d.about,
        "spans": d.place.all(),
        "taken": d.taken.get(lang),
        "instead": d.instead.get(lang),
        "closeness": d.closeness,
    })
}
