//! C005 told once of a list that is nothing but names of projects: ten equal findings would say one thing. The one is about
//! no commitment by number: it is about each. Finds nothing that the check of each commitment has not found.

use yinuo_diag::{Diagnostic, Text, codes};
use yinuo_model::{Commitment, Plan};

use super::{no_measurable_target, stated_by_heading};
use crate::readings::{Case, Readings};

/// Fewer projects than this are told one by one.
const LEAST: usize = 5;

/// More of them are not pointed at one by one.
const MOST_SHOWN: usize = 20;

/// True where one finding says this of the whole list, so that no commitment needs one of its own.
pub fn told_of_all(plan: &Plan) -> bool {
    let lacks = |c| !no_measurable_target::check(Case::new(c, &Readings::of(c))).is_empty();
    let all = || plan.commitments().map(|(_, c)| c);
    let stated = plan.categories.iter().any(stated_by_heading::is);
    !stated && all().count() >= LEAST && all().all(is_name) && all().all(lacks)
}

/// Puts one finding in place of those about each, where all commitments have one and all are only named.
pub fn tell_once(plan: &Plan, findings: &mut Vec<Diagnostic>) {
    let is = |d: &Diagnostic| d.code.id == codes::NO_MEASURABLE_TARGET.id;
    let count = findings.iter().filter(|d| is(d)).count();
    let all = || plan.commitments().map(|(_, c)| c);
    if count < LEAST || count != all().count() || !all().all(is_name) {
        return;
    }
    // the reason is told at the first
    let places = findings.iter().filter(|d| is(d)).filter_map(|d| d.labels.first());
    let mut labels: Vec<_> = places.take(MOST_SHOWN).cloned().collect();
    labels.iter_mut().skip(1).for_each(|label| label.text = Text::new("", ""));
    findings.retain(|d| !is(d));
    let message = Text::new(
        format!("{count}项都只有项目名称，没有数量，也没有可以核对的完成状态"),
        format!("all {count} commitments are names of projects: no number and no result that could be checked"),
    );
    let told = Diagnostic::new(&codes::NO_MEASURABLE_TARGET, message).help(Text::new(
        "每项写明做多少，或者到年底做到什么状态",
        "say of each how much is done, or what will be true at the end of the year",
    ));
    findings.push(labels.into_iter().fold(told, |told, label| told.label(label.span, label.text)));
}

/// A name of a project and nothing else.
fn is_name(commitment: &Commitment) -> bool {
    const PROJECTS: [&str; 3] = ["工程", "项目", "建设"];
    let title = commitment.title.text.trim_end_matches(['。', '；', ';', ' ']);
    let bracket = if title.ends_with(['）', ')']) { title.rfind(['（', '(']) } else { None };
    let title = title[..bracket.unwrap_or(title.len())].trim_end();
    let one = !title.contains(['，', ',', '。']);
    one && PROJECTS.iter().any(|word| title.ends_with(word)) && commitment.milestones.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::of_one;
    use super::*;
    use crate::{Compiled, Options, compile};

    fn list(titles: impl Iterator<Item = String>) -> Compiled {
        let mut text = "青石区2028年民生实事\n序号,项目名称,责任单位\n".to_string();
        titles.enumerate().for_each(|(n, title)| text += &format!("{},{title},区住建局\n", n + 1));
        compile(&yinuo_extract::read("list.csv", text.as_bytes()).expect("a list is text"), &Options::default())
    }

    #[test]
    fn what_is_told_of_all_is_not_told_again_of_one() {
        let plan = list((1..=6).map(|n| format!("{n}号水渠清淤工程"))).plan;
        let of = |plan: &Plan| {
            let (_, c) = plan.commitment(2).expect("it has two");
            of_one(plan, Case::new(c, &Readings::of(c))).iter().filter(|d| d.code.id == "C005").count()
        };
        assert_eq!(of(&plan), 0);
        let titles = ["东村便桥重建工程", "提升养老服务水平", "南村文化室建设", "旧街路灯项目", "西村水渠清淤工程"];
        assert_eq!(of(&list(titles.iter().map(|t| t.to_string())).plan), 1);
    }

    #[test]
    fn a_long_list_is_pointed_at_by_its_first_names() {
        let compiled = list((1..=300).map(|n| format!("{n}号水渠清淤工程")));
        let told: Vec<_> = compiled.findings.iter().filter(|d| d.code.id == "C005").collect();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].labels.len(), told[0].commitment), (MOST_SHOWN, None));
        assert!(told[0].message.zh.starts_with("300项"));
    }
}
