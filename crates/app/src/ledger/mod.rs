//! A ledger in use: a store, a clock, and both views brought up to the store's head whenever somebody looks. Holds no
//! authority of its own: what the store says is what holds.

mod error;
mod history;
mod record;
mod views;

use std::sync::{Arc, Mutex};

use yinuo_ledger::{EntryId, PostId};

use crate::Clock;
use crate::reader::{Direct, Reader};
use crate::store::EntryStore;
use views::Views;

pub use error::LedgerError;
pub use history::Line;
pub use record::Recorded;

/// A ledger in use.
#[derive(Debug)]
pub struct Ledger {
    store: Arc<dyn EntryStore>,
    clock: Arc<dyn Clock>,
    reader: Arc<dyn Reader>,
    views: Mutex<Views>,
}

impl Ledger {
    /// Takes a store into use. Documents are read in this process.
    pub fn new(store: Arc<dyn EntryStore>, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, reader: Arc::new(Direct), views: Mutex::new(Views::default()) }
    }

    /// Documents are read by `reader`.
    pub fn read_by(self, reader: Arc<dyn Reader>) -> Self {
        Self { reader, ..self }
    }

    /// The store.
    pub fn store(&self) -> &dyn EntryStore {
        &*self.store
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Who reads what was handed in.
    pub fn reader(&self) -> &dyn Reader {
        &*self.reader
    }

    /// The post that the opening mints.
    pub fn first_post() -> PostId {
        PostId::new(EntryId(0), 1)
    }
}
