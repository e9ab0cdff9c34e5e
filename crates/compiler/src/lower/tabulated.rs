//! Numbers that a table of regions gives without a unit: the body then says 东区：80 and 西区：60, a line for each. Such a number
//! is a promise like one with a unit; anywhere else a bare number after a colon may be a telephone or a code.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::regions;

/// Longest name of a region, in characters.
const MAX_NAME: usize = 16;

/// Most digits of a number; more are a code.
const MAX_DIGITS: usize = 8;

/// The numbers of a body in which each line is a name and a number; none where a line is anything else.
pub fn numbers(body: &str) -> Vec<(Range<usize>, Decimal)> {
    let mut found = vec![];
    let mut at = 0;
    for line in body.split('\n') {
        let Some((start, value)) = number(line) else { return vec![] };
        found.push((at + start..at + line.len(), value));
        at += line.len() + 1;
    }
    // one line alone has to name a region
    let told = found.len() > 1 || body.split('：').next().is_some_and(regions::is_region);
    if told { found } else { vec![] }
}

/// Where the number of 东区：80 begins, and what it is.
fn number(line: &str) -> Option<(usize, Decimal)> {
    let (name, words) = line.split_once('：')?;
    let named = (1..=MAX_NAME).contains(&name.chars().count()) && !name.contains(|c: char| c.is_ascii_digit());
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let plain = words.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let value = words.replace(',', "").parse().ok()?;
    (named && plain && (1..=MAX_DIGITS).contains(&digits)).then_some((line.len() - words.len(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_name_and_a_number() {
        let table = [
            ("东区：80\n西区：1,060\n合计：1140", "80 1060 1140"),
            ("东区：3.5\n西区：4", "3.5 4"),
            ("东区：80", "80"),
            ("热线：12345", ""),
            ("东区：80\n电话：075512345678", ""),
            ("东区：80\n西区不承担", ""),
            ("东区：80人\n西区：60人", ""),
            ("", ""),
        ];
        for (body, want) in table {
            let all = numbers(body);
            let words: Vec<_> = all.iter().map(|(_, n)| n.to_string()).collect();
            assert_eq!(words.join(" "), want, "{body}");
            assert!(all.iter().all(|(r, n)| body[r.clone()].replace(',', "") == n.to_string()), "{body}");
        }
    }
}
