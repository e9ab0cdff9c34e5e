//! What every handler shares: the documents, the site's own choices, and the pages already made.

use std::sync::Arc;

use axum::response::Response;
use yinuo_app::{Library, Reading};

use crate::ask::Ask;
use crate::cache::{Cache, Key, Rendered};
use crate::failure::Failure;

/// Choices of whoever runs the site.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Says on every page that the wording is restated and not the official one.
    pub restated: bool,
}

/// The site's state.
pub(crate) struct Site {
    pub(crate) library: Arc<Library>,
    pub(crate) options: Options,
    cache: Cache,
}

impl Site {
    pub(crate) fn new(library: Arc<Library>, options: Options) -> Self {
        Self { library, options, cache: Cache::default() }
    }

    /// The document at an address, or the page that says there is none.
    pub(crate) fn reading(&self, ask: &Ask, place: &str, year: &str) -> Result<Reading, Failure> {
        self.library.reading(place, year).ok_or_else(|| self.missing(ask))
    }

    /// The page that says that there is nothing at this address.
    pub(crate) fn missing(&self, ask: &Ask) -> Failure {
        Failure::missing(ask, &self.library.readings())
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
        let key = Key { document, page, number, lang: ask.lang };
        if let Some(found) = self.cache.get(&key) {
            return Ok(found.answer(ask));
        }
        let made = Arc::new(make()?);
        self.cache.put(key, made.clone());
        Ok(made.answer(ask))
    }
}
