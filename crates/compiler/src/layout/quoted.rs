//! A list whose items one sentence names in quotation marks for titles, one after the other: 方案包括《…》《…》《…》3个子方案. Such
//! names are plans of their own, each for one item. Only a run as long as the document's own count is believed.

use yinuo_diag::Span;

use super::outline::{Group, Row};
use super::paragraph::Paragraph;
use super::prose;
use crate::cell::Cell;

/// Fewer names could be chance.
const MIN_ITEMS: usize = 3;

/// How the names of laws and papers end that a list rests on.
const GROUNDS: &[&str] = &["法", "条例", "办法", "规定", "通知", "意见", "决定", "规划", "纲要"];

/// Reads the first run of so many names.
pub fn read(source: &str, paragraphs: &[Paragraph], announced: Option<u32>) -> Option<prose::Found> {
    let announced = announced.map(|n| n as usize).filter(|n| *n >= MIN_ITEMS)?;
    let lines = paragraphs.iter().enumerate().filter(|(_, p)| p.cell.is_none() && p.text.contains('《'));
    let is_ground = |text: &str, (from, to): &(usize, usize)| GROUNDS.iter().any(|end| text[*from..*to].ends_with(end));
    let named = |text| run(text, announced).filter(|all| !all.iter().any(|name| is_ground(text, name)));
    let (at, names) = lines.into_iter().find_map(|(at, p)| Some((at, named(p.text)?)))?;
    let p = &paragraphs[at];
    let end = names.last()?.1;
    let row = |(n, (from, to)): (usize, (usize, usize))| {
        let (start, number) = (p.span.start as usize, n as u32 + 1);
        let title = Cell::of(source, Span::new(start + from, start + to));
        Row { number, label: number.to_string(), title, ..Row::default() }
    };
    Some(prose::Found {
        groups: vec![Group { rows: names.into_iter().enumerate().map(row).collect(), ..Group::default() }],
        first: at,
        aside: (0..paragraphs.len()).filter(|i| *i != at).collect(),
        rest: prose::after(p, end + '》'.len_utf8()),
        ..prose::Found::default()
    })
}

/// The names of the run that has exactly so many of them: where each begins and ends.
fn run(text: &str, announced: usize) -> Option<Vec<(usize, usize)>> {
    let mut found: Vec<(usize, usize)> = vec![];
    let mut at = 0;
    while let Some(open) = text[at..].find('《').map(|n| at + n) {
        let from = open + '《'.len_utf8();
        let Some(to) = text[from..].find('》').map(|n| from + n) else { break };
        if !goes_on(&text[at..open]) {
            if found.len() == announced {
                return Some(found);
            }
            found.clear();
        }
        found.push((from, to));
        at = to + '》'.len_utf8();
    }
    (found.len() == announced).then_some(found)
}

/// Whether nothing but a mark or a joining word stands between two names.
fn goes_on(between: &str) -> bool {
    matches!(between.trim(), "" | "、" | "，" | "," | "；" | ";" | "和" | "及" | "以及" | "与")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_run_of_the_announced_length_is_read() {
        let names = |text, n| run(text, n).map(|all| all.into_iter().map(|(a, b)| &text[a..b]).collect::<Vec<_>>());
        assert_eq!(
            names("见《办法》。含《修桥》《修路》、《修渠》和《修亭》。", 4),
            Some(vec!["修桥", "修路", "修渠", "修亭"])
        );
        assert_eq!(names("按《修桥》《修路》《修渠》办，再看《办法》", 3), Some(vec!["修桥", "修路", "修渠"]));
        assert_eq!(names("含《修桥》《修路》《修渠》", 4), None);
        assert_eq!(names("含《修桥》《修路》《修", 3), None);
    }
}
