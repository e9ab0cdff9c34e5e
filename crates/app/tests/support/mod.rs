//! Entries for the tests of stores: an opened ledger, and units and notes one after the other.
#![allow(dead_code, reason = "each test program uses a part")]

use jiff::{Timestamp, ToSpan as _};
use yinuo_ledger::body::Opened;
use yinuo_ledger::*;

/// Makes entries that follow each other, a minute apart.
pub struct Maker {
    pub view: View,
    clock: Timestamp,
}

impl Maker {
    pub fn new() -> Self {
        Self { view: View::new(Side::Office), clock: "2026-01-05T01:30:00Z".parse().unwrap() }
    }

    /// The opening first, then units.
    pub fn next(&mut self) -> Sealed {
        let n = self.view.next().0;
        let command = match n {
            0 => Command::Open {
                jurisdiction: "临溪区".into(),
                opened: Opened {
                    office: "督查科".into(),
                    offset_minutes: 480,
                    demonstration: false,
                    clock: Clock::System,
                },
            },
            _ => Command::CreateUnit { name: format!("单位{n}") },
        };
        self.make(command)
    }

    pub fn make(&mut self, command: Command) -> Sealed {
        self.clock += 1.minute();
        let actor_post = PostId::new(EntryId(0), 1);
        let request = Request { actor_post, effective_on: None, office_only: false, idempotency: None, command };
        let mut sealed = decide(&self.view, &request, &[], &Now { time: self.clock, seed: [3; 32] }).unwrap();
        let sealed = sealed.remove(0);
        self.view.apply(&sealed.entry, &[]).unwrap();
        sealed
    }

    pub fn many(&mut self, count: usize) -> Vec<Sealed> {
        (0..count).map(|_| self.next()).collect()
    }
}
