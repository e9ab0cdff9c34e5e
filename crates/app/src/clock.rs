//! Where times come from. A demonstration is given its times, everything else takes the machine's.

use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync + Debug {
    /// The time now.
    fn now(&self) -> Timestamp;

    /// What a ledger that is opened by this clock says about it.
    fn kind(&self) -> yinuo_ledger::Clock;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn kind(&self) -> yinuo_ledger::Clock {
        yinuo_ledger::Clock::System
    }
}

/// A clock that stands until it is set.
#[derive(Debug)]
pub struct GivenClock(Mutex<Timestamp>);

impl GivenClock {
    /// Stands at this time.
    pub fn at(time: Timestamp) -> Self {
        Self(Mutex::new(time))
    }

    /// Sets it.
    pub fn set(&self, time: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }
}

impl Clock for GivenClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kind(&self) -> yinuo_ledger::Clock {
        yinuo_ledger::Clock::Given
    }
}
