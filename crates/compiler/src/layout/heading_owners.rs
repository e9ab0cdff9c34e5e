//! Owners that a category's heading names for all under it: `一、办学（责任单位：区教育局）`, or `责任单位：…` on a line of its own
//! below. Says where they stand and what is left for the name; which bodies they are is read in `lower`.

use super::headings::{self, Column};
use super::outline::Group;
use super::paragraph::Paragraph;
use crate::bodies;
use crate::cell::Cell;
use crate::roles::{self, SHORT_LABELS, TAILS};

/// A heading without the owners in brackets at its end.
pub fn without(heading: &str) -> &str {
    match open(heading) {
        Some(at) => heading[..at].trim_end(),
        None => heading,
    }
}

/// Whether a line is nothing but owners after their label.
pub fn is_line(text: &str) -> bool {
    label(text).is_some_and(|names| !names.is_empty() && !names.contains(['：', ':']))
}

/// Gives the rows of a category the owners that its heading's paragraphs name, where these name any.
pub fn give<'p>(source: &str, heading: impl IntoIterator<Item = &'p Paragraph<'p>>, group: &mut Group) {
    let mut all = Cell::default();
    for p in heading.into_iter().filter(|p| open(p.text).is_some() || is_line(p.text)) {
        all.push(source, p.span, "\n");
    }
    if !all.is_empty() {
        group.rows.iter_mut().filter(|row| row.above.is_none()).for_each(|row| row.above = Some(all.clone()));
    }
}

/// How many lines of owners stand between a name and the first of the numbers below it. What has a quantity is an item, and so
/// is what has numbered fields below.
pub fn lines_below(paragraphs: &[Paragraph], heading: usize) -> usize {
    // Asked of every paragraph, so that only a name may look at the lines below it.
    if paragraphs[heading].heading.as_ref().is_none_or(|h| h.name.contains(|c: char| c.is_numeric())) {
        return 0;
    }
    let lines = paragraphs[heading + 1..].iter().take_while(|p| is_line(p.text)).count();
    let below =
        paragraphs.get(heading + 1 + lines).and_then(|p| Some(&p.text[p.marker.filter(|_| p.bare.is_none())?.end()..]));
    match below {
        Some(words) if !words.contains(['：', ':']) => lines,
        _ => 0,
    }
}

/// Where a bracket of owners opens at the end of a heading.
fn open(heading: &str) -> Option<usize> {
    let text = heading.trim_end_matches(['：', ':', ' ', '　']);
    if !text.ends_with(['）', ')', '】']) {
        return None;
    }
    let mut depth = 0;
    let at = text.char_indices().rev().find_map(|(at, c)| {
        match c {
            '）' | ')' | '】' => depth += 1,
            '（' | '(' | '【' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let mut inside = text[at..].chars();
    // one bracket at each end: the last may close that of a name
    inside.next();
    inside.next_back();
    names_owners(inside.as_str()).then_some(at)
}

/// Whether every clause names owners, the first with their role.
fn names_owners(inside: &str) -> bool {
    let mut clauses = inside.split(['；', ';', '，', ',']).map(str::trim);
    let role = |clause: &str| match label(clause) {
        Some(names) => !names.is_empty(),
        None => {
            TAILS.iter().any(|(tail, _)| clause.strip_suffix(tail).is_some_and(bodies::looks_like_a_unit))
                || roles::without(clause).is_some_and(|names| bodies::looks_like_a_unit(&names))
        }
    };
    clauses.next().is_some_and(role) && clauses.all(|c| role(c) || bodies::looks_like_a_unit(c))
}

/// The names after a label of owners.
fn label(clause: &str) -> Option<&str> {
    let (label, names) = clause.split_once(['：', ':'])?;
    let label = label.trim();
    let known = SHORT_LABELS.iter().any(|(short, _)| *short == label)
        || !label.is_ascii() && matches!(headings::column(label), Some(Column::Owner(_)));
    known.then(|| names.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_owners_leave_the_name() {
        for (heading, name) in [
            ("办学（责任单位：区教育局）", "办学"),
            ("办学（牵头单位：区教育局；配合单位：区财政局、区住建局）", "办学"),
            ("办学（区教育局牵头，区财政局配合）", "办学"),
            ("办学（区教育局（牵头）、区财政局（配合））", "办学"),
            ("办学【责任单位：各县（市、区）政府】", "办学"),
            ("办学（责任单位：区教育局，区财政局）：", "办学"),
            ("办学（3项）", "办学（3项）"),
            ("办学（完成时限：8月底）", "办学（完成时限：8月底）"),
            ("办学（政府牵头推动发展）", "办学（政府牵头推动发展）"),
            ("办学（责任单位：）", "办学（责任单位：）"),
            ("修桥（一期）", "修桥（一期）"),
            ("）", "）"),
        ] {
            assert_eq!(without(heading), name);
        }
    }

    #[test]
    fn lines_of_owners() {
        assert!(is_line("责任单位：区教育局"));
        assert!(is_line("牵头：区教育局，区财政局"));
        assert!(!is_line("责任单位：区教育局　完成时限：8月底"));
        assert!(!is_line("完成时限：8月底"));
        assert!(!is_line("责任单位："));
    }
}
