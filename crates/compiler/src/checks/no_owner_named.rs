//! C004: nobody is named who answers for a commitment. One finding for the whole list.

use yinuo_diag::{Diagnostic, Lang, Text, codes};
use yinuo_model::{Category, Commitment, Plan, names};

/// At most this many numbers are named in the sentence.
const NAMED: usize = 8;

/// Counts the commitments without an owner.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let all = plan.commitments().count();
    let without: Vec<(&Category, &Commitment)> = plan.commitments().filter(|(_, c)| c.owners.is_empty()).collect();
    if without.is_empty() {
        return vec![];
    }
    let message = if all == 1 {
        Text::new("没有写明责任单位", "the commitment names no owner")
    } else if without.len() == all {
        Text::new(format!("全部{all}项都没有写明责任单位"), format!("none of the {all} commitments names an owner"))
    } else {
        let named = |lang| names::listed(plan, &without[..without.len().min(NAMED)], lang);
        let name = if without.len() == 1 { "names" } else { "name" };
        let (etc_zh, etc_en) = if without.len() > NAMED { ("等", " and others") } else { ("", "") };
        Text::new(
            format!("{all}项中有{}项没有写明责任单位：{}{etc_zh}", without.len(), named(Lang::Zh)),
            format!("{} of {all} commitments {name} no owner: {}{etc_en}", without.len(), named(Lang::En)),
        )
    };
    let office = office(plan.jurisdiction.as_deref());
    let finding = Diagnostic::new(&codes::NO_OWNER_NAMED, message)
        .note(Text::new(
            "由谁填报、向谁询问，从这份文件看不出来",
            "who reports, and who can be asked, is not to be seen from this document",
        ))
        .help(Text::new(
            format!("给每一项写明牵头单位和责任单位，如“（牵头单位：{office}）”；如另有分工方案，可以不改"),
            format!("name a lead and the responsible units for each, for example （牵头单位：{office}）; if a separate document divides the work, this may stay"),
        ));
    vec![finding]
}

/// An office that a jurisdiction of this name has, for an example.
fn office(jurisdiction: Option<&str>) -> &'static str {
    if jurisdiction.is_some_and(|name| name.ends_with("自治区")) {
        return "自治区住房和城乡建设厅";
    }
    match jurisdiction.and_then(|name| name.chars().next_back()) {
        Some('省') => "省住房和城乡建设厅",
        Some('市') => "市住房和城乡建设局",
        Some('县') => "县住房和城乡建设局",
        Some('镇' | '乡' | '道') => "规划建设办公室",
        Some('区') => "区住房和城乡建设局",
        _ => "住房和城乡建设局",
    }
}

#[cfg(test)]
mod tests {
    use super::office;

    #[test]
    fn the_example_is_of_the_level_of_the_list() {
        let first = |name| office(name).chars().take(3).collect::<String>();
        assert_eq!(first(Some("青石省")), "省住房");
        assert_eq!(first(Some("青石自治区")), "自治区");
        assert_eq!(first(Some("青石区")), "区住房");
        assert_eq!((first(Some("青石镇")), first(None)), ("规划建".into(), "住房和".into()));
    }
}
