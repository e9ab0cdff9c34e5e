//! The findings of layout: each guess about what belongs where is said, with the place.

use yinuo_diag::{Diagnostic, Severity, Span, Text, codes};
use yinuo_model::At;

use super::blanks::Blank;
use super::headings::Column;
use super::marker::{self, Style};
use crate::period_name;

fn empty() -> Text {
    Text::new("", "")
}

/// The columns were inferred from the rows.
pub fn header_guessed(first_row: Span) -> Diagnostic {
    let message = Text::new(
        "没有表头：按每项五格推断为事项名称和四个季度",
        "no header row: five cells a row were read as a title and four quarters",
    );
    Diagnostic::new(&codes::HEADER_MISSING, message)
        .label(first_row, Text::new("第一项从这里开始", "the first row begins here"))
        .help(Text::new(
            "补上表头：序号、工作任务、第一季度……第四季度",
            "add the header row: number, task, first to fourth quarter",
        ))
}

/// A category has no header row of its own.
pub fn header_missing(heading: Span) -> Diagnostic {
    let message =
        Text::new("本类没有表头，沿用其他类的表头", "this category has no header row; that of the others was used");
    Diagnostic::new(&codes::HEADER_MISSING, message).label(heading, empty()).help(Text::new(
        "看各列是否对得上；对不上的，在这一类前面补上表头",
        "see whether the columns fit; if not, give this category a header row of its own",
    ))
}

/// Paragraphs before, inside and after the list that are not part of it.
pub fn set_aside(spans: &[Span]) -> Option<Diagnostic> {
    let first = spans.first()?;
    let n = spans.len();
    let message = {
        let en = if n == 1 { "1 paragraph was".to_string() } else { format!("{n} paragraphs were") };
        Text::new(format!("有 {n} 段文字没有读进清单"), format!("{en} not taken into the list"))
    };
    let help = Text::new(
        "看其中有没有事项：标题、日期、说明留在外面就好；有漏掉的事项，给它编上序号再查一次",
        "see whether a commitment is among them: titles, dates and remarks may stay outside; number what was missed and check again",
    );
    let labels = spans.iter().skip(1).take(7);
    let found = Diagnostic::new(&codes::TEXT_SET_ASIDE, message).label(*first, empty()).help(help);
    Some(labels.fold(found, |d, s| d.label(*s, empty())))
}

/// Paragraphs that count something stand between the items of a list and are no part of it.
pub fn amounts_left_out(spans: &[Span]) -> Option<Diagnostic> {
    let mut found = set_aside(spans)?;
    let n = spans.len();
    let en =
        if n == 1 { "1 paragraph with amounts was".to_string() } else { format!("{n} paragraphs with amounts were") };
    found.message = Text::new(
        format!("事项之间有 {n} 段写有数量的文字没有读进清单"),
        format!("{en} not taken into the list, between its items"),
    );
    found.severity = Severity::Warning;
    Some(found)
}

/// Columns that are known to hold no part of a promise were left out.
pub fn columns_beside(headings: &[(String, Span)]) -> Option<Diagnostic> {
    const MAX_NAMED: usize = 8;
    let ((_, first), n) = (headings.first()?, headings.len());
    let names: Vec<&str> = headings.iter().take(MAX_NAMED).map(|(words, _)| words.as_str()).collect();
    let (more, columns) = (if n > MAX_NAMED { "等" } else { "" }, if n == 1 { "column" } else { "columns" });
    let message = Text::new(
        format!("“{}”{more} {n} 列没有读进清单", names.join("”“")),
        format!("{n} {columns} not taken into the list: {}", names.join(", ")),
    );
    let found = Diagnostic::new(&codes::TEXT_SET_ASIDE, message).label(*first, empty()).help(Text::new(
        "这类列一般与承诺无关，不必处理；写有承诺内容的，指明这一列是什么",
        "such columns are usually no part of the promise and may stay outside; where one is, say what it holds",
    ));
    Some(headings.iter().skip(1).take(MAX_NAMED - 1).fold(found, |d, (_, span)| d.label(*span, empty())))
}

