//! What every handler shares: where plans come from, the site's own choices, and the pages already made.

use std::sync::Arc;

use axum::response::Response;
use yinuo_app::{Books, Library, Look, Reading};
use yinuo_ledger::Side;

use crate::ask::{Ask, Day};
use crate::cache::{Cache, Key, Rendered};
use crate::failure::Failure;

/// Choices of whoever runs the site.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Says on every page that the wording is restated and not the official one.
    pub restated: bool,
}

/// Where plans come from.
pub(crate) enum Source {
    /// Files, as they stand now.
    Files(Arc<Library>),
    /// A ledger, of which the public sees what was released.
    Ledger(Arc<Books>),
}

/// The site's state.
pub(crate) struct Site {
    pub(crate) source: Source,
    pub(crate) options: Options,
    cache: Cache,
}

impl Site {
    pub(crate) fn new(source: Source, options: Options) -> Self {
        Self { source, options, cache: Cache::default() }
    }

    /// The document at an address, or the page that says there is none.
    pub(crate) fn reading(&self, ask: &Ask, place: &str, year: &str) -> Result<Reading, Failure> {
        let found = match &self.source {
            Source::Files(_) if ask.as_of.is_some() => return Err(Failure::no_history(ask)),
            Source::Files(library) => library.reading(place, year),
            Source::Ledger(books) => {
                let look = look(books, ask)?;
                let found = books.reading(&look, place, year).map_err(|_| Failure::broken(ask))?;
                if found.is_none() && look.as_of.is_some() {
                    let today = look_now(books, ask)?;
                    let later = books.reading(&today, place, year).map_err(|_| Failure::broken(ask))?;
                    if later.is_some() {
                        return Err(Failure::too_early(ask, look.day));
                    }
                }
                found
            }
        };
        found.ok_or_else(|| self.missing(ask))
    }

    /// Every document, the latest year first where they come from a ledger.
    pub(crate) fn readings(&self, ask: &Ask) -> Result<Vec<Reading>, Failure> {
        match &self.source {
            Source::Files(_) if ask.as_of.is_some() => Err(Failure::no_history(ask)),
            Source::Files(library) => Ok(library.readings()),
            Source::Ledger(books) => books.readings(&look(books, ask)?).map_err(|_| Failure::broken(ask)),
        }
    }

    /// The page that says that there is nothing at this address.
    pub(crate) fn missing(&self, ask: &Ask) -> Failure {
        Failure::missing(ask, &self.readings(ask).unwrap_or_default())
    }

    /// The ledger's plans, where plans come from a ledger.
    pub(crate) fn books(&self) -> Option<&Arc<Books>> {
        match &self.source {
            Source::Files(_) => None,
            Source::Ledger(books) => Some(books),
        }
    }

    /// True when the ledger was made to be looked at, not to be relied on.
    pub(crate) fn demonstration(&self) -> bool {
        let view = self.books().and_then(|books| books.ledger().view(Side::Public).ok());
        view.is_some_and(|v| v.state().opened().is_some_and(|o| o.said.demonstration))
    }

    /// Answers with a page of a document, made once for each reading and language.
    pub(crate) fn cached(
        &self,
        ask: &Ask,
        reading: &Reading,
        page: &'static str,
        number: u32,
        make: impl FnOnce() -> Result<Rendered, Failure>,
    ) -> Result<Response, Failure> {
        let document = (reading.place.clone(), reading.year.clone(), reading.version);
        let days = reading.record.as_ref().map(|r| (r.look.day, r.look.as_of.is_some()));
        let key = Key { document, days, page, number, lang: ask.lang };
        if let Some(found) = self.cache.get(&key) {
            return Ok(found.answer(ask));
        }
        let made = Arc::new(make()?);
        self.cache.put(key, made.clone());
        Ok(made.answer(ask))
    }
}

/// What the public sees now, or saw on the day that was asked for.
fn look(books: &Books, ask: &Ask) -> Result<Look, Failure> {
    let today = books.today().map_err(|_| Failure::broken(ask))?;
    match ask.as_of {
        None => look_now(books, ask),
        Some(Day::Unclear) => Err(Failure::no_day(ask, today)),
        Some(Day::On(day)) if day > today => Err(Failure::not_yet(ask, day, today)),
        Some(Day::On(day)) => {
            let look = books.look(Side::Public, Some(day)).map_err(|_| Failure::broken(ask))?;
            if look.view.head().is_none() { Err(Failure::before_all(ask, day)) } else { Ok(look) }
        }
    }
}

fn look_now(books: &Books, ask: &Ask) -> Result<Look, Failure> {
    books.look(Side::Public, None).map_err(|_| Failure::broken(ask))
}
