//! What each paragraph of a document is in its plan: a title, a heading, the words of a commitment, or none of these. Knows
//! no addresses and no marks.

use std::collections::{HashMap, HashSet};

use yinuo_app::Edition;
use yinuo_diag::Span;
use yinuo_model::names;
use yinuo_model::{At, Plan};

/// What a paragraph is in the plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The list's title.
    Title,
    /// The heading of a category.
    Category,
    /// The words of a commitment.
    Promise,
    /// Running text that holds several commitments.
    Run,
    /// A milestone or a body.
    Cell,
    /// The number before a promise, alone in its paragraph.
    Number,
    /// Not part of the list.
    Aside,
    /// A few words that are not part of the list, as a header row has them.
    Scrap,
}

impl Role {
    /// The style of such a paragraph.
    pub fn class(self) -> &'static str {
        match self {
            Role::Title => "title",
            Role::Category => "category",
            Role::Promise => "vow",
            Role::Run => "run",
            Role::Cell => "due",
            Role::Number => "number",
            Role::Aside => "aside",
            Role::Scrap => "aside scrap",
        }
    }
}

/// Paragraphs aside of the list up to this many characters are set in a row.
const MAX_SCRAP: usize = 12;

/// A place in the plan and the words it came from.
pub struct Spot<'a> {
    /// The words.
    pub span: Span,
    /// The commitment.
    pub number: u32,
    /// What it is called where room is short.
    pub label: &'a str,
    /// The cell.
    pub at: At,
    /// True for the first words of the cell.
    pub first: bool,
}

/// True when a paragraph from one place to another holds several commitments.
pub fn several(first: Option<&Spot>, last: Option<&Spot>) -> bool {
    first.map(|s| s.number) != last.map(|s| s.number)
}

/// What is known of the whole document while its paragraphs are set.
pub struct Setting<'a> {
    text: &'a str,
    /// Where the paragraphs stand.
    pub blocks: Vec<Span>,
    /// The places of the plan, in the order of the document.
    spots: Vec<Spot<'a>>,
    /// Ordinals of categories by the paragraph that heads them.
    categories: HashMap<usize, u32>,
    title: Option<usize>,
    /// Paragraphs that say owners again that their commitment has already.
    again: HashSet<usize>,
}

impl<'a> Setting<'a> {
    /// That of an edition.
    pub fn of(edition: &'a Edition) -> Self {
        let (text, plan) = (edition.document.text.as_str(), &edition.compiled.plan);
        let blocks: Vec<Span> = edition.document.blocks.iter().map(|b| b.span).collect();
        let spots = spots(plan);
        let title = plan.title.as_deref().and_then(|t| blocks.iter().position(|b| b.of(text).contains(t)));
        let categories = headings(text, &blocks, plan, &spots);
        let again = again(text, &blocks, plan, &spots);
        Self { text, categories, blocks, spots, title, again }
    }

    /// For each paragraph the places in it, and the first place from it on.
    pub fn paragraphs(&self) -> impl Iterator<Item = (Vec<&Spot<'a>>, Option<&Spot<'a>>)> {
        let mut next = 0;
        self.blocks.iter().map(move |block| {
            next += self.spots[next..].iter().take_while(|s| s.span.end <= block.start).count();
            let here = self.spots[next..].iter().take_while(|s| s.span.start < block.end);
            (here.collect(), self.spots.get(next))
        })
    }

    /// What paragraph `i` is; `here` are the places in it, `next` the first one from it on.
    pub fn role(&self, i: usize, here: &[&Spot], next: Option<&Spot>) -> Role {
        let words = self.blocks[i].of(self.text);
        let heads = |s: &Spot| self.blocks.get(i + 1).is_some_and(|b| b.start <= s.span.start && s.span.start < b.end);
        match here.first() {
            Some(_) if several(here.first().copied(), here.last().copied()) => Role::Run,
            Some(spot) if spot.at == At::Title => Role::Promise,
            Some(_) => Role::Cell,
            None if self.categories.contains_key(&i) => Role::Category,
            None if self.title == Some(i) => Role::Title,
            None if self.says_again(i) => Role::Cell,
            None if next.is_some_and(|s| s.first && s.at == At::Title && s.label == words && heads(s)) => Role::Number,
            None if words.chars().count() <= MAX_SCRAP => Role::Scrap,
            None => Role::Aside,
        }
    }

