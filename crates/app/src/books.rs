//! The plans of a ledger as documents that can be shown: what a side sees of each year on a day, with the source read again
//! from what was handed in. Knows nothing of how they are shown; records nothing.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use yinuo_compiler::Compiled;
use yinuo_diag::Text;
use yinuo_extract::Document;
use yinuo_ledger::body::Adopted;
use yinuo_ledger::{CommitmentId, Domain, EntryId, Fact, Hash, Side, View, day_of};

use crate::settings::{Settings, Suppressed};
use crate::{Edition, Ledger, LedgerError, OpenError, Reading};

/// Readings held for the next reader.
const HELD: usize = 48;
/// Documents held for the next reading.
const DOCUMENTS: usize = 8;

/// The plans of a ledger.
#[derive(Debug)]
pub struct Books {
    ledger: Arc<Ledger>,
    held: Mutex<Vec<(Key, Reading)>>,
    /// Documents that were read lately.
    documents: Mutex<Vec<Arc<Document>>>,
}

/// Side, the store's head, entries in view, the day, year.
type Key = (Side, u64, u64, Date, i16);

/// What a side sees on a day.
#[derive(Debug, Clone)]
pub struct Look {
    /// What is known.
    pub view: Arc<View>,
    /// The day: the one that was asked for, else today.
    pub day: Date,
    /// The day that was asked for.
    pub as_of: Option<Date>,
    head: u64,
}

/// Where a reading stands in a ledger.
#[derive(Debug)]
pub struct OnRecord {
    /// What the side that looks knows.
    pub look: Look,
    /// The plan with its ids, findings that were dismissed included.
    pub reading: yinuo_ledger::Reading,
    /// The adoption.
    pub adopted: Fact<Adopted>,
}

impl Books {
    /// The plans of this ledger.
    pub fn new(ledger: Arc<Ledger>) -> Self {
        Self { ledger, held: Mutex::default(), documents: Mutex::default() }
    }

    /// The ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Today in the jurisdiction's zone.
    pub fn today(&self) -> Result<Date, LedgerError> {
        let offset = self.ledger.view(Side::Public)?.offset_minutes();
        Ok(day_of(self.ledger.clock().now(), offset))
    }

    /// What a side sees now, or saw at the end of a day.
    pub fn look(&self, side: Side, as_of: Option<Date>) -> Result<Look, LedgerError> {
        let head = self.ledger.store().head()?.next;
        let view = match as_of {
            Some(day) => self.ledger.as_of(side, day, None)?,
            None => self.ledger.view(side)?,
        };
        let day = as_of.map_or_else(|| self.today(), Ok)?;
        Ok(Look { view, day, as_of, head })
    }

    /// Every year's plan.
    pub fn readings(&self, look: &Look) -> Result<Vec<Reading>, LedgerError> {
        let years = look.view.state().years();
        years.into_iter().rev().filter_map(|year| self.of_year(look, year).transpose()).collect()
    }

    /// The plan at an address.
    pub fn reading(&self, look: &Look, place: &str, year: &str) -> Result<Option<Reading>, LedgerError> {
        match year.parse() {
            Ok(year) if look.view.jurisdiction() == Some(place) => self.of_year(look, year),
            _ => Ok(None),
        }
    }

    /// The plan of a year.
    pub fn of_year(&self, look: &Look, year: i16) -> Result<Option<Reading>, LedgerError> {
        let key = (look.view.side(), look.head, look.view.next().0, look.day, year);
        if let Some((_, reading)) = self.lock().iter().find(|(k, r)| *k == key && r.as_of() == look.as_of) {
            return Ok(Some(reading.clone()));
        }
        let Some(reading) = self.read(look, year)? else { return Ok(None) };
        let mut held = self.lock();
        if held.len() >= HELD {
            held.remove(0);
        }
        held.push((key, reading.clone()));
        Ok(Some(reading))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(Key, Reading)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, look: &Look, year: i16) -> Result<Option<Reading>, LedgerError> {
        let state = look.view.state();
        let Some(reading) = state.current(year) else { return Ok(None) };
        let Some(adopted) = state.edition(reading.edition).cloned() else { return Ok(None) };
        let document = self.document(&adopted.said)?;
        let (mut findings, mut suppressed) = (vec![], vec![]);
        for finding in &reading.findings {
            let by = reading.dismissed.get(&finding.id).and_then(|by| state.correction(*by));
            match by {
                Some(fact) => {
                    suppressed.push(Suppressed { finding: finding.said.clone(), reason: fact.said.reason.clone() });
                }
                None => findings.push(finding.said.clone()),
            }
        }
        let compiled = Compiled { plan: reading.plan.clone(), findings, doubts: reading.doubts.clone() };
        let columns = state.columns(adopted.entry).map(|(naming, _)| naming).collect();
        let settings = Settings::default();
        let edition = Edition { document, compiled, suppressed, columns, settings, compiled_at: adopted.recorded_at };
        let record = OnRecord { look: look.clone(), reading, adopted };
        Ok(Some(Reading {
            place: look.view.jurisdiction().unwrap_or_default().to_string(),
            year: year.to_string(),
            edition: Arc::new(edition),
            trouble: None,
            version: look.head,
            record: Some(Arc::new(record)),
        }))
    }

    /// The document an edition was read from, read again to the text that its places point into.
    fn document(&self, adopted: &Adopted) -> Result<Arc<Document>, LedgerError> {
        let source = &adopted.plan.source;
        let documents = || self.documents.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(document) = documents().iter().find(|d| d.sha256 == source.sha256 && d.name == source.name) {
            return Ok(document.clone());
        }
        // Nobody waits for another's reading, which may take seconds.
        let document = Arc::new(self.read_again(adopted)?);
        let mut held = documents();
        if held.len() >= DOCUMENTS {
            held.remove(0);
        }
        held.push(document.clone());
        Ok(document)
    }

    fn read_again(&self, adopted: &Adopted) -> Result<Document, LedgerError> {
        let source = &adopted.plan.source;
        let Some(upload) = self.ledger.store().upload(&source.sha256)? else {
            return Err(LedgerError::Folder(Text::new(
                format!("原文件“{}”没有保存", source.name),
                format!("the document {} is not kept", source.name),
            )));
        };
        let document = self
            .ledger
            .reader()
            .read(&source.name, &upload.bytes)
            .map_err(|cause| OpenError::Document { name: source.name.clone(), cause })?;
        if Hash::of(Domain::Text, &[document.text.as_bytes()]) != adopted.text {
            return Err(LedgerError::Folder(Text::new(
                format!("“{}”现在读出的文字与采纳时不同，位置对不上", source.name),
                format!("{} is now read to another text than when it was adopted", source.name),
            )));
        }
        Ok(document)
    }
}

impl OnRecord {
    /// Every entry about a commitment, in order, dismissals of findings about it included.
    pub fn history_of(&self, number: u32, id: CommitmentId) -> Vec<EntryId> {
        let about = self.reading.findings.iter().filter(|f| f.said.commitment == Some(number));
        let mut all = self.look.view.state().history(id);
        all.extend(about.filter_map(|f| self.reading.dismissed.get(&f.id)));
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Reading {
    /// The day that was asked for, when it is not simply now.
    pub fn as_of(&self) -> Option<Date> {
        self.record.as_ref()?.look.as_of
    }
}
