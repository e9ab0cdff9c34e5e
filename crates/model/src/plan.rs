//! A plan as published: categories, commitments, owners. Serialises to the shapes of `yinuo.plan/1` (docs/spec/plan.md).

use compact_str::CompactString;
use jiff::civil::Date;
use serde::Serialize;
use smallvec::SmallVec;
use yinuo_diag::Span;

use crate::{At, Measure, Milestone, Target, Time};

/// A few words of a document. A plan holds thousands of these; short ones need no room of their own.
pub type Word = CompactString;

/// Places of one text, nearly always one.
pub type Spans = SmallVec<[Span; 2]>;

/// One jurisdiction's list for one year. Facts that the document does not state are `None`, never guessed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// The list's own title, without counts in brackets.
    pub title: Option<String>,
    /// The body that publishes it.
    pub jurisdiction: Option<String>,
    /// The year the commitments are for.
    pub year: Option<i16>,
    /// When it was published.
    pub published: Option<Date>,
    /// The file it was read from.
    pub source: Source,
    /// Counts the document states about itself.
    pub declared: Declared,
    /// A list without categories has one, with ordinal 1 and an empty name.
    pub categories: Vec<Category>,
}

/// The file a plan was compiled from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// File name without folders.
    pub name: String,
    /// Hash of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// `text/plain` and so on.
    pub media_type: String,
    /// `utf-8`, `gb18030` and so on.
    pub encoding: String,
}

/// Counts the document states about itself, as in `共8大类60项`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Declared {
    /// Number of categories.
    pub categories: Option<u32>,
    /// Number of commitments.
    pub items: Option<u32>,
}

/// A group of commitments.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Category {
    /// From 1.
    pub ordinal: u32,
    /// Empty for a list without categories.
    pub name: String,
    /// The count its heading states.
    pub declared_items: Option<u32>,
    /// Its commitments in the order of the document.
    pub commitments: Vec<Commitment>,
}

/// One promise and everything read from its cells.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Commitment {
    /// Unique in the plan.
    pub number: u32,
    /// The number as written.
    pub label: String,
    /// The heading, or the whole text where there is no heading of its own.
    pub title: Passage,
    /// The text under a heading.
    pub body: Option<Passage>,
    /// For display where room is short.
    pub short_title: String,
    /// What sort of work it is.
    pub kind: Kind,
    /// Owners as written.
    pub owners: Vec<Owner>,
    /// In the order of their periods.
    pub milestones: Vec<Milestone>,
    /// In the order title, body, periods.
    pub measures: Vec<Measure>,
    /// In the same order.
    pub times: Vec<Time>,
    /// What is promised for the year, and what it is made of.
    pub targets: Vec<Target>,
}

/// Text with the places it came from; several when the layout broke it over paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// Where they stand, in order.
    pub spans: Spans,
}

impl Passage {
    /// The range of [`Passage::text`] that stands at `span` in the source; `None` when the span is not wholly in one of
    /// the passage's pieces.
    pub fn range_of(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let (at, piece) = self.pieces().find(|(_, piece)| piece.contains(span))?;
        let start = at + (span.start - piece.start) as usize;
        let range = start..start + span.len();
        self.text.get(range.clone()).map(|_| range)
    }

    /// The place in the source of a range of [`Passage::text`]; `None` when it is not wholly in one of the pieces.
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let (at, piece) = self.pieces().find(|(at, piece)| *at <= range.start && range.end <= at + piece.len())?;
        let start = piece.start as usize + range.start - at;
        Some(Span::new(start, start + range.len()))
    }

    /// Where in [`Passage::text`] each piece begins. Pieces are joined by a line break, by the colon after a heading, or by
    /// nothing; how much is left for such marks is known from the lengths.
    fn pieces(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        let mut joints = self.text.len().saturating_sub(self.spans.iter().map(|s| s.len()).sum());
        let mut at = 0;
        self.spans.iter().enumerate().map(move |(n, piece)| {
            let mark = self.text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '\n' | '：'));
            if let Some(len) = mark.map(char::len_utf8).filter(|len| n > 0 && *len <= joints) {
                at += len;
                joints -= len;
            }
            at += piece.len();
            (at - piece.len(), *piece)
        })
    }
}

/// Where a short run of words stands: one span, or several when a layout broke it over lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Unbroken.
    Span(Span),
    /// Broken over lines, in order.
    Spans(Vec<Span>),
}

impl Place {
    /// The first (usually only) span.
    pub fn first(&self) -> Span {
        match self {
            Place::Span(s) => *s,
            Place::Spans(all) => all.first().copied().unwrap_or_default(),
        }
    }

    /// All spans in order.
    pub fn all(&self) -> &[Span] {
        match self {
            Place::Span(s) => std::slice::from_ref(s),
            Place::Spans(all) => all,
        }
    }
}

/// What sort of work a commitment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Works,
    Activity,
    Service,
    Benefit,
    Procurement,
    Platform,
    Housing,
    Inspection,
    Institution,
}

/// Who answers for a commitment, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owner {
    /// In what role.
    pub role: Role,
    /// The name as written.
    pub name: Word,
    /// The cell it stands in.
    pub at: At,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
}

/// The role of an owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头.
    Lead,
    /// 责任.
    Responsible,
    /// 配合, 协办.
    Cooperating,
    /// 分管领导 and the like.
    Leader,
}

impl Plan {
    /// All commitments in order, each with its category.
    pub fn commitments(&self) -> impl Iterator<Item = (&Category, &Commitment)> {
        self.categories.iter().flat_map(|c| c.commitments.iter().map(move |i| (c, i)))
    }

    /// The commitment with this number.
    pub fn commitment(&self, number: u32) -> Option<(&Category, &Commitment)> {
        self.commitments().find(|(_, c)| c.number == number)
    }

    /// Periods that occur in the plan, in order, each once.
    pub fn periods(&self) -> Vec<crate::Period> {
        let mut all: Vec<_> = self.commitments().flat_map(|(_, c)| c.milestones.iter().map(|m| m.period)).collect();
        all.sort();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_found_in_the_joined_text() {
        let broken = Passage { text: "修路架桥".into(), spans: [Span::new(10, 16), Span::new(20, 26)].into() };
        assert_eq!(broken.range_of(Span::new(23, 26)), Some(9..12));
        let listed = Passage { text: "修路\n架桥".into(), spans: [Span::new(10, 16), Span::new(20, 26)].into() };
        assert_eq!(listed.range_of(Span::new(20, 26)), Some(7..13));
        assert_eq!(listed.range_of(Span::new(14, 22)), None);
    }
}
