//! A commitment for tests: one target and the numbers of its quarters. Not part of the program.

use yinuo_diag::Span;
use yinuo_model::{
    At, Bound, Commitment, Kind, Measure, Milestone, Mode, Passage, Period, Place, Relation, Target, Value,
};

/// A number of the schedule: quarter, value, unit, mode.
pub type Part = (i8, i64, &'static str, Mode);

/// A commitment of four quarters that promises `goal` in `unit`, made of `parts`.
pub fn commitment(
    goal: i64,
    unit: &str,
    parts: &[Part],
    relation: Relation,
    total: i64,
    reconciles: bool,
) -> Commitment {
    let quarter = |q| Period::Quarter(2031, q);
    let mut measures = vec![measure(At::Title, goal, unit, Mode::Annual)];
    measures.extend(parts.iter().map(|(q, value, unit, mode)| measure(At::Period(quarter(*q)), *value, unit, *mode)));
    let passage = Passage { text: "开展".into(), spans: Default::default() };
    let milestone = |q| Milestone { period: quarter(q), passage: passage.clone(), steps: vec![] };
    Commitment {
        number: 1,
        label: "1".into(),
        title: passage.clone(),
        body: None,
        short_title: "开展".into(),
        kind: Kind::Activity,
        owners: vec![],
        milestones: (1..=4).map(milestone).collect(),
        targets: vec![Target {
            measure: 0,
            parts: (1..measures.len()).collect(),
            relation,
            total: total.into(),
            reconciles,
        }],
        measures,
        times: vec![],
    }
}

fn measure(at: At, value: i64, unit: &str, mode: Mode) -> Measure {
    Measure {
        at,
        place: Place::Span(Span::default()),
        text: "".into(),
        value: Value::One(value.into()),
        unit: unit.into(),
        object: None,
        bound: Bound::Exact,
        mode,
        change: None,
        part_of: None,
    }
}
