//! All findings of a file for people: contradictions first, how the document was read last; in each part warnings, then
//! notes, then what may stay, each in the order of the document. What many commitments share is one entry (`together`).

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::pretty::{self, Style};
use super::{Source, Tally, together};
use crate::{Concern, Diagnostic, Lang, Severity};

/// More commitments than this with one finding are told together.
const APART: usize = 5;

/// Every finding with an empty line after it, under a heading for each part where there are several.
pub fn all(findings: &[Diagnostic], source: &Source, style: &Style) -> String {
    let mut parts: Vec<(Concern, Vec<Vec<&Diagnostic>>)> = vec![];
    for entry in entries(findings) {
        let concern = entry[0].concern();
        match parts.iter_mut().find(|(c, _)| *c == concern) {
            Some((_, entries)) => entries.push(entry),
            None => parts.push((concern, vec![entry])),
        }
    }
    parts.sort_by_key(|(concern, _)| *concern);
    let headed = parts.len() > 1;
    let mut out = String::new();
    for (concern, mut entries) in parts {
        if headed || concern == Concern::Reading {
            out += &heading(concern.heading(style.lang), style);
        }
        entries.sort_by_key(|entry| (Reverse(entry[0].severity), entry.iter().all(|d| d.may_stay)));
        for entry in entries {
            out += &match entry[..] {
                [one] => pretty::finding(one, source, style),
                _ => together::entry(&entry, source, style),
            };
            out += "\n\n";
        }
    }
    out
}

/// Every finding under the name of its commitment, in the order of the document; those about the whole come first.
pub fn by_item(findings: &[Diagnostic], source: &Source, style: &Style) -> String {
    let mut items: Vec<(Option<u32>, Vec<&Diagnostic>)> = vec![];
    let mut places = HashMap::new();
    for d in findings {
        let place = *places.entry(d.commitment).or_insert(items.len());
        match items.get_mut(place) {
            Some((_, all)) => all.push(d),
            None => items.push((d.commitment, vec![d])),
        }
    }
    items.sort_by_key(|(number, _)| *number);
    let mut out = String::new();
    for (number, mut all) in items {
        let whole = || style.lang.pick("整份清单", "The whole list").to_string();
        out += &heading(&number.map_or_else(whole, |n| source.item(n, style.lang)), style);
        all.sort_by_key(|d| d.labels.first().map_or(0, |l| l.span.start));
        all.iter().for_each(|d| out += &(pretty::finding(d, source, style) + "\n\n"));
    }
    out
}

/// Findings told together, or alone, in the order of the first of each.
fn entries<'a>(findings: &'a [Diagnostic]) -> Vec<Vec<&'a Diagnostic>> {
    let mut alike: HashMap<_, Vec<&Diagnostic>> = HashMap::new();
    for d in findings.iter().filter(|d| d.commitment.is_some()) {
        alike.entry(key(d)).or_default().push(d);
    }
    alike.retain(|_, all| together::commitments(all) > APART);
    let mut told = HashSet::new();
    let entry = |d: &'a Diagnostic| match d.commitment.and_then(|_| alike.get(&key(d))) {
        Some(all) => told.insert(key(d)).then(|| all.clone()),
        None => Some(vec![d]),
    };
    findings.iter().filter_map(entry).collect()
}

/// What findings that are told together have in common. Each contradiction has a repair of its own, which is kept.
fn key(d: &Diagnostic) -> (&str, Severity, Option<&str>) {
    let own = d.help.as_ref().filter(|_| d.concern() == Concern::Contradiction);
    (d.code.id, d.severity, own.map(|h| h.zh.as_str()))
}

fn heading(words: &str, style: &Style) -> String {
    let line = format!("—— {words} ——");
    if style.color { format!("\u{1b}[1m{line}\u{1b}[0m\n\n") } else { format!("{line}\n\n") }
}

/// The last lines of a report where nothing was found in doubt, else how many doubts there are.
pub fn doubts<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>, place: &str, lang: Lang) -> String {
    match (Tally::of(findings).notes, lang) {
        (0, Lang::Zh) => format!("{place}：没有拿不准的读法"),
        (0, Lang::En) => format!("no reading in doubt in {place}"),
        (n, Lang::Zh) => format!("{place}：{n} 处读法拿不准"),
        (1, Lang::En) => format!("1 reading in doubt in {place}"),
        (n, Lang::En) => format!("{n} readings in doubt in {place}"),
    }
}
