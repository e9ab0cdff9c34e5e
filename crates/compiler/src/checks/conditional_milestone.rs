//! C009: a milestone depends on something else, so that nobody can say what must be done by when. Worded by the form of the
//! condition: a premise, how things stand, a time left open, a group that nobody has counted.

use std::collections::HashMap;
use std::ops::Range;

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Milestone, Plan, names};

use super::wording;
use crate::dependencies::{self, Dependency};
use crate::readings::Case;
use crate::syntax::conditions::{self, CONDITIONS, Part};
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Said;

/// A milestone and where the condition stands in it.
type Place<'a> = (&'a Milestone, Range<usize>);

/// A name longer than this is no name of a group, in characters.
const LONGEST_NAME: usize = 12;
/// Words, verbs aside, before which a name is over.
const AFTER_NAME: [&str; 10] = ["进行", "予以", "给予", "逐步", "优先", "率先", "先行", "全部", "分批", "及时"];

/// One finding for each condition, on the first condition of each milestone; the same words in several periods are one.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let mut conditions: Vec<(&str, Vec<Place>)> = vec![];
    for (milestone, said) in case.milestones() {
        let Some(range) = conditions::first(said).map(|range| with_its_name(said, range)) else { continue };
        let words = &milestone.passage.text[range.clone()];
        match conditions.iter_mut().find(|(known, _)| *known == words) {
            Some((_, places)) => places.push((milestone, range)),
            None => conditions.push((words, vec![(milestone, range)])),
        }
    }
    conditions.iter().filter_map(|(words, places)| finding(case.commitment, words, places)).collect()
}

/// 条件成熟的 with the name of what it qualifies: up to the act or the end of the clause.
fn with_its_name(said: Said, range: Range<usize>) -> Range<usize> {
    if !matches!(CONDITIONS.prefix(&said.text()[range.clone()]), Some((_, Part::Group))) {
        return range;
    }
    let end = said.clause_at(&range).map_or(range.end, |clause| clause.range().end);
    let later = said.part(range.end..end);
    let act = VERBS.first(later).map(|(verb, _)| verb.start);
    let name = &later.text()[..act.unwrap_or(end - range.end)];
    let over = AFTER_NAME.iter().filter_map(|word| name.find(word)).min();
    let name = &name[..over.unwrap_or(name.len())];
    if name.chars().count() > LONGEST_NAME { range } else { range.start..range.end + name.len() }
}

/// What is said of a condition.
struct Wording {
    message: Text,
    label: Text,
    help: Text,
}

/// By the condition's own form.
fn worded(words: &str) -> Wording {
    match CONDITIONS.prefix(words) {
        Some((_, Part::Group)) => group(words),
        Some(("适时" | "择机", _)) => some_time(words),
        Some((_, Part::OpensSituation | Part::OpensView)) | Some(("视情" | "视情况", _)) => situation(words),
        _ => premise(words),
    }
}

fn group(words: &str) -> Wording {
    Wording {
        message: Text::new(
            format!("只做“{words}”，是哪些没有写明"),
            format!("only some are meant, and which is not said: \"{words}\""),
        ),
        label: Text::new("都不具备条件时，可以一个也不做", "where none is ready, none need be done"),
        help: Text::new("写明是哪几个，或至少几个", "name which, or how many at least"),
    }
}

fn some_time(words: &str) -> Wording {
    Wording {
        message: Text::new(format!("只写“{words}”，没有写明时间"), format!("no date, only \"{words}\"")),
        label: Text::new("什么时候做都可以", "any day will do"),
        help: Text::new("写明最晚什么时候做", "say by when it is done at the latest"),
    }
}

fn situation(words: &str) -> Wording {
    Wording {
        message: Text::new(
            format!("做什么、做多少，要“{words}”定"),
            format!("what is done is left to how things stand: \"{words}\""),
        ),
        label: Text::new("做到哪一步都说得通", "any step would fit these words"),
        help: Text::new(
            "写明这一期至少做到哪一步；情况由谁、在什么时候认定",
            "say which step is reached at least, and who judges how things stand, and by when",
        ),
    }
}

fn premise(words: &str) -> Wording {
    Wording {
        message: Text::new(format!("“{words}”才做"), format!("done only on a condition: \"{words}\"")),
        label: Text::new("条件不具备时可以不做", "need not be done where it does not hold"),
        help: Text::new(
            "写明条件由谁、在什么时候落实；条件不具备时怎么办",
            "say who settles the condition and by when, and what happens if it does not hold",
        ),
    }
}

