//! A note that the first body of each list of owners leads: 列第一位者为牵头单位, 排在首位的为牵头单位, often with 下同. It holds for the whole
//! list, or in the field of one commitment for that one, and with 下同 for those below. Where a body is said to lead, its place
//! says nothing.

use yinuo_extract::Document;
use yinuo_model::{Category, Commitment, Owner, Role};

use crate::roles::first::{may_say, says};

/// Words of a note that holds where there are several bodies.
const SEVERAL: &[&str] = &["两个以上", "2个以上", "两家以上", "多个", "多家"];

/// What a note says, and its paragraph.
struct Note {
    start: u32,
    end: u32,
    below: bool,
    several: bool,
    /// Owners stand in its paragraph.
    in_field: bool,
}

/// Lets the first body of each field lead, as far as notes say so.
pub fn give(document: &Document, categories: &mut [Category]) {
    let mut owners = categories.iter().flat_map(|c| &c.commitments).flat_map(|c| &c.owners);
    // where nobody answers for anything, no place in a row says who leads
    let mut notes = if owners.any(answers) { notes(document) } else { vec![] };
    if notes.is_empty() {
        return;
    }
    for owner in categories.iter().flat_map(|c| &c.commitments).flat_map(|c| &c.owners) {
        if let Some(n) = beside(&notes, owner) {
            notes[n].in_field = true;
        }
    }
    let of_all = notes.iter().find(|n| !n.in_field);
    let from = notes.iter().find(|n| n.in_field && n.below);
    let holds = |c: &Commitment| {
        let below = |n: &&Note| c.owners.iter().any(|o| o.place.first().start >= n.start);
        let own = || c.owners.iter().find_map(|o| beside(&notes, o)).map(|n| &notes[n]);
        of_all.or_else(|| from.filter(below)).or_else(own).map(|n| n.several)
    };
    for c in categories.iter_mut().flat_map(|c| &mut c.commitments) {
        if let Some(several) = holds(c) {
            lead(&document.text, &mut c.owners, several);
        }
    }
}

fn notes(document: &Document) -> Vec<Note> {
    if !may_say(&document.text) {
        return vec![];
    }
    let words = document.blocks.iter().map(|b| (b.span, b.span.of(&document.text)));
    let found = words.filter(|(_, words)| says(words)).map(|(span, words)| Note {
        start: span.start,
        end: span.end,
        below: words.contains("下同"),
        several: SEVERAL.iter().any(|w| words.contains(w)),
        in_field: false,
    });
    found.collect()
}

/// The note in the paragraph of an owner.
fn beside(notes: &[Note], owner: &Owner) -> Option<usize> {
    let at = owner.place.first().start;
    notes.partition_point(|n| n.start <= at).checked_sub(1).filter(|n| at < notes[*n].end)
}

/// Whether a body is named to answer for a commitment, and by no other role.
fn answers(owner: &Owner) -> bool {
    owner.role == Role::Responsible
}

/// Lets the first of those that answer for it lead, and the first after each label; none where one is said to lead.
fn lead(text: &str, owners: &mut [Owner], several: bool) {
    let count = owners.iter().filter(|o| answers(o)).count();
    if owners.iter().any(|o| o.role == Role::Lead) || several && count < 2 {
        return;
    }
    let mut is_first = true;
    for owner in owners.iter_mut().filter(|o| answers(o)) {
        let before = &text[..owner.place.first().start as usize];
        if is_first || before.trim_end_matches([' ', '　']).ends_with(['：', ':']) {
            owner.role = Role::Lead;
        }
        is_first = false;
    }
}
