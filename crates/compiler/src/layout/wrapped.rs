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
    let list_goes_on = matches!(last, '、' | '，' | ',');
    !ends && (number_begins || number_breaks || list_goes_on)
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
            ("建成公园3处", "，绿道5公里。"),
        ] {
            assert!(goes_on(before, line), "{before} | {line}");
        }
        for (before, line) in [
            ("新增床位1260张。", "责任单位：卫健局"),
            ("提升养老服务水平", "新建社区食堂6家。"),
            ("修桥三座（一期）", "牵头单位：交通局"),
            ("", "新建"),
        ] {
            assert!(!goes_on(before, line), "{before} | {line}");
        }
    }
}
