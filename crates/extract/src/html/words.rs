//! White space of a page as a browser shows it: runs become one space, line ends of the source between two Chinese
//! characters become nothing.

/// The words of a paragraph as they are seen.
pub(crate) fn collapse(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !is_space(c) {
            seen.push(c);
            continue;
        }
        let mut broken = matches!(c, '\n' | '\r');
        while let Some(next) = chars.next_if(|c| is_space(*c)) {
            broken |= matches!(next, '\n' | '\r');
        }
        let between_wide = seen.chars().next_back().is_some_and(is_wide) && chars.peek().copied().is_some_and(is_wide);
        if !(broken && between_wide) {
            seen.push(' ');
        }
    }
    seen
}

/// White space that collapses; a no-break space does not.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Chinese characters and punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_of_the_source_are_not_lines_of_the_page() {
        assert_eq!(super::collapse(" 新建公园\n      两个， 约 20\n亩 "), " 新建公园两个， 约 20 亩 ");
    }
}
