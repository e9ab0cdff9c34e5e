//! Comma-separated values: quoted fields, line ends inside quotes, commas or tabs. Which it is, is told by the text.

use yinuo_diag::{Diagnostic, Locator};

use crate::build::Builder;
use crate::{CellAt, limits};

/// Marks that a program puts before words so that a spreadsheet does not take them for a formula.
const GUARDED: [char; 4] = ['=', '+', '-', '@'];
/// The fewest fields a record must have for a text of another name to be taken for records.
const MIN_FIELDS: usize = 3;
/// The fewest records.
const MIN_RECORDS: usize = 3;
/// How many records are looked at.
const LOOKED_AT: usize = 20;

/// What divides the fields of a text, when it is a text of records. `named` says that the file's name says so.
pub(crate) fn separator(text: &str, named: bool) -> Option<char> {
    let tried = [',', '\t', ';'].into_iter().filter(|s| named || *s == ',');
    let fields = |s: char| {
        let lengths = Records::new(text, s).take(LOOKED_AT).map(|r| r.len());
        lengths.collect::<Vec<_>>()
    };
    if named {
        let widest = |s: &char| fields(*s).into_iter().max().unwrap_or(0);
        return tried.max_by_key(|s| (widest(s), *s == ','));
    }
    tried.into_iter().find(|s| {
        let lengths = fields(*s);
        lengths.len() >= MIN_RECORDS && lengths[0] >= MIN_FIELDS && lengths.iter().all(|n| *n == lengths[0])
    })
}

/// Reads the records into cells of one table.
pub(crate) fn read(text: &str, separator: char, into: &mut Builder) -> Result<(), Box<Diagnostic>> {
    for (row, record) in (0..).zip(Records::new(text, separator)) {
        if record.len() > limits::MAX_COLUMNS {
            return Err(limits::too_many_columns());
        }
        for (column, field) in (0..).zip(&record) {
            let words = field.strip_prefix('\'').filter(|w| is_guarded(w)).unwrap_or(field);
            if words.trim().is_empty() {
                continue;
            }
            let cell = into.cell(CellAt::single(0, row, column))?;
            let locator = Locator::Sheet { sheet: None, row: row + 1, column: column + 1 };
            into.push(words, Some(cell), |_, _| locator)?;
        }
    }
    Ok(())
}

/// Whether an apostrophe stands before these words only to keep them as they are.
fn is_guarded(words: &str) -> bool {
    let is_long_number = words.len() > 11 && words.bytes().all(|b| b.is_ascii_digit());
    words.starts_with(GUARDED) || is_long_number
}

/// The records of a text, one after another.
struct Records<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text.chars().peekable(), separator }
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let (mut fields, mut field, mut quoted) = (vec![], String::new(), false);
        let mut blank = true;
        while let Some(c) = self.rest.next() {
            match c {
                '"' if quoted && self.rest.peek() == Some(&'"') => {
                    self.rest.next();
                    field.push('"');
                    blank = false;
                }
                '"' if quoted => quoted = false,
                '"' if !quoted && blank => {
                    field.clear();
                    quoted = true;
                }
                c if c == self.separator && !quoted => {
                    // One field too many is kept, so that it is seen that there are too many.
                    if fields.len() <= limits::MAX_COLUMNS {
                        fields.push(std::mem::take(&mut field));
                    }
                    field.clear();
                    blank = true;
                }
                '\r' if !quoted && self.rest.peek() == Some(&'\n') => {}
                '\n' | '\r' if !quoted => break,
                c => {
                    blank &= c.is_whitespace();
                    field.push(c);
                }
            }
        }
        fields.push(field);
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str, separator: char) -> Vec<Vec<String>> {
        Records::new(text, separator).collect()
    }

    #[test]
    fn quotes_and_line_ends() {
        let all = fields("1,\"修桥,\n三座\",\"称\"\"好\"\"\"\r\n2,,\n", ',');
        assert_eq!(all, [vec!["1", "修桥,\n三座", "称\"好\""], vec!["2", "", ""]]);
        assert_eq!(fields("\"没有结尾", ','), [["没有结尾"]]);
    }

    #[test]
    fn records_are_told_from_text() {
        let table = "序号,任务,单位\n1,修桥,交通局\n2,建亭,园林局\n";
        assert_eq!(separator(table, false), Some(','));
        assert_eq!(separator("序号\t任务\n1\t修桥\n", true), Some('\t'));
        for text in ["修桥, 建亭, 植树。\n完成, 其他。\n", "一句话\n", ""] {
            assert_eq!(separator(text, false), None, "{text}");
        }
    }
}
