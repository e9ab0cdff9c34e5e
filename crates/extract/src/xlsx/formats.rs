//! How stored numbers are shown: as a date, a percentage, or with words around them. Only what changes the meaning is
//! followed; colours, thousands separators and the number of decimals are not.

use std::collections::HashMap;

use yinuo_diag::Diagnostic;

use crate::limits;
use crate::xml::{Step, Xml};

/// How a cell shows its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// As stored.
    #[default]
    General,
    /// Times a hundred with a percent sign.
    Percent,
    /// Year, month and day, of which some may be left out.
    Date {
        /// The year is shown.
        year: bool,
        /// The day is shown.
        day: bool,
    },
    /// Words before and after.
    Words(String, String),
}

/// The longest definition that is followed, in bytes; a spreadsheet takes 255 characters.
const MAX_CODE: usize = 1024;

/// Reads styles.xml: the format of each cell style.
pub(crate) fn read(text: &str) -> Result<Vec<Format>, Box<Diagnostic>> {
    let mut own: HashMap<u32, Format> = HashMap::new();
    let mut all = vec![];
    let mut in_cell_styles = false;
    let mut xml = Xml::new(text);
    while let Some(step) = xml.next()? {
        let Step::Start(tag) = step else { continue };
        match tag.name() {
            "numFmt" => {
                let code = tag.attribute("formatCode").filter(|c| c.len() <= MAX_CODE);
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), code) {
                    own.insert(id, of_code(&code));
                }
            }
            "cellXfs" => in_cell_styles = true,
            "cellStyles" | "dxfs" | "cellStyleXfs" => in_cell_styles = false,
            "xf" if in_cell_styles && all.len() >= limits::MAX_DEFINITIONS => {
                return Err(limits::too_many_definitions());
            }
            "xf" if in_cell_styles => {
                let id = tag.number("numFmtId").unwrap_or(0);
                all.push(own.get(&id).cloned().unwrap_or_else(|| built_in(id)));
            }
            _ => {}
        }
    }
    Ok(all)
}

/// Formats that have a number and no definition.
fn built_in(id: u32) -> Format {
    match id {
        9 | 10 => Format::Percent,
        17 | 27 | 36 | 50 | 52 | 57 => Format::Date { year: true, day: false },
        16 | 28 | 29 | 51 | 53 | 54 | 58 => Format::Date { year: false, day: true },
        14 | 15 | 22 | 30 | 31 => Format::Date { year: true, day: true },
        _ => Format::General,
    }
}

/// The format that a definition such as `yyyy"年"m"月"` means. Only its first section counts.
fn of_code(code: &str) -> Format {
    let (mut before, mut after, mut letters) = (String::new(), String::new(), String::new());
    let mut chars = code.chars();
    let mut seen_digits = false;
    while let Some(c) = chars.next() {
        let words = if seen_digits { &mut after } else { &mut before };
        match c {
            ';' => break,
            '"' => words.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => words.extend(chars.next()),
            '_' | '*' => drop(chars.next()),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '0' | '#' | '?' => seen_digits = true,
            c if c.is_ascii() => letters.push(c.to_ascii_lowercase()),
            c => words.push(c),
        }
    }
    let letters = letters.replace("general", "");
    let has = |c: char| letters.contains(c);
    if !seen_digits && (has('y') || (has('m') && (has('d') || !has('s') && !has('h')))) {
        return Format::Date { year: has('y'), day: has('d') };
    }
    if has('%') {
        return Format::Percent;
    }
    let shows_words = |w: &str| !w.is_ascii();
    if seen_digits && (shows_words(&before) || shows_words(&after)) {
        return Format::Words(before, after);
    }
    Format::General
}

impl Format {
    /// A stored number as it is shown.
    pub fn show(&self, stored: &str, from_1904: bool) -> String {
        let Ok(value) = stored.trim().parse::<f64>() else { return stored.to_string() };
        match self {
            Format::General => plain(value),
            Format::Percent => format!("{}%", plain(value * 100.0)),
            Format::Words(before, after) => format!("{before}{}{after}", plain(value)),
            Format::Date { year, day } => {
                let Some((y, m, d)) = date(value, from_1904) else { return plain(value) };
                let year = if *year { format!("{y}年") } else { String::new() };
                let day = if *day { format!("{d}日") } else { String::new() };
                format!("{year}{m}月{day}")
            }
        }
    }
}

/// A number without the noise that binary fractions add: fifteen digits, as spreadsheets show them.
fn plain(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if rounded.abs() < 1e15 { format!("{rounded}") } else { format!("{rounded:e}") }
}

/// The day that a serial number counts to.
fn date(serial: f64, from_1904: bool) -> Option<(i64, i64, i64)> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Days from 1970-01-01, then the civil calendar in eras of 400 years (Hinnant).
    let days = serial as i64 - if from_1904 { 24_107 } else { 25_569 } + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    Some((year_of_era + era * 400 + i64::from(month <= 2), month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_the_sheet_shows_them() {
        for (code, stored, shown) in [
            ("General", "0.30000000000000004", "0.3"),
            ("0%", "0.55000000000000004", "55%"),
            ("yyyy\"年\"m\"月\"d\"日\"", "46356", "2026年11月30日"),
            ("yyyy/m/d;@", "46081.5", "2026年2月28日"),
            ("[$-804]yyyy\"年\"m\"月\"", "46356", "2026年11月"),
            ("m\"月\"d\"日\"", "46356", "11月30日"),
            ("#,##0.00\"万元\"", "864", "864万元"),
            ("0.00_ ", "12.5", "12.5"),
            ("h:mm:ss", "0.5", "0.5"),
            ("@", "12", "12"),
        ] {
            assert_eq!(of_code(code).show(stored, false), shown, "{code}");
        }
        assert_eq!(built_in(14).show("46081", true), "2030年3月1日");
        assert_eq!(built_in(57).show("46081", false), "2026年2月");
    }
}
