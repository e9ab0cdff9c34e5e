//! What every fuzz target asks: bytes are read or refused, compiled, and their findings drawn, without a panic and without
//! a place off the text. Also the packages that office targets put around the parts the fuzzer writes.

use std::io::{Cursor, Write};

use yinuo_compiler::{Compiled, Options, compile, to_json};
use yinuo_diag::render::{Source, compact, pretty};
use yinuo_diag::{Lang, Span};
use yinuo_extract::Document;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads bytes as a file of that name and asks everything of them.
pub fn look(name: &str, bytes: &[u8]) {
    let Ok(document) = yinuo_extract::read(name, bytes) else { return };
    blocks(&document);
    let compiled = compile(&document, &Options::default());
    for span in spans(&compiled) {
        assert!(document.text.get(span.start as usize..span.end as usize).is_some(), "{span:?} lies off the text");
    }
    let source = Source::new(name, &document.text);
    let style = pretty::Style { lang: Lang::Zh, width: 80, color: true };
    for d in &compiled.findings {
        pretty::finding(d, &source, &style);
        compact::line(d, &source, Lang::En);
    }
    to_json(&compiled, Lang::Zh);
}

/// Blocks follow one another, hold trimmed words on character borders, and cells cover something.
pub fn blocks(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        let (start, stop) = (block.span.start as usize, block.span.end as usize);
        assert!(end <= start && start < stop, "blocks overlap at {start}");
        let words = document.text.get(start..stop).expect("a block stands on character borders");
        assert!(!words.contains(['\n', '\r']) && words.trim() == words, "a block is not one trimmed line");
        assert!(block.cell.is_none_or(|c| c.rows > 0 && c.columns > 0), "a cell covers nothing");
        end = stop;
    }
}

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

/// A package of these parts, stored as they are. What the fuzzer wrote is divided at zero bytes, one piece for each part of
/// `names`; `relations` lead from one part to the others.
pub fn package(names: &[&str], relations: &[(&str, &str)], written: &[u8]) -> Vec<u8> {
    let pieces = written.split(|b| *b == 0);
    let fixed = relations.iter().map(|(name, text)| (*name, text.as_bytes()));
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in fixed.chain(names.iter().copied().zip(pieces)) {
        writer.start_file(name, stored).expect("a part begins");
        writer.write_all(bytes).expect("a part is written");
    }
    writer.finish().expect("a package").into_inner()
}
