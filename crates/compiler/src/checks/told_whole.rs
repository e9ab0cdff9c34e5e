//! Schedules that deliver a whole promise in words and not in numbers: 12月底前全部建成, 安装完毕, 交付使用, 按季发放. Used by the
//! check of what no period counts. Says nothing of a work of which only a part is told to be done (主体完工).

use rust_decimal::Decimal;
use yinuo_model::{At, Measure, Milestone};

use crate::counted::{self, Objects, Pair};
use crate::readings::Case;
use crate::syntax::remainder::{self, Left};
use crate::syntax::words::{Alone, Said};

/// More clauses of completion than any schedule has.
const MOST: usize = 50;

/// A clause of a period by which the work is done.
struct Whole {
    /// What it names beside its verbs: nothing in 全部完工 and 安装完毕.
    named: Vec<Pair>,
}

/// What a schedule says in words of the whole.
pub struct Told {
    wholes: Vec<Whole>,
    steady: bool,
}

impl Told {
    /// Looks through the periods once.
    pub fn of(case: Case) -> Self {
        let promise: Vec<&str> = [case.title()].into_iter().chain(case.body()).map(Said::text).collect();
        let clauses = case.milestones().flat_map(|(milestone, said)| said.clauses().map(move |c| (milestone, c)));
        let last = clauses.filter(|(_, clause)| remainder::may_finish(*clause)).take(MOST);
        let wholes = last.filter_map(|(milestone, clause)| whole(case, milestone, clause, &promise));
        Self { wholes: wholes.chain(covered(case)).collect(), steady: steady(case) }
    }

    /// True when all that is promised is delivered, whatever it is.
    pub fn everything(&self) -> bool {
        self.steady || self.wholes.iter().any(|whole| whole.named.is_empty())
    }

    /// True when all of what the `nth` measure counts is delivered: 候车亭全部建成.
    pub fn delivers(&self, case: Case, nth: usize) -> bool {
        if self.wholes.is_empty() {
            return false;
        }
        let measures = &case.commitment.measures;
        let find = || counted::objects(measures, &counted::settings(case));
        let objects: &Objects = case.objects(find);
        self.wholes.iter().any(|whole| counted::affinity(&objects[nth], &whole.named) > 0.0)
    }
}

/// 疫苗覆盖率100% in a period: nothing is left of what the rate names, or of anything where it names nothing.
fn covered(case: Case) -> impl Iterator<Item = Whole> {
    let all = |m: &&Measure| matches!(m.at, At::Period(_)) && m.unit == "%" && m.value.lower() == Decimal::ONE_HUNDRED;
    let named = |m: &Measure| {
        let rate = m.object.as_deref()?;
        let name = ["覆盖率", "完成率", "完工率", "发放率"].iter().find_map(|w| rate.strip_suffix(w))?;
        Some(Whole { named: counted::pairs([Alone::anew(name).said()]) })
    };
    case.commitment.measures.iter().filter(all).filter_map(named)
}

/// A clause that says that all is done. One with a number of its own speaks of what it counts.
fn whole(case: Case, milestone: &Milestone, clause: Said, promise: &[&str]) -> Option<Whole> {
    if case.counts(milestone, clause) {
        return None;
    }
    let said = case.after_time(milestone, clause);
    let named = || counted::pairs(remainder::without(said));
    match remainder::named(said) {
        Some(Left::All) if remainder::all_over(said, promise) => {
            let of = said.text().find("全部").unwrap_or(0);
            Some(Whole { named: counted::pairs([said.part(0..of)]) })
        }
        Some(Left::All) if remainder::completes(said) => {
            // 全部验收条件成熟的学校 speaks of some of them
            Some(Whole { named: named() }).filter(|all| all.named.is_empty() || !said.text().contains('的'))
        }
        None if remainder::finishes(said, promise) => Some(Whole { named: vec![] }),
        _ => None,
    }
}

/// Every period does it: 按季发放, or only 发放 in each of them.
fn steady(case: Case) -> bool {
    const RHYTHMS: [&str; 6] = ["按季", "按月", "逐季", "逐月", "每月", "每季度"];
    const ACTS: [&str; 4] = ["发放", "兑付", "拨付", "补助"];
    let gives = |said: Said| {
        let words = said.text().trim_end_matches(['。', '；', ';']);
        let act = RHYTHMS.iter().find_map(|rhythm| words.strip_prefix(rhythm)).unwrap_or(words);
        ACTS.contains(&act)
    };
    case.milestones().all(|(_, said)| gives(said))
}
