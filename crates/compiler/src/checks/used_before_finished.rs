//! C026: the title says from when something is used, and the schedule finishes, accepts or fits it out in a later period. Looks at works
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
    let late = || case.milestones().filter(|(m, _)| m.period.first_day() > last_day);
    let finished = late().find(|(_, said)| finishes(*said)).map(|(m, _)| finding(case, date, m, FINISHED));
    let fitted = || late().find(|(_, said)| fits_out(*said)).map(|(m, _)| finding(case, date, m, FITTED_OUT));
    finished.or_else(fitted).into_iter().collect()
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

/// Rooms are still fitted out in it.
fn fits_out(milestone: Said) -> bool {
    const ROOMS: [&str; 3] = ["装修", "装饰", "内装"];
    const BEFORE: [&str; 4] = ["方案", "设计", "招标", "采购"];
    milestone.clauses().any(|step| {
        let says = |words: &[&str]| words.iter().any(|word| step.text().contains(word));
        let others = remainder::named(step) == Some(remainder::Left::Rest) || says(&OTHERS) || says(&BEFORE);
        says(&ROOMS) && !others && verbs::promised(step) != Verb::Plan
    })
}

/// What comes too late: the message in both languages, and the label.
type Late = [(&'static str, &'static str); 2];

const FINISHED: Late = [
    ("竣工或验收却排在这一期", "the works are finished or accepted only now"),
    ("这时才竣工或验收", "finished or accepted here"),
];
const FITTED_OUT: Late =
    [("装修却还排在这一期", "rooms are still fitted out now"), ("这时还在装修", "fitted out here")];

fn finding(case: Case, date: &Time, milestone: &Milestone, [(zh, en), (here, here_en)]: Late) -> Diagnostic {
    let (period, used) = (period_name::of(milestone.period), &date.text);
    let message = Text::new(format!("事项写{used}投用，{zh}"), format!("use is promised for {used}, and {en}"));
    let finding = Diagnostic::new(&codes::USED_BEFORE_FINISHED, wording::of_periods(&period, message))
        .about(case.commitment.number, At::Period(milestone.period));
    let finding = match milestone.passage.spans.first() {
        Some(span) => finding.label(*span, Text::new(here, here_en)),
        None => finding,
    };
    finding.label(date.place.first(), Text::new("这时已经投用", "in use by now")).help(Text::new(
        "核对两处时间：装修、验收应在投用之前；分步做的，写明投用前先完成哪一步",
        "compare the two dates: rooms are ready and accepted before use; where it is done in steps, say which comes first",
    ))
}
