//! C015: the periods count in another unit than the promise: couples and persons, lessons and sessions, projects and
//! visits. One finding per commitment.

use std::cell::OnceCell;

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Commitment, Measure, Mode, Relation};

use super::wording;
use crate::counted;
use crate::readings::Case;
use crate::syntax::conversion;

/// Looks at linked parts whose unit differs, and at numbers of the same thing that cannot be linked.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    for target in &commitment.targets {
        let goal = &commitment.measures[target.measure];
        let others: Vec<&Measure> = match target.relation {
            Relation::PercentComplete => vec![],
            Relation::None => unlinked(case, goal),
            _ => target.parts.iter().map(|p| &commitment.measures[*p]).filter(|p| differs(p, goal)).collect(),
        };
        if let Some(finding) = finding(commitment, goal, &others) {
            return vec![if target.reconciles { agreeing(finding) } else { finding }];
        }
    }
    vec![]
}

/// The numbers agree all the same: only the wording is not of one piece.
fn agreeing(finding: Diagnostic) -> Diagnostic {
    finding.may_stay(true).help(Text::new("换算后合计对得上，可以不改", "converted, the sums agree, so this may stay"))
}

fn name(unit: &str) -> &str {
    if unit.is_empty() { "（未写单位）" } else { unit }
}

/// 场 and 场次 are one unit, and so are 家(次) and 家次.
fn differs(part: &Measure, goal: &Measure) -> bool {
    matches!(part.at, At::Period(_)) && conversion::between(&part.unit, &goal.unit).is_none_or(|c| !c.same)
}

/// Words agree well enough to be about the same thing.
const ALIKE: f32 = 0.3;

/// Numbers of the periods about the same thing as a promise that nothing counts, in units that do not convert. The same is
/// only what both count under one name: those who are trained and the courses they take are two things. Money is never
/// counted by pieces.
pub fn unlinked<'a>(case: Case<'a>, goal: &Measure) -> Vec<&'a Measure> {
    let measures = &case.commitment.measures;
    let in_other_unit = |m: &Measure| {
        matches!(m.at, At::Period(_))
            && !matches!(m.mode, Mode::Context | Mode::Cumulative)
            && m.unit != "CNY"
            && counts_people(&m.unit) == counts_people(&goal.unit)
            && conversion::between(&m.unit, &goal.unit).is_none()
    };
    if goal.unit == "CNY" || !measures.iter().any(in_other_unit) {
        return vec![];
    }
    let settings = OnceCell::new();
    let settings = || settings.get_or_init(|| counted::settings(case));
    let objects = case.objects(|| counted::objects(measures, settings()));
    let Some(promise) = measures.iter().position(|m| m == goal) else { return vec![] };
    let head = |n: usize| counted::head(&measures[n], settings()[n].as_ref()?);
    let about = |n: &usize| {
        in_other_unit(&measures[*n])
            && counted::affinity(&objects[promise], &objects[*n]) >= ALIKE
            && head(*n).is_some_and(|name| head(promise) == Some(name))
    };
    (0..measures.len()).filter(about).map(|n| &measures[n]).collect()
}

/// People are not counted with the things that are done for them.
fn counts_people(unit: &str) -> bool {
    ["人", "名", "位", "人次", "例", "对"].contains(&unit)
}

fn finding(commitment: &Commitment, goal: &Measure, others: &[&Measure]) -> Option<Diagnostic> {
    let first = others.first()?;
    let (promised, counted) = (name(&goal.unit), name(&first.unit));
    let mut finding = Diagnostic::new(
        &codes::UNIT_MISMATCH,
        Text::new(
            ["承诺按“", promised, "”计，进度安排按“", counted, "”计"].concat(),
            ["the promise counts in \"", promised, "\", the schedule in \"", counted, "\""].concat(),
        ),
    )
    .about(commitment.number, first.at);
    for other in others {
        let place = wording::cell(other.at);
        finding = finding.label(
            other.place.first(),
            Text::new(
                [&*place.zh, "按“", name(&other.unit), "”计"].concat(),
                [&*place.en, " counts in \"", name(&other.unit), "\""].concat(),
            ),
        );
    }
    finding = finding.label(
        goal.place.first(),
        Text::new(["承诺按“", promised, "”计"].concat(), ["the promise counts in \"", promised, "\""].concat()),
    );
    finding = finding.note(match conversion::between(&first.unit, &goal.unit) {
        Some(c) if c.is_one_to_one() => Text::new(
            ["核对时按1", counted, "等于1", promised, "计算，文中没有写明"].concat(),
            ["the sums take one \"", counted, "\" as one \"", promised, "\", which the text does not say"].concat(),
        ),
        Some(c) if c.factor < c.divisor => Text::new(
            format!("核对时按{}{counted}等于{}{promised}计算", c.divisor, c.factor),
            format!("the sums take {} \"{counted}\" as {} \"{promised}\"", c.divisor, c.factor),
        ),
        Some(c) => {
            let rate = c.apply(rust_decimal::Decimal::ONE).normalize();
            Text::new(
                format!("核对时按1{counted}等于{rate}{promised}计算"),
                format!("the sums take one \"{counted}\" as {rate} \"{promised}\""),
            )
        }
        None => Text::new("两个单位不能换算，无法核对", "the two cannot be converted, so nothing can be checked"),
    });
    Some(finding.help(Text::new(
        "统一单位，各期也按承诺的单位计",
        "use one unit: count the periods in that of the promise too",
    )))
}
