//! Which measures of the periods belong to which target: those of a unit that converts, of the object the words share.

use std::cell::OnceCell;

use yinuo_model::{At, Mode, Recurrence, TimeValue, Verb};

use super::{Scene, begun, prepared};
use crate::counted;
use crate::syntax::conversion::{self, Conversion};
use crate::syntax::remainder::{self, Left};
use crate::syntax::verbs::VERBS;
use crate::syntax::words::{Alone, Said};

/// A measure of a period that counts towards a target.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Index of the measure.
    pub measure: usize,
    /// From its unit to the target's.
    pub conversion: Conversion,
    /// How well the words agree, 0 to 1.
    pub affinity: f32,
}

/// The parts of each target, and the targets that are counted together.
#[derive(Debug, Clone, Default)]
pub struct Share {
    /// In the order of the document.
    pub parts: Vec<Part>,
    /// Other targets that these parts count as well.
    pub joint: Vec<usize>,
}

/// Words agree so well that a part is of the target even when it is also of another.
const FULL: f32 = 0.6;

/// What the same unit is worth beside words that agree.
const SAME_UNIT: f32 = 0.2;

/// Gives each measure of a period to the target its words agree with best, or to several that it counts together.
pub fn assign(scene: &Scene, targets: &[usize]) -> Vec<Share> {
    let mut shares = vec![Share::default(); targets.len()];
    let best_of: Vec<Best> = vec![Best::default(); targets.len()];
    let inside: Vec<bool> = targets.iter().map(|t| scene.inside(*t)).collect();
    for measure in (0..scene.measures.len()).filter(|n| counts(scene, *n)) {
        let kept = share_within(scene, targets, &inside, measure, &mut shares);
        let mut all = (0..targets.len())
            .filter(|t| kept.is_none_or(|inner| inside[*t] == inner))
            .filter_map(|t| Some((t, fit(scene, targets[t], measure)?)));
        let (Some(first), second) = (all.next(), all.next()) else { continue };
        if second.is_none() {
            shares[first.0].parts.push(first.1);
            continue;
        }
        let fits: Vec<(usize, Part)> = [first].into_iter().chain(second).chain(all).collect();
        // 12所 is rather of 18所 than of 1.6万个, whose words it hardly shares
        let same_unit = |t: usize| scene.measures[targets[t]].unit == scene.measures[measure].unit;
        let near = |(t, p): &(usize, Part)| p.affinity + if same_unit(*t) { SAME_UNIT } else { 0.0 };
        let Some(best) = fits.iter().map(near).max_by(f32::total_cmp) else { continue };
        let named = |t: usize| scene.head(targets[t]).is_some_and(|h| scene.objects[measure].binary_search(&h).is_ok());
        let mut together: Vec<usize> =
            fits.iter().filter(|(t, p)| p.affinity >= FULL || named(*t)).map(|(t, _)| *t).collect();
        if together.len() > 1 {
            together.retain(|t| named_alike(scene, targets[*t], measure));
        }
        if together.len() > 1 {
            let own = |p: &Part| p.affinity >= best;
            together.retain(|t| {
                let fit = fits.binary_search_by_key(t, |(other, _)| *other).ok().map(|n| &fits[n].1);
                fit.is_some_and(|p| own(p) || !told_beside(scene, targets[*t], p, &best_of[*t]))
            });
        }
        if together.len() > 1 && separate(scene, targets, &together) {
            for (t, part) in fits.iter().filter(|(t, _)| together.contains(t)) {
                shares[*t].parts.push(*part);
                shares[*t].joint.extend(together.iter().filter(|o| *o != t).map(|o| targets[*o]));
            }
        } else if let Some((t, part)) = fits.iter().find(|fit| near(fit) >= best) {
            shares[*t].parts.push(*part);
        }
    }
    for share in &mut shares {
        share.joint.sort_unstable();
        share.joint.dedup();
        leave_out_parts(scene, &mut share.parts);
    }
    shares
}

