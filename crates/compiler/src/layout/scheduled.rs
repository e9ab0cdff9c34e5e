//! A list whose items have no numbers but schedules: a sentence, and behind it in the same paragraph what is due in each quarter. A
//! line below may say who sees to those above it (上述项目由……牵头负责。). Takes no schedule apart.

use std::ops::Range;

use yinuo_model::Role;

use super::category;
use super::fields;
use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::prose::Found;
use crate::bodies;
use crate::cell::Cell;
use crate::roles::TAILS;

/// Fewer items could be chance.
const MIN_ITEMS: usize = 3;

/// Reads such paragraphs.
pub fn read(source: &str, paragraphs: &[Paragraph]) -> Option<Found> {
    let is_text = |p: &Paragraph| p.cell.is_none() && !p.is_furniture();
    let is_item = |p: &Paragraph| is_text(p) && p.marker.is_none() && fields::names_schedule(p.text);
    let items: Vec<bool> = paragraphs.iter().map(is_item).collect();
    let count = items.iter().filter(|is| **is).count();
    let first = items.iter().position(|is| *is)?;
    let last = items.iter().rposition(|is| *is)?;
    // most of the text must be of this kind
    if count < MIN_ITEMS || count * 4 < last + 1 - first {
        return None;
    }
    let mut found = Found { first, ..Found::default() };
    let mut without_owner = 0..0;
    for (at, p) in paragraphs.iter().enumerate() {
        if items[at] {
            let number = found.rows() as u32 + 1;
            let row = Row { number, label: number.to_string(), title: Cell::of(source, p.span), ..Row::default() };
            if found.groups.is_empty() {
                found.groups.push(Group::default());
            }
            let group = found.groups.last_mut()?;
            group.rows.push(row);
            without_owner.end = group.rows.len();
        } else if let Some((role, names)) = sees_to_those_above(p.text).filter(|_| !without_owner.is_empty()) {
            let cell = Cell::of(source, p.span).slice(source, names);
            let rows = found.groups.last_mut().map(|group| &mut group.rows[without_owner.clone()]);
            rows.into_iter().flatten().for_each(|row| row.owners.push((role, cell.clone())));
            without_owner.start = without_owner.end;
        } else if let Some(name) = name(p).filter(|_| is_text(p) && at <= last) {
            found.groups.push(Group { name, ..Group::default() });
            without_owner = 0..0;
            found.aside.push(at);
        } else {
            found.aside.push(at);
        }
    }
    found.groups.retain(|g| !g.rows.is_empty());
    Some(found)
}

/// The name of a category: the first sentence of a numbered paragraph, whose others sum up what stands below.
fn name(p: &Paragraph) -> Option<String> {
    let words = &p.text[p.marker?.end()..];
    category::named(words.split('。').next()?).map(|(name, _)| name)
}

/// Who sees to the items above, in a sentence of its own, with the role.
fn sees_to_those_above(text: &str) -> Option<(Role, Range<usize>)> {
    const LONGEST: usize = 200;
    let above = ["上述", "以上"].iter().any(|w| text.starts_with(w)) && text.len() <= LONGEST;
    let by = text.find('由').filter(|_| above)? + '由'.len_utf8();
    let words = text[by..].trim_end_matches('。');
    let (names, role) = TAILS.iter().find_map(|(tail, role)| Some((words.strip_suffix(tail)?, *role)))?;
    bodies::looks_like_a_unit(names).then(|| (role, by..by + names.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_sees_to_the_items_above() {
        let read = |text| sees_to_those_above(text).map(|(role, names)| (role, &text[names]));
        assert_eq!(read("上述项目由区商务局牵头负责。"), Some((Role::Lead, "区商务局")));
        assert_eq!(read("以上2项由区水利局负责。"), Some((Role::Responsible, "区水利局")));
        for none in ["上述项目由来已久。", "上述项目年内建成。", "由区水利局负责。"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
