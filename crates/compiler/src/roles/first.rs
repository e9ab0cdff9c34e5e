//! Words that say that the first body named leads: 列第一位者为牵头单位, 排在首位的为牵头单位. Which bodies that makes lead is
//! read in `lower`.

/// Words for the place in front.
const FIRST: &[&str] = &["第一位", "首位", "第1位", "最前", "第一个", "第一的", "第一者", "第一为"];
/// What stands before these, of bodies that stand in a row.
const STANDS: &[&str] = &["列", "排", "名", "单位", "部门", "中"];
/// What may stand between the place and the words that say that it leads.
const BETWEEN: &[&str] = &["责任单位", "单位", "部门", "工作", "面", "的", "者", "为", "是", "即", "系", "“"];
/// Words of a body that leads.
const LEADS: &[&str] = &["牵头", "主办单位", "主责单位"];

/// Whether it may be said somewhere in a text.
pub fn may_say(text: &str) -> bool {
    FIRST.iter().any(|w| text.contains(w))
}

/// Whether words say that the first of several bodies leads.
pub fn says(words: &str) -> bool {
    let leads = |tail: &str| LEADS.iter().any(|w| tail.starts_with(w));
    let first = |word: &&str| {
        words.match_indices(*word).any(|(at, _)| {
            let (before, mut tail) = (words[..at].trim_end_matches(['在', '于']), &words[at + word.len()..]);
            while let Some(rest) = BETWEEN.iter().find_map(|w| tail.strip_prefix(w)) {
                tail = rest;
            }
            STANDS.iter().any(|w| before.ends_with(w)) && leads(tail)
        })
    };
    // 牵头单位列第一位
    let stands = |lead: &str| {
        words.match_indices(lead).any(|(at, _)| {
            let tail = words[at + lead.len()..].trim_start_matches(['单', '位', '部', '门']);
            let place = tail.trim_start_matches(['列', '排', '名', '在', '于']);
            place.len() < tail.len() && FIRST.iter().any(|w| place.starts_with(w))
        })
    };
    FIRST.iter().any(first) || LEADS.iter().any(|w| stands(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_on_the_first_body() {
        for note in [
            "列第一位者为工作牵头单位，下同",
            "除注明外，列第一位的牵头",
            "责任单位排在首位的为牵头单位。",
            "排名第一的为牵头单位",
            "责任单位中第一个为牵头单位",
            "注：责任单位第一位为“牵头单位”",
            "责任部门列最前面的为主办单位",
            "牵头单位列首位",
            "牵头部门排在第一位，其余为配合部门",
        ] {
            assert!(may_say(note) && says(note), "{note}");
        }
        for words in [
            "把群众放在首位，由县民政局牵头",
            "第一季度由牵头单位完成设计",
            "总量居首位",
            "牵头单位：县民政局",
            "排名不分先后",
            "列第一位的小区先行改造",
        ] {
            assert!(!says(words), "{words}");
        }
    }
}
