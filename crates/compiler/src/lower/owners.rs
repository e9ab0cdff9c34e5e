//! Owners as written: in owner columns, after a label (`牵头单位：甲局、乙局`), and in brackets (`（甲局牵头，乙局配合）`).
//! Names are kept as they stand; two names of one body are never merged here.

use std::ops::Range;

use yinuo_model::{At, Owner, Role};

use super::names::{self, Owners, names};
use crate::bodies;
use crate::cell::Cell;
use crate::roles::{self, LABELS, SHORT_LABELS, TAILS};
use crate::syntax::letters::but_han;

/// Reads the owners named in a commitment's title and body (`cells`) and in its owner columns; where these name none, the words
/// `above` it do.
pub fn read(cells: &[(At, &Cell)], columns: &[(Role, Cell)], above: Option<&Cell>) -> Vec<Owner> {
    let mut owners = Owners::default();
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
    owners.into_all()
}

/// The cell of an owner column: names, or names after labels of their own (`牵头单位：甲局⏎配合单位：乙局`), which say another role
/// than the column's heading does.
fn column(cell: &Cell, role: Role, owners: &mut Owners) {
    let text = cell.text();
    let own = labels(text);
    // in a column a label may stand without a colon
    let own = if own.is_empty() { labels_before(text, &[' ', '　', '\n']) } else { own };
    listed(cell, 0..own.first().map_or(text.len(), |l| l.0), role, At::Title, owners);
    for (n, (_, after, role)) in own.iter().enumerate() {
        let end = own.get(n + 1).map_or(text.len(), |next| next.0);
        listed(cell, *after..end, *role, At::Title, owners);
    }
}

/// `牵头单位：甲局、乙局；责任单位：丙局`: from a label to the end of its clause.
fn labelled(cell: &Cell, at: At, owners: &mut Owners) {
    let text = cell.text();
    let found = labels(text);
    for (n, (_, after, role)) in found.iter().enumerate() {
        let limit = found.get(n + 1).map_or(text.len(), |next| next.0);
        let end = after + clause_end(&text[*after..limit]);
        listed(cell, *after..end, *role, at, owners);
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
    let has_colon = but_han(text).any(|(_, c)| matches!(c, '：' | ':' | '】'));
    if has_colon { labels_before(text, &['：', ':', '】']) } else { vec![] }
}

/// Labels before one of these marks.
fn labels_before(text: &str, marks: &[char]) -> Vec<(usize, usize, Role)> {
    let mut found: Vec<(usize, usize, Role)> = vec![];
    let begins = |i: usize| text[..i].ends_with(['（', '(', '；', ';', '【', '，', ',', '\n', '。']) || i == 0;
    let short = |label: &str| label.chars().count() == 2;
    for (label, role) in LABELS.iter().chain(SHORT_LABELS) {
        for (i, _) in text.match_indices(label).filter(|(i, _)| !short(label) || begins(*i)) {
            let tail = &text[i + label.len()..];
            let names = tail.trim_start_matches([' ', '　']).strip_prefix(marks).or_else(|| tail.strip_prefix(marks));
            found.extend(names.map(|names| (i, text.len() - names.len(), *role)));
        }
    }
    found.sort_by_key(|(start, after, _)| (*after, *start));
    // 牵头责任单位 holds 责任单位: of two labels with the same end the longer stays.
    found.dedup_by_key(|(_, after, _)| *after);
    found
}

/// Whether a sentence or a line ends before these words.
fn ends_a_sentence(after: &str) -> bool {
    after.trim_start_matches([' ', '　']).chars().next().is_none_or(|c| matches!(c, '。' | '；' | ';' | '\n'))
}

/// `（甲局牵头，乙局、丙局配合）`, or `（甲局、乙局）` at the end of what these do.
fn bracketed(cell: &Cell, at: At, owners: &mut Owners) {
    let text = cell.text();
    let mut open: Vec<usize> = vec![];
    for (i, c) in but_han(text) {
        match c {
            '(' | '（' => open.push(i + c.len_utf8()),
            ')' | '）' => {
                // A bracket inside the bracket is part of a name: `各县（市、区）政府`.
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    let after = &text[i + c.len_utf8()..];
                    match bodies::are_authorities(&text[start..i]) && ends_a_sentence(after) {
                        true => names(cell, start..i, Role::Responsible, at, owners),
                        false => clauses(cell, start..i, at, owners),
                    }
                }
            }
            _ => {}
        }
    }
}

