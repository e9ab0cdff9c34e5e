//! C002: the numbers of the list leave something out.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Plan};

use super::numbering;

/// A number that does not follow the one before it. Starting again at 1 in a new category is usual.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let all = numbering::read(plan);
    let mut findings = vec![];
    for pair in all.windows(2) {
        let (before, here) = (&pair[0], &pair[1]);
        if here.value <= before.value + 1 {
            continue;
        }
        let (from, to) = (before.value + 1, here.value - 1);
        let (missing, is) = if from == to { (from.to_string(), "is") } else { (format!("{from}–{to}"), "are") };
        let mut finding = Diagnostic::new(
            &codes::NUMBERING_GAP,
            Text::new(
                format!("序号从{}跳到{}，缺{missing}", before.value, here.value),
                format!("the numbering goes from {} to {}: {missing} {is} missing", before.value, here.value),
            ),
        )
        .about(here.number, At::Title);
        for (numbered, zh, en) in
            [(here, "这是第", "this is number"), (before, "前一项是第", "the one before is number")]
        {
            if let Some(span) = numbered.span {
                finding = finding
                    .label(span, Text::new(format!("{zh}{}项", numbered.value), format!("{en} {}", numbered.value)));
            }
        }
        findings.push(finding.help(Text::new(
            "看看是否漏了一项，或一项被并入上一项；不缺的话改正序号",
            "see whether an item was left out or joined to the one before; if not, correct the number",
        )));
    }
    findings
}
