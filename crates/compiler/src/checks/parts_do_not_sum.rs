//! C025: a total is written beside the parts of the regions, and the parts do not add up to it.

use std::ops::Range;

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::At;

use crate::readings::Case;
use crate::regions;

/// Fewer parts are no allocation.
const MIN_PARTS: usize = 2;

/// What an allocation says: its total, and the parts.
#[derive(Default)]
struct Allocation {
    total: Option<(Decimal, Range<usize>)>,
    parts: Vec<(Decimal, Range<usize>)>,
}

/// Looks at the text under the title, where allocations stand.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let Some(body) = &commitment.body else { return vec![] };
    let found = read(&body.text);
    let Some((total, at)) = found.total.filter(|_| found.parts.len() >= MIN_PARTS) else { return vec![] };
    let Some(sum) = found.parts.iter().try_fold(Decimal::ZERO, |sum, (part, _)| sum.checked_add(*part)) else {
        return vec![];
    };
    let is_share = body.text.contains(['%', '％']) || ["率", "比例"].iter().any(|w| commitment.title.text.contains(w));
    if sum == total || is_share {
        return vec![];
    }
    let n = found.parts.len();
    let message = Text::new(
        format!("{n} 个地方相加为 {sum}，标明 {total}"),
        format!("the {n} parts come to {sum}, and {total} is written"),
    );
    let mut finding = Diagnostic::new(&codes::PARTS_DO_NOT_SUM, message).about(commitment.number, At::Body);
    let first = found.parts[0].1.clone();
    let labels = [(at, Text::new("总数", "the total")), (first, Text::new("从这里起相加", "added from here"))];
    for (range, text) in labels {
        finding = body.span_of(range).into_iter().fold(finding, |d, span| d.label(span, text.clone()));
    }
    vec![finding.help(Text::new(
        "核对总数和各地的数，改正其中之一",
        "check the total and the parts, and correct the one that is wrong",
    ))]
}

/// Reads lines such as `东区：12户`, `620`, and `东镇180 西镇120`.
fn read(text: &str) -> Allocation {
    let mut found = Allocation::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        match words.split_once(['：', ':']) {
            Some((name, value)) if regions::is_region(name) => {
                let from = at + words.len() - value.len();
                if let Some((number, len)) = number(value) {
                    let entry = (number, from..from + len);
                    if regions::is_total(name) { found.total = Some(entry) } else { found.parts.push(entry) }
                }
            }
            Some(_) => {}
            None => {
                if let Some((value, len)) = number(words).filter(|(_, len)| words[*len..].chars().count() <= 2) {
                    found.total.get_or_insert((value, at..at + len));
                }
                found.parts.extend(pairs(words, at));
            }
        }
        at += line.len();
    }
    found
}

/// The numbers of a line in which every word is a region with its number.
fn pairs(line: &str, at: usize) -> Vec<(Decimal, Range<usize>)> {
    let mut found = vec![];
    let mut from = 0;
    for word in line.split([' ', '　', '、', '，', '；', ',']) {
        let start = from;
        from += word.len();
        from += line[from..].chars().next().map_or(0, char::len_utf8);
        if word.is_empty() {
            continue;
        }
        let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        match number(&word[digits..]) {
            Some((value, len)) if regions::is_region(&word[..digits]) => {
                found.push((value, at + start + digits..at + start + digits + len));
            }
            _ => return vec![],
        }
    }
    found
}

/// The number a text begins with, and its length.
fn number(text: &str) -> Option<(Decimal, usize)> {
    let len = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    let plain: String = text[..len].chars().filter(|c| *c != ',').collect();
    Some((plain.parse().ok()?, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allocations() {
        let of = |text| {
            let found = read(text);
            (found.total.map(|t| t.0.to_string()), found.parts.iter().map(|p| p.0).sum::<Decimal>().to_string())
        };
        assert_eq!(of("620\n东镇180 西镇120 南乡320"), (Some("620".into()), "620".into()));
        assert_eq!(of("全县：90户\n东镇：50户\n西镇：45户"), (Some("90".into()), "95".into()));
        assert_eq!(of("修桥3座，其中东镇2座"), (None, "0".into()));
    }
}
