//! Column headings of published lists in the wordings seen in the field, and period headings. A heading is a paragraph
//! of its own; its exact words decide, so that a sentence that mentions one is never taken for it.

mod stretch;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

pub use stretch::{Stretch, small, stretch};
use words::{TRADITIONAL, WORDS};
use yinuo_model::{self as model, Role};

use crate::roles::LABELS;
use crate::syntax::charmap::CharMap;
use crate::syntax::letters::but_han;
use crate::syntax::openings::Openings;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The item's number.
    Label,
    /// The category an item belongs to.
    Category,
    /// The promise.
    Title,
    /// Further text of the promise.
    Body,
    /// What is due by the end of a period.
    Period(Stretch),
    /// A heading over period columns; holds nothing itself.
    Group,
    /// Who answers for it.
    Owner(Role),
    /// The day or month by which all is due.
    Deadline,
    /// Anything else a list may carry: remarks, sums, places.
    Other,
}

impl From<model::Column> for Column {
    fn from(column: model::Column) -> Self {
        match column {
            model::Column::Label => Column::Label,
            model::Column::Category => Column::Category,
            model::Column::Title => Column::Title,
            model::Column::Body | model::Column::Detail => Column::Body,
            model::Column::Months(from, to) => Column::Period(Stretch::of_months(from, to)),
            model::Column::Schedule => Column::Group,
            model::Column::Deadline => Column::Deadline,
            model::Column::Owner(role) => Column::Owner(role),
            model::Column::Unused => Column::Other,
        }
    }
}

impl From<Column> for model::Column {
    fn from(column: Column) -> Self {
        match column {
            Column::Label => model::Column::Label,
            Column::Category => model::Column::Category,
            Column::Title => model::Column::Title,
            Column::Body => model::Column::Body,
            Column::Period(stretch) => model::Column::Months(stretch.months().0, stretch.months().1),
            Column::Group => model::Column::Schedule,
            Column::Owner(role) => model::Column::Owner(role),
            Column::Deadline => model::Column::Deadline,
            Column::Other => model::Column::Unused,
        }
    }
}

/// What each of these words stands for; of one that stands twice the first holds.
static KNOWN: LazyLock<Openings<Column>> = LazyLock::new(|| {
    let owners = LABELS.iter().map(|(label, role)| (*label, Column::Owner(*role)));
    let others = WORDS.iter().flat_map(|(column, words)| words.iter().map(|word| (*word, *column)));
    Openings::new(owners.chain(others))
});

/// Reads a paragraph as a column heading.
pub fn column(paragraph: &str) -> Option<Column> {
    if paragraph.len() > 60 {
        return None;
    }
    let bracket = but_han(paragraph).find(|(_, c)| matches!(c, '(' | '（'));
    let before_bracket = bracket.map_or(paragraph, |(open, _)| &paragraph[..open]);
    if before_bracket.ends_with(['。', '；', '，']) {
        return None;
    }
    let changes = |c: char| c.is_whitespace() || c.is_ascii_uppercase();
    let word: Cow<str> = if but_han(before_bracket).any(|(_, c)| changes(c)) {
        let kept = before_bracket.chars().filter(|c| !c.is_whitespace());
        kept.map(|c| c.to_ascii_lowercase()).collect::<String>().into()
    } else {
        before_bracket.into()
    };
    let word = simplified(&word);
    let word = without_year(&word);
    // Words that are known as a whole go before: `全年目标` beside quarters is what is promised, not what is due in one.
    let whole = KNOWN.of(word).filter(|(known, _)| *known == word).map(|(_, column)| column);
    whole.or_else(|| stretch(word).map(Column::Period)).or_else(|| {
        let stage = word.starts_with('第') && word.ends_with("阶段");
        let inside = bracket.filter(|_| stage).map(|(open, c)| &paragraph[open + c.len_utf8()..])?;
        stretch(inside.trim().strip_suffix([')', '）'])?).map(Column::Period)
    })
}

/// A period in the same cell as the heading over all periods: `节点目标Ⅰ季度`, where both came to stand in the first column.
pub fn under_a_group(words: &str) -> Option<Stretch> {
    let groups = WORDS.iter().filter(|(column, _)| *column == Column::Group).flat_map(|(_, words)| *words);
    groups.into_iter().find_map(|group| words.strip_prefix(group).and_then(stretch))
}

/// A heading with the year before it taken off: `2027年度目标`.
fn without_year(word: &str) -> &str {
    let Some((number, rest)) = word.split_once('年') else { return word };
    let rest = rest.trim_start_matches('度');
    let is_year = (2..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if is_year && !rest.is_empty() { rest } else { word }
}

static SIMPLIFIED: LazyLock<CharMap<Option<char>>> = LazyLock::new(|| {
    let all: Vec<char> = TRADITIONAL.chars().collect();
    let mut simplified = CharMap::default();
    all.chunks_exact(2).for_each(|pair| simplified.set(pair[0], Some(pair[1])));
    simplified
});

/// Words in simplified characters, as headings are known in.
pub fn simplified(words: &str) -> Cow<'_, str> {
    let simplified = &*SIMPLIFIED;
    match words.chars().any(|c| simplified.get(c).is_some()) {
        true => words.chars().map(|c| simplified.get(c).unwrap_or(c)).collect::<String>().into(),
        false => words.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_known() {
        let first = |word: &str| WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(column, _)| *column);
        assert!(WORDS.iter().flat_map(|(_, words)| *words).all(|w| column(w) == first(w)));
    }

    #[test]
    fn column_headings() {
        assert_eq!(column("序 号"), Some(Column::Label));
        assert_eq!(column("责任单位(牵头)"), Some(Column::Owner(Role::Responsible)));
        assert_eq!(column("全年"), Some(Column::Period(Stretch::Months(1, 12))));
        assert_eq!(column("2027年全年目标任务"), Some(Column::Body));
        assert_eq!(column("完成任务"), None);
    }
}
