//! The standing ledger, written and read again: the same plan, as a workbook and as csv.

use yinuo_compiler::{Compiled, Options, compile};
use yinuo_diag::Lang;

const EXAMPLES: [(&str, &str); 3] = [
    ("guangming-2016.txt", include_str!("../../../examples/guangming-2016.txt")),
    ("prose-2026.txt", include_str!("../../../examples/prose-2026.txt")),
    ("semicolons-2026.txt", include_str!("../../../examples/semicolons-2026.txt")),
];

fn read(name: &str, bytes: &[u8]) -> Compiled {
    let document = yinuo_extract::read(name, bytes).expect("a document");
    compile(&document, &Options::default())
}

/// What a plan promises, without the places it was read from.
fn promises(compiled: &Compiled) -> Vec<String> {
    let plan = &compiled.plan;
    let head = format!("{:?} {:?} {:?}", plan.year, plan.published, plan.declared);
    let commitment = |name: &str, c: &yinuo_model::Commitment| {
        let milestones: Vec<_> = c.milestones.iter().map(|m| (m.period.to_string(), &m.passage.text)).collect();
        let measures: Vec<_> =
            c.measures.iter().map(|m| (m.at, &m.text, &m.value, &m.unit, &m.object, m.bound, m.mode)).collect();
        let times: Vec<_> = c.times.iter().map(|t| (t.at, t.value, t.before)).collect();
        let targets: Vec<_> = c.targets.iter().map(|t| (t.measure, &t.parts, t.relation, &t.total)).collect();
        let mut owners: Vec<_> = c.owners.iter().map(|o| format!("{:?} {}", o.role, o.name)).collect();
        owners.sort();
        let body = c.body.as_ref().map(|b| &b.text);
        let (number, title) = (c.number, &c.title.text);
        format!("{name} {number} {title} {body:?} {milestones:?} {measures:?} {times:?} {targets:?} {owners:?}")
    };
    let rows = plan.commitments().map(|(category, c)| commitment(&category.name, c));
    [head].into_iter().chain(rows).collect()
}

#[test]
fn a_ledger_reads_back_as_the_same_plan() {
    for (name, text) in EXAMPLES {
        let first = read(name, text.as_bytes());
        let book = yinuo_publish::workbook(&first.plan, &first.findings, Lang::Zh).expect("a workbook");
        let csv = yinuo_publish::csv(&first.plan);
        assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
        for (kind, again) in [("xlsx", read("ledger", &book)), ("csv", read("ledger.csv", csv.as_bytes()))] {
            let differs = promises(&first).into_iter().zip(promises(&again)).find(|(a, b)| a != b);
            assert_eq!(differs, None, "{name} as {kind}");
            assert_eq!(first.plan.commitments().count(), again.plan.commitments().count(), "{name} as {kind}");
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let first = read(EXAMPLES[0].0, EXAMPLES[0].1.as_bytes());
    let write = || yinuo_publish::workbook(&first.plan, &first.findings, Lang::En).expect("a workbook");
    assert!(write() == write());
}
