//! When a document was published, as the lines around its title say. A date that stands alone may be anything else.

use jiff::civil::Date;

use crate::layout::digits;

/// The date after a label such as `发布日期:`, or alone in brackets under a title. Dates that only say when a page was
/// looked at have no label.
pub fn published(line: &str) -> Option<Date> {
    const LABELS: &[&str] = &[
        "发表时间", "发布日期", "发布时间", "发文日期", "公开日期", "公布日期", "成文日期", "生成日期", "日期", "时间",
        "发布于",
    ];
    // 2027-01-20 17:05 来源：…, as news pages have it
    let clocked = || line.trim().split([' ', '　']).nth(1).is_some_and(is_clock);
    let dated = Some(line.trim()).filter(|l| l.starts_with("20") && clocked());
    let dated = dated.and_then(|l| l.split([' ', '　']).next());
    let line: String = line.chars().filter(|c| !matches!(c, ' ' | '　' | '|')).collect();
    let label = || LABELS.iter().find(|l| line.contains(**l));
    let bare =
        || line.strip_prefix(['（', '(']).and_then(|l| l.strip_suffix(['）', ')'])).filter(|l| l.ends_with('日'));
    let rest = dated.or_else(|| label().and_then(|l| line.split_once(l)).map(|(_, rest)| rest)).or_else(bare)?;
    let rest = rest.trim_start_matches([':', '：', ']', '】']);
    if !rest.starts_with(|c| digits::any(c).is_some()) {
        return None;
    }
    let mut parts = [0i32; 3];
    let mut n = 0;
    let mut chars = rest.chars().peekable();
    while n < 3 {
        let mut seen = false;
        while let Some(d) = chars.peek().and_then(|c| digits::any(*c)) {
            parts[n] = parts[n].checked_mul(10)?.checked_add(d as i32)?;
            seen = true;
            chars.next();
        }
        if !seen {
            return None;
        }
        n += 1;
        if n < 3 && !matches!(chars.next(), Some('年' | '月' | '-' | '/' | '.')) {
            return None;
        }
    }
    Date::new(parts[0].try_into().ok()?, parts[1].try_into().ok()?, parts[2].try_into().ok()?).ok()
}

/// `17:05`, `17:05:12`.
fn is_clock(text: &str) -> bool {
    let text = text.trim();
    text.contains(':') && text.len() <= 8 && text.chars().all(|c| c.is_ascii_digit() || c == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_labelled_date_or_one_with_a_clock() {
        let table = [
            ("日期: 2026年05月18日    信息来源:", Some("2026-05-18")),
            ("发布时间：2026-02-30", None),
            ("2027年10月13日 星期五", None),
            ("（2027年3月9日）", Some("2027-03-09")),
            ("（2027年3月9日县政府常务会议通过）", None),
            ("2027-03-09 17:05:12 来源：", Some("2027-03-09")),
            ("2027/3/9 17:05", Some("2027-03-09")),
            // a cell may say so
            ("2027-03-09", None),
        ];
        for (line, date) in table {
            assert_eq!(published(line).map(|d| d.to_string()).as_deref(), date, "{line}");
        }
    }
}
