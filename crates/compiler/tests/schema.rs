//! The JSON of every example and fixture against docs/spec/plan.schema.json, and what a schema cannot say: words under
//! their spans, numbers used once, targets that point at measures. Checks the shape, not whether the reading is right.
#![allow(clippy::disallowed_methods, reason = "the fixtures are files of the repository")]

use std::collections::HashSet;

use jsonschema::Validator;
use serde_json::Value;
use yinuo_compiler::{Options, compile, to_json};
use yinuo_diag::Lang;
use yinuo_extract::Document;

const SCHEMA: &str = include_str!("../../../docs/spec/plan.schema.json");
const EXAMPLES: [(&str, &str); 3] = [
    ("guangming-2016.txt", include_str!("../../../examples/guangming-2016.txt")),
    ("prose-2026.txt", include_str!("../../../examples/prose-2026.txt")),
    ("semicolons-2026.txt", include_str!("../../../examples/semicolons-2026.txt")),
];

fn published() -> Value {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    schema
}

/// The schema as a program that writes plans is held to it: a measure has no field but those it names.
fn schema() -> Validator {
    let mut schema = published();
    schema["$defs"]["measure"]["additionalProperties"] = false.into();
    jsonschema::draft202012::new(&schema).expect("the schema compiles")
}

fn read(name: &str, text: &str) -> Document {
    yinuo_extract::read(name, text.as_bytes()).expect("the example is text")
}

/// The plan as it is written, which is also how its tree would be: no key comes twice, and none is lost.
fn plan_of(document: &Document, lang: Lang) -> Value {
    let compiled = compile(document, &Options::default());
    let written = serde_json::to_string_pretty(&to_json(&compiled, lang)).expect("a plan is JSON");
    let tree = serde_json::from_str(&written).expect("what is written is JSON");
    assert_eq!(format!("{tree:#}"), written);
    tree
}

fn complaints(schema: &Validator, plan: &Value) -> Vec<String> {
    schema.iter_errors(plan).map(|e| format!("{}: {e}", e.instance_path)).collect()
}

/// Calls `visit` on every object of the tree.
fn each_object(value: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|v| each_object(v, visit));
        }
        Value::Array(items) => items.iter().for_each(|v| each_object(v, visit)),
        _ => {}
    }
}

/// The words under `span`, or a panic that names it: the law is that spans stand inside the text, on character borders.
fn words<'t>(text: &'t str, span: &Value) -> &'t str {
    let at = |i: usize| span[i].as_u64().expect("an offset") as usize;
    text.get(at(0)..at(1)).unwrap_or_else(|| panic!("{span} does not lie in the text"))
}

#[test]
fn every_example_fits_the_schema_in_both_languages() {
    let schema = schema();
    for (name, text) in EXAMPLES {
        for lang in [Lang::Zh, Lang::En] {
            let found = complaints(&schema, &plan_of(&read(name, text), lang));
            assert!(found.is_empty(), "{name}: {found:#?}");
        }
    }
}

#[test]
fn a_reader_passes_over_fields_of_a_measure_that_it_does_not_know() {
    let (name, text) = EXAMPLES[0];
    let mut plan = plan_of(&read(name, text), Lang::En);
    plan["categories"][0]["commitments"][0]["measures"][0]["confidence"] = "high".into();
    let open = jsonschema::draft202012::new(&published()).expect("the schema compiles");
    assert_eq!(complaints(&open, &plan), Vec::<String>::new());
    assert_eq!(complaints(&schema(), &plan).len(), 1);
    plan["categories"][0]["commitments"][0]["title"]["colour"] = "red".into();
    assert_eq!(complaints(&open, &plan).len(), 1);
}

#[test]
fn every_fixture_fits_the_schema() {
    let schema = schema();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/codes");
    for entry in std::fs::read_dir(folder).expect("the fixtures are there") {
        let path = entry.expect("a folder entry").path();
        let bytes = std::fs::read(&path).expect("a fixture can be read");
        // Fixtures of source codes are files that cannot be read as text.
        let Ok(document) = yinuo_extract::read("list.txt", &bytes) else { continue };
        let found = complaints(&schema, &plan_of(&document, Lang::Zh));
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
    }
}

#[test]
fn other_formats_fit_the_schema() {
    let schema = schema();
    let page = "<!DOCTYPE html><meta charset=utf-8><h1>白石区2026年民生实事</h1><table><tr><td>序号<td>工作任务<td>上半年\
                <td>下半年<tr><td>1<td>修路9公里<td>4公里<td>5公里</table>";
    for (name, text) in [("list.html", page), ("list.csv", "序号,工作任务,上半年,下半年\n1,修路9公里,4公里,5公里\n")]
    {
        let found = complaints(&schema, &plan_of(&read(name, text), Lang::En));
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn text_that_is_no_list_fits_the_schema_too() {
    let schema = schema();
    for text in ["今天天气很好。", "a note in English\n\n1\n\n2\n", "(一)\n序号\n第一季度\n", "１．２．３．"]
    {
        let found = complaints(&schema, &plan_of(&read("note.txt", text), Lang::En));
        assert!(found.is_empty(), "{text:?}: {found:#?}");
    }
}

#[test]
fn the_schema_refuses_what_it_does_not_know() {
    let schema = schema();
    let (name, text) = EXAMPLES[0];
    let plan = plan_of(&read(name, text), Lang::En);
    for (field, value) in [("extra", Value::Null), ("year", "2016".into()), ("schema", "yinuo.plan/2".into())] {
        let mut changed = plan.clone();
        changed[field] = value;
        assert!(!schema.is_valid(&changed), "{field} was accepted");
    }
}

#[test]
fn words_stand_under_their_spans() {
    for (name, text) in EXAMPLES {
        let document = read(name, text);
        each_object(&plan_of(&document, Lang::Zh), &mut |object| {
            if let Some(span) = object.get("span") {
                let under = words(&document.text, span);
                if let Some(said) = object.get("value").and(object.get("text")) {
                    assert_eq!(said, under, "{name}: a measure or time differs from the words under it");
                }
            }
            for span in object.get("spans").and_then(Value::as_array).into_iter().flatten() {
                assert!(!words(&document.text, span).is_empty(), "{name}: an empty span");
            }
        });
    }
}

#[test]
fn numbers_are_used_once_and_targets_point_at_measures() {
    for (name, text) in EXAMPLES {
        let mut seen = HashSet::new();
        each_object(&plan_of(&read(name, text), Lang::Zh), &mut |object| {
            let Some(number) = object.get("number") else { return };
            assert!(seen.insert(number.to_string()), "{name}: {number} is used twice");
            let measures = object["measures"].as_array().map_or(0, Vec::len);
            for target in object["targets"].as_array().into_iter().flatten() {
                let parts = target["parts"].as_array().into_iter().flatten();
                for index in parts.chain([&target["measure"]]) {
                    assert!(index.as_u64().is_some_and(|i| (i as usize) < measures), "{name}: {number} {target}");
                }
            }
        });
        assert!(seen.iter().all(|n| n != "null"), "{name}");
    }
}
