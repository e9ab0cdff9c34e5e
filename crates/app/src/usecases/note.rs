//! A remark. The words that the same post wrote last about the same thing are not written again: whoever goes back in a
//! browser without scripts sends a new form with the old words.

use yinuo_ledger::{Body, Command, Side, Subject, Visibility};

use super::{By, receipt};
use crate::ledger::{Ledger, LedgerError, Line, Recorded};

/// Records a remark; nothing when it would repeat the last one.
pub fn note(ledger: &Ledger, by: &By, subject: Subject, text: String) -> Result<Recorded, LedgerError> {
    let view = ledger.view(Side::Office)?;
    let answered = by.key.as_ref().map_or(Ok(None), |key| receipt(ledger, key))?.is_some();
    let last: Vec<_> = view.state().notes(subject).last().copied().into_iter().collect();
    if !answered && ledger.lines_of(&view, &last)?.iter().any(|line| repeats(line, by, &text)) {
        let next = view.next().0;
        return Ok(Recorded { entries: next..next, recorded_at: ledger.clock().now(), said: vec![] });
    }
    ledger.record(&by.asks(Command::Note { subject, text }), |_, _| vec![])
}

/// Whether an entry says the same by the same post to the same readers.
fn repeats(line: &Line, by: &By, text: &str) -> bool {
    let office_only = line.envelope.visibility == Visibility::Office;
    let same_text = matches!(&line.body, Some(Body::Noted(noted)) if noted.text == text);
    same_text && line.envelope.actor_post == by.post && office_only == by.office_only
}
