//! The ledger as csv that Excel and WPS open right: a byte order mark, CRLF, and nothing that a spreadsheet would take for
//! a formula or round to fifteen digits.

use yinuo_diag::Lang;
use yinuo_model::Plan;

use crate::ledger::{self, Ledger};

/// Beginnings that a spreadsheet takes for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// Numbers of this many digits lose some when a spreadsheet takes them for numbers.
const LONG_NUMBER: usize = 12;

/// The plan as csv. Findings have no place in it.
pub fn csv(plan: &Plan) -> String {
    let Ledger { title, subtitle, columns, rows, .. } = ledger::of(plan, &[], Lang::Zh);
    let mut out = String::from('\u{feff}');
    line(&mut out, &[title]);
    if let Some(subtitle) = subtitle {
        line(&mut out, &[subtitle]);
    }
    line(&mut out, &columns.iter().map(|c| c.heading()).collect::<Vec<_>>());
    rows.iter().for_each(|row| line(&mut out, row));
    out
}

fn line(out: &mut String, fields: &[String]) {
    let written: Vec<String> = fields.iter().map(|f| field(f)).collect();
    out.push_str(&written.join(","));
    out.push_str("\r\n");
}

/// A field as it is written. An apostrophe guards what would be taken for a formula or a number too long to keep.
fn field(words: &str) -> String {
    let long = words.len() >= LONG_NUMBER && words.bytes().all(|b| b.is_ascii_digit());
    let guarded = if words.starts_with(FORMULA) || long { format!("'{words}") } else { words.to_string() };
    if guarded.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_are_safe_to_open() {
        for (words, written) in [
            ("修桥三座", "修桥三座"),
            ("修桥,三座", "\"修桥,三座\""),
            ("称“好”\"好\"", "\"称“好”\"\"好\"\"\""),
            ("=1+1", "'=1+1"),
            ("-5度", "'-5度"),
            ("@某", "'@某"),
            ("一\n二", "\"一\n二\""),
            ("123456789012345678", "'123456789012345678"),
            ("2026", "2026"),
        ] {
            assert_eq!(field(words), written);
        }
    }
}
