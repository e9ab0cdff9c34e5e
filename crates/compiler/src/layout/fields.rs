//! Fields and schedules written into the text of an item: `完成时限：10月底`, `第一季度：……。第二季度：……。`. They become
//! milestones and leave the text. Owners stay where they are; `lower` reads them there.

mod labels;

use std::ops::Range;

use yinuo_model::{NO_YEAR, Period};

use super::grid;
use super::headings::Stretch;
use super::outline::Row;
use crate::cell::Cell;
use crate::roles;
use labels::{Field, LABELS};

/// Something named in the text: where it begins, where its words begin and end, and what it is.
struct Named {
    start: usize,
    words: Range<usize>,
    what: What,
}

enum What {
    Period(Stretch),
    Field(Field),
}

/// Moves deadlines and schedules of the title and body to the row's milestones.
pub fn take(source: &str, row: &mut Row, year: Option<i16>) {
    if !row.cells.is_empty() {
        return;
    }
    let mut due: Vec<(Period, Cell)> = vec![];
    let title = std::mem::take(&mut row.title);
    let kept = without(source, &title, year, &mut due);
    row.title = kept.filter(|t| !t.text().trim().is_empty()).unwrap_or(title);
    row.body = row.body.take().and_then(|body| match without(source, &body, year, &mut due) {
        Some(kept) => Some(kept).filter(|b| !b.is_empty()),
        None => Some(body),
    });
    for (period, cell) in due {
        match row.cells.iter_mut().find(|(p, _)| *p == period) {
            Some((_, all)) => all.append(&cell, "\n"),
            None => row.cells.push((period, cell)),
        }
    }
    row.cells.sort_by_key(|(period, _)| *period);
}

/// Whether a text has a field of owners.
pub fn names_owners(text: &str) -> bool {
    let short =
        |label: &str| roles::SHORT_LABELS.iter().any(|(short, _)| *short == label.trim_start_matches(['（', '(']));
    named(text).iter().any(|n| matches!(n.what, What::Field(Field::Owner)))
        || text.split_once(['：', ':']).is_some_and(|(label, _)| short(label))
}

/// Whether a text has a period or a deadline in a field, or a schedule.
pub fn names_periods(text: &str) -> bool {
    const SOME_YEAR: Option<i16> = Some(2000);
    named(text).iter().any(|n| match n.what {
        What::Period(_) => true,
        What::Field(Field::Deadline) => !grid::deadlines(&text[n.words.clone()], SOME_YEAR).is_empty(),
        What::Field(Field::Schedule) => !grid::stages(&text[n.words.clone()], SOME_YEAR).is_empty(),
        What::Field(Field::Owner | Field::Other) => false,
    })
}

/// Whether a text has a schedule of at least two periods behind its label.
pub fn names_schedule(text: &str) -> bool {
    const SOME_YEAR: Option<i16> = Some(2000);
    let stages = |n: &Named| match n.what {
        What::Field(Field::Schedule) => grid::stages(&text[n.words.clone()], SOME_YEAR).len(),
        _ => 0,
    };
    named(text).iter().any(|n| stages(n) > 1)
}

/// The cell without its deadlines and schedules; `None` when it has none.
fn without(source: &str, cell: &Cell, year: Option<i16>, due: &mut Vec<(Period, Cell)>) -> Option<Cell> {
    let text = cell.text();
    let all = named(text);
    let periods = is_schedule(&all);
    let mut cut: Vec<Range<usize>> = vec![];
    for n in &all {
        let words = n.words.clone();
        match &n.what {
            What::Period(stretch) if periods => {
                if !words.is_empty() {
                    due.push((stretch.of_year(year.unwrap_or(NO_YEAR)), cell.slice(source, words.clone())));
                }
                cut.push(n.start..words.end);
            }
            What::Field(Field::Schedule) if words.is_empty() => cut.extend(periods.then_some(n.start..words.end)),
            What::Field(field @ (Field::Deadline | Field::Schedule)) => {
                let read = if *field == Field::Deadline { grid::deadlines } else { grid::stages };
                let found = read(&text[words.clone()], year);
                let of = |r: &Range<usize>| cell.slice(source, words.start + r.start..words.start + r.end);
                due.extend(found.iter().map(|(period, range)| (*period, of(range))));
                cut.extend((!found.is_empty()).then_some(n.start..words.end));
            }
            _ => {}
        }
    }
    if cut.is_empty() { None } else { Some(rest(source, cell, &cut)) }
}

