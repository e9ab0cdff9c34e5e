//! Who answers for what: owners that a heading names for all below it, labels in the cells of an owner column, and what such a
//! column may be headed with. Each case is invented.

mod outlined;

use std::fmt::Write;

use outlined::{outline_of, read};
use yinuo_compiler::Compiled;
use yinuo_model::Role;

const TITLE: &str = "青石县2027年民生实事清单\n";

/// The owners of each commitment with their roles.
fn roles(compiled: &Compiled) -> String {
    let mut out = String::new();
    for (_, c) in compiled.plan.commitments() {
        let _ = write!(out, "{}", c.number);
        for o in &c.owners {
            let role = match o.role {
                Role::Lead => "lead",
                Role::Responsible => "",
                Role::Cooperating => "with",
                Role::Leader => "leader",
            };
            let _ = write!(out, " {role}:{}", o.name);
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_heading_names_the_owners_of_all_below_it() {
    let list = |first: &str, second: &str| {
        format!(
            "{TITLE}一、办学{first}\n1.新建小学2所；\n2.改造食堂12所。\n二、修路{second}\n3.修路7公里。\n4.修桥3座。\n"
        )
    };
    let expected = "#办学\n1 新建小学2所； [县教育局]\n2 改造食堂12所。 [县教育局]\n#修路\n3 修路7公里。 [县交通局]\n4 修桥3座。 [县交通局]\n";
    for [first, second] in [
        ["（责任单位：县教育局）", "（责任单位：县交通局）"],
        ["（牵头单位：县教育局）", "(牵头:县交通局)"],
        ["（县教育局牵头）", "（县交通局负责）"],
        ["（县教育局主办）", "（县交通局主办）"],
        ["\n责任单位：县教育局", "\n责任单位：县交通局"],
        ["（责任单位：县教育局）", "\n牵头单位：县交通局"],
    ] {
        let compiled = read("list.txt", &list(first, second));
        assert_eq!(outline_of(&compiled), expected, "{first}");
        assert!(compiled.findings.iter().all(|d| !matches!(d.code.id, "C004" | "L004")), "{first}");
    }
    let two = list("（牵头单位：县教育局；配合单位：县财政局、县住建局）", "（县交通局牵头，县财政局配合）");
    insta::assert_snapshot!(roles(&read("list.txt", &two)), @r"
    1 lead:县教育局 with:县财政局 with:县住建局
    2 lead:县教育局 with:县财政局 with:县住建局
    3 lead:县交通局 with:县财政局
    4 lead:县交通局 with:县财政局
    ");
}

#[test]
fn chapters_in_two_halves_are_categories() {
    let list = "青石县2027年重点工作\n一、聚力兴办教育，推动学校更有品质\n1.新建小学2所。（县教育局主办，县住建局协办）\n2.改造食堂12所。\n\
                二、聚力畅通城乡,推动出行更加便捷\n3.修路7公里。（县交通局主办）\n4.修桥3座。\n";
    insta::assert_snapshot!(outline_of(&read("list.txt", list)), @r"
    #聚力兴办教育，推动学校更有品质
    1 新建小学2所。（县教育局主办，县住建局协办） [县教育局 县住建局]
    2 改造食堂12所。
    #聚力畅通城乡,推动出行更加便捷
    3 修路7公里。（县交通局主办） [县交通局]
    4 修桥3座。
    ");
}

#[test]
fn owners_of_its_own_go_before_those_of_the_heading() {
    let text = format!(
        "{TITLE}一、办学（责任单位：县教育局）\n1.新建小学2所（责任单位：县住建局）；\n2.改造食堂12所。\n二、修路（3项）\n3.修路7公里。\n4.修桥3座。\n"
    );
    insta::assert_snapshot!(outline_of(&read("list.txt", &text)), @r"
    #办学
    1 新建小学2所（责任单位：县住建局）； [县住建局]
    2 改造食堂12所。 [县教育局]
    #修路 3
    3 修路7公里。
    4 修桥3座。
    ");
}

#[test]
fn headings_with_owners_over_lower_headings_and_tables() {
    let levels = format!(
        "{TITLE}一、办学（责任单位：县教育局）\n（一）小学\n1.新建小学2所。\n2.改造食堂12所。\n（二）中学（县住建局牵头）\n3.新建中学1所。\n二、修路（责任单位：县交通局）\n（一）乡道\n4.修路7公里。\n"
    );
    insta::assert_snapshot!(outline_of(&read("list.txt", &levels)), @r"
    #办学 / 小学
    1 新建小学2所。 [县教育局]
    2 改造食堂12所。 [县教育局]
    #办学 / 中学
    3 新建中学1所。 [县住建局]
    #修路 / 乡道
    4 修路7公里。 [县交通局]
    ");
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><td>序号</td><td>项目</td><td>完成时限</td></tr>\
         <tr><td colspan=3>一、办学（责任单位：县教育局）</td></tr><tr><td>1</td><td>新建小学2所</td><td>8月底前</td></tr>\
         <tr><td colspan=3>二、修路（县交通局牵头）</td></tr><tr><td>2</td><td>修路7公里</td><td>9月底前</td></tr></table>"
    );
    insta::assert_snapshot!(outline_of(&read("list.html", &page)), @r"
    #办学
    1 新建小学2所 [县教育局] 2027-08=8月底前
    #修路
    2 修路7公里 [县交通局] 2027-09=9月底前
    ");
}

#[test]
fn fields_of_an_item_are_no_owners_of_a_category() {
    let text = format!(
        "{TITLE}一、新建小学2所\n责任单位：县教育局\n1.上半年开工。\n2.年底前建成。\n二、修路7公里\n责任单位：县交通局\n1.年初开工。\n2.年底前通车。\n"
    );
    let compiled = read("list.txt", &text);
    assert_eq!(roles(&compiled), "1 :县教育局\n2 :县交通局\n", "{}", outline_of(&compiled));
}

#[test]
fn labels_in_a_column_of_owners() {
    for cell in [
        "\"牵头单位：县教育局\n配合单位：县财政局、县住建局\"",
        "牵头单位：县教育局；配合单位：县财政局、县住建局",
        "\"牵头：县教育局\n配合：县财政局\n县住建局\"",
        "【牵头单位】县教育局【配合单位】县财政局、县住建局",
    ] {
        let text = format!(
            "{TITLE}序号,项目名称,责任单位,完成时限\n1,新建小学2所,{cell},8月底前\n2,建亭9座,\"县住建局，配合单位：县财政局\",9月底前\n"
        );
        let compiled = read("list.csv", &text);
        let expected = "1 lead:县教育局 with:县财政局 with:县住建局\n2 :县住建局 with:县财政局\n";
        assert_eq!(roles(&compiled), expected, "{cell}");
    }
}

#[test]
fn columns_of_who_does_what() {
    for head in ["责任分工", "任务分工", "职责分工", "分工", "任务分工及要求"] {
        let text =
            format!("{TITLE}序号,项目名称,{head},完成时限\n1,建亭9座,县住建局,8月底前\n2,修渠5条,县水利局,9月底前\n");
        let expected = "#\n1 建亭9座 [县住建局] 2027-08=8月底前\n2 修渠5条 [县水利局] 2027-09=9月底前\n";
        assert_eq!(outline_of(&read("list.csv", &text)), expected, "{head}");
    }
}

#[test]
fn a_role_in_brackets_after_a_name_is_that_of_its_owner() {
    let table = format!(
        "{TITLE}序号 | 事项 | 责任单位\n1 | 修桥2座 | 县交通局（牵头）、县财政局\n2 | 修路3公里 | 县交通局(牵头)、县财政局(配合)、各镇(街道)\n\
         3 | 建站5座 | 县民政局（主责），县住建局，各县（市、区）政府（协办）\n4 | 建亭6座 | 县文旅局牵头，县财政局、县住建局配合\n\
         5 | 修渠7条 | 县水利局牵头 县财政局配合\n6 | 种树8万株 | 县林业局（负责招标）、县财政局（按职责分工）\n"
    );
    insta::assert_snapshot!(roles(&read("list.txt", &table)), @r"
    1 lead:县交通局 :县财政局
    2 lead:县交通局 with:县财政局 :各镇(街道)
    3 lead:县民政局 :县住建局 with:各县（市、区）政府
    4 lead:县文旅局 with:县财政局 with:县住建局
    5 lead:县水利局 with:县财政局
    6 :县林业局 :县财政局
    ");
    let prose = format!(
        "{TITLE}1.修桥2座。（县交通局（牵头）、县财政局（配合），县住建局）\n2.修路3公里。责任单位：县交通局(牵头)、县财政局\n\
         3.建站5座。牵头单位：县民政局（负责建设）、县住建局（配合）\n4.种树8万株。（责任单位：县林业局(牵头)、县财政局(配合)）\n5.建亭6座（一期（主办））。\n"
    );
    insta::assert_snapshot!(roles(&read("list.txt", &prose)), @r"
    1 lead:县交通局 with:县财政局 :县住建局
    2 lead:县交通局 :县财政局
    3 lead:县民政局 with:县住建局
    4 lead:县林业局 with:县财政局
    5
    ");
}

#[test]
fn labels_in_a_column_without_a_colon_and_in_brackets() {
    let cells = [
        "县交通局（配合单位：县财政局、各镇）",
        "牵头单位 县民政局<br>配合单位 县财政局",
        "牵头单位<br>县水利局<br>配合单位<br>各镇（街道）",
    ];
    let rows = cells.iter().enumerate().map(|(n, cell)| format!("<tr><td>{}<td>修桥{n}座<td>{cell}</tr>", n + 1));
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><td>序号<td>事项<td>责任单位</tr>{}</table>",
        rows.collect::<String>()
    );
    insta::assert_snapshot!(roles(&read("list.html", &page)), @r"
    1 :县交通局 with:县财政局 with:各镇
    2 lead:县民政局 with:县财政局
    3 lead:县水利局 with:各镇（街道）
    ");
}

#[test]
fn a_note_says_that_the_first_body_leads() {
    let list = |above: &str, first: &str, below: &str| {
        let text = format!(
            "{TITLE}{above}1.新建小学2所。\n责任单位：县教育局、县住建局{first}\n2.修路7公里。\n责任单位：县交通局\n\
             3.修桥3座。\n牵头单位：县水利局；责任单位：县交通局、各乡镇\n4.植树90亩。\n责任单位：县林业局、各乡镇\n{below}"
        );
        roles(&read("list.txt", &text))
    };
    let (third, plain) = ("3 lead:县水利局 :县交通局 :各乡镇\n", "2 :县交通局\n");
    let none = format!("1 :县教育局 :县住建局\n{plain}{third}4 :县林业局 :各乡镇\n");
    let one = format!("1 lead:县教育局 :县住建局\n{plain}{third}4 :县林业局 :各乡镇\n");
    let all = format!("1 lead:县教育局 :县住建局\n2 lead:县交通局\n{third}4 lead:县林业局 :各乡镇\n");
    let several = format!("1 lead:县教育局 :县住建局\n{plain}{third}4 lead:县林业局 :各乡镇\n");
    assert_eq!(list("", "", ""), none);
    assert_eq!(list("", "（列第一位的为牵头单位）", ""), one);
    assert_eq!(list("", "（列第一位者为牵头单位，下同）", ""), all);
    assert_eq!(list("（责任单位排名第一的为牵头单位）\n", "", ""), all);
    assert_eq!(list("", "", "注：责任单位有两个以上的，排在首位的为牵头单位。\n"), several);
    assert_eq!(list("", "", "注：始终把质量放在首位，由县政府办牵头督查。\n"), none);
    let sheet = "青石县2027年民生实事清单\n序号,事项,责任单位（列第一位的牵头）,完成时限\n1,修桥3座,县交通局、各乡镇,9月底\n2,植树90亩,县林业局、各乡镇,4月底\n";
    assert_eq!(roles(&read("list.csv", sheet)), "1 lead:县交通局 :各乡镇\n2 lead:县林业局 :各乡镇\n");
}

#[test]
fn a_note_that_the_first_leads_is_no_text_to_look_at() {
    let list = |note: &str| {
        read(
            "list.csv",
            &format!("{TITLE}{note}\n序号,项目,责任单位\n1,建亭9座,县住建局、县水利局\n2,修渠5条,县水利局\n"),
        )
    };
    let compiled = list("责任单位中列第一位的为牵头单位。");
    assert_eq!(roles(&compiled), "1 lead:县住建局 :县水利局\n2 lead:县水利局\n");
    assert!(compiled.findings.iter().all(|d| d.code.id != "L004"));
    assert!(list("为各单位准备的材料另行下发。").findings.iter().any(|d| d.code.id == "L004"));
}

#[test]
fn a_leader_with_two_offices_is_one() {
    let list = format!(
        "{TITLE}序号\t任务\t分管领导\t责任单位\n1\t修桥三座\t县委常委、副县长\t县交通局\n2\t修路7公里\t县委常委、副县长 赵某\t县交通局、县水利局\n\
         3\t建校两所\t县长、副县长\t县教育局\n"
    );
    insta::assert_snapshot!(roles(&read("list.txt", &list)), @r"
    1 leader:县委常委、副县长 :县交通局
    2 leader:县委常委、副县长 赵某 :县交通局 :县水利局
    3 leader:县长 leader:副县长 :县教育局
    ");
    let prose = format!("{TITLE}1.修桥三座（分管领导：副县长、县公安局局长；牵头单位：县交通局）。\n2.建亭两座。\n");
    insta::assert_snapshot!(roles(&read("list.txt", &prose)), @r"
    1 leader:副县长、县公安局局长 lead:县交通局
    2
    ");
}
