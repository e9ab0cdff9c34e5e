//! Which commitments one depends on, and which wait for it, as links to them. Which do is for the compiler to say.

use std::collections::HashMap;

use yinuo_compiler::dependencies::{self, Dependency};
use yinuo_diag::Lang;
use yinuo_model::{Commitment, Plan};

use crate::address::Links;
use crate::view::period;

/// A commitment that waits or is waited for.
pub struct Wait {
    /// Its number as written, before its title; empty where it has none.
    pub label: String,
    /// Its short title.
    pub title: String,
    /// Its page, at the step that waits.
    pub href: String,
    /// The period in which the step that waits is due.
    pub due: String,
}

/// What `c` waits for, and what waits for it: each under what to call it, where there is any.
pub fn of(plan: &Plan, c: &Commitment, links: &Links, lang: Lang) -> Vec<(&'static str, Vec<Wait>)> {
    let mut all = dependencies::of(plan);
    all.retain(|d| d.commitment == c.number || d.on == c.number);
    if all.is_empty() {
        return vec![];
    }
    let others: HashMap<u32, &Commitment> = plan.commitments().map(|(_, c)| (c.number, c)).collect();
    let wait = |number: u32, anchor: &str, due| {
        let other = others.get(&number)?;
        let href = links.commitment(number, anchor);
        Some(Wait { label: other.label.trim().to_string(), title: other.short_title.clone(), href, due })
    };
    let due = |d: &Dependency| period::name(d.at, lang);
    let on = all.iter().filter(|d| d.commitment == c.number).filter_map(|d| wait(d.on, "", due(d))).collect();
    let by = all.iter().filter(|d| d.on == c.number);
    let by = by.filter_map(|d| wait(d.commitment, &d.at.to_string(), due(d))).collect();
    let mut named = vec![(lang.pick("取决于", "Depends on"), on), (lang.pick("影响到", "Needed by"), by)];
    named.retain(|(_, waits): &(_, Vec<Wait>)| !waits.is_empty());
    named
}
