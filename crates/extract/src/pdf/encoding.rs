//! Codes of fonts that come with no map of their own: the encodings that Chinese fonts name (`UniGB-UCS2-H`,
//! `GBK-EUC-H`), Adobe's numbering of glyphs as far as it is regular, and the encodings of Latin fonts.

use std::collections::HashMap;
use std::sync::LazyLock;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, WINDOWS_1252};

/// A named encoding of a font with many characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// Two bytes that number a glyph.
    Glyphs,
    Ucs2,
    Utf16,
    Utf32,
    Utf8,
    /// One or two bytes, or four.
    Legacy(&'static Encoding),
}

impl Named {
    /// By its name, with or without the direction of writing.
    pub fn of(name: &[u8]) -> Option<Self> {
        let name = std::str::from_utf8(name).ok()?;
        let stem = name.strip_suffix("-H").or(name.strip_suffix("-V")).unwrap_or(name);
        Some(match stem {
            "Identity" => Self::Glyphs,
            _ if stem.starts_with("Uni") && stem.ends_with("-UCS2") => Self::Ucs2,
            _ if stem.starts_with("Uni") && stem.contains("-UCS2-") => Self::Ucs2,
            _ if stem.starts_with("Uni") && stem.ends_with("-UTF16") => Self::Utf16,
            _ if stem.starts_with("Uni") && stem.ends_with("-UTF32") => Self::Utf32,
            _ if stem.starts_with("Uni") && stem.ends_with("-UTF8") => Self::Utf8,
            "GB-EUC" | "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GBpc-EUC" => Self::Legacy(GB18030),
            "B5pc" | "ETen-B5" | "ETenms-B5" | "HKscs-B5" => Self::Legacy(BIG5),
            "90ms-RKSJ" | "90msp-RKSJ" | "90pv-RKSJ" | "83pv-RKSJ" => Self::Legacy(SHIFT_JIS),
            "EUC" => Self::Legacy(EUC_JP),
            "KSC-EUC" | "KSCms-UHC" | "KSCms-UHC-HW" | "KSCpc-EUC" => Self::Legacy(EUC_KR),
            _ => return None,
        })
    }

    /// How many bytes the code has that begins here.
    pub fn length(self, bytes: &[u8]) -> usize {
        let (first, second) = (bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0));
        match self {
            Self::Glyphs | Self::Ucs2 => 2,
            Self::Utf16 => {
                if (0xd8..0xdc).contains(&first) {
                    4
                } else {
                    2
                }
            }
            Self::Utf32 => 4,
            Self::Utf8 => match first {
                0..0xc0 => 1,
                0xc0..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            },
            Self::Legacy(e) if e == SHIFT_JIS && (0xa0..0xe0).contains(&first) => 1,
            Self::Legacy(e) if e == GB18030 && first > 0x80 && second.is_ascii_digit() => 4,
            Self::Legacy(_) => {
                if first <= 0x80 || first == 0xff {
                    1
                } else {
                    2
                }
            }
        }
    }

    /// The character of a code, where the code alone tells.
    pub fn text(self, code: &[u8]) -> Option<String> {
        match self {
            Self::Glyphs => None,
            Self::Ucs2 | Self::Utf16 => {
                let units = code.chunks_exact(2).map(|p| u16::from_be_bytes([p[0], p[1]]));
                char::decode_utf16(units).collect::<Result<_, _>>().ok()
            }
            Self::Utf32 => char::from_u32(super::cmap::number(code)).map(String::from),
            Self::Utf8 => std::str::from_utf8(code).ok().map(String::from),
            Self::Legacy(encoding) => {
                encoding.decode_without_bom_handling_and_without_replacement(code).map(|t| t.into_owned())
            }
        }
    }
}

/// The character of a glyph in Adobe's Chinese collection, for the part that follows GB 2312 row by row.
pub(super) fn gb_glyph(glyph: u32) -> Option<char> {
    // First glyph, the code of its character in GB 2312, and how many follow in the same row.
    const SIGNS: [(u32, u32, u32); 5] =
        [(96, 0xa1a1, 94), (190, 0xa2b1, 50), (240, 0xa2e5, 10), (250, 0xa2f1, 12), (262, 0xa3a1, 94)];
    // Ideographs: the last row of level one has five places less.
    const LEVEL_ONE: u32 = 940;
    const LEVEL_TWO: u32 = 4695;
    const END: u32 = 7703;
    let in_rows = |glyph: u32, row: u32| ((glyph / 94 + row) << 8) + glyph % 94 + 0xa1;
    let code = match glyph {
        1..=95 => return char::from_u32(glyph + 0x1f),
        814..=907 => return char::from_u32(glyph - 814 + 0x21),
        LEVEL_ONE..LEVEL_TWO => in_rows(glyph - LEVEL_ONE, 0xb0),
        LEVEL_TWO..END => in_rows(glyph - LEVEL_TWO, 0xd8),
        _ => SIGNS
            .iter()
            .find(|(first, _, n)| (*first..first + n).contains(&glyph))
            .map(|(f, code, _)| code + glyph - f)?,
    };
    let code = [(code >> 8) as u8, code as u8];
    GB18030.decode_without_bom_handling_and_without_replacement(&code)?.chars().next()
}

