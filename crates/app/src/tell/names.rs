//! What a commitment is called apart from the others of its plan: by its number as written where that is enough, with its
//! category where numbers begin anew in each, else by its title. Never a number that the document does not write.

use std::collections::HashMap;

use yinuo_diag::Lang;
use yinuo_model::{Category, Commitment, Plan};

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
        (_, 1, _) => Some(lang.pick(format!("第 {label} 项"), format!("No. {label}"))),
        (_, _, 1) if !of.is_empty() => Some(lang.pick(format!("{of}第 {label} 项"), format!("{of}, no. {label}"))),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Edition;

    /// What the commitments of a list are called.
    fn names(head: &str, rows: &[&str], lang: Lang) -> Vec<String> {
        let text = format!("临溪区2026年民生实事,,\n{head}\n{}\n", rows.join("\n"));
        let plan = Edition::compile("list.csv", text.as_bytes(), &Default::default()).unwrap().compiled.plan;
        let names = Names::of(&plan, lang);
        let all: Vec<String> = plan.commitments().map(|(category, c)| names.name(category, c)).collect();
        let one: Vec<String> = plan.commitments().map(|(category, c)| name(&plan, category, c, lang)).collect();
        assert_eq!(all, one, "both ways");
        all
    }

    #[test]
    fn a_name_tells_a_commitment_from_the_others() {
        let numbered = "序号,工作任务,责任单位";
        let through = ["1,修桥3座,交通局", "2,新建公园2处,城管局"];
        let anew = ["一、出行", "1,修桥3座,交通局", "二、教育", "1,新建学校1所,教育局"];
        let none = ["修桥3座,交通局", "新建公园2处,城管局"];
        assert_eq!(names(numbered, &through, Lang::Zh), ["第 1 项", "第 2 项"]);
        assert_eq!(names(numbered, &through, Lang::En), ["No. 1", "No. 2"]);
        assert_eq!(names(numbered, &anew, Lang::Zh), ["出行第 1 项", "教育第 1 项"]);
        assert_eq!(names(numbered, &anew, Lang::En), ["出行, no. 1", "教育, no. 1"]);
        assert_eq!(names("工作任务,责任单位", &none, Lang::Zh), ["“修桥3座”", "“新建公园”"]);
    }
}
