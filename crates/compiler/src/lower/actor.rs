//! Who does a deliverable, where a unit stands as the subject of a clause. As written and only a suggestion: it is never
//! merged with the owners.

use std::sync::LazyLock;

use yinuo_model::Word;

use crate::syntax::charmap::CharMap;
use crate::syntax::letters::is_letter;
use crate::syntax::openings::Openings;
use crate::syntax::verbs;
use crate::syntax::words::Said;

/// Characters that end the names of bodies.
const LAST: &str = "局委办厅处署院馆校站所心司团门位道队会";

/// Whether a character is one of these.
static ENDS: LazyLock<CharMap<bool>> = LazyLock::new(|| {
    let mut ends = CharMap::default();
    LAST.chars().for_each(|c| ends.set(c, true));
    ends
});

/// The longest name of a body, in characters.
const LONGEST: usize = 14;

/// What may stand before the last character of a body's name; `None` for a character that ends no such name.
fn before_end(last: char) -> Option<&'static [&'static str]> {
    Some(match last {
        '局' | '委' | '办' | '厅' | '处' | '署' | '院' | '馆' | '校' | '站' | '所' => &[""],
        '心' => &["中"],
        '司' => &["公"],
        '团' => &["集"],
        '门' => &["部"],
        '位' => &["单"],
        '道' => &["街"],
        '队' => &["支", "大", "总"],
        '会' => &["协", "联合", "居委", "村委"],
        _ => return None,
    })
}

/// Words that lead to a unit which is not the subject.
static LEADS: LazyLock<Openings<()>> = LazyLock::new(|| Openings::new(LED.iter().map(|w| (*w, ()))));

const LED: [&str; 14] = ["对", "为", "在", "向", "与", "和", "从", "报", "并", "经", "根据", "按照", "依据", "联合"];

/// The first unit that stands as a subject.
pub fn first(said: Said) -> Option<Word> {
    said.clauses().find_map(subject)
}

/// A name of 3 to 14 characters at the head of the clause, ending as bodies do, that a verb or a date follows.
fn subject(clause: Said) -> Option<Word> {
    let words = clause.text().trim_start_matches(['由', '请']);
    if LEADS.of(words).is_some() {
        return None;
    }
    let led = clause.text().len() - words.len();
    let mut found = None;
    let ends = &*ENDS;
    for (n, (at, c)) in words.char_indices().take(LONGEST).enumerate() {
        if !is_letter(c) {
            break;
        }
        let Some(starts) = (if n >= 2 && ends.get(c) { before_end(c) } else { None }) else { continue };
        let (name, rest) = words.split_at(at + c.len_utf8());
        if starts.iter().any(|start| words[..at].ends_with(start))
            && acts(rest)
            && plain(clause.part(led..led + name.len()))
        {
            found = Some(name);
        }
    }
    // few clauses begin with what may be a name, so that the verbs are asked last
    found.filter(|_| verbs::VERBS.prefix(words).is_none()).map(Word::from)
}

fn acts(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['负', '责', '将', '牵', '头', '应', '须']);
    verbs::VERBS.prefix(rest).is_some() || rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A name holds no verb; that it holds no mark or number is seen on the way.
fn plain(name: Said) -> bool {
    !verbs::VERBS.occurs(name) && !name.text().starts_with(['对', '为', '在', '向', '与'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::words::Alone;

    #[test]
    fn every_last_character_is_known() {
        let known = |c: &char| before_end(*c).is_some();
        assert!(LAST.chars().all(|c| known(&c)));
        assert_eq!(('\u{4e00}'..'\u{9fff}').filter(known).count(), LAST.chars().count());
    }

    #[test]
    fn units_are_subjects_only_before_a_verb() {
        let cases = [
            ("南坪街道加大巡查", Some("南坪街道")),
            ("由市水务局完成清淤", Some("市水务局")),
            ("县交警大队5月底前完成施划", Some("县交警大队")),
            ("完成水务局办公楼修缮", None),
            ("对各学校开展检查", None),
            ("配合区住建局公示名单", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(first(Alone::anew(text).said()).as_deref(), wanted, "{text}");
        }
    }
}
