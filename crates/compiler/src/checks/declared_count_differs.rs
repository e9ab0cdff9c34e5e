//! C001: the list says how many categories or commitments it has, and has another number.

use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{Category, Plan};

/// Checks the list's own counts and those of each category's heading.
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let items = plan.categories.iter().map(|c| c.commitments.len()).sum();
    let named = plan.categories.iter().filter(|c| !c.name.is_empty()).count();
    let mut findings = vec![];
    // where none was found, that is told (L001)
    if items == 0 {
        return findings;
    }
    if let Some(declared) = plan.declared.items.filter(|d| *d as usize != items) {
        findings.push(finding("清单", "the list", ITEMS, declared, items, None));
    }
    // one category may go without a heading, and each item may be one: 十方面民生实事
    let without_heading = |d: u32| named == 0 && (d == 1 || d as usize == items);
    if let Some(declared) = plan.declared.categories.filter(|d| *d as usize != named && !without_heading(*d)) {
        findings.push(finding("清单", "the list", CATEGORIES, declared, named, None));
    }
    for category in &plan.categories {
        let found = category.commitments.len();
        if let Some(declared) = category.declared_items.filter(|d| *d as usize != found) {
            let zh = format!("“{}”", category.name);
            let en = format!("\"{}\"", category.name);
            findings.push(finding(&zh, &en, ITEMS, declared, found, place(category)));
        }
    }
    findings
}

fn place(category: &Category) -> Option<Span> {
    category.commitments.first().and_then(|c| c.title.spans.first()).copied()
}

/// What is counted: in Chinese, and in English one and several.
type Counted = (&'static str, &'static str, &'static str);

const ITEMS: Counted = ("项", "commitment", "commitments");
const CATEGORIES: Counted = ("类", "category", "categories");

fn finding(zh: &str, en: &str, counted: Counted, declared: u32, found: usize, span: Option<Span>) -> Diagnostic {
    let (unit, one, many) = counted;
    let says = format!("{en} says it has {declared} {}", if declared == 1 { one } else { many });
    let message = match found {
        0 if counted == CATEGORIES => Text::new(
            format!("{zh}标明{declared}{unit}，没有读到类别的标题"),
            format!("{says}, but no heading of a category was found"),
        ),
        _ => Text::new(
            format!("{zh}标明{declared}{unit}，实际读到{found}{unit}"),
            format!("{says}, but {found} {} found", if found == 1 { "was" } else { "were" }),
        ),
    };
    let finding = Diagnostic::new(&codes::DECLARED_COUNT_DIFFERS, message);
    let finding = match span {
        Some(span) => finding.label(span, Text::new("这一类从这里开始", "the category begins here")),
        None => finding,
    };
    // so few are seldom left out of a list, and often not read
    finding.help(match counted == ITEMS && found * 2 < declared as usize {
        true => Text::new(
            "多半没有读全：对照原文，看事项是否写在附件、图片里，或几项写成了一段；确实只有这些的，改正标明的数量",
            "most were probably not read: compare with the document whether they stand in an annex, in a picture, or several in one paragraph; if these are all, correct the count",
        ),
        false => Text::new(
            "补上遗漏的，或改正标明的数量；若实际不缺，看看是否有事项被合并或拆开",
            "add what is missing or correct the count; if nothing is missing, see whether an item was joined or split",
        ),
    })
}
