//! A list whose items have no numbers but fields: a paragraph, and below it lines with labels (责任单位：…, 完成时限：…), the same ones in
//! the same order under the items. Who is to do it and by when tell it from a page of addresses. Takes no field apart.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use yinuo_diag::Span;

use super::facts;
use super::fields;
use super::grid;
use super::headings::{self, Column};
use super::item_ends;
use super::letter;
use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::prose::Found;
use crate::cell::Cell;

/// Fewer items could be chance.
const MIN_ITEMS: usize = 3;
/// The most lines of an item over its fields.
const MAX_OWN: usize = 3;
/// The longest name of a category, in characters.
const LONGEST_NAME: usize = 20;
/// Words before the name of a category.
const HEADS: &[&str] = &["关键词", "类别", "领域", "板块"];
/// Parts of labels that say how to reach somebody.
const REACH: &[&str] = &["电话", "地址", "联系", "邮编", "邮箱", "网址", "传真"];

/// Lines with labels, one below the other: indices of lines.
struct Fields<'a> {
    at: Range<usize>,
    labels: Vec<&'a str>,
}

/// Reads such a list. `title` is the title of the document, which is no item; `titled` tells that it names a list of commitments,
/// whose items need not say by when.
pub fn read(source: &str, paragraphs: &[Paragraph], title: Option<usize>, titled: bool) -> Option<Found> {
    let is_line = |n: &usize| !paragraphs[*n].is_furniture();
    let at: Vec<usize> = (0..paragraphs.len()).filter(is_line).collect();
    let lines: Vec<&Paragraph> = at.iter().map(|n| &paragraphs[*n]).collect();
    let title = title.and_then(|title| at.binary_search(&title).ok());
    let all = alike(fields_of(&lines))?;
    let own = own_lines(&all)?;
    let begins = title.map_or(0, |n| n + 1);
    let items: Vec<&Fields> = all.iter().filter(|f| f.at.start >= begins + own).collect();
    let says = |says: &dyn Fn(&str) -> bool| {
        let count = items.iter().filter(|f| lines[f.at.clone()].iter().any(|p| says(p.text))).count();
        count * 2 > items.len()
    };
    let reaches = |label: &&str| REACH.iter().any(|w| label.contains(w));
    let is_directory = items.iter().any(|f| f.labels.iter().any(reaches));
    let above = &lines[..items.first().map_or(0, |f| f.at.start - own)];
    let is_announced = above.iter().any(|p| p.title_score > 1 || facts::speaks_of_a_list(p.text));
    let when = titled && !is_directory || says(&fields::names_periods);
    let is_list = is_announced && when && says(&fields::names_owners);
    if items.len() < MIN_ITEMS || are_numbered(&lines, &items, begins) || !is_list {
        return None;
    }
    let mut found = found(source, &lines, &at, &items, (begins, own));
    // what a page has below is set aside as well
    found.aside.extend(at[at.len() - 1] + 1..paragraphs.len());
    Some(found)
}

/// The label of a line that is perhaps a field.
fn label<'a>(p: &Paragraph<'a>) -> Option<&'a str> {
    let label = item_ends::field_label(p.text).filter(|_| p.cell.is_none() && p.marker.is_none())?;
    let label = label.trim_start_matches(['（', '(', '【']).trim();
    (!HEADS.contains(&label) && !is_name(label)).then_some(label)
}

/// Whether a label stands before the name of an item: 项目名称：…
fn is_name(label: &str) -> bool {
    let names_one = label.ends_with("名称") || ["实事项目", "项目", "事项"].contains(&label);
    names_one && headings::column(label) == Some(Column::Title)
}

/// The words of an item's first line, without the label before its name.
fn name(p: &Paragraph) -> Span {
    let after = p.text.split_once(['：', ':']).filter(|(label, _)| is_name(label)).map(|(_, name)| name.trim_start());
    let len = after.filter(|name| !name.is_empty()).unwrap_or(p.text).len() as u32;
    Span { start: p.span.end - len, end: p.span.end }
}

/// Runs of lines with labels that are known or come again and again.
fn fields_of<'a>(lines: &[&Paragraph<'a>]) -> Vec<Fields<'a>> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    lines.iter().filter_map(|p| label(p)).for_each(|label| *counts.entry(label).or_default() += 1);
    let is_field = |label: &&str| counts[*label] >= MIN_ITEMS || item_ends::is_label(label);
    let mut all: Vec<Fields> = vec![];
    for (n, p) in lines.iter().enumerate() {
        let open = all.last_mut().filter(|f| f.at.end == n);
        match (label(p).filter(is_field), open) {
            (Some(label), Some(open)) => {
                open.labels.push(label);
                open.at.end += 1;
            }
            (Some(label), None) => all.push(Fields { at: n..n + 1, labels: vec![label] }),
            // a schedule goes on below its label
            (None, Some(open)) if grid::begins_with_period(p.text) && p.marker.is_none() => open.at.end += 1,
            (None, _) => {}
        }
    }
    all
}

