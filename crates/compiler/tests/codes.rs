//! Every fixture in fixtures/codes triggers its code, and nothing but notes besides. How the finding reads is kept in
//! snapshots, in both languages. A file too large to keep (S003) is made here.
#![allow(clippy::disallowed_methods, reason = "reads the fixtures")]

use std::path::Path;

use yinuo_compiler::{Options, as_findings, compile};
use yinuo_diag::render::{Source, pretty};
use yinuo_diag::{Code, Diagnostic, Lang, Severity, codes};

/// The file name, its text as read, and what was said of it.
fn findings(path: &Path) -> (String, String, Vec<Diagnostic>) {
    let name = path.file_name().and_then(|n| n.to_str()).expect("a name in UTF-8").to_string();
    let bytes = std::fs::read(path).expect("a fixture that can be read");
    match yinuo_extract::read(&name, &bytes) {
        Ok(document) => {
            let compiled = compile(&document, &Options::default());
            let mut all = as_findings(&compiled);
            all.splice(0..0, compiled.findings);
            (name, document.text, all)
        }
        Err(refusal) => (name, String::new(), vec![*refusal]),
    }
}

fn fixtures() -> Vec<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/codes");
    let mut all: Vec<_> =
        std::fs::read_dir(folder).expect("fixtures/codes").map(|e| e.expect("an entry").path()).collect();
    all.sort();
    all
}

#[test]
fn each_fixture_triggers_its_code_and_reads_well() {
    for path in fixtures() {
        let (name, text, all) = findings(&path);
        let id = name.get(..4).expect("a name that begins with its code");
        let source = Source::new(&name, &text);
        let own: Vec<&Diagnostic> = all.iter().filter(|d| d.code.id == id).collect();
        assert!(!own.is_empty(), "{name} does not trigger {id}");
        let others = all.iter().filter(|d| d.code.id != id && d.severity > Severity::Note);
        let others: Vec<&str> = others.map(|d| d.code.name).collect();
        assert!(others.is_empty(), "{name} triggers more than its code: {others:?}");
        let shown: Vec<String> = [Lang::Zh, Lang::En]
            .into_iter()
            .map(|lang| pretty::finding(own[0], &source, &pretty::Style { lang, width: 100, color: false }))
            .collect();
        insta::assert_snapshot!(id, shown.join("\n\n"));
    }
}

#[test]
fn every_code_has_a_fixture() {
    let names: Vec<_> =
        fixtures().iter().filter_map(|p| p.file_stem().map(|s| s.to_string_lossy().into_owned())).collect();
    // What the ledger turns down is held to its code in the ledger's own tests, a stopped reading in those of the command line.
    let of_documents = |c: &&&Code| !["S003", "S015"].contains(&c.id) && !c.id.starts_with('J');
    for code in codes::ALL.iter().filter(of_documents) {
        assert!(names.contains(&format!("{}-{}", code.id, code.name)), "{} {} has no fixture", code.id, code.name);
    }
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let bytes = vec![b' '; yinuo_extract::MAX_BYTES + 1];
    let refusal = yinuo_extract::read("large.txt", &bytes).expect_err("a file over the limit");
    assert_eq!(refusal.code.id, "S003");
}
