//! Digits as they occur in headings: half- and full-width, Chinese. Counts only; quantities are read by `syntax`.

/// The value of one digit in any writing.
pub fn any(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        '〇' | '零' => Some(0),
        _ => "一二三四五六七八九".chars().position(|d| d == c).map(|i| i as u32 + 1),
    }
}

/// A whole number at the start of a text, and its length in bytes: `60`, `六十`, `十二`, `一百零五`.
pub fn count(text: &str) -> (Option<u32>, usize) {
    let (mut total, mut current, mut len, mut grouped) = (0u32, None::<u32>, 0, false);
    for c in text.chars() {
        let scale = match c {
            '十' => Some(10),
            '百' => Some(100),
            _ => None,
        };
        if let Some(scale) = scale {
            total = total.saturating_add(current.take().unwrap_or(1).saturating_mul(scale));
            grouped = true;
        } else if let Some(d) = any(c) {
            current = Some(if grouped { d } else { current.unwrap_or(0).saturating_mul(10).saturating_add(d) });
        } else {
            break;
        }
        len += c.len_utf8();
    }
    ((len > 0).then(|| total.saturating_add(current.unwrap_or(0))), len)
}
