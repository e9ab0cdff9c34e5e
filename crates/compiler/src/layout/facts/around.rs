//! What the sentences around a list say of it where its title does not: for which year it is, and whose it is. Reads lines before
//! the first item and who signed below the last; what an item says is its own.

use jiff::civil::Date;

use super::{announcer, jurisdiction, looks_back, year};
use crate::layout::letter;
use crate::layout::paragraph::Paragraph;

/// Words of a sentence that speaks of a list.
const OF_LISTS: &[&str] = &["实事", "民生工程", "民生项目", "重点工作", "任务分解", "责任分解"];
/// Words that stand for the year in which something was written.
const THIS_YEAR: &[&str] = &["今年", "本年度", "今年度"];
/// How many paragraphs at the head are looked at.
const HEAD: usize = 40;
/// How many lines at the end may say who signed.
const END: usize = 8;

/// The lines around a list.
pub struct Around<'a> {
    before: Vec<&'a str>,
    signed: Vec<&'a str>,
}

impl<'a> Around<'a> {
    /// The lines of a document that stand around its list.
    pub fn of(paragraphs: &[Paragraph<'a>]) -> Self {
        let is_item = |p: &Paragraph| p.marker.is_some() || p.bare.is_some() || p.cell.is_some() || p.column.is_some();
        let before = paragraphs.iter().take(HEAD).take_while(|p| !is_item(p)).map(|p| p.text).collect();
        let is_signed = |p: &&Paragraph| p.cell.is_none() && letter::is_signature(p.text);
        let signed = paragraphs.iter().rev().take(END).filter(is_signed).map(|p| p.text).collect();
        Self { before, signed }
    }

    fn sentences(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.before.iter().flat_map(|line| line.split(['。', '！'])).filter(|s| !looks_back(s))
    }

    fn of_list(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.sentences().filter(|s| speaks_of_a_list(s))
    }

    /// The year that a sentence gives the list: 2027年度民生实事, 《2027年……任务分解》, 2027年，县政府将办好……实事.
    pub fn year(&self) -> Option<i16> {
        self.of_list().find_map(year_before_list)
    }

    /// The year in which it was published or signed, where the sentences say 今年.
    pub fn this_year(&self, published: Option<Date>) -> Option<i16> {
        let signed = || self.signed.iter().find_map(|line| year(line));
        let says = || self.sentences().any(|s| THIS_YEAR.iter().any(|w| s.contains(w)));
        published.map(|d| d.year()).or_else(signed).filter(|_| says())
    }

    /// Whose list it is: the government that the sentences name, or the one that signed.
    pub fn jurisdiction(&self) -> Option<String> {
        let named = self.sentences().find_map(government);
        named
            .or_else(|| self.of_list().find_map(announcer))
            .or_else(|| self.signed.iter().find_map(|line| government(line)))
    }
}

/// Whether a line or sentence speaks of a list of commitments.
pub fn speaks_of_a_list(words: &str) -> bool {
    OF_LISTS.iter().any(|w| words.contains(w))
}

/// The last year before the words for the list that is no part of a date.
fn year_before_list(sentence: &str) -> Option<i16> {
    let end = OF_LISTS.iter().filter_map(|w| sentence.find(w)).min()?;
    let head = &sentence[..end];
    let years = head.match_indices('年').rev().filter(|(at, _)| !is_date(&head[at + '年'.len_utf8()..]));
    years.into_iter().find_map(|(at, mark)| {
        // four digits right before it
        let from = head[..at].char_indices().rev().nth(3).map(|(i, _)| i)?;
        year(&head[from..at + mark.len()])
    })
}

/// Whether words after 年 go on with a month.
fn is_date(after: &str) -> bool {
    let digits = after.trim_start_matches(|c: char| c.is_numeric() || "一二三四五六七八九十 ".contains(c));
    digits.len() < after.len() && digits.starts_with('月')
}

/// The place whose government or congress a sentence names: 青石县人民政府.
fn government(sentence: &str) -> Option<String> {
    ["人民政府", "人民代表大会"].iter().find_map(|body| place_of(sentence, body))
}

fn place_of(sentence: &str, body: &str) -> Option<String> {
    const BEFORE: &[&str] =
        &["代表", "以下为", "项目为", "由", "经", "为", "是", "，", ",", "、", "：", ":", " ", "　", "《"];
    let head = &sentence[..sentence.find(body)?];
    let name =
        BEFORE.iter().filter_map(|w| head.rfind(w).map(|at| &head[at + w.len()..])).min_by_key(|name| name.len());
    let name = name.unwrap_or(head);
    jurisdiction(name).filter(|place| place == name && !name.starts_with('各'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_sentence_is_the_lists() {
        let cases = [
            ("以下为河湾镇人民政府2027年度三大民生实事项目：", Some(2027)),
            ("经2026年12月8日大会票决，确定2027年民生实事9件", Some(2027)),
            ("《2027年政府工作报告重点工作责任分解》现印发给你们", Some(2027)),
            ("2027年，县政府将办好9件民生实事", Some(2027)),
            ("于2026年12月8日票决产生民生实事9件", None),
            ("今年办好9件民生实事", None),
        ];
        for (sentence, year) in cases {
            assert_eq!(year_before_list(sentence), year, "{sentence}");
        }
    }

    #[test]
    fn a_government_is_of_its_place() {
        let cases = [
            ("县长代表青石县人民政府作报告", Some("青石县")),
            ("以下项目为河湾镇人民政府2027年度十大实事", Some("河湾镇")),
            ("青石县人民政府办公室", Some("青石县")),
            ("8日上午，青石县人民代表大会开幕，县长代表县人民政府作报告", Some("青石县")),
            ("各区县人民政府，市府各部门", None),
            ("县人民政府决定", None),
        ];
        for (sentence, place) in cases {
            assert_eq!(government(sentence).as_deref(), place, "{sentence}");
        }
    }
}
