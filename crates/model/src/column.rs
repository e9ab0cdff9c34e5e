//! What a column of a published table holds, and what a person says a heading means. Written as one word: `title`, `Q1`,
//! `lead`. How headings are recognised is the compiler's affair.

use std::fmt;
use std::str::FromStr;

use crate::{BadText, Role};

/// What a column of a table holds.
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
    /// Text that is understood with its heading only: money, a place.
    Detail,
    /// What is due by the end of these months, both included.
    Months(i8, i8),
    /// Several periods in one cell, each with its name.
    Schedule,
    /// The day or month by which all is due.
    Deadline,
    /// Who answers for it.
    Owner(Role),
    /// Nothing of the promise.
    Unused,
}

impl Column {
    /// Every kind of column that tables commonly have, in the order in which people look for them.
    pub fn common() -> Vec<Self> {
        let quarters = (0..4).map(|q| Column::Months(q * 3 + 1, q * 3 + 3));
        let months = (1..=12).map(|m| Column::Months(m, m));
        let mut all = vec![Column::Title, Column::Body, Column::Detail, Column::Label, Column::Category];
        all.extend(quarters);
        all.extend([Column::Months(1, 6), Column::Months(7, 12), Column::Months(1, 12)]);
        all.extend([Column::Schedule, Column::Deadline]);
        all.extend([Role::Lead, Role::Responsible, Role::Cooperating, Role::Leader].map(Column::Owner));
        all.extend(months);
        all.push(Column::Unused);
        all
    }

    fn word(self) -> Option<&'static str> {
        Some(match self {
            Column::Label => "label",
            Column::Category => "category",
            Column::Title => "title",
            Column::Body => "body",
            Column::Detail => "detail",
            Column::Schedule => "schedule",
            Column::Deadline => "deadline",
            Column::Owner(Role::Lead) => "lead",
            Column::Owner(Role::Responsible) => "responsible",
            Column::Owner(Role::Cooperating) => "cooperating",
            Column::Owner(Role::Leader) => "leader",
            Column::Unused => "unused",
            Column::Months(..) => return None,
        })
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Column::Months(1, 12) => f.write_str("year"),
            Column::Months(a @ (1 | 7), b) if b - a == 5 => write!(f, "H{}", b / 6),
            Column::Months(a @ (1 | 4 | 7 | 10), b) if b - a == 2 => write!(f, "Q{}", b / 3),
            Column::Months(a, b) if a == b => write!(f, "{a:02}"),
            Column::Months(a, b) => write!(f, "{a:02}/{b:02}"),
            other => f.write_str(other.word().unwrap_or_default()),
        }
    }
}

impl FromStr for Column {
    type Err = BadText;

    fn from_str(text: &str) -> Result<Self, BadText> {
        let common = || Column::common().into_iter().find(|c| c.to_string() == text);
        let months = || {
            let (a, b) = text.split_once('/')?;
            let months = Column::Months(a.parse().ok()?, b.parse().ok()?);
            Some(months).filter(|m| matches!(m, Column::Months(a, b) if 1 <= *a && a < b && *b <= 12))
        };
        let read = common().or_else(months).filter(|c| c.to_string() == text);
        read.ok_or_else(|| BadText(text.to_string()))
    }
}

/// What a person says a heading means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    heading: String,
    /// What its column holds.
    pub holds: Column,
}

/// The longest heading that can be named, in characters.
const MAX_HEADING: usize = 60;
/// Before the letters of a column that has no heading.
const PLACE: char = '@';
/// The furthest column that can be named by its number: the last one of a workbook.
const MAX_PLACE: u32 = 16_384;

impl Naming {
    /// A heading, whose white space does not count; `None` when it has no words or is too long to be one. A column without
    /// heading is named by its place: `@B`, `@b` and `@2` are the second one.
    pub fn new(heading: &str, holds: Column) -> Option<Self> {
        let mut heading: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some(place) = heading.strip_prefix(PLACE) {
            heading = match place.parse() {
                Ok(number @ 1..=MAX_PLACE) => Self::place(number - 1),
                _ if is_letters(place) => heading.to_ascii_uppercase(),
                _ => heading,
            };
        }
        (1..=MAX_HEADING).contains(&heading.chars().count()).then_some(Self { heading, holds })
    }

    /// The words of the heading, without white space.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What a column without heading is called, the first of a table being 0.
    pub fn place(column: u32) -> String {
        format!("{PLACE}{}", yinuo_diag::column_name(column.saturating_add(1)))
    }

    /// The letters of the column, when a heading is the name of a place.
    pub fn place_of(heading: &str) -> Option<&str> {
        heading.strip_prefix(PLACE).filter(|place| is_letters(place))
    }

    /// What the words of a heading mean by these namings; the last one counts.
    pub fn of(all: &[Naming], heading: &str) -> Option<Column> {
        let words = || heading.chars().filter(|c| !c.is_whitespace());
        all.iter().rev().find(|n| n.heading.chars().eq(words())).map(|n| n.holds)
    }
}

fn is_letters(place: &str) -> bool {
    (1..=3).contains(&place.len()) && place.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for column in Column::common().into_iter().chain([Column::Months(3, 4), Column::Months(2, 12)]) {
            assert_eq!(column.to_string().parse(), Ok(column));
        }
        for text in ["", "quarter", "Q5", "13", "1", "03/03", "04/03", "01/03", "00/02", "11/13", "Title"] {
            assert!(text.parse::<Column>().is_err(), "{text}");
        }
    }

    #[test]
    fn headings_are_the_same_whatever_white_space_stands_in_them() {
        let naming = |heading: &str| Naming::new(heading, Column::Title);
        assert_eq!(naming("攻坚 举措\n").unwrap().heading(), "攻坚举措");
        assert!(naming(" \u{3000}").is_none() && naming(&"长".repeat(61)).is_none());
        let all = [naming("举措").unwrap(), Naming::new("举 措", Column::Body).unwrap()];
        assert_eq!(Naming::of(&all, " 举措"), Some(Column::Body));
        assert_eq!(Naming::of(&all, "举"), None);
    }

    #[test]
    fn a_column_without_heading_is_named_by_its_letters_or_number() {
        let heading = |text: &str| Naming::new(text, Column::Title).unwrap().heading().to_string();
        for (typed, kept) in [("@B", "@B"), ("@ b", "@B"), ("@2", "@B"), ("@28", "@AB"), ("@16384", "@XFD")] {
            assert_eq!(heading(typed), kept);
            assert_eq!(Naming::place_of(kept), Some(&kept[1..]));
        }
        for words in ["@", "@0", "@16385", "@单位", "@A1", "@2B"] {
            assert_eq!(heading(words), words);
            assert_eq!(Naming::place_of(words), None, "{words}");
        }
    }
}
