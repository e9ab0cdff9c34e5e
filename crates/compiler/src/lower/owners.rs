//! Owners as written: in owner columns, after a label (`牵头单位：甲局、乙局`), and in brackets (`（甲局牵头，乙局配合）`).
//! Names are kept as they stand; two names of one body are never merged here.

use std::ops::Range;

use yinuo_model::{At, Owner, Role};

use crate::bodies;
use crate::cell::Cell;
use crate::syntax::letters::but_han;

/// Labels that name owners, longest first where one contains another.
const LABELS: &[(&str, Role)] = &[
    ("牵头责任单位", Role::Lead),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("主办单位", Role::Lead),
    ("主责单位", Role::Lead),
    ("责任单位", Role::Responsible),
    ("责任部门", Role::Responsible),
    ("责任主体", Role::Responsible),
    ("责任分工", Role::Responsible),
    ("任务分工", Role::Responsible),
    ("职责分工", Role::Responsible),
    ("承办单位", Role::Responsible),
    ("实施单位", Role::Responsible),
    ("配合单位", Role::Cooperating),
    ("配合部门", Role::Cooperating),
    ("协办单位", Role::Cooperating),
    ("协同单位", Role::Cooperating),
    ("参与单位", Role::Cooperating),
    ("牵头领导", Role::Leader),
    ("分管领导", Role::Leader),
    ("主管领导", Role::Leader),
    ("责任领导", Role::Leader),
];

/// Short labels: they name owners only where a clause or bracket begins, and before a colon.
const SHORT_LABELS: &[(&str, Role)] = &[
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("责任", Role::Responsible),
    ("配合", Role::Cooperating),
    ("协办", Role::Cooperating),
];

/// Words after a name that give its role: `甲局牵头`.
const TAILS: &[(&str, Role)] = &[
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("按职责分工负责", Role::Responsible),
    ("分别负责", Role::Responsible),
    ("负责", Role::Responsible),
    ("配合", Role::Cooperating),
    ("协助", Role::Cooperating),
    ("参与", Role::Cooperating),
    ("协办", Role::Cooperating),
];

/// The longest name of a body, in characters.
const MAX_NAME: usize = 24;

/// Reads the owners named in a commitment's title and body (`cells`) and in its owner columns; where these name none, the words
/// `above` it do.
pub fn read(cells: &[(At, &Cell)], columns: &[(Role, Cell)], above: Option<&Cell>) -> Vec<Owner> {
    let mut owners = vec![];
    for (role, cell) in columns {
        column(cell, *role, &mut owners);
    }
    for (at, cell) in cells.iter().filter(|(at, _)| !matches!(at, At::Period(_))) {
        labelled(cell, *at, &mut owners);
        bracketed(cell, *at, &mut owners);
        said(cell, *at, &mut owners);
    }
    if let Some(cell) = above.filter(|_| owners.is_empty()) {
        labelled(cell, At::Title, &mut owners);
        bracketed(cell, At::Title, &mut owners);
    }
    owners
}

/// The cell of an owner column: names, or names after labels of their own (`牵头单位：甲局⏎配合单位：乙局`), which say another role
/// than the column's heading does.
fn column(cell: &Cell, role: Role, owners: &mut Vec<Owner>) {
    let text = cell.text();
    let own = labels(text);
    names(cell, 0..own.first().map_or(text.len(), |l| l.0), role, At::Title, owners);
    for (n, (_, after, role)) in own.iter().enumerate() {
        let end = own.get(n + 1).map_or(text.len(), |next| next.0);
        names(cell, *after..end, *role, At::Title, owners);
    }
}

/// `牵头单位：甲局、乙局；责任单位：丙局`: from a label to the end of its clause.
fn labelled(cell: &Cell, at: At, owners: &mut Vec<Owner>) {
    let text = cell.text();
    let found = labels(text);
    for (n, (_, after, role)) in found.iter().enumerate() {
        let limit = found.get(n + 1).map_or(text.len(), |next| next.0);
        let end = after + clause_end(&text[*after..limit]);
        names(cell, *after..end, *role, at, owners);
    }
}

