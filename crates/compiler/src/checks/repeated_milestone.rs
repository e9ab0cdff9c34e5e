//! C007: periods say the same words. Told once, at the first that repeats. Equal instalments that make up the promise, and
//! what recurs with a number, may be repeated on purpose: that is said with the finding.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure, Milestone, Mode, TimeValue};

use super::wording;
use crate::period_name;
use crate::readings::Case;
use crate::syntax::letters::{is_han, is_word};

/// One finding for each text that stands more than once.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let all = &commitment.milestones;
    let same = |a: &Milestone, b: &Milestone| !differ_at_once(a, b) && bare(a).eq(bare(b));
    let repeated = all.iter().enumerate().filter_map(|(n, first)| {
        let later = || all[n + 1..].iter().filter(|m| same(first, m));
        let told = || all[..n].iter().any(|m| same(m, first));
        let says_something = || bare(first).nth(3).is_some();
        let found = later().next().is_some() && says_something() && !told();
        found.then(|| std::iter::once(first).chain(later()).collect::<Vec<_>>())
    });
    repeated.filter_map(|same| finding(commitment, &same)).collect()
}

/// What a milestone says without marks.
fn bare(milestone: &Milestone) -> impl Iterator<Item = char> {
    milestone.passage.text.chars().filter(|c| is_word(*c))
}

/// Each of the periods holds an instalment, and with the others it makes up what is promised.
fn instalments(commitment: &Commitment, same: &[&Milestone]) -> bool {
    let kept = || commitment.targets.iter().filter(|t| t.reconciles).flat_map(|t| &t.parts);
    let at = |n: &usize| commitment.measures.get(*n).map(|m| m.at);
    same.iter().all(|m| kept().any(|n| at(n) == Some(At::Period(m.period))))
}

/// What is done in each period at a set rhythm, and how much of it: 每月1场.
fn recurs(commitment: &Commitment, same: &[&Milestone]) -> bool {
    let regular = |at: At| {
        commitment.measures.iter().any(|m| m.at == at && m.mode == Mode::Rate)
            && commitment.times.iter().any(|t| t.at == at && matches!(t.value, TimeValue::Recurrence(_)))
    };
    same.iter().all(|m| regular(At::Period(m.period)))
}

/// True when two milestones differ in a Han character before any mark could set them apart: so it is with nearly all.
fn differ_at_once(a: &Milestone, b: &Milestone) -> bool {
    let (a, b) = (a.passage.text.as_str(), b.passage.text.as_str());
    if let (Some([x @ 0xe5..=0xe9, ..]), Some([y @ 0xe5..=0xe9, ..])) = (a.as_bytes().get(..3), b.as_bytes().get(..3))
        && x != y
    {
        return true;
    }
    let alike = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let first = |text: &str| text[text.floor_char_boundary(alike)..].chars().next();
    a.floor_char_boundary(alike) == b.floor_char_boundary(alike)
        && matches!((first(a), first(b)), (Some(x), Some(y)) if x != y && is_han(x) && is_han(y))
}

/// Why the repetition may be meant, and so may stay.
fn meant(commitment: &Commitment, same: &[&Milestone]) -> Option<Text> {
    if instalments(commitment, same) {
        return Some(Text::new(
            "各期的数量合起来正好是承诺的数：如果确实各期各完成一份，可以不改",
            "the numbers of the periods make up the promise: if each period does deliver its share, this may stay",
        ));
    }
    recurs(commitment, same).then(|| {
        Text::new(
            "其中有按期重复的事：如果各期确实只做这些，可以不改",
            "it holds something that recurs: if that is all each period does, this may stay",
        )
    })
}

fn finding(commitment: &Commitment, same: &[&Milestone]) -> Option<Diagnostic> {
    let (earlier, later) = same.split_first()?;
    let there = earlier.passage.spans.first()?;
    let before = period_name::of(earlier.period);
    let now = wording::periods(commitment, later);
    let mut finding = Diagnostic::new(
        &codes::REPEATED_MILESTONE,
        wording::of_periods(
            &now,
            Text::new(format!("与{}一字不差", before.zh), format!("word for word what {} says", before.en)),
        ),
    )
    .about(commitment.number, At::Period(later.first()?.period));
    for milestone in later {
        let same = Text::new(format!("与{}相同", before.zh), format!("the same as {}", before.en));
        finding = finding.label(*milestone.passage.spans.first()?, same);
    }
    finding = finding.label(*there, Text::new("已经写过一次", "written here before"));
    if let Some(meant) = meant(commitment, same) {
        return Some(finding.may_stay(true).help(meant));
    }
    let counted = |m: &Measure| m.at == At::Period(earlier.period) && m.mode != Mode::Context;
    if commitment.measures.iter().any(counted) {
        finding = finding.note(Text::new(
            "其中有数量：是各期各完成一份，还是同一份写了几次，看不出来",
            "it holds a number: whether each period delivers a share or the same one is written twice cannot be told",
        ));
    }
    Some(finding.help(Text::new(
        "写出这一期与前一期的不同：推进到哪一步，新增多少",
        "say what this period adds: which step is reached, how much more is done",
    )))
}
