//! Names of cells and numbers as the checks say them. Those of periods stand in `period_name`, where layout takes them too.

use std::ops::Range;

use rust_decimal::Decimal;
use yinuo_diag::{Span, Text};
use yinuo_model::{At, Commitment, Measure, Milestone, Passage};

use crate::period_name;
use crate::syntax::verbs::VERBS;
use crate::syntax::words::Alone;

/// The cell as people name it.
pub fn cell(at: At) -> Text {
    match at {
        At::Title => Text::new("事项", "the title"),
        At::Body => Text::new("正文", "the body"),
        At::Period(p) => period_name::of(p),
    }
}

/// A number without needless zeros; money in 万元.
pub fn amount(value: Decimal, unit: &str) -> String {
    match unit {
        "CNY" if value >= Decimal::from(10_000) => {
            format!("{}万元", value.checked_div(Decimal::from(10_000)).unwrap_or(value).normalize())
        }
        "CNY" => format!("{}元", value.normalize()),
        "pp" => format!("{}个百分点", value.normalize()),
        _ => format!("{}{unit}", value.normalize()),
    }
}

/// The same, counted in 万 from there on where the document does so: 24万人次.
pub fn amount_as(value: Decimal, unit: &str, written: &str) -> String {
    let myriad = Decimal::from(10_000);
    match value.checked_div(myriad) {
        Some(of_myriads) if unit != "CNY" && value >= myriad && written.contains('万') => {
            format!("{}万{unit}", of_myriads.normalize())
        }
        _ => amount(value, unit),
    }
}

/// A name in quotation marks, unless it brings its own.
pub fn quoted(name: &str) -> Text {
    if name.contains('“') {
        return Text::new(name, name);
    }
    Text::new(["“", name, "”"].concat(), ["\"", name, "\""].concat())
}

/// What a measure promises, as the document writes it, with the name of what is counted: `6所普惠性幼儿园`, so that a
/// number does not stand alone in a sentence.
pub fn counted(measure: &Measure) -> Text {
    let promised = measure.text.as_str();
    match name(measure) {
        Some(name) => Text::new(format!("{promised}{name}"), format!("{promised} {name}")),
        None => Text::new(promised, promised),
    }
}

/// Whether [`counted`] says what is counted. Money and people need no name.
pub fn is_named(measure: &Measure) -> bool {
    name(measure).is_some()
        || measure.text.ends_with(['元', '%', '％', '人', '名', '户'])
        || measure.text.ends_with("人次")
}

/// The name that is put after a number in a sentence.
fn name(measure: &Measure) -> Option<&str> {
    const LONGEST_NAME: usize = 12;
    let name = measure.object.as_deref().map(noun).filter(|o| (1..=LONGEST_NAME).contains(&o.chars().count()));
    name.filter(|_| !measure.text.contains(['元', '%', '％']))
}

/// What is named without the words around it that name nothing: 社区全面, 启动增补项目, 新创建.
fn noun(object: &str) -> &str {
    let ends = ["全面", "全部", "受益"];
    let bare = ends.iter().find_map(|end| object.strip_suffix(end)).unwrap_or(object);
    let act = bare.strip_prefix('新').unwrap_or(bare);
    match VERBS.first(Alone::anew(act).said()) {
        Some((verb, _)) if verb.start == 0 => &act[verb.end..],
        _ => bare,
    }
}

/// The periods of some milestones of a commitment, joined.
pub fn periods(of: &Commitment, milestones: &[&Milestone]) -> Text {
    if milestones.len() > 2 && milestones.len() == of.milestones.len() {
        return Text::new("每一期", "every period");
    }
    list(&milestones.iter().map(|m| period_name::of(m.period)).collect::<Vec<_>>())
}

/// What is said of some periods, their names first: so a reader knows whom to ask before reading what is wrong.
pub fn of_periods(periods: &Text, said: Text) -> Text {
    let en = periods.en.replace("the ", "");
    Text::new([&*periods.zh, "：", &*said.zh].concat(), [&*en, ": ", &*said.en].concat())
}

/// What is said of a cell; its period first, where it is one.
pub fn of_cell(at: At, said: Text) -> Text {
    match at {
        At::Period(p) => of_periods(&period_name::of(p), said),
        At::Title | At::Body => said,
    }
}

/// Items joined as a sentence joins them.
pub fn list(items: &[Text]) -> Text {
    let zh: Vec<&str> = items.iter().map(|t| t.zh.as_str()).collect();
    let en: Vec<&str> = items.iter().map(|t| t.en.as_str()).collect();
    let en = match en.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => en.concat(),
    };
    Text::new(zh.join("、"), en)
}

/// The place in the source of a range of a passage's text; its first piece when the range runs over a joint.
pub fn place(passage: &Passage, range: Range<usize>) -> Span {
    let mut at = 0;
    for (n, piece) in passage.spans.iter().enumerate() {
        if n > 0 && passage.text.get(at..).is_some_and(|rest| rest.starts_with('\n')) {
            at += 1;
        }
        if range.start < at + piece.len() {
            let start = piece.start as usize + range.start.saturating_sub(at);
            let end = piece.start as usize + (range.end.saturating_sub(at)).min(piece.len());
            return Span::new(start, end.max(start));
        }
        at += piece.len();
    }
    passage.spans.first().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::noun;

    #[test]
    fn a_number_is_named_by_a_noun() {
        let cases = [
            ("普惠性幼儿园", "普惠性幼儿园"),
            ("社区全面", "社区"),
            ("启动一类点位", "一类点位"),
            ("新创建", ""),
            ("检查", ""),
            ("受益", ""),
            ("新能源汽车", "新能源汽车"),
        ];
        for (object, want) in cases {
            assert_eq!(noun(object), want, "{object}");
        }
    }
}
