//! Folding of text for search: full-width forms, letter case and white space make no difference.

/// The text as it is compared.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

/// Full-width ASCII forms to the plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_look_alike_are_alike() {
        assert_eq!(fold("ＡＥＤ 设备（２ 台）"), fold("aed设备(2台)"));
        assert!(fold("新增社区食堂").contains(&fold("食 堂")));
    }
}
