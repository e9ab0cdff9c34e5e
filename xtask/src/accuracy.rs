//! `cargo xtask accuracy`: compiles the annotated lists of fixtures/annotated and ../shared and prints how the reading
//! scores. The scorer is in ../shared; without that folder nothing is measured, and it says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell::{output, program, root, run as run_program};

/// What every list must reach. A change that brings one of them under its floor fails.
const FLOORS: &[&str] = &[
    "categories=1", "commitments=1", "titles=1", "milestones=1", "document=1", "measure spans=0.98",
    "measure values=0.98", "measure bounds=0.98", "measure modes=0.95", "time spans=0.98", "time values=0.98",
    "whole cells=0.88",
];

/// What a list must reach where its annotation has these: the field that says so, and the floor.
const FLOORS_WHERE_ANNOTATED: &[(&str, &str)] =
    &[("/owners/0", "owners=0.98"), ("/links/0", "targets=0.95"), ("/scored_codes/0", "findings=0.9")];

/// Scores every annotation for which a document is there.
pub(crate) fn run() -> Result<()> {
    let shared = root().join("../shared");
    let scorer = shared.join("tools/score_plan.py");
    if !scorer.is_file() {
        println!("accuracy: skipped, since the annotated lists (../shared) are not here");
        return Ok(());
    }
    let own = root().join("fixtures/annotated");
    let compiled = compile_all(&[shared.join("seeds"), shared.join("corpus"), own.clone()])?;
    for gold in files(&shared.join("gold"), "json").into_iter().chain(files(&own, "json")) {
        let annotation: Value = serde_json::from_str(&fs::read_to_string(&gold)?)?;
        let hash = annotation["sha256"].as_str().unwrap_or_default();
        let name = gold.file_stem().unwrap_or_default().to_string_lossy();
        let Some((document, plan)) = compiled.get(hash) else {
            println!("\n{name}: its document is not here");
            continue;
        };
        println!("\n{name}");
        let paths = [&scorer, &gold, document, plan].map(|p| p.display().to_string());
        let mut arguments: Vec<&str> = paths.iter().map(String::as_str).collect();
        let where_annotated =
            FLOORS_WHERE_ANNOTATED.iter().filter(|(field, _)| has(&annotation, field)).map(|(_, f)| f);
        FLOORS.iter().chain(where_annotated).for_each(|floor| arguments.extend(["--min", floor]));
        run_program(&mut program("python3", &arguments))?;
    }
    Ok(())
}

/// Whether the annotation, or an item of it, has the field.
fn has(annotation: &Value, field: &str) -> bool {
    let items =
        annotation["categories"].as_array().into_iter().flatten().filter_map(|c| c["items"].as_array()).flatten();
    items.chain([annotation]).any(|part| part.pointer(field).is_some())
}

/// Compiles every text; by the hash of its bytes, the text and the plan's file.
fn compile_all(folders: &[PathBuf]) -> Result<BTreeMap<String, (PathBuf, PathBuf)>> {
    let scratch = root().join("target/accuracy");
    fs::create_dir_all(&scratch)?;
    let mut compiled = BTreeMap::new();
    for document in folders.iter().flat_map(|f| files(f, "txt")) {
        let path = document.display().to_string();
        let json = output(&mut program("cargo", &["run", "--quiet", "--", "compile", &path, "--format", "json"]))
            .with_context(|| format!("cannot compile {path}"))?;
        let plan: Value = serde_json::from_str(&json)?;
        let hash = plan["source"]["sha256"].as_str().unwrap_or_default().to_string();
        let file = scratch.join(format!("{hash}.json"));
        fs::write(&file, json)?;
        compiled.insert(hash, (document, file));
    }
    Ok(compiled)
}

/// Files of a folder with this ending, sorted.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> =
        entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    all.sort();
    all
}
