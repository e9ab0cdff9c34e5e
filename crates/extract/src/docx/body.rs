//! The main part of a document, element by element. A stack says what each open element is, so that nothing recurs.

use yinuo_diag::{Diagnostic, Locator};

use super::numbering::{Numbered, Numbering};
use super::styles::Styles;
use crate::build::Builder;
use crate::tables::{self, Tables};
use crate::xml::{Step, Tag, Xml};

/// Elements that are left out with all they hold: what was deleted, what a fallback repeats, what is no text.
const LEFT_OUT: &[&str] = &[
    "del", "moveFrom", "delText", "instrText", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "sectPr", "sdtPr", "sdtEndPr", "rt",
];

/// What an open element is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Paragraph,
    Table,
    Row,
    RowProperties,
    Cell,
    Run,
    Text,
    Other,
}

/// A paragraph being read. Text boxes nest paragraphs in paragraphs.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
}

/// A cell whose properties are not yet read to the end.
struct NewCell {
    columns: u32,
    below: bool,
}

struct Body<'a> {
    out: Builder,
    styles: &'a Styles,
    numbering: Numbering,
    open: Vec<Open>,
    paragraphs: Vec<Paragraph>,
    tables: Tables,
    new_cell: Option<NewCell>,
    /// The number of open elements at the deleted row that is being passed over.
    deleted_row: Option<usize>,
    hidden_run: bool,
}

/// Reads the main part.
pub(crate) fn read(text: &str, styles: &Styles, numbering: Numbering) -> Result<Builder, Box<Diagnostic>> {
    let mut body = Body {
        out: Builder::default(),
        styles,
        numbering,
        open: vec![],
        paragraphs: vec![],
        tables: Tables::default(),
        new_cell: None,
        deleted_row: None,
        hidden_run: false,
    };
    let mut xml = Xml::new(text);
    while let Some(step) = xml.next()? {
        match step {
            Step::Start(tag) if LEFT_OUT.contains(&tag.name()) => {
                if tag.name() == "del" && body.open.last() == Some(&Open::RowProperties) {
                    body.deleted_row = body.deleted_row.or(body.open.len().checked_sub(2));
                }
                xml.skip()?;
            }
            Step::Start(tag) => {
                let kind = body.start(&tag)?;
                body.open.push(kind);
            }
            Step::End => body.end()?,
            Step::Text(words) => body.words(&words),
        }
    }
    body.tables.forget_layout(&mut body.out);
    Ok(body.out)
}

