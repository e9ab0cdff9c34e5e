//! Lines that a printed page broke. A text made from a PDF ends its lines where the page did, inside a word, a number or a
//! bracket; such a line goes on with the one before it and is no paragraph of its own.

/// Whether `line` goes on with the words `before`, which may be several lines already.
pub fn goes_on(before: &str, line: &str) -> bool {
    let (before, line) = (before.trim_end(), line.trim_start());
    let Some(last) = before.chars().next_back() else { return false };
    if is_open(before) || line.starts_with(['，', '。', '；', '、', '）', ')', '%', '％', '”', '》']) {
        return true;
    }
    let ends = "。；;！!？?：:）)】”》…".contains(last);
    let number_begins = line.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let number_breaks = last.is_ascii_digit() && line.starts_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace());
    let unit_breaks = parts_a_unit(before, line);
    let list_goes_on = matches!(last, '、' | '，' | ',');
    !ends && (number_begins || number_breaks || unit_breaks || list_goes_on)
}

/// A measure word was begun behind a number and not ended: 900公/里, 3000万/元, 2万户/次.
fn parts_a_unit(before: &str, line: &str) -> bool {
    const PARTED: &[(&str, &str)] = &[
        ("公", "里斤顷"),
        ("平", "方米"),
        ("立", "方米"),
        ("平方", "米公千"),
        ("立方", "米"),
        ("百分", "点"),
        ("人", "次"),
        ("户", "次"),
        ("场", "次"),
        ("家", "次"),
        ("批", "次"),
        ("件", "次"),
        ("个百", "分"),
        ("亩", "次"),
        ("万", "元人个名户亩次"),
        ("亿", "元"),
        ("千", "瓦米克"),
    ];
    let Some(next) = line.chars().next() else { return false };
    let numbered = |words: &str| words.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '万' | '亿'));
    let parted =
        |(begun, goes_on): &(&str, &str)| goes_on.contains(next) && before.strip_suffix(begun).is_some_and(numbered);
    PARTED.iter().any(parted)
}

/// A bracket or quotation was begun and not ended. Only a short while back; a mark that was simply forgotten ends nothing.
fn is_open(text: &str) -> bool {
    const FAR: usize = 60;
    let mut depth = 0i32;
    for c in text.chars().rev().take(FAR) {
        match c {
            '（' | '(' | '【' | '《' | '“' => depth -= 1,
            '）' | ')' | '】' | '》' | '”' => depth += 1,
            '。' if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_and_paragraphs() {
        for (before, line) in [
            ("新增床位", "1260张。"),
            ("新增床位1260张。（牵头", "单位：卫健局）"),
            ("新建社区食堂、", "助餐点"),
            ("改造12", "个小区"),
            ("实施安防工程900公", "里，改造危桥"),
            ("发放补贴3000万", "元，惠及"),
            ("指导服务1万户", "次。"),
            ("建成公园3处", "，绿道5公里。"),
        ] {
            assert!(goes_on(before, line), "{before} | {line}");
        }
        for (before, line) in [
            ("新增床位1260张。", "责任单位：卫健局"),
            ("提升养老服务水平", "新建社区食堂6家。"),
            ("修桥三座（一期）", "牵头单位：交通局"),
            ("慰问家庭300户", "户均补贴900元"),
            ("", "新建"),
        ] {
            assert!(!goes_on(before, line), "{before} | {line}");
        }
    }
}
