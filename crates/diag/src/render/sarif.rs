//! Findings of several files as SARIF 2.1.0, the exchange format of code analysis.

use serde_json::{Value, json};

use super::Source;
use crate::{Code, Diagnostic, Lang, Span, codes};

/// The whole log. `version` is that of the program.
pub fn log(files: &[(Source, &[Diagnostic])], version: &str, lang: Lang) -> Value {
    let results: Vec<Value> =
        files.iter().flat_map(|(source, findings)| findings.iter().map(move |d| result(d, source, lang))).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "yinuo",
                "version": version,
                "language": lang.pick("zh-CN", "en-US"),
                "rules": codes::ALL.iter().map(|c| rule(c, lang)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &Code, lang: Lang) -> Value {
    let page = lang.pick(code.page_zh, code.page_en);
    json!({
        "id": code.id,
        "name": code.name,
        "shortDescription": { "text": lang.pick(code.title_zh, code.title_en) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": code.severity.name() },
    })
}

fn result(d: &Diagnostic, source: &Source, lang: Lang) -> Value {
    let headline = source.headline(d, lang);
    let mut sentences = vec![headline.as_str()];
    sentences.extend(d.notes.iter().chain(&d.help).map(|t| t.get(lang)));
    let main = d.labels.first().map(|l| l.span);
    let mut result = json!({
        "ruleId": d.code.id,
        "ruleIndex": codes::ALL.iter().position(|c| c.id == d.code.id),
        "level": d.severity.name(),
        "message": { "text": sentences.join("\n") },
        "locations": [location(source, main, lang)],
    });
    let related: Vec<Value> = d
        .labels
        .iter()
        .skip(1)
        .map(|label| {
            let mut place = location(source, Some(label.span), lang);
            place["message"] = json!({ "text": label.text.get(lang) });
            place
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = Value::Array(related);
    }
    result
}

fn location(source: &Source, span: Option<Span>, lang: Lang) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(source.name) } });
    if let Some(span) = span {
        let (start, end) = source.range(span);
        physical["region"] = json!({
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        });
    }
    let mut place = json!({ "physicalLocation": physical });
    if let Some(locator) = span.and_then(|s| source.locator(s)) {
        place["logicalLocations"] = json!([{ "fullyQualifiedName": locator.text().get(lang) }]);
    }
    place
}

/// A path as a relative reference: bytes that an address may not hold are percent-encoded.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    path.bytes().map(|b| if plain(b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}
