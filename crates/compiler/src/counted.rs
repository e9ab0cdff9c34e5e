//! What the words around a measure say it counts, as pairs of characters, so that two counts can be compared without a
//! dictionary of nouns. Words that go with any object are left out. Linking and checks both ask here.

use std::ops::Range;

use yinuo_model::{At, Measure, Mode};

use crate::readings::Case;
use crate::syntax::among;
use crate::syntax::letters::{HAN_BYTES, is_han};
use crate::syntax::pairs::{PAIRS, push_pairs};
use crate::syntax::words::{Alone, Said};

pub use crate::syntax::pairs::{Pair, affinity, overlap, pairs};

/// Where a measure stands: its cell, its range there, the deliverable and the clauses that are its own.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    cell: Said<'a>,
    text: &'a str,
    here: Range<usize>,
    clause: Range<usize>,
    own: Range<usize>,
    step: Said<'a>,
}

impl<'a> Setting<'a> {
    /// The setting of a measure among the cells of its commitment.
    fn of(measure: &Measure, case: Case<'a>) -> Option<Self> {
        let (passage, cell) = case.cell(measure.at)?;
        let here = passage.range_of(measure.place.first())?;
        let step = cell.deliverable_at(&here)?;
        let clause = cell.clause_at(&here)?.range();
        Some(Self { cell, text: cell.text(), here, own: clause.clone(), clause, step })
    }

    /// Narrows the measure's own words among those of its cell: they begin after the previous measure's clause (or after
    /// the joint between two measures of one clause) and end before the next measure's.
    fn between(&mut self, previous: Option<&Range<usize>>, next: Option<&Range<usize>>) {
        let mut start = self.step.range().start;
        let mut end = self.own.end;
        if let Some(before) = previous.filter(|r| r.end > self.step.range().start && r.end <= self.here.start) {
            let same_clause = before.end > self.own.start;
            start =
                if same_clause { joint(self.text, before.end..self.here.start) } else { self.clause_after(before.end) };
        }
        if let Some(after) = next.filter(|r| r.start < self.own.end && r.start >= self.here.end) {
            end = joint(self.text, self.here.end..after.start);
        }
        self.own = start..end.max(start);
    }

    /// The start of the first clause after a place, at most that of the measure's own.
    fn clause_after(&self, at: usize) -> usize {
        let between = self.cell.part(at..self.own.start.max(at));
        between.clauses().next().map_or(self.own.start, |c| c.range().start)
    }

    /// The deliverable that the measure is part of.
    pub fn step(&self) -> Said<'a> {
        self.step
    }

    /// The measure's own words in its own clause, without the measure.
    pub fn clause_words(&self) -> String {
        let [before, after] = self.clause_parts();
        format!("{} {}", before.text(), after.text())
    }

    /// The same, before and after the measure.
    pub fn clause_parts(&self) -> [Said<'a>; 2] {
        self.without_measure(self.own.start.max(self.clause.start))
    }

    fn without_measure(&self, start: usize) -> [Said<'a>; 2] {
        let before = self.cell.part(start..self.here.start.max(start));
        [before, self.cell.part(self.here.end..self.own.end.max(self.here.end))]
    }

    /// The words that name the measure's object, where they stand in its cell.
    fn named(&self, object: &str) -> Option<Said<'a>> {
        const NEAR: usize = 200;
        let after = &self.text[self.here.end..];
        let from = self.text.floor_char_boundary(self.here.start.saturating_sub(NEAR));
        let start = if after.starts_with(object) {
            self.here.end
        } else if after.strip_prefix('的').is_some_and(|rest| rest.starts_with(object)) {
            self.here.end + '的'.len_utf8()
        } else {
            let before = &self.text.as_bytes()[..self.here.start];
            let last = self.here.start.checked_sub(object.len())?;
            // Chinese characters begin alike: the whole first one tells most places apart
            let (first, rest) = object.as_bytes().split_at(HAN_BYTES.min(object.len()));
            let here = |at: &usize| before[*at..].starts_with(first) && before[at + first.len()..].starts_with(rest);
            (from..=last).rev().find(here)?
        };
        Some(self.cell.part(start..start + object.len()))
    }

    /// What a share of what was counted before is a share by: 新建 in 22座(其中新建5座). Only where 其中 stands before the
    /// measure in its clause.
    pub fn share(&self) -> Option<&'a str> {
        let before = self.text.get(self.clause.start..self.here.start)?;
        let (_, listed) = before.rsplit_once(among::FIRM)?;
        // 其中新建600路、改造900路: the second of them is 改造
        let counted = listed.rfind(|c: char| c.is_ascii_digit()).map_or("", |at| &listed[at..]);
        let name = counted.split_once(['、', ',', '，']).map_or(listed, |(_, name)| name);
        Some(name.trim_matches([':', '：', ',', '，', ' ']))
    }

    /// True when the measure's own words before it say this name.
    pub fn says(&self, name: &str) -> bool {
        !name.is_empty() && self.text.get(self.own.start..self.here.start).is_some_and(|own| own.contains(name))
    }

    /// The place of the measure's own words in its cell: from after the measure before it, the measure included.
    pub fn own_range(&self) -> Range<usize> {
        self.own.clone()
    }
}

