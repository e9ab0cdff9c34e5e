//! A call for suggestions: it asks what should become a commitment, and its chapters say when, how and what to send in. None of
//! them is a commitment, however they are numbered.

use super::outline::Group;

/// Fewer chapters that speak of collecting could be chance.
const MIN_CHAPTERS: usize = 2;

/// Whether what was read as a list are the chapters of such a call: 征集时间, 征集内容.
pub fn is_one(groups: &[Group]) -> bool {
    let titles = || groups.iter().flat_map(|g| &g.rows).map(|r| r.title.text().trim_start());
    let of_call = titles().filter(|t| t.starts_with("征集")).count();
    of_call >= MIN_CHAPTERS && of_call * 2 >= titles().count()
}

/// Whether a paragraph asks for suggestions.
pub fn asks(paragraph: &str) -> bool {
    paragraph.contains("实事")
        && ["公开征集", "面向", "征求"].iter().any(|w| paragraph.contains(w))
        && paragraph.contains("征集")
}