/// A heading states how many items it has, and none was read under it.
pub fn heads_nothing(heading: Span, name: &str, items: u32) -> Diagnostic {
    let message = Text::new(
        format!("“{name}”写明有 {items} 项，其下没有读出事项"),
        format!("{name} states {items} items, and none was read under it"),
    );
    let mut found = Diagnostic::new(&codes::TEXT_SET_ASIDE, message).label(heading, empty()).help(Text::new(
        "对照原文看这一类的事项；表格没有边框或列挨得太近时，换用 Word 或 Excel 文件",
        "compare the items of this category with the document; where a table has no borders or its columns nearly touch, use the Word or Excel file",
    ));
    found.severity = Severity::Warning;
    found
}

/// A short row of a table of regions was put where the sums of the columns ask for it.
pub fn aligned(place: Span, region: &str, blanks: usize, by_sums: bool) -> Diagnostic {
    let region = region.trim();
    let (zh, en) = match by_sums {
        true => ("按各列合计对齐", "its numbers stand where the columns add up"),
        false => ("没有合计可核，按从左起对齐", "there are no sums to go by, so its numbers stand from the left"),
    };
    let message = Text::new(
        format!("“{region}”一行缺 {blanks} 格，{zh}"),
        format!("the row of {region} lacks {blanks} cells; {en}"),
    );
    Diagnostic::new(&codes::CELLS_INFERRED, message).label(place, empty())
}

/// A cell of a packed row numbers more or fewer parts than the row has promises.
pub fn uneven(cell: Span, parts: usize, promises: usize) -> Diagnostic {
    let message = Text::new(
        format!("这一行有 {promises} 个事项，这一格却列了 {parts} 条，对不上"),
        format!("this row has {promises} commitments, but this cell numbers {parts} entries"),
    );
    let place = Text::new("各项都带上了这一格的全文", "each of them was given all the words of this cell");
    let mut found = Diagnostic::new(&codes::CELLS_INFERRED, message).label(cell, place).help(Text::new(
        "按事项逐条编号，缺的一条写“无”；或把事项拆成各占一行",
        "number one entry for each commitment, with 无 where there is none; or give each commitment its own row",
    ));
    found.severity = Severity::Warning;
    found
}

/// What was guessed in one row.
#[derive(Default)]
pub struct RowGuess {
    title: Vec<Span>,
    joined: Vec<(Column, Span)>,
    parted: Vec<(Column, Span)>,
    split: Vec<Span>,
    blank: Vec<Column>,
    could_be_blank: Vec<Column>,
    aside: Vec<Span>,
}

impl RowGuess {
    /// A paragraph was taken into the cell of the one above.
    pub fn joined(&mut self, column: Column, paragraph: Span) {
        if column == Column::Title { self.title.push(paragraph) } else { self.joined.push((column, paragraph)) }
    }

    /// A paragraph whose number goes on with the cell before it was taken into the next.
    pub fn parted(&mut self, column: Column, paragraph: Span) {
        self.parted.push((column, paragraph));
    }

    /// A new cell was begun inside a paragraph.
    pub fn split(&mut self, sentence: Span) {
        self.split.push(sentence);
    }

    /// A cell was left blank.
    pub fn blank(&mut self, column: Column) {
        self.blank.push(column);
    }

    /// Any of these could be what is blank.
    pub fn could_be_blank(&mut self, columns: Vec<Column>) {
        self.could_be_blank = columns;
    }

    /// Words were set aside.
    pub fn set_aside(&mut self, words: Span) {
        self.aside.push(words);
    }

    /// The cells of the schedule that were left blank in the row of commitment `number`.
    pub fn blanks(&self, number: u32, row: Span, year: i16) -> Blank {
        let period = |column: &Column| match column {
            Column::Period(stretch) => Some(stretch.of_year(year)),
            _ => None,
        };
        let periods = |columns: &[Column]| columns.iter().filter_map(period).collect();
        Blank { number, row, periods: periods(&self.blank), could_be: periods(&self.could_be_blank) }
    }

