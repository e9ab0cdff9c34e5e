//! What the words around a measure say it counts, as pairs of characters, so that two counts can be compared without a
//! dictionary of nouns. Words that go with any object are left out. Linking and checks both ask here.

use std::ops::Range;
use std::sync::LazyLock;

use yinuo_model::{At, Measure, Milestone, Passage};

use crate::syntax::clauses;
use crate::syntax::letters::is_han;
use crate::syntax::wordlist::WordList;

static GENERIC: LazyLock<WordList<()>> = LazyLock::new(|| WordList::new(TABLE));

/// Words that say nothing of the object counted.
static TABLE: &[(&str, ())] = &[
    ("开展", ()),
    ("完成", ()),
    ("组织", ()),
    ("举办", ()),
    ("举行", ()),
    ("实施", ()),
    ("提供", ()),
    ("推进", ()),
    ("推动", ()),
    ("活动", ()),
    ("工作", ()),
    ("项目", ()),
    ("任务", ()),
    ("目标", ()),
    ("累计", ()),
    ("合计", ()),
    ("全年", ()),
    ("年内", ()),
    ("年底", ()),
    ("计划", ()),
    ("预计", ()),
    ("估计", ()),
    ("实现", ()),
    ("达到", ()),
    ("稳定在", ()),
    ("保持在", ()),
    ("控制在", ()),
    ("不少于", ()),
    ("不低于", ()),
    ("不超过", ()),
    ("以上", ()),
    ("以下", ()),
    ("以内", ()),
    ("左右", ()),
    ("总投资", ()),
    ("投资", ()),
    ("投入", ()),
    ("资金", ()),
    ("万元", ()),
    ("亿元", ()),
    ("每季度", ()),
    ("每月", ()),
    ("季度", ()),
    ("惠及", ()),
    ("受益", ()),
    ("各类", ()),
    ("进行", ()),
    ("新区", ()),
    ("全区", ()),
    ("全市", ()),
    ("全县", ()),
    ("全省", ()),
];

/// Where a measure stands: the cell's text, the range of the measure, the deliverable and the clauses that are its own.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    text: &'a str,
    here: Range<usize>,
    clause: Range<usize>,
    own: Range<usize>,
    step: Range<usize>,
}

impl<'a> Setting<'a> {
    /// The setting of a measure among the cells of its commitment.
    fn of(
        measure: &Measure,
        title: &'a Passage,
        body: Option<&'a Passage>,
        milestones: &'a [Milestone],
    ) -> Option<Self> {
        let passage = match measure.at {
            At::Title => title,
            At::Body => body?,
            At::Period(p) => &milestones.iter().find(|m| m.period == p)?.passage,
        };
        let range = passage.range_of(measure.place.first())?;
        let step = clauses::deliverable_at(&passage.text, &range)?;
        let clause = clauses::clause_in(&passage.text, &step, &range)?;
        Some(Self { text: &passage.text, here: range, own: clause.clone(), clause, step })
    }

    /// Narrows the measure's own words among those of its cell: they begin after the previous measure's clause (or after
    /// the joint between two measures of one clause) and end before the next measure's.
    fn between(&mut self, previous: Option<&Range<usize>>, next: Option<&Range<usize>>) {
        let mut start = self.step.start;
        let mut end = self.own.end;
        if let Some(before) = previous.filter(|r| r.end > self.step.start && r.end <= self.here.start) {
            let same_clause = before.end > self.own.start;
            start =
                if same_clause { joint(self.text, before.end..self.here.start) } else { self.clause_after(before.end) };
        }
        if let Some(after) = next.filter(|r| r.start < self.own.end && r.start >= self.here.end) {
            end = joint(self.text, self.here.end..after.start);
        }
        self.own = start..end.max(start);
    }

    /// The start of the first clause after a place.
    fn clause_after(&self, at: usize) -> usize {
        let all = clauses::clauses_near(self.text, &(at.min(self.here.start)..self.here.end));
        all.iter().map(|c| c.start).find(|start| *start >= at).unwrap_or(self.own.start).min(self.own.start)
    }

    /// The deliverable that the measure is part of.
    pub fn step(&self) -> &'a str {
        &self.text[self.step.clone()]
    }

    /// The words that belong to the measure, from after the one before it, without the measure.
    pub fn own_words(&self) -> String {
        self.without_measure(self.own.start)
    }

    /// Those of them that stand in the measure's own clause.
    pub fn clause_words(&self) -> String {
        self.without_measure(self.own.start.max(self.clause.start))
    }

    fn without_measure(&self, start: usize) -> String {
        let before = self.text.get(start..self.here.start.max(start)).unwrap_or("");
        let after = self.text.get(self.here.end..self.own.end.max(self.here.end)).unwrap_or("");
        format!("{before} {after}")
    }

    /// The place of [`Setting::own_words`] in the cell's text, the measure included.
    pub fn own_range(&self) -> Range<usize> {
        self.own.clone()
    }
}