/// `…。由甲局牵头，乙局配合，5月底前完成。`: a sentence that begins with who leads.
fn said(cell: &Cell, at: At, owners: &mut Owners) {
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

/// Names of owners: a clause that ends in the words of a role has that one, any other `role`.
fn listed(cell: &Cell, range: Range<usize>, role: Role, at: At, owners: &mut Owners) {
    let text = &cell.text()[range.clone()];
    if role == Role::Leader {
        return names::leaders(cell, range, at, owners);
    }
    let ends = |c: char| names::ends_clause(c) || c == ' ' && !text.is_ascii() || c == '　';
    for clause in names::divided(text, ends) {
        let clause = range.start + clause.start..range.start + clause.end;
        let (end, role) = said_after(&cell.text()[clause.clone()]).unwrap_or((clause.len(), role));
        names(cell, clause.start..clause.start + end, role, at, owners);
    }
}

/// Clauses of a bracket or sentence that say who does what: `甲局牵头`, or `甲局（牵头）`, after which names may stand without a
/// role.
fn clauses(cell: &Cell, range: Range<usize>, at: At, owners: &mut Owners) {
    let mut in_brackets = false;
    for clause in names::divided(&cell.text()[range.clone()], names::ends_clause) {
        let clause = range.start + clause.start..range.start + clause.end;
        let words = &cell.text()[clause.clone()];
        if let Some((end, role)) = said_after(words) {
            names(cell, clause.start..clause.start + end, role, at, owners);
            continue;
        }
        // names after a label are read with it
        let without = roles::without(words).filter(|_| !words.contains(['：', ':']));
        in_brackets |= without.is_some();
        if in_brackets && bodies::looks_like_a_unit(without.as_deref().unwrap_or(words)) {
            names(cell, clause, Role::Responsible, at, owners);
        }
    }
}

/// The role that the words after names give, and where these end: `甲局、乙局配合`.
fn said_after(clause: &str) -> Option<(usize, Role)> {
    let clause = clause.trim_end_matches(['。', ' ', '　']);
    let role = TAILS.iter().find_map(|(tail, role)| clause.strip_suffix(tail).map(|names| (names.len(), *role)));
    role.filter(|(end, _)| bodies::looks_like_a_unit(&clause[..*end]))
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
        read.into_iter().map(|o| (o.role, o.name.to_string())).collect()
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
        let table = owners("配合单位：公安分局,各街道 甲街道 合计 年度目标 2 6 8");
        assert_eq!(table, named(Role::Cooperating, &["公安分局", "各街道", "甲街道"]));
        let short = owners("修桥三座。（牵头：交通局；配合：水务局、城管局）");
        assert_eq!(short, [named(Role::Lead, &["交通局"]), named(Role::Cooperating, &["水务局", "城管局"])].concat());
        let said = owners("修桥三座。由交通局牵头，水务局、城管局配合，5月底前完成。");
        let cooperating = named(Role::Cooperating, &["水务局", "城管局"]);
        assert_eq!(said, [named(Role::Lead, &["交通局"]), cooperating].concat());
        let alone = owners("更新遊樂場60處。(康樂局/建設局)\n修桥三座（交通局）；建亭（园林局旁）。");
        assert_eq!(alone, named(Role::Responsible, &["康樂局", "建設局", "交通局"]));
        assert_eq!(owners("扩建业务用房（县水利局）一处，修桥（东段）。"), vec![]);
        assert_eq!(owners("由交通局牵头组织验收。桥由村里负责。"), vec![]);
        assert_eq!(owners("由两部门牵头：修桥三座。"), vec![]);
        assert_eq!(owners("发挥牵头单位作用，修桥（一期）。"), vec![]);
        assert_eq!(owners(""), vec![]);
    }

    #[test]
    fn each_owner_once_however_many_there_are() {
        for many in [3, 16, 17, 40] {
            let all: Vec<String> = (0..many).map(|n| format!("{n}村委会")).collect();
            let text = format!("修桥三座。责任单位：{}、{}；配合单位：0村委会", all.join("、"), all.join("、"));
            let expected: Vec<(Role, String)> = all.into_iter().map(|name| (Role::Responsible, name)).collect();
            assert_eq!(owners(&text), [expected, named(Role::Cooperating, &["0村委会"])].concat(), "{many}");
        }
    }
}
