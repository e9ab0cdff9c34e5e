//! Findings for people, as rustc shows errors: what, where, the words underlined, facts and repair. A Chinese character
//! is two columns wide and a source line may be hundreds, so lines are cut to a window around the words.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level, Message, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::source::one_line;
use super::{Source, Tally};
use crate::{Concern, Diagnostic, Label, Lang, Severity, Text};

/// How to print.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language of everything said.
    pub lang: Lang,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether colours may be used.
    pub color: bool,
}

/// Columns that line numbers, marks of omission and the frame may take.
pub(super) const FRAME: usize = 20;
/// Labels further apart than this are shown in pieces of their own.
const MAX_LINES_APART: usize = 20;
/// A line of more bytes is handed on only around the words, and shown alone: each finding would go through all of it.
const LONG_LINE: usize = 4096;

/// One finding, without a line end at its end.
pub fn finding(d: &Diagnostic, source: &Source, style: &Style) -> String {
    let lang = style.lang;
    let room = style.width.saturating_sub(FRAME).max(FRAME);
    let (pieces, cut): (Vec<Element>, Vec<Cut>) = places(d, source, room, lang).into_iter().unzip();
    let title = level(d.severity, lang).primary_title(source.headline(d, lang));
    let mut group = title.id(d.code.id).elements(pieces);
    if let Some(place) = source.place(d, lang) {
        group = group.element(Level::NOTE.with_name(lang.pick("位置", "where")).message(place));
    }
    for note in &d.notes {
        group = group.element(self::note(note, lang));
    }
    if let Some(words) = &d.help {
        group = group.element(help(words, lang));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let shown = renderer.term_width(style.width).render(&[group]);
    if cut.iter().all(|c| c.columns == 0) { shown } else { counted_on(shown, &cut) }
}

/// The last line of a report: how many findings, where, what to do first, and how to learn more about the weightiest.
pub fn summary<'a>(findings: impl IntoIterator<Item = &'a Diagnostic> + Clone, place: &str, lang: Lang) -> String {
    let counts = Tally::of(findings.clone()).sentence(lang);
    let mut sentence = match lang {
        Lang::Zh => format!("{place}：{counts}"),
        Lang::En => format!("{counts} in {place}"),
    };
    sentence += &first_to_do(findings.clone(), lang);
    // The first among those of the weightiest concern and the highest severity.
    let weight = |d: &Diagnostic| (std::cmp::Reverse(d.concern()), d.severity);
    let weightiest = findings.into_iter().fold(None, |best: Option<&Diagnostic>, d| match best {
        Some(b) if weight(b) >= weight(d) => Some(b),
        _ => Some(d),
    });
    if let Some(d) = weightiest {
        sentence += &match lang {
            Lang::Zh => format!("；详见 `yinuo explain {}`", d.code.id),
            Lang::En => format!("; `yinuo explain {}` says more", d.code.id),
        };
    }
    sentence
}

/// To begin with the contradictions, where there are other findings besides.
fn first_to_do<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>, lang: Lang) -> String {
    let concerns: Vec<Concern> = findings.into_iter().map(Diagnostic::concern).collect();
    let of = |concern| concerns.iter().filter(|c| **c == concern).count();
    let contradictions = of(Concern::Contradiction);
    if contradictions == 0 || of(Concern::Unsaid) + of(Concern::Reading) == 0 || of(Concern::Refusal) > 0 {
        return String::new();
    }
    match (lang, contradictions) {
        (Lang::Zh, n) => format!("；先改前后对不上的这 {n} 处"),
        (Lang::En, 1) => "; begin with the contradiction".to_string(),
        (Lang::En, n) => format!("; begin with the {n} contradictions"),
    }
}

pub(super) fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(lang.pick("错误", "error")),
        Severity::Warning => Level::WARNING.with_name(lang.pick("警告", "warning")),
        Severity::Note => Level::NOTE.with_name(lang.pick("提示", "note")),
    }
}

/// A further fact.
pub(super) fn note(words: &Text, lang: Lang) -> Message<'static> {
    Level::NOTE.with_name(lang.pick("说明", "note")).message(one_line(words.get(lang)))
}

/// How to repair.
pub(super) fn help(words: &Text, lang: Lang) -> Message<'static> {
    Level::HELP.with_name(lang.pick("建议", "help")).message(one_line(words.get(lang)))
}

/// A label cut to its first line and to the room there is.
struct Mark<'a> {
    label: &'a Label,
    line: usize,
    bytes: (usize, usize),
    columns: (usize, usize),
    is_main: bool,
}

