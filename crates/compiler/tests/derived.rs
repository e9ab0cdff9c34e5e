//! The derived documents beside this repository, whose layouts and faults are those of real pages: each is read as what it is.
//! Where they are absent, this says so and tests nothing.
#![allow(clippy::disallowed_methods, reason = "reads the documents beside the repository")]

mod outlined;

use std::path::Path;

use outlined::read;
use yinuo_compiler::{Compiled, other_kind};

/// A document by the beginning of its name.
fn derived(id: &str) -> Option<Compiled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/derived");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let Some(path) =
        entries.map(|e| e.path()).find(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with(id)))
    else {
        println!("skipped: the derived documents are not here");
        return None;
    };
    Some(read("list.txt", &std::fs::read_to_string(path).expect("a text")))
}

/// What a reader finds: for each commitment its owners and milestones, by number.
fn shape(compiled: &Compiled) -> Vec<(usize, Vec<String>)> {
    let of =
        |c: &yinuo_model::Commitment| (c.owners.len(), c.milestones.iter().map(|m| m.period.to_string()).collect());
    compiled.plan.commitments().map(|(_, c)| of(c)).collect()
}

fn categories(compiled: &Compiled) -> Vec<(String, usize)> {
    compiled.plan.categories.iter().map(|c| (c.name.clone(), c.commitments.len())).collect()
}

#[test]
fn what_is_no_list_is_named() {
    for (id, code) in [
        ("D02", "L009"),
        ("D03", "L009"),
        ("D04", "L009"),
        ("D05", "L009"),
        ("D07", "L009"),
        ("D09", "L010"),
        ("D12", "L009"),
        ("D13", "L009"),
        ("D14", "L011"),
        ("D15", "L009"),
        ("D16", "L009"),
    ] {
        let Some(compiled) = derived(id) else { return };
        assert_eq!(other_kind(&compiled.findings).map(|d| d.code.id), Some(code), "{id}");
    }
}

/// How many owners a commitment has, and its milestones.
type Row = (usize, &'static [&'static str]);

#[test]
fn true_lists_have_their_structure() {
    // Owners and milestones of each commitment.
    let expected: &[(&str, &[Row])] = &[
        // The fourth row holds two tasks; the second has neither number nor owner and takes the first one's.
        (
            "D01",
            &[
                (3, &["2031-05"]),
                (1, &["2031-10-01"]),
                (2, &["2031-09-01"]),
                (1, &["2031-H1"]),
                (1, &["2031"]),
                (1, &[]),
            ],
        ),
        // Deadlines stand in a line of their own; only the fourth has one. The third has no owner.
        ("D06", &[(1 + 2, &[]), (1 + 2, &[]), (0, &[]), (1 + 3, &["2031-10"]), (2, &[])]),
        // One leader and one unit, merged over all rows.
        ("D08", &[(2, &[]), (2, &[]), (2, &[])]),
        // Offices stand in brackets of their own after what they do; the same one twice.
        ("D10", &[(2, &[]), (1, &[]), (1, &[])]),
        ("D11", &[(0, &[]), (0, &[]), (0, &[])]),
        // One piece of work in chapters, with five steps.
        ("D17", &[(4, &["2031-03/2031-04", "2031-05/2031-06", "2031-07/2031-08", "2031-09-01", "2031-Q4"])]),
        ("D18", &[(1, &["2032-Q1"]), (1, &["2032-Q2"]), (1, &["2031-Q4"]), (1, &["2032-Q4"])]),
    ];
    for (id, rows) in expected {
        let Some(compiled) = derived(id) else { return };
        let expected: Vec<_> = rows.iter().map(|(n, m)| (*n, m.iter().map(|p| p.to_string()).collect())).collect();
        assert_eq!(shape(&compiled), expected, "{id}");
        // a column of how far each step has come makes D18 a report
        let kind = other_kind(&compiled.findings).map(|d| d.code.id);
        assert_eq!(kind, (*id == "D18").then_some("L009"), "{id}");
    }
}

#[test]
fn categories_and_years() {
    let Some(sections) = derived("D06") else { return };
    assert_eq!(categories(&sections), [("主要预期目标".to_string(), 3), ("养老服务".to_string(), 2)]);
    for (id, year) in [("D01", 2031), ("D06", 2031), ("D11", 2031), ("D17", 2031)] {
        assert_eq!(derived(id).and_then(|c| c.plan.year), Some(year), "{id}");
    }
}

#[test]
fn sums_that_disagree_are_told() {
    let Some(lamps) = derived("D08") else { return };
    let told: Vec<_> =
        lamps.findings.iter().filter(|d| d.code.id == "C025").map(|d| (d.commitment, &d.message.en)).collect();
    assert_eq!(told, [(Some(2), &"the 5 parts come to 135, and 130 is written".to_string())]);
}
