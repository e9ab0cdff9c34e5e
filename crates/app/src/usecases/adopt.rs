//! Taking on a document as a year's plan. What would be recorded can be seen first; the document itself is kept beside the
//! entry, by the hash of its bytes.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_ledger::body::Opened;
use yinuo_ledger::edition::Diff;
use yinuo_ledger::{Adoption, Command, Domain, EntryId, Hash, Side, View, day_of};
use yinuo_model::Plan;

use super::carry::{Carrying, carrying};
use super::{By, columns};
use crate::ledger::{Ledger, LedgerError, Recorded};
use crate::store::{Effect, Upload};
use crate::{Clock, Edition};

/// The program that reads documents, as adoptions name it.
const COMPILER: &str = concat!("yinuo-compiler ", env!("CARGO_PKG_VERSION"));
/// Minutes ahead of UTC in all of China.
const BEIJING: i32 = 480;
/// No place on earth is further from UTC, in minutes.
const MOST: i32 = 14 * 60;

/// What adopting a document would record.
#[derive(Debug, Clone, PartialEq)]
pub enum Preview {
    /// Nothing: the same document, read the same way, is the current plan.
    Nothing,
    /// The first plan of its year.
    First,
    /// A new edition.
    Edition(Box<Successor>),
}

/// What a new edition follows, and what it takes over.
#[derive(Debug, Clone, PartialEq)]
pub struct Successor {
    /// The plan that is current now, as it was adopted.
    pub old: Plan,
    /// What was corrected in it and holds in the new edition as well, and what stays behind.
    pub carrying: Carrying,
}

impl Preview {
    /// What differs from the current plan, when there is one.
    pub fn diff<'a>(&'a self, new: &'a Plan) -> Option<Diff<'a>> {
        match self {
            Preview::Edition(follows) => Some(Diff::of(&follows.old, new)),
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
    if is_same {
        return Ok(Preview::Nothing);
    }
    let carrying = carried(ledger, &view, edition);
    Ok(Preview::Edition(Box::new(Successor { old: current.said.plan.clone(), carrying })))
}

/// What of the year's present plan a new edition of it takes over.
fn carried(ledger: &Ledger, view: &View, edition: &Edition) -> Carrying {
    let year = edition.compiled.plan.year;
    let present = year.and_then(|year| view.state().editions(year).next_back());
    let today = day_of(ledger.clock().now(), view.offset_minutes());
    present.map_or_else(Carrying::default, |present| carrying(view.state(), present.entry, edition, today))
}

/// Records a document as the plan of its year, with the corrections of the edition before that still fit; opens the ledger
/// first when it is empty. `bytes` are the document's own. `seen` is the last entry the person had seen: what was corrected
/// since then is a conflict. `reason` says why headings mean what they mean; empty where nobody named one. A document of
/// another kind than a list is turned down, unless it was compiled to be read as one; so is one without a commitment.
pub fn adopt(
    ledger: &Ledger,
    by: &By,
    edition: &Edition,
    bytes: &[u8],
    reason: &str,
    first: &First,
    seen: Option<EntryId>,
) -> Result<Recorded, LedgerError> {
    if let Some(other) = yinuo_compiler::other_kind(&edition.compiled.findings) {
        return Err(LedgerError::Rejected(vec![other.clone()]));
    }
    if edition.compiled.plan.commitments().next().is_none() {
        return Err(LedgerError::Rejected(vec![nothing_read(edition)]));
    }
    if ledger.view(Side::Office)?.head().is_none() {
        open(ledger, edition, first)?;
    }
    let compiled = &edition.compiled;
    let view = ledger.view(Side::Office)?;
    let adoption = Adoption {
        plan: compiled.plan.clone(),
        findings: compiled.findings.clone(),
        doubts: compiled.doubts.clone(),
        text: text_hash(edition),
        compiler: COMPILER.to_string(),
        columns: columns::named(&view, edition, reason),
        carried: carried(ledger, &view, edition).carried,
        // What is taken over was chosen by this view.
        seen: seen.or(view.head()).min(view.head()),
    };
    let source = &compiled.plan.source;
    let (sha256, name, bytes) = (source.sha256.clone(), source.name.clone(), bytes.to_vec());
    let upload = Upload { sha256, name, bytes, received_at: ledger.clock().now() };
    let request = by.asks(Command::Adopt(Box::new(adoption)));
    ledger.record(&request, |_, _| vec![Effect::Upload(upload.clone())])
}

/// Why a document in which no commitment was read cannot be a plan.
fn nothing_read(edition: &Edition) -> Diagnostic {
    let told = edition.compiled.findings.iter().find(|d| d.code.id == codes::NOT_A_LIST.id);
    let none = || Text::new("没有读出任何事项，没有可记的", "no commitment was read, so there is nothing to record");
    told.cloned().unwrap_or_else(|| Diagnostic::new(&codes::NOT_A_LIST, none()))
}

/// How a ledger begins, when this is its first document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// The jurisdiction; else the one the plan names, else its document's name.
    pub jurisdiction: Option<String>,
    /// The name of the first post.
    pub office: String,
    /// How far ahead of UTC its days are.
    pub offset_minutes: i32,
    /// Made to be looked at, not to be relied on.
    pub demonstration: bool,
}

impl Default for First {
    fn default() -> Self {
        Self { jurisdiction: None, office: "督查室".into(), offset_minutes: BEIJING, demonstration: false }
    }
}

/// Minutes ahead of UTC, written as in `+08:00`.
pub fn offset(text: &str) -> Option<i32> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text[1..].split_once(':')?;
    let part = |digits: &str| {
        (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    let (hours, minutes): (i32, i32) = (part(hours)?, part(minutes)?);
    let ahead = sign * (hours * 60 + minutes);
    (minutes < 60 && ahead.abs() <= MOST).then_some(ahead)
}

fn open(ledger: &Ledger, edition: &Edition, first: &First) -> Result<(), LedgerError> {
    let plan = &edition.compiled.plan;
    let named = first.jurisdiction.clone().or_else(|| plan.jurisdiction.clone());
    let jurisdiction = named.unwrap_or_else(|| plan.source.name.clone());
    let clock: &dyn Clock = ledger.clock();
    let opened = Opened {
        office: first.office.clone(),
        offset_minutes: first.offset_minutes,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read() {
        for (text, minutes) in
            [("+08:00", Some(480)), ("-03:30", Some(-210)), ("+14:00", Some(840)), ("+00:00", Some(0))]
        {
            assert_eq!(offset(text), minutes);
        }
        for text in ["", "+", "8", "+8:00", "+08:60", "+14:01", "08:00", "+08", "+０8:00", "++8:00"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }
}
