//! Numbers of one unit over the periods: which of them are instalments and which a running total, though no word says so.

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Mode};

use super::{acts, alike, clause, is_period, promised, sentence};
use crate::cell::Cell;
use crate::syntax::pairs;

/// Settles the numbers of each unit that the periods count.
pub fn settle(cells: &[(At, &Cell)], measures: &mut [Measure]) {
    let mut alike = vec![];
    for first in 0..measures.len() {
        of_unit(measures, first, &mut alike);
        if alike.len() > 1 {
            acts::groups(cells, measures, &alike).iter().for_each(|group| of_one(cells, measures, group));
        }
    }
}

/// The measures of the periods in the unit of the `first` of them; none where an earlier one has that unit.
fn of_unit(measures: &[Measure], first: usize, alike: &mut Vec<usize>) {
    alike.clear();
    let counted = |n: &usize| is_period(measures[*n].at) && measures[*n].unit == measures[first].unit;
    if is_period(measures[first].at) && !(0..first).any(|n| counted(&n)) {
        alike.extend((first..measures.len()).filter(counted));
    }
}

/// One unit over the periods: an opening without 累计 joins the running totals after it, and a rise to the title's
/// number is a running total. Equal numbers are one scope told at several stages and stay as they are.
fn of_one(cells: &[(At, &Cell)], measures: &mut [Measure], alike: &[usize]) {
    let slots = slots(measures, alike);
    let of_mode = |mode| {
        let all = alike.iter().copied().zip(slots.iter().copied());
        all.filter(|(n, _)| measures[*n].mode == mode).collect::<Vec<(usize, usize)>>()
    };
    let (plain, running) = (of_mode(Mode::Period), of_mode(Mode::Cumulative));
    let count = plain.iter().map(|(_, slot)| slot + 1).max().unwrap_or(0);
    for k in 0..count {
        let steps: Vec<usize> = plain.iter().filter(|(_, slot)| *slot == k).map(|(n, _)| *n).collect();
        let goes_on = |n: usize| steps.iter().any(|s| *s < n) && !is_account(cells, measures, n);
        let of_slot = running.iter().find(|(n, slot)| *slot == k && goes_on(*n)).map(|(n, _)| *n);
        let last = steps.last().copied();
        let other = |n: usize| last.is_some_and(|step| is_of_another(measures, step, n));
        let of_name = || {
            running.iter().map(|(n, _)| *n).find(|n| goes_on(*n) && last.is_some_and(|s| named_alike(measures, s, *n)))
        };
        let next = if of_slot.is_some_and(other) { of_name() } else { of_slot };
        let value = |n: usize| measures[n].value.upper();
        let totals = match next {
            Some(next) => {
                // what is more than the total counts something else: 受理45部, 竣工15部, 累计竣工38部
                let before = steps.into_iter().filter(|n| *n < next);
                let below: Vec<usize> = before.filter(|n| value(*n) <= value(next)).collect();
                if opens(measures, &below, next) { below } else { vec![] }
            }
            None => rise_to_promise(measures, &steps),
        };
        totals.iter().for_each(|n| measures[*n].mode = Mode::Cumulative);
    }
}

/// Two numbers whose names share a word.
fn named_alike(measures: &[Measure], a: usize, b: usize) -> bool {
    let named = measures[a].object.as_deref().zip(measures[b].object.as_deref());
    named.is_some_and(|(a, b)| pairs::shares(a, b))
}

/// 路基45公里 before 累计完成公路路面60公里 under a promise of 公路: `other` is of what is promised, `n` of something else.
fn is_of_another(measures: &[Measure], n: usize, other: usize) -> bool {
    let both = measures[n].object.is_some() && measures[other].object.is_some();
    let promises = || (0..measures.len()).filter(|p| !is_period(measures[*p].at));
    let of_other = |p: usize| alike(&measures[p].unit, &measures[other].unit) && named_alike(measures, p, other);
    both && !named_alike(measures, n, other) && promises().any(of_other)
}

/// 全年提供岗位5000个 that nobody promised, or 6座全部投用, told in the last period: an account of the year, which no instalment before
/// it opens.
fn is_account(cells: &[(At, &Cell)], measures: &[Measure], n: usize) -> bool {
    let m = &measures[n];
    let of_year = || sentence(cells, m).contains("全年") && promised(measures, &m.unit, m.value.upper()).is_none();
    let last = cells.last().is_some_and(|(at, _)| *at == m.at);
    last && (of_year() || clause(cells, m).1.contains("全部"))
}

/// Which of the measures of one unit in its cell each of them is.
fn slots(measures: &[Measure], alike: &[usize]) -> Vec<usize> {
    let counts = |n: &usize| !matches!(measures[*n].mode, Mode::Rate | Mode::Context);
    let before = |(k, n): (usize, &usize)| {
        let same_cell = |o: &&usize| measures[**o].at == measures[*n].at;
        alike[..k].iter().rev().filter(same_cell).filter(|o| counts(o)).count()
    };
    alike.iter().enumerate().map(before).collect()
}

fn ascends(measures: &[Measure], steps: &[usize]) -> bool {
    steps
        .windows(2)
        .all(|w| measures[w[0]].at != measures[w[1]].at && measures[w[0]].value.upper() < measures[w[1]].value.upper())
}

fn sum(measures: &[Measure], steps: &[usize]) -> Decimal {
    steps.iter().fold(Decimal::ZERO, |sum, n| sum.saturating_add(measures[*n].value.upper()))
}

/// True when the steps lead up to the running total `next` and are not instalments that add up to it.
fn opens(measures: &[Measure], steps: &[usize], next: usize) -> bool {
    let total = measures[next].value.upper();
    let Some(last) = steps.last().map(|n| &measures[*n]) else { return false };
    let beside = last.at == measures[next].at;
    let instalments = steps.len() > 1 && last.value.upper().saturating_add(last.value.upper()) < total;
    !beside && ascends(measures, steps) && last.value.upper() <= total && sum(measures, steps) != total && !instalments
}

/// The steps that are running totals because they rise to the title's number, which they would exceed if added. Where
/// three steps before it add up to the last, only the last is a total. The whole scope may be told before the rise.
fn rise_to_promise(measures: &[Measure], steps: &[usize]) -> Vec<usize> {
    let Some((last, before)) = steps.split_last() else { return vec![] };
    let total = measures[*last].value.upper();
    // 充电桩100个, 120个 under 停车场120个、充电桩400个 rises to no promise of its own
    let Some(promise) = promised(measures, &measures[*last].unit, total) else { return vec![] };
    if is_of_another(measures, promise, *last) {
        return vec![];
    }
    if before.len() > 2 && sum(measures, before) == total {
        return vec![*last];
    }
    let from = (0..steps.len()).rev().take_while(|n| ascends(measures, &steps[*n..])).last().unwrap_or(0);
    let (scopes, rise) = steps.split_at(from);
    let only_scopes = scopes.iter().all(|n| measures[*n].value.upper() == total);
    // 40项, 60项 under 甲类60项、乙类100项 come to the other promise by adding
    let adds_up =
        sum(measures, steps) == total || promised(measures, &measures[*last].unit, sum(measures, rise)).is_some();
    if rise.len() > 1 && only_scopes && !adds_up { rise.to_vec() } else { vec![] }
}
