//! What is asked of every request: an actor that exists, names and reasons that are there and not too long, a day that
//! does not lie before what the request rests on.

use jiff::civil::Date;
use yinuo_diag::Diagnostic;

use super::{Ask, reject};
use crate::{Body, EntryId, Member};

/// The longest name, in characters.
const MAX_NAME: usize = 200;
/// The longest reason, remark or note.
const MAX_TEXT: usize = 4000;

/// What is wrong with a name.
pub(super) fn name(text: &str) -> Option<Diagnostic> {
    written(text, "名称", "name", MAX_NAME)
}

/// What is wrong with a reason.
pub(super) fn reason(text: &str) -> Option<Diagnostic> {
    written(text, "理由", "reason", MAX_TEXT)
}

/// What is wrong with a remark.
pub(super) fn remark(text: &str) -> Option<Diagnostic> {
    written(text, "说明", "remark", MAX_TEXT)
}

fn written(text: &str, zh: &str, en: &str, most: usize) -> Option<Diagnostic> {
    let length = text.chars().count();
    if text.trim().is_empty() {
        Some(reject::text_missing(zh, en))
    } else {
        (length > most).then(|| reject::text_too_long(zh, en, length, most))
    }
}

impl Ask<'_> {
    /// What is wrong with the post that acts.
    pub(super) fn actor(&self) -> Vec<Diagnostic> {
        let post = self.request.actor_post;
        self.unusable(post, self.view.state().post(post)).into_iter().collect()
    }

    /// Why nothing can be given to a unit or post, or done by it.
    pub(super) fn unusable(&self, id: impl ToString, member: Option<&Member>) -> Option<Diagnostic> {
        match member {
            None => Some(reject::unknown(id.to_string())),
            Some(member) => member.closed.map(|(_, on)| reject::closed(&member.name, on)),
        }
    }

    /// A day from which an entry cannot hold, because something it rests on holds only later. Checked for entries that
    /// add to other facts; a release, an erasure or a remark concerns the record itself.
    pub(super) fn effective(&self, body: &Body) -> Option<Diagnostic> {
        if matches!(body, Body::Released(_) | Body::Erased(_) | Body::Noted(_)) {
            return None;
        }
        let day = self.effective_of(body);
        let latest = self.latest_base(body);
        latest.filter(|(since, _)| day < *since).map(|(since, base)| reject::effective_too_early(day, base, since))
    }

    /// The day from which a body holds: the request's. A correction that is carried over holds no earlier than the one
    /// it takes over.
    pub(super) fn effective_of(&self, body: &Body) -> Date {
        let day = self.effective_on();
        match body {
            Body::Corrected(b) if b.carries().is_some() => {
                self.latest_base(body).map_or(day, |(since, _)| since.max(day))
            }
            _ => day,
        }
    }

    /// Of what a body rests on, the entry that holds from the latest day, and that day.
    fn latest_base(&self, body: &Body) -> Option<(Date, EntryId)> {
        body.refs().into_iter().filter_map(|r| Some((self.since(r)?, r))).max()
    }

    /// From which day what an entry said holds.
    fn since(&self, entry: EntryId) -> Option<Date> {
        let state = self.view.state();
        let edition = state.editions.get(&entry).map(|e| e.effective_on);
        let correction = state.corrections.get(&entry).map(|c| c.effective_on);
        let minted = |list: Vec<(EntryId, Date)>| list.into_iter().find(|(by, _)| *by == entry).map(|(_, day)| day);
        edition
            .or(correction)
            .or_else(|| minted(state.units().map(|(id, u)| (id.minted_by(), u.effective_on)).collect()))
            .or_else(|| minted(state.posts().map(|(id, p)| (id.minted_by(), p.effective_on)).collect()))
    }
}
