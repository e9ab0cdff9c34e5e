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

/// A text without white space around it. Most texts have none, which is seen by the bytes at their ends.
pub fn trim(text: &str) -> &str {
    let bytes = text.as_bytes();
    let begins = bytes.first().is_some_and(|b| is_plain(*b));
    let ends = match bytes {
        [.., a, b, c] => matches!((a, b, c), (0xe5..=0xe9 | 0xef, ..) | (0xe3, 0x80, 0x82) | (_, _, b'!'..=b'~')),
        _ => false,
    };
    if begins && ends { text } else { text.trim() }
}

/// A byte that begins no white space: a visible one of ASCII, or the first of a Han character or of a full-width mark.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~' | 0xe5..=0xe9 | 0xef)
}

/// How many bytes a Han character takes. Those that begin with the bytes e5 to e9 are all of the common block.
pub const HAN_BYTES: usize = 3;

/// The marks, digits and rare letters of a text with their bytes. What is certainly of the common block of Han characters
/// is passed over without being decoded.
pub fn but_han(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while matches!(bytes.get(at)?, 0xe5..=0xe9) {
            at += HAN_BYTES;
        }
        let c = text[at..].chars().next()?;
        at += c.len_utf8();
        Some((at - c.len_utf8(), c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_han_characters_are_passed_over() {
        let text = "第2期，Ⅲ级丐　㐂\u{4e00}\u{9fff}。";
        let all: Vec<_> = but_han(text).filter(|(_, c)| !is_han(*c)).collect();
        assert_eq!(all, text.char_indices().filter(|(_, c)| !is_han(*c)).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_trimmed_is_white_space() {
        for c in (0..=0x3_ffff).filter_map(char::from_u32) {
            for text in [format!("{c}"), format!("{c}路。"), format!("路5{c}"), format!("{c}路{c}{c}")] {
                assert_eq!(trim(&text), text.trim(), "{text:?}");
            }
        }
    }

    #[test]
    fn every_character_is_what_unicode_says() {
        for c in (0..=0x3_ffff).filter_map(char::from_u32) {
            assert_eq!((is_letter(c), is_word(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }
}
