//! What a document says about itself: its title, who publishes it, for which year, when, and how many items it declares.

use std::sync::LazyLock;

use jiff::civil::Date;
use yinuo_model::Declared;

use super::digits;
use super::marker::{self, Style};
use super::paragraph::Paragraph;
use crate::syntax::openings::Openings;

/// Words that make a line a list's title.
const TITLE_WORDS: &[&str] = &[
    "民生实事", "惠民实事", "为民办实事", "实事项目", "惠民事项", "实事", "民生工程", "民心工程", "惠民工程",
    "民生项目", "惠民项目", "重点工作", "任务分解", "重点任务", "责任清单", "工作任务",
];

static TITLES: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(TITLE_WORDS.iter().map(|w| (*w, ()))));

/// How bodies that publish lists end their names.
const PLACE_ENDS: &[&str] = &[
    "自治区", "自治州", "自治县", "开发区", "高新区", "示范区", "管委会", "新区", "省", "市", "区", "县", "州", "盟",
    "旗", "镇", "乡", "街道",
];

/// Words that stand for a place without naming one.
const PRONOUN_PLACES: &[&str] =
    &["全省", "全市", "全区", "全县", "我省", "我市", "我区", "我县", "本市", "本区", "本县", "市区"];

/// How much a line looks like a list's title: 0 is not at all.
pub fn title_score(line: &str) -> u32 {
    const LONGEST: usize = 60;
    let ends_otherwise = |line: &str| line.ends_with(['。', '；', '，', '：', ':']);
    // each of the words holds one of these
    if line.len() > LONGEST * 4 || ends_otherwise(line) || !line.contains(['实', '民', '重', '任']) {
        return 0;
    }
    if !(4..=LONGEST).contains(&line.chars().count()) {
        return 0;
    }
    let Some(rank) = TITLE_WORDS.iter().position(|w| line.contains(w)) else { return 0 };
    let year = if year(line).is_some() { 10 } else { 0 };
    let place = if jurisdiction(line).is_some() { 12 } else { 0 };
    // A headline about a list is a sentence with a comma; a list's name is none.
    let headline = line.contains(['，', ',', '！', '？', '；']);
    if headline { 1 } else { 20 - rank as u32 + year + place }
}

/// The title without a count in brackets at its end.
pub fn title(line: &str) -> String {
    let line = line.trim().trim_start_matches('#').trim();
    let line = issued(line).unwrap_or(line);
    // A section's title has the section's number before it.
    let number = marker::leading(line).filter(|m| matches!(m.style, Style::Han | Style::HanParen));
    let line = number.map_or(line, |m| &line[m.len..]);
    match line.char_indices().rev().find(|(_, c)| matches!(c, '(' | '（')) {
        Some((open, _)) if line.ends_with([')', '）']) && declared(&line[open..]) != Declared::default() => {
            line[..open].trim_end().to_string()
        }
        _ => line.to_string(),
    }
}

/// The list that a notice sends out: `关于印发《…》的通知`.
fn issued(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once('《')?;
    let (inner, after) = rest.rsplit_once('》')?;
    let sends_out = ["印发", "下发", "公布", "发布"].iter().any(|w| before.ends_with(w));
    (sends_out && after.starts_with("的通知") && title_score(inner) > 0).then_some(inner)
}

/// The first year in a text, `2016年` or `二〇一六年`, from 1949 to 2199.
pub fn year(text: &str) -> Option<i16> {
    for (at, _) in text.match_indices('年') {
        let before = &text[..at];
        let mut value = 0i32;
        let mut scale = 1;
        let mut count = 0;
        for c in before.chars().rev().skip_while(|c| c.is_whitespace()) {
            let Some(d) = digits::any(c) else { break };
            count += 1;
            if count > 4 {
                break;
            }
            value += d as i32 * scale;
            scale *= 10;
        }
        if count == 4 && (1949..2200).contains(&value) {
            return Some(value as i16);
        }
    }
    None
}

/// The year of a document in traditional characters that counts from 1912: `120年度`. Elsewhere such a number is no year.
pub fn minguo(paragraphs: &[Paragraph]) -> Option<i16> {
    const TRADITIONAL: &[char] = &['標', '準', '計', '畫', '務', '項', '辦', '實', '會', '關', '業', '動', '國'];
    if !paragraphs.iter().any(|p| p.text.contains(TRADITIONAL)) {
        return None;
    }
    paragraphs.iter().find_map(|p| {
        let (before, _) = p.text.split_once("年度")?;
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let value: i16 = before[before.len() - digits..].parse().ok()?;
        (80..200).contains(&value).then_some(value + 1911)
    })
}

