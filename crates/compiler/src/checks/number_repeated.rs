//! C003: two commitments carry the same number.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Plan};

use super::numbering;

/// A number met before in its category, or before in the list where numbers run on over the categories.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let all = numbering::read(plan);
    let first_of = |category: usize| all.iter().find(|n| n.category == category).map(|n| n.value);
    let mut findings = vec![];
    for (n, here) in all.iter().enumerate() {
        let restarted = here.category > 0 && first_of(here.category) == Some(1);
        let same =
            |other: &&numbering::Numbered| other.value == here.value && (other.category == here.category || !restarted);
        let Some(earlier) = all[..n].iter().find(same) else { continue };
        let mut finding = Diagnostic::new(
            &codes::NUMBER_REPEATED,
            Text::new(format!("序号{}用了两次", here.value), format!("the number {} is used twice", here.value)),
        )
        .about(here.number, At::Title);
        for (numbered, zh, en) in [(here, "第二次", "the second time"), (earlier, "第一次", "the first time")] {
            if let Some(span) = numbered.span {
                finding = finding.label(span, Text::new(zh, en));
            }
        }
        findings.push(
            finding
                .note(Text::new(
                    format!("清单中按顺序记为第{}项", here.number),
                    format!("it is kept in the plan as number {}", here.number),
                ))
                .help(Text::new("给后一项改用没有用过的序号", "give the later one a number that is free")),
        );
    }
    findings
}
