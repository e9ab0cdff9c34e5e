//! The names in a run of owners, each with its role: the one of the run, or the one that a bracket after the name gives. Keeps
//! names as they stand; knows no labels.

use std::collections::HashSet;
use std::ops::Range;

use yinuo_model::{At, Owner, Role, Word};

use crate::cell::Cell;
use crate::roles;
use crate::syntax::letters::is_letter;

/// The owners of a commitment, each once in a role.
#[derive(Default)]
pub struct Owners {
    all: Vec<Owner>,
    /// Their roles and names: a list may name all villages, and each is looked up and not looked for.
    known: HashSet<(Role, Word)>,
}

impl Owners {
    /// Whether nobody was named yet.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The owners in the order in which they were named.
    pub fn into_all(self) -> Vec<Owner> {
        self.all
    }

    fn add(&mut self, owner: Owner) {
        if self.known.insert((owner.role, owner.name.clone())) {
            self.all.push(owner);
        }
    }
}

/// The longest name of a body, in characters.
const MAX_NAME: usize = 24;
/// The longest name of a leader with all offices, in characters.
const MAX_LEADER: usize = 40;

/// Whether a character ends a clause.
pub fn ends_clause(c: char) -> bool {
    matches!(c, '；' | ';' | '，' | ',' | '\n')
}

/// Names divided by enumeration commas, commas, spaces or line ends.
pub fn names(cell: &Cell, range: Range<usize>, role: Role, at: At, owners: &mut Owners) {
    let text = &cell.text()[range.clone()];
    // In English a name is of several words.
    let in_words = text.is_ascii();
    let ends = |c: char| match c {
        ' ' => !in_words,
        _ => matches!(c, '、' | '，' | ',' | '　' | '\n' | '；' | ';' | '/'),
    };
    for part in divided(text, ends) {
        name(cell, range.start + part.start..range.start + part.end, role, at, owners);
    }
}

/// Leaders, each with all the offices that one person holds.
pub fn leaders(cell: &Cell, range: Range<usize>, at: At, owners: &mut Owners) {
    for part in super::leaders::divided(&cell.text()[range.clone()]) {
        name(cell, range.start + part.start..range.start + part.end, Role::Leader, at, owners);
    }
}

/// The parts of a text between marks that stand outside of brackets.
pub fn divided(text: &str, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let (mut depth, mut start) = (0, 0);
    let mut parts = vec![];
    for (i, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ if depth <= 0 && ends(c) => {
                parts.push(start..i);
                start = i + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..text.len());
    parts
}

/// One name. A bracket in it stays where it is part of the name, as in `各县（市、区）政府`; a remark is left out, and a role in it
/// goes before that of the others.
fn name(cell: &Cell, range: Range<usize>, role: Role, at: At, owners: &mut Owners) {
    let words = &cell.text()[range.clone()];
    let part_of_name =
        |inside: &str| !inside.is_empty() && inside.chars().all(|c| "市县区旗镇乡街道、，,管委会园".contains(c));
    let brackets = words.match_indices(['(', '（']).map(|(open, bracket)| {
        let inside = words[open + bracket.len()..].trim_start_matches(['(', '（']);
        (open, inside.split([')', '）']).next().unwrap_or(inside))
    });
    let remarks: Vec<(usize, &str)> = brackets.filter(|(_, inside)| !part_of_name(inside)).collect();
    let role = remarks.iter().find_map(|(_, inside)| roles::of(inside)).unwrap_or(role);
    let words = &words[..remarks.first().map_or(words.len(), |(open, _)| *open)];
    // a bracket that was opened before a label closes after the names
    let words = if words.contains(['(', '（']) { words } else { words.trim_end_matches([' ', ')', '）']) };
    let name = words.trim().trim_end_matches(['。', '等', '【']).trim();
    let longest = if role == Role::Leader { MAX_LEADER } else { MAX_NAME };
    if names_a_body(name) && name.chars().count() <= longest {
        let from = range.start + (words.len() - words.trim_start().len());
        owners.add(Owner { role, name: name.into(), at, place: cell.place(from..from + name.len()) });
    }
}

/// Whether words may name somebody: a number and the head of a column of figures, as a small table in the text has them, do not.
fn names_a_body(name: &str) -> bool {
    const FIGURES: [&str; 6] = ["合计", "总计", "小计", "目标", "实际完成", "完成情况"];
    name.chars().any(is_letter) && !FIGURES.iter().any(|w| name.ends_with(w))
}