/// The body a title names: `光明新区2016年民生实事`, `2016年某某县民生实事`.
pub fn jurisdiction(title: &str) -> Option<String> {
    let mut words = title.char_indices().filter(|(at, c)| TITLES.of_head(*c, &title[*at..]).is_some());
    let word_at = words.next().map_or(title.len(), |(at, _)| at);
    place_beside_year(&title[..word_at])
}

/// The longest title of a report, in bytes.
const LONGEST_REPORT: usize = 150;

/// The year and the body of a work report, where this is its title: `2026年青石县政府工作报告`. A list in it is of both.
pub fn report(line: &str) -> Option<(Option<i16>, Option<String>)> {
    let head = line.trim().strip_suffix("工作报告").filter(|head| head.len() < LONGEST_REPORT)?;
    Some((year(head), place_beside_year(head)))
}

fn place_beside_year(head: &str) -> Option<String> {
    let year_at = head
        .char_indices()
        .find(|(_, c)| digits::any(*c).is_some_and(|_| c.is_numeric() || *c == '二'))
        .map(|(i, _)| i);
    let marks = |c: char| c.is_whitespace() || "，,、：:【】[]〔〕".contains(c);
    let before = head[..year_at.unwrap_or(head.len())].trim_matches(marks);
    let after =
        head.find("年").map_or("", |i| head[i + '年'.len_utf8()..].trim_start_matches('度').trim_matches(marks));
    [before, after].into_iter().find_map(place)
}

/// A place name that begins a text and ends as places do.
fn place(text: &str) -> Option<String> {
    let text = text.trim_start_matches("关于").trim_start_matches("印发");
    let text = text.strip_suffix("人民政府").or_else(|| text.strip_suffix("政府")).unwrap_or(text);
    let is_end = |c: char| matches!(c, '区' | '州' | '县' | '会' | '省' | '市' | '盟' | '旗' | '镇' | '乡' | '道');
    let ends_here = |name: &&str| name.ends_with(is_end) && PLACE_ENDS.iter().any(|e| name.ends_with(e));
    let name = text.char_indices().rev().map(|(at, c)| &text[..at + c.len_utf8()]).find(ends_here)?;
    let part =
        ["社区", "小区", "校区", "片区", "辖区", "城区", "园区", "景区", "地区"].iter().any(|w| name.ends_with(w));
    // 市委市政府 names no place
    let part = part || ["省委", "市委", "区委", "县委", "州委", "旗委", "党委"].iter().any(|w| name.contains(w));
    let bare = part || PLACE_ENDS.contains(&name) || PRONOUN_PLACES.contains(&name);
    let plain = name.chars().all(|c| !c.is_ascii_punctuation() && !"，。、；：“”《》（）".contains(c));
    (!bare && plain && name.chars().count() <= 20).then(|| name.to_string())
}

/// The body that says what it will do: `青石市将聚焦…`, `2026年，青石县着力…`.
pub fn announcer(sentence: &str) -> Option<String> {
    const DOES: [&str; 8] = ["将", "聚焦", "继续", "计划", "着力", "坚持", "集中", "人民政府"];
    sentence.split(['，', ',', '。', '！']).find_map(|clause| {
        let end = DOES.iter().filter_map(|d| clause.find(d)).min()?;
        let body = clause[..end].rsplit('年').next().unwrap_or_default().trim();
        let whole = PLACE_ENDS.iter().any(|e| body.ends_with(e)) && body.chars().count() <= 10;
        place(body).filter(|name| whole && name == body)
    })
}

/// Whether a sentence tells of the year before: `去年10件实事已全部完成`.
pub fn looks_back(sentence: &str) -> bool {
    const DONE: [&str; 8] =
        ["已全部完成", "已全面完成", "全部完成", "顺利完成", "圆满完成", "基本完成", "全面完成", "如期兑现"];
    // 确保全部完成 is still to be done
    let ahead = ["确保", "力争", "年底前", "要"].iter().any(|w| sentence.contains(w));
    let done = || DONE.iter().any(|w| sentence.contains(w)) && !ahead;
    ["去年", "上年", "上一年"].iter().any(|w| sentence.contains(w)) || done()
}

/// Counts declared in a title, heading or announcing sentence: `共8大类60项`, `15件`, `十件`.
pub fn declared(text: &str) -> Declared {
    let mut found = Declared::default();
    let mut number: Option<u32> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if digits::any(c).is_some() || matches!(c, '十' | '百') {
            let (value, len) = digits::count(&text[at..]);
            number = value;
            while chars.peek().is_some_and(|(next, _)| *next < at + len) {
                chars.next();
            }
            continue;
        }
        if c == '个' && found.items.is_none() && number.is_some() && counts_projects(&text[at + c.len_utf8()..]) {
            found.items = number;
        }
        match c {
            '大' | '个' | ' ' if number.is_some() => continue,
            '类' if found.categories.is_none() => found.categories = number,
            '项' | '件' if found.items.is_none() => found.items = number,
            _ => {}
        }
        number = None;
    }
    found
}

