//! `yinuo.plan/1`: the JSON that `compile --format json` prints (DESIGN section 7). The schema is docs/spec/plan.schema.json.

use serde_json::{Map, Value, json};
use yinuo_diag::{Lang, render};
use yinuo_model::Doubt;

use crate::Compiled;

/// The compiled plan as JSON, its sentences in `lang`.
pub fn to_json(compiled: &Compiled, lang: Lang) -> Value {
    let mut all = Map::new();
    all.insert("schema".into(), "yinuo.plan/1".into());
    if let Ok(Value::Object(plan)) = serde_json::to_value(&compiled.plan) {
        all.extend(plan);
    }
    all.extend(said(compiled, lang, |_| true));
    Value::Object(all)
}

/// One commitment with its category and what is said about it, in the shapes of the plan's JSON.
pub fn commitment_to_json(compiled: &Compiled, number: u32, lang: Lang) -> Option<Value> {
    let (category, commitment) = compiled.plan.commitment(number)?;
    let mut all = heading(compiled);
    all.insert("category".into(), category.name.clone().into());
    all.insert("commitment".into(), serde_json::to_value(commitment).ok()?);
    all.extend(said(compiled, lang, |about| about == Some(number)));
    Some(Value::Object(all))
}

/// What is said about the document, in the shapes of the plan's JSON.
pub fn findings_to_json(compiled: &Compiled, lang: Lang) -> Value {
    let mut all = heading(compiled);
    all.extend(said(compiled, lang, |_| true));
    Value::Object(all)
}

fn heading(compiled: &Compiled) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("jurisdiction".into(), compiled.plan.jurisdiction.clone().into());
    all.insert("year".into(), compiled.plan.year.into());
    all
}

/// Findings and doubts about the commitments that `wanted` accepts; `None` stands for the document.
fn said(compiled: &Compiled, lang: Lang, wanted: impl Fn(Option<u32>) -> bool) -> Map<String, Value> {
    let findings = compiled.findings.iter().filter(|d| wanted(d.commitment));
    let doubts = compiled.doubts.iter().filter(|d| wanted(Some(d.commitment)));
    let mut all = Map::new();
    all.insert("diagnostics".into(), findings.map(|d| render::json::value(d, lang)).collect());
    all.insert("doubts".into(), doubts.map(|d| doubt(d, lang)).collect());
    all
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