/// At least two periods, one after the other.
fn is_schedule(all: &[Named]) -> bool {
    let periods: Vec<Stretch> =
        all.iter().filter_map(|n| if let What::Period(s) = n.what { Some(s) } else { None }).collect();
    let rises = periods.windows(2).all(|w| w[0].months().1 <= w[1].months().1 && w[0] != w[1]);
    periods.len() >= 2 && rises
}

/// What is left of a cell. A mark that closed what was cut goes with it.
fn rest(source: &str, cell: &Cell, cut: &[Range<usize>]) -> Cell {
    let text = cell.text();
    let mut kept = Cell::default();
    let mut at = 0;
    for range in cut.iter().cloned().chain(std::iter::once(text.len()..text.len())) {
        let words = &text[at.min(range.start)..range.start];
        let ends = if range.start < text.len() {
            &[' ', '　', '\n', '（', '(', '【', '；', ';', '，'][..]
        } else {
            &[' ', '\n'][..]
        };
        let opened = words.trim_end_matches(ends);
        let skipped = words.trim_end().ends_with(['（', '(', '【']);
        let start = at + (words.len() - words.trim_start_matches([' ', '　', '\n', '；', ';']).len()).min(words.len());
        let end = at + opened.len();
        if start < end {
            let joint = if text[..start].trim_end_matches([' ', '　']).ends_with('\n') { "\n" } else { "" };
            kept.append(&cell.slice(source, start..end), joint);
        }
        at = range.end;
        if let Some(c) = text[at..].chars().next().filter(|c| "。；;".contains(*c) || (skipped && "）)】".contains(*c)))
        {
            at += c.len_utf8();
        }
    }
    kept
}

/// Periods and fields named at the beginnings of clauses, each with a colon.
fn named(text: &str) -> Vec<Named> {
    let mut found: Vec<Named> = vec![];
    let mut begins = true;
    for (at, c) in text.char_indices() {
        if begins
            && !c.is_whitespace()
            && let Some((after, what)) = name(&text[at..])
        {
            found.push(Named { start: at, words: at + after..text.len(), what });
        }
        let is_mark = matches!(c, '。' | '；' | ';' | '\n' | '　' | ' ' | '\t' | '（' | '(' | '【' | '，' | ',');
        begins = is_mark || (begins && c.is_whitespace());
    }
    for n in 0..found.len() {
        let limit = found.get(n + 1).map_or(text.len(), |next| next.start);
        let start = found[n].words.start;
        let words = &text[start..limit];
        let lines =
            if matches!(found[n].what, What::Field(Field::Schedule)) { dated_lines(words) } else { words.find('\n') };
        let end = lines.into_iter().chain(closing(words)).min().unwrap_or(words.len());
        let words = &words[..end];
        let from = start + (words.len() - words.trim_start().len());
        let marks: &[char] =
            if matches!(found[n].what, What::Period(_)) { &[' ', '　'] } else { &[' ', '　', '；', ';', '。'] };
        found[n].words = from..(start + words.trim_end_matches(marks).len()).max(from);
    }
    found
}

/// Where the lines of a schedule end: the first, and those below it that begin with a period.
fn dated_lines(text: &str) -> Option<usize> {
    let dated = |rest: &str| grid::begins_with_period(rest.split('\n').next().unwrap_or(rest));
    text.match_indices('\n').map(|(at, _)| at).find(|at| !dated(&text[at + 1..]))
}

/// The closing bracket that nothing opened.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0i32;
    text.char_indices().find_map(|(i, c)| {
        match c {
            '（' | '(' | '【' => depth += 1,
            '）' | ')' | '】' => depth -= 1,
            _ => {}
        }
        (depth < 0).then_some(i)
    })
}

/// A period or a field at the start of a text, and the bytes up to its words.
fn name(text: &str) -> Option<(usize, What)> {
    if let Some((after, stretch)) = grid::period_with_colon(text) {
        return Some((after, What::Period(stretch)));
    }
    let of_sentence = || {
        let before = text.len() - said_before(text).len();
        let (word, field) = LABELS.of(&text[before..]).filter(|_| before > 0)?;
        matches!(field, Field::Deadline | Field::Schedule).then_some((before + word.len(), field))
    };
    let (end, field) = LABELS.of(text).map(|(word, field)| (word.len(), field)).or_else(of_sentence)?;
    let says_when = matches!(field, Field::Deadline | Field::Schedule);
    let after = text[end..].trim_start_matches([' ', '　']);
    let after = ["为", "如下"].iter().filter(|_| says_when).find_map(|w| after.strip_prefix(w)).unwrap_or(after);
    let colon = after.chars().next().filter(|c| matches!(c, '：' | ':' | '】'))?;
    Some((text.len() - after.len() + colon.len_utf8(), What::Field(field)))
}

