//! Headings over headings: 一、… over （一）…, where a list has two levels of categories. A plan has one, so the lower one is
//! named with the upper one. Knows styles of numbers only.

use super::marker::Style;

/// For each of these headings, in the order of the document, the one it stands under.
pub fn above(styles: &[Style]) -> Vec<Option<usize>> {
    let mut open: Vec<(Style, usize)> = vec![];
    let mut found = vec![];
    for (n, style) in styles.iter().enumerate() {
        if let Some(same) = open.iter().position(|(s, _)| s == style) {
            open.truncate(same);
        }
        found.push(open.last().map(|(_, upper)| *upper));
        open.push((*style, n));
    }
    found
}

/// Whether these headings divide the list: one over all of it is the chapter that holds the list and no category.
pub fn divide(mut uppers: Vec<usize>) -> bool {
    uppers.sort_unstable();
    uppers.dedup();
    uppers.len() > 1
}

/// The name of a category under another heading.
pub fn name(upper: &str, lower: &str) -> String {
    format!("{upper} / {lower}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_stands_under_the_last_of_a_higher_level() {
        use Style::{Han, HanParen, Stem};
        assert_eq!(above(&[Han, HanParen, HanParen, Han, HanParen]), [None, Some(0), Some(0), None, Some(3)]);
        assert_eq!(above(&[Stem, Han, HanParen, Stem, Han]), [None, Some(0), Some(1), None, Some(3)]);
        assert!(divide(vec![0, 0, 3]));
        assert!(!divide(vec![3, 3]));
    }
}
