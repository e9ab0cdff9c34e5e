//! Each code has a row, a page in both languages, a place that emits it, and something that triggers it: a fixture for what
//! is found in a document, a test for what the ledger turns down.

use anyhow::Result;

use super::{Tree, names, text};

/// Where findings are made.
const EMITTERS: &[&str] = &["crates/extract/src/", "crates/compiler/src/", "crates/ledger/src/", "crates/app/src/"];
/// Where codes of the ledger, which no document can trigger, are triggered.
const LEDGER_TESTS: &str = "crates/ledger/tests/";
const LANGUAGES: &[&str] = &["zh", "en"];
/// Codes that no file small enough to keep can trigger; a test does.
const MADE_BY_A_TEST: &[&str] = &["S003", "S015"];
/// A page is more than its heading.
const MIN_PAGE_LINES: usize = 8;

/// A row `NAME = "C001" "kebab-name" …` of the registry.
struct Row<'a> {
    constant: &'a str,
    id: &'a str,
    name: &'a str,
}

/// What is missing for each code, and pages and fixtures that belong to none.
pub(super) fn check(tree: &Tree, registry: &str) -> Result<Vec<String>> {
    let rows = rows(registry);
    let fixtures = names("fixtures/codes");
    let mut problems = vec![];
    for row in &rows {
        for lang in LANGUAGES {
            let path = format!("docs/codes/{lang}/{}.md", row.id);
            problems.extend(page_problem(row, &text(&path)?).map(|p| format!("{path} {p}")));
        }
        if row.id.starts_with('J') {
            if !is_triggered(tree, row.id) {
                problems.push(format!("{} {} is named by no test in {LEDGER_TESTS}", row.id, row.name));
            }
        } else if !MADE_BY_A_TEST.contains(&row.id) && !fixtures.iter().any(|f| f.starts_with(row.id)) {
            problems.push(format!("{} {} has no fixture in fixtures/codes", row.id, row.name));
        }
        if !is_emitted(tree, row.constant) {
            problems.push(format!("{} {} is emitted nowhere", row.id, row.name));
        }
    }
    let is_known = |file: &str| rows.iter().any(|r| file.starts_with(r.id));
    let mut files: Vec<String> = fixtures.iter().map(|f| format!("fixtures/codes/{f}")).collect();
    for lang in LANGUAGES {
        files.extend(names(&format!("docs/codes/{lang}")).iter().map(|f| format!("docs/codes/{lang}/{f}")));
    }
    let stray = files.iter().filter(|f| !is_known(f.rsplit('/').next().unwrap_or(f)));
    problems.extend(stray.map(|f| format!("{f} belongs to no code")));
    Ok(problems)
}

fn rows(registry: &str) -> Vec<Row<'_>> {
    let row = |line| -> Option<Row<'_>> {
        let (constant, rest) = str::trim(line).split_once(" = \"")?;
        let (id, rest) = rest.split_once("\" \"")?;
        Some(Row { constant, id, name: rest.split('"').next()? })
    };
    registry.lines().filter_map(row).collect()
}

fn page_problem(row: &Row, page: &str) -> Option<String> {
    let heading = format!("# {} {}", row.id, row.name);
    if page.lines().next() != Some(&heading) {
        return Some(format!("does not begin with `{heading}`"));
    }
    (page.lines().count() < MIN_PAGE_LINES).then(|| "is no more than its heading".to_string())
}

/// Whether a test of the ledger expects the code.
fn is_triggered(tree: &Tree, id: &str) -> bool {
    let quoted = format!("\"{id}\"");
    tree.rust.iter().any(|(name, text)| name.starts_with(LEDGER_TESTS) && text.contains(&quoted))
}

/// Whether a source file that makes findings names the constant.
fn is_emitted(tree: &Tree, constant: &str) -> bool {
    let mut sources = tree.rust.iter().filter(|(name, _)| EMITTERS.iter().any(|e| name.starts_with(e)));
    sources.any(|(_, text)| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == constant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_from_the_table() {
        let all = rows("codes! {\n    EMPTY_FILE = \"S001\" \"empty-file\" Error \"空\" \"empty\";\n}");
        assert_eq!((all.len(), all[0].constant, all[0].id, all[0].name), (1, "EMPTY_FILE", "S001", "empty-file"));
        let row = &all[0];
        assert!(page_problem(row, "# S001 empty-file\n").is_some());
        assert!(page_problem(row, &format!("# S001 empty-file\n{}", "words\n".repeat(8))).is_none());
        assert!(page_problem(row, "# Empty\n").is_some());
    }
}
