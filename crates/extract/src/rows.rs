//! Tables in plain text: lines divided by bars (Markdown, or copied from a page) or by tabs (copied from a spreadsheet).
//! Cells keep their offsets in the text. A single divided line is no table.

use yinuo_diag::Span;

use crate::blocks::is_blank;
use crate::{Block, CellAt, limits};

/// A line that could be a row.
pub(crate) struct Line<'a> {
    /// Offset of its words in the text.
    pub start: usize,
    /// The line, trimmed.
    pub words: &'a str,
    /// What divides it.
    pub separator: Option<char>,
    /// How many cells before its words are blank: tabs, which are no words.
    pub blank: usize,
}

/// The fewest columns of a table whose lines are divided.
const MIN_COLUMNS: usize = 3;
/// The fewest with a Markdown rule under the header.
const MIN_COLUMNS_RULED: usize = 2;

/// What divides a line into cells, if something does, and into how many. A line with too many is no row.
pub(crate) fn separator(line: &str) -> Option<(char, usize)> {
    // without a branch, so that many bytes are looked at together
    let marks = line.bytes().fold((false, false), |(bar, tab), b| (bar | (b == b'|'), tab | (b == b'\t')));
    let separator = match marks {
        (true, _) => b'|',
        (_, tab) => tab.then_some(b'\t')?,
    };
    let columns = line.bytes().filter(|b| *b == separator).count() + 1;
    (columns <= limits::MAX_COLUMNS).then_some((separator.into(), columns))
}

/// Turns the lines that were gathered into a table, or into paragraphs where they are none.
pub(crate) fn flush(lines: &mut Vec<Line>, tables: &mut u32, blocks: &mut Vec<Block>) {
    if lines.is_empty() {
        return;
    }
    // A bar at the ends of the first line is a border; elsewhere it divides, perhaps from a blank cell.
    let bordered = lines.first().is_some_and(|l| l.words.starts_with('|'));
    let rows: Vec<Vec<Span>> = lines.iter().map(|l| cells(l, bordered)).collect();
    let is_rule = |n: usize| is_rule(lines[n].words);
    let ruled = (0..lines.len()).any(is_rule);
    let wide = rows.iter().filter(|r| r.len() >= if ruled { MIN_COLUMNS_RULED } else { MIN_COLUMNS }).count();
    if let Some(cells) = one_a_line(lines) {
        let columns = columns_of(lines, &cells);
        let at = |n: usize| columns.map(|width| CellAt::single(*tables, (n / width) as u32, (n % width) as u32));
        let words = cells.iter().enumerate().filter(|(_, span)| !span.is_empty());
        blocks.extend(words.map(|(n, span)| Block { cell: at(n), ..Block::paragraph(*span) }));
        *tables += u32::from(columns.is_some());
    } else if lines.len() < 2 || wide * 2 < lines.len() {
        let whole = |l: &Line| Block::paragraph(Span::new(l.start, l.start + l.words.len()));
        blocks.extend(lines.iter().map(whole));
    } else {
        let rows = rows.iter().zip(lines.iter()).enumerate().filter(|(n, _)| !is_rule(*n)).map(|(_, row)| row);
        for (row, (cells, line)) in rows.enumerate() {
            for (column, span) in (line.blank..).zip(cells).filter(|(_, s)| !s.is_empty()) {
                let cell = Some(CellAt::single(*tables, row as u32, column as u32));
                blocks.push(Block { cell, ..Block::paragraph(*span) });
            }
        }
        *tables += 1;
    }
    lines.clear();
}

/// The fewest lines with one cell each.
const MIN_SINGLE: usize = 3;
/// The most bars of such a line.
const MAX_BARS: usize = 2;

/// The words of lines that hold a single cell each, with bars around it alone: a table whose rows came apart, cell by cell. The bars
/// are no words; a line of them is a blank cell, and one of many stands for merged cells, where nothing is known of the rows.
fn one_a_line(lines: &[Line]) -> Option<Vec<Span>> {
    let inner = |l: &Line| {
        let from_start = l.words.trim_start_matches(|c| c == '|' || is_blank(c));
        let words = from_start.trim_end_matches(|c| c == '|' || is_blank(c));
        let start = l.start + l.words.len() - from_start.len();
        let bars = l.words.bytes().filter(|b| *b == b'|').count();
        let is_cell = l.words.ends_with('|') && !words.contains('|') && bars <= MAX_BARS;
        is_cell.then(|| Span::new(start, start + words.len()))
    };
    if lines.len() < MIN_SINGLE || lines.iter().any(|l| l.separator != Some('|') || is_rule(l.words)) {
        return None;
    }
    lines.iter().map(inner).collect()
}

