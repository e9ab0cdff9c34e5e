//! Bytes to values. The same grammar serves the file, the drawing of a page and the maps of a font. Nothing here recurs,
//! so that deep nesting costs no stack; what is no value is passed over.

use super::object::{Dict, Object};

/// Arrays and dictionaries nested deeper than this are not read.
const MAX_DEPTH: usize = 64;
/// The most values in one.
const MAX_VALUES: usize = 500_000;
/// The longest name or word.
const MAX_WORD: usize = 256;

/// A place in bytes from which values are read.
pub(super) struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

/// A container that is still open.
struct Open {
    is_dict: bool,
    values: Vec<Object>,
}

impl<'a> Lexer<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The next value; `None` at the end of the bytes, and where values are too deep or too many.
    pub fn next(&mut self) -> Option<Object> {
        let mut open: Vec<Open> = vec![];
        let mut count = 0;
        loop {
            self.space();
            let value = match self.bytes.get(self.at)? {
                b'(' => self.literal(),
                b'/' => self.name(),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    self.at += 2;
                    open.push(Open { is_dict: true, values: vec![] });
                    if open.len() > MAX_DEPTH {
                        return None;
                    }
                    continue;
                }
                b'<' => self.hexadecimal(),
                b'[' | b'{' => {
                    self.at += 1;
                    open.push(Open { is_dict: false, values: vec![] });
                    if open.len() > MAX_DEPTH {
                        return None;
                    }
                    continue;
                }
                b']' | b'}' | b'>' => {
                    let both = self.bytes[self.at..].starts_with(b">>");
                    self.at += if both { 2 } else { 1 };
                    let Some(done) = open.pop() else { continue };
                    if done.is_dict { Object::Dict(pairs(done.values)) } else { Object::Array(done.values) }
                }
                b')' => {
                    self.at += 1;
                    continue;
                }
                _ => self.word(),
            };
            count += 1;
            let Some(inner) = open.last_mut() else { return Some(value) };
            if count > MAX_VALUES {
                return None;
            }
            match (&value, inner.values.as_slice()) {
                (Object::Word(w), [.., Object::Number(id), Object::Number(_)]) if w == b"R" => {
                    let id = *id as u32;
                    inner.values.truncate(inner.values.len() - 2);
                    inner.values.push(Object::Ref(id));
                }
                _ => inner.values.push(value),
            }
        }
    }

    /// Passes over white space and comments.
    pub fn space(&mut self) {
        while let Some(b) = self.bytes.get(self.at) {
            match b {
                b'%' => {
                    let rest = &self.bytes[self.at..];
                    self.at += rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
                }
                b if is_space(*b) => self.at += 1,
                _ => break,
            }
        }
    }

    fn literal(&mut self) -> Object {
        self.at += 1;
        let (mut depth, mut text) = (1, vec![]);
        while let Some(&b) = self.bytes.get(self.at) {
            self.at += 1;
            match b {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    text.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            text.push(b);
        }
        Object::Text(text)
    }

    /// What stands after a backslash.
    fn escape(&mut self) -> Option<u8> {
        let b = *self.bytes.get(self.at)?;
        self.at += 1;
        match b {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\r' => {
                self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n'));
                None
            }
            b'\n' => None,
            b'0'..=b'7' => {
                let mut value = u32::from(b - b'0');
                for _ in 0..2 {
                    let Some(d @ b'0'..=b'7') = self.bytes.get(self.at) else { break };
                    value = value * 8 + u32::from(d - b'0');
                    self.at += 1;
                }
                Some(value as u8)
            }
            other => Some(other),
        }
    }

    fn hexadecimal(&mut self) -> Object {
        self.at += 1;
        let (mut text, mut half) = (vec![], None);
        while let Some(&b) = self.bytes.get(self.at) {
            self.at += 1;
            if b == b'>' {
                break;
            }
            let Some(digit) = (b as char).to_digit(16) else { continue };
            match half.take() {
                None => half = Some(digit as u8 * 16),
                Some(high) => text.push(high + digit as u8),
            }
        }
        text.extend(half);
        Object::Text(text)
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        let mut name = vec![];
        let start = self.at;
        while let Some(&b) = self.bytes.get(self.at).filter(|b| !is_border(**b)) {
            self.at += 1;
            let digits = self.bytes.get(self.at..self.at + 2).filter(|_| b == b'#');
            let code = digits.and_then(|d| u8::from_str_radix(std::str::from_utf8(d).ok()?, 16).ok());
            self.at += if code.is_some() { 2 } else { 0 };
            if self.at - start <= MAX_WORD {
                name.push(code.unwrap_or(b));
            }
        }
        Object::Name(name)
    }

    fn word(&mut self) -> Object {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|b| is_border(*b)).unwrap_or(rest.len()).max(1);
        self.at += end;
        let word = &rest[..end.min(MAX_WORD)];
        match word {
            b"true" => Object::Bool(true),
            b"false" => Object::Bool(false),
            b"null" => Object::Null,
            _ => number(word).map_or_else(|| Object::Word(word.to_vec()), Object::Number),
        }
    }
}

/// A number in decimals; a second sign or point ends it, as viewers have it.
fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.')) {
        return None;
    }
    let text = text.strip_prefix("--").unwrap_or(text);
    let text = text.split_at_checked(1).and_then(|(_, rest)| rest.find('-')).map_or(text, |n| &text[..n + 1]);
    if text.bytes().any(|b| !(b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.'))) {
        return None;
    }
    Some(text.parse().unwrap_or(0.0))
}

fn pairs(values: Vec<Object>) -> Dict {
    let mut dict = Dict::default();
    let mut values = values.into_iter();
    while let (Some(key), Some(value)) = (values.next(), values.next()) {
        if let Object::Name(key) = key {
            dict.0.insert(key, value);
        }
    }
    dict
}

pub(super) fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn is_border(b: u8) -> bool {
    is_space(b) || matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<Object> {
        Lexer::new(text.as_bytes(), 0).next()
    }

    #[test]
    fn values_are_read_as_written() {
        for (text, value) in [
            ("% note\n -3.5", Object::Number(-3.5)),
            (".5", Object::Number(0.5)),
            ("--7", Object::Number(7.0)),
            ("12-3", Object::Number(12.0)),
            ("(a(b)\\)\\n\\101\\\r\nc)", Object::Text(b"a(b))\nAc".to_vec())),
            ("<4 8 6>", Object::Text(b"H`".to_vec())),
            ("/A#20b", Object::Name(b"A b".to_vec())),
            ("[1 0 R]", Object::Array(vec![Object::Ref(1)])),
            ("T*", Object::Word(b"T*".to_vec())),
        ] {
            assert_eq!(one(text), Some(value), "{text}");
        }
        let dict = one("<</A<</B 2 0 R/C[1(x)]>>/D/E>>");
        let dict = dict.as_ref().and_then(Object::dict).expect("a dictionary");
        assert_eq!(dict.get("D").name(), Some(&b"E"[..]));
        assert_eq!(dict.get("A").dict().map(|d| d.get("B")), Some(&Object::Ref(2)));
    }

    #[test]
    fn what_nests_too_deep_is_no_value() {
        assert_eq!(one(&"[".repeat(100_000)), None);
        assert_eq!(one(&"<<".repeat(100_000)), None);
        assert_eq!(one(") ] 4"), Some(Object::Number(4.0)));
    }
}
