//! The sentence that closes a list and was left at the end of its last item: `我们将一件一件抓落实。` It speaks of all items, or to the
//! reader. An item may have several sentences too, so that only what no item says of itself is taken for one.

/// How a sentence begins that is no item's, whatever else it says.
const OPENERS: &[&str] = &["我们", "各位代表", "以上", "上述", "这些实事", "这些事项", "这些项目", "这些工作"];

/// How one begins that has no amounts.
const OPENERS_WITHOUT_AMOUNTS: &[&str] = &["民生", "件件", "一件件", "一桩桩"];

/// Whom a sentence names that tells what all of it is for: `让群众的日子越过越好`.
const PEOPLE: &[&str] = &["人民", "群众", "百姓", "居民", "市民", "村民"];

/// Words of a request to see to all items, or of the assurance that they will be seen to.
const ASSURANCES: &[&str] =
    &["认真组织实施", "认真贯彻", "遵照执行", "贯彻执行", "抓好落实", "狠抓落实", "件件有着落", "事事有回音"];

/// The byte at which the closing sentence of a list's last item begins, after its first sentence. `others` are the items before.
pub fn begins<'t>(last: &str, mut others: impl Iterator<Item = &'t str>) -> Option<usize> {
    let (at, kind) = kinds(last).next()?;
    let is_usual = others.any(|item| kinds(item).any(|(_, other)| other == kind));
    (!is_usual).then_some(at)
}

/// Whether a paragraph closes the list above it.
pub fn closes(paragraph: &str) -> bool {
    kind(paragraph, last_digit(paragraph).is_some()).is_some()
}

/// Whether a line without amounts closes the list, or asks or assures that it will be seen to.
pub fn is_courtesy(line: &str) -> bool {
    let counts = line.chars().any(|c| c.is_ascii_digit());
    !counts && (closes(line) || ASSURANCES.iter().any(|w| line.contains(w)))
}

/// Sentences after the first that could close a list, and the sign of each.
fn kinds(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let amounts_end = last_digit(text).unwrap_or(0);
    sentences(text).filter_map(move |at| Some((at, kind(&text[at..], amounts_end > at)?)))
}

fn last_digit(text: &str) -> Option<usize> {
    text.rfind(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)).map(|at| at + 1)
}

/// Where sentences after the first begin.
fn sentences(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '。' | '！')).map(|(at, c)| at + c.len_utf8());
    ends.filter(|at| *at < text.len()).map(|at| at + text[at..].len() - text[at..].trim_start().len())
}

/// The sign by which words close a list, where amounts follow or not.
fn kind(words: &str, has_amounts: bool) -> Option<&'static str> {
    let words = words.strip_prefix("同时").map_or(words, |rest| rest.trim_start_matches(['，', ',']));
    let opens = |openers: &[&'static str]| openers.iter().find(|o| words.starts_with(**o)).copied();
    opens(OPENERS).or_else(|| {
        let sentence = words.split('。').next().unwrap_or(words);
        let is_for = words.starts_with(['让', '使']) && PEOPLE.iter().any(|p| sentence.contains(p));
        let speaks = || is_for.then_some("让").or(sentence.contains("实事").then_some("实事"));
        (!has_amounts).then(|| opens(OPENERS_WITHOUT_AMOUNTS).or_else(speaks)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_closing_sentence_begins() {
        let closing = |last: &str| begins(last, ["新建幼儿园6所。", "改造危桥12座。群众出行更方便。"].into_iter());
        for (item, end) in [
            ("建成公园8个。", "我们将一件一件抓落实。"),
            ("建成公园8个。", "我们要用好2亿元，力争满意率达到95%以上。"),
            ("建成公园8个。", "民生连着民心，让全县人民的日子一年比一年好。"),
            ("资助学生90人。救助儿童80人。", "让老百姓得到更多实惠！"),
            ("建成公园8个。", "同时，我们将加强督查。"),
            ("建成公园8个。", "以上事项年底前全部完成。"),
            ("建成公园8个。", "把实事办好，要靠大家。"),
        ] {
            assert_eq!(closing(&format!("{item}{end}")), Some(item.len()), "{item}{end}");
        }
        for item in [
            "建成公园8个。新增绿地9亩。",
            "建成公园8个。同时，完善步道。",
            "建成公园8个。让90户居民受益。",
            "我们将建成公园8个。",
        ] {
            assert_eq!(closing(item), None, "{item}");
        }
    }

    #[test]
    fn what_other_items_say_too_closes_nothing() {
        let others = ["办好学校。我们将新建幼儿园6所。", "建好公园。我们将新增绿地9亩。"];
        assert_eq!(begins("修好道路。我们将改造危桥12座。", others.into_iter()), None);
    }
}
