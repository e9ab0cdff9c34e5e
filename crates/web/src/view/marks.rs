//! The marks of a document: each measure, time, owner and finding with where it stands and where it leads. The source
//! page leads to the commitment's page and the commitment's page back to the source, by the same names.

use yinuo_diag::{Diagnostic, Lang, Severity, Span};
use yinuo_model::{Commitment, Doubt, Place};

use crate::address::Links;
use crate::view::pieces::Mark;
use crate::view::{number, period, words};

/// On which page the marks are set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The source page: anchors `m26-0`, leading to the commitment.
    Source,
    /// The commitment's page: anchors `m0`, leading to the source.
    Commitment,
}

/// The marks of one commitment's measures, times and owners.
pub fn of_commitment(c: &Commitment, side: Side, links: &Links, lang: Lang) -> Vec<Mark> {
    let mut all = vec![];
    let mut add = |place: &Place, class: &'static str, key: Option<(char, usize)>, title: String| {
        let (id, href) = match (key, side) {
            (None, _) => (None, None),
            (Some((kind, i)), Side::Source) => {
                (Some(format!("{kind}{}-{i}", c.number)), Some(links.commitment(c.number, &format!("{kind}{i}"))))
            }
            (Some((kind, i)), Side::Commitment) => {
                (Some(format!("{kind}{i}")), Some(links.source(&format!("{kind}{}-{i}", c.number))))
            }
        };
        for (n, span) in place.all().iter().enumerate() {
            let id = if n == 0 { id.clone() } else { None };
            all.push(Mark { id, href: href.clone(), ..Mark::new(*span, class, title.clone()) });
        }
    };
    for (i, m) in c.measures.iter().enumerate() {
        let title = match lang {
            Lang::Zh => format!("{}：{}", words::mode(m.mode, lang), number::quantity(m, lang)),
            Lang::En => format!("{}: {}", words::mode(m.mode, lang), number::quantity(m, lang)),
        };
        add(&m.place, "m", Some(('m', i)), title);
    }
    for (i, t) in c.times.iter().enumerate() {
        add(&t.place, "t", Some(('t', i)), period::time(t.value, t.before, lang));
    }
    for o in &c.owners {
        add(&o.place, "o", None, words::role(o.role, lang).to_string());
    }
    all
}

/// The marks of findings; `note` numbers them. Its first label calls the note.
pub fn of_findings<'a>(findings: impl Iterator<Item = (usize, &'a Diagnostic)>, lang: Lang) -> Vec<Mark> {
    let mut all = vec![];
    for (note, d) in findings {
        let class = match d.severity {
            Severity::Note => "fn",
            Severity::Warning | Severity::Error => "fw",
        };
        for (n, label) in d.labels.iter().enumerate() {
            let note = if n == 0 { Some(note) } else { None };
            let title = d.message.get(lang).to_string();
            all.push(Mark { note, ..Mark::new(label.span, class, title) });
        }
    }
    all
}

/// The marks of readings that could well have been others: light, and only a word when pointed at.
pub fn of_doubts<'a>(doubts: impl Iterator<Item = &'a Doubt>, lang: Lang) -> Vec<Mark> {
    let mark = |d: &Doubt| {
        let spans = d.place.all();
        let title = match lang {
            Lang::Zh => format!("存疑：{}", doubt(d, lang)),
            Lang::En => format!("in doubt: {}", doubt(d, lang)),
        };
        let one = |(i, span): (usize, &Span)| {
            let sign = if i + 1 == spans.len() { "?" } else { "" };
            Mark { sign, ..Mark::new(*span, "d", title.clone()) }
        };
        spans.iter().enumerate().map(one).collect::<Vec<_>>()
    };
    doubts.flat_map(mark).collect()
}

/// A doubt in one sentence.
pub fn doubt(d: &Doubt, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}；{}", d.taken.zh, d.instead.zh),
        Lang::En => format!("{}; {}", d.taken.en, d.instead.en),
    }
}

/// Puts marks in the order that cutting needs: by start, the longer first.
pub fn sort(marks: &mut [Mark]) {
    marks.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
}
