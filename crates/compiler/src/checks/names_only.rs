//! C005 told once of a list that is nothing but names of projects: ten equal findings would say one thing. Finds nothing
//! that the check of each commitment has not found.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Plan};

/// Fewer projects than this are told one by one.
const LEAST: usize = 5;

/// Puts one finding in place of those about each, where all commitments have one and all are only named.
pub fn tell_once(plan: &Plan, findings: &mut Vec<Diagnostic>) {
    let is = |d: &Diagnostic| d.code.id == codes::NO_MEASURABLE_TARGET.id;
    let count = findings.iter().filter(|d| is(d)).count();
    let all = || plan.commitments().map(|(_, c)| c);
    if count < LEAST || count != all().count() || !all().all(is_name) {
        return;
    }
    // the reason is told at the first
    let mut labels: Vec<_> = findings.iter().filter(|d| is(d)).filter_map(|d| d.labels.first()).cloned().collect();
    labels.iter_mut().skip(1).for_each(|label| label.text = Text::new("", ""));
    findings.retain(|d| !is(d));
    let message = Text::new(
        format!("{count}项都只有项目名称，没有数量，也没有可以核对的完成状态"),
        format!("all {count} commitments are names of projects: no number and no result that could be checked"),
    );
    let told = Diagnostic::new(&codes::NO_MEASURABLE_TARGET, message).help(Text::new(
        "每项写明做多少，或者到年底做到什么状态",
        "say of each how much is done, or what will be true at the end of the year",
    ));
    findings.push(labels.into_iter().fold(told, |told, label| told.label(label.span, label.text)));
}

/// A name of a project and nothing else.
fn is_name(commitment: &Commitment) -> bool {
    const PROJECTS: [&str; 3] = ["工程", "项目", "建设"];
    let title = commitment.title.text.trim_end_matches(['。', '；', ';', ' ']);
    let bracket = if title.ends_with(['）', ')']) { title.rfind(['（', '(']) } else { None };
    let title = title[..bracket.unwrap_or(title.len())].trim_end();
    let one = !title.contains(['，', ',', '。']);
    one && PROJECTS.iter().any(|word| title.ends_with(word)) && commitment.milestones.is_empty()
}
