//! C005: nothing countable is promised and no end state that anyone could check.

use rust_decimal::Decimal;
use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{At, Kind, Mode};

use super::wording;
use crate::readings::Case;
use crate::syntax::kinds::{KINDS, is_figurative};
use crate::syntax::letters::is_han;
use crate::syntax::outcomes;
use crate::syntax::vague::{self, Clarity};
use crate::syntax::words::Said;

/// Reads title and body; numbers that stand only in the schedule are told, but do not make a promise.
pub fn check(case: Case) -> Vec<Diagnostic> {
    let commitment = case.commitment;
    let counted = |m: &yinuo_model::Measure| m.mode != Mode::Context && !matches!(m.at, At::Period(_));
    let promised = commitment.measures.iter().any(counted)
        || !commitment.targets.is_empty()
        || can_be_checked(case.title())
        || case.body().is_some_and(can_be_checked);
    // whether words of another language can be measured is not known here
    let readable = commitment.title.text.contains(is_han);
    let Some(span) = commitment.title.spans.first().filter(|_| readable && !promised && !allotted(case)) else {
        return vec![];
    };
    // 一处 and 每月1次 are no numbers that a promise could have been made of
    let amounts = |m: &&yinuo_model::Measure| {
        matches!(m.at, At::Period(_))
            && matches!(m.mode, Mode::Period | Mode::Cumulative)
            && m.value.lower() > Decimal::ONE
    };
    let scheduled = commitment.measures.iter().filter(amounts).count();
    let mut finding = unmeasured(case, *span);
    if scheduled > 0 {
        finding = finding.note(Text::new(
            format!("进度安排中有{scheduled}个数字，但没有写进承诺"),
            match scheduled {
                1 => "the schedule holds a number, but the promise does not".to_string(),
                _ => format!("the schedule holds {scheduled} numbers, but the promise does not"),
            },
        ));
    }
    // a title that says nothing of its kind is taken for a service, and may be none
    if KINDS.occurs(case.title()) && !is_all_figurative(case.title()) {
        let (zh, en) = of_the_act(case.title()).unwrap_or_else(|| example(commitment.kind));
        finding = finding.note(Text::new(["这类事项可以写：", zh].concat(), ["such a promise may say: ", en].concat()));
    }
    vec![finding.help(Text::new(
        "写明做多少，或者到年底做到什么状态",
        "say how much is done, or what will be true at the end of the year",
    ))]
}

/// Building only in name, so that kilometres are no example of it.
fn is_all_figurative(title: Said) -> bool {
    let found = title.clauses().flat_map(|clause| KINDS.find(clause).map(move |(word, _)| (clause, word)));
    found.into_iter().all(|(clause, word)| is_figurative(clause.text(), &word))
}

/// An end state, a time limit, all of a class, the beginning of works or a level that others publish is promised.
fn can_be_checked(cell: Said) -> bool {
    outcomes::promised(cell).is_some()
        || outcomes::within_a_time(cell)
        || outcomes::all_of_a_class(cell)
        || outcomes::is_begun(cell)
        || outcomes::is_like_others(cell)
}

/// The finding without what is said of its kind. Of several things promised each is pointed at, so that none is blamed
/// for another.
fn unmeasured(case: Case, title: Span) -> Diagnostic {
    let name = wording::quoted(&case.commitment.short_title);
    let promised = promised(case);
    let (etc_zh, etc_en) = match promised.len() {
        0 | 1 => (String::new(), String::new()),
        n => (format!("等{n}件事"), format!(" and {} more", n - 1)),
    };
    let places = if promised.len() > 1 { promised } else { vec![title] };
    let finding = Diagnostic::new(
        &codes::NO_MEASURABLE_TARGET,
        Text::new(
            [&*name.zh, &etc_zh, "没有数量，也没有可以核对的完成状态"].concat(),
            [&*name.en, &etc_en, ": no number and no result that could be checked"].concat(),
        ),
    )
    .about(case.commitment.number, At::Title);
    // said once: under each of them it would say nothing more
    let reason = Text::new("到年底怎样算完成，看不出来", "nothing here says what will be true at the end of the year");
    let labels = places.into_iter().zip(std::iter::once(reason).chain(std::iter::repeat(Text::new("", ""))));
    labels.fold(finding, |finding, (place, text)| finding.label(place, text))
}

