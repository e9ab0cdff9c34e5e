//! Marks of unfinished work do not land.

use super::Tree;

/// In two halves, so that this file does not hold them itself.
const MARKS: &[(&str, &str)] =
    &[("todo", "!("), ("dbg", "!("), ("unimplemented", "!("), ("#[", "ignore"), ("FIX", "ME"), ("XX", "X")];

/// Lines that hold one.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    let marks: Vec<String> = MARKS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut problems = vec![];
    for (name, text) in &tree.rust {
        for (n, line) in text.lines().enumerate() {
            // four of them are a year that nobody knows
            let line = line.replace("XXXX", "");
            problems.extend(marks.iter().filter(|m| line.contains(*m)).map(|m| format!("{name}:{}: {m}", n + 1)));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_with_its_line() {
        let text = format!("fn a() {{\n    {}()\n}}", ["to", "do!"].concat());
        let tree = Tree { rust: vec![("a.rs".into(), text)], packages: vec![] };
        assert!(check(&tree)[0].starts_with("a.rs:2: "));
    }
}
