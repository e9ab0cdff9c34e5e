//! A note that the first body of each list of owners leads: 列第一位者为牵头单位, 排在首位的为牵头单位, often with 下同. It holds for the whole
//! list, or in the field of one commitment for that one, and with 下同 for those below. Where a body is said to lead, its place
//! says nothing.

use yinuo_extract::Document;
use yinuo_model::{Category, Commitment, Owner, Role};

/// Words for the place in front.
const FIRST: &[&str] = &["第一位", "首位", "第1位", "最前", "第一个", "第一的", "第一者", "第一为"];
/// What stands before these, of bodies that stand in a row.
const STANDS: &[&str] = &["列", "排", "名", "单位", "部门", "中"];
/// What may stand between the place and the words that say that it leads.
const BETWEEN: &[&str] = &["责任单位", "单位", "部门", "工作", "面", "的", "者", "为", "是", "即", "系", "“"];
/// Words of a body that leads.
const LEADS: &[&str] = &["牵头", "主办单位", "主责单位"];
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
    let mut notes = notes(document);
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
    if !FIRST.iter().any(|w| document.text.contains(w)) {
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

/// Whether words say that the first of several bodies leads.
fn says(words: &str) -> bool {
    let leads = |tail: &str| LEADS.iter().any(|w| tail.starts_with(w));
    let first = |word: &&str| {
        words.match_indices(*word).any(|(at, _)| {
            let (before, mut tail) = (words[..at].trim_end_matches(['在', '于']), &words[at + word.len()..]);
            while let Some(rest) = BETWEEN.iter().find_map(|w| tail.strip_prefix(w)) {
                tail = rest;
            }
            STANDS.iter().any(|w| before.ends_with(w)) && leads(tail)
        })
    };
    // 牵头单位列第一位
    let stands = |lead: &str| {
        words.match_indices(lead).any(|(at, _)| {
            let tail = words[at + lead.len()..].trim_start_matches(['单', '位', '部', '门']);
            let place = tail.trim_start_matches(['列', '排', '名', '在', '于']);
            place.len() < tail.len() && FIRST.iter().any(|w| place.starts_with(w))
        })
    };
    FIRST.iter().any(first) || LEADS.iter().any(|w| stands(w))
}

/// Lets the first of those that answer for it lead, and the first after each label; none where one is said to lead.
fn lead(text: &str, owners: &mut [Owner], several: bool) {
    let answers = |o: &Owner| o.role == Role::Responsible;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_on_the_first_body() {
        for note in [
            "列第一位者为工作牵头单位，下同",
            "除注明外，列第一位的牵头",
            "责任单位排在首位的为牵头单位。",
            "排名第一的为牵头单位",
            "责任单位中第一个为牵头单位",
            "注：责任单位第一位为“牵头单位”",
            "责任部门列最前面的为主办单位",
            "牵头单位列首位",
            "牵头部门排在第一位，其余为配合部门",
        ] {
            assert!(says(note), "{note}");
        }
        for words in [
            "把群众放在首位，由县民政局牵头",
            "第一季度由牵头单位完成设计",
            "总量居首位",
            "牵头单位：县民政局",
            "排名不分先后",
            "列第一位的小区先行改造",
        ] {
            assert!(!says(words), "{words}");
        }
    }
}
