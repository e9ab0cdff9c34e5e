//! All findings of a file for people: contradictions first, how the document was read last, each part in the order of the
//! document. What many commitments share, with the same advice, is one entry that names every place.

use std::collections::{HashMap, HashSet};

use annotate_snippets::{Element, Level, Origin, Renderer};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::pretty::{self, Style};
use super::source::one_line;
use super::{Source, Tally};
use crate::{Concern, Diagnostic, Lang, Severity, codes};

/// More commitments than this with one finding are told together.
const APART: usize = 5;
/// Words cut to fewer columns say nothing.
const SHORTEST: usize = 4;

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
    for (concern, entries) in parts {
        if headed || concern == Concern::Reading {
            out += &heading(concern, style);
        }
        for entry in entries {
            out += &match entry[..] {
                [one] => pretty::finding(one, source, style),
                _ => together(&entry, source, style),
            };
            out += "\n\n";
        }
    }
    out
}

/// Findings told together, or alone, in the order of the first of each.
fn entries<'a>(findings: &'a [Diagnostic]) -> Vec<Vec<&'a Diagnostic>> {
    let mut alike: HashMap<_, Vec<&Diagnostic>> = HashMap::new();
    for d in findings.iter().filter(|d| d.commitment.is_some()) {
        alike.entry(key(d)).or_default().push(d);
    }
    alike.retain(|_, all| commitments(all.iter().copied()) > APART);
    let mut told = HashSet::new();
    let entry = |d: &'a Diagnostic| match d.commitment.and_then(|_| alike.get(&key(d))) {
        Some(all) => told.insert(key(d)).then(|| all.clone()),
        None => Some(vec![d]),
    };
    findings.iter().filter_map(entry).collect()
}

/// What findings that are told together have in common.
fn key(d: &Diagnostic) -> (&str, Severity, Option<&str>) {
    (d.code.id, d.severity, d.help.as_ref().map(|h| h.zh.as_str()))
}

/// How many commitments findings are about.
fn commitments<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> usize {
    let mut numbers: Vec<u32> = findings.filter_map(|d| d.commitment).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}

fn heading(concern: Concern, style: &Style) -> String {
    let line = format!("—— {} ——", concern.heading(style.lang));
    if style.color { format!("\u{1b}[1m{line}\u{1b}[0m\n\n") } else { format!("{line}\n\n") }
}

/// One entry for findings of one code: what they share, then a line for each place.
fn together(all: &[&Diagnostic], source: &Source, style: &Style) -> String {
    let (lang, first) = (style.lang, all[0]);
    let (items, places) = (commitments(all.iter().copied()), all.len());
    let more = match items == places {
        true => String::new(),
        false => lang.pick(format!("，{places} 处"), format!(", {places} places")),
    };
    let title = match lang {
        Lang::Zh => format!("{}（{items} 项{more}）", first.code.title_zh),
        Lang::En => format!("{} ({items} commitments{more})", first.code.title_en),
    };
    let shared = shared_end(all, lang);
    let lines = all.iter().map(|d| (place(d, source, lang), line(d, shared, source, style)));
    let lines = lines.map(|(place, words)| Level::NOTE.with_name(place).message(words).into());
    let elements: Vec<Element> = std::iter::once(Origin::path(source.name).into()).chain(lines).collect();
    let mut group = pretty::level(first.severity, lang).primary_title(title).id(first.code.id).elements(elements);
    if let Some(help) = &first.help {
        group = group.element(pretty::help(help, lang));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width).render(&[group])
}

/// Line and column, or how a person finds the place in a document that is not plain text.
fn place(d: &Diagnostic, source: &Source, lang: Lang) -> String {
    let at = source.start(d);
    source.place(d, lang).unwrap_or_else(|| format!("{}:{}", at.line, at.column))
}

/// How many bytes of the sentences are the same in all, after a name in quotation marks: the title of the entry says them.
fn shared_end(all: &[&Diagnostic], lang: Lang) -> usize {
    let first = after_name(all[0].message.get(lang));
    let same = all.iter().all(|d| after_name(d.message.get(lang)) == first);
    first.filter(|_| same).map_or(0, str::len)
}

/// What a sentence says after its last quotation mark.
fn after_name(words: &str) -> Option<&str> {
    words.rfind(['”', '"']).map(|at| words[at..].trim_start_matches(['”', '"']))
}

/// Which commitment, what was found but for the `shared` words, and the words of the document where the sentence has none
/// of them.
fn line(d: &Diagnostic, shared: usize, source: &Source, style: &Style) -> String {
    let lang = style.lang;
    let message = d.message.get(lang);
    let message = one_line(&message[..message.len() - shared]);
    let words = d.labels.first().map_or(String::new(), |l| one_line(l.span.of(source.text)));
    let number = d.commitment.unwrap_or_default();
    // the title of the entry says all that this finding says, but for the cell
    let line = match d.code.id == codes::VAGUE_MILESTONE.id {
        true => pretty::about(d, lang).unwrap_or_default(),
        false => lang.pick(format!("第 {number} 项：{message}"), format!("commitment {number}: {message}")),
    };
    if words.is_empty() || line.contains(['“', '"']) || line.contains(words.trim()) {
        return line;
    }
    let places = d.labels.iter().filter(|l| Some(&l.text) == d.labels.first().map(|f| &f.text)).count();
    let more = match places {
        0 | 1 => String::new(),
        n => lang.pick(format!("（{n} 处）"), format!(" ({n} places)")),
    };
    let room = style.width.saturating_sub(line.width() + more.width() + pretty::FRAME);
    match cut(&words, room) {
        words if words.ends_with('…') && words.width() < SHORTEST => line,
        words => lang.pick(format!("{line}：“{words}”{more}"), format!("{line}: \"{words}\"{more}")),
    }
}

/// As many of the characters as there is room for.
fn cut(words: &str, room: usize) -> String {
    let words = words.trim();
    if words.width() <= room {
        return words.to_string();
    }
    let mut left = room.saturating_sub(1);
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    words.chars().take_while(fits).chain(['…']).collect()
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
