//! Crates and their edges against the table in ARCHITECTURE.md, and dependencies against docs/dependencies.md. The table
//! is the allow-list: an edge that is not in it has to be argued for there first.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Tree;

/// Crates that may use whatever they measure or test.
const MEASURES: &str = "xtask";

/// Every crate has a row, every row a crate, and every edge stands in its row.
pub(super) fn edges(tree: &Tree, architecture: &str) -> Vec<String> {
    let allowed = table(architecture);
    let mut problems = vec![];
    let mut seen = BTreeSet::new();
    for package in &tree.packages {
        let name = short(package);
        seen.insert(name.clone());
        let Some(may_use) = allowed.get(&name) else {
            problems.push(format!("crate {name} has no row in ARCHITECTURE.md"));
            continue;
        };
        for used in ours(package).filter(|u| name != MEASURES && !may_use.contains(u)) {
            problems.push(format!("{name} uses {used}, which ARCHITECTURE.md does not allow"));
        }
    }
    problems.extend(
        allowed
            .keys()
            .filter(|n| !seen.contains(*n))
            .map(|n| format!("ARCHITECTURE.md has a crate {n} that is not there")),
    );
    problems
}

/// Every direct dependency is named in docs/dependencies.md, and nothing else is named in its first column.
pub(super) fn dependencies(tree: &Tree, document: &str) -> Vec<String> {
    let rows = || document.lines().filter(|l| l.starts_with("| `") && !l.contains("(npm)"));
    let named: BTreeSet<&str> = rows().flat_map(|l| quoted(l.split('|').nth(1).unwrap_or(""))).collect();
    let mut used = BTreeSet::new();
    for package in &tree.packages {
        for dependency in package["dependencies"].as_array().into_iter().flatten().filter(|d| d["path"].is_null()) {
            used.insert(dependency["name"].as_str().unwrap_or_default());
        }
    }
    let unnamed = used.difference(&named).map(|n| format!("dependency {n} has no line in docs/dependencies.md"));
    let unused = named.difference(&used).map(|n| format!("docs/dependencies.md names {n}, which nothing depends on"));
    unnamed.chain(unused).collect()
}

/// Rows `| crate | what it is | may use |`: each crate with what it may use.
fn table(architecture: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut rows = BTreeMap::new();
    for line in architecture.lines().skip_while(|l| !l.starts_with("| crate ")).take_while(|l| l.starts_with('|')) {
        let columns: Vec<&str> = line.split('|').collect();
        let [_, name, _, may_use, ..] = columns[..] else { continue };
        let Some(name) = quoted(name).next() else { continue };
        let all_above = may_use.contains("all of the above");
        let allowed =
            if all_above { rows.keys().cloned().collect() } else { quoted(may_use).map(String::from).collect() };
        rows.insert(name.to_string(), allowed);
    }
    rows
}

/// Words between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Crates of ours that a package is built with; what only its tests use is left out.
fn ours(package: &Value) -> impl Iterator<Item = String> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|d| !d["path"].is_null() && d["kind"].is_null()).map(short)
}

/// A crate's name without the project's.
fn short(package: &Value) -> String {
    let name = package["name"].as_str().unwrap_or_default();
    name.strip_prefix("yinuo-").unwrap_or(name).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TABLE: &str = "| crate | what it is | may use |\n|---|---|---|\n| `a` | x | nothing of ours |\n| `b` | y | `a` |\n\
                         | `c` | z | all of the above |\n\ntext";

    fn tree(packages: Value) -> Tree {
        Tree { rust: vec![], packages: packages.as_array().cloned().unwrap_or_default() }
    }

    fn package(name: &str, ours: &[&str]) -> Value {
        let dependencies: Vec<Value> = ours.iter().map(|o| json!({ "name": o, "path": "x", "kind": null })).collect();
        json!({ "name": name, "dependencies": dependencies })
    }

    #[test]
    fn only_edges_of_the_table_are_allowed() {
        let sound =
            json!([package("yinuo-a", &[]), package("yinuo-b", &["yinuo-a"]), package("yinuo-c", &["yinuo-b"])]);
        assert_eq!(edges(&tree(sound), TABLE), [""; 0]);
        let unsound = json!([package("yinuo-a", &["yinuo-b"]), package("yinuo-b", &[]), package("yinuo-d", &[])]);
        assert_eq!(edges(&tree(unsound), TABLE).len(), 3);
    }

    #[test]
    fn every_dependency_is_argued_for() {
        let packages = json!([{ "name": "x", "dependencies": [{ "name": "serde", "path": null }, { "name": "clap", "path": null }] }]);
        let document = "| `serde`, `serde_json` | x | why |\n| `axe` (npm) | y |";
        let problems = dependencies(&tree(packages), document);
        assert!(
            problems.len() == 2 && problems[0].contains("clap") && problems[1].contains("serde_json"),
            "{problems:?}"
        );
    }
}
