//! The numbers of a list as written, for the checks of gaps and repeats.

use yinuo_diag::Span;
use yinuo_model::Plan;

/// A commitment's number as written, where it can be read as a plain number.
pub struct Numbered {
    /// Index of the category.
    pub category: usize,
    /// The commitment's number in the plan.
    pub number: u32,
    /// The label read as a number.
    pub value: u32,
    /// Its title.
    pub span: Option<Span>,
}

/// Every commitment with a plain number, in order.
pub fn read(plan: &Plan) -> Vec<Numbered> {
    let mut all = vec![];
    for (category, group) in plan.categories.iter().enumerate() {
        for commitment in &group.commitments {
            if let Some(value) = value(&commitment.label) {
                let span = commitment.title.spans.first().copied();
                all.push(Numbered { category, number: commitment.number, value, span });
            }
        }
    }
    all
}

/// `12`, `１２`, `十二`, `(3)`: a label of digits or of Chinese numerals under a hundred.
fn value(label: &str) -> Option<u32> {
    let bare = || label.chars().filter(|c| c.is_alphanumeric()).map(narrow);
    if bare().next().is_some() && bare().all(|c| c.is_ascii_digit()) {
        return bare().filter_map(|c| c.to_digit(10)).try_fold(0u32, |n, d| n.checked_mul(10)?.checked_add(d));
    }
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).map(|n| n as u32);
    let chars: Vec<char> = bare().take(4).collect();
    match chars[..] {
        ['十'] => Some(10),
        ['十', b] => Some(10 + digit(b)?),
        [a, '十'] => Some(digit(a)? * 10),
        [a, '十', b] => Some(digit(a)? * 10 + digit(b)?),
        [a] => digit(a),
        _ => None,
    }
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_any_numerals() {
        let cases = [
            ("12", Some(12)),
            ("１２", Some(12)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("(3)", Some(3)),
            ("甲", None),
        ];
        for (label, wanted) in cases {
            assert_eq!(value(label), wanted, "{label}");
        }
    }
}
