//! The documents that are shown, found by address. Knows nothing of how they are shown.

use std::collections::HashMap;
use std::path::PathBuf;

use yinuo_compiler::Options;

use crate::shelf::Shelf;
use crate::{Edition, OpenError, Origin, Reading};

/// The documents that are shown.
#[derive(Debug)]
pub struct Library {
    shelves: Vec<Shelf>,
}

impl Library {
    /// Reads and compiles files. Every file that cannot be read is reported.
    pub fn open(paths: &[PathBuf], options: Options) -> Result<Self, Vec<OpenError>> {
        let mut editions = vec![];
        let mut errors = vec![];
        for path in paths {
            match Edition::open(path, &options) {
                Ok(edition) => editions.push((Origin::File(path.clone()), edition)),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(Self::of(editions, options)) } else { Err(errors) }
    }

    /// Takes documents that are already compiled. Two with the same address are told apart by a number.
    pub fn of(editions: Vec<(Origin, Edition)>, options: Options) -> Self {
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        let mut shelves = vec![];
        for (origin, edition) in editions {
            let mut shelf = Shelf::new(origin, options, edition);
            let first = shelf.reading();
            let count = seen.entry((first.place, first.year)).or_insert(0);
            *count += 1;
            if *count > 1 {
                shelf.renumber(*count);
            }
            shelves.push(shelf);
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