/// What is left of a text behind words that may stand before a label in a sentence: `项目具体实施进度为：`.
fn said_before(text: &str) -> &str {
    let text = text.strip_prefix("项目").unwrap_or(text);
    text.strip_prefix("具体").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use yinuo_diag::Span;

    fn read(title: &str, body: Option<&str>) -> String {
        let source = format!("{title}\n{}", body.unwrap_or(""));
        let mut row = Row { title: Cell::of(&source, Span::new(0, title.len())), ..Row::default() };
        row.body = body.map(|b| Cell::of(&source, Span::new(title.len() + 1, title.len() + 1 + b.len())));
        take(&source, &mut row, Some(2027));
        let due: Vec<String> = row.cells.iter().map(|(p, c)| format!("{p}={}", c.text())).collect();
        let body = row.body.map_or(String::new(), |b| format!(" / {}", b.text()));
        format!("{}{} | {}", row.title.text(), body, due.join(" | ")).replace('\n', "⏎")
    }

    #[test]
    fn schedules_under_an_item_and_in_it() {
        assert_eq!(
            read("培训保育员900名。", Some("第一季度：培训200名。\n第二季度：累计450名。\n牵头单位：妇联")),
            "培训保育员900名。 / 牵头单位：妇联 | 2027-Q1=培训200名。 | 2027-Q2=累计450名。"
        );
        assert_eq!(
            read("建书屋6家。上半年：完成选址；下半年：开放6家。", None),
            "建书屋6家。 | 2027-H1=完成选址； | 2027-H2=开放6家。"
        );
        assert_eq!(read("修桥。二季度：开工。", None), "修桥。二季度：开工。 | ");
    }

    #[test]
    fn deadlines_in_fields() {
        assert_eq!(
            read("修渠", Some("责任单位：水利局　　完成时限：7—8月")),
            "修渠 / 责任单位：水利局 | 2027-07/2027-08=7—8月"
        );
        assert_eq!(
            read("修渠", Some("完成时限：5月底前全部开工，9月底前全部竣工。")),
            "修渠 | 2027-05=5月底前全部开工 | 2027-09=9月底前全部竣工"
        );
        assert_eq!(
            read("修渠3条（牵头单位：水利局；完成时限：10月底）。", None),
            "修渠3条（牵头单位：水利局）。 | 2027-10=10月底"
        );
        assert_eq!(read("修渠", Some("完成时限：长期坚持")), "修渠 / 完成时限：长期坚持 | ");
    }

    #[test]
    fn schedules_in_fields() {
        let quarters = "修渠3条 | 2027-Q1=一季度完成招标； | 2027-Q3=三季度修成3条";
        let both = "修渠3条 | 2027-03=3月底前完成招标； | 2027-08=8月底前修成3条";
        for (body, expected) in [
            ("进度安排：3月底前完成招标；8月底前修成3条。", both),
            ("推进计划：3月底前完成招标；8月底前修成3条。", both),
            ("序时进度：3月底前完成招标；8月底前修成3条。", both),
            ("时间安排：\n3月底前完成招标；\n8月底前修成3条。", both),
            ("进度安排：一季度完成招标；三季度修成3条。", quarters),
            ("项目具体实施进度为：一季度完成招标；三季度修成3条。", quarters),
            ("具体时间安排如下：一季度完成招标；三季度修成3条。", quarters),
            ("项目具体内容为：修渠。", "修渠3条 / 项目具体内容为：修渠。 | "),
            (
                "进度安排：\n3月底前：完成招标；\n8月31日前：修成3条。",
                "修渠3条 | 2027-03=完成招标； | 2027-08-31=修成3条。",
            ),
            ("进度安排：8月底前修成3条。\n责任单位：水利局", "修渠3条 / 责任单位：水利局 | 2027-08=8月底前修成3条"),
            (
                "进度安排：3月底前完成招标；8月底前修成3条。\n其余明年修。",
                "修渠3条 / 其余明年修。 | 2027-03=3月底前完成招标； | 2027-08=8月底前修成3条",
            ),
            ("进度安排：按月推进。", "修渠3条 / 进度安排：按月推进。 | "),
        ] {
            assert_eq!(read("修渠3条", Some(body)), expected, "{body}");
        }
    }
}