/// The runs with the labels that most have; one may lack some or have more.
fn alike(all: Vec<Fields<'_>>) -> Option<Vec<Fields<'_>>> {
    let mut counts: HashMap<&[&str], usize> = HashMap::new();
    all.iter().for_each(|f| *counts.entry(&f.labels).or_default() += 1);
    let often = |f: &&Fields| counts[&f.labels[..]] > 1;
    let usual = all.iter().filter(often).max_by_key(|f| (counts[&f.labels[..]], std::cmp::Reverse(f.at.start)))?;
    let usual = usual.labels.clone();
    let is_alike = |f: &Fields| {
        let (few, many) = if f.labels.len() < usual.len() { (&f.labels, &usual) } else { (&usual, &f.labels) };
        let mut left = many.iter();
        let in_order = few.len() * 2 >= many.len() && few.iter().all(|label| left.any(|l| l == label));
        in_order && f.labels.iter().collect::<HashSet<_>>().len() == f.labels.len()
    };
    Some(all.into_iter().filter(is_alike).collect())
}

/// How many lines stand over the fields of every item.
fn own_lines(all: &[Fields]) -> Option<usize> {
    let between = all.windows(2).map(|pair| pair[1].at.start - pair[0].at.end);
    between.min().filter(|own| (1..=MAX_OWN).contains(own))
}

/// Whether the items have numbers above their fields. So may categories, but these are fewer.
fn are_numbered(lines: &[&Paragraph], items: &[&Fields], begins: usize) -> bool {
    let from = [begins].into_iter().chain(items.iter().map(|f| f.at.end));
    let above = from.zip(items).map(|(from, f)| &lines[from..f.at.start]);
    let (mut numbered, mut marked) = (0, 0);
    for lines in above {
        let with_number = || lines.iter().filter(|p| p.marker.is_some());
        numbered += usize::from(with_number().any(|p| p.heading.is_none()));
        marked += usize::from(with_number().next().is_some());
    }
    numbered * 2 > items.len() || marked * 3 > items.len() * 2
}

/// The list of these items, of which each has `own` lines over its fields; none is above line `begins`.
fn found(source: &str, lines: &[&Paragraph], at: &[usize], items: &[&Fields], (begins, own): (usize, usize)) -> Found {
    let above = |n: usize| {
        let from = n.checked_sub(1).map_or(begins, |above| items[above].at.end);
        (from..items[n].at.start - own).last()
    };
    let mut heads: Vec<Option<usize>> =
        (0..items.len()).map(|n| above(n).filter(|n| names(lines[*n]).is_some())).collect();
    // a line over the first item heads it where others have such lines too
    if heads.iter().skip(1).all(Option::is_none) {
        heads[0] = heads[0].filter(|n| lines[*n].heading.is_some());
    }
    let mut found = Found::default();
    let mut used = vec![false; lines.len()];
    for (n, (fields, head)) in items.iter().zip(&heads).enumerate() {
        if let Some(group) = head.and_then(|n| names(lines[n])) {
            found.groups.push(group);
        } else if n == 0 {
            found.groups.push(Group::default());
        }
        let begins = fields.at.start - own;
        let title = Cell::of(source, name(lines[begins]));
        let mut body = Cell::default();
        lines[begins + 1..fields.at.end].iter().for_each(|p| body.push(source, p.span, "\n"));
        let (number, label) = (n as u32 + 1, (n + 1).to_string());
        let row = Row { number, label, title, body: Some(body), ..Row::default() };
        if let Some(group) = found.groups.last_mut() {
            group.rows.push(row);
        }
        used[head.unwrap_or(begins)..fields.at.end].fill(true);
    }
    let first = used.iter().position(|used| *used).unwrap_or(0);
    let not_used = |n: &usize| at.binary_search(n).map_or(true, |line| !used[line]);
    found.first = at[first];
    found.aside = (found.first..=at[at.len() - 1]).filter(not_used).collect();
    found
}

/// The category that a line over an item names.
fn names(p: &Paragraph) -> Option<Group> {
    if let Some(heading) = &p.heading {
        let (name, declared_items) = (heading.name.clone(), heading.declared_items);
        return Some(Group { name, declared_items, rows: vec![] });
    }
    let name = HEADS.iter().find_map(|head| p.text.strip_prefix(head)).unwrap_or(p.text);
    let name = name.trim_matches([' ', '　', '：', ':', '【', '】']);
    let is_name =
        (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.contains(['。', '；', '，', ',', '：', ':']);
    let is_other = p.marker.is_some() || p.title_score > 0 || letter::holds_none(p.text);
    (is_name && !is_other).then(|| Group { name: name.to_string(), ..Group::default() })
}
