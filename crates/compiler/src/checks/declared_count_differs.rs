//! C001: the list says how many categories or commitments it has, and has another number.

use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{Category, Plan};

/// Checks the list's own counts and those of each category's heading. One category may go without a heading.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let items = plan.categories.iter().map(|c| c.commitments.len()).sum();
    let named = plan.categories.iter().filter(|c| !c.name.is_empty()).count();
    let mut findings = vec![];
    // where none was found, that is told (L001)
    if items == 0 {
        return findings;
    }
    if let Some(declared) = plan.declared.items.filter(|d| *d as usize != items) {
        findings.push(finding("清单", "the list", "项", "commitments", declared, items, None));
    }
    if let Some(declared) = plan.declared.categories.filter(|d| *d as usize != named && !(*d == 1 && named == 0)) {
        findings.push(finding("清单", "the list", "类", "categories", declared, named, None));
    }
    for category in &plan.categories {
        let found = category.commitments.len();
        if let Some(declared) = category.declared_items.filter(|d| *d as usize != found) {
            let zh = format!("“{}”", category.name);
            let en = format!("\"{}\"", category.name);
            findings.push(finding(&zh, &en, "项", "commitments", declared, found, place(category)));
        }
    }
    findings
}

fn place(category: &Category) -> Option<Span> {
    category.commitments.first().and_then(|c| c.title.spans.first()).copied()
}

fn finding(
    zh: &str,
    en: &str,
    unit_zh: &str,
    unit_en: &str,
    declared: u32,
    found: usize,
    span: Option<Span>,
) -> Diagnostic {
    let finding = Diagnostic::new(
        &codes::DECLARED_COUNT_DIFFERS,
        Text::new(
            format!("{zh}标明{declared}{unit_zh}，实际读到{found}{unit_zh}"),
            format!("{en} says it has {declared} {unit_en}, but {found} were found"),
        ),
    );
    let finding = match span {
        Some(span) => finding.label(span, Text::new("这一类从这里开始", "the category begins here")),
        None => finding,
    };
    finding.help(Text::new(
        "补上遗漏的，或改正标明的数量；若实际不缺，看看是否有事项被合并或拆开",
        "add what is missing or correct the count; if nothing is missing, see whether an item was joined or split",
    ))
}
