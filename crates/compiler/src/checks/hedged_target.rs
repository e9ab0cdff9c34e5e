//! C010: the promise itself is hedged. 以上 and 余 are decidable and pass. Quotes only what the document says, as it says it.

use std::ops::Range;

use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{At, Bound, Measure, Mode, Passage};

use super::{cells, rate_without_base, wording};
use crate::readings::Case;
use crate::syntax::words::Said;
use crate::syntax::{direction, hedges};

/// Words that make a number rough, before it or apart from it; the longer first.
const ROUGH: [&str; 7] = ["大约", "估计", "预计", "预估", "估算", "接近", "约"];
/// The same after it.
const ROUGH_AFTER: [&str; 2] = ["左右", "上下"];
/// Words that only look like one of them.
const OTHER: [&str; 4] = ["节约", "预约", "签约", "履约"];
/// Longer words between the hedge and its number are left out of the quotation.
const LONGEST_QUOTE: usize = 24;

/// What hedges a promise.
struct Hedge {
    at: At,
    span: Span,
    /// The words, as the document has them.
    words: String,
    /// For a number: the word to leave out, where there is one.
    number: Option<Option<&'static str>>,
    /// What a number could be written with instead, so that it is decidable.
    instead: Limit,
}

/// A bound that holds a number to what is meant by it, in both languages.
type Limit = (&'static str, &'static str);

const AT_LEAST: Limit = ("不少于…", "at least");
const NO_LOWER: Limit = ("不低于…", "no lower than");
const NO_HIGHER: Limit = ("不高于…", "no higher than");

/// Whether the words before a number say that it is to be kept or brought down: 控制在, 下降到.
fn is_kept_down(before: &str) -> bool {
    let falls = |at: usize| direction::FALLS.iter().any(|fall| before[..at].ends_with(fall));
    before.contains("控制在") || before.match_indices(['到', '至']).any(|(at, _)| falls(at))
}

/// A number that is kept down has an upper limit, a rate is low and not few.
fn limit(case: Case, measure: &Measure) -> Limit {
    let before = cells::of(case, measure).and_then(|placed| Some(placed.around(placed.clause()?).0));
    match measure.unit.as_str() {
        _ if before.is_some_and(is_kept_down) => NO_HIGHER,
        "%" | "pp" | "‰" => NO_LOWER,
        _ => AT_LEAST,
    }
}

/// One finding per commitment, on the first hedge of the title or body.
pub fn check(case: Case) -> Vec<Diagnostic> {
    if let Some(hedge) = first_effort(case) {
        return vec![finding(case.commitment.number, hedge)];
    }
    let Some(measure) = first_rough(case) else { return vec![] };
    let found = finding(case.commitment.number, rough(case, measure));
    // of one number one thing is said
    vec![match rate_without_base::lacks_base(case, measure) {
        true => found.note(Text::new("也没有写与什么相比", "nor does anything say compared with what")),
        false => found,
    }]
}

/// The number that the finding is about, where it is about one.
pub fn number<'a>(case: Case<'a>) -> Option<&'a Measure> {
    if first_effort(case).is_some() { None } else { first_rough(case) }
}

fn first_effort(case: Case) -> Option<Hedge> {
    let mut promise = case.cells().take_while(|(at, ..)| cells::is_promise(*at));
    promise.find_map(|(at, passage, said)| effort(at, passage, said))
}

fn first_rough<'a>(case: Case<'a>) -> Option<&'a Measure> {
    // 近200万人 is how many will be reached, by custom, and a round number just above it
    let near = |m: &Measure| ["近", "将近"].iter().any(|word| m.text.starts_with(word));
    let about = |m: &&Measure| {
        m.bound == Bound::About && matches!(m.mode, Mode::Annual | Mode::Rate) && cells::is_promise(m.at) && !near(m)
    };
    case.commitment.measures.iter().find(|m| about(m) && !by_custom(case, m) && !sizes_what_is_certain(case, m))
}

/// 改造道路6条，总长约8公里: the works are counted for certain, and the rough number only says how large they are.
fn sizes_what_is_certain(case: Case, measure: &Measure) -> bool {
    const SIZES: [&str; 7] = ["总长", "全长", "长度", "长", "面积", "里程", "库容"];
    const WORKS: [&str; 9] = ["条", "座", "个", "处", "所", "栋", "家", "段", "口"];
    let Some(placed) = cells::of(case, measure) else { return false };
    let (Some(clause), Some(sentence)) = (placed.clause(), placed.deliverable()) else { return false };
    let before = placed.around(clause).0.trim_end_matches(['约', '大', '共', '达', '为']);
    let counts = |m: &Measure| {
        let place = cells::of(case, m).filter(|_| m.at == measure.at).map(|other| other.range);
        let earlier = place.is_some_and(|r| sentence.range().start <= r.start && r.end <= placed.range.start);
        earlier && m.bound != Bound::About && WORKS.contains(&m.unit.as_str())
    };
    SIZES.iter().any(|size| before.ends_with(size)) && case.commitment.measures.iter().any(counts)
}

