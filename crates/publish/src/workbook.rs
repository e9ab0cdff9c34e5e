//! The ledger as a workbook: frozen header, filters, widths that fit, findings as notes on their cells, set to print on
//! landscape A4 with the header on each page. The same plan always gives the same bytes.

use std::fmt;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};
use yinuo_diag::{Diagnostic, Lang};
use yinuo_model::Plan;

use crate::ledger::{self, Column, Ledger};

/// The most characters a cell can hold; longer texts are cut and say so.
const MAX_CELL: usize = 32_000;
/// The most characters of a note.
const MAX_NOTE: usize = 2_000;

/// Why a workbook could not be written.
#[derive(Debug)]
pub struct Unwritten(XlsxError);

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Unwritten {}

/// The plan and its findings, these in `lang`, as the bytes of an .xlsx.
pub fn workbook(plan: &Plan, findings: &[Diagnostic], lang: Lang) -> Result<Vec<u8>, Unwritten> {
    write(&ledger::of(plan, findings, lang)).map_err(Unwritten)
}

struct Formats {
    title: Format,
    subtitle: Format,
    header: Format,
    text: Format,
    centred: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
        let centred = cell.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            subtitle: Format::new().set_align(FormatAlign::Right),
            header: centred.clone().set_bold().set_background_color(0x00E8_EEF4),
            text: cell.set_align(FormatAlign::Top),
            centred,
        }
    }
}

fn write(ledger: &Ledger) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new();
    let mut book = Workbook::new();
    // A fixed date, so that the same plan gives the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&ledger.title).set_creation_datetime(&created));
    let sheet = book.add_worksheet().set_name("台账")?;
    let last = (ledger.columns.len() - 1) as u16;
    sheet.merge_range(0, 0, 0, last, &ledger.title, &formats.title)?;
    sheet.set_row_height(0, 30)?;
    let mut row = 1;
    if let Some(subtitle) = &ledger.subtitle {
        sheet.merge_range(row, 0, row, last, subtitle, &formats.subtitle)?;
        row += 1;
    }
    let header = row;
    for (n, column) in (0..).zip(&ledger.columns) {
        sheet.write_string_with_format(header, n, column.heading(), &formats.header)?;
        sheet.set_column_width(n, width(*column))?;
    }
    let first = header + 1;
    for (row, cells) in (first..).zip(&ledger.rows) {
        for (n, (column, words)) in (0..).zip(ledger.columns.iter().zip(cells)) {
            let is_short = matches!(column, Column::Label | Column::Category);
            let format = if is_short { &formats.centred } else { &formats.text };
            cell(sheet, row, n, words, format)?;
        }
    }
    notes(sheet, ledger, first)?;
    sheet.set_freeze_panes(first, title_column(ledger) + 1)?;
    let end = header + ledger.rows.len() as u32;
    sheet.autofilter(header, 0, end, last)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header, header)?;
    book.save_to_buffer()
}

/// Numbers of items stay numbers, so that sorting by them works; all else is text and never a formula.
fn cell(sheet: &mut Worksheet, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    let is_number =
        (1..=6).contains(&words.len()) && !words.starts_with('0') && words.bytes().all(|b| b.is_ascii_digit());
    match words.parse::<u32>() {
        Ok(number) if is_number => sheet.write_number_with_format(row, column, number, format)?,
        _ => sheet.write_string_with_format(row, column, cut(words, MAX_CELL), format)?,
    };
    Ok(())
}

/// The findings of a cell together in one note; those about the whole list on its title.
fn notes(sheet: &mut Worksheet, ledger: &Ledger, first: u32) -> Result<(), XlsxError> {
    if !ledger.general.is_empty() {
        sheet.insert_note(0, 0, &note(&ledger.general.join("\n\n")))?;
    }
    let mut sorted: Vec<_> = ledger.notes.iter().collect();
    sorted.sort_by_key(|(row, column, _)| (*row, *column));
    for here in sorted.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let words: Vec<&str> = here.iter().map(|(_, _, words)| words.as_str()).collect();
        sheet.insert_note(first + here[0].0 as u32, here[0].1 as u16, &note(&words.join("\n\n")))?;
    }
    Ok(())
}

fn note(words: &str) -> Note {
    Note::new(cut(words, MAX_NOTE)).add_author_prefix(false).set_author("一诺").set_width(320).set_height(140)
}

fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_string();
    }
    words.chars().take(most).chain("……（过长，未全部写入）".chars()).collect()
}

fn title_column(ledger: &Ledger) -> u16 {
    ledger.columns.iter().position(|c| *c == Column::Title).unwrap_or(0) as u16
}

/// Widths in characters of the default font; a Chinese character takes two.
fn width(column: Column) -> u16 {
    match column {
        Column::Label => 7,
        Column::Category => 12,
        Column::Title => 36,
        Column::Body => 44,
        Column::Owner(_) | Column::Deadline => 16,
        Column::Period(_) => 28,
        Column::Blank(_) => 18,
    }
}
