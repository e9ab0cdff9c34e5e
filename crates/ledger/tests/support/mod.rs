//! Invented plans and a small office that records into memory, shared by the tests. Bodies carry a mark `〔n〕`, so that a
//! test can see whose words a view holds.
#![allow(dead_code, reason = "each test program uses a part")]

pub mod history;

use jiff::civil::date;
use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_ledger::{Adoption, Domain, Hash};
use yinuo_model::*;

fn passage(text: &str, start: usize) -> Passage {
    Passage { text: text.to_string(), spans: [Span::new(start, start + text.len())].into_iter().collect() }
}

fn measure(at: At, start: usize, number: u32, mode: Mode) -> Measure {
    let text = format!("{number}座");
    Measure {
        at,
        place: Place::Span(Span::new(start, start + text.len())),
        text: text.into(),
        value: Value::One(number.into()),
        unit: "座".into(),
        object: Some("候车亭".into()),
        bound: Bound::Exact,
        mode,
        change: None,
        part_of: None,
    }
}

/// A commitment that promises `number` shelters, half of them in each of two periods.
pub fn commitment(order: u32, name: &str, number: u32) -> Commitment {
    let start = order as usize * 1000;
    let half = Period::Half(2026, 1);
    let year = Period::Half(2026, 2);
    let step = |text: &str, at| Step {
        passage: passage(text, at),
        verb: Verb::Complete,
        stage: Some(Stage::Completion),
        deadline: Some(TimeValue::Month(2026, 6)),
        condition: None,
        actor: None,
    };
    let cell = |text: &str, at| Milestone { period: half, passage: passage(text, at), steps: vec![step(text, at)] };
    let title = format!("在{name}新建{number}座候车亭");
    let first = format!("建成{}座", number / 2);
    let last = format!("再建成{}座，", number - number / 2);
    Commitment {
        number: order + 1,
        label: (order + 1).to_string(),
        title: passage(&title, start),
        body: None,
        short_title: name.to_string(),
        kind: Kind::Works,
        owners: vec![Owner {
            role: Role::Lead,
            name: "市容科".into(),
            at: At::Title,
            place: Place::Span(Span::new(start + 90, start + 99)),
        }],
        milestones: vec![cell(&first, start + 200), Milestone { period: year, ..cell(&last, start + 300) }],
        measures: vec![
            measure(At::Title, start + 12, number, Mode::Annual),
            measure(At::Period(half), start + 206, number / 2, Mode::Period),
            measure(At::Period(year), start + 309, number - number / 2, Mode::Period),
        ],
        times: vec![Time {
            at: At::Title,
            place: Place::Spans(vec![Span::new(start + 50, start + 53), Span::new(start + 60, start + 63)]),
            text: "年底".into(),
            value: TimeValue::YearEnd(2026),
            before: true,
        }],
        targets: vec![Target {
            measure: 0,
            parts: vec![1, 2],
            relation: Relation::Sum,
            total: number.into(),
            reconciles: true,
        }],
    }
}

/// A plan of these commitments: each a name and a number.
pub fn plan(items: &[(String, u32)]) -> Plan {
    let each = |(n, (name, number)): (usize, &(String, u32))| commitment(n as u32, name, *number);
    Plan {
        title: Some("候车亭年度清单".into()),
        jurisdiction: Some("临溪区".into()),
        year: Some(2026),
        published: Some(date(2026, 1, 20)),
        source: Source {
            name: "list.txt".into(),
            sha256: "0".repeat(64),
            media_type: "text/plain".into(),
            encoding: "utf-8".into(),
        },
        declared: Declared { categories: None, items: Some(items.len() as u32) },
        categories: vec![Category {
            ordinal: 1,
            name: String::new(),
            declared_items: None,
            commitments: items.iter().enumerate().map(each).collect(),
        }],
    }
}

/// The plan as it is handed in for adoption, with one finding.
pub fn adoption(plan: Plan) -> Adoption {
    let said = Diagnostic::new(&codes::HEDGED_TARGET, Text::new("承诺留有余地", "the promise is hedged"))
        .about(1, At::Title)
        .label(Span::new(0, 3), Text::new("这里", "here"))
        .help(Text::new("写明数量", "state the number"));
    let doubt = Doubt {
        commitment: 1,
        at: At::Title,
        about: yinuo_model::Reading::Mode,
        place: Place::Span(Span::new(12, 16)),
        taken: Text::new("当期数", "a figure of the period"),
        instead: Text::new("累计数", "a running total"),
        closeness: 60,
    };
    let text: String = plan.commitments().map(|(_, c)| c.title.text.as_str()).collect();
    Adoption {
        text: Hash::of(Domain::Text, &[text.as_bytes()]),
        plan,
        findings: vec![said],
        doubts: vec![doubt],
        compiler: "yinuo-compiler 0.1.0".into(),
        columns: vec![],
        carried: vec![],
        seen: None,
    }
}
