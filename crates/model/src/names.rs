//! What a commitment is called apart from the others of its plan: by its number as written where that is enough, with its
//! category where numbers begin anew in each, else by its title. Never a number that the document does not write.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::{Category, Commitment, Plan};
use yinuo_diag::{Lang, Text};

/// The names of a plan's commitments, for whoever asks for many.
pub struct Names<'a> {
    /// How often a number is written in the plan.
    written: HashMap<&'a str, usize>,
    /// How often in each category.
    within: HashMap<u32, HashMap<&'a str, usize>>,
    lang: Lang,
}

impl<'a> Names<'a> {
    /// The names of a plan's commitments.
    pub fn of(plan: &'a Plan, lang: Lang) -> Self {
        let mut written = HashMap::new();
        let mut within: HashMap<_, HashMap<_, _>> = HashMap::new();
        for (category, c) in plan.commitments() {
            *written.entry(c.label.trim()).or_default() += 1;
            *within.entry(category.ordinal).or_default().entry(c.label.trim()).or_default() += 1;
        }
        Self { written, within, lang }
    }

    /// `第 3 项`, `城市建设第 1 项`; `“学位扩容”` where no number tells it from the others.
    pub fn name(&self, category: &Category, c: &Commitment) -> String {
        let label = c.label.trim();
        let written = self.written.get(label).copied().unwrap_or(0);
        let within = self.within.get(&category.ordinal).and_then(|of| of.get(label)).copied().unwrap_or(0);
        number(category, label, (written, within), self.lang).unwrap_or_else(|| quoted(c))
    }

    /// The same among others of its kind: the number alone where it is enough.
    pub fn short(&self, category: &Category, c: &Commitment) -> String {
        let label = c.label.trim();
        let alone = !label.is_empty() && self.written.get(label) == Some(&1);
        if alone { label.to_string() } else { self.name(category, c) }
    }
}

/// The names of all commitments by their numbers in the plan, in both languages.
pub fn texts(plan: &Plan) -> Vec<(u32, Text)> {
    let (zh, en) = (Names::of(plan, Lang::Zh), Names::of(plan, Lang::En));
    let text = |(of, c): (&Category, &Commitment)| (c.number, Text::new(zh.name(of, c), en.name(of, c)));
    plan.commitments().map(text).collect()
}

/// Some commitments named together: `第 3、7 项`, or the name of each where a number alone does not tell it.
pub fn listed(plan: &Plan, some: &[(&Category, &Commitment)], lang: Lang) -> String {
    let names = Names::of(plan, lang);
    let short: Vec<String> = some.iter().map(|(of, c)| names.short(of, c)).collect();
    let plain = short.iter().zip(some).all(|(name, (_, c))| name == c.label.trim());
    match (lang, plain) {
        (Lang::Zh, true) => format!("第{}项", set_off(&short.join("、"))),
        (Lang::Zh, false) => some.iter().map(|(of, c)| names.name(of, c)).collect::<Vec<_>>().join("、"),
        (Lang::En, true) => short.join(", "),
        (Lang::En, false) => short.join("; "),
    }
}

/// The name of one commitment.
pub fn name(plan: &Plan, category: &Category, c: &Commitment, lang: Lang) -> String {
    number_in(plan, category, c, lang).unwrap_or_else(|| quoted(c))
}

/// The same with its title: `第 3 项 新建候车亭`.
pub fn promise(plan: &Plan, category: &Category, c: &Commitment, lang: Lang) -> String {
    let number = number_in(plan, category, c, lang);
    number.map_or_else(|| c.short_title.clone(), |number| format!("{number} {}", c.short_title))
}

fn number_in(plan: &Plan, category: &Category, c: &Commitment, lang: Lang) -> Option<String> {
    let label = c.label.trim();
    let written = plan.commitments().filter(|(_, other)| other.label.trim() == label).count();
    let within = category.commitments.iter().filter(|other| other.label.trim() == label).count();
    number(category, label, (written, within), lang)
}

/// A number that is written so often in the plan and in its category, as a name; none where it is not one.
fn number(category: &Category, label: &str, (written, within): (usize, usize), lang: Lang) -> Option<String> {
    let of = category.name.as_str();
    match (label, written, within) {
        ("", _, _) => None,
        (_, 1, _) => Some(lang.pick(format!("第{}项", set_off(label)), format!("No. {label}"))),
        (_, _, 1) if !of.is_empty() => {
            Some(lang.pick(format!("{of}第{}项", set_off(label)), format!("{of}, no. {label}")))
        }
        _ => None,
    }
}

/// A number in a Chinese sentence: figures stand off from the characters around them, 二 is one of these.
pub fn set_off(label: &str) -> Cow<'_, str> {
    match label.chars().all(|c| c.is_ascii() || c == '、') {
        true => format!(" {label} ").into(),
        false => label.into(),
    }
}

fn quoted(c: &Commitment) -> String {
    format!("“{}”", c.short_title)
}

/// What a commitment is called where room is short and its neighbours are seen: its number as written, else how its title
/// begins.
pub fn brief(c: &Commitment) -> &str {
    const MOST: usize = 8;
    match c.label.trim() {
        "" => {
            let end = c.short_title.char_indices().nth(MOST).map_or(c.short_title.len(), |(at, _)| at);
            &c.short_title[..end]
        }
        label => label,
    }
}
