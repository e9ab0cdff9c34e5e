//! C007: two periods say the same words. Told at the later one, once for each commitment's later cell.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Mode};

use super::wording;

/// Compares every two milestones without spaces and marks.
pub fn check(commitment: &Commitment) -> Vec<Diagnostic> {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let texts: Vec<String> = commitment.milestones.iter().map(|m| bare(&m.passage.text)).collect();
    let mut findings = vec![];
    for (n, later) in commitment.milestones.iter().enumerate() {
        let Some(m) = texts[..n].iter().position(|t| *t == texts[n] && t.chars().count() > 3) else { continue };
        let earlier = &commitment.milestones[m];
        let (Some(here), Some(there)) = (later.passage.spans.first(), earlier.passage.spans.first()) else { continue };
        let (now, before) = (wording::period(later.period), wording::period(earlier.period));
        let instalments =
            commitment.measures.iter().any(|x| x.at == At::Period(later.period) && x.mode != Mode::Context);
        let mut finding = Diagnostic::new(
            &codes::REPEATED_MILESTONE,
            Text::new(
                format!("{}与{}的安排一字不差", now.zh, before.zh),
                format!("{} says the same as {}", now.en, before.en),
            ),
        )
        .about(commitment.number, At::Period(later.period))
        .label(*here, Text::new(format!("与{}相同", before.zh), format!("the same as {}", before.en)))
        .label(*there, Text::new("已经写过一次", "written here before"));
        if instalments {
            finding = finding.note(Text::new(
                "其中有数量，两期可能各完成一份",
                "it holds a number, so each period may deliver an equal share",
            ));
        }
        findings.push(finding.help(Text::new(
            "写出这一期与前一期的不同：推进到哪一步，新增多少",
            "say what this period adds: which step is reached, how much more is done",
        )));
    }
    findings
}
