//! Tags with too many attributes. The tokenizer compares each attribute of a tag with all before it, so that a tag of a
//! million would take hours; it is looked for beforehand. Follows only as much of the markup as it needs for that.

use super::RAW;

/// The most attributes of one tag.
pub(super) const MOST: usize = 5_000;

/// Whether a tag has more than [`MOST`] attributes.
pub(super) fn crowded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"<") {
        at = found + 1;
        match bytes.get(at) {
            Some(b'!') if bytes[at + 1..].starts_with(b"--") => at = end_of_comment(bytes, at + 1),
            Some(b'!' | b'?') => at = find(bytes, at, b">").unwrap_or(bytes.len()),
            Some(b'/') if bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) => {
                let Some(end) = end_of_tag(bytes, at + 1) else { return true };
                at = end;
            }
            Some(c) if c.is_ascii_alphabetic() => {
                let Some(end) = end_of_tag(bytes, at) else { return true };
                at = end_of_raw(bytes, &bytes[at..end], end);
            }
            _ => {}
        }
    }
    false
}

/// Where a tag ends whose name begins here; none when it has too many attributes.
fn end_of_tag(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut count, mut between, mut last) = (start, 0, false, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(at + 1),
            b'"' | b'\'' if last == b'=' => {
                at = find(bytes, at + 1, &[byte]).unwrap_or(bytes.len());
                (between, last) = (true, byte);
            }
            b'/' => between = true,
            b if b.is_ascii_whitespace() => between = true,
            b => {
                count += usize::from(between);
                (between, last) = (false, b);
            }
        }
        if count > MOST {
            return None;
        }
        at += 1;
    }
    Some(bytes.len())
}

/// Where the words of an element end that are not marked up, when the tag begins one.
fn end_of_raw(bytes: &[u8], tag: &[u8], start: usize) -> usize {
    let name = &tag[..tag.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(tag.len())];
    if !RAW.iter().any(|(raw, _)| name.eq_ignore_ascii_case(raw.as_bytes())) {
        return start;
    }
    let mut at = start;
    while let Some(found) = find(bytes, at, b"</") {
        at = found + 2;
        if bytes.get(at..at + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return found;
        }
    }
    bytes.len()
}

fn end_of_comment(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(found) = find(bytes, at, b"--") {
        at = found + 1;
        if bytes[found + 2..].starts_with(b">") || bytes[found + 2..].starts_with(b"!>") {
            return found + 3;
        }
    }
    bytes.len()
}

fn find(bytes: &[u8], from: usize, words: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(words.len()).position(|w| w == words).map(|n| from + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_tag_by_tag() {
        let some = |n: usize| (0..n).map(|n| format!(" a{n}=\"x > y\"")).collect::<String>();
        for (text, is) in [
            (format!("<p{}>", some(MOST)), false),
            (format!("<p{}>", some(MOST + 1)), true),
            (format!("</p{}>", some(MOST + 1)), true),
            (format!("<p{}", some(MOST + 1)), true),
            (format!("<p{0}><p{0}>", some(MOST / 2 + 1)), false),
            (format!("<p class='{}'>", "a ".repeat(MOST + 9)), false),
            (format!("<!--<p{}-->", some(MOST + 1)), false),
            (format!("<!--><p{}>", some(MOST + 1)), true),
            (format!("<script>if (a<b) {}</Script>", "a ".repeat(MOST + 9)), false),
            (format!("<script>1</script><p{}>", some(MOST + 1)), true),
            (format!("1 < 2 {}", "a ".repeat(MOST + 9)), false),
            (format!("<p {}>", "/a".repeat(MOST + 1)), true),
        ] {
            assert_eq!(crowded(&text), is, "{}", &text[..60]);
        }
    }
}
