//! One pass over a cell: numbers, time words, cues and quotation marks are met in order and handed to their readers.
//! Characters that begin nothing are passed over by one look at a table.

use std::sync::LazyLock;

use yinuo_model::{Bound, TimeValue};

use super::cue::{self, CUES, Clause, Cue};
use super::fold::Folded;
use super::time::{self, Found, What};
use super::{RawMeasure, RawTime, Reading, change, marker, measure, numeral};

const NUMBER: u8 = 1;
const TIME: u8 = 2;
const CUE: u8 = 4;
const MARK: u8 = 8;
const QUOTE: u8 = 16;
const ORDINAL: u8 = 32;
const CHANGE: u8 = 64;

/// Characters beside those of ASCII that begin a number or an ordinal, end a clause or open a quotation.
const MARKS_AND_NUMERALS: &str = "零一二两三四五六七八九十百千万亿第前，。；！？\n“《「『";

/// What a character may begin.
static BEGINS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut table = vec![0u8; 0x1_0000];
    for c in MARKS_AND_NUMERALS.chars().chain(' '..='~').chain(change::HEADS) {
        let mut class = 0;
        class |= if numeral::begins(c) { NUMBER } else { 0 };
        class |= if cue::ends_clause(c).is_some() { MARK } else { 0 };
        class |= if matches!(c, '“' | '《' | '「' | '『' | '"') { QUOTE } else { 0 };
        class |= if matches!(c, '第' | '前') { ORDINAL } else { 0 };
        class |= if change::HEADS.contains(&c) { CHANGE } else { 0 };
        table[c as usize] = class;
    }
    time::heads().into_iter().for_each(|c| table[c as usize] |= TIME);
    CUES.heads().for_each(|c| table[c as usize] |= CUE);
    table
});

/// Whether a time may begin with a character.
pub(super) fn may_begin_time(c: char) -> bool {
    let word = || BEGINS.get(c as usize).is_some_and(|class| class & TIME != 0);
    numeral::begins(c) || matches!(c, '第' | '前') || word()
}

struct Scan<'a> {
    f: &'a Folded,
    text: &'a str,
    year: Option<i16>,
    clause: Clause,
    /// One past the quotation that is open, or a place already passed.
    quoted: usize,
    /// The number of the last list marker.
    item: u32,
    /// How far times have been taken: no cue or number is read inside one.
    out: &'a mut Reading,
}

/// Reads a cell. `f` holds `text` folded; `year` fills a missing year. `out` is empty before.
pub fn read(f: &Folded, text: &str, year: Option<i16>, out: &mut Reading) {
    let begins = &*BEGINS;
    let mut scan = Scan { f, text, year, clause: Clause::default(), quoted: 0, item: 0, out };
    let mut i = 0;
    while let Some(c) = f.chars().get(i) {
        let class = begins.get(*c as usize).copied().unwrap_or(0);
        i = if class == 0 { i + 1 } else { scan.step(i, class).max(i + 1) };
    }
}