/// How many neighbours are looked at for one that divides words.
const NEIGHBOURS: usize = 4;

/// The setting of every measure, in their order; `None` for one whose place is not in its cell.
pub fn settings(case: Case) -> Vec<Option<Setting>> {
    let measures = &case.commitment.measures;
    let mut all: Vec<_> = measures.iter().map(|m| Setting::of(m, case)).collect();
    // An age or a threshold describes what its neighbour counts, and divides no words from it.
    let divides =
        |n: usize, other: usize| measures[other].at == measures[n].at && measures[other].mode != Mode::Context;
    for n in 0..all.len() {
        let place = |other: usize| all[other].as_ref().filter(|_| divides(n, other)).map(|s| s.here.clone());
        let before = (0..n).rev().take(NEIGHBOURS).find_map(place);
        let after = (n + 1..measures.len()).take(NEIGHBOURS).find_map(place);
        if let Some(setting) = &mut all[n] {
            setting.between(before.as_ref(), after.as_ref());
        }
    }
    all
}

/// The words of the objects of some measures, as pairs.
#[derive(Debug, Clone, Default)]
pub struct Objects {
    pairs: Vec<Pair>,
    /// Where those of each measure end.
    ends: Vec<usize>,
}

impl std::ops::Index<usize> for Objects {
    type Output = [Pair];

    fn index(&self, measure: usize) -> &[Pair] {
        let start = measure.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.pairs[start..self.ends[measure]]
    }
}

/// The object of every measure, in their order. A promise is named in its own clause, an instalment by the whole of its
/// deliverable; a promise whose clause names nothing (全年举办4次) is of what its deliverable names.
pub fn objects(measures: &[Measure], settings: &[Option<Setting>]) -> Objects {
    let mut all =
        Objects { pairs: Vec::with_capacity(PAIRS * measures.len()), ends: Vec::with_capacity(measures.len()) };
    for (measure, setting) in measures.iter().zip(settings) {
        if let Some(setting) = setting {
            object(measure, setting, &mut all.pairs);
        }
        all.ends.push(all.pairs.len());
    }
    all
}

/// Puts the object of one measure after the others.
fn object(measure: &Measure, setting: &Setting, all: &mut Vec<Pair>) {
    let begin = all.len();
    let name = measure.object.as_deref().filter(|o| !o.is_empty());
    let place = name.and_then(|n| setting.named(n));
    let elsewhere = name.filter(|_| place.is_none()).map(Alone::anew);
    let named = place.or(elsewhere.as_ref().map(Alone::said));
    let mut with_name = |[before, after]: [Said; 2]| {
        push_pairs([before, after].into_iter().chain(named), all);
        all.len() > begin
    };
    let instalment = matches!(measure.at, At::Period(_));
    let found =
        !instalment && with_name(setting.clause_parts()) || with_name(setting.without_measure(setting.own.start));
    if !found && !instalment {
        push_pairs([setting.step()], all);
    }
}

/// Where the words between two measures divide: at the last enumeration mark, else where they begin.
fn joint(text: &str, between: Range<usize>) -> usize {
    let words = &text[between.clone()];
    let mark = words.char_indices().rfind(|(_, c)| matches!(c, '、' | ',' | '，' | '和' | '及' | '与'));
    between.start + mark.map_or(0, |(at, c)| at + c.len_utf8())
}

/// A name without the words at its end that go with any name.
fn bare(name: &str) -> &str {
    name.trim_end_matches(['等', '类']).trim_end_matches("活动").trim_end_matches("项目")
}

/// The last two characters of the words that name a measure's object: 宣讲 in 100场健康知识宣讲.
pub fn head(measure: &Measure, setting: &Setting) -> Option<Pair> {
    let named = measure.object.as_deref().map(bare).filter(|o| o.chars().filter(|c| is_han(*c)).count() > 1);
    let clause = if named.is_none() { setting.clause_words() } else { String::new() };
    let words = named.unwrap_or_else(|| bare(clause.trim()));
    let tail: Vec<char> = words.chars().rev().filter(|c| is_han(*c)).take(2).collect();
    (tail.len() == 2).then(|| Pair::of(tail[1], tail[0]))
}
