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
    let findings = compiled.findings.iter().map(|d| render::json::value(d, lang)).collect();
    all.insert("diagnostics".into(), Value::Array(findings));
    let doubts = compiled.doubts.iter().map(|d| doubt(d, lang)).collect();
    all.insert("doubts".into(), Value::Array(doubts));
    Value::Object(all)
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
