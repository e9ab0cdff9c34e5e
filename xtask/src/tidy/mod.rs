//! `cargo xtask tidy`: the rules of the house that no compiler knows, one file each. A rule reads the tree and returns
//! sentences; all of them are printed before the step fails.

mod codes;
mod crates;
mod headers;
mod length;
mod words;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell;

/// What the rules look at.
struct Tree {
    /// Every Rust file: its path from the root, and its text.
    rust: Vec<(String, String)>,
    /// `cargo metadata` of our own packages.
    packages: Vec<Value>,
}

impl Tree {
    fn read() -> Result<Self> {
        let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.rs"];
        let names = shell::output(&mut shell::program("git", &list))?;
        let mut rust = vec![];
        for name in names.split_terminator('\0').filter(|n| shell::root().join(n).is_file()) {
            rust.push((name.to_string(), text(name)?));
        }
        let metadata = ["metadata", "--no-deps", "--format-version", "1", "--offline"];
        let metadata: Value = serde_json::from_str(&shell::output(&mut shell::program("cargo", &metadata))?)?;
        Ok(Self { rust, packages: metadata["packages"].as_array().cloned().unwrap_or_default() })
    }
}

/// The text of a file, its path from the root.
fn text(name: &str) -> Result<String> {
    fs::read_to_string(shell::root().join(name)).with_context(|| format!("cannot read {name}"))
}

/// Names in a folder, sorted; none when the folder does not exist.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(shell::root().join(Path::new(folder))).into_iter().flatten();
    let mut names: Vec<String> = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Runs every rule.
pub(crate) fn run() -> Result<()> {
    let tree = Tree::read()?;
    let mut problems = vec![];
    problems.extend(crates::edges(&tree, &text("ARCHITECTURE.md")?));
    problems.extend(crates::dependencies(&tree, &text("docs/dependencies.md")?));
    problems.extend(headers::check(&tree));
    problems.extend(words::check(&tree));
    problems.extend(length::check(&tree, &text("xtask/length.allow")?));
    problems.extend(codes::check(&tree, &text("crates/diag/src/codes.rs")?)?);
    for problem in &problems {
        println!("tidy: {problem}");
    }
    if !problems.is_empty() {
        bail!("{} problem(s)", problems.len());
    }
    Ok(())
}
