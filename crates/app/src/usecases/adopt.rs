//! Taking on a document as a year's plan. What would be recorded can be seen first; the document itself is kept beside the
//! entry, by the hash of its bytes.

use yinuo_ledger::body::Opened;
use yinuo_ledger::edition::Diff;
use yinuo_ledger::{Adoption, Command, Domain, Hash, Side};
use yinuo_model::Plan;

use super::By;
use crate::ledger::{Ledger, LedgerError, Recorded};
use crate::store::{Effect, Upload};
use crate::{Clock, Edition};

/// The program that reads documents, as adoptions name it.
const COMPILER: &str = concat!("yinuo-compiler ", env!("CARGO_PKG_VERSION"));
/// Minutes ahead of UTC in all of China.
const BEIJING: i32 = 480;

/// What adopting a document would record.
#[derive(Debug, Clone, PartialEq)]
pub enum Preview {
    /// Nothing: the same document, read the same way, is the current plan.
    Nothing,
    /// The first plan of its year.
    First,
    /// A new edition; here is the plan that is current now, as it was adopted.
    Edition(Box<Plan>),
}

impl Preview {
    /// What differs from the current plan, when there is one.
    pub fn diff<'a>(&'a self, new: &'a Plan) -> Option<Diff<'a>> {
        match self {
            Preview::Edition(old) => Some(Diff::of(old, new)),
            _ => None,
        }
    }
}

/// What adopting a document would record.
pub fn preview(ledger: &Ledger, edition: &Edition) -> Result<Preview, LedgerError> {
    let view = ledger.view(Side::Office)?;
    let plan = &edition.compiled.plan;
    let current = plan.year.and_then(|year| view.state().editions(year).next_back());
    let Some(current) = current else { return Ok(Preview::First) };
    let mut same = plan.clone();
    same.source.name.clone_from(&current.said.plan.source.name);
    let is_same = current.said.plan == same && current.said.text == text_hash(edition);
    Ok(if is_same { Preview::Nothing } else { Preview::Edition(Box::new(current.said.plan.clone())) })
}

/// Records a document as the plan of its year; opens the ledger first when it is empty. `bytes` are the document's own.
pub fn adopt(
    ledger: &Ledger,
    by: &By,
    edition: &Edition,
    bytes: &[u8],
    first: &First,
) -> Result<Recorded, LedgerError> {
    if ledger.view(Side::Office)?.head().is_none() {
        open(ledger, edition, first)?;
    }
    let compiled = &edition.compiled;
    let adoption = Adoption {
        plan: compiled.plan.clone(),
        findings: compiled.findings.clone(),
        doubts: compiled.doubts.clone(),
        text: text_hash(edition),
        compiler: COMPILER.to_string(),
    };
    let source = &compiled.plan.source;
    let (sha256, name, bytes) = (source.sha256.clone(), source.name.clone(), bytes.to_vec());
    let upload = Upload { sha256, name, bytes, received_at: ledger.clock().now() };
    let request = by.asks(Command::Adopt(Box::new(adoption)));
    ledger.record(&request, |_, _| vec![Effect::Upload(upload.clone())])
}

/// How a ledger begins, when this is its first document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// The jurisdiction; else the one the plan names, else its document's name.
    pub jurisdiction: Option<String>,
    /// The name of the first post.
    pub office: String,
    /// Made to be looked at, not to be relied on.
    pub demonstration: bool,
}

impl Default for First {
    fn default() -> Self {
        Self { jurisdiction: None, office: "督查室".into(), demonstration: false }
    }
}

fn open(ledger: &Ledger, edition: &Edition, first: &First) -> Result<(), LedgerError> {
    let plan = &edition.compiled.plan;
    let named = first.jurisdiction.clone().or_else(|| plan.jurisdiction.clone());
    let jurisdiction = named.unwrap_or_else(|| plan.source.name.clone());
    let clock: &dyn Clock = ledger.clock();
    let opened = Opened {
        office: first.office.clone(),
        offset_minutes: BEIJING,
        demonstration: first.demonstration,
        clock: clock.kind(),
    };
    let request = By::post(Ledger::first_post()).asks(Command::Open { jurisdiction, opened });
    ledger.record(&request, |_, _| vec![])?;
    Ok(())
}

fn text_hash(edition: &Edition) -> Hash {
    Hash::of(Domain::Text, &[edition.document.text.as_bytes()])
}
