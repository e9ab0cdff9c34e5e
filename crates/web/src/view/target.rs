//! A target in words: what is promised, what the periods come to, and whether the two agree.

use yinuo_diag::Lang;
use yinuo_model::{Commitment, Relation, Target};

use crate::view::{number, trajectory};

/// What the periods say about a target, as a sentence.
pub fn sentence(c: &Commitment, target: &Target, lang: Lang) -> String {
    let Some(goal) = c.measures.get(target.measure) else { return String::new() };
    let total = number::with_unit(target.total, &goal.unit, lang);
    let made = match (target.relation, lang) {
        (Relation::None, Lang::Zh) => return "各期没有写明对应的数量。".into(),
        (Relation::None, Lang::En) => return "No period names a number for it.".into(),
        (Relation::Sum, Lang::Zh) => format!("各期合计 {total}"),
        (Relation::Sum, Lang::En) => format!("the periods add up to {total}"),
        (Relation::LastCumulative, Lang::Zh) => format!("累计数最后达到 {total}"),
        (Relation::LastCumulative, Lang::En) => format!("the running total ends at {total}"),
        (Relation::PercentComplete, Lang::Zh) => format!("完成比例最后达到 {total}"),
        (Relation::PercentComplete, Lang::En) => format!("the share done ends at {total}"),
        (Relation::UnitConvertedSum, Lang::Zh) => format!("各期换算单位后合计 {total}"),
        (Relation::UnitConvertedSum, Lang::En) => format!("converted to its unit, the periods add up to {total}"),
    };
    let (wanted, short) = (goal.value.upper(), target.total < goal.value.lower());
    let gap = number::with_unit((wanted - target.total).abs(), &goal.unit, lang);
    match (target.reconciles, lang) {
        (true, Lang::Zh) => format!("{made}，与全年指标一致。"),
        (true, Lang::En) => format!("In accord: {made}."),
        (false, Lang::Zh) if short => format!("{made}，比全年指标少 {gap}。"),
        (false, Lang::En) if short => format!("Short by {gap}: {made}."),
        (false, Lang::Zh) => format!("{made}，比全年指标多 {gap}。"),
        (false, Lang::En) => format!("Over by {gap}: {made}."),
    }
}

/// The target that stands for a commitment where there is room for one: the first whose course is known, else the first.
pub fn main(c: &Commitment) -> Option<&Target> {
    c.targets.iter().find(|t| trajectory::of(c, t).is_some()).or(c.targets.first())
}