impl Scan<'_> {
    /// Reads what begins at `i` and says where to go on.
    fn step(&mut self, i: usize, class: u8) -> usize {
        let f = self.f;
        if class & MARK != 0 {
            self.clause.begin(i + 1, cue::ends_clause(f.get(i)) == Some(true));
            return i + 1;
        }
        if class & QUOTE != 0 {
            if self.clause.sentence == i && holds_the_promise(f, i) {
                self.clause.begin(i + 1, true);
            } else {
                self.quoted = self.quoted.max(quotation(f, i));
            }
            return i + 1;
        }
        if class & ORDINAL != 0 {
            let found = if f.get(i) == '第' {
                time::at_ordinal(f, i, self.year)
            } else {
                time::first_of_year(f, i, i, self.year)
            };
            return found.map_or(i + 1, |found| self.take(found));
        }
        if class & TIME != 0
            && let Some(found) = time::at_word(f, i, self.year)
        {
            let next = self.take(found);
            self.note_time(i, &found);
            return next;
        }
        if class & CHANGE != 0
            && let Some((found, next)) = measure::changed(f, self.text, &self.clause, i < self.quoted, i)
        {
            self.keep(found, i, next);
            return next;
        }
        if class & NUMBER != 0 {
            return self.number(i);
        }
        self.clause.note(f, i).unwrap_or(i + 1)
    }

    fn number(&mut self, i: usize) -> usize {
        let f = self.f;
        let fresh = (self.clause.sentence..i).all(|j| matches!(f.get(j), ' ' | '('));
        let marker = if fresh { marker::read(f, i, self.item) } else { None };
        let date = time::at_number(f, i, self.year);
        // 4.23世界读书日 may open a sentence; 2.在 is a marker.
        if let Some(marker) = marker.filter(|_| date.is_none()) {
            self.item = marker.number;
            self.clause.begin(marker.end, true);
            return marker.end;
        }
        if let Some(found) = date {
            self.note_time(i, &found);
            return self.take(found);
        }
        let (found, next) = measure::read(f, self.text, &self.clause, i < self.quoted, i);
        if let Some(found) = found {
            self.keep(found, i, next);
        }
        next
    }

    /// Keeps a measure whose number begins at `i` and which ends at `next`.
    fn keep(&mut self, mut found: RawMeasure, i: usize, next: usize) {
        if found.bound == Bound::Exact
            && let Some(first) = self.out.measures.last().filter(|m| m.unit == found.unit && self.lends(m, i))
        {
            found.bound = first.bound;
        }
        if found.change.is_none() && self.joins(i) {
            let like = self.out.measures.last().filter(|m| m.unit == found.unit);
            found.change = like.and_then(|m| m.change);
        }
        self.clause.first.get_or_insert(i);
        self.clause.taken = next;
        self.out.measures.push(found);
    }

    /// True when the number that begins at `i` is joined to the measure before it: 、 or 和 stands between them, and nothing else.
    fn joins(&self, i: usize) -> bool {
        matches!(self.f.get(self.clause.taken), '、' | '和' | '及' | '与') && i == self.clause.taken + 1
    }

    /// True when 分别不少于12场和8场 lends the limit of its first number to the one that begins at `i`.
    fn lends(&self, first: &RawMeasure, i: usize) -> bool {
        let words = self.text.get(..first.range.start).unwrap_or("");
        self.joins(i) && first.range.start > 0 && ["分别", "分别达到", "分别为"].iter().any(|w| words.ends_with(w))
    }

    /// Keeps a time and says where to go on.
    fn take(&mut self, found: Found) -> usize {
        let range = self.f.byte(found.start)..self.f.byte(found.end);
        match found.what {
            What::Time(value, before) => self.out.times.push(RawTime { range, value, before }),
            What::Impossible => self.out.impossible.push(range),
            What::Nothing => {}
        }
        found.next
    }

    /// 全年 and 每月 also colour the numbers after them.
    fn note_time(&mut self, i: usize, found: &Found) {
        if matches!(found.what, What::Time(TimeValue::Recurrence(_), _)) {
            self.clause.set(Cue::Each, found.end);
        } else if let Some((cue @ (Cue::WholeYear | Cue::Each), _)) = CUES.find(self.f, i) {
            self.clause.set(*cue, found.end);
        }
    }
}

/// One past the quotation that opens at `i`: a short name in quotes, or a title in 《》. 0 when it is not closed soon.
fn quotation(f: &Folded, i: usize) -> usize {
    let (close, reach, title) = match f.get(i) {
        '“' => ('”', 24, false),
        '《' => ('》', 48, true),
        '「' => ('」', 24, false),
        '『' => ('』', 24, false),
        _ => ('"', 24, false),
    };
    let end = (i + 1..i + reach).find(|j| f.get(*j) == close || !title && cue::ends_clause(f.get(*j)).is_some());
    end.filter(|j| f.get(*j) == close).map_or(0, |j| j + 1)
}

/// Whether the brackets that open at `i` hold all that the cell says: 《新增泊位300个》. A paper has a name in them: 《…办法》.
fn holds_the_promise(f: &Folded, i: usize) -> bool {
    const PAPERS: &[&str] = &[
        "法", "条例", "办法", "规定", "通知", "意见", "决定", "规划", "纲要", "方案", "细则", "制度", "章程", "标准",
        "规范", "指南", "目录", "清单", "计划", "导则", "报告", "规程", "合同", "协议", "倡议书", "试行)", "暂行)",
    ];
    const LONGEST: usize = 120;
    // “双百工程” is a slogan
    let (close, least) = match f.get(i) {
        '《' => ('》', 0),
        '“' => ('”', 8),
        _ => return false,
    };
    let Some(end) = (i + 1..i + LONGEST).find(|j| f.get(*j) == close) else { return false };
    let last = f.len() <= end + 3 && (end + 1..f.len()).all(|j| matches!(f.get(j), '。' | '；' | ';' | ' '));
    last && end - i > least && f.any_before(end, PAPERS) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_that_begins_something_is_known() {
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            let known = BEGINS[c as usize];
            assert_eq!(known & NUMBER != 0, numeral::begins(c), "{c:?}");
            assert_eq!(known & MARK != 0, cue::ends_clause(c).is_some(), "{c:?}");
        }
        let kinds = [("“《「『\"", QUOTE), ("第前", ORDINAL), ("翻减", CHANGE)];
        assert!(kinds.iter().all(|(all, kind)| all.chars().all(|c| BEGINS[c as usize] & kind != 0)));
    }
}
