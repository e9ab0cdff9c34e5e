//! Files and functions stay short. What is longer stands in xtask/length.allow with its length, which may only shrink.

use std::collections::BTreeMap;

use super::Tree;

const MAX_FILE_LINES: usize = 450;
const MAX_FUNCTION_LINES: usize = 70;

/// Files and functions over the limits, and allowances that are no longer needed in full.
pub(super) fn check(tree: &Tree, allowances: &str) -> Vec<String> {
    let mut allowed: BTreeMap<&str, usize> = BTreeMap::new();
    for line in allowances.lines().filter(|l| !l.starts_with('#')) {
        if let Some((what, lines)) = line.split_once(' ') {
            allowed.insert(what, lines.parse().unwrap_or(0));
        }
    }
    let mut problems = vec![];
    for (what, lines, limit) in tree.rust.iter().flat_map(|(name, text)| lengths(name, text)) {
        match allowed.remove(what.as_str()) {
            None if lines > limit => problems.push(format!("{what} has {lines} lines, more than {limit}")),
            Some(most) if lines > most => problems.push(format!("{what} grew to {lines} lines from {most}")),
            Some(most) if lines < most => {
                problems.push(format!("{what} shrank to {lines} lines: lower it in xtask/length.allow"));
            }
            _ => {}
        }
    }
    problems.extend(allowed.keys().map(|what| format!("xtask/length.allow names {what}, which is not there")));
    problems
}

/// The file and each function in it: name, lines, limit.
fn lengths(name: &str, text: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut all = vec![(name.to_string(), lines.len(), MAX_FILE_LINES)];
    for (start, line) in lines.iter().enumerate() {
        let Some(function) = function_name(line) else { continue };
        // The layout of rustfmt: the closing brace stands alone under the beginning of the signature.
        let indent = &line[..line.len() - line.trim_start().len()];
        let end = lines[start..].iter().position(|l| l.strip_prefix(indent).is_some_and(|rest| rest == "}"));
        let is_one_line = line.ends_with('}') || line.ends_with(';');
        if let (Some(end), false) = (end, is_one_line) {
            all.push((format!("{name}:{function}"), end + 1, MAX_FUNCTION_LINES));
        }
    }
    all
}

/// The name of the function whose signature begins on this line.
fn function_name(line: &str) -> Option<&str> {
    let mut words = line.trim_start();
    for prefix in ["pub(crate) ", "pub(super) ", "pub ", "const ", "async ", "unsafe "] {
        words = words.strip_prefix(prefix).unwrap_or(words);
    }
    let rest = words.strip_prefix("fn ")?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(lines: usize) -> Tree {
        let text = format!(
            "impl A {{\n    pub fn long(\n        a: u8,\n    ) {{\n{}    }}\n}}\n",
            "        a();\n".repeat(lines)
        );
        Tree { rust: vec![("a.rs".into(), text)], packages: vec![] }
    }

    #[test]
    fn a_long_function_is_told_and_an_allowance_only_shrinks() {
        assert_eq!(check(&tree(60), ""), [""; 0]);
        assert_eq!(check(&tree(90), ""), ["a.rs:long has 94 lines, more than 70"]);
        assert_eq!(check(&tree(90), "# why\na.rs:long 94\n"), [""; 0]);
        assert!(check(&tree(90), "a.rs:long 93\n")[0].contains("grew"));
        assert!(check(&tree(80), "a.rs:long 94\n")[0].contains("shrank"));
        assert!(check(&tree(10), "b.rs 500\n")[0].contains("not there"));
    }
}