impl<'a> Mark<'a> {
    fn new(label: &'a Label, is_main: bool, source: &Source, room: usize) -> Option<Self> {
        let (start, end) = (label.span.start as usize, label.span.end as usize);
        let line = source.lines.position(source.text, start).line;
        let whole = source.lines.range(source.text, line);
        // far into a long line a column is only as near as a byte
        let near = source.text.floor_char_boundary(start - (start - whole.start) % LONG_LINE);
        let first_column = near - whole.start + source.text.get(near..start)?.width();
        let words = source.text.get(start..end.min(whole.end).max(start))?;
        let mut width = 0;
        let mut stop = start;
        for c in words.chars() {
            let next = width + c.to_string().width();
            if next > room {
                break;
            }
            (width, stop) = (next, stop + c.len_utf8());
        }
        Some(Self { label, line, bytes: (start, stop), columns: (first_column, first_column + width), is_main })
    }
}

/// What was left out before a piece of source.
struct Cut {
    /// The heading of the piece, up to its column.
    heading: String,
    /// How many characters of the line were left out.
    columns: usize,
}

/// The columns in the headings of pieces, which the renderer counts from where a piece begins, counted from the line. An origin of its own
/// before a piece without a path would say them, but the renderer then marks the piece as one of another file.
fn counted_on(shown: String, cut: &[Cut]) -> String {
    let (mut counted, mut rest) = (String::with_capacity(shown.len()), &*shown);
    for Cut { heading, columns } in cut {
        let Some(at) = rest.find(heading).map(|at| at + heading.len()) else { break };
        let (before, after) = rest.split_at(at);
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        counted += before;
        counted += &after[..digits].parse().map_or(String::new(), |column: usize| (column + columns).to_string());
        rest = &after[digits..];
    }
    counted + rest
}

/// Where the finding is: one piece of source for each cluster of labels that can be seen together.
fn places<'a>(d: &'a Diagnostic, source: &Source<'a>, room: usize, lang: Lang) -> Vec<(Element<'a>, Cut)> {
    let marks = d.labels.iter().enumerate().filter_map(|(n, label)| Mark::new(label, n == 0, source, room));
    let mut clusters: Vec<Vec<Mark>> = vec![];
    for mark in marks {
        match clusters.iter_mut().find(|c| fits(c, &mark, source, room)) {
            Some(cluster) => cluster.push(mark),
            None => clusters.push(vec![mark]),
        }
    }
    if clusters.is_empty() {
        return vec![(Origin::path(source.name).into(), Cut { heading: String::new(), columns: 0 })];
    }
    clusters.iter().map(|marks| piece(marks, source, room, lang)).collect()
}

/// Whether a mark can be seen together with those of a cluster.
fn fits(cluster: &[Mark], mark: &Mark, source: &Source, room: usize) -> bool {
    let left = cluster.iter().map(|m| m.columns.0).fold(mark.columns.0, usize::min);
    let right = cluster.iter().map(|m| m.columns.1).fold(mark.columns.1, usize::max);
    let near = |m: &Mark| {
        let lines = lines(m.line.min(mark.line), m.line.max(mark.line), source);
        m.line == mark.line || m.line.abs_diff(mark.line) <= MAX_LINES_APART && lines.len() <= LONG_LINE
    };
    right - left <= room && cluster.iter().all(near)
}

/// The bytes of some lines.
fn lines(first: usize, last: usize, source: &Source) -> Range<usize> {
    source.lines.range(source.text, first).start..source.lines.range(source.text, last).end
}

/// The lines of a cluster; of a long line the part around its marks.
fn piece<'a>(marks: &[Mark<'a>], source: &Source<'a>, room: usize, lang: Lang) -> (Element<'a>, Cut) {
    let first = marks.iter().map(|m| m.line).min().unwrap_or(1);
    let last = marks.iter().map(|m| m.line).max().unwrap_or(1);
    let whole = lines(first, last, source);
    let mut bytes = whole.clone();
    if whole.len() > LONG_LINE {
        let reach = 4 * room;
        let begin = marks.iter().map(|m| m.bytes.0).min().unwrap_or(whole.start);
        let end = marks.iter().map(|m| m.bytes.1).max().unwrap_or(whole.end);
        bytes.start = source.text.floor_char_boundary(begin.saturating_sub(reach)).max(whole.start);
        bytes.end = source.text.ceil_char_boundary(end + reach).min(whole.end);
    }
    let columns = source.lines.position(source.text, bytes.start).column - 1;
    let words = with_line_feeds(source.text.get(bytes.clone()).unwrap_or(""));
    let annotations = marks.iter().map(|m| {
        let kind = if m.is_main { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = one_line(m.label.text.get(lang));
        kind.span(m.bytes.0 - bytes.start..m.bytes.1 - bytes.start).label((!text.is_empty()).then_some(text))
    });
    let snippet = Snippet::source(words).line_start(first).path(source.name).annotations(annotations);
    (snippet.into(), Cut { heading: format!("{}:{first}:", source.name), columns })
}

/// A lone carriage return ends a line for us; the renderer knows only line feeds. Offsets stay.
fn with_line_feeds(text: &str) -> String {
    text.split("\r\n").map(|part| part.replace('\r', "\n")).collect::<Vec<_>>().join("\r\n")
}
