//! What a document says about itself: its title, whose list it is, for which year, and how many items it declares. Each may be said
//! in several places; the tables here hold these in order of trust, and the first that says anything is believed. What one
//! place says is read in the modules below. Decides nothing about items.

mod around;
mod counts;
mod date;
mod place;
mod title;
mod titles;
mod year;

use jiff::civil::Date;
use yinuo_model::Declared;

pub use around::speaks_of_a_list;
pub use counts::{OWN_NAMES, declared, looks_back, side_by_side};
pub use date::published;
pub use place::{announcer, jurisdiction};
pub use title::{title, title_score};
pub use year::year;

use super::outline::Outline;
use super::paragraph::Paragraph;
use super::{furniture, prose};
use crate::Options;
use around::Around;
use titles::Titles;

/// A place that may say something of a list.
type Source<T> = fn(&Evidence) -> Option<T>;

/// Where the year of a list is sought, the surest first. What only the list itself says is asked for once it was read: the
/// sentence that announces it by `announced_by`, its deadlines by `year_once_read`.
const YEARS: &[Source<i16>] = &[
    |e| e.told,
    |e| year(e.title?),
    |e| e.own.iter().filter(|p| p.title_score > 1).find_map(|p| year(p.text)),
    |e| e.report()?.0,
    |e| year::minguo(e.head),
    |e| e.around.year(),
    |e| year::bare(e.title?),
    |e| e.around.this_year(e.published),
    // a workbook may be last year's, filled in anew
    |e| year(e.sheet?),
    |e| year::of_cells(e.paragraphs),
];

/// Where it is sought whose list it is, the surest first.
const PLACES: &[Source<String>] =
    &[|e| jurisdiction(&title(e.title.or(e.sheet)?)), |e| e.report()?.1, |e| e.around.jurisdiction()];

/// Where it is sought how many items and categories a list declares, the surest first.
const COUNTS: &[Source<Declared>] = &[|e| of_title(e.title?), |e| e.announced(), |e| counted(declared(e.sheet?))];

/// What the surest of the places says.
fn surest<T>(places: &[Source<T>], evidence: &Evidence) -> Option<T> {
    places.iter().find_map(|says| says(evidence))
}

/// What the document says of itself, and the index of its title. The title of an annexed list may stand anywhere.
pub fn of(paragraphs: &[Paragraph], sheets: &[String], options: &Options) -> (Outline, Option<usize>) {
    let evidence = Evidence::of(paragraphs, sheets, options);
    let outline = Outline {
        title: evidence.title.or(evidence.sheet).map(title),
        jurisdiction: surest(PLACES, &evidence),
        year: surest(YEARS, &evidence),
        published: evidence.published,
        declared: surest(COUNTS, &evidence).unwrap_or_default(),
        ..Outline::default()
    };
    (outline, evidence.titles.map(|t| t.own))
}

/// Takes from the sentence that announces a list what nothing before it said.
pub fn announced_by(outline: &mut Outline, found: &prose::Found) {
    if outline.declared == Declared::default() {
        outline.declared = found.title.as_deref().map(declared).unwrap_or_default();
    }
    outline.title = outline.title.take().or_else(|| found.title.clone());
    outline.year = outline.year.or(found.year);
    outline.jurisdiction = outline.jurisdiction.take().or_else(|| found.jurisdiction.clone());
}

/// The year of a list that was read: where nothing around it names one, that of its deadlines.
pub fn year_once_read(outline: &Outline) -> Option<i16> {
    outline.year.or_else(|| year::of_deadlines(outline))
}

/// How far into a document its dates and counts are looked for, in paragraphs.
const HEAD: usize = 40;

/// How far below its title a list announces how many items it has, in paragraphs.
const NEAR: usize = 12;

/// What may say something of a list.
struct Evidence<'a> {
    paragraphs: &'a [Paragraph<'a>],
    head: &'a [Paragraph<'a>],
    /// The head, as far as it is the document's own text.
    own: &'a [Paragraph<'a>],
    titles: Option<Titles>,
    /// The line that is the list's title.
    title: Option<&'a str>,
    /// The sheet whose name is a title, where no line is one.
    sheet: Option<&'a str>,
    around: Around<'a>,
    published: Option<Date>,
    /// The year that a person gives.
    told: Option<i16>,
}

