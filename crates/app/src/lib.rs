//! Use cases and every effect: the only crate that reads files and the clock. Shells (web, cli) call it and show what
//! it returns; it knows nothing of pages or terminals. Start with [`Library`].
#![allow(clippy::disallowed_methods, reason = "files and the clock are met here and nowhere else")]

mod books;
mod clock;
mod edition;
mod error;
mod ledger;
mod library;
pub mod reader;
mod settings;
mod shelf;
pub mod store;
pub mod tell;
pub mod usecases;

pub use books::{Books, Look, OnRecord};
pub use clock::{Clock, GivenClock, SystemClock};
pub use edition::Edition;
pub use error::{OpenError, Trouble};
pub use ledger::{Ledger, LedgerError, Line, Recorded};
pub use library::Library;
pub use settings::{Settings, SettingsError, Suppressed, naming};
pub use shelf::Reading;
