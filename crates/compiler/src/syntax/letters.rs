//! What a character is: a Han character, a letter, part of a word. Han characters and the common marks are told first,
//! since they are nearly all of a text and the general tables of Unicode are slow. Knows no words.

/// The common block of Han characters: no mark that divides a text is in it.
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A letter of any script, Han characters among them.
pub fn is_letter(c: char) -> bool {
    is_han(c) || !is_mark(c) && c.is_alphabetic()
}

/// A letter or a digit.
pub fn is_word(c: char) -> bool {
    is_han(c) || !is_mark(c) && c.is_alphanumeric()
}

/// The marks that are met most.
fn is_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '、' | '：' | '（' | '）' | '“' | '”' | '《' | '》')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_unicode_says() {
        for c in (0..=0x3_ffff).filter_map(char::from_u32) {
            assert_eq!((is_letter(c), is_word(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }
}