/// How many columns there are where each line is one cell: rows begin with the numbers from one on, the header with as many
/// words before the first. `None` where a cell is missing or has no bar of its own.
fn columns_of(lines: &[Line], cells: &[Span]) -> Option<usize> {
    let words = |n: usize| {
        let l = &lines[n];
        let start = cells[n].start as usize - l.start;
        &l.words[start..start + cells[n].len()]
    };
    let is_number = |n: usize| !words(n).is_empty() && words(n).bytes().all(|b| b.is_ascii_digit());
    let width = (0..cells.len()).find(|n| is_number(*n)).filter(|width| *width >= MIN_COLUMNS_RULED)?;
    let bars = |l: &Line| l.words.bytes().filter(|b| *b == b'|').count();
    let whole = lines.iter().all(|l| bars(l) == 1) && cells.len().is_multiple_of(width);
    let value = |n: usize| words(n).parse::<u32>().ok().filter(|_| is_number(n));
    let numbers: Option<Vec<u32>> = (width..cells.len()).step_by(width).map(value).collect();
    numbers.filter(|all| whole && all.windows(2).all(|pair| pair[1] == pair[0] + 1)).map(|_| width)
}

/// The cells of a line, blank ones included. A bar at the end is a border, and where `bordered` one at the start.
fn cells(line: &Line, bordered: bool) -> Vec<Span> {
    let Some(separator) = line.separator else { return vec![] };
    let mut words = line.words;
    let mut at = line.start;
    if separator == '|' {
        let inner = words.strip_prefix('|').filter(|_| bordered).unwrap_or(words);
        at += words.len() - inner.len();
        words = inner.strip_suffix('|').unwrap_or(inner);
    }
    let mut spans = vec![];
    for cell in words.split(separator) {
        let trimmed = without_emphasis(cell.trim_matches(is_blank));
        let start = at + if trimmed.is_empty() { 0 } else { trimmed.as_ptr() as usize - cell.as_ptr() as usize };
        spans.push(Span::new(start, start + trimmed.len()));
        at += cell.len() + 1;
    }
    spans
}

/// The words of a cell that Markdown sets in bold.
fn without_emphasis(words: &str) -> &str {
    let inner = words.strip_prefix("**").and_then(|w| w.strip_suffix("**"));
    inner.map_or(words, |w| w.trim_matches(is_blank))
}

/// `|---|:---:|`: the rule under a Markdown header.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use crate::read;

    fn cells(text: &str) -> Vec<String> {
        let doc = read("list.txt", text.as_bytes()).unwrap();
        let cell = |b: &crate::Block| b.cell.map_or("p".into(), |c| format!("{}.{}.{}", c.table, c.row, c.column));
        doc.blocks.iter().map(|b| format!("{} {}", cell(b), b.span.of(&doc.text))).collect()
    }

    #[test]
    fn divided_lines_are_tables() {
        let piped = cells("清单\n序号 | 任务 | 单位 |\n|---|---|---|\n1 | 修桥 | 交通局 |\n建亭3座 | |||\n说明");
        let expected = [
            "p 清单", "0.0.0 序号", "0.0.1 任务", "0.0.2 单位", "0.1.0 1", "0.1.1 修桥", "0.1.2 交通局",
            "0.2.0 建亭3座", "p 说明",
        ];
        assert_eq!(piped, expected);
        assert_eq!(cells("序号\t任务\t单位\n1\t修桥\t\n").len(), 5);
        // a tab at the start of a line divides its words from a blank cell
        let merged = cells("类别\t任务\t单位\n道路\t修桥\t交通局\n\t修路\t住建局\n");
        assert_eq!(merged[6..], ["0.2.1 修路", "0.2.2 住建局"]);
        let alone =
            cells("序号\t任务\t内容\t单位\n1\t养老\t助餐\t民政局\n\t\t改造8家。\n2\t修路\t9公里\t住建局\n\t说明\n");
        assert_eq!(alone[8..], ["0.2.2 改造8家。", "0.3.0 2", "0.3.1 修路", "0.3.2 9公里", "0.3.3 住建局", "p 说明"]);
    }

    #[test]
    fn one_cell_a_line_loses_its_bars() {
        let lines = "清单\n序号 |\n任务 |\n||\n1 |\n| 修桥3座。 |\n说明";
        assert_eq!(cells(lines), ["p 清单", "p 序号", "p 任务", "p 1", "p 修桥3座。", "p 说明"]);
        let whole = cells("序号 |\n任务 |\n单位 |\n1 |\n修桥3座。 |\n|\n2 |\n修路9公里。 |\n交通局 |\n");
        assert_eq!(whole[3..], ["0.1.0 1", "0.1.1 修桥3座。", "0.2.0 2", "0.2.1 修路9公里。", "0.2.2 交通局"]);
        assert_eq!(cells("首页 |\n政务 |\n正文"), ["p 首页 |", "p 政务 |", "p 正文"]);
        assert_eq!(cells("首页 | 政务\n新闻 |\n公告 |\n").len(), 3);
        assert_eq!(cells("序号 |\n任务 |\n|||||\n1 |\n")[..2], ["p 序号 |", "p 任务 |"]);
    }

    #[test]
    fn one_divided_line_is_a_paragraph() {
        assert_eq!(cells("日期：3月1日\t来源：政府办\t\n修桥三座。"), ["p 日期：3月1日\t来源：政府办", "p 修桥三座。"]);
        assert_eq!(cells("首页 | 政务\n当前位置 | 通知"), ["p 首页 | 政务", "p 当前位置 | 通知"]);
    }
}
