//! Whether a percentage says by how much something rises or falls (同比下降10%以上), and not how much there is (控制在10%以内).
//! Only what the words say: a level that is reached (提高到90%) is no change, and neither is what could be one.

use yinuo_model::{Bound, Direction};

use super::cue::Clause;
use super::fold::Folded;

/// Words of a rise, for everyone who asks; here they stand right before the number. The longer of two first.
pub const RISES: &[&str] = &["增长", "增加", "提高", "提升", "上升", "上涨", "上调", "增", "升", "涨"];
/// The same of a fall.
pub const FALLS: &[&str] =
    &["下降", "减少", "压减", "降低", "缩短", "压缩", "压降", "削减", "缩减", "下调", "下浮", "回落", "降", "减"];
/// Names of how great a rise or a fall is: 降幅达10%.
pub const RISE_NAMES: &[&str] = &["增长率", "增长速度", "增幅", "涨幅", "升幅", "增速"];
const FALL_NAMES: &[&str] = &["下降率", "降低率", "减少率", "降幅", "跌幅", "减幅"];
/// Falls that take what falls between themselves and the number: 压减支出5%.
const FALLS_OF: &[&str] = &["减少", "压减", "降低", "缩短", "压缩", "压降", "削减", "缩减"];
/// Rises that do so; only beside words that compare, since 提高报销比例80% is a level.
const RISES_OF: &[&str] = &["增加", "提高", "提升", "扩大"];
/// Words that compare with an earlier year.
const COMPARED: &[&str] = &["同比", "环比", "比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年"];
/// What may stand between those words and the number.
const BETWEEN: &[&str] = &["幅度", "均", "了", "约", "近", "分别", "平均", "各", " "];
const UP_TO: &[&str] = &["控制在", "保持在", "稳定在", "达到", "不低于", "不少于", "达", "为", "在"];
/// How far before its number a word may stand that takes what falls, in characters.
const NEAR: usize = 16;

/// Which way a percentage or percentage points from `start` to `end` go.
pub fn of(f: &Folded, clause: &Clause, start: usize, end: usize, bound: Bound) -> Option<Direction> {
    let rises = |is: bool| is.then_some(Direction::Increase);
    let falls = |is: bool| is.then_some(Direction::Decrease);
    let at = back_over(f, start, &[BETWEEN]);
    let told = falls(f.any_before(at, FALLS) > 0).or(rises(f.any_before(at, RISES) > 0));
    let named_at = back_over(f, start, &[UP_TO, BETWEEN]);
    let named = || falls(f.any_before(named_at, FALL_NAMES) > 0).or(rises(f.any_before(named_at, RISE_NAMES) > 0));
    let after = || {
        let at = end + usize::from(f.get(end) == '的');
        let goes = |words: &[&str]| {
            let n = f.any(at, words);
            // 增长点 is where something grows
            n > 0 && !matches!(f.get(at + n), '到' | '至' | '为' | '点' | '极')
        };
        falls(goes(&["下降", "降幅"])).or(rises(goes(&["增长", "增幅", "增速", "涨幅"])))
    };
    // a fall takes the rate that falls with it (降低空置率5个百分点); a rate that rises may be the level that is reached
    let of_something = || {
        let open = bound != Bound::AtMost;
        let from = clause.start.max(start.saturating_sub(2 * NEAR));
        let compared = || (from..start).any(|j| f.any(j, COMPARED) > 0);
        falls(open && takes(f, clause, start, FALLS_OF, true))
            .or(rises(open && takes(f, clause, start, RISES_OF, false) && compared()))
    };
    told.or_else(named).or_else(after).or_else(of_something)
}

/// The place before as many of these words as stand in a row before `at`.
fn back_over(f: &Folded, mut at: usize, lists: &[&[&str]]) -> usize {
    while let Some(n) = lists.iter().map(|words| f.any_before(at, words)).find(|n| *n > 0) {
        at -= n;
    }
    at
}

/// Whether one of these words takes what stands between it and the number, and that is no level or other number, and no rate
/// unless `rates` are taken too.
fn takes(f: &Folded, clause: &Clause, start: usize, words: &[&str], rates: bool) -> bool {
    let from = clause.taken.max(clause.start).max(start.saturating_sub(NEAR));
    let rate = |j: usize| matches!(f.get(j), '率' | '比') && !(rates && j + 1 == start);
    let level = |j: usize| rate(j) || matches!(f.get(j), '到' | '至' | '达' | '为' | '在' | '占' | '由' | '从');
    let taking = (from..start).rev().take_while(|j| !level(*j)).find(|j| f.any(*j, words) > 0);
    taking.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;

    /// The direction of each percentage in a text: `+`, `-`, or `.` for none.
    fn read(text: &str) -> String {
        let reading = syntax::read(&mut Folded::default(), text, Some(2027));
        let sign = |m: &syntax::RawMeasure| match m.change {
            Some(Direction::Increase) => '+',
            Some(Direction::Decrease) => '-',
            None => '.',
        };
        reading.measures.iter().map(sign).collect()
    }

    #[test]
    fn words_say_which_way_a_number_goes() {
        for (text, want) in [
            ("发案数同比下降10%以上", "-"),
            ("盗抢警情比上年减少百分之十五", "-"),
            ("事故起数、伤亡人数分别下降9.6%、10.5%", "--"),
            ("单位能耗降3%左右", "-"),
            ("能耗强度降幅不低于3%", "-"),
            ("审批时限平均压缩了50%", "-"),
            ("压减一般性支出5%以上", "-"),
            ("客运量增长8%—10%", "+"),
            ("机械化水平提高3个百分点左右", "+"),
            ("居民消费价格涨幅控制在3%以内", "+"),
            ("实现5%以上的增长", "+"),
            ("比上年增加投入10%", "+"),
            ("客流翻一番，收费减半", "+-"),
            ("增长6%、达到90%", "+."),
            ("降低空置率5个百分点", "-"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn a_level_is_no_change() {
        for (text, want) in [
            ("空置率控制在10%以内", "."),
            ("覆盖率提高到90%以上", "."),
            ("发案数下降至10%", "."),
            ("从62%提高到68%", ".."),
            ("失业率低于5.5%", "."),
            ("合格率98%，高出全省2个百分点", ".."),
            ("提高报销比例80%", "."),
            ("降低空置率5%以下", "."),
            ("减少排放，达标率95%", "."),
            ("减少污水直排口3个", "."),
            ("新增床位100张", "."),
            ("打造10%的增长点", "."),
            ("减少排放提高达标率95%", "."),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