/// The character of a code in an encoding of Latin fonts.
pub(super) fn latin(name: Option<&[u8]>, code: u8) -> Option<char> {
    let encoding = if name == Some(b"MacRomanEncoding") { MACINTOSH } else { WINDOWS_1252 };
    let text = encoding.decode_without_bom_handling_and_without_replacement(std::slice::from_ref(&code))?;
    text.chars().next().filter(|c| !c.is_control())
}

/// Names of glyphs that are neither letters nor a number in Unicode.
const GLYPHS: &str = "exclam! quotedbl\" numbersign# dollar$ percent% ampersand& quotesingle' parenleft( parenright) \
    asterisk* plus+ comma, hyphen- period. slash/ zero0 one1 two2 three3 four4 five5 six6 seven7 eight8 nine9 colon: semicolon; \
    less< equal= greater> question? at@ bracketleft[ backslash\\ bracketright] asciicircum^ underscore_ grave` braceleft{ \
    bar| braceright} asciitilde~ quoteleft‘ quoteright’ quotedblleft“ quotedblright” endash– emdash— bullet• ellipsis… \
    periodcentered· middot· degree° multiply× divide÷ plusminus± permille‰ yuan¥ yen¥ section§ minus− fi\u{fb01} fl\u{fb02}";

/// The character a glyph's name stands for.
pub(super) fn glyph_name(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    if let Some(digits) = name.strip_prefix("uni").filter(|d| d.len() == 4) {
        return hex(digits);
    }
    if let Some(digits) = name.strip_prefix('u').filter(|d| (4..=6).contains(&d.len())) {
        return hex(digits);
    }
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return c.is_ascii_alphabetic().then_some(c);
    }
    NAMED.get(name).copied()
}

/// [`GLYPHS`] taken apart.
static NAMED: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let apart =
        |entry: &'static str| Some((entry.trim_end_matches(entry.chars().next_back()?), entry.chars().next_back()?));
    GLYPHS.split_whitespace().filter_map(apart).chain([("space", ' '), ("nbspace", ' ')]).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_chinese_fonts_are_known_by_name() {
        for (name, bytes, length, text) in [
            ("UniGB-UCS2-H", &[0x68, 0x65, 0][..], 2, "桥"),
            ("UniGB-UTF16-V", &[0xd8, 0x40, 0xdc, 0x00], 4, "𠀀"),
            ("GBK-EUC-H", &[0xc7, 0xc5, 0x31], 2, "桥"),
            ("GBK-EUC-H", &[0x37, 0x38], 1, "7"),
            ("GBK2K-H", &[0x95, 0x32, 0x82, 0x36], 4, "𠀀"),
            ("ETen-B5-H", &[0xbe, 0xf4], 2, "橋"),
        ] {
            let named = Named::of(name.as_bytes()).expect(name);
            assert_eq!(named.length(bytes), length, "{name}");
            assert_eq!(named.text(&bytes[..length]).as_deref(), Some(text), "{name}");
        }
        assert_eq!(Named::of(b"PKU2-H"), None);
    }

    #[test]
    fn glyphs_are_known_by_number_and_name() {
        let of = |glyph| gb_glyph(glyph);
        assert_eq!([of(940), of(4606), of(4695), of(7609)], ['啊', '住', '亍', '鳌'].map(Some));
        assert_eq!([of(18), of(830), of(278), of(96)], ['1', '1', '１', '\u{3000}'].map(Some));
        assert_eq!([of(0), of(605), of(7703)], [None; 3]);
        for (name, c) in
            [("uni6865", '桥'), ("u6865", '桥'), ("percent", '%'), ("two.oldstyle", '2'), ("A", 'A'), ("space", ' ')]
        {
            assert_eq!(glyph_name(name.as_bytes()), Some(c), "{name}");
        }
        assert_eq!(glyph_name(b"g123"), None);
    }
}