/// Of a number and its part (培训500人，其中农民工300人) one counts towards a target, the one its words fit better; else the whole.
fn leave_out_parts(scene: &Scene, parts: &mut Vec<Part>) {
    let whole = |p: &Part| scene.measures[p.measure].part_of;
    if parts.iter().all(|p| whole(p).is_none()) {
        return;
    }
    let mut fits = vec![None; scene.measures.len()];
    parts.iter().for_each(|p| fits[p.measure] = Some(p.affinity));
    for p in parts.iter() {
        // 开工24座，其中完工6座: the part is done, the whole is not
        let done = |w: usize| begun::only(scene, w) && !begun::only(scene, p.measure);
        if let Some(w) = whole(p).filter(|w| fits[*w].is_some_and(|fit| p.affinity > fit || done(*w))) {
            fits[w] = None;
        }
    }
    parts.retain(|p| fits[p.measure].is_some() && whole(p).is_none_or(|w| fits[w].is_none()));
}

/// A promise after 其中 is a share of another. A number of a period after 其中 counts towards such shares alone; so does one
/// whose words are the share's; one that only says its name (新建4座) counts towards the share here and the whole in turn. Which of the two sorts
/// of promise are left to the measure; `None` where no share of its unit is promised.
fn share_within(
    scene: &Scene,
    targets: &[usize],
    inside: &[bool],
    measure: usize,
    shares: &mut [Share],
) -> Option<bool> {
    let of_sort = |inner: bool| {
        let all = (0..targets.len()).filter(move |t| inside[*t] == inner);
        all.filter_map(|t| Some((t, fit(scene, targets[t], measure)?)))
    };
    of_sort(true).next()?;
    if scene.inside(measure) {
        return Some(true);
    }
    let whole = of_sort(false).map(|(_, part)| part.affinity).max_by(f32::total_cmp)?;
    let setting = scene.settings[measure].as_ref()?;
    let named = |t: usize| scene.share(targets[t]).filter(|name| setting.says(name));
    let by_act = |t: usize| named(t).is_some_and(is_act);
    let its_own = |part: &Part| part.affinity >= FULL && part.affinity > whole;
    if !of_sort(true).any(|(t, _)| by_act(t)) && of_sort(true).any(|(_, part)| its_own(&part)) {
        return Some(true);
    }
    if let Some((share, part)) = of_sort(true).find(|(t, _)| named(*t).is_some()) {
        shares[share].parts.push(Part { affinity: 1.0, ..part });
    }
    Some(false)
}

/// A share by what is done (改造), and not by a thing of its own (立体泊位).
fn is_act(name: &str) -> bool {
    let words = Alone::anew(name);
    VERBS.first(words.said()).is_some_and(|(range, _)| words.said().text()[range] == *name)
}

/// A number of a period that may be an instalment or a running total.
fn counts(scene: &Scene, n: usize) -> bool {
    let mode = scene.measures[n].mode;
    scene.scheduled(n) && matches!(mode, Mode::Period | Mode::Cumulative | Mode::Annual) && !prepared::only(scene, n)
        || scene.scheduled(n) && mode == Mode::Rate && recurrence(scene, n).is_some()
}

/// How well the best number of each cell fits a promise, once it was asked.
type Best = OnceCell<Vec<(At, f32)>>;

/// Another number of the cell fits the promise better: in 新增就业1000人，失业人员再就业260人 each counts for its own.
fn told_beside(scene: &Scene, target: usize, part: &Part, best: &Best) -> bool {
    let all = best.get_or_init(|| {
        let mut all: Vec<(At, f32)> = vec![];
        for n in (0..scene.measures.len()).filter(|n| counts(scene, *n)) {
            let Some(other) = fit(scene, target, n).filter(|p| p.conversion.same) else { continue };
            match all.iter_mut().find(|(at, _)| *at == scene.measures[n].at) {
                Some((_, best)) => *best = best.max(other.affinity),
                None => all.push((scene.measures[n].at, other.affinity)),
            }
        }
        all
    });
    let at = scene.measures[part.measure].at;
    all.iter().any(|(here, best)| *here == at && *best > part.affinity)
}