/// Where the names after a label end: at a closing mark, or at a bracket that nothing opened.
fn clause_end(text: &str) -> usize {
    let mut depth = 0;
    let mut word = 0;
    for (i, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth > 0 => depth -= 1,
            ')' | '）' | '】' | '【' | '。' | '\n' => return i,
            // The word before a colon is the label of another field.
            '：' | ':' => return word,
            '；' | ';' if depth == 0 => return i,
            '、' | '，' | ',' | ' ' | '　' if depth == 0 => word = i,
            _ => {}
        }
    }
    text.len()
}

/// Labels that are followed by a colon, in order: where each starts, where its names start, its role.
fn labels(text: &str) -> Vec<(usize, usize, Role)> {
    let mut found: Vec<(usize, usize, Role)> = vec![];
    if !but_han(text).any(|(_, c)| matches!(c, '：' | ':' | '】')) {
        return found;
    }
    let begins = |i: usize| text[..i].ends_with(['（', '(', '；', ';', '【', '，', ',', '\n', '。']) || i == 0;
    let short = |label: &str| label.chars().count() == 2;
    for (label, role) in LABELS.iter().chain(SHORT_LABELS) {
        for (i, _) in text.match_indices(label).filter(|(i, _)| !short(label) || begins(*i)) {
            let tail = text[i + label.len()..].trim_start_matches([' ', '　']);
            if let Some(names) = tail.strip_prefix(['：', ':', '】']) {
                found.push((i, text.len() - names.len(), *role));
            }
        }
    }
    found.sort_by_key(|(start, after, _)| (*after, *start));
    // 牵头责任单位 holds 责任单位: of two labels with the same end the longer stays.
    found.dedup_by_key(|(_, after, _)| *after);
    found
}

/// `（甲局牵头，乙局、丙局配合）`.
fn bracketed(cell: &Cell, at: At, owners: &mut Vec<Owner>) {
    let text = cell.text();
    let mut open: Vec<usize> = vec![];
    for (i, c) in but_han(text) {
        match c {
            '(' | '（' => open.push(i + c.len_utf8()),
            ')' | '）' => {
                // A bracket inside the bracket is part of a name: `各县（市、区）政府`.
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    clauses(cell, start..i, at, owners);
                }
            }
            _ => {}
        }
    }
}

/// `…。由甲局牵头，乙局配合，5月底前完成。`: a sentence that begins with who leads.
fn said(cell: &Cell, at: At, owners: &mut Vec<Owner>) {
    let text = cell.text();
    for (by, _) in text.match_indices('由').filter(|(i, _)| *i == 0 || text[..*i].ends_with(['。', '；', '\n'])) {
        let start = by + '由'.len_utf8();
        let end = start + text[start..].find(['。', '\n', '：', ':']).unwrap_or(text.len() - start);
        let first = text[start..end].split(['，', ',']).next().unwrap_or_default();
        let closed = !text[end..].starts_with(['：', ':']);
        if closed && ["牵头", "牵头负责", "负责"].iter().any(|tail| first.ends_with(tail)) {
            clauses(cell, start..end, at, owners);
        }
    }
}

/// Clauses that end in the words of a role.
fn clauses(cell: &Cell, range: Range<usize>, at: At, owners: &mut Vec<Owner>) {
    let mut start = range.start;
    for clause in cell.text()[range].split(['；', ';', '，', ',']) {
        let role = TAILS.iter().find_map(|(tail, role)| clause.strip_suffix(tail).map(|names| (names.len(), *role)));
        if let Some((len, role)) = role.filter(|(len, _)| bodies::looks_like_a_unit(&clause[..*len])) {
            names(cell, start..start + len, role, at, owners);
        }
        start += clause.len();
        start += cell.text()[start..].chars().next().map_or(0, char::len_utf8);
    }
}

