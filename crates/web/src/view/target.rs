//! A target in words: what is promised, what the periods come to, and whether the two agree.

use yinuo_diag::Lang;
use yinuo_model::{At, Commitment, Direction, Measure, Mode, Relation, Target};

use crate::view::{number, period, trajectory};

/// What the periods say about a target, as a sentence; empty where there are no periods.
pub fn sentence(c: &Commitment, target: &Target, lang: Lang) -> String {
    let Some((goal, unit)) = trajectory::goal(c, target) else { return String::new() };
    if target.relation == Relation::None {
        return match (c.milestones.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => "各期没有写明对应的数量。".to_string(),
            (false, Lang::En) => "No period names a number for it.".to_string(),
        };
    }
    let made = made(c, target, &number::with_unit(target.total, unit, lang), lang);
    let gap = number::with_unit((goal - target.total).abs(), unit, lang);
    match (target.reconciles, lang) {
        (true, Lang::Zh) => format!("{made}，与全年指标一致。"),
        (true, Lang::En) => format!("In accord: {made}."),
        (false, Lang::Zh) if target.total < goal => format!("{made}，比全年指标少 {gap}。"),
        (false, Lang::En) if target.total < goal => format!("Short by {gap}: {made}."),
        (false, Lang::Zh) => format!("{made}，比全年指标多 {gap}。"),
        (false, Lang::En) => format!("Over by {gap}: {made}."),
    }
}

/// What the parts come to, and how.
fn made(c: &Commitment, target: &Target, total: &str, lang: Lang) -> String {
    let parts: Vec<_> = target.parts.iter().filter_map(|i| c.measures.get(*i)).collect();
    if target.is_closed_in_words(&c.measures) {
        return match lang {
            Lang::Zh => format!("安排里写明全部完成，计 {total}"),
            Lang::En => format!("the schedule says in words that all of it is done, {total}"),
        };
    }
    let named = parts.iter().map(|m| m.value.upper()).max();
    if let Some(named) = named.filter(|n| target.relation == Relation::PercentComplete && *n < target.total) {
        let named = number::with_unit(named, "%", lang);
        return match lang {
            Lang::Zh => format!("写明的比例到 {named}，其后写明完成，计 {total}"),
            Lang::En => format!("{named} is named, and after it that all of it is done, {total}"),
        };
    }
    let words = if let [Measure { at: At::Period(p), .. }] = parts[..] {
        let (zh, en) = (period::name(*p, Lang::Zh), period::name(*p, Lang::En));
        return match lang {
            Lang::Zh => format!("只在{zh}写明，计 {total}"),
            Lang::En => format!("only {en} names a number, {total}"),
        };
    } else if !parts.is_empty() && parts.iter().all(|m| m.mode == Mode::Rate && m.unit != "%") {
        ("按写明的频次合计", "at the rate named, it comes to")
    } else {
        match target.relation {
            Relation::LastCumulative => reached(c, target),
            Relation::PercentComplete => ("完成比例最后达到", "the share done ends at"),
            Relation::UnitConvertedSum => ("各期换算单位后合计", "converted to its unit, the periods add up to"),
            Relation::Sum | Relation::None => ("各期合计", "the periods add up to"),
        }
    };
    match lang {
        Lang::Zh => format!("{} {total}", words.0),
        Lang::En => format!("{} {total}", words.1),
    }
}

/// What the last number of the periods says of a target.
fn reached(c: &Commitment, target: &Target) -> (&'static str, &'static str) {
    match c.measures.get(target.measure).map(|m| (m.change, m.mode)) {
        Some((Some(Direction::Increase), _)) => ("增幅最后达到", "the rise ends at"),
        Some((Some(Direction::Decrease), _)) => ("降幅最后达到", "the fall ends at"),
        Some((None, Mode::Rate)) => ("最后达到", "it ends at"),
        _ => ("累计数最后达到", "the running total ends at"),
    }
}

/// The target that stands for a commitment where there is room for one: the first whose course is known, else the first. A part
/// stands for it only where no whole is promised.
pub fn main(c: &Commitment) -> Option<&Target> {
    let first = |whole: bool| {
        let all = || c.targets.iter().filter(move |t| !whole || !is_part(c, t));
        all().find(|t| trajectory::of(c, t).is_some()).or(all().next())
    };
    first(true).or_else(|| first(false))
}

/// Whether a target is a part of another number.
pub fn is_part(c: &Commitment, target: &Target) -> bool {
    c.measures.get(target.measure).is_some_and(|m| m.part_of.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::{Part, commitment};

    #[test]
    fn a_fall_is_told_as_a_fall() {
        let rates: [Part; 2] = [(1, 5, "%", Mode::Rate), (2, 10, "%", Mode::Rate)];
        let mut c = commitment(10, "%", &rates, Relation::LastCumulative, 10, true);
        c.measures[0].change = Some(Direction::Decrease);
        assert_eq!(sentence(&c, &c.targets[0], Lang::Zh), "降幅最后达到 10%，与全年指标一致。");
        assert_eq!(sentence(&c, &c.targets[0], Lang::En), "In accord: the fall ends at 10%.");
    }

    #[test]
    fn targets_are_told_with_their_numbers() {
        let two: [Part; 2] = [(1, 20, "场", Mode::Period), (2, 25, "场", Mode::Period)];
        let percent: [Part; 2] = [(1, 30, "%", Mode::Cumulative), (2, 80, "%", Mode::Cumulative)];
        for (c, told) in [
            (commitment(45, "场", &two, Relation::Sum, 45, true), "各期合计 45 场，与全年指标一致。"),
            (commitment(50, "场", &two, Relation::Sum, 45, false), "各期合计 45 场，比全年指标少 5 场。"),
            (commitment(40, "场", &two, Relation::Sum, 45, false), "各期合计 45 场，比全年指标多 5 场。"),
            (commitment(20, "场", &two[..1], Relation::Sum, 20, true), "只在第一季度写明，计 20 场，与全年指标一致。"),
            (
                commitment(6, "个", &percent, Relation::PercentComplete, 80, false),
                "完成比例最后达到 80%，比全年指标少 20%。",
            ),
            (
                commitment(6, "个", &percent[1..], Relation::PercentComplete, 100, true),
                "写明的比例到 80%，其后写明完成，计 100%，与全年指标一致。",
            ),
            (commitment(6, "个", &[], Relation::None, 0, false), "各期没有写明对应的数量。"),
        ] {
            assert_eq!(sentence(&c, &c.targets[0], Lang::Zh), told);
        }
    }
}