/// The promise has a name (新建30座 has none), and the number's own clause shares a word with it: a clause before it may be about
/// another promise.
fn named_alike(scene: &Scene, target: usize, measure: usize) -> bool {
    if scene.measures[target].object.is_none() {
        return false;
    }
    let own = scene.settings[measure].as_ref().map(|s| counted::pairs(s.clause_parts())).unwrap_or_default();
    own.is_empty() || counted::affinity(&scene.objects[target], &own) > 0.0
}

/// Several targets are counted together only when each is of another thing: 讲座 and 义诊, not new parks and old ones.
fn separate(scene: &Scene, targets: &[usize], together: &[usize]) -> bool {
    together.iter().all(|a| {
        together.iter().filter(|b| *b != a).all(|b| {
            let (x, y) = (targets[*a], targets[*b]);
            scene.head(x) != scene.head(y) && counted::affinity(&scene.objects[x], &scene.objects[y]) < FULL
        })
    })
}

fn fit(scene: &Scene, target: usize, measure: usize) -> Option<Part> {
    let (goal, part) = (&scene.measures[target], &scene.measures[measure]);
    let conversion = conversion::between(&part.unit, &goal.unit)?;
    let words = &scene.objects[measure];
    // a cell that says only "completes 200" is of whatever the unit fits
    let shared = || counted::affinity(&scene.objects[target], words);
    let affinity = if words.is_empty() || is_rest(scene, measure) {
        0.5
    } else if says_only_how_far(scene, measure) {
        // of what the unit fits, and of 完工260栋 rather than of 开工320栋
        shared().max(0.5 + shared() / 10.0)
    } else {
        shared()
    };
    let generic = !conversion.same && affinity == 0.0;
    (!generic).then_some(Part { measure, conversion, affinity })
}

/// 竣工120户: that it is begun or finished, and not of what. 培训 and 新建 tell promises apart.
fn says_only_how_far(scene: &Scene, n: usize) -> bool {
    const LONGEST: usize = 4;
    let how_far = |said: Said| {
        let words = said.text().trim_matches(|c: char| !c.is_alphanumeric());
        let verb = || VERBS.first(said).filter(|(_, verb)| matches!(verb, Verb::Start | Verb::Complete));
        words.is_empty()
            || words.chars().count() <= LONGEST && verb().is_some_and(|(range, _)| said.text()[range] == *words)
    };
    let setting = scene.settings[n].as_ref().filter(|_| scene.measures[n].object.is_none());
    setting.is_some_and(|s| s.clause_parts().into_iter().all(how_far))
}

/// 剩余16座全部开放 is of whatever the unit fits too, though it says what becomes of them.
fn is_rest(scene: &Scene, n: usize) -> bool {
    let rest = |said| remainder::named(said) == Some(Left::Rest);
    let unnamed = scene.measures[n].object.is_none();
    unnamed && scene.settings[n].as_ref().is_some_and(|s| rest(s.clause_parts()[0]))
}

/// The recurrence written in a measure's own words: 每月, 每季度.
pub fn recurrence(scene: &Scene, n: usize) -> Option<Recurrence> {
    times_of(scene, n).find_map(|value| match value {
        TimeValue::Recurrence(r) => Some(r),
        _ => None,
    })
}

/// How many periods a measure's own words name: 第一季度与第四季度各.
pub fn periods_named(scene: &Scene, n: usize) -> usize {
    let period = |v: &TimeValue| matches!(v, TimeValue::Quarter(..) | TimeValue::Month(..) | TimeValue::Months(..));
    times_of(scene, n).filter(period).count()
}

fn times_of<'a>(scene: &'a Scene, n: usize) -> impl Iterator<Item = TimeValue> + 'a {
    let range = scene.settings[n].as_ref().map(|s| s.own_range());
    let at = scene.measures[n].at;
    scene.times.iter().filter(move |t| t.at == at).filter_map(move |time| {
        let place = scene.case.cell(at)?.0.range_of(time.place.first())?;
        range.as_ref().is_some_and(|r| r.start <= place.start && place.end <= r.end).then_some(time.value)
    })
}
