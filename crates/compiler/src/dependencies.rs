//! Which commitments wait for another: a step is done only on a condition (待青河路通车后), and what the condition names is the
//! matter of another commitment of the list. Computed from the plan whenever it is asked for, and kept nowhere.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rust_decimal::Decimal;
use serde::Serialize;
use yinuo_model::{Commitment, Period, Plan, Verb};

use crate::syntax::letters::is_word;
use crate::syntax::stages::STAGES;
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Alone;
use crate::syntax::{Folded, numeral};

/// A step that waits for another commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dependency<'a> {
    /// The commitment whose step it is, by its number in the plan.
    pub commitment: u32,
    /// The period the step is due in.
    pub at: Period,
    /// Which of the milestone's steps it is, from 0.
    pub step: usize,
    /// The commitment it waits for.
    pub on: u32,
    /// The words of the condition that name it.
    pub words: &'a str,
}

/// What a name of something that is built or set up ends with.
const THINGS: &[char] = &[
    '路', '街', '道', '桥', '校', '学', '园', '院', '馆', '站', '线', '厂', '心', '楼', '场', '区', '村', '河', '湖',
    '库', '台', '统', '网', '房', '所', '廊', '隧', '池', '管', '段', '期', '屋', '室',
];

/// The shortest and the longest name, in characters.
const NAME: std::ops::RangeInclusive<usize> = 3..=14;

/// The dependencies of a plan, in the order of its steps.
pub fn of(plan: &Plan) -> Vec<Dependency<'_>> {
    let waiting: Vec<Waiting> = plan.commitments().flat_map(|(_, c)| steps_that_wait(c)).collect();
    if waiting.is_empty() {
        return vec![];
    }
    let mut folded = Folded::default();
    let (named, numbered) = (named_by(plan, &waiting), numbered_by(plan, &mut folded));
    let mut all = vec![];
    for Waiting { commitment, at, step, condition } in waiting {
        let numbers = numbers_in(condition, &mut folded);
        let by_number = || numbers.iter().find_map(|(number, words)| Some(((*numbered.get(number)?)?, *words)));
        let by_name = || {
            let known = names_in(condition).filter_map(|name| Some(((*named.get(name)?)?, name)));
            known.max_by_key(|(_, name)| name.len())
        };
        if let Some((on, words)) = by_number().or_else(by_name).filter(|(on, _)| *on != commitment) {
            all.push(Dependency { commitment, at, step, on, words });
        }
    }
    all
}

/// A step with a condition that names an event.
struct Waiting<'a> {
    commitment: u32,
    at: Period,
    step: usize,
    condition: &'a str,
}

fn steps_that_wait(c: &Commitment) -> impl Iterator<Item = Waiting<'_>> {
    let steps = c.milestones.iter().flat_map(|m| m.steps.iter().enumerate().map(|(n, s)| (m.period, n, s)));
    steps.filter_map(|(at, step, s)| {
        let condition = s.condition.as_deref().filter(|c| names_an_event(c))?;
        Some(Waiting { commitment: c.number, at, step, condition })
    })
}

/// Whether a condition says that something is done or goes on; 根据学校情况 waits for nothing.
fn names_an_event(condition: &str) -> bool {
    let words = Alone::anew(condition);
    let done = |verb: Verb| matches!(verb, Verb::Complete | Verb::Start);
    VERBS.find(words.said()).any(|(_, verb)| done(verb))
        || STAGES.occurs(words.said())
        || ["完成的", "进度", "进展", "建设"].iter().any(|word| condition.contains(word))
}

/// The one commitment whose title has a name, for each name in the conditions: `None` where several have it.
fn named_by<'a>(plan: &'a Plan, waiting: &[Waiting<'a>]) -> HashMap<&'a str, Option<u32>> {
    let mut asked: HashMap<&str, Option<Option<u32>>> = HashMap::new();
    for w in waiting {
        asked.extend(names_in(w.condition).map(|name| (name, None)));
    }
    // the last two characters of each name: few places of a title end so
    let mut ends: Vec<(char, char)> = asked.keys().filter_map(|name| last_two(name)).collect();
    ends.sort_unstable();
    for (_, c) in plan.commitments() {
        let known = |end: &usize| last_two(&c.title.text[..*end]).is_some_and(|two| ends.binary_search(&two).is_ok());
        for name in ends_of_things(&c.title.text).filter(known).flat_map(|end| names_before(&c.title.text, end)) {
            if let Entry::Occupied(mut found) = asked.entry(name) {
                let other = found.get().is_some_and(|one| one != Some(c.number));
                found.insert(Some((!other).then_some(c.number)));
            }
        }
    }
    asked.into_iter().filter_map(|(name, found)| Some((name, found?))).collect()
}

/// Every run of words in a text that could be the name of a thing.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    ends_of_things(text).flat_map(move |end| names_before(text, end))
}

