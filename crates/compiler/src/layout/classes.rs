//! Numbered clauses that are classes, each with its items in it: 一是安居类，包括修渠、修路等2个项目；二是……. The items become the rows
//! and the classes their categories. Only where each clause has as many as it says.

use std::ops::Range;

use yinuo_diag::Span;

use super::digits;
use super::outline::{Group, Row};
use crate::cell::Cell;

/// Fewer clauses are no division into classes.
const MIN_CLASSES: usize = 2;

/// What may stand between the name of a class and its items.
const LEADS: &[&str] = &["包括", "包含", "主要包括", "有", "为", "即", "分别是", "分别为", "含"];

/// A class: its name, its items, in bytes of the clause.
struct Class {
    name: Range<usize>,
    items: Vec<Range<usize>>,
}

/// Divides rows that are all such classes; leaves any others as they are.
pub fn divide(source: &str, groups: &mut Vec<Group>) {
    let [only] = groups.as_slice() else { return };
    if only.rows.len() < MIN_CLASSES || only.rows.iter().any(|row| row.body.is_some() || row.title.spans().count() != 1)
    {
        return;
    }
    let read = |row: &Row| Some((row.title.spans().next()?, class(row.title.text())?));
    let Some(classes) = only.rows.iter().map(read).collect::<Option<Vec<(Span, Class)>>>() else { return };
    let mut number = 0;
    *groups = classes.into_iter().map(|(span, class)| group(source, span, class, &mut number)).collect();
}

fn group(source: &str, span: Span, class: Class, number: &mut u32) -> Group {
    let at = |range: &Range<usize>| Span::new(span.start as usize + range.start, span.start as usize + range.end);
    let row = |range: &Range<usize>| {
        *number += 1;
        Row { number: *number, label: number.to_string(), title: Cell::of(source, at(range)), ..Row::default() }
    };
    Group {
        name: at(&class.name).of(source).to_string(),
        declared_items: Some(class.items.len() as u32),
        rows: class.items.iter().map(row).collect(),
    }
}

/// Reads `安居类，包括修渠、修路等2个项目`: as many items as the count at its end.
fn class(text: &str) -> Option<Class> {
    let stop = text.find(['，', ',', '：', ':'])?;
    let name = text[..stop].trim_end();
    let after = stop + text[stop..].chars().next()?.len_utf8();
    let lead = LEADS.iter().filter(|w| text[after..].starts_with(**w)).map(|w| w.len()).max();
    let named = ["类", "方面"].iter().any(|w| name.len() > w.len() && name.ends_with(w));
    let from = after + lead.filter(|_| named && is_one_sentence(text))?;
    let from = from + text[from..].len() - text[from..].trim_start_matches(['：', ':', ' ']).len();
    let (to, count) = counted(text, from)?;
    let mut items: Vec<Range<usize>> = vec![];
    let mut at = from;
    for item in text[from..to].split('、') {
        if item.trim().is_empty() {
            return None;
        }
        items.push(at..at + item.len());
        at += item.len() + '、'.len_utf8();
    }
    (items.len() == count).then_some(Class { name: 0..name.len(), items })
}

fn is_one_sentence(text: &str) -> bool {
    !text.trim_end().trim_end_matches('。').contains('。')
}

/// Where the items end, and how many there are: before `等3个项目`.
fn counted(text: &str, from: usize) -> Option<(usize, usize)> {
    let words = text.trim_end_matches(['。', '；', ';', ' ']);
    let unit = ["项目", "实事", "事项", "工程", "任务"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    let unit = ["民生", "惠民", "具体", "小"].iter().find_map(|w| unit.strip_suffix(w)).unwrap_or(unit);
    let number = unit.strip_suffix(['个', '项', '件'])?;
    let digits = number.chars().rev().take_while(|c| digits::any(*c).is_some() || *c == '十');
    let begins = number.len() - digits.map(char::len_utf8).sum::<usize>();
    let (count, length) = digits::count(&number[begins..]);
    let to = number[..begins].trim_end_matches(['等', '共', '计', '，', ',']).len();
    (length == number.len() - begins && to > from).then_some((to, count? as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, Vec<&str>)> {
        class(text).map(|c| (&text[c.name], c.items.into_iter().map(|i| &text[i]).collect()))
    }

    #[test]
    fn a_clause_with_as_many_items_as_it_says() {
        assert_eq!(read("安居类，包括修渠、修路等2个项目"), Some(("安居类", vec!["修渠", "修路"])));
        assert_eq!(read("助老方面：有送餐、修亭、问诊，共3件实事。"), Some(("助老方面", vec!["送餐", "修亭", "问诊"])));
        for none in [
            "安居类，包括修渠、修路等3个项目",
            "安居类，包括修渠、修路",
            "修渠，包括东渠、西渠等2个项目",
            "安居类，修渠、修路等2个项目",
            "安居类。包括修渠、修路等2个项目。明年再修2个项目",
            "安居类，包括、等1个项目",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