/// The setting of every measure, in their order; `None` for one whose place is not in its cell.
pub fn settings<'a>(
    measures: &[Measure],
    title: &'a Passage,
    body: Option<&'a Passage>,
    milestones: &'a [Milestone],
) -> Vec<Option<Setting<'a>>> {
    let mut all: Vec<_> = measures.iter().map(|m| Setting::of(m, title, body, milestones)).collect();
    let places: Vec<Option<Range<usize>>> = all.iter().map(|s| s.as_ref().map(|s| s.here.clone())).collect();
    let near = |n: usize, other: Option<usize>| {
        other.filter(|o| measures.get(*o).is_some_and(|m| m.at == measures[n].at)).and_then(|o| places[o].as_ref())
    };
    for (n, setting) in all.iter_mut().enumerate() {
        if let Some(setting) = setting {
            setting.between(near(n, n.checked_sub(1)), near(n, Some(n + 1)));
        }
    }
    all
}

/// The object of every measure, in their order. A promise is named in its own clause, an instalment by the whole of its
/// deliverable; a promise whose clause names nothing (全年举办4次) is of what its deliverable names.
pub fn objects(measures: &[Measure], settings: &[Option<Setting>]) -> Vec<Vec<(char, char)>> {
    let object = |(measure, setting): (&Measure, &Option<Setting>)| {
        let Some(setting) = setting else { return vec![] };
        let named = measure.object.as_deref().unwrap_or_default();
        let own = pairs(&format!("{} {named}", setting.own_words()));
        if matches!(measure.at, At::Period(_)) {
            return own;
        }
        let narrow = pairs(&format!("{} {named}", setting.clause_words()));
        match (narrow.len(), own.len()) {
            (0, 0) => pairs(setting.step()),
            (0, _) => own,
            _ => narrow,
        }
    };
    measures.iter().zip(settings).map(object).collect()
}

/// Where the words between two measures divide: at the last enumeration mark, else where they begin.
fn joint(text: &str, between: Range<usize>) -> usize {
    let words = &text[between.clone()];
    let mark = words.char_indices().rfind(|(_, c)| matches!(c, '、' | ',' | '，' | '和' | '及' | '与'));
    between.start + mark.map_or(0, |(at, c)| at + c.len_utf8())
}

/// The pairs of neighbouring Han characters in the words that name an object, sorted, each once.
pub fn pairs(text: &str) -> Vec<(char, char)> {
    let mut all = vec![];
    let mut kept = 0;
    let mut add = |part: &str| {
        let mut before = None;
        for c in part.chars() {
            let here = Some(c).filter(|c| is_han(*c));
            all.extend(before.zip(here));
            before = here;
        }
    };
    for (range, ()) in GENERIC.find(text) {
        add(&text[kept..range.start]);
        kept = range.end;
    }
    add(&text[kept..]);
    all.sort_unstable();
    all.dedup();
    all
}

/// How much the words of two measures share, of the shorter: 参保率 is wholly in 城乡居民医保参保率.
pub fn overlap(a: &[(char, char)], b: &[(char, char)]) -> f32 {
    let shared = a.iter().filter(|p| b.binary_search(p).is_ok()).count();
    shared as f32 / a.len().min(b.len()).max(1) as f32
}

/// The last two characters of the words that name a measure's object: 宣讲 in 100场健康知识宣讲.
pub fn head(measure: &Measure, setting: &Setting) -> Option<(char, char)> {
    let generic =
        |c: &str| c.trim_end_matches(['等', '类']).trim_end_matches("活动").trim_end_matches("项目").to_string();
    let named = measure.object.as_deref().map(generic).filter(|o| o.chars().filter(|c| is_han(*c)).count() > 1);
    let words = named.unwrap_or_else(|| generic(setting.clause_words().trim()));
    let tail: Vec<char> = words.chars().rev().filter(|c| is_han(*c)).take(2).collect();
    (tail.len() == 2).then(|| (tail[1], tail[0]))
}

/// How much of the `target`'s words the `part`'s words share, 0 to 1. With no pair in common single characters count,
/// at a fraction.
pub fn affinity(target: &[(char, char)], part: &[(char, char)]) -> f32 {
    if target.is_empty() || part.is_empty() {
        return 0.0;
    }
    let shared = target.iter().filter(|p| part.binary_search(p).is_ok()).count();
    if shared > 0 {
        return shared as f32 / target.len() as f32;
    }
    let single = target.iter().filter(|(_, b)| part.iter().any(|(_, d)| b == d)).count();
    0.25 * single as f32 / target.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_leave_out_words_that_name_nothing() {
        assert_eq!(pairs("累计举办读书会不少于"), [('书', '会'), ('读', '书')]);
        assert!(pairs("全年累计完成200").is_empty());
    }

    #[test]
    fn affinity_falls_back_on_single_characters() {
        let target = pairs("新建幼儿园");
        assert!(affinity(&target, &pairs("新建幼儿园选址")) > 0.9);
        let weak = affinity(&target, &pairs("配套园开办"));
        assert!(weak > 0.0 && weak < 0.25);
        assert_eq!(affinity(&target, &pairs("消防栓")), 0.0);
    }
}
