//! A plan as it would be recorded, for whoever is about to say so: each commitment with who answers, until when, what is due in
//! each period, and beside it what should be looked at. Shows the whole plan; judges nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use yinuo_app::Edition;
use yinuo_diag::{Diagnostic, Lang, Severity, codes};
use yinuo_model::names::Names;
use yinuo_model::{At, Category, Commitment, Milestone, Period, Plan, Role};

use crate::address::Links;
use crate::view::{number, period, setting, words};

/// A category with its commitments.
pub(super) struct Group {
    /// Empty for a list without categories.
    pub(super) name: String,
    pub(super) items: Vec<ItemView>,
}

/// A commitment as it would be recorded.
pub(super) struct ItemView {
    pub(super) number: u32,
    /// Its number as written; empty where it has none.
    pub(super) label: String,
    /// What it is called apart from the others.
    pub(super) name: String,
    pub(super) title: String,
    pub(super) body: Option<String>,
    /// Its place in the source.
    pub(super) source: String,
    /// Owners by role, times and numbers: the name and the words.
    pub(super) facts: Vec<(&'static str, String)>,
    /// What is due: the period and its words; none where others have something due then.
    pub(super) periods: Vec<(String, Option<String>)>,
    /// What should be looked at.
    pub(super) grave: Vec<Said>,
    /// What else was remarked.
    pub(super) light: Vec<Said>,
}

/// A finding in one line.
pub(super) struct Said {
    pub(super) word: &'static str,
    /// The cell, where it is not the whole commitment.
    pub(super) cell: Option<String>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// A plan as it would be recorded.
pub(super) struct Planned {
    pub(super) groups: Vec<Group>,
    /// What should be looked at in the document as a whole.
    pub(super) grave: Vec<Said>,
    /// What else was remarked about it.
    pub(super) light: Vec<Said>,
}

/// The plan of an edition.
pub(super) fn view(edition: &Edition, links: &Links, lang: Lang) -> Planned {
    let plan = &edition.compiled.plan;
    let numbers: HashSet<u32> = plan.commitments().map(|(_, c)| c.number).collect();
    let mut about: HashMap<Option<u32>, Vec<&Diagnostic>> = HashMap::new();
    // What was left out is listed on the same page, word for word.
    for d in edition.compiled.findings.iter().filter(|d| d.code.id != codes::TEXT_SET_ASIDE.id) {
        about.entry(d.commitment.filter(|n| numbers.contains(n))).or_default().push(d);
    }
    let owned = plan.commitments().any(|(_, c)| !c.owners.is_empty());
    let (names, schedule) = (Names::of(plan, lang), schedule(plan));
    let item = |category: &Category, c: &Commitment| {
        let (grave, light) = said(about.get(&Some(c.number)), Some(c), lang);
        ItemView {
            number: c.number,
            label: c.label.clone(),
            name: names.name(category, c),
            title: c.title.text.clone(),
            body: c.body.as_ref().map(|b| b.text.clone()),
            source: links.source(&setting::anchor(c.number, At::Title)),
            facts: facts(c, owned, lang),
            periods: due(c, &schedule, lang),
            grave,
            light,
        }
    };
    let group = |category: &Category| Group {
        name: category.name.clone(),
        items: category.commitments.iter().map(|c| item(category, c)).collect(),
    };
    let (grave, light) = said(about.get(&None), None, lang);
    Planned { groups: plan.categories.iter().map(group).collect(), grave, light }
}

/// Findings in words: those to look at, and the others.
fn said(all: Option<&Vec<&Diagnostic>>, c: Option<&Commitment>, lang: Lang) -> (Vec<Said>, Vec<Said>) {
    let one = |d: &&Diagnostic| {
        let at = d.at.as_deref().filter(|at| *at != "title" && !d.names_periods());
        Said {
            word: words::severity(d.severity, lang),
            cell: c.zip(at).and_then(|(c, at)| period::cell_of(c, at, lang)),
            message: words::sentence(&d.message, lang),
            help: d.help.as_ref().map(|h| words::sentence(h, lang)),
        }
    };
    let (grave, light): (Vec<_>, Vec<_>) =
        all.into_iter().flatten().partition(|d: &&&Diagnostic| d.severity >= Severity::Warning);
    (grave.into_iter().map(one).collect(), light.into_iter().map(one).collect())
}

/// Who answers, by role, where the plan says it at all (`owned`); the times that the promise names; the numbers it is measured by.
fn facts(c: &Commitment, owned: bool, lang: Lang) -> Vec<(&'static str, String)> {
    let joint = lang.pick("、", ", ");
    let mut all = vec![];
    for role in [Role::Lead, Role::Responsible, Role::Cooperating, Role::Leader] {
        let names: Vec<&str> = c.owners.iter().filter(|o| o.role == role).map(|o| o.name.as_str()).collect();
        if !names.is_empty() {
            all.push((words::role(role, lang), names.join(joint)));
        }
    }
    if owned && c.owners.is_empty() {
        all.push((lang.pick("责任", "Who answers"), lang.pick("没有写明", "not said").to_string()));
    }
    let until = c.milestones.iter().filter(|m| is_deadline(c, m)).map(|m| m.passage.text.clone());
    let times =
        c.times.iter().filter(|t| matches!(t.at, At::Title | At::Body)).map(|t| period::time(t.value, t.before, lang));
    let goals = c.targets.iter().filter_map(|t| c.measures.get(t.measure)).map(|m| number::quantity(m, lang));
    let named: [(_, Vec<String>); 3] = [
        (lang.pick("时限", "Deadline"), until.collect()),
        (lang.pick("时间", "Time"), times.collect()),
        (lang.pick("指标", "Target"), goals.collect()),
    ];
    for (name, told) in named {
        if !told.is_empty() {
            all.push((name, told.join(joint)));
        }
    }
    all
}

/// Whether a milestone's words are only a time: they say until when, not what.
fn is_deadline(c: &Commitment, m: &Milestone) -> bool {
    let words = m.passage.text.trim();
    c.times.iter().any(|t| t.at == At::Period(m.period) && t.text.trim() == words)
}

/// The periods of a plan's schedule where every commitment is shown against all of them; none where they are many.
fn schedule(plan: &Plan) -> BTreeSet<Period> {
    const MOST: usize = 4;
    let due = |c| move |m: &&Milestone| !is_deadline(c, m);
    let all = plan.commitments().flat_map(|(_, c)| c.milestones.iter().filter(due(c)).map(|m| m.period));
    let mut periods = BTreeSet::new();
    for period in all {
        periods.insert(period);
        if periods.len() > MOST {
            return BTreeSet::new();
        }
    }
    periods
}

/// What is due in each period; nothing where the document leaves one of the schedule empty.
fn due(c: &Commitment, schedule: &BTreeSet<Period>, lang: Lang) -> Vec<(String, Option<String>)> {
    let own: BTreeMap<Period, &str> =
        c.milestones.iter().filter(|m| !is_deadline(c, m)).map(|m| (m.period, m.passage.text.as_str())).collect();
    let mut periods: BTreeSet<Period> = own.keys().copied().collect();
    if !own.is_empty() {
        periods.extend(schedule);
    }
    periods.into_iter().map(|p| (period::name(p, lang), own.get(&p).map(|words| words.to_string()))).collect()
}
