//! `cargo xtask formats [FOLDER]`: the same list in other formats, made by tools that are not ours (python-docx, openpyxl,
//! LibreOffice, Chromium), must be read as the same plan but for places. What a machine lacks is not checked, and said. The
//! documents stay in FOLDER, target/formats if none is given, to be looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::shell::{output, program, root};

/// What the making of documents needs, and how to see that it is there.
const NEEDED: &[(&str, &[&str])] = &[("python3", &["-c", "import docx, openpyxl"])];
const WANTED: &[(&str, &str)] = &[("soffice", "LibreOffice"), ("chromium", "Chromium")];
/// Differences that are printed for a document.
const SHOWN: usize = 4;

/// Rebuilds and compares every list there is.
pub(crate) fn run(folder: Option<&str>) -> Result<()> {
    if let Some((tool, _)) = NEEDED.iter().find(|(tool, args)| output(&mut program(tool, args)).is_err()) {
        println!("formats: skipped, since {tool} with python-docx and openpyxl is not here");
        return Ok(());
    }
    for (tool, name) in WANTED.iter().filter(|(tool, _)| output(&mut program(tool, &["--version"])).is_err()) {
        println!("formats: nothing of {name} is checked, since {tool} is not here");
    }
    let folder = folder.map_or_else(|| root().join("target/formats"), PathBuf::from);
    let (mut same, mut all) = (0, 0);
    for text in texts() {
        let name = text.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let plan = compile(&text)?;
        println!("\n{name}");
        for document in rebuild(&text, &plan, &folder.join(&name))? {
            let differences = differences(&plan, &compile(&document)?);
            let shown = document.strip_prefix(&folder).unwrap_or(&document).display();
            println!("  {shown}: {}", if differences.is_empty() { "the same".into() } else { counted(&differences) });
            differences.iter().take(SHOWN).for_each(|d| println!("      {d}"));
            all += 1;
            same += usize::from(differences.is_empty());
        }
    }
    println!("\n{same} of {all} documents are read as the text is");
    if same < all { bail!("documents are read otherwise than the text") } else { Ok(()) }
}

fn counted(differences: &[String]) -> String {
    format!("{} differences", differences.len())
}

/// The texts: the examples, and the lists and reports of others where they are present.
fn texts() -> Vec<PathBuf> {
    let shared = root().join("../shared");
    let folders = [root().join("examples"), shared.join("seeds"), shared.join("corpus")];
    let entries = folders.iter().filter_map(|f| fs::read_dir(f).ok()).flatten().flatten();
    let mut all: Vec<PathBuf> =
        entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    all.sort();
    all
}

/// Makes the documents of a text, and gives their paths.
fn rebuild(text: &Path, plan: &Value, folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let read = folder.with_extension("json");
    fs::write(&read, plan.to_string())?;
    let arguments = [&read, text, folder].map(|p| p.display().to_string());
    let mut command = program("python3", &["xtask/formats/rebuild.py"]);
    Ok(output(command.args(arguments))?.lines().map(PathBuf::from).collect())
}

fn compile(document: &Path) -> Result<Value> {
    let path = document.display().to_string();
    Ok(serde_json::from_str(&output(&mut program(
        "cargo",
        &["run", "--quiet", "--", "compile", &path, "--format", "json"],
    ))?)?)
}

/// What two plans say differently, places and findings left out.
fn differences(a: &Value, b: &Value) -> Vec<String> {
    let (mut left, mut right) = (BTreeMap::new(), BTreeMap::new());
    said(a, String::new(), &mut left);
    said(b, String::new(), &mut right);
    let keys = left.keys().chain(right.keys().filter(|k| !left.contains_key(*k)));
    let differ = keys.filter(|k| left.get(*k) != right.get(*k));
    let shown = |value: Option<&String>| value.cloned().unwrap_or("nothing".into());
    differ.map(|k| format!("{k}: {} / {}", shown(left.get(k)), shown(right.get(k)))).collect()
}

/// Every value of a plan under its path. Blanks and ends of paragraphs depend on where lines were broken, and are left out
/// of words; steps and numbers are what they are read as.
fn said(value: &Value, path: String, all: &mut BTreeMap<String, String>) {
    const PLACES: [&str; 7] = ["span", "spans", "labels", "source", "diagnostics", "doubts", "schema"];
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !PLACES.contains(&name.as_str())) {
                said(value, format!("{path}/{name}"), all);
            }
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(n, value)| said(value, format!("{path}/{n}"), all));
        }
        other => {
            let words = other.to_string().replace("\\n", " ");
            all.insert(path, words.split_whitespace().collect());
        }
    }
}
