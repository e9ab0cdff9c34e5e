//! Lines that a paper or a page puts around a text: who wrote, edited or sent it, where it was taken from, a bar to share it. No
//! commitment is in such a line. Judges one line by its own words.

/// The longest such line, in characters.
const LONGEST: usize = 40;

/// Labels, before a colon, a space or the end of the line.
const LABELS: &[&str] = &[
    "来源", "信息来源", "稿源", "作者", "编辑", "责编", "责任编辑", "编审", "审核", "初审", "复审", "终审", "校对",
    "监制", "记者", "通讯员", "供稿", "摄影", "信息发布者", "发布者", "发布人", "分享", "转载", "新闻推荐", "时刻新闻",
];

/// True for a line that names who made the text or where it is from: `责编 某某`, `（编辑：某某）`, `来源：青石网 作者：某某`.
pub fn is_one(line: &str) -> bool {
    let is_sentence = line.contains(['。', '；', '，', ',']);
    let line = line.trim().trim_matches(|c: char| !c.is_alphanumeric());
    if line.is_empty() || line.chars().count() > LONGEST || is_sentence {
        return false;
    }
    let labelled = LABELS
        .iter()
        .filter_map(|l| line.strip_prefix(l))
        .any(|rest| rest.is_empty() || rest.starts_with(['：', ':', ' ', '　', '|', '丨']));
    labelled || of_paper(line)
}

/// `青石日报记者某某`: a paper and its journalist.
fn of_paper(line: &str) -> bool {
    const NAME: usize = 12;
    let parts = ["报记者", "社记者", "台记者", "网记者"].iter().find_map(|w| line.split_once(w));
    parts.is_some_and(|(_, who)| {
        !who.is_empty() && who.chars().count() <= NAME && !who.contains("报道") && !who.contains(char::is_numeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wrote_it_and_where_it_is_from() {
        for yes in [
            "来源：青石网  作者：某某",
            "信息发布者:某某",
            "责编  某某",
            "（编辑：某某）",
            "青石日报记者某某",
            "—分享—",
            "分享：",
            "新闻推荐",
        ] {
            assert!(is_one(yes), "{yes}");
        }
        for no in [
            "编辑出版地方志3册",
            "来源地追溯系统建成",
            "分享课堂进社区30场",
            "作者见面会，全年9场",
            "培训小记者300人",
            "青石日报记者站新建3处",
            "审核：全年完成9次。",
            "",
        ] {
            assert!(!is_one(no), "{no}");
        }
    }
}
