//! Each Rust file opens with a comment that says what it is for.

use super::Tree;

/// Files that do not begin with `//!`.
pub(super) fn check(tree: &Tree) -> Vec<String> {
    let bare = tree.rust.iter().filter(|(_, text)| !text.starts_with("//! "));
    bare.map(|(name, _)| format!("{name} does not open with a comment (//!) that says what it is for")).collect()
}
