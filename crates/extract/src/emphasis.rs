//! Markdown's bold marks, `新增**4200**人`: taken out of the text before it is divided, so that a number and its unit touch. Marks
//! that are no pair within a line and a cell stay as they are.

use std::borrow::Cow;

const MARK: &str = "**";

/// The text without pairs of bold marks.
pub(crate) fn without(text: &str) -> Cow<'_, str> {
    if !text.contains(MARK) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(['\n', '\r', '|']) {
        without_pairs(part, &mut out);
    }
    Cow::Owned(out)
}

/// Appends a line or cell without its pairs. The words between two marks touch both.
fn without_pairs(part: &str, out: &mut String) {
    let mut rest = part;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        let touches = |inner: &str| !inner.is_empty() && inner.trim() == inner && !inner.starts_with('*');
        match after.split_once(MARK).filter(|(inner, _)| touches(inner)) {
            Some((inner, after)) => {
                out.push_str(inner);
                rest = after;
            }
            None => {
                out.push_str(MARK);
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn pairs_leave_the_text() {
        for (text, expected) in [
            ("新增**4200**人", "新增4200人"),
            ("| **新建** | 书屋**6**个 |\n", "| 新建 | 书屋6个 |\n"),
            ("**一、办学**（3项）\n**二、修路**", "一、办学（3项）\n二、修路"),
            ("修渠**5条", "修渠**5条"),
            ("a ** b ** c", "a ** b ** c"),
            ("**修渠\n5条**", "**修渠\n5条**"),
            ("| **修渠 | 5条** |", "| **修渠 | 5条** |"),
            ("****\n***\n", "****\n***\n"),
            ("2**3", "2**3"),
            ("", ""),
        ] {
            assert_eq!(without(text), expected);
        }
    }
}
