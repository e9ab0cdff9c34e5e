//! One entry for the findings of many commitments: what they share is said once, and each line keeps what tells it apart, the
//! commitment, what was found, the words, its own reason and its own advice. Decides neither who stands together nor the order.

use std::collections::HashMap;

use annotate_snippets::{Element, Level, Origin, Renderer};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Source;
use super::pretty::{self, Style};
use super::source::one_line;
use crate::{Diagnostic, Lang, Text};

/// Words cut to fewer columns say nothing.
const SHORTEST: usize = 4;
/// An end of fewer characters that sentences share is no phrase.
const SHORTEST_END: usize = 4;

/// How many commitments findings are about.
pub(super) fn commitments(findings: &[&Diagnostic]) -> usize {
    let mut numbers: Vec<u32> = findings.iter().filter_map(|d| d.commitment).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}

/// What all lines of an entry have in common, and so is said once.
struct Shared<'a> {
    /// The end of each sentence.
    end: &'a str,
    notes: Vec<&'a Text>,
    help: Option<&'a Text>,
}

/// One entry for findings of one code: what they share, then a line for each.
pub(super) fn entry(all: &[&Diagnostic], source: &Source, style: &Style) -> String {
    let (lang, first) = (style.lang, all[0]);
    let shared = shared(all, lang);
    let of_some = of_some(all, &shared);
    let to_repair = all.iter().any(|d| !d.may_stay);
    let one_reason = |d: &Diagnostic| of_some.iter().any(|(text, _)| d.help.as_ref() == Some(*text));
    let closed = |d: &&Diagnostic| to_repair && d.may_stay && one_reason(d);
    let mut lines: Vec<_> = all.iter().copied().filter(|d| !closed(d)).collect();
    lines.sort_by_key(|d| d.may_stay);
    let lines = lines.into_iter().map(|d| (place(d, source, lang), line(d, &shared, &of_some, source, style)));
    let lines = lines.map(|(place, words)| Level::NOTE.with_name(place).message(words).into());
    let elements: Vec<Element> = std::iter::once(Origin::path(source.name).into()).chain(lines).collect();
    let mut group =
        pretty::level(first.severity, lang).primary_title(title(all, lang)).id(first.code.id).elements(elements);
    for note in &shared.notes {
        group = group.element(pretty::note(note, lang));
    }
    for (text, about) in &of_some {
        group = group.element(pretty::note(&with_items(text, about, source), lang));
    }
    if let Some(help) = shared.help {
        group = group.element(pretty::help(help, lang));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width).render(&[group])
}

/// How many commitments are to be looked at. Those that may stay as they are, are counted apart.
fn title(all: &[&Diagnostic], lang: Lang) -> String {
    let to_repair: Vec<&Diagnostic> = all.iter().copied().filter(|d| !d.may_stay).collect();
    let counted = if to_repair.is_empty() { all } else { &to_repair };
    let (items, places, code) = (commitments(counted), counted.len(), all[0].code);
    let stay = commitments(all) - items;
    let more = match items == places {
        true => String::new(),
        false => lang.pick(format!("，{places} 处"), format!(", {places} places")),
    };
    let apart = match stay {
        0 => String::new(),
        _ => lang.pick(format!("，另 {stay} 项可以不改"), format!(", {stay} more may stay")),
    };
    match lang {
        Lang::Zh => format!("{}（{items} 项{more}{apart}）", code.title_zh),
        Lang::En => {
            let noun = if items == 1 { "commitment" } else { "commitments" };
            format!("{} ({items} {noun}{more}{apart})", code.title_en)
        }
    }
}

fn shared<'a>(all: &[&'a Diagnostic], lang: Lang) -> Shared<'a> {
    let first = all[0];
    let reason = |d: &'a Diagnostic| d.labels.first().map(|l| &l.text).filter(|text| !text.zh.is_empty());
    let one_reason = reason(first).filter(|why| all.iter().all(|d| reason(d) == Some(*why)));
    let one_note = first.notes.iter().filter(|note| all.iter().all(|d| d.notes.contains(note)));
    let mut helps: HashMap<&str, usize> = HashMap::new();
    let repairs =
        || all.iter().filter(|d| !d.may_stay || all.iter().all(|d| d.may_stay)).filter_map(|d| d.help.as_ref());
    repairs().for_each(|help| *helps.entry(&help.zh).or_default() += 1);
    let most = helps.values().copied().max();
    Shared {
        end: shared_end(all, lang),
        notes: one_reason.into_iter().chain(one_note).collect(),
        help: repairs().find(|help| helps.get(help.zh.as_str()).copied() == most),
    }
}

