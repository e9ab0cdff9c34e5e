//! A progress bar on standard error, drawn only on a terminal and wiped when the work is done.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Columns of the bar.
const WIDTH: usize = 30;
/// Fewer pieces of work than this need no bar.
const MIN: usize = 4;

/// Progress through a known number of pieces of work. May be shared by threads.
pub(crate) struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    /// A bar for so many pieces.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: AtomicUsize::new(0), shown: total >= MIN && io::stderr().is_terminal() }
    }

    /// One more piece is done.
    pub(crate) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown {
            let full = done * WIDTH / self.total;
            let bar = "#".repeat(full) + &"-".repeat(WIDTH - full);
            let _ = write!(io::stderr().lock(), "\r[{bar}] {done}/{}", self.total);
        }
    }

    /// Wipes the bar.
    pub(crate) fn finish(&self) {
        if self.shown {
            let _ = write!(io::stderr().lock(), "\r\x1b[2K");
        }
    }
}
