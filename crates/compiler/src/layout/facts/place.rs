//! Whose list it is: places and governments as titles and sentences name them. A word that stands for a place, 全市, names none.

use super::title::first_word;
use super::year;
use crate::layout::digits;

/// How bodies that publish lists end their names.
const PLACE_ENDS: &[&str] = &[
    "自治区", "自治州", "自治县", "开发区", "高新区", "示范区", "管委会", "新区", "省", "市", "区", "县", "州", "盟",
    "旗", "镇", "乡", "街道",
];

/// Words that stand for a place without naming one.
const PRONOUN_PLACES: &[&str] =
    &["全省", "全市", "全区", "全县", "我省", "我市", "我区", "我县", "本市", "本区", "本县", "市区"];

/// The body a title names: `光明新区2016年民生实事`, `2016年某某县民生实事`.
pub fn jurisdiction(title: &str) -> Option<String> {
    place_beside_year(&title[..first_word(title).unwrap_or(title.len())])
}

/// The longest title of a report, in bytes.
const LONGEST_REPORT: usize = 150;

/// The year and the body of a work report, where this is its title: `2026年青石县政府工作报告`. A list in it is of both.
pub fn report(line: &str) -> Option<(Option<i16>, Option<String>)> {
    let head = without_remark(line.trim()).strip_suffix("工作报告").filter(|head| head.len() < LONGEST_REPORT)?;
    Some((year(head), place_beside_year(head)))
}

/// A title without a short remark in brackets at its end: （摘编）, （节选）.
fn without_remark(line: &str) -> &str {
    const LONGEST: usize = 6 * 3;
    let inner = line.strip_suffix(['）', ')']);
    let open = inner.and_then(|inner| inner.rfind(['（', '(']).filter(|open| inner.len() - open <= LONGEST));
    open.map_or(line, |open| line[..open].trim_end())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_is_looked_for() {
        assert!(PLACE_ENDS.iter().all(|end| place(&format!("青石{end}办")) == Some(format!("青石{end}"))));
    }

    #[test]
    fn a_title_names_a_place_beside_its_year() {
        let table = [
            ("青石新区2026年民生实事", Some("青石新区")),
            ("2026年青石县民生实事项目", Some("青石县")),
            ("青石市人民政府2026年十件民生实事", Some("青石市")),
            ("2026年，青石市政府将办好9件民生实事", Some("青石市")),
            ("【青石市】2026年民生实事", Some("青石市")),
            ("2026年市委市政府为民兴办9件实事", None),
            ("2026年自治区民生实事", None),
            ("2026年省十件民生实事", None),
        ];
        for (title, place) in table {
            assert_eq!(jurisdiction(title).as_deref(), place, "{title}");
        }
    }

    #[test]
    fn a_sentence_names_who_will_do_it() {
        let table = [
            ("各位代表！2026年，青石市将办好9件民生实事", Some("青石市")),
            ("2026年青石新区聚焦急难愁盼，办好9件民生实事", Some("青石新区")),
            ("今年，市政府将继续办好9件民生实事", None),
            ("我们将在全市办好9件民生实事", None),
        ];
        for (sentence, place) in table {
            assert_eq!(announcer(sentence).as_deref(), place, "{sentence}");
        }
    }
}
