//! Headings over headings: 一、… over （一）…, where a list has two levels of categories. A plan has one, so the lower one is
//! named with the upper one. Knows styles of numbers only.

use super::heading_owners;
use super::marker::Style;
use super::outline::Group;
use super::paragraph::Paragraph;

/// For each of these headings, in the order of the document, the one it stands under.
fn above(styles: &[Style]) -> Vec<Option<usize>> {
    let mut open: Vec<(Style, usize)> = vec![];
    let mut found = vec![];
    for (n, style) in styles.iter().enumerate() {
        if let Some(same) = open.iter().position(|(s, _)| s == style) {
            open.truncate(same);
        }
        found.push(open.last().map(|(_, upper)| *upper));
        open.push((*style, n));
    }
    found
}

/// Whether these headings divide the list: one over all of it is the chapter that holds the list and no category.
fn divide(mut uppers: Vec<usize>) -> bool {
    uppers.sort_unstable();
    uppers.dedup();
    uppers.len() > 1
}

/// The name of a category under another heading.
fn name(upper: &str, lower: &str) -> String {
    format!("{upper} / {lower}")
}

/// Names groups with the headings over them that have no rows of their own, where these divide the list; returns those.
/// `headed` are the groups that have a heading, with its style.
pub fn name_groups(groups: &mut [Group], headed: Vec<(usize, Style)>) -> Vec<usize> {
    let (all, styles): (Vec<usize>, Vec<Style>) = headed.into_iter().unzip();
    let is_blank = |group: usize| groups[group].rows.is_empty();
    let pairs = all.iter().zip(above(&styles)).filter_map(|(lower, upper)| Some((*lower, all[upper?])));
    let pairs: Vec<(usize, usize)> = pairs.filter(|(lower, upper)| !is_blank(*lower) && is_blank(*upper)).collect();
    let uppers: Vec<usize> = pairs.iter().map(|(_, upper)| *upper).collect();
    if !divide(uppers.clone()) {
        return vec![];
    }
    for (lower, upper) in pairs {
        groups[lower].name = name(&groups[upper].name, &groups[lower].name);
    }
    uppers
}

/// The same for groups that are known by the paragraphs that head them, `headings`; `all` are the headings of the document.
pub fn name_by_place(
    source: &str,
    paragraphs: &[Paragraph],
    headings: &[Option<usize>],
    all: &[usize],
    groups: &mut [Group],
) -> Vec<usize> {
    let heading = |at: usize| paragraphs[at].heading.as_ref();
    let styles: Vec<Style> = all.iter().filter_map(|at| heading(*at)).map(|h| h.style).collect();
    let above = above(&styles);
    let upper = |at: usize| all.binary_search(&at).ok().and_then(|n| above[n]).map(|n| all[n]);
    let uppers: Vec<Option<usize>> = headings.iter().map(|at| at.and_then(upper)).collect();
    let found: Vec<usize> = uppers.iter().flatten().copied().collect();
    if !divide(found.clone()) {
        return vec![];
    }
    for (group, upper) in groups.iter_mut().zip(uppers) {
        if let Some((at, h)) = upper.and_then(|at| Some((at, heading(at)?))) {
            group.name = name(&h.name, &group.name);
            heading_owners::give(source, &paragraphs[at..=at], group);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_stands_under_the_last_of_a_higher_level() {
        use Style::{Han, HanParen, Stem};
        assert_eq!(above(&[Han, HanParen, HanParen, Han, HanParen]), [None, Some(0), Some(0), None, Some(3)]);
        assert_eq!(above(&[Stem, Han, HanParen, Stem, Han]), [None, Some(0), Some(1), None, Some(3)]);
        assert!(divide(vec![0, 0, 3]));
        assert!(!divide(vec![3, 3]));
    }
}