impl<'a> Evidence<'a> {
    fn of(paragraphs: &'a [Paragraph<'a>], sheets: &'a [String], options: &Options) -> Self {
        let own_end = own_end(paragraphs);
        let titles = titles::of(paragraphs, own_end);
        let head = &paragraphs[..paragraphs.len().min(HEAD)];
        // 工作表1 names no list
        let names_a_list =
            |name: &&str| title_score(name) > 0 && (year(name).is_some() || jurisdiction(name).is_some());
        Self {
            paragraphs,
            head,
            own: &head[..head.len().min(own_end)],
            titles,
            title: titles.map(|t| paragraphs[t.own].text),
            sheet: sheets.iter().filter(|_| titles.is_none()).map(String::as_str).find(names_a_list),
            around: Around::of(paragraphs),
            published: head.iter().find_map(|p| published(p.text)),
            told: options.year,
        }
    }

    /// The year and the body of the report that the document is.
    fn report(&self) -> Option<(Option<i16>, Option<String>)> {
        self.own.iter().find_map(|p| place::report(p.text))
    }

    /// The counts of the first sentence near the title that announces the list.
    fn announced(&self) -> Option<Declared> {
        // what follows such a title counts one of its groups
        if self.title.is_some_and(|t| !side_by_side(t).is_empty()) {
            return None;
        }
        let near = self.titles.map_or(0..self.head.len(), |t| t.first..self.paragraphs.len().min(t.own + NEAR));
        // a heading states the count of its own category
        let of_category = |p: &&Paragraph| p.heading.as_ref().is_some_and(|h| h.declared_items.is_some());
        // where all work of a year is handed out, an item may be on another list
        let of_item = |p: &&Paragraph| p.marker.is_some() && self.title.is_some_and(hands_out_all_work);
        let lines = self.paragraphs[near].iter().filter(|p| !of_category(p) && !of_item(p)).map(|p| p.text);
        let sentences = lines.flat_map(|t| t.split_inclusive('。')).filter(|t| t.contains("实事") && !looks_back(t));
        sentences.map(counts::announced).find_map(counted)
    }
}

/// Whether a title hands out all work of a year, of which a list of commitments is one part.
fn hands_out_all_work(title: &str) -> bool {
    ["任务分解", "责任分解", "任务分工"].iter().any(|w| title.contains(w)) && !title.contains("实事")
}

/// The counts of a title. Where it counts groups side by side, none is of the list.
fn of_title(title: &str) -> Option<Declared> {
    counted(declared(title)).filter(|_| side_by_side(title).is_empty())
}

/// Counts, where there are any.
fn counted(counts: Declared) -> Option<Declared> {
    (counts != Declared::default()).then_some(counts)
}

/// Where the document's own text ends: below its last number, cell or listing sentence, or where links to others begin. What
/// follows may name other lists.
pub fn own_end(paragraphs: &[Paragraph]) -> usize {
    let lists = |p: &Paragraph| {
        !p.is_furniture()
            && (p.marker.is_some() || p.bare.is_some() || p.cell.is_some() || p.text.contains(['；', ';']))
    };
    let last = paragraphs.iter().rposition(lists).map_or(paragraphs.len(), |at| at + 1);
    paragraphs.iter().position(|p| furniture::heads_links(p.text)).map_or(last, |links| links.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::paragraph;
    use crate::shares::Crew;

    #[test]
    fn the_surest_place_is_believed() {
        let places = [
            ("青石县2027年民生实事", Some(2027), Some("青石县"), Some(9)),
            ("2026年红河县政府工作报告（摘编）", Some(2026), Some("红河县"), Some(9)),
            ("2025年，白山县将办好9件民生实事。", Some(2025), Some("白山县"), Some(9)),
            ("发布日期：2024年1月9日", Some(2024), Some("绿水县"), Some(12)),
            ("今年的任务下达如下。", Some(2023), Some("绿水县"), Some(12)),
        ];
        let sheet = |n: usize| if n > 2 { vec!["绿水县2023年12件民生实事".to_string()] } else { vec![] };
        for (n, (_, year, place, items)) in places.into_iter().enumerate() {
            let lines: Vec<&str> = places[n..].iter().map(|p| p.0).chain(["1.修桥3座。", "2.修渠2条。"]).collect();
            let document = yinuo_extract::read("list.txt", lines.join("\n").as_bytes()).unwrap();
            let paragraphs = paragraph::all(&document, &[], &Crew::alone());
            let (outline, _) = of(&paragraphs, &sheet(n), &Options::default());
            let read = (outline.year, outline.jurisdiction.as_deref(), outline.declared.items);
            assert_eq!(read, (year, place, items), "{lines:?}");
        }
    }
}
