//! Bodies about who does what, remarks, releases and erasure, in version 1.

use serde::{Deserialize, Serialize};
use yinuo_model as model;

use super::Fault;
use super::envelope::read_date;
use super::words::FixedWord;
use crate::body;
use crate::{Clock, CommitmentId, EntryId, Holder, PostId, Subject, UnitId};

/// A wire type, and how it follows from the body and back.
macro_rules! wire {
    ($name:ident { $($field:ident: $type:ty),* } write |$b:ident| $write:block read |$w:ident| $read:block) => {
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name {
            $($field: $type),*
        }

        impl From<&body::$name> for $name {
            fn from($b: &body::$name) -> Self $write
        }

        impl TryFrom<$name> for body::$name {
            type Error = Fault;

            fn try_from($w: $name) -> Result<Self, Fault> $read
        }
    };
}

wire! {
    Opened { office: String, offset_minutes: i32, demonstration: bool, clock: String }
    write |b| {
        let clock = b.clock.word();
        Self { office: b.office.clone(), offset_minutes: b.offset_minutes, demonstration: b.demonstration, clock }
    }
    read |w| {
        let clock = Clock::of(&w.clock)?;
        Ok(Self { office: w.office, offset_minutes: w.offset_minutes, demonstration: w.demonstration, clock })
    }
}

wire! {
    Assigned { edition: EntryId, commitment: CommitmentId, role: String, holders: Vec<String>, from: String }
    write |b| {
        Self {
            edition: b.edition,
            commitment: b.commitment,
            role: b.role.word(),
            holders: b.holders.iter().map(write_holder).collect(),
            from: b.from.to_string(),
        }
    }
    read |w| {
        Ok(Self {
            edition: w.edition,
            commitment: w.commitment,
            role: model::Role::of(&w.role)?,
            holders: w.holders.iter().map(|h| read_holder(h)).collect::<Result<_, _>>()?,
            from: read_date(&w.from).ok_or(Fault::Wrong("from"))?,
        })
    }
}

wire! {
    UnitCreated { name: String }
    write |b| { Self { name: b.name.clone() } }
    read |w| { Ok(Self { name: w.name }) }
}

wire! {
    UnitClosed { unit: UnitId, on: String }
    write |b| { Self { unit: b.unit, on: b.on.to_string() } }
    read |w| { Ok(Self { unit: w.unit, on: read_date(&w.on).ok_or(Fault::Wrong("on"))? }) }
}

wire! {
    PostCreated { name: String, unit: Option<UnitId> }
    write |b| { Self { name: b.name.clone(), unit: b.unit } }
    read |w| { Ok(Self { name: w.name, unit: w.unit }) }
}

wire! {
    PostClosed { post: PostId, on: String }
    write |b| { Self { post: b.post, on: b.on.to_string() } }
    read |w| { Ok(Self { post: w.post, on: read_date(&w.on).ok_or(Fault::Wrong("on"))? }) }
}

wire! {
    Noted { subject: String, text: String }
    write |b| { Self { subject: write_subject(&b.subject), text: b.text.clone() } }
    read |w| { Ok(Self { subject: read_subject(&w.subject)?, text: w.text }) }
}

wire! {
    Released { entries: Vec<EntryId>, remark: Option<String> }
    write |b| { Self { entries: b.entries.clone(), remark: b.remark.clone() } }
    read |w| {
        if !w.entries.is_sorted_by(|a, b| a < b) {
            return Err(Fault::Wrong("entries"));
        }
        Ok(Self { entries: w.entries, remark: w.remark })
    }
}

wire! {
    Erased { entries: Vec<EntryId>, reason: String }
    write |b| { Self { entries: b.entries.clone(), reason: b.reason.clone() } }
    read |w| {
        if !w.entries.is_sorted_by(|a, b| a < b) {
            return Err(Fault::Wrong("entries"));
        }
        Ok(Self { entries: w.entries, reason: w.reason })
    }
}

fn write_holder(holder: &Holder) -> String {
    match holder {
        Holder::Unit(unit) => unit.to_string(),
        Holder::Post(post) => post.to_string(),
    }
}

fn read_holder(text: &str) -> Result<Holder, Fault> {
    let unit = text.parse().map(Holder::Unit);
    unit.or_else(|_| text.parse().map(Holder::Post)).map_err(|_| Fault::Wrong("holders"))
}

fn write_subject(subject: &Subject) -> String {
    match subject {
        Subject::Entry(entry) => entry.to_string(),
        Subject::Commitment(commitment) => commitment.to_string(),
    }
}

fn read_subject(text: &str) -> Result<Subject, Fault> {
    let entry = text.parse().map(Subject::Entry);
    entry.or_else(|_| text.parse().map(Subject::Commitment)).map_err(|_| Fault::Wrong("subject"))
}
