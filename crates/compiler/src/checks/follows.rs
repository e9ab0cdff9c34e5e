//! Numbers that follow from another of the same promise, so that no period has to count them again: a part after 其中, those
//! who benefit, the size of a building, the places where so many machines are installed. Finds nothing itself.

use rust_decimal::Decimal;
use yinuo_model::{Measure, Relation};

use super::cells;
use crate::readings::Case;

/// True for a number that follows from another.
pub fn is(case: Case, measure: &Measure) -> bool {
    cells::is_part(case, measure)
        || is_scheduled(case) && (is_concerned(case, measure) || is_where_others_are_put(case, measure))
        || is_size(case, measure)
        || is_room(case, measure) && belongs_to_a_work(case)
}

/// 涉及楼栋61栋: how much the work touches. 惠及居民1.2万户 is told as a promise of its own, and who counts them asks when.
fn is_concerned(case: Case, measure: &Measure) -> bool {
    let placed = cells::of(case, measure);
    placed.is_some_and(|p| p.clause().is_some_and(|clause| p.around(clause).0.contains("涉及")))
}

/// The periods count some promise of this commitment.
fn is_scheduled(case: Case) -> bool {
    case.commitment.targets.iter().any(|t| t.relation != Relation::None)
}

/// How large a thing is: it is there once the thing is, and never by parts.
fn is_size(case: Case, measure: &Measure) -> bool {
    const SIZES: [&str; 8] =
        ["建筑面积", "占地面积", "用地面积", "日供水能力", "日处理能力", "可容纳", "设计库容", "总库容"];
    let Some(placed) = cells::of(case, measure) else { return false };
    let before = placed.clause().map_or("", |clause| placed.around(clause).0);
    let near = before.trim_end_matches(['约', '达', '为', '共']);
    SIZES.iter().any(|size| near.ends_with(size))
}

/// Room that comes with a building or a piece of ground, and the length of so many roads.
fn is_room(case: Case, measure: &Measure) -> bool {
    const ROOM: [&str; 12] =
        ["学位", "床位", "托位", "机位", "泊位", "座位", "面积", "库容", "容量", "总长", "全长", "长度"];
    let named = |words: &str| ROOM.iter().any(|room| words.ends_with(room));
    let before = || cells::of(case, measure).and_then(|p| Some(named(p.around(p.clause()?).0)));
    measure.object.as_deref().is_some_and(named) || before().unwrap_or(false)
}

/// Another promise is a building or a place that the periods count, or is one such thing.
fn belongs_to_a_work(case: Case) -> bool {
    const PLACES: [&str; 7] = ["所", "个", "座", "处", "栋", "家", "条"];
    let measures = &case.commitment.measures;
    case.commitment.targets.iter().any(|target| {
        let goal = &measures[target.measure];
        let whole = target.relation != Relation::None || goal.value.lower() == Decimal::ONE;
        whole && PLACES.contains(&goal.unit.as_str()) && !is_room(case, goal)
    })
}

/// 在7所学校安装饮水机30台: where the periods count the machines, the schools follow.
fn is_where_others_are_put(case: Case, measure: &Measure) -> bool {
    let Some(placed) = cells::of(case, measure) else { return false };
    let Some(clause) = placed.clause() else { return false };
    let (before, _) = placed.around(clause);
    let here = |other: &Measure| {
        let other_place = cells::of(case, other).map(|p| p.range);
        other.at == measure.at
            && other_place.is_some_and(|r| placed.range.end <= r.start && r.end <= clause.range().end)
    };
    let counted = case.commitment.targets.iter().filter(|t| t.relation != Relation::None);
    ["在", "为", "对", "给"].contains(&before) && counted.map(|t| &case.commitment.measures[t.measure]).any(here)
}
