//! C013: the numbers of the periods do not reach the promise.

use yinuo_diag::{Diagnostic, Severity, Text, codes};
use yinuo_model::{Commitment, Relation, Target};

use super::told_whole::Told;
use super::{cells, wording};
use crate::readings::Case;
use crate::syntax::beginnings;
use crate::syntax::letters::is_han;

/// One finding per promise that no reading of its parts meets. Nothing scheduled at all is told by target-not-scheduled.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let met = |measure: usize| commitment.targets.iter().any(|t| t.measure == measure && t.reconciles);
    let short = |t: &&Target| {
        let goal = &commitment.measures[t.measure];
        let below = t.relation != Relation::None && t.total < wanted(commitment, t) && goal.unit != "CNY";
        let finished = || only_begun(case, t) && delivered_in_words(case, t.measure);
        below && !met(t.measure) && !share_of_what_is_met(case, t) && !finished()
    };
    commitment.targets.iter().filter(short).filter_map(|t| finding(case, t)).collect()
}

/// A share after 其中 of a promise that the periods meet: they need not divide it again. Where several numbers count towards it
/// and towards nothing else, they do divide it.
fn share_of_what_is_met(case: Case, target: &Target) -> bool {
    let Commitment { targets, measures, .. } = case.commitment;
    let goal = &measures[target.measure];
    let elsewhere = |p: &usize| targets.iter().any(|t| t.measure != target.measure && t.parts.contains(p));
    let divided = target.parts.len() > 1 && !target.parts.iter().any(elsewhere);
    cells::is_part(case, goal)
        && !divided
        && targets.iter().any(|t| t.reconciles && measures[t.measure].unit == goal.unit)
}

/// The parts count only works that begin: 开工40所.
fn only_begun(case: Case, target: &Target) -> bool {
    let begins = |n: usize| {
        let placed = cells::of(case, &case.commitment.measures[n]);
        placed.and_then(|placed| placed.clause()).is_some_and(beginnings::only)
    };
    !begins(target.measure) && target.parts.iter().all(|p| begins(*p))
}

/// A period finishes the whole in words (投入使用); what began before need not be added up.
fn delivered_in_words(case: Case, measure: usize) -> bool {
    let told = Told::of(case);
    told.everything() || told.delivers(case, measure)
}

/// The promise has one number for two acts or things (600套住房的分配及回购), and the parts count only one of them.
fn of_one_act(case: Case, target: &Target) -> bool {
    let clause = |n: usize| {
        let placed = cells::of(case, &case.commitment.measures[n])?;
        Some(placed.near(placed.clause()?))
    };
    let Some(promise) = clause(target.measure) else { return false };
    let parts: Vec<&str> = target.parts.iter().filter_map(|p| clause(*p)).collect();
    let named = |act: &str| parts.iter().any(|part| part.contains(act));
    joined(promise).any(|(one, other)| named(one) != named(other))
}

/// The words of two characters before and after each 及, 和, 与 or 并.
fn joined(clause: &str) -> impl Iterator<Item = (&str, &str)> {
    clause.match_indices(['及', '和', '与', '并']).filter_map(|(at, joint)| {
        let (before, after) = (clause[..at].trim_end_matches('以'), &clause[at + joint.len()..]);
        let (start, _) = before.char_indices().rev().nth(1)?;
        let (end, last) = after.char_indices().nth(1)?;
        let (one, other) = (&before[start..], &after[..end + last.len_utf8()]);
        one.chars().chain(other.chars()).all(is_han).then_some((one, other))
    })
}

/// The promise in the unit of the total: progress is always of one hundred percent.
fn wanted(commitment: &Commitment, target: &Target) -> rust_decimal::Decimal {
    match target.relation {
        Relation::PercentComplete => rust_decimal::Decimal::ONE_HUNDRED,
        _ => commitment.measures[target.measure].value.lower(),
    }
}

fn finding(case: Case, target: &Target) -> Option<Diagnostic> {
    let commitment = case.commitment;
    let goal = &commitment.measures[target.measure];
    let progress = target.relation == Relation::PercentComplete;
    let unit = if progress { "%" } else { goal.unit.as_str() };
    let wanted = wanted(commitment, target);
    let amount = |value| wording::amount_as(value, unit, &goal.text);
    let (total, missing, promised) = (amount(target.total), amount(wanted.checked_sub(target.total)?), amount(wanted));
    let last = commitment.measures.get(*target.parts.last()?)?;
    let message = match target.relation {
        Relation::LastCumulative | Relation::PercentComplete => Text::new(
            format!("最后一期累计到{total}，比{promised}少{missing}"),
            format!("the last period reaches {total}, {missing} short of {promised}"),
        ),
        _ => Text::new(
            format!("各期合计{total}，比承诺的{promised}少{missing}"),
            format!("the periods come to {total}, {missing} short of the {promised} promised"),
        ),
    };
    let mut finding = Diagnostic::new(&codes::TARGET_UNMET_BY_PARTS, message).about(commitment.number, last.at);
    for part in target.parts.iter().rev().filter_map(|p| commitment.measures.get(*p)) {
        finding = finding.label(part.place.first(), wording::cell(part.at));
    }
    if last.place != goal.place {
        finding = finding.label(goal.place.first(), Text::new("承诺", "the promise"));
    }
    if of_one_act(case, target) {
        // the other act may be what is missing: nothing to be called wrong
        finding.severity = Severity::Note;
        finding = finding.note(Text::new(
            "承诺用一个数管两件事，各期的数只说到其中一件",
            "the promise has one number for two acts, and the periods count only one of them",
        ));
    }
    if only_begun(case, target) {
        finding = finding.note(Text::new(
            "各期的数只说开工，没有说何时建成",
            "the periods count only works that begin, and nothing says when they are finished",
        ));
        return Some(finding.help(Text::new("写明在哪一期建成多少", "say in which period how many are finished")));
    }
    Some(finding.help(Text::new(
        format!("补上未安排的{missing}，或说明这部分在哪里完成"),
        format!("schedule the missing {missing}, or say where it is delivered"),
    )))
}
