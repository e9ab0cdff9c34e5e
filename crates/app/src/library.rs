//! The documents that are shown, found by address. Knows nothing of how they are shown.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use yinuo_compiler::Options;

use crate::reader::Reader;
use crate::shelf::Shelf;
use crate::{Edition, OpenError, Reading};

/// The documents that are shown.
#[derive(Debug)]
pub struct Library {
    shelves: Vec<Shelf>,
}

impl Library {
    /// Compiles files that `reader` reads, now and when they change. Every file that cannot be read is reported.
    pub fn open(paths: &[PathBuf], options: Options, reader: Arc<dyn Reader>) -> Result<Self, Vec<OpenError>> {
        let mut shelves = vec![];
        let mut errors = vec![];
        for path in paths {
            match Shelf::open(path, options.clone(), reader.clone()) {
                Ok(shelf) => shelves.push(shelf),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(Self::shelved(shelves)) } else { Err(errors) }
    }

    /// Takes documents that are already compiled and never change.
    pub fn of(editions: Vec<Edition>) -> Self {
        Self::shelved(editions.into_iter().map(Shelf::fixed).collect())
    }

    /// Two documents with the same address are told apart by a number.
    fn shelved(mut shelves: Vec<Shelf>) -> Self {
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for shelf in &mut shelves {
            let first = shelf.reading();
            let count = seen.entry((first.place, first.year)).or_insert(0);
            *count += 1;
            if *count > 1 {
                shelf.renumber(*count);
            }
        }
        Self { shelves }
    }

    /// Every document as it stands now.
    pub fn readings(&self) -> Vec<Reading> {
        self.shelves.iter().map(Shelf::reading).collect()
    }

    /// The document at an address.
    pub fn reading(&self, place: &str, year: &str) -> Option<Reading> {
        self.shelves.iter().find(|s| s.is_at(place, year)).map(Shelf::reading)
    }
}
