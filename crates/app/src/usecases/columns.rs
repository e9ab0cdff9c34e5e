//! What the headings of a document's tables mean, as people said: what is remembered from earlier documents, and what is
//! recorded with a plan that was read so. How a heading is read is the compiler's affair.

use std::collections::{HashMap, HashSet};

use yinuo_compiler::Options;
use yinuo_extract::Document;
use yinuo_ledger::{EntryId, NamedColumn, Reading, Side, View};
use yinuo_model::{Column, Naming};

use super::adopt::{self, First};
use super::{By, correct};
use crate::Edition;
use crate::ledger::{Ledger, LedgerError, Recorded};

/// The longest paragraph that could be a heading, in bytes.
const MAX_HEADING: usize = 240;
/// Why a heading means what the settings say.
const SETTINGS: &str = "yinuo.toml";

/// What was said of a heading in an earlier document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The heading and what it means.
    pub naming: Naming,
    /// Why.
    pub reason: String,
    /// The entry that said so.
    pub entry: EntryId,
}

/// What was said before of headings that stand in this document and would be read otherwise.
pub fn remembered(ledger: &Ledger, document: &Document) -> Result<Vec<Remembered>, LedgerError> {
    let view = ledger.view(Side::Office)?;
    Ok(of_document(&view, &Headings::of(document)))
}

/// Reads the document of an edition again with headings that a person names, beside those that were named before, and records
/// it as a new edition. `seen` is the last entry the person had seen.
pub fn name_columns(
    ledger: &Ledger,
    by: &By,
    reading: &Reading,
    names: &[Naming],
    reason: &str,
    seen: Option<EntryId>,
) -> Result<Recorded, LedgerError> {
    let view = ledger.view(Side::Office)?;
    let before = view.state().columns(reading.edition).map(|(naming, _)| naming);
    let columns = before.chain(names.iter().cloned()).collect();
    let upload = ledger.store().upload(&reading.plan.source.sha256)?;
    let upload = upload.ok_or_else(|| correct::not_kept(&reading.plan.source.name))?;
    let options = Options { year: reading.plan.year, columns, as_list: true, ..Options::default() };
    let edition = Edition::compile_by(ledger.reader(), &reading.plan.source.name, &upload.bytes, &options)?;
    adopt::adopt(ledger, by, &edition, &upload.bytes, reason, &First::default(), seen)
}

/// What an edition's headings mean by what was said of them, to be recorded with its plan. What would be read so anyway, or
/// stands nowhere in the document, is left out.
pub(super) fn named(view: &View, edition: &Edition, reason: &str) -> Vec<NamedColumn> {
    if edition.columns.is_empty() {
        return vec![];
    }
    let headings = Headings::of(&edition.document);
    let before = of_document(view, &headings);
    let mut all: Vec<NamedColumn> = vec![];
    for naming in &edition.columns {
        all.retain(|c| c.naming.heading() != naming.heading());
        if !headings.would_change(naming) {
            continue;
        }
        let known = before.iter().find(|r| r.naming == *naming);
        let said = [reason, known.map_or("", |r| &r.reason)].into_iter().find(|r| !r.trim().is_empty());
        let by_settings = || edition.settings.columns.contains(naming).then_some(SETTINGS);
        let reason = said.or_else(by_settings).unwrap_or_default().to_string();
        let from = headings.taken_for(naming.heading());
        all.push(NamedColumn { naming: naming.clone(), from, reason, follows: known.map(|r| r.entry) });
    }
    all
}

fn of_document(view: &View, headings: &Headings) -> Vec<Remembered> {
    // The place of a column says nothing of another document, as its heading does.
    let by_heading = |naming: &Naming| Naming::place_of(naming.heading()).is_none();
    let all = view.state().remembered_columns().into_iter();
    let all = all.filter(|(naming, _)| by_heading(naming) && headings.would_change(naming));
    all.map(|(naming, fact)| Remembered { naming, reason: fact.said.reason.clone(), entry: fact.entry }).collect()
}

/// The headings of a document as they are read when nobody says otherwise.
struct Headings {
    columns: HashMap<String, Option<Column>>,
    /// Short paragraphs outside of tables: a table that lost its borders has its headings there.
    paragraphs: HashSet<String>,
}

impl Headings {
    fn of(document: &Document) -> Self {
        let tables = yinuo_compiler::tables(document, &[]);
        let columns = tables.into_iter().flat_map(|t| t.columns).map(|c| (c.heading, c.holds)).collect();
        let short = document.blocks.iter().filter(|b| b.span.len() <= MAX_HEADING);
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        Self { columns, paragraphs: short.map(|b| words(b.span.of(&document.text))).collect() }
    }

    fn taken_for(&self, heading: &str) -> Option<Column> {
        match self.columns.get(heading) {
            Some(holds) => *holds,
            None => yinuo_compiler::column_of(heading),
        }
    }

    fn would_change(&self, naming: &Naming) -> bool {
        let stands = self.columns.contains_key(naming.heading()) || self.paragraphs.contains(naming.heading());
        stands && self.taken_for(naming.heading()) != Some(naming.holds)
    }
}