fn finding(commitment: &Commitment, words: &str, places: &[Place]) -> Option<Diagnostic> {
    let (first, _) = places.first()?;
    let periods = wording::periods(commitment, &places.iter().map(|(m, _)| *m).collect::<Vec<_>>());
    let Wording { message, label, help } = worded(words);
    let mut finding = Diagnostic::new(&codes::CONDITIONAL_MILESTONE, wording::of_periods(&periods, message))
        .about(commitment.number, At::Period(first.period));
    for (milestone, range) in places {
        finding = finding.label(wording::place(&milestone.passage, range.clone()), label.clone());
    }
    Some(finding.help(help))
}

/// Says which commitment a condition waits for, where its words name the matter of another one.
pub fn tell_what_is_waited_for(plan: &Plan, findings: &mut [Diagnostic]) {
    let all = dependencies::of(plan);
    if all.is_empty() {
        return;
    }
    let mut waits: HashMap<(u32, String), Vec<&Dependency>> = HashMap::new();
    all.iter().for_each(|d| waits.entry((d.commitment, d.at.to_string())).or_default().push(d));
    let names: HashMap<u32, Text> = names::texts(plan).into_iter().collect();
    let others: HashMap<u32, &Commitment> = plan.commitments().map(|(_, c)| (c.number, c)).collect();
    for finding in findings.iter_mut().filter(|d| d.code.id == codes::CONDITIONAL_MILESTONE.id) {
        let place = finding.commitment.zip(finding.at.clone());
        let here = place.and_then(|place| waits.get(&place)).into_iter().flatten();
        // a period may have other conditions; the message quotes the one that is meant
        let told = here.filter(|d| finding.message.zh.contains(d.words));
        let notes = told.filter_map(|d| Some(waited_for(d.words, names.get(&d.on)?, others.get(&d.on)?)));
        let notes: Vec<Text> = notes.collect();
        finding.notes.extend(notes);
    }
}

/// What a condition waits for: a thing that another commitment names, or another commitment by its number.
fn waited_for(words: &str, name: &Text, other: &Commitment) -> Text {
    // where no number tells it from the others, the name is its title
    let titled = !other.label.trim().is_empty();
    let (zh, en) = match titled {
        true => (format!("“{}”", other.short_title), format!(", \"{}\"", other.short_title)),
        false => (String::new(), String::new()),
    };
    let (by_zh, by_en) = (name.zh.trim_start(), name.en.as_str());
    match words.starts_with('第') && words.ends_with(['项', '件']) {
        true => Text::new(format!("要等的是{by_zh}{zh}"), format!("it waits for {by_en}{en}")),
        false => {
            Text::new(format!("要等的“{words}”在{by_zh}{zh}里"), format!("it waits for \"{words}\" of {by_en}{en}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn a_condition_is_quoted_whole_and_worded_by_its_form() {
        let cases = [
            ("对条件成熟的幼儿园进行评估验收", "只做“条件成熟的幼儿园”，是哪些没有写明"),
            ("支持有条件的村(社区)建设驿站", "只做“有条件的村(社区)”，是哪些没有写明"),
            ("条件具备的先行验收", "只做“条件具备的”，是哪些没有写明"),
            ("根据房源建设进度情况,分配房源", "做什么、做多少，要“根据房源建设进度情况”定"),
            ("视工程进度分配房源", "做什么、做多少，要“视工程进度”定"),
            ("视情况增设摊位", "做什么、做多少，要“视情况”定"),
            ("适时启动二期", "只写“适时”，没有写明时间"),
            ("在管线迁改完成的前提下,进场施工", "“在管线迁改完成的前提下”才做"),
            ("在用地条件具备的前提下,进场施工", "“在用地条件具备的前提下”才做"),
            ("待资金到位后采购设备", "“待资金到位后”才做"),
            ("条件成熟后开放夜场", "“条件成熟后”才做"),
        ];
        for (text, want) in cases {
            let all = Alone::anew(text);
            let range = conditions::first(all.said()).expect("a condition");
            let words = &text[with_its_name(all.said(), range)];
            assert_eq!(worded(words).message.zh, want, "{text}");
        }
    }
}
