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

/// All that a finding says in both languages, of a list of items in text.
fn told(text: &str, code: &str) -> String {
    let compiled = read("list.txt", text);
    let found = compiled.findings.iter().find(|d| d.code.id == code);
    let words = found.map(|d| {
        let help = d.help.as_ref().map_or("", |h| h.zh.as_str());
        format!("{} | {} | {help}", d.message.zh, d.message.en)
    });
    words.unwrap_or_default()
}

#[test]
fn findings_count_as_people_do() {
    let list = |head: &str, items: &[&str]| format!("临溪区2026年民生实事（{head}）\n{}\n", items.join("\n"));
    let three = ["1.修桥3座。", "2.新建公园2处。", "3.种树40棵。"];
    let few = told(&list("共7项", &three), "C001");
    let want = "清单标明7项，实际读到3项 | the list says it has 7 commitments, but 3 were found | 多半没有读全";
    assert!(few.starts_with(want), "{few}");
    let one_less = told(&list("共4项", &three), "C001");
    let want = "清单标明4项，实际读到3项 | the list says it has 4 commitments, but 3 were found | 补上遗漏的";
    assert!(one_less.starts_with(want), "{one_less}");
    let none = told(&list("共2大类3项", &three), "C001");
    let want =
        "清单标明2类，没有读到类别的标题 | the list says it has 2 categories, but no heading of a category was found";
    assert!(none.starts_with(want), "{none}");
}

#[test]
fn a_change_is_told_by_its_word() {
    for (title, want) in [
        ("公交分担率提高15%", "承诺“提高15%”，没有写与什么相比"),
        ("行道树数量翻番", "承诺“翻番”，没有写与什么相比"),
        ("道路积水点回落15%", "承诺“回落15%”，没有写与什么相比"),
        // over the year before, or than what holds now
        ("公交分担率提高1.5个百分点，达到36%", ""),
        ("客运量增加15%", ""),
        ("停车收费下浮15%", ""),
        ("公交分担率比上年提高15%", ""),
    ] {
        let said = told(&format!("临溪区2026年民生实事\n1.{title}。\n2.修桥3座。\n"), "C018");
        assert_eq!(said.split(" | ").next().unwrap_or_default(), want, "{title}");
    }
}
