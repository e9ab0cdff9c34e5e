//! Recording: decide on what the store holds now, append if it still holds that, try again when somebody was faster. A
//! request with a mark is recorded once; coming again it gets the same answer.

use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;
use yinuo_diag::Diagnostic;
use yinuo_ledger::{Body, Domain, Envelope, Hash, Now, Request, Sealed, Side, View, decide, recorded_at};

use super::{Ledger, LedgerError};
use crate::store::{Effect, Receipt, StoreError};

/// How often somebody else may be faster before we give up.
const TRIES: usize = 16;

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The entries it became; empty when it said only what was already so.
    pub entries: Range<u64>,
    /// When they were recorded.
    pub recorded_at: Timestamp,
    /// Something to be said about it, such as a clock that was set back.
    pub said: Vec<Diagnostic>,
}

impl Ledger {
    /// Decides on a request and records what it gives, with effects that depend on it.
    pub fn record(
        &self,
        request: &Request,
        effects: impl Fn(&View, &[Sealed]) -> Vec<Effect>,
    ) -> Result<Recorded, LedgerError> {
        let print = Hash::of(Domain::Request, &[format!("{request:?}").as_bytes()]);
        for _ in 0..TRIES {
            if let Some(recorded) = self.known(request, print)? {
                return Ok(recorded);
            }
            let head = self.store.head()?;
            let view = self.sound_view()?;
            if view.next().0 != head.next {
                continue;
            }
            let named = self.envelopes(request)?;
            let mut seed = [0; 32];
            getrandom::fill(&mut seed).map_err(|e| LedgerError::Random(e.to_string()))?;
            let now = self.clock.now();
            let (time, said) = recorded_at(&view, now);
            let sealed = decide(&view, request, &named, &Now { time: now, seed }).map_err(LedgerError::Rejected)?;
            let recorded = Recorded {
                entries: head.next..head.next + sealed.len() as u64,
                recorded_at: time,
                said: said.into_iter().collect(),
            };
            if sealed.is_empty() {
                return Ok(recorded);
            }
            let mut all = effects(&view, &sealed);
            all.extend(erasures(&sealed).map(Effect::EraseBody));
            all.extend(receipt(request, print, &recorded).map(Effect::Receipt));
            match self.store.append_if(head, &sealed, &all) {
                Ok(_) if erasures(&sealed).next().is_some() => self.forget_views(),
                Ok(_) => {}
                Err(StoreError::Moved) => continue,
                Err(error) => return Err(error.into()),
            }
            return Ok(recorded);
        }
        Err(StoreError::Moved.into())
    }

    /// The office's view; refused when anything in it is damaged.
    fn sound_view(&self) -> Result<Arc<View>, LedgerError> {
        match self.damage()?.into_iter().next() {
            Some(fault) => Err(LedgerError::Damaged(Box::new(fault))),
            None => self.view(Side::Office),
        }
    }

    /// What was answered when the same request came before.
    fn known(&self, request: &Request, print: Hash) -> Result<Option<Recorded>, LedgerError> {
        let Some(key) = &request.idempotency else { return Ok(None) };
        let Some(receipt) = self.store.receipt(key.as_str())? else { return Ok(None) };
        if receipt.request != print {
            return Err(LedgerError::KeyUsed(key.to_string()));
        }
        Ok(Some(Recorded { entries: receipt.entries, recorded_at: receipt.recorded_at, said: vec![] }))
    }

    /// The envelopes that a decision needs.
    fn envelopes(&self, request: &Request) -> Result<Vec<Envelope>, LedgerError> {
        let mut named = vec![];
        for id in request.command.needs() {
            for kept in self.store.read(id.0..id.0.saturating_add(1))? {
                named.push(kept.record.envelope().map_err(LedgerError::Damaged)?);
            }
        }
        Ok(named)
    }
}

/// The entries whose bodies are erased.
fn erasures(sealed: &[Sealed]) -> impl Iterator<Item = u64> {
    let erased = sealed.iter().filter_map(|s| match &s.entry.body {
        Some(Body::Erased(body)) => Some(&body.entries),
        _ => None,
    });
    erased.flatten().map(|entry| entry.0)
}

fn receipt(request: &Request, print: Hash, recorded: &Recorded) -> Option<Receipt> {
    let key = request.idempotency.as_ref()?.to_string();
    let (entries, recorded_at) = (recorded.entries.clone(), recorded.recorded_at);
    Some(Receipt { key, request: print, entries, recorded_at })
}
