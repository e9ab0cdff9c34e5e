//! C026: the title says from when something is used, and the schedule finishes or accepts it in a later period. Looks at works
//! alone, and at one date: what opens in parts has a remainder to finish.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{At, Kind, Milestone, Stage, Time, TimeValue, Verb};

use super::wording;
use crate::period_name;
use crate::readings::Case;
use crate::syntax::words::Said;
use crate::syntax::{remainder, stages, verbs};

/// Words that something serves from then on and that are no gate of works.
const OPENS: [&str; 4] = ["投运", "开学", "开馆", "开放"];

/// Words of other works that follow, a later phase or what is left, and of what is done about works that are finished.
const OTHERS: [&str; 12] =
    ["二期", "三期", "其他", "另外", "后续", "缺陷", "已完工", "已竣工", "资料", "归档", "备案", "管护"];

/// One finding, at the period that finishes the works.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let title = &commitment.title.text;
    if !matches!(commitment.kind, Kind::Works | Kind::Housing) || title.contains([';', '；']) {
        return vec![];
    }
    let used = |time: &&Time| time.at == At::Title && is_definite(time.value) && is_of_use(case, time);
    let mut dates = commitment.times.iter().filter(used);
    let (Some(date), None) = (dates.next(), dates.next()) else { return vec![] };
    let Some((_, last_day)) = date.value.days() else { return vec![] };
    let late = case.milestones().find(|(m, said)| m.period.first_day() > last_day && finishes(*said));
    late.map(|(milestone, _)| finding(case, date, milestone)).into_iter().collect()
}

fn is_definite(value: TimeValue) -> bool {
    matches!(value, TimeValue::Date(_) | TimeValue::Month(..) | TimeValue::Quarter(..))
}

/// 9月投入使用: the words of use stand in the clause of the date, after it.
fn is_of_use(case: Case, time: &Time) -> bool {
    let Some((passage, cell)) = case.cell(time.at) else { return false };
    let Some(range) = passage.range_of(time.place.first()) else { return false };
    let after = cell.clause_at(&range).map(|clause| cell.part(range.end..clause.range().end.max(range.end)));
    let opens = |words: Said| OPENS.iter().any(|word| words.text().contains(word));
    after.is_some_and(|words| stages::furthest(words) == Some(Stage::Use) || opens(words))
}

/// Works are finished or accepted in it, and not only what is left of them.
fn finishes(milestone: Said) -> bool {
    milestone.deliverables().any(|step| {
        let stage = stages::furthest(step);
        let done = matches!(stage, Some(Stage::Completion | Stage::Acceptance | Stage::Handover));
        let others =
            remainder::named(step) == Some(remainder::Left::Rest) || OTHERS.iter().any(|w| step.text().contains(w));
        let works = ["竣工", "完工", "验收"].iter().any(|word| step.text().contains(word));
        done && works && !others && verbs::promised(step) != Verb::Plan
    })
}

fn finding(case: Case, date: &Time, milestone: &Milestone) -> Diagnostic {
    let (period, used) = (period_name::of(milestone.period), &date.text);
    let message = Text::new(
        format!("事项写{used}投用，竣工或验收却排在这一期"),
        format!("use is promised for {used}, and the works are finished or accepted only now"),
    );
    let finding = Diagnostic::new(&codes::USED_BEFORE_FINISHED, wording::of_periods(&period, message))
        .about(case.commitment.number, At::Period(milestone.period));
    let finding = match milestone.passage.spans.first() {
        Some(span) => finding.label(*span, Text::new("这时才竣工或验收", "finished or accepted here")),
        None => finding,
    };
    finding.label(date.place.first(), Text::new("这时已经投用", "in use by now")).help(Text::new(
        "核对两处时间：验收应在投用之前；分步验收的，写明投用前先完成哪一步",
        "compare the two dates: acceptance comes before use; where it is done in steps, say which comes first",
    ))
}