/// Names divided by enumeration commas, commas, spaces or line ends.
fn names(cell: &Cell, range: Range<usize>, role: Role, at: At, owners: &mut Vec<Owner>) {
    let text = &cell.text()[range.clone()];
    let mut depth = 0;
    let mut start = 0;
    // In English a name is of several words.
    let in_words = text.is_ascii();
    for (i, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match c {
            ' ' if in_words => {}
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            '、' | '，' | ',' | ' ' | '　' | '\n' | '；' | ';' | '/' if depth <= 0 || i == text.len() => {
                name(cell, range.start + start..range.start + i, role, at, owners);
                start = i + c.len_utf8();
            }
            _ => {}
        }
    }
}

/// One name. A bracket in it stays where it is part of the name, as in `各县（市、区）政府`; a remark is left out.
fn name(cell: &Cell, range: Range<usize>, role: Role, at: At, owners: &mut Vec<Owner>) {
    let words = &cell.text()[range.clone()];
    let part_of_name = |inside: &str| inside.chars().all(|c| "市县区旗镇乡街道、，,管委会园".contains(c));
    let bracket = words.find(['(', '（']).filter(|open| {
        let inside = words[*open..].trim_start_matches(['(', '（']);
        !part_of_name(inside.split([')', '）']).next().unwrap_or(inside))
    });
    let words = &words[..bracket.unwrap_or(words.len())];
    let name = words.trim().trim_end_matches(['。', '等', '【']).trim();
    let known = |o: &Owner| o.role == role && o.name == name;
    if !name.is_empty() && name.chars().count() <= MAX_NAME && !owners.iter().any(known) {
        let from = range.start + (words.len() - words.trim_start().len());
        owners.push(Owner { role, name: name.to_string(), at, place: cell.place(from..from + name.len()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yinuo_diag::Span;

    fn owners(text: &str) -> Vec<(Role, String)> {
        let cell = Cell::of(text, Span::new(0, text.len()));
        let read = read(&[(At::Title, &cell)], &[], None);
        for o in &read {
            assert_eq!(o.place.first().of(text), o.name);
        }
        read.into_iter().map(|o| (o.role, o.name)).collect()
    }

    fn named(role: Role, names: &[&str]) -> Vec<(Role, String)> {
        names.iter().map(|n| (role, n.to_string())).collect()
    }

    #[test]
    fn labels_and_brackets() {
        assert_eq!(owners("修桥三座（牵头单位：交通局、住建局）。"), named(Role::Lead, &["交通局", "住建局"]));
        let both = owners("修桥。牵头单位：交通局；责任单位：各街道，水务局\n完成时限：10月底");
        assert_eq!(both, [named(Role::Lead, &["交通局"]), named(Role::Responsible, &["各街道", "水务局"])].concat());
        let both = owners("修桥（交通局牵头，水务局、城管局配合）");
        assert_eq!(
            both,
            [named(Role::Lead, &["交通局"]), named(Role::Cooperating, &["水务局"])]
                .concat()
                .into_iter()
                .chain(named(Role::Cooperating, &["城管局"]))
                .collect::<Vec<_>>()
        );
        let one = owners("责任单位：民政局（除注明外，列第一位的牵头）、各县（市、区）政府。");
        assert_eq!(one, named(Role::Responsible, &["民政局", "各县（市、区）政府"]));
        let two = owners("建站点。【牵头单位：民政局】【配合单位：各镇、街道】");
        assert_eq!(two, [named(Role::Lead, &["民政局"]), named(Role::Cooperating, &["各镇", "街道"])].concat());
        let short = owners("修桥三座。（牵头：交通局；配合：水务局、城管局）");
        assert_eq!(short, [named(Role::Lead, &["交通局"]), named(Role::Cooperating, &["水务局", "城管局"])].concat());
        let said = owners("修桥三座。由交通局牵头，水务局、城管局配合，5月底前完成。");
        let cooperating = named(Role::Cooperating, &["水务局", "城管局"]);
        assert_eq!(said, [named(Role::Lead, &["交通局"]), cooperating].concat());
        assert_eq!(owners("由交通局牵头组织验收。桥由村里负责。"), vec![]);
        assert_eq!(owners("由两部门牵头：修桥三座。"), vec![]);
        assert_eq!(owners("发挥牵头单位作用，修桥（一期）。"), vec![]);
        assert_eq!(owners(""), vec![]);
    }
}