/// Where the name of a thing could end.
fn ends_of_things(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter(|(_, c)| THINGS.contains(c)).map(|(at, c)| at + c.len_utf8())
}

/// The runs of words that end there and are as long as names are.
fn names_before(text: &str, end: usize) -> impl Iterator<Item = &str> {
    let back = text[..end].char_indices().rev().take_while(|(_, c)| is_word(*c)).take(*NAME.end());
    back.skip(NAME.start() - 1).map(move |(start, _)| &text[start..end])
}

fn last_two(text: &str) -> Option<(char, char)> {
    let mut back = text.chars().rev();
    let last = back.next()?;
    Some((back.next()?, last))
}

/// The commitment for each number, however it is written; `None` where several have it.
fn numbered_by(plan: &Plan, folded: &mut Folded) -> HashMap<Decimal, Option<u32>> {
    let mut all = HashMap::new();
    for (_, c) in plan.commitments() {
        folded.load(c.label.trim_matches(|c: char| !is_word(c)));
        let whole = numeral::read(folded, 0).filter(|n| n.end == folded.len());
        if let Some(number) = whole.and_then(|n| n.value) {
            all.entry(number).and_modify(|one| *one = None).or_insert(Some(c.number));
        }
    }
    all
}

/// The numbers of commitments in a condition, with the words that name them: 第3项 in 待第三项完成后. 第一项目部 is a name.
fn numbers_in<'a>(condition: &'a str, folded: &mut Folded) -> Vec<(Decimal, &'a str)> {
    let mut all = vec![];
    for (start, _) in condition.match_indices('第') {
        let rest = &condition[start..];
        folded.load(rest);
        let items = |end: usize| matches!(folded.get(end), '项' | '件') && folded.get(end + 1) != '目';
        let Some(number) = numeral::read(folded, 1).filter(|n| items(n.end)) else { continue };
        let length = rest.char_indices().nth(number.end + 1).map_or(rest.len(), |(at, _)| at);
        all.extend(number.value.map(|value| (value, &rest[..length])));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What waits for what: `2 2026-Q4 青河路 1`.
    fn waits(rows: &[&str]) -> Vec<String> {
        let text = format!("青溪县2026年民生实事\n{}", rows.join("\n"));
        let document = yinuo_extract::read("a.txt", text.as_bytes()).expect("a text is a document");
        let compiled = crate::compile(&document, &crate::Options::default());
        let told = |d: Dependency| format!("{} {} {} {}", d.commitment, d.at, d.words, d.on);
        of(&compiled.plan).into_iter().map(told).collect()
    }

    fn row(title: &str, last: &str) -> String {
        format!("{title}\n第一季度：完成设计。\n第二季度：完成招标。\n第三季度：进场施工。\n第四季度：{last}")
    }

    #[test]
    fn a_condition_that_names_another_commitment_waits_for_it() {
        let road = row("1.打通青河路断头路。", "青河路建成通车。");
        let says = |condition: &str| {
            waits(&[
                &road,
                &row("2.优化公交线路6条。", &format!("{condition}，优化线路6条。")),
                &row("3.改造菜市场2个。", "完成改造2个。"),
            ])
        };
        assert_eq!(says("待青河路通车后"), ["2 2026-Q4 青河路 1"]);
        assert_eq!(says("在第3项完成的前提下"), ["2 2026-Q4 第3项 3"]);
        assert_eq!(says("待第三项完工后"), ["2 2026-Q4 第三项 3"]);
        assert_eq!(says("根据菜市场改造进度情况"), ["2 2026-Q4 菜市场 3"]);
        assert_eq!(says("待第二批设备到货、第3项完工后"), ["2 2026-Q4 第3项 3"]);
        // its own matter, nobody's, or no event
        for condition in
            ["待公交线路勘察完成后", "待白沙路通车后", "根据青河路情况", "待第9项完成后", "待第一项目部验收后"]
        {
            assert_eq!(says(condition), Vec::<String>::new(), "{condition}");
        }
    }

    #[test]
    fn a_name_of_two_commitments_tells_neither() {
        let (one, two) = (row("1.新建青河路人行道。", "完成。"), row("2.绿化青河路。", "完成。"));
        let third = row("3.优化公交线路6条。", "待青河路通车后，优化线路6条。");
        assert_eq!(waits(&[&one, &two, &third]), Vec::<String>::new());
    }
}