/// Whether what 个 counts are a list's items: 9个具体项目, 9个为民办实事项目.
fn counts_projects(after: &str) -> bool {
    const NEAR: usize = 10;
    let ends = |c: &char| "，。、；：,;:".contains(*c) || c.is_numeric();
    let near: String = after.chars().take_while(|c| !ends(c)).take(NEAR).collect();
    ["项目", "实事", "事项"].iter().any(|w| near.contains(w))
}

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
    let bare =
        || line.strip_prefix(['（', '(']).and_then(|l| l.strip_suffix(['）', ')'])).filter(|l| l.ends_with('日'));
    let rest = dated.or_else(|| LABELS.iter().find_map(|l| line.split_once(l).map(|(_, rest)| rest))).or_else(bare)?;
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
    fn every_word_is_looked_for() {
        assert!(TITLE_WORDS.iter().all(|w| title_score(&format!("{w}一览表")) > 0));
        assert!(PLACE_ENDS.iter().all(|end| place(&format!("青石{end}办")) == Some(format!("青石{end}"))));
    }

    #[test]
    fn titles() {
        assert_eq!(title("青石区2026年民生实事(共3大类12项)"), "青石区2026年民生实事");
        assert_eq!(title("青石区2026年民生实事（修订）"), "青石区2026年民生实事（修订）");
        assert_eq!(jurisdiction("青石新区2026年民生实事").as_deref(), Some("青石新区"));
        assert_eq!(jurisdiction("2026年青石县民生实事项目").as_deref(), Some("青石县"));
        assert_eq!(jurisdiction("青石市人民政府2026年十件民生实事").as_deref(), Some("青石市"));
        assert_eq!(jurisdiction("2026年，青石市政府将办好9件民生实事").as_deref(), Some("青石市"));
        assert_eq!(jurisdiction("【青石市】2026年民生实事").as_deref(), Some("青石市"));
        assert_eq!(jurisdiction("2026年市委市政府为民兴办9件实事"), None);
        assert_eq!(jurisdiction("2026年自治区民生实事"), None);
        assert_eq!(jurisdiction("2026年省十件民生实事"), None);
        assert_eq!(announcer("各位代表！2026年，青石市将办好9件民生实事").as_deref(), Some("青石市"));
        assert_eq!(announcer("2026年青石新区聚焦急难愁盼，办好9件民生实事").as_deref(), Some("青石新区"));
        assert_eq!(announcer("今年，市政府将继续办好9件民生实事"), None);
        assert_eq!(announcer("我们将在全市办好9件民生实事"), None);
        assert_eq!(year("二〇二六年工作"), Some(2026));
        assert_eq!(year("石桥区 2026 年民生实事"), Some(2026));
        assert_eq!(year("未来三年"), None);
    }

    #[test]
    fn counts_and_dates() {
        let d = declared("共8大类60项");
        assert_eq!((d.categories, d.items), (Some(8), Some(60)));
        assert_eq!(declared("今年办好15件民生实事").items, Some(15));
        assert_eq!(declared("2026年省十件民生实事").items, Some(10));
        assert_eq!(declared("十二类四十五件").categories, Some(12));
        assert_eq!(
            published("日期: 2026年05月18日    信息来源:").map(|d| d.to_string()).as_deref(),
            Some("2026-05-18")
        );
        assert_eq!(published("发布时间：2026-02-30"), None);
        assert_eq!(published("2027年10月13日 星期五"), None);
        assert_eq!(published("（2027年3月9日）").map(|d| d.to_string()).as_deref(), Some("2027-03-09"));
        assert_eq!(published("（2027年3月9日县政府常务会议通过）"), None);
        assert_eq!(published("2027-03-09 17:05:12 来源：").map(|d| d.to_string()).as_deref(), Some("2027-03-09"));
        assert_eq!(published("2027/3/9 17:05").map(|d| d.to_string()).as_deref(), Some("2027-03-09"));
        assert_eq!(published("2027-03-09"), None, "a cell may say so");
        assert_eq!(declared("将实施9个具体项目").items, Some(9));
        assert_eq!(declared("围绕3个方面实施9个具体项目").items, Some(9));
        assert_eq!(declared("在3个区试点"), Declared::default());
        assert!(looks_back("2026年实施9个项目，8个顺利完成"));
        assert!(!looks_back("今年的9件实事要全部完成"));
    }
}
