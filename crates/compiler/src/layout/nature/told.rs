//! How the judgement is told: what the document is, by which signs, what was found in it, and what to do.

use yinuo_diag::{Code, Diagnostic, Text, codes};

use super::{Nature, Sign};

/// Signs that are told.
const TOLD: usize = 4;

/// The finding. `rows` is how many commitments were read all the same.
pub fn finding(nature: Nature, signs: &[Sign], rows: usize) -> Diagnostic {
    let (code, message, help) = words(nature);
    let mut found = Diagnostic::new(code, message);
    let mut telling: Vec<&Sign> = signs.iter().filter(|s| s.weight > 0).collect();
    telling.sort_by_key(|s| std::cmp::Reverse(s.weight));
    telling.truncate(TOLD);
    for sign in &telling {
        found = sign.span.into_iter().fold(found, |d, span| d.label(span, sign.seen.clone()));
    }
    let list =
        |pick: fn(&Text) -> &str, joint: &str| telling.iter().map(|s| pick(&s.seen)).collect::<Vec<_>>().join(joint);
    let by = Text::new(format!("依据：{}", list(|t| &t.zh, "；")), format!("signs: {}", list(|t| &t.en, "; ")));
    let held = match rows {
        0 => Text::new("其中没有读出事项", "no commitments were read in it"),
        1 => Text::new("其中读出 1 项，未作核对", "1 entry was read in it and not checked"),
        _ => Text::new(
            format!("其中读出 {rows} 项，未作核对"),
            format!("{rows} entries were read in it and not checked"),
        ),
    };
    found.note(by).note(held).help(help)
}

/// The code, what the document is, and what to do.
fn words(nature: Nature) -> (&'static Code, Text, Text) {
    match nature {
        Nature::Progress => (
            &codes::PROGRESS_REPORT,
            Text::new("这是一份进展情况，不是承诺清单", "this is a report on progress, not a list of commitments"),
            Text::new(
                "请用年初公布的清单；这里的数字可在填报进展时使用。确是清单的，加 --as-list，网页上选“仍按清单读”",
                "use the list published for the year; these figures belong to its progress. If it is a list after all, say --as-list, or \u{201c}Read it as a list\u{201d} on the page",
            ),
        ),
        Nature::Ballot => (
            &codes::BALLOT,
            Text::new("这是一份测评或表决用表，不是承诺清单", "this is a ballot, not a list of commitments"),
            Text::new(
                "请用表决通过后公布的清单。确是清单的，加 --as-list，网页上选“仍按清单读”",
                "use the list as it was published afterwards. If this is a list after all, say --as-list, or \u{201c}Read it as a list\u{201d} on the page",
            ),
        ),
        Nature::Rules => (
            &codes::SET_OF_RULES,
            Text::new("这是一份规则或办法，不是承诺清单", "this is a set of rules, not a list of commitments"),
            Text::new(
                "请用列出事项的那份文件。确是清单的，加 --as-list，网页上选“仍按清单读”",
                "use the document that lists the commitments. If this is a list after all, say --as-list, or \u{201c}Read it as a list\u{201d} on the page",
            ),
        ),
        Nature::News => (
            &codes::NEWS_REPORT,
            Text::new("这是一篇报道，不是承诺清单", "this is a news report, not a list of commitments"),
            Text::new(
                "请用政府公布的清单原文。确是清单的，加 --as-list，网页上选“仍按清单读”",
                "use the list as the government published it. If this is a list after all, say --as-list, or \u{201c}Read it as a list\u{201d} on the page",
            ),
        ),
    }
}
