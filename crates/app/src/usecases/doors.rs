//! Signing in to the office with a link that opens once. Secrets are kept only as hashes, in the store's side tables, so a
//! copy of the data folder opens no door. Doors go by the machine's clock, also in a demonstration.

use std::sync::{Mutex, PoisonError};

use jiff::{Timestamp, ToSpan as _};
use yinuo_ledger::{Domain, Hash, PostId};

use crate::ledger::{Ledger, LedgerError};
use crate::store::{Effect, Session};

/// How long a link waits to be used, in minutes.
const LINK_MINUTES: i64 = 60;
/// How long a browser stays signed in, in hours.
pub const SESSION_HOURS: i64 = 12;

/// Held while a link is used, so that it opens once.
static DOOR: Mutex<()> = Mutex::new(());

/// Makes a link's secret for a post.
pub fn invite(ledger: &Ledger, post: PostId) -> Result<String, LedgerError> {
    let until = Timestamp::now() + LINK_MINUTES.minutes();
    let (secret, session) = door(post, true, until)?;
    ledger.store().effects(&[Effect::Session(session)])?;
    Ok(secret)
}

/// Uses a link: gives the secret of a session, or none when the link is unknown, used or too old.
pub fn enter(ledger: &Ledger, link: &str) -> Result<Option<String>, LedgerError> {
    let _held = DOOR.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(found) = valid(ledger, link, true)? else { return Ok(None) };
    let until = Timestamp::now() + SESSION_HOURS.hours();
    let (secret, session) = door(found.post, false, until)?;
    ledger.store().effects(&[Effect::EndSession(found.token), Effect::Session(session)])?;
    Ok(Some(secret))
}

/// The post a session acts for, while it lasts.
pub fn visitor(ledger: &Ledger, session: &str) -> Result<Option<PostId>, LedgerError> {
    Ok(valid(ledger, session, false)?.map(|found| found.post))
}

/// Ends a session.
pub fn leave(ledger: &Ledger, session: &str) -> Result<(), LedgerError> {
    Ok(ledger.store().effects(&[Effect::EndSession(token(session))])?)
}

fn token(secret: &str) -> Hash {
    Hash::of(Domain::Secret, &[secret.as_bytes()])
}

fn valid(ledger: &Ledger, secret: &str, is_link: bool) -> Result<Option<Session>, LedgerError> {
    let found = ledger.store().session(token(secret))?;
    Ok(found.filter(|s| s.is_link == is_link && Timestamp::now() < s.expires_at))
}

/// A new secret of 32 random bytes and what is kept of it.
fn door(post: PostId, is_link: bool, expires_at: Timestamp) -> Result<(String, Session), LedgerError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| LedgerError::Random(e.to_string()))?;
    let secret = Hash(bytes).to_string();
    let session = Session { token: token(&secret), is_link, post, expires_at };
    Ok((secret, session))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::SystemClock;
    use crate::store::MemoryStore;

    #[test]
    fn a_link_opens_once_and_a_session_is_no_link() {
        let ledger = Ledger::new(Arc::new(MemoryStore::default()), Arc::new(SystemClock));
        let post = Ledger::first_post();
        let link = invite(&ledger, post).unwrap();
        assert_eq!(visitor(&ledger, &link).unwrap(), None);
        let session = enter(&ledger, &link).unwrap().unwrap();
        assert_eq!(visitor(&ledger, &session).unwrap(), Some(post));
        assert_eq!(enter(&ledger, &link).unwrap(), None);
        assert_eq!(enter(&ledger, &session).unwrap(), None);
        leave(&ledger, &session).unwrap();
        assert_eq!(visitor(&ledger, &session).unwrap(), None);
    }
}
