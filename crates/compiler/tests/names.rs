//! What commitments are called in lists whose numbers run through, begin anew or are missing.

mod outlined;

use outlined::read;
use yinuo_diag::Lang;
use yinuo_model::names::{Names, name};

/// What the commitments of a list are called.
fn names(head: &str, rows: &[&str], lang: Lang) -> Vec<String> {
    let text = format!("临溪区2026年民生实事,,\n{head}\n{}\n", rows.join("\n"));
    let plan = read("list.csv", &text).plan;
    let names = Names::of(&plan, lang);
    let all: Vec<String> = plan.commitments().map(|(category, c)| names.name(category, c)).collect();
    let one: Vec<String> = plan.commitments().map(|(category, c)| name(&plan, category, c, lang)).collect();
    assert_eq!(all, one, "both ways");
    all
}

#[test]
fn a_name_tells_a_commitment_from_the_others() {
    let numbered = "序号,工作任务,责任单位";
    let through = ["1,修桥3座,交通局", "2,新建公园2处,城管局"];
    let anew = ["一、出行", "1,修桥3座,交通局", "二、教育", "1,新建学校1所,教育局"];
    let none = ["修桥3座,交通局", "新建公园2处,城管局"];
    assert_eq!(names(numbered, &through, Lang::Zh), ["第 1 项", "第 2 项"]);
    assert_eq!(names(numbered, &through, Lang::En), ["No. 1", "No. 2"]);
    assert_eq!(names(numbered, &anew, Lang::Zh), ["出行第 1 项", "教育第 1 项"]);
    assert_eq!(names(numbered, &anew, Lang::En), ["出行, no. 1", "教育, no. 1"]);
    assert_eq!(names("工作任务,责任单位", &none, Lang::Zh), ["“修桥3座”", "“新建公园”"]);
}

/// The first finding of a code.
fn said(rows: &[&str], code: &str) -> String {
    let text = format!("临溪区2026年民生实事,,\n序号,工作任务,责任单位\n{}\n", rows.join("\n"));
    let compiled = read("list.csv", &text);
    compiled.findings.iter().find(|d| d.code.id == code).map(|d| d.message.zh.clone()).unwrap_or_default()
}

#[test]
fn findings_name_commitments_so_that_they_can_be_found() {
    let anew =
        ["一、出行", "1,修桥3座,交通局", "2,新建候车亭20座,", "二、教育", "1,新建学校1所,", "2,新建候车亭30座,教育局"];
    assert_eq!(said(&anew, "C004"), "4项中有2项没有写明责任单位：出行第 2 项、教育第 1 项");
    assert_eq!(said(&anew, "C019"), "与出行第 2 项承诺的是同一件事");
    let through = ["1,修桥3座,", "2,新建公园2处,城管局", "3,新建学校1所,"];
    assert_eq!(said(&through, "C004"), "3项中有2项没有写明责任单位：第 1、3 项");
}