/// Rough by custom: how much the economy grows (增长6%左右), and what works cost (总投资约2亿元), which is no promise.
fn by_custom(case: Case, measure: &Measure) -> bool {
    let before = || cells::of(case, measure).and_then(|placed| Some(placed.around(placed.clause()?).0));
    match measure.unit.as_str() {
        "%" => before().is_some_and(|b| b.trim_end_matches(['约', '大']).ends_with("增长")),
        "CNY" => before()
            .is_some_and(|b| b.trim_end_matches(['约', '大']).trim_end_matches(['额', '为']).ends_with("总投资")),
        _ => false,
    }
}

/// 力争, 争取.
fn effort(at: At, passage: &Passage, said: Said) -> Option<Hedge> {
    let range = hedges::first(said)?;
    let words = passage.text[range.clone()].to_string();
    Some(Hedge { at, span: wording::place(passage, range), words, number: None, instead: AT_LEAST })
}

/// A number that is only roughly given: 约300户, 约完成检查300家, 两三万名.
fn rough(case: Case, measure: &Measure) -> Hedge {
    let text = measure.text.as_str();
    let inside = ROUGH.iter().find(|w| text.starts_with(**w)).or(ROUGH_AFTER.iter().find(|w| text.ends_with(**w)));
    let near = Hedge {
        at: measure.at,
        span: measure.place.first(),
        words: text.into(),
        number: Some(inside.copied()),
        instead: limit(case, measure),
    };
    if inside.is_some() { near } else { apart(case, measure).unwrap_or(near) }
}

/// The hedge stands before other words of the clause.
fn apart(case: Case, measure: &Measure) -> Option<Hedge> {
    let (passage, _) = case.cell(measure.at)?;
    let placed = cells::of(case, measure)?;
    let (before, _) = placed.around(placed.clause()?);
    let (from, word) = last_rough(before)?;
    let Range { start, end } = placed.range;
    let range = start - (before.len() - from)..end;
    let between = before[from..].chars().count();
    let words = match between > LONGEST_QUOTE {
        true => format!("{word}……{}", measure.text),
        false => passage.text[range.clone()].to_string(),
    };
    Some(Hedge {
        at: measure.at,
        span: wording::place(passage, range),
        words,
        number: Some(Some(word)),
        instead: limit(case, measure),
    })
}

/// Where the last word that makes a number rough begins in the words before it.
fn last_rough(before: &str) -> Option<(usize, &'static str)> {
    let of = |word: &'static str| {
        let other = |at: usize| OTHER.iter().any(|o| before[..at + word.len()].ends_with(o));
        before.rmatch_indices(word).map(|(at, _)| at).find(|at| !other(*at)).map(|at| (at, word))
    };
    // of 大约 and 约 the one that ends last and begins first
    ROUGH.into_iter().filter_map(of).max_by_key(|(at, word)| (at + word.len(), word.len()))
}

fn finding(commitment: u32, hedge: Hedge) -> Diagnostic {
    let Hedge { at, span, words, number, instead: (zh, en) } = hedge;
    let label = match number {
        Some(_) => Text::new("差多少还算做到，没有写明", "how far off still counts is not said"),
        None => Text::new("没有做成时怎样算，没有写明", "what counts if it is not reached is not said"),
    };
    let help = match number {
        Some(Some(word)) => {
            Text::new(format!("去掉“{word}”，或写“{zh}”"), format!("leave out \"{word}\", or write \"{zh}\" ({en})"))
        }
        Some(None) => {
            Text::new(format!("写成一个数，或写“{zh}”"), format!("give one number, or write \"{zh}\" ({en})"))
        }
        None => Text::new(
            "能定的写成确定的数量和时间；确实定不了的，写清取决于什么、何时能定",
            "state a definite number and date; where that is impossible, say what it depends on and when it will be known",
        ),
    };
    let message = Text::new(format!("承诺带有“{words}”，留有余地"), format!("the promise is hedged by \"{words}\""));
    Diagnostic::new(&codes::HEDGED_TARGET, message).about(commitment, at).label(span, label).help(help)
}

#[cfg(test)]
mod tests {
    use super::last_rough;

    #[test]
    fn the_word_that_makes_a_number_rough_is_found_whole() {
        let cases = [
            ("到年底约完成检查场所", Some("约")),
            ("全年大约修缮", Some("大约")),
            ("预计补贴", Some("预计")),
            ("节约用水", None),
            ("约请专家，签约", Some("约")),
            ("修缮", None),
        ];
        for (before, want) in cases {
            assert_eq!(last_rough(before).map(|(_, word)| word), want, "{before}");
        }
    }
}
