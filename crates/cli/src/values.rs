//! Reads the values of options, and says in the chosen language how they are written. What they do is for the commands.

use jiff::civil::Date;
use yinuo_ledger::EntryId;
use yinuo_model::{Bound, Mode, Naming, Role};

use crate::lang::{chosen, say};

/// A day.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| say("日期写作 2026-03-31", "a date is written 2026-03-31").to_string())
}

/// How many, or which one.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| say("要写一个数，如 12", "a number is wanted, such as 12").to_string())
}

/// A year in which there can be a list.
pub(crate) fn year(text: &str) -> Result<i16, String> {
    let year = text.parse().ok().filter(|year| (1949..=2200).contains(year));
    year.ok_or_else(|| {
        say("年份写作 2026，在 1949 到 2200 之间", "a year is written 2026 and lies in 1949 to 2200").to_string()
    })
}

/// What a heading means, `heading=kind`.
pub(crate) fn naming(text: &str) -> Result<Naming, String> {
    let (heading, holds) = text.rsplit_once('=').unwrap_or((text, ""));
    yinuo_app::naming(heading, holds).map_err(|said| said.get(chosen()).to_string())
}

/// How a measure counts.
pub(crate) fn mode(text: &str) -> Result<Mode, String> {
    let all = [
        ("annual", Mode::Annual),
        ("period", Mode::Period),
        ("cumulative", Mode::Cumulative),
        ("rate", Mode::Rate),
        ("context", Mode::Context),
    ];
    one_of(text, &all)
}

/// How a measure is bounded.
pub(crate) fn bound(text: &str) -> Result<Bound, String> {
    let all = [
        ("exact", Bound::Exact),
        ("at_least", Bound::AtLeast),
        ("at_most", Bound::AtMost),
        ("about", Bound::About),
        ("more_than", Bound::MoreThan),
    ];
    one_of(text, &all)
}

/// What an owner does.
pub(crate) fn role(text: &str) -> Result<Role, String> {
    let all = [
        ("lead", Role::Lead),
        ("responsible", Role::Responsible),
        ("cooperating", Role::Cooperating),
        ("leader", Role::Leader),
    ];
    one_of(text, &all)
}

/// Minutes east of Greenwich.
pub(crate) fn offset(text: &str) -> Result<i32, String> {
    yinuo_app::usecases::offset(text).ok_or_else(|| say("时区写作 +08:00", "a zone is written +08:00").to_string())
}

/// The number of an entry.
pub(crate) fn entry(text: &str) -> Result<EntryId, String> {
    text.parse().map_err(|_| say("记录编号写作 e3", "an entry is written e3").to_string())
}

fn one_of<T: Copy>(text: &str, all: &[(&str, T)]) -> Result<T, String> {
    let names = || all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(say("、", ", "));
    let found = all.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    found.ok_or_else(|| format!("{}{}", say("可以是 ", "it is one of "), names()))
}
