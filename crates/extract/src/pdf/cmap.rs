//! Maps of a font: codes to characters, codes to glyphs, and how many bytes a code has. Ranges stay ranges, so that a map
//! of a few words that spans everything costs nothing.

use super::lexer::Lexer;
use super::object::Object;

/// The most ranges of one map.
const MAX_RANGES: usize = 150_000;

/// A map that was read.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Length in bytes, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// First and last code, and what the first becomes.
    characters: Vec<(u32, u32, String)>,
    glyphs: Vec<(u32, u32, u32)>,
    /// The name of the map this one goes on from.
    pub base: Option<Vec<u8>>,
}

impl CMap {
    /// Reads a map.
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut values: Vec<Object> = vec![];
        while let Some(value) = lexer.next() {
            let Object::Word(word) = &value else {
                values.push(value);
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => map.spaces.extend(values.chunks_exact(2).filter_map(space).take(100)),
                b"endbfchar" => values.chunks_exact(2).for_each(|c| map.character(&c[0], &c[0], &c[1])),
                b"endbfrange" => values.chunks_exact(3).for_each(|c| map.character(&c[0], &c[1], &c[2])),
                b"endcidchar" => values.chunks_exact(2).for_each(|c| map.glyph(&c[0], &c[0], &c[1])),
                b"endcidrange" => values.chunks_exact(3).for_each(|c| map.glyph(&c[0], &c[1], &c[2])),
                b"usecmap" => map.base = values.last().and_then(|v| v.name()).map(<[u8]>::to_vec),
                _ => {}
            }
            values.clear();
        }
        map.characters.sort_by_key(|(first, ..)| *first);
        map.glyphs.sort_by_key(|(first, ..)| *first);
        map
    }

    fn character(&mut self, first: &Object, last: &Object, to: &Object) {
        let (Some((_, first)), Some((_, last))) = (code(first), code(last)) else { return };
        match to {
            Object::Text(text) if self.characters.len() < MAX_RANGES => {
                self.characters.push((first, last, utf16(text)));
            }
            Object::Array(all) => {
                for (n, one) in (first..=last).zip(all).take(MAX_RANGES) {
                    if let Object::Text(text) = one
                        && self.characters.len() < MAX_RANGES
                    {
                        self.characters.push((n, n, utf16(text)));
                    }
                }
            }
            _ => {}
        }
    }

    fn glyph(&mut self, first: &Object, last: &Object, to: &Object) {
        if let (Some((_, first)), Some((_, last)), Some(to)) = (code(first), code(last), to.count())
            && self.glyphs.len() < MAX_RANGES
        {
            self.glyphs.push((first, last, to as u32));
        }
    }

    /// What a code becomes.
    pub fn text(&self, code: u32) -> Option<String> {
        let n = self.characters.partition_point(|(first, ..)| *first <= code);
        let (first, _, text) = self.characters[..n].last().filter(|(_, last, _)| code <= *last)?;
        if code == *first {
            return Some(text.clone());
        }
        let mut chars: Vec<char> = text.chars().collect();
        let end = chars.last_mut()?;
        *end = char::from_u32(u32::from(*end).checked_add(code - first)?)?;
        Some(chars.into_iter().collect())
    }

    /// The glyph of a code.
    pub fn glyph_of(&self, code: u32) -> Option<u32> {
        let n = self.glyphs.partition_point(|(first, ..)| *first <= code);
        let (first, _, glyph) = self.glyphs[..n].last().filter(|(_, last, _)| code <= *last)?;
        glyph.checked_add(code - first)
    }

    /// How many bytes the code has that begins here.
    pub fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |(length, first, last): &(usize, u32, u32)| {
            let code = number(bytes.get(..*length)?);
            // Each byte has its own range.
            let each = (0..*length).all(|n| {
                let byte = |code: u32| (code >> (8 * n)) & 0xff;
                (byte(*first)..=byte(*last)).contains(&byte(code))
            });
            each.then_some(*length)
        };
        self.spaces.iter().find_map(fits).or(self.spaces.first().map(|s| s.0))
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.characters.is_empty()
    }
}

fn space(pair: &[Object]) -> Option<(usize, u32, u32)> {
    let ((length, first), (_, last)) = (code(&pair[0])?, code(&pair[1])?);
    Some((length, first, last))
}

fn code(value: &Object) -> Option<(usize, u32)> {
    match value {
        Object::Text(bytes) if (1..=4).contains(&bytes.len()) => Some((bytes.len(), number(bytes))),
        _ => None,
    }
}

/// Bytes as one number.
pub(super) fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |n, b| (n << 8) | u32::from(*b))
}

/// The longest text of one code.
const MAX_TEXT: usize = 32;

fn utf16(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(MAX_TEXT)];
    if let &[one] = bytes {
        return char::from(one).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_single_codes_are_mapped() {
        let map = CMap::read(
            b"/GBK-EUC-H usecmap 1 begincodespacerange <0000> <ffff> endcodespacerange \
              1 beginbfchar <0003> <6865> endbfchar 2 beginbfrange <0010> <0012> <4e00> <0020> <0021> [<4fee> <00660069>] endbfrange \
              1 begincidrange <0000> <ffff> 5 endcidrange",
        );
        let texts: Vec<_> = [3, 0x11, 0x12, 0x13, 0x20, 0x21].iter().map(|c| map.text(*c)).collect();
        let expected = [Some("桥"), Some("丁"), Some("丂"), None, Some("修"), Some("fi")];
        assert_eq!(texts, expected.map(|t| t.map(str::to_string)));
        assert_eq!((map.glyph_of(7), map.length(&[0, 3, 9])), (Some(12), Some(2)));
        assert_eq!(map.base.as_deref(), Some(&b"GBK-EUC-H"[..]));
    }
}
