//! A plan for reading in a terminal: categories, commitments, milestones, and how each target is made up.

use std::fmt::Write;

use yinuo_app::tell::{quantity, words};
use yinuo_compiler::syntax::change;
use yinuo_diag::Lang;
use yinuo_model::{Commitment, Measure, Mode, Owner, Period, Plan, Relation, Target};

/// The whole outline.
pub(crate) fn render(plan: &Plan, lang: Lang) -> String {
    let mut out = String::new();
    let heading = [plan.jurisdiction.clone(), plan.year.map(|y| y.to_string()), plan.title.clone()];
    let heading: Vec<String> = heading.into_iter().flatten().collect();
    if !heading.is_empty() {
        line(&mut out, 0, &heading.join(" · "));
    }
    let (categories, items) = (plan.categories.len(), plan.commitments().count());
    line(
        &mut out,
        0,
        &lang.pick(format!("{categories} 类 {items} 项"), format!("categories: {categories}, commitments: {items}")),
    );
    for category in &plan.categories {
        out.push('\n');
        if !category.name.is_empty() {
            line(&mut out, 0, &format!("{}. {}", category.ordinal, category.name));
        }
        for commitment in &category.commitments {
            render_commitment(&mut out, commitment, lang);
        }
    }
    out
}

fn render_commitment(out: &mut String, c: &Commitment, lang: Lang) {
    line(out, 2, &format!("{:>3}  {}", c.number, on_one_line(&c.title.text)));
    if let Some(body) = &c.body {
        line(out, 7, &on_one_line(&body.text));
    }
    if !c.owners.is_empty() {
        line(out, 7, &owners(&c.owners, lang));
    }
    for target in &c.targets {
        if let Some(sentence) = target_sentence(target, c, lang) {
            line(out, 7, &format!("{} {sentence}", lang.pick("指标", "target")));
        }
    }
    for milestone in &c.milestones {
        line(out, 7, &format!("{}  {}", period(milestone.period), on_one_line(&milestone.passage.text)));
    }
}

/// Owners as they stand, each role named once before those that have it: `牵头单位 甲局；配合单位 乙局、丙局`.
fn owners(owners: &[Owner], lang: Lang) -> String {
    let told = owners.chunk_by(|a, b| a.role == b.role).map(|alike| {
        let names: Vec<&str> = alike.iter().map(|o| o.name.as_str()).collect();
        format!("{} {}", words::role(alike[0].role, lang), names.join(lang.pick("、", ", ")))
    });
    told.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// `300张 = 80张 + 100张 + 120张`, with what they come to where that is something else.
fn target_sentence(target: &Target, c: &Commitment, lang: Lang) -> Option<String> {
    let measures = &c.measures;
    let whole = measures.get(target.measure)?;
    let mut sentence = said(whole, lang);
    let parts: Vec<&str> = target.parts.iter().filter_map(|n| measures.get(*n)).map(|m| m.text.as_str()).collect();
    let closed = target.is_closed_in_words(measures);
    let (joint, name) = match target.relation {
        Relation::Sum if closed => (" + ", lang.pick(" + 其余（写明全部完成）", " + the rest (told in words)")),
        Relation::Sum => (" + ", ""),
        Relation::UnitConvertedSum => (" + ", lang.pick("（换算）", " (converted)")),
        Relation::LastCumulative if closed => {
            (" → ", lang.pick("（累计，最后写明全部完成）", " (running total, its end told in words)"))
        }
        Relation::LastCumulative if whole.mode == Mode::Rate => (" → ", ""),
        Relation::LastCumulative => (" → ", lang.pick("（累计）", " (running total)")),
        Relation::PercentComplete => (" → ", lang.pick("（完成比例）", " (share completed)")),
        Relation::None if c.milestones.len() < 2 => return Some(sentence),
        Relation::None => return Some(sentence + lang.pick("，各期没有数量", ", no number in any period")),
    };
    let sign = if target.reconciles { "=" } else { "≠" };
    let _ = write!(sentence, " {sign} {}{name}", parts.join(joint));
    Some(sentence)
}

/// The words of a measure; a part of another number is told as one, and a change with which way it goes, unless the words
/// say so themselves (翻一番).
pub(super) fn said(m: &Measure, lang: Lang) -> String {
    let change = m.change.filter(|_| !change::is_one(&m.text));
    quantity::before(m.part_of.is_some(), change, &m.unit, lang) + &m.text
}

/// The part of a period that tells it from others in its year.
fn period(period: Period) -> String {
    match period {
        Period::Quarter(_, q) => format!("Q{q}"),
        Period::Half(_, h) => format!("H{h}"),
        other => other.to_string(),
    }
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn line(out: &mut String, indent: usize, text: &str) {
    let _ = writeln!(out, "{:indent$}{text}", "");
}

#[cfg(test)]
mod tests {
    use yinuo_app::Edition;

    use super::*;

    #[test]
    fn a_target_that_words_close_says_so() {
        let list = "青岚县2027年民生实事清单\n序号,工作任务,第一季度,第二季度,第三季度,第四季度\n\
            1,改造小区30个,开展前期工作,完工12个,持续施工,全部完工\n2,改造楼栋30栋,完成6栋,完成12栋,完成20栋,全部完工\n";
        let edition = Edition::compile("list.csv", list.as_bytes(), &Default::default()).expect("a list is text");
        let told = |lang| render(&edition.compiled.plan, lang);
        assert!(told(Lang::Zh).contains("指标 30个 = 12个 + 其余（写明全部完成）"), "{}", told(Lang::Zh));
        assert!(
            told(Lang::Zh).contains("指标 30栋 = 6栋 → 12栋 → 20栋（累计，最后写明全部完成）"),
            "{}",
            told(Lang::Zh)
        );
        assert!(told(Lang::En).contains("target 30个 = 12个 + the rest (told in words)"));
    }
}