    /// Whether paragraph `i` only names owners that the commitment before it has.
    pub fn says_again(&self, i: usize) -> bool {
        self.again.contains(&i)
    }

    /// The anchors of paragraph `i`: its category, the cells that begin in it, its own where it is none of the list's.
    pub fn ids(&self, i: usize, here: &[&Spot], role: Role) -> Vec<String> {
        let category = self.categories.get(&i).map(|ordinal| format!("k{ordinal}"));
        let begun = here.iter().filter(|s| s.first && s.span.start >= self.blocks[i].start);
        let aside = matches!(role, Role::Aside | Role::Scrap).then(|| paragraph_anchor(i));
        category.into_iter().chain(begun.map(|s| anchor(s.number, s.at))).chain(aside).collect()
    }
}

/// The anchor of a cell on the source page: `c26`, `c26-2016-Q3`.
pub fn anchor(number: u32, at: At) -> String {
    match at {
        At::Title => format!("c{number}"),
        at => format!("c{number}-{at}"),
    }
}

/// The anchor of a paragraph that is not part of the list.
pub fn paragraph_anchor(i: usize) -> String {
    format!("x{i}")
}

fn spots(plan: &Plan) -> Vec<Spot<'_>> {
    let mut all = vec![];
    for (_, c) in plan.commitments() {
        let body = c.body.iter().map(|b| (At::Body, b));
        let cells = c.milestones.iter().map(|m| (At::Period(m.period), &m.passage));
        for (at, passage) in std::iter::once((At::Title, &c.title)).chain(body).chain(cells) {
            let (number, label) = (c.number, names::brief(c));
            let spot = |(i, span): (usize, &Span)| Spot { span: *span, number, label, at, first: i == 0 };
            all.extend(passage.spans.iter().enumerate().map(spot));
        }
    }
    all.sort_by_key(|s| s.span);
    all
}

/// Fewer characters than these beside names of owners are a label or a role.
pub const MIN_BESIDE: usize = 10;

/// The paragraphs without a place in the plan that name owners of the commitment before them, and nothing else: a task below has the
/// same lead as the one above, whose name is pointed at.
fn again(text: &str, blocks: &[Span], plan: &Plan, spots: &[Spot]) -> HashSet<usize> {
    let owners: HashMap<u32, Vec<&str>> =
        plan.commitments().map(|(_, c)| (c.number, c.owners.iter().map(|o| o.name.as_str()).collect())).collect();
    let mut places: Vec<u32> =
        plan.commitments().flat_map(|(_, c)| &c.owners).flat_map(|o| o.place.all()).map(|span| span.start).collect();
    places.sort_unstable();
    let says = |block: &Span| {
        let spot = spots[..spots.partition_point(|s| s.span.start < block.end)].last()?;
        let words = block.of(text);
        let names = owners.get(&spot.number)?.iter().filter(|name| words.contains(**name));
        let names: usize = names.map(|name| name.chars().count()).sum();
        let next = places.partition_point(|at| *at < block.start);
        let is_place = spot.span.end > block.start || places.get(next).is_some_and(|at| *at < block.end);
        (names > 0 && !is_place && words.chars().count() < names + MIN_BESIDE).then_some(())
    };
    blocks.iter().enumerate().filter(|(_, block)| says(block).is_some()).map(|(i, _)| i).collect()
}

/// The paragraphs that head a category: the last one before its first commitment that holds its name.
fn headings(text: &str, blocks: &[Span], plan: &Plan, spots: &[Spot]) -> HashMap<usize, u32> {
    let mut all = HashMap::new();
    for category in plan.categories.iter().filter(|c| !c.name.is_empty()) {
        let Some(first) = category.commitments.first().and_then(|c| c.title.spans.first()) else { continue };
        let before = spots.partition_point(|s| s.span.start < first.start);
        let floor = before.checked_sub(1).map_or(0, |i| spots[i].span.end);
        let end = blocks.partition_point(|b| b.start < first.start);
        let start = blocks.partition_point(|b| b.start < floor).min(end);
        let found = (start..end).rev().find(|i| blocks[*i].of(text).contains(&category.name));
        all.extend(found.map(|i| (i, category.ordinal)));
    }
    all
}