impl Body<'_> {
    fn start(&mut self, tag: &Tag) -> Result<Open, Box<Diagnostic>> {
        if self.deleted_row.is_some() {
            return Ok(Open::Other);
        }
        let kind = match tag.name() {
            "p" => {
                self.settle_cell()?;
                self.paragraphs.push(Paragraph::default());
                Open::Paragraph
            }
            "r" => {
                self.hidden_run = false;
                Open::Run
            }
            "t" => Open::Text,
            "tbl" => {
                self.settle_cell()?;
                self.tables.begin();
                Open::Table
            }
            "tr" => {
                self.tables.row();
                Open::Row
            }
            "trPr" => Open::RowProperties,
            "tc" => {
                self.new_cell = Some(NewCell { columns: 1, below: false });
                Open::Cell
            }
            name => {
                self.property(name, tag);
                Open::Other
            }
        };
        Ok(kind)
    }

    /// Elements that say something about what is around them.
    fn property(&mut self, name: &str, tag: &Tag) {
        let parent_is_run = self.open.iter().rev().take(2).any(|o| *o == Open::Run);
        match (name, self.paragraphs.last_mut(), &mut self.new_cell) {
            ("gridBefore", ..) => self.tables.pass(tag.number("val").unwrap_or(0)),
            ("gridSpan", _, Some(cell)) => cell.columns = tag.number("val").unwrap_or(1),
            ("vMerge", _, Some(cell)) => cell.below = tag.attribute("val").is_none_or(|v| v == "continue"),
            ("pStyle", Some(p), _) => p.style = tag.attribute("val"),
            ("numId", Some(p), _) => p.list = tag.number("val"),
            ("ilvl", Some(p), _) => p.level = tag.number("val"),
            ("tab" | "ptab", Some(p), _) if parent_is_run => p.text.push(' '),
            ("br" | "cr", Some(p), _) => p.text.push('\n'),
            ("noBreakHyphen", Some(p), _) => p.text.push('-'),
            ("vanish", ..) if parent_is_run => self.hidden_run = tag.attribute("val").is_none_or(|v| v != "0"),
            _ => {}
        }
    }

    fn end(&mut self) -> Result<(), Box<Diagnostic>> {
        let kind = self.open.pop();
        if self.deleted_row.is_some_and(|depth| self.open.len() <= depth) {
            self.deleted_row = None;
        }
        match kind {
            Some(Open::Paragraph) => {
                if let Some(p) = self.paragraphs.pop() {
                    self.paragraph(p)?;
                }
            }
            Some(Open::Table) => self.tables.end(),
            Some(Open::Cell) => {
                self.settle_cell()?;
                self.tables.end_cell();
            }
            Some(Open::Run) => self.hidden_run = false,
            _ => {}
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        let is_text = self.open.last() == Some(&Open::Text) && !self.hidden_run && self.deleted_row.is_none();
        if let Some(p) = self.paragraphs.last_mut().filter(|_| is_text) {
            p.text.push_str(words);
        }
    }

    /// Places the cell that was begun, now that its properties are known.
    fn settle_cell(&mut self) -> Result<(), Box<Diagnostic>> {
        match self.new_cell.take() {
            Some(NewCell { columns, below: true }) => self.tables.cell_below(&mut self.out, columns),
            Some(NewCell { columns, below: false }) => self.tables.cell(&mut self.out, 1, columns),
            None => Ok(()),
        }
    }

    fn paragraph(&mut self, p: Paragraph) -> Result<(), Box<Diagnostic>> {
        let of_style = p.style.as_deref().and_then(|s| self.styles.numbered(s));
        let own = p.list.map(|list| Numbered { list, level: p.level.unwrap_or(0) });
        let at = own.or(of_style.map(|s| Numbered { level: p.level.unwrap_or(s.level), ..s }));
        let cell = self.tables.current();
        let blank = p.text.trim().is_empty();
        // A blank numbered paragraph shows its number only where it fills a cell.
        let number = match at {
            Some(at) if at.list > 0 && (!blank || cell.is_some()) => self.numbering.next(at),
            _ => String::new(),
        };
        let spaced = number.ends_with(|c: char| c.is_ascii());
        let text = if spaced { format!("{number} {}", p.text) } else { number + &p.text };
        self.out.push(&text, cell, |cell, n| cell.map_or(Locator::Paragraph(n), tables::locator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_body(body: &str) -> Vec<String> {
        let xml = format!(r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#);
        let (text, blocks) = read(&xml, &Styles::default(), Numbering::default()).unwrap().finish();
        let cell = |b: &crate::Block| {
            b.cell.map_or("p".into(), |c| format!("{},{} {}x{}", c.row, c.column, c.rows, c.columns))
        };
        blocks.iter().map(|b| format!("{} {}", cell(b), b.span.of(&text))).collect()
    }

    #[test]
    fn changes_are_accepted_and_boxes_read_once() {
        let got = read_body(
            "<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>一</w:delText></w:r></w:del><w:ins><w:r><w:t>两座桥</w:t></w:r></w:ins></w:p>\
             <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
             <mc:Fallback><w:p><w:r><w:t>框内</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>\
             <w:sdt><w:sdtPr><w:p><w:r><w:t>占位</w:t></w:r></w:p></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        );
        assert_eq!(got, ["p 新建两座桥", "p 框内", "p 框外", "p 控件"]);
    }

    #[test]
    fn merged_cells_know_how_far_they_reach() {
        let cell = |props: &str, words: &str| {
            format!("<w:tc><w:tcPr>{props}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
        };
        let rows = [
            cell("<w:vMerge w:val=\"restart\"/>", "甲") + &cell("<w:gridSpan w:val=\"2\"/>", "乙"),
            cell("<w:vMerge/>", "") + &cell("", "丙") + &cell("", "丁"),
            "<w:trPr><w:del/></w:trPr>".to_string() + &cell("", "删"),
            cell("", "戊"),
        ];
        let table: String = rows.iter().map(|r| format!("<w:tr>{r}</w:tr>")).collect();
        let got = read_body(&format!("<w:tbl>{table}</w:tbl>"));
        assert_eq!(got, ["0,0 2x1 甲", "0,1 1x2 乙", "1,1 1x1 丙", "1,2 1x1 丁", "3,0 1x1 戊"]);
    }
}
