//! The columns of a document's tables: what each was taken for, and what a person may say it is.

use std::collections::HashSet;

use yinuo_app::Edition;
use yinuo_diag::Lang;
use yinuo_model::{Column, Naming};

use crate::view::words;

/// A table whose columns can be named.
pub(super) struct TableView {
    /// What people call it.
    pub(super) name: String,
    /// Whether its header was found; otherwise the row that looks most like one is shown.
    pub(super) recognised: bool,
    /// Whether promises were read from it all the same, by what its cells hold.
    pub(super) guessed: bool,
    pub(super) columns: Vec<ColumnView>,
}

impl TableView {
    /// Whether it asks to be looked at: a column is not known or was named by a person.
    pub(super) fn asks(&self) -> bool {
        !self.recognised || self.columns.iter().any(|c| c.is_unknown || c.is_named)
    }
}

/// A column.
pub(super) struct ColumnView {
    pub(super) heading: String,
    /// What it is called; a column without heading by its letter.
    pub(super) name: String,
    /// The first words under it.
    pub(super) sample: String,
    /// What it is read as now.
    pub(super) read_as: String,
    /// Its heading is not known.
    pub(super) is_unknown: bool,
    /// Somebody said so.
    pub(super) is_named: bool,
    /// What it may be said to be: value, word, chosen. The first leaves it to the program.
    pub(super) choices: Vec<(String, String, bool)>,
}

/// The longest sample, in characters.
const MAX_SAMPLE: usize = 28;

/// More tables than these are no help; those of a saved page may be many.
const MAX_TABLES: usize = 20;

/// The tables of a document with their columns. A heading that stands several times is shown once in its table, and tables
/// with the same headings once.
pub(super) fn of(edition: &Edition, lang: Lang) -> Vec<TableView> {
    let document = &edition.document;
    let read = tables_read(edition);
    let mut shown: Vec<(Vec<u32>, TableView)> = vec![];
    for t in yinuo_compiler::tables(document, &edition.columns) {
        let guessed = !t.recognised && read.contains(&t.table);
        let mut columns: Vec<ColumnView> = vec![];
        for c in t.columns {
            if columns.iter().any(|known| known.heading == c.heading) {
                continue;
            }
            let sample = c.sample.map_or("", |span| span.of(&document.text));
            columns.push(column(c.heading, c.holds, sample, &edition.columns, lang));
        }
        let headings = |columns: &[ColumnView]| columns.iter().map(|c| c.heading.clone()).collect::<Vec<_>>();
        let (own, full) = (headings(&columns), shown.len() == MAX_TABLES);
        match shown.iter_mut().find(|(_, s)| s.recognised == t.recognised && headings(&s.columns) == own) {
            Some((tables, _)) => tables.push(t.table + 1),
            None if columns.is_empty() || full => {}
            None => shown.push((
                vec![t.table + 1],
                TableView { name: String::new(), recognised: t.recognised, guessed, columns },
            )),
        }
    }
    shown.into_iter().map(|(tables, view)| TableView { name: name(&tables, lang), ..view }).collect()
}

/// `表 1`, `表 1、3–5`.
fn name(tables: &[u32], lang: Lang) -> String {
    let run = |run: &[u32]| match run {
        [first, .., last] if run.len() > 2 => format!("{first}–{last}"),
        _ => run.iter().map(u32::to_string).collect::<Vec<_>>().join(lang.pick("、", ", ")),
    };
    let all: Vec<String> = tables.chunk_by(|a, b| a + 1 == *b).map(run).collect();
    let all = all.join(lang.pick("、", ", "));
    lang.pick(format!("表 {all}"), format!("Table {all}"))
}

/// The tables that commitments were read from.
fn tables_read(edition: &Edition) -> HashSet<u32> {
    let blocks = &edition.document.blocks;
    let titles = edition.compiled.plan.commitments().filter_map(|(_, c)| c.title.spans.first());
    let table = |span: &yinuo_diag::Span| {
        blocks.get(blocks.partition_point(|b| b.span.end <= span.start))?.cell.map(|cell| cell.table)
    };
    titles.filter_map(table).collect()
}

fn column(heading: String, holds: Option<Column>, sample: &str, named: &[Naming], lang: Lang) -> ColumnView {
    let said = Naming::of(named, &heading);
    let mut kinds = Column::common();
    kinds.extend(said.filter(|s| !Column::common().contains(s)));
    let leave = (String::new(), lang.pick("由程序判断", "leave it to the program").to_string(), said.is_none());
    let choice = |kind: Column| (format!("{heading}={kind}"), words::column(kind, lang), said == Some(kind));
    let mut short: String = sample.chars().take(MAX_SAMPLE).collect();
    if short.len() < sample.len() {
        short.push('…');
    }
    ColumnView {
        choices: std::iter::once(leave).chain(kinds.into_iter().map(choice)).collect(),
        sample: short,
        read_as: holds.map_or_else(|| lang.pick("不认识", "not known").to_string(), |h| words::column(h, lang)),
        is_unknown: holds.is_none(),
        is_named: said.is_some(),
        name: words::heading(&heading, lang),
        heading,
    }
}
