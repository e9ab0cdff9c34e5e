//! Words that open a part of what was counted before them (其中, 含, 包括), how far it goes, and clauses that begin an act of
//! their own and so end it. Knows words, not measures.

use std::ops::Range;

use yinuo_model::Verb;

use super::verbs::VERBS;

/// Words that open a part wherever they stand.
pub const FIRM: &str = "其中";
/// Words that open one at the head of a clause or bracket alone.
const HEADS: [&str; 4] = ["含", "包括", "包含", "内含"];

/// All of them, for readers of names: none is a part of what is counted.
pub fn words() -> impl Iterator<Item = &'static str> {
    [FIRM].into_iter().chain(HEADS)
}

/// How far a part is looked for, in bytes.
const REACH: usize = 1200;

/// A word that opens a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Where it stands.
    pub at: usize,
    /// Where what it may be a part of begins.
    pub from: usize,
    /// Where the words after it begin.
    pub words: usize,
    /// Where the part ends.
    pub end: usize,
    /// 其中, and not a word that often means something else.
    pub firm: bool,
    /// An act follows at once: 其中新建3所.
    pub of_acts: bool,
}

/// Whether any of these words is there at all.
pub fn occurs(text: &str) -> bool {
    text.contains(['其', '含', '包'])
}

/// The last word in a stretch that opens a part which is still open at the end of the stretch.
pub fn opens(text: &str, stretch: Range<usize>) -> Option<Opening> {
    let words = &text[stretch.clone()];
    let firm = words.rfind(FIRM);
    let (at, firm, length) = match firm {
        Some(at) => (at, true, FIRM.len()),
        None => head(words).map(|(at, length)| (at, false, length))?,
    };
    let at = stretch.start + at;
    let after = &text[at + length..];
    let listed = after.trim_start().starts_with([':', '：']);
    let end = at + length + reaches(after, listed);
    let act = after.trim_start_matches(|c: char| matches!(c, ':' | '：' | ',' | '，') || c.is_whitespace());
    let words = text.len() - act.len();
    let opening = || Opening { at, from: begins(text, at), words, end, firm, of_acts: begins_act(act) };
    (stretch.end < end).then(opening)
}

/// A word at the head of the last clause or bracket that has one, and its length.
fn head(words: &str) -> Option<(usize, usize)> {
    words.char_indices().rev().find_map(|(at, c)| {
        let rest = words[at..].strip_prefix(|c| is_comma(c) || matches!(c, '(' | '（'))?;
        let word = HEADS.into_iter().find(|word| rest.starts_with(word))?;
        Some((at + c.len_utf8(), word.len()))
    })
}

/// How many bytes of the words after an opening belong to it: up to the end of the bracket it stands in, else of the sentence.
/// Parts that are listed after a colon may be divided by semicolons.
fn reaches(after: &str, listed: bool) -> usize {
    let near = &after[..after.floor_char_boundary(REACH)];
    let mut depth = 0u32;
    let over = near.char_indices().find(|(_, c)| match c {
        '(' | '（' => {
            depth += 1;
            false
        }
        ')' | '）' => {
            let closes = depth == 0;
            depth = depth.saturating_sub(1);
            closes
        }
        ';' | '；' => depth == 0 && !listed,
        _ => is_full_stop(*c),
    });
    over.map_or(near.len(), |(at, _)| at)
}

/// Where the sentence before an opening begins; a sentence that the opening begins goes on with the one before it.
fn begins(text: &str, at: usize) -> usize {
    let near = text.floor_char_boundary(at.saturating_sub(REACH));
    let stop = |c: char| is_full_stop(c) || matches!(c, ';' | '；');
    let before = text[near..at].trim_end_matches(|c: char| c != '\n' && (stop(c) || c.is_whitespace()));
    near + before.char_indices().rev().find(|(_, c)| stop(*c)).map_or(0, |(at, c)| at + c.len_utf8())
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '!' | '\n')
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | ';' | '；' | ':' | '：')
}

/// Whether a clause in the words between two measures begins an act or a sum of its own.
pub fn acts(between: &str) -> bool {
    between.split(is_comma).skip(1).any(|clause| begins_act(clause.trim_start()))
}

/// Acts and sums that no list of what is promised has.
const OTHERS: &[&str] = &[
    "改建", "扩建", "改扩建", "续建", "修建", "维修", "修缮", "翻新", "新设", "新添", "引进", "招聘", "招收", "发展",
    "带动", "惠及", "受益", "吸纳", "服务", "覆盖", "预计", "计划", "总投资", "投资", "投入", "筹集", "年内", "全年",
    "确保", "力争", "累计", "共", "合计", "总计", "同时", "另", "并", "再", "可", "每",
];

fn begins_act(clause: &str) -> bool {
    VERBS.prefix(clause).is_some_and(|(_, verb)| verb != Verb::None)
        || OTHERS.iter().any(|word| clause.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a word opens in a text, when the measure begins at `here`.
    fn opened<'t>(text: &'t str, here: &str) -> Option<(&'t str, &'t str)> {
        let stretch = 0..text.find(here)?;
        opens(text, stretch).map(|o| (&text[o.from..o.at], &text[o.at..o.end]))
    }

    #[test]
    fn a_part_reaches_to_the_end_of_its_sentence_or_bracket() {
        for (text, want) in [
            ("种树。建亭9座，其中山上4座；修桥", Some(("建亭9座，", "其中山上4座"))),
            ("建亭9座（含木亭4座），修桥", Some(("建亭9座（", "含木亭4座"))),
            ("建亭9座。其中：山上4座；山下5座。修桥", Some(("建亭9座。", "其中：山上4座；山下5座"))),
            ("建亭9座，包括木亭4座", Some(("建亭9座，", "包括木亭4座"))),
            ("乐在其中。建亭4座", None),
            ("建亭9座（不含木亭4座）", None),
            ("工程内容包括木亭4座", None),
        ] {
            assert_eq!(opened(text, "4座"), want, "{text}");
        }
    }

    #[test]
    fn an_act_begins_a_clause() {
        for (between, want) in
            [("、乡镇", false), ("，乡镇", false), ("，新建", true), ("，惠及", true), ("新建", false)]
        {
            assert_eq!(acts(between), want, "{between}");
        }
    }
}
