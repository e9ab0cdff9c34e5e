//! Why a text holds no list though it speaks of one: it sends out an annex, or says how many commitments there are and lists none. Asked
//! only where nothing was read; reads no items.

use yinuo_diag::{Diagnostic, Span, Text};

use super::facts;
use super::paragraph::Paragraph;
use super::unread;

/// How many lines below the sentence could begin what it announces.
const NEAR: usize = 3;

/// What is said where the list is plainly in another place. `items` is how many the document says there are.
pub fn elsewhere(paragraphs: &[Paragraph], items: Option<u32>) -> Option<Diagnostic> {
    if let Some(p) = paragraphs.iter().find(|p| p.cell.is_none() && annex(p.text).is_some()) {
        return Some(in_annex(p.span, annex(p.text)?));
    }
    let items = items?;
    mention(paragraphs, items).map(|place| only_mentioned(place, items))
}

/// The name of a list on a line that names an annex: `附件：青石县2027年民生实事任务分解表`, `附件2：《…》`.
fn annex(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("附件")?.trim_start_matches(|c: char| c.is_numeric() || c == ' ');
    let name = rest.strip_prefix(['：', ':'])?.trim();
    let numbered = name.strip_prefix("1.").or_else(|| name.strip_prefix("1、")).unwrap_or(name).trim();
    (facts::title_score(numbered) > 0).then_some(numbered)
}

/// The sentence that says how many there are, where nothing below it or behind it could be these.
fn mention(paragraphs: &[Paragraph], items: u32) -> Option<Span> {
    if paragraphs.iter().any(|p| p.cell.is_some()) {
        return None;
    }
    let lines = paragraphs.iter().enumerate().filter(|(_, p)| p.text.contains("实事"));
    let (at, begins, end) = lines.into_iter().find_map(|(at, p)| {
        let mut end = 0;
        p.text.split_inclusive('。').find_map(|sentence| {
            let begins = end;
            end += sentence.len();
            let says = sentence.contains("实事") && facts::declared(sentence).items == Some(items);
            says.then_some((at, begins, end))
        })
    })?;
    let p = &paragraphs[at];
    let is_title = p.title_score > 1;
    let rest = &p.text[begins..];
    let lists = rest.contains(['：', ':', '；', ';', '①'])
        || ["一是", "（1）", "(1)", "1.", "1、"].iter().any(|w| rest.contains(w));
    let below = paragraphs[at + 1..].iter().take(NEAR).take_while(|p| p.heading.is_none());
    let begins_below = below.into_iter().any(|p| p.bare.is_some() || p.marker.is_some_and(|m| m.value == 1));
    let start = p.span.start as usize;
    (!is_title && !lists && !begins_below).then(|| Span::new(start + begins, start + end))
}

fn in_annex(place: Span, name: &str) -> Diagnostic {
    let bare = name.trim_matches(['《', '》']);
    let name = if bare.contains(['《', '》']) { name } else { bare };
    unread::not_found()
        .label(place, Text::new("清单在这个附件里", "the list is in this annex"))
        .note(Text::new(
            format!("这是转发清单的通知，清单在附件“{name}”里"),
            format!("this notice sends out the list, which is in the annex “{name}”"),
        ))
        .help(Text::new(
            "请用附件的文件；附件另放在网页上的，下载后再读",
            "use the file of the annex; where the page has it apart, download it first",
        ))
}

fn only_mentioned(place: Span, items: u32) -> Diagnostic {
    unread::not_found()
        .label(place, Text::new("这里只说有几项", "this says only how many there are"))
        .note(Text::new(
            format!("文中只提到 {items} 项，没有逐项写出"),
            format!("it only mentions {items} and does not list them"),
        ))
        .help(Text::new(
            "清单多半另行公布：请用逐项列出的那个文件，如公告、任务分解表或附件",
            "the list is probably published by itself: use the document that names each of them, such as an announcement, a division of tasks or an annex",
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_annex() {
        for (line, name) in [
            ("附件：青石县2027年民生实事任务分解表", Some("青石县2027年民生实事任务分解表")),
            ("附件2:《重点工作》分解表", Some("《重点工作》分解表")),
            ("附件：1.重点任务责任清单", Some("重点任务责任清单")),
            ("附件：联系人名单", None),
            ("附件", None),
            ("见附件：民生实事清单", None),
        ] {
            assert_eq!(annex(line), name, "{line}");
        }
    }
}
