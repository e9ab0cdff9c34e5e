//! What becomes of the corrections, dismissals and assignments of the present edition when a new one is recorded.

use yinuo_app::usecases::{Assignment, Carrying};
use yinuo_ledger::EntryId;

use super::respond::{self, Room};
use crate::address::Links;
use crate::failure::Failure;
use crate::view::record::{Event, Teller};

/// What is taken over, and what is not and why.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) carried: Vec<Event>,
    pub(super) behind: Vec<(Event, String)>,
    /// How many assignments simply go on.
    pub(super) assigned: usize,
    /// Assignments to look at: the promise, who, and what becomes of it.
    pub(super) to_check: Vec<(String, String, &'static str)>,
}

impl Taken {
    /// True when the present edition has nothing of the kind.
    pub(super) fn is_empty(&self) -> bool {
        self.carried.is_empty() && self.behind.is_empty() && self.assigned == 0 && self.to_check.is_empty()
    }
}

pub(super) fn view(room: &Room, carrying: &Carrying) -> Result<Taken, Failure> {
    let (view, lang) = (&room.look.view, room.ask.lang);
    let links = Links::new(&room.place(), "", &room.ask);
    let teller = Teller::new(view, &links, lang);
    let lines = |mut ids: Vec<EntryId>| {
        ids.sort_unstable();
        room.books.ledger().lines_of(view, &ids).map_err(|e| respond::failed(&room.ask, &e))
    };
    let carried = lines(carrying.carried.iter().map(|c| c.from).collect())?;
    let behind = lines(carrying.behind.iter().map(|(entry, _)| *entry).collect())?;
    let why = |id: EntryId| carrying.behind.iter().find(|(entry, _)| *entry == id).map(|(_, why)| why.text(lang));
    let state = view.state();
    let check = carrying.assigned.iter().filter(|(_, becomes)| *becomes != Assignment::GoesOn);
    let to_check = check.flat_map(|(id, becomes)| {
        let holders = state.holders(*id, room.look.day);
        let who = holders.into_iter().map(|(_, fact)| teller.words().holders(&fact.said.holders));
        let promise = teller.words().promise(*id).unwrap_or_default();
        who.map(move |who| (promise.clone(), who, becomes.text(lang))).collect::<Vec<_>>()
    });
    Ok(Taken {
        carried: carried.iter().map(|line| teller.tell(line)).collect(),
        behind: behind.iter().map(|line| (teller.tell(line), why(line.envelope.id).unwrap_or_default())).collect(),
        assigned: carrying.assigned.iter().filter(|(_, becomes)| *becomes == Assignment::GoesOn).count(),
        to_check: to_check.collect(),
    })
}
