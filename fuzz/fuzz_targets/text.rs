//! Any bytes are read or refused, compiled, and their findings drawn, without a panic and without a span off the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_compiler::{Compiled, Options, compile, to_json};
use yinuo_diag::render::{Source, compact, pretty};
use yinuo_diag::{Lang, Span};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = yinuo_extract::read("list.txt", bytes) else { return };
    let compiled = compile(&document, &Options::default());
    for span in spans(&compiled) {
        assert!(document.text.get(span.start as usize..span.end as usize).is_some(), "{span:?} lies off the text");
    }
    let source = Source::new("list.txt", &document.text);
    let style = pretty::Style { lang: Lang::Zh, width: 80, color: true };
    for d in &compiled.findings {
        pretty::finding(d, &source, &style);
        compact::line(d, &source, Lang::En);
    }
    to_json(&compiled, Lang::Zh);
});

/// Every span of the plan's readings and of the findings.
fn spans(compiled: &Compiled) -> Vec<Span> {
    let mut all: Vec<Span> = compiled.findings.iter().flat_map(|d| d.labels.iter().map(|l| l.span)).collect();
    for (_, c) in compiled.plan.commitments() {
        all.extend(&c.title.spans);
        all.extend(c.measures.iter().flat_map(|m| m.place.all()));
        all.extend(c.times.iter().flat_map(|t| t.place.all()));
        all.extend(c.milestones.iter().flat_map(|m| &m.passage.spans));
    }
    all
}