    /// The findings about commitment `number`. `row` is where the row begins.
    pub fn findings(self, number: u32, row: Span, year: i16) -> Vec<Diagnostic> {
        let mut found = vec![];
        for part in &self.title {
            found.push(
                Diagnostic::new(
                    &codes::TITLE_SPLIT,
                    Text::new("名称被拆成几段", "the title is broken over paragraphs"),
                )
                .about(number, At::Title)
                .label(*part, Text::new("这一段并入名称", "this paragraph was joined to the title"))
                .help(Text::new("把名称写在一格、一段之内", "write the title in one cell and one paragraph")),
            );
        }
        if !(self.joined.is_empty() && self.parted.is_empty() && self.split.is_empty() && self.aside.is_empty()) {
            found.push(self.borders(number, row, year));
        }
        found
    }

    fn borders(&self, n: u32, row: Span, year: i16) -> Diagnostic {
        let kinds = [
            (self.joined.len(), "段接在前一段后面，放进同一格", "put into the cell of the paragraph before"),
            (
                self.parted.len(),
                "段的编号接着前一格，放进了下一格",
                "numbered on from the cell before and put into the next",
            ),
            (self.split.len(), "处从段落中间分到下一格", "divided between two cells"),
            (self.aside.len(), "段没有放进任何一格", "put into no cell"),
        ];
        let told = || kinds.iter().filter(|(count, ..)| *count > 0);
        let zh: Vec<String> = told().map(|(count, zh, _)| format!("{count} {zh}")).collect();
        let en: Vec<String> = told().map(|(count, _, en)| format!("{count} {en}")).collect();
        let message = Text::new(
            format!("段落和表格的格数对不上：{}，请核对", zh.join("，")),
            format!("its paragraphs do not fit its cells: {}; please check", en.join(", ")),
        );
        let mut d = Diagnostic::new(&codes::CELLS_INFERRED, message).about(n, At::Title);
        for (column, s) in self.joined.iter().chain(&self.parted) {
            let name = column_name(*column, year);
            d = d.label(*s, Text::new(format!("放进“{}”", name.zh), format!("put into {}", name.en)));
        }
        for s in &self.split {
            d = d.label(*s, Text::new("从这里起放进下一格", "from here on in the next cell"));
        }
        for s in &self.aside {
            d = d.label(*s, Text::new("没有放进任何一格", "put into no cell"));
        }
        let d = if d.labels.is_empty() { d.label(row, empty()) } else { d };
        d.help(Text::new(
            "看标出的文字是不是放对了格；放错了，就在原文件里把每一格写成一段",
            "see that the words marked are in the right cell; if not, write each cell as one paragraph in the document",
        ))
    }
}

/// What a column is called.
pub fn column_name(column: Column, year: i16) -> Text {
    match column {
        Column::Title => Text::new("事项名称", "title"),
        Column::Period(stretch) => period_name::of(stretch.of_year(year)),
        Column::Owner(_) => Text::new("责任单位", "owner"),
        _ => Text::new("事项内容", "body"),
    }
}

/// True for a line after the rows: a sum, an annex, a remark.
pub fn ends_table(text: &str) -> bool {
    // no other line is looked at more closely
    if !text.trim_start().starts_with(['附', '注', '备', '说', '填', '制', '合', '总', '小', '共']) {
        return false;
    }
    let word = opening(text);
    is_remark(text) || matches!(word.trim_end_matches(['：', ':']), "合计" | "总计" | "小计" | "共计")
}

/// True for a line that begins remarks, which may go on below it.
pub fn is_remark(text: &str) -> bool {
    const REMARKS: &[&str] = &["附件", "附", "注", "备注", "说明", "填表说明", "填报说明"];
    let word = opening(text);
    let label = word.split_once(['：', ':']).map(|(label, _)| label);
    label.is_some_and(|l| REMARKS.contains(&l)) || ["附件", "填表人", "制表"].iter().any(|w| word.starts_with(w))
}

/// Whether a row's only words go on with the remarks above: numbered as remarks are, or a sentence.
pub fn goes_on_remarking(words: &str) -> bool {
    let number = marker::leading(words).or_else(|| marker::before_digit(words)).map(|m| m.style);
    matches!(number, Some(Style::Arabic | Style::ArabicParen | Style::Circled))
        || number.is_none() && words.ends_with(['。', '；', ';'])
}

/// The first characters without white space.
fn opening(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(8).collect()
}
