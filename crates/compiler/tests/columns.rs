//! Columns that hold less or other than their headings say: numbers that were lost, types, marks, deadlines in words. Each case is
//! invented.

mod outlined;

use outlined::{outline_of, read};
use yinuo_compiler::Compiled;

const TITLE: &str = "青石县2027年民生实事清单\n";

fn table(rows: &[&str]) -> Compiled {
    read("list.txt", &format!("{TITLE}{}\n", rows.join("\n")))
}

/// What a finding says, and the words under its labels.
fn told(compiled: &Compiled, text: &str, code: &str) -> Option<(String, Vec<String>)> {
    let found = compiled.findings.iter().find(|d| d.code.id == code)?;
    let labels = found.labels.iter().map(|l| l.span.of(text).to_string()).collect();
    Some((found.message.zh.to_string(), labels))
}

#[test]
fn a_column_of_numbers_that_lost_them() {
    let promises = ["| 修桥2座 | 县交通局", "| 修路3公里 | 县交通局", "| 建站5座 | 县民政局"];
    let expected = "#\n1 修桥2座 [县交通局]\n2 修路3公里 [县交通局]\n3 建站5座 [县民政局]\n";
    let rows = ["序号 | 事项 | 责任单位", promises[0], promises[1], promises[2]];
    let compiled = table(&rows);
    assert_eq!(outline_of(&compiled), expected);
    let said = told(&compiled, &format!("{TITLE}{}", rows.join("\n")), "L014");
    assert_eq!(said, Some(("“序号”一列没有数字，3 项按先后编号".into(), vec!["序号".into()])));
    // Where a deadline shows the items, the numbers are missing all the same.
    let dated = table(&["序号 | 事项 | 完成时限", "| 修桥2座 | 6月底前", "| 修路3公里 | 9月底前"]);
    assert!(dated.findings.iter().any(|d| d.code.id == "L014"));
    // Categories may be numbered where their items are not.
    let headed = table(&[
        "序号 | 事项 | 内容 | 责任单位",
        "一 | 出行",
        "| 修桥 | 修桥2座 | 县交通局",
        "| 修路 | 修路3公里 | 县交通局",
        "二 | 养老",
        "| 建站 | 建站5座 | 县民政局",
    ]);
    insta::assert_snapshot!(outline_of(&headed), @r"
    #出行
    1 修桥 / 修桥2座 [县交通局]
    2 修路 / 修路3公里 [县交通局]
    #养老
    3 建站 / 建站5座 [县民政局]
    ");
}

#[test]
fn a_row_without_a_number_among_others_goes_on() {
    let compiled = table(&[
        "序号 | 事项 | 责任单位",
        "1 | 修桥2座 | 县交通局",
        " | 修路3公里 | 县财政局",
        "2 | 建站5座 | 县民政局",
    ]);
    assert_eq!(outline_of(&compiled), "#\n1 修桥2座⏎修路3公里 [县交通局 县财政局]\n2 建站5座 [县民政局]\n");
    assert!(compiled.findings.iter().all(|d| d.code.id != "L014"));
}

#[test]
fn numbers_above_a_thousand() {
    let lines: Vec<String> = (1..=1002).map(|n| format!("{n}.修桥{n}座。")).collect();
    let list = read("list.txt", &format!("{TITLE}{}\n", lines.join("\n")));
    let last = list.plan.commitments().last().map(|(_, c)| (c.number, c.label.clone(), c.title.text.clone()));
    assert_eq!(last, Some((1002, "1002".into(), "修桥1002座。".into())));
    let flat: Vec<String> = (999..=1002).map(|n| format!("{n}\n修桥{n}座。\n县交通局\n6月底前")).collect();
    let flat = read("list.txt", &format!("{TITLE}序号\n事项\n责任单位\n完成时限\n{}\n", flat.join("\n")));
    let numbers: Vec<u32> = flat.plan.commitments().map(|(_, c)| c.number).collect();
    assert_eq!(numbers, [999, 1000, 1001, 1002]);
}

#[test]
fn a_type_is_the_category_where_it_divides_the_list() {
    for head in ["类型", "板块", "实事类别", "所属领域", "工作类型", "民生领域"] {
        let head = format!("序号 | {head} | 具体事项 | 责任单位");
        let rows =
            ["1 | 出行 | 修桥2座 | 县交通局", "2 | 出行 | 修路3公里 | 县交通局", "3 | 养老 | 建站5座 | 县民政局"];
        let compiled = table(&[&[head.as_str()], &rows[..]].concat());
        let expected = "#出行\n1 修桥2座 [县交通局]\n2 修路3公里 [县交通局]\n#养老\n3 建站5座 [县民政局]\n";
        assert_eq!(outline_of(&compiled), expected, "{head}");
        assert!(compiled.findings.iter().all(|d| d.code.id != "L004"), "{head}");
    }
}

#[test]
fn a_type_that_comes_again_is_told_of_its_item() {
    let again = table(&[
        "序号 | 项目类型 | 事项 | 责任单位",
        "1 | 新建 | 修桥2座 | 县交通局",
        "2 | 续建 | 修路3公里 | 县交通局",
        "3 | 新建 | 建站5座 | 县民政局",
    ]);
    insta::assert_snapshot!(outline_of(&again), @r"
    #
    1 修桥2座 / 项目类型：新建 [县交通局]
    2 修路3公里 / 项目类型：续建 [县交通局]
    3 建站5座 / 项目类型：新建 [县民政局]
    ");
    let beside = table(&[
        "序号 | 类别 | 事项 | 类型 | 责任单位",
        "1 | 出行 | 修桥2座 | 新建 | 县交通局",
        "2 | 养老 | 建站5座 | 改建 | 县民政局",
    ]);
    insta::assert_snapshot!(outline_of(&beside), @r"
    #出行
    1 修桥2座 / 类型：新建 [县交通局]
    #养老
    2 建站5座 / 类型：改建 [县民政局]
    ");
}

#[test]
fn marks_are_no_part_of_a_title() {
    let rows =
        ["序号 | 事项 | 责任单位", "1 | ★修桥2座 | 县交通局", "▲2 | 修路3公里※ | 县交通局", "3 | 建站5座 | 县民政局"];
    let compiled = table(&rows);
    assert_eq!(outline_of(&compiled), "#\n1 修桥2座 [县交通局]\n2 修路3公里 [县交通局]\n3 建站5座 [县民政局]\n");
    let text = format!("{TITLE}{}\n", rows.join("\n"));
    let said = told(&compiled, &text, "L015");
    let marks = ["★", "▲", "※"].map(String::from).to_vec();
    assert_eq!(said, Some(("2 个事项标有“★”一类的记号，没有读进名称".into(), marks)));
    let text = format!("{TITLE}★1.修桥2座。\n2.*修路3公里。\n3.建站5座。\n▲ 4.建亭6座。\n");
    let prose = read("list.txt", &text);
    assert_eq!(outline_of(&prose), "#\n1 修桥2座。\n2 修路3公里。\n3 建站5座。\n4 建亭6座。\n");
    assert_eq!(told(&prose, &text, "L015").map(|t| t.1), Some(["★", "*", "▲"].map(String::from).to_vec()));
    let plain = read("list.txt", &format!("{TITLE}1.修桥2座。\n2.建设★级厕所3座。\n"));
    assert!(plain.findings.iter().all(|d| d.code.id != "L015"));
}

#[test]
fn deadlines_in_words() {
    let rows = [
        "序号 | 事项 | 完成时限",
        "1 | 修桥2座 | 春节前",
        "2 | 修路3公里 | 秋季开学前",
        "3 | 建站5座 | 高考前",
        "4 | 修渠7条 | 汛期前",
    ];
    insta::assert_snapshot!(outline_of(&table(&rows)), @r"
    #
    1 修桥2座 2027-02-06=春节前
    2 修路3公里 / 完成时限：秋季开学前
    3 建站5座 / 完成时限：高考前
    4 修渠7条 / 完成时限：汛期前
    ");
    let ends = table(&["序号 | 事项 | 起 | 止", "1 | 修桥2座 | 3月 | 常年", "2 | 修路3公里 | 3月 | 9月底前"]);
    assert_eq!(outline_of(&ends), "#\n1 修桥2座 / 起：3月⏎常年\n2 修路3公里 / 起：3月 2027-09=9月底前\n");
    let term = table(&rows);
    let times: Vec<_> = term.plan.commitments().flat_map(|(_, c)| &c.times).map(|t| t.value.to_string()).collect();
    assert_eq!(times.join(" "), "2027-02-06 2027-autumn-term 2027-flood-season");
}

#[test]
fn the_person_beside_an_office_is_no_owner() {
    let compiled = table(&[
        "序号 | 事项 | 责任单位及责任人 | 联系人",
        "1 | 修桥2座 | 县交通局 赵某 | 钱某",
        "2 | 建站5座 | 县民政局、各镇 | 孙某",
    ]);
    insta::assert_snapshot!(outline_of(&compiled), @r"
    #
    1 修桥2座 / 责任人：赵某 [县交通局]
    2 建站5座 [县民政局 各镇]
    ");
}
