//! How many items the sentence over a list announces. A sentence may count them in parts (承接省级实事4项，办理区级实事8项): the
//! list then has as many as both. Counts one sentence; which sentences announce is for others.

use yinuo_model::Declared;

use super::facts;

/// Words of a sentence whose later count is of the same items again.
const AGAIN: &[&str] = &["其中", "包括", "包含", "细化", "分解", "分为", "即", "共", "合计", "总计", "完成", "涉及"];

/// The counts that a sentence announces.
pub fn of(sentence: &str) -> Declared {
    let first = facts::declared(sentence);
    let counts = |clause: &str| facts::declared(clause).items.filter(|_| clause.contains("实事"));
    let parts: Vec<u32> = sentence.split(['，', ',', '、', '；', ';']).filter_map(counts).collect();
    let apart = parts.len() > 1 && first.categories.is_none() && !AGAIN.iter().any(|w| sentence.contains(w));
    match parts.iter().try_fold(0u32, |sum, n| sum.checked_add(*n)).filter(|_| apart) {
        Some(sum) => Declared { items: Some(sum), ..first },
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_parts_are_added() {
        let table = [
            ("今年办好12件民生实事。", Some(12)),
            ("2027年承接市级民生实事4项，办理镇级民生实事8项。", Some(12)),
            ("今年办理省级实事3件；市级实事5件；区级实事6件。", Some(14)),
            ("今年办好12件民生实事，其中续办实事4件。", Some(12)),
            ("确定10件民生实事，细化为26件实事任务。", Some(10)),
            ("今年办好民生实事10件，召开会议3次。", Some(10)),
            ("今年围绕3个方面，办好民生实事9件。", Some(9)),
            ("继续办好民生实事。", None),
        ];
        for (sentence, items) in table {
            assert_eq!(of(sentence).items, items, "{sentence}");
        }
    }
}
