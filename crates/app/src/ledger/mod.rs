//! A ledger in use: a store, a clock, and both views brought up to the store's head whenever somebody looks. Holds no
//! authority of its own: what the store says is what holds.

mod error;
mod history;
mod record;
mod views;

use std::sync::{Arc, Mutex};

use yinuo_ledger::{EntryId, PostId};

use crate::Clock;
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
    views: Mutex<Views>,
}

impl Ledger {
    /// Takes a store into use.
    pub fn new(store: Arc<dyn EntryStore>, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, views: Mutex::new(Views::default()) }
    }

    /// The store.
    pub fn store(&self) -> &dyn EntryStore {
        &*self.store
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// The post that the opening mints.
    pub fn first_post() -> PostId {
        PostId::new(EntryId(0), 1)
    }
}
