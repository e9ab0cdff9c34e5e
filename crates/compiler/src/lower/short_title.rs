//! A name for a commitment where room is short: matrix rows, links, headings of pages.

/// The first clause of the title without a closing mark, at most 24 characters and an ellipsis.
pub fn of(title: &str) -> String {
    title.chars().take(24).collect()
}
