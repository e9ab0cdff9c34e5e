//! C004: nobody is named who answers for a commitment. One finding for the whole list.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Plan};

/// At most this many numbers are named in the sentence.
const NAMED: usize = 8;

/// Counts the commitments without an owner.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let all = plan.commitments().count();
    let without: Vec<&Commitment> = plan.commitments().map(|(_, c)| c).filter(|c| c.owners.is_empty()).collect();
    if without.is_empty() {
        return vec![];
    }
    let message = if without.len() == all {
        Text::new(format!("全部{all}项都没有写明责任单位"), format!("none of the {all} commitments names an owner"))
    } else {
        let numbers: Vec<String> = without.iter().take(NAMED).map(|c| c.number.to_string()).collect();
        let (etc_zh, etc_en) = if without.len() > NAMED { ("等", " and others") } else { ("", "") };
        Text::new(
            format!("{all}项中有{}项没有写明责任单位：第{}项{etc_zh}", without.len(), numbers.join("、")),
            format!("{} of {all} commitments name no owner: {}{etc_en}", without.len(), numbers.join(", ")),
        )
    };
    let finding = Diagnostic::new(&codes::NO_OWNER_NAMED, message)
        .note(Text::new(
            "没有责任单位，就没有人填报，也没有人可问",
            "with no owner nobody reports and nobody can be asked",
        ))
        .help(Text::new(
            "给每一项写明牵头单位和责任单位，如“（牵头单位：区住建局）”",
            "name a lead and the responsible units for each, for example （牵头单位：区住建局）",
        ));
    vec![finding]
}
