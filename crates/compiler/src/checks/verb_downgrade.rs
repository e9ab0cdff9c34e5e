//! C012: the title promises completion, the last milestone only starts, plans or handles the work.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Kind, Relation, Stage, Verb};

use super::{cells, wording};
use crate::period_name;
use crate::readings::Case;
use crate::syntax::words::Said;
use crate::syntax::{outcomes, stages, verbs};

/// Silent when any milestone completes what the title names, or the numbers of the schedule show that it is done.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let Some((last, said)) = case.milestones().next_back().filter(|_| commitment.milestones.len() > 1) else {
        return vec![];
    };
    let Some((promise, word)) = outcomes::finished(case.title()) else { return vec![] };
    let named = pairs(promise.text());
    if !stops_short(commitment.kind, said, promise)
        || case.milestones().any(|(_, done)| completes(done, &named) && !leaves_another(done, said, &named))
        || counted(case)
    {
        return vec![];
    }
    let Some(span) = last.passage.spans.first() else { return vec![] };
    let period = period_name::of(last.period);
    let verb = commitment.title.text[word.clone()].to_string();
    vec![
        Diagnostic::new(
            &codes::VERB_DOWNGRADE,
            Text::new(
                format!("事项承诺“{verb}”，到{}仍没有安排到完成", period.zh),
                format!("the title promises completion (\"{verb}\"), but {} stops short of it", period.en),
            ),
        )
        .about(commitment.number, At::Period(last.period))
        .label(*span, Text::new("只写到启动、办理或推进", "only begins, handles or carries on"))
        .label(wording::place(&commitment.title, word), Text::new("这里承诺完成", "completion is promised here"))
        .help(Text::new(
            "在最后一期写明完成的标志（如竣工验收、移交使用），或把承诺改为年内能做到的一步",
            "write the mark of completion in the last period (acceptance, handover), or promise the step that fits the year",
        )),
    ]
}

/// Completes what the promise names: a verb of completion or a late gate, in words that share something with it.
fn completes(milestone: Said, promise: &[(char, char)]) -> bool {
    milestone.deliverables().any(|step| {
        let (verb, stage) = (verbs::promised(step), stages::furthest(step));
        let late = stage >= Some(Stage::Completion);
        let done = late && verb != Verb::Start || verb == Verb::Complete && stage.is_none_or(|s| s > Stage::Contract);
        done && shares(&pairs(step.text()), promise)
    })
}

/// A part was completed, and the last milestone begins another part of the promise: 甲路通车, 乙路开工.
fn leaves_another(done: Said, last: Said, promise: &[(char, char)]) -> bool {
    let words = || pairs(last.text());
    verbs::promised(last) == Verb::Start && shares(&words(), promise) && !shares(&words(), &pairs(done.text()))
}

/// The last milestone only begins, plans or carries on; for what is built, doing is not finishing either.
fn stops_short(kind: Kind, milestone: Said, promise: Said) -> bool {
    let built = !matches!(kind, Kind::Activity | Kind::Service | Kind::Benefit | Kind::Inspection);
    let stage = stages::furthest(milestone);
    match verbs::promised(milestone) {
        Verb::Complete => {
            stage.is_some_and(|s| s <= Stage::Contract && stages::furthest(promise) > stage)
                || built && stage == Some(Stage::Start) && only_readies(milestone)
        }
        Verb::None => false,
        Verb::Do => built && stage < Some(Stage::Completion),
        Verb::Start | Verb::Plan | Verb::Continue => true,
    }
}

/// What it completes is only the getting ready: 签订合同,进场开工.
fn only_readies(milestone: Said) -> bool {
    let completes = |clause: &Said| verbs::of(*clause) == Verb::Complete;
    milestone.clauses().filter(completes).all(|c| stages::furthest(c).is_some_and(|s| s <= Stage::Contract))
}

/// The schedule's numbers meet the promise, and not merely by naming its scope at an early gate.
fn counted(case: Case) -> bool {
    let Commitment { targets, measures, .. } = case.commitment;
    let early = |p: &usize| {
        let step = cells::of(case, &measures[*p]).and_then(|placed| placed.deliverable());
        step.is_some_and(|step| match verbs::promised(step) {
            Verb::Complete => false,
            // 启动1860套安置房交付手续办理
            Verb::Start => true,
            _ => stages::furthest(step).is_some_and(|s| s < Stage::Completion),
        })
    };
    targets.iter().any(|t| t.reconciles && t.relation != Relation::None && !t.parts.iter().all(early))
}

/// The pairs of neighbouring characters in some words, verbs of completion aside, in order.
fn pairs(words: &str) -> Vec<(char, char)> {
    let kept = words.replace("完成", " ");
    let chars = || kept.chars().filter(|c| c.is_alphabetic() || *c == ' ');
    let mut all: Vec<_> = chars().zip(chars().skip(1)).filter(|(a, b)| *a != ' ' && *b != ' ').collect();
    all.sort_unstable();
    all
}

/// A pair in common.
fn shares(step: &[(char, char)], promise: &[(char, char)]) -> bool {
    step.iter().any(|pair| promise.binary_search(pair).is_ok())
}