/// The things a title promises: its clauses, grounds, aims and hopes aside, without what stands in brackets at the end. Of
/// several the first may be a heading, which promises what follows it.
fn promised(case: Case) -> Vec<Span> {
    const HOPES: [&str; 12] =
        ["确保", "保障", "促进", "提高", "提升", "满足", "切实", "坚持", "破解", "着力", "聚焦", "助力"];
    let title = case.title();
    let heading = heading(title);
    let act = |clause: &Said| {
        let text = clause.text();
        let aim = vague::clarity(*clause) == Clarity::Adjunct || HOPES.iter().any(|hope| text.starts_with(hope));
        !aim && clause.range().end > heading
    };
    let place = |clause: Said| {
        let text = clause.text();
        let open = if text.ends_with(['）', ')']) { text.rfind(['（', '(']) } else { None };
        let start = clause.range().start;
        wording::place(&case.commitment.title, start..start + open.unwrap_or(text.len()))
    };
    title.clauses().filter(act).map(place).filter(|place| !place.is_empty()).collect()
}

/// Where the heading of a title ends that goes on after it: 健康守护工程。开展…; 0 where it has none.
fn heading(title: Said) -> usize {
    const HEADS: [&str; 4] = ["工程", "行动", "计划", "项目"];
    let Some(first) = title.clauses().next() else { return 0 };
    let (end, text) = (first.range().end, title.text());
    let goes_on =
        text.get(end..).is_some_and(|rest| rest.starts_with(['。', '：', ':', '\n']) && rest.chars().count() > 8);
    if goes_on && HEADS.iter().any(|head| first.text().ends_with(head)) { end } else { 0 }
}

/// The body allots numbers to places (甲镇40 乙镇30): the promise is their sum.
fn allotted(case: Case) -> bool {
    let Some(body) = case.body() else { return false };
    let numbered = |word: &str| word.contains(is_han) && word.ends_with(|c: char| c.is_ascii_digit());
    body.text().split_whitespace().filter(|word| numbered(word)).count() > 1
}

/// What is said of an act whose words are those of another kind: 产前检查 inspects nobody, and whoever moves a service centre
/// builds.
fn of_the_act(title: Said) -> Option<(&'static str, &'static str)> {
    const HEALTH: [&str; 5] = ["产前检查", "孕前检查", "健康检查", "婚前检查", "体检"];
    const BUILDS: [&str; 4] = ["迁建", "改建", "扩建", "重建"];
    // of these a length is told and no floor area
    const LONG: [char; 7] = ['路', '道', '桥', '管', '渠', '线', '网'];
    let named = |words: &[&str]| words.iter().any(|word| title.text().contains(word));
    if named(&HEALTH) && !title.text().contains("城市体检") {
        return Some((
            "“检查2000人”，或“10月底前每人检查一次”",
            "2000 people examined, or each once by the end of October",
        ));
    }
    (named(&BUILDS) && !title.text().contains(LONG)).then_some((
        "“建筑面积2000平方米”，或“12月底前竣工验收”",
        "2000 square metres, or accepted by the end of December",
    ))
}

/// What commitments of a kind promise where they can be checked.
fn example(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Works => ("“3座”“8公里”，或“12月底前竣工验收”", "3 bridges, 8 km, or accepted by the end of December"),
        Kind::Housing => {
            ("“分配300套”，或“10月底前交付入住”", "300 flats allocated, or handed over by the end of October")
        }
        Kind::Institution => ("“新设3所”“新增床位100张”，或“9月开办”", "3 schools, 100 beds, or opened in September"),
        Kind::Benefit => (
            "“发给2000人”“每人每月100元”，或“6月底前发放到位”",
            "2000 people, 100 yuan a month, or paid by the end of June",
        ),
        Kind::Activity => ("“举办20场”“每月1场”", "20 events, or one a month"),
        Kind::Inspection => ("“检查300家”，或“10月底前全部查完”", "300 premises, or all of them by the end of October"),
        Kind::Platform => ("“6月底前上线”“能办20项业务”", "online by the end of June, 20 services on it"),
        Kind::Procurement => ("“购置12辆”，或“6月底前投入使用”", "12 vehicles, or in use by the end of June"),
        Kind::Service => {
            ("“服务3000人次”“覆盖20个社区”，或“6月起提供”", "3000 visits, 20 communities, or offered from June on")
        }
    }
}