/// What is said of some lines of an entry, with those lines.
type OfSome<'a> = Vec<(&'a Text, Vec<&'a Diagnostic>)>;

/// The notes that several lines have, and why several findings may stay: each is said once, with the commitments it is
/// about. Those that may stay need no line of their own beside others that may not.
fn of_some<'a>(all: &[&'a Diagnostic], shared: &Shared) -> OfSome<'a> {
    let mut said: OfSome = vec![];
    let stays = |d: &'a Diagnostic| d.help.iter().filter(move |help| d.may_stay && shared.help != Some(*help));
    let mut add = |text: &'a Text, d: &'a Diagnostic| match said.iter_mut().find(|(same, _)| *same == text) {
        Some((_, about)) => about.push(d),
        None => said.push((text, vec![d])),
    };
    for d in all.iter().filter(|d| d.commitment.is_some() && !d.may_stay) {
        d.notes.iter().filter(|note| !shared.notes.contains(note)).for_each(|note| add(note, d));
    }
    for d in all.iter().filter(|d| d.commitment.is_some()) {
        stays(d).for_each(|help| add(help, d));
    }
    said.retain(|(_, about)| about.len() > 1);
    said
}

/// What is said with the commitments it is said of.
fn with_items(text: &Text, about: &[&Diagnostic], source: &Source) -> Text {
    let items = |lang| {
        let mut numbers: Vec<u32> = about.iter().filter_map(|d| d.commitment).collect();
        numbers.dedup();
        numbers.into_iter().map(|number| source.item(number, lang)).collect::<Vec<_>>()
    };
    let (zh, en) = (items(Lang::Zh).join("、"), items(Lang::En).join(", "));
    Text::new(format!("{}（{zh}）", text.zh), format!("{} ({en})", text.en))
}

/// The line, or how a person finds the place in a document that is not plain text.
fn place(d: &Diagnostic, source: &Source, lang: Lang) -> String {
    let line = source.start(d).line;
    source.place(d, lang).unwrap_or_else(|| lang.pick(format!("第 {line} 行"), format!("line {line}")))
}

/// The end that all sentences have in common, from where it begins to say something: after a colon or a quotation mark, or
/// at 没有. The title of the entry says it.
fn shared_end<'a>(all: &[&'a Diagnostic], lang: Lang) -> &'a str {
    let first = all[0].message.get(lang);
    let common = all.iter().fold(first.len(), |common, d| {
        let here = d.message.get(lang);
        let same = first.bytes().rev().zip(here.bytes().rev()).take(common).take_while(|(a, b)| a == b);
        same.count()
    });
    let from = first.ceil_char_boundary(first.len() - common);
    let begins = |at: &usize| {
        let (before, after) = first.split_at(*at);
        before.ends_with(['：', '”', '"']) || before.ends_with(": ") || after.starts_with("没有")
    };
    let mut places = (from..first.len()).filter(|at| first.is_char_boundary(*at));
    let end = places.find(begins).map_or("", |at| &first[at..]);
    let names_something = end.contains(['“', '"']);
    if names_something || end.chars().count() < SHORTEST_END { "" } else { end }
}

/// Which commitment, what was found but for the shared words, the words of the document where the sentence has none of
/// them, and what is said of this one alone.
fn line(d: &Diagnostic, shared: &Shared, of_some: &OfSome, source: &Source, style: &Style) -> String {
    let lang = style.lang;
    let headline = one_line(&source.headline(d, lang));
    let told = headline.strip_suffix(shared.end).unwrap_or(&headline).trim_end_matches(['：', ':', ' ']);
    let own_help = d.help.iter().filter(|help| Some(*help) != shared.help);
    let own = d.notes.iter().filter(|note| !shared.notes.contains(note)).chain(own_help);
    let own = own.filter(|text| !of_some.iter().any(|(same, _)| same == text));
    let own: String = own.map(|text| lang.pick("；", "; ").to_string() + &one_line(text.get(lang))).collect();
    let words = d.labels.first().map_or(String::new(), |l| one_line(l.span.of(source.text)));
    if words.is_empty() || d.message.get(lang).contains(['“', '"']) || told.contains(words.trim()) {
        return format!("{told}{own}");
    }
    let room = style.width.saturating_sub(told.width() + pretty::FRAME);
    match cut(&words, room) {
        words if words.ends_with('…') && words.width() < SHORTEST => format!("{told}{own}"),
        words => lang.pick(format!("{told}：“{words}”{own}"), format!("{told}: \"{words}\"{own}")),
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
