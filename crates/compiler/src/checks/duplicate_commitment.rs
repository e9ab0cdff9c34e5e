//! C019: two commitments promise the same, numbers and marks aside. Linear: titles are compared by what is left of them.

use std::collections::HashMap;

use yinuo_diag::{Diagnostic, Lang, Text, codes};
use yinuo_model::names::Names;
use yinuo_model::{At, Category, Commitment, Plan};

use crate::syntax::letters::{but_han, is_letter};

/// Told at the later one, once.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let all: Vec<_> = plan.commitments().map(|(category, c)| (beginning(c), category, c)).collect();
    let mut beginnings: Vec<&Beginning> = all.iter().map(|(first, ..)| first).collect();
    beginnings.sort_unstable();
    let mut repeated: Vec<_> = beginnings.array_windows().filter(|[a, b]| a == b).map(|[a, _]| *a).collect();
    repeated.dedup();
    // nearly all promises differ from the first words on
    let alike = all.iter().filter(|(first, ..)| repeated.binary_search(&first).is_ok());
    let mut seen: HashMap<String, (&Category, &Commitment)> = HashMap::new();
    let mut twice = vec![];
    for (_, category, commitment) in alike {
        let key = bare(commitment);
        if key.chars().count() < 4 {
            continue;
        }
        match seen.get(&key) {
            Some(earlier) => twice.push((*earlier, *commitment)),
            None => {
                seen.insert(key, (*category, *commitment));
            }
        }
    }
    if twice.is_empty() {
        return vec![];
    }
    let (zh, en) = (Names::of(plan, Lang::Zh), Names::of(plan, Lang::En));
    let named = |(of, c): (&Category, &Commitment)| Text::new(zh.name(of, c), en.name(of, c));
    twice.into_iter().filter_map(|(earlier, later)| finding(earlier.1, named(earlier), later)).collect()
}

/// The first letters of a promise.
type Beginning = [char; 8];

fn beginning(commitment: &Commitment) -> Beginning {
    // where no bracket opens before them, nothing is left out of them
    let title = &commitment.title.text;
    let mut first = Beginning::default();
    let mut letters = title.chars().take_while(|c| !OPENING.contains(c)).filter(|c| is_letter(*c));
    if first.iter_mut().all(|place| letters.next().map(|letter| *place = letter).is_some()) {
        return first;
    }
    let mut first = Beginning::default();
    let letters = parts(commitment).into_iter().flat_map(|text| text.chars().filter(|c| is_letter(*c)));
    first.iter_mut().zip(letters).for_each(|(place, letter)| *place = letter);
    first
}

/// Brackets in which owners may be named.
const OPENING: [char; 4] = ['(', '（', '【', '['];

/// The promise without numbers, marks and owners in brackets at its end.
fn bare(commitment: &Commitment) -> String {
    let parts = parts(commitment);
    let mut bare = String::with_capacity(parts.iter().map(|text| text.len()).sum());
    parts.into_iter().for_each(|text| push_letters(text, &mut bare));
    bare
}

fn parts(commitment: &Commitment) -> [&str; 2] {
    let body = commitment.body.as_ref().map_or("", |b| b.text.as_str());
    [commitment.title.text.as_str(), body].map(without_owners)
}

fn push_letters(text: &str, to: &mut String) {
    let mut kept = 0;
    for (at, c) in but_han(text).filter(|(_, c)| !is_letter(*c)) {
        to.push_str(&text[kept..at]);
        kept = at + c.len_utf8();
    }
    to.push_str(&text[kept..]);
}

fn without_owners(text: &str) -> &str {
    let open = text.rfind(OPENING).filter(|at| text[*at..].contains("单位") || text[*at..].contains("部门"));
    &text[..open.unwrap_or(text.len())]
}

fn finding(earlier: &Commitment, name: Text, later: &Commitment) -> Option<Diagnostic> {
    let (there, here) = (earlier.title.spans.first()?, later.title.spans.first()?);
    Some(
        Diagnostic::new(
            &codes::DUPLICATE_COMMITMENT,
            Text::new(format!("与{}承诺的是同一件事", name.zh), format!("promises the same thing as {}", name.en)),
        )
        .about(later.number, At::Title)
        .label(*here, Text::new("又写了一次", "promised again"))
        .label(*there, Text::new("已经承诺过", "promised here before"))
        .help(Text::new(
            "合成一项；若是两件事，写明各自的地点、对象或期别",
            "make them one, or name the place, group or phase of each",
        )),
    )
}
