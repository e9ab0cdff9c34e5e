//! Remarks, releases and erasure: entries about entries.

use yinuo_diag::Diagnostic;

use super::{Ask, checks, reject};
use crate::body::{Change, Erased, Noted, Released};
use crate::{Body, EntryId, Envelope, Kind, Subject, Visibility};

impl Ask<'_> {
    pub(super) fn note(&self, subject: Subject, text: &str) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let known = match subject {
            Subject::Entry(entry) => entry < self.view.next(),
            Subject::Commitment(id) => {
                let edition = self.view.state().edition(id.minted_by());
                edition.is_some_and(|e| e.said.ids.iter().any(|ids| ids.id == id))
            }
        };
        let mut problems: Vec<_> = checks::remark(text).into_iter().collect();
        if !known {
            problems.push(match subject {
                Subject::Entry(entry) => reject::unknown(entry),
                Subject::Commitment(id) => reject::unknown(id),
            });
        }
        if problems.is_empty() {
            Ok(vec![Body::Noted(Noted { subject, text: text.to_string() })])
        } else {
            Err(problems)
        }
    }

    pub(super) fn release(&self, entries: &[EntryId], remark: Option<&str>) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let mut entries = entries.to_vec();
        entries.sort_unstable();
        entries.dedup();
        let mut problems: Vec<_> = remark.and_then(checks::remark).into_iter().collect();
        if entries.is_empty() {
            problems.push(reject::nothing_to_change("没有选择要公布的记录", "no entry was chosen for release"));
        }
        for id in &entries {
            match self.named(*id) {
                Some(envelope) => problems.extend(self.unreleasable(envelope, &entries)),
                None => problems.push(reject::unknown(id)),
            }
        }
        let body = Released { entries, remark: remark.map(str::to_string) };
        if problems.is_empty() { Ok(vec![Body::Released(body)]) } else { Err(problems) }
    }

    /// Why an entry cannot be released together with `others`.
    fn unreleasable(&self, envelope: &Envelope, others: &[EntryId]) -> Vec<Diagnostic> {
        let id = envelope.id;
        if let Some(by) = self.view.released_by(id) {
            return vec![reject::already_released(id, by)];
        }
        if self.view.erased_by(id).is_some() {
            return vec![reject::not_releasable(id, "的正文已抹去", "has no body any more")];
        }
        match envelope.visibility {
            Visibility::Open => return vec![reject::not_releasable(id, "本来就公开", "is public anyway")],
            Visibility::Office => return vec![reject::not_releasable(id, "只供内部", "is for the office alone")],
            Visibility::OnRelease => {}
        }
        // What was erased has no words to hide, and nothing could release it any more: it must not bar what came after.
        let hidden = |base: &&EntryId| {
            !self.view.is_public(**base) && self.view.erased_by(**base).is_none() && others.binary_search(base).is_err()
        };
        envelope.refs.iter().filter(hidden).map(|base| reject::base_not_released(id, *base)).collect()
    }

    pub(super) fn erase(&self, entry: EntryId, reason: &str) -> Result<Vec<Body>, Vec<Diagnostic>> {
        let mut problems: Vec<_> = checks::reason(reason).into_iter().collect();
        match self.named(entry) {
            None => problems.push(reject::unknown(entry)),
            Some(_) if self.view.erased_by(entry).is_some() => {
                problems.push(reject::not_erasable(entry, "的正文已经抹去", "has no body any more"));
            }
            Some(e) if matches!(e.kind, Kind::LedgerOpened | Kind::BodyErased) => {
                problems.push(reject::not_erasable(
                    entry,
                    "说明台账本身，不能抹去",
                    "tells of the ledger itself and cannot be erased",
                ));
            }
            Some(_) => {}
        }
        let body = Erased { entries: self.with_copies(entry), reason: reason.to_string() };
        if problems.is_empty() { Ok(vec![Body::Erased(body)]) } else { Err(problems) }
    }

    /// The entry, and what repeats its words: with an edition its corrections, with any correction those that took it over
    /// into later editions. What is erased in one place and stands in another is not erased.
    fn with_copies(&self, entry: EntryId) -> Vec<EntryId> {
        let mut all = vec![entry];
        for c in self.view.state().corrections.range(entry..).map(|(_, c)| c) {
            let repeats = !c.said.rereads.is_empty() || matches!(c.said.change, Change::Column { .. });
            let of_edition = c.said.edition == entry && repeats;
            let taken_over = c.said.carries().is_some_and(|from| all.contains(&from));
            if of_edition || taken_over {
                all.push(c.entry);
            }
        }
        all
    }
}
