//! Where the border between two neighbouring cells could stand: before any sentence or paragraph of the two, so that a
//! person can choose among words and not among numbers.

use yinuo_model::{At, Commitment, Passage};

/// Characters shown of what a cell would begin with.
const SHOWN: usize = 18;

/// The cells of a commitment in the order of the document.
pub fn cells(c: &Commitment) -> Vec<(At, &Passage)> {
    let body = c.body.iter().map(|b| (At::Body, b));
    let periods = c.milestones.iter().map(|m| (At::Period(m.period), &m.passage));
    [(At::Title, &c.title)].into_iter().chain(body).chain(periods).collect()
}

/// Places at which the right cell could begin instead, with the words it would begin with. Neither cell becomes empty, and
/// where it begins now is not among them.
pub fn places(text: &str, left: &Passage, right: &Passage) -> Vec<(usize, String)> {
    let spans = || left.spans.iter().chain(&right.spans);
    let (Some(first), Some(now)) = (left.spans.first(), right.spans.first()) else { return vec![] };
    let mut found = vec![];
    for span in spans() {
        let (start, words) = (span.start as usize, span.of(text));
        found.push(start);
        let ends = words.char_indices().filter(|(_, c)| matches!(c, '。' | '；' | ';' | '！' | '\n'));
        let after = ends.map(|(at, c)| at + c.len_utf8());
        found.extend(
            after.filter(|at| words.get(*at..).is_some_and(|rest| !rest.trim().is_empty())).map(|at| start + at),
        );
    }
    found.retain(|at| *at != first.start as usize && *at != now.start as usize);
    let shown = |at: usize| {
        let span = spans().find(|s| (s.start as usize..s.end as usize).contains(&at))?;
        let rest = text.get(at..span.end as usize)?.trim_start();
        let more = if rest.chars().count() > SHOWN { "…" } else { "" };
        Some((at, rest.chars().take(SHOWN).collect::<String>() + more))
    };
    found.into_iter().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use yinuo_diag::Span;

    use super::*;

    #[test]
    fn a_border_can_stand_before_a_sentence_of_either_cell() {
        let text = "选址。设计；\n施工。验收。";
        let cell = |words: &str| {
            let start = text.find(words).unwrap();
            Passage { text: words.into(), spans: [Span::new(start, start + words.len())].into_iter().collect() }
        };
        let found = places(text, &cell("选址。设计；"), &cell("施工。验收。"));
        let words: Vec<&str> = found.iter().map(|(_, w)| w.as_str()).collect();
        assert_eq!(words, ["设计；", "验收。"]);
        assert!(found.iter().all(|(at, w)| text[*at..].starts_with(w.as_str())));
        assert_eq!(places(text, &cell("选址。"), &cell("设计；")), []);
    }
}
