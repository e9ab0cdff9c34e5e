//! Lists in parts: annexes with numbers of their own, a list that is an item of another, aspects, and what was left out between
//! items. Each case is invented.

mod outlined;

use outlined::{outline_of, read};
use yinuo_compiler::Compiled;

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

fn codes(compiled: &Compiled) -> Vec<&str> {
    compiled.findings.iter().map(|d| d.code.id).collect()
}

#[test]
fn an_item_on_another_list_says_not_how_many_a_list_of_all_work_has() {
    let text = "2027年《政府工作报告》主要目标责任分解方案\n一、预期目标\n（一）税收增长5%。（牵头单位：县税务局）\n（二）新增就业3万人。（牵头单位：县人社局）\n\
                二、主要工作任务\n（一）建园区3个。（牵头单位：县经信局）\n（二）办好十大民生实事。\n1.建幼儿园6所。（牵头单位：县教育局）\n2.修桥12座。（牵头单位：县交通局）\n";
    insta::assert_snapshot!(outline(text), @r"
    #预期目标
    1 税收增长5%。（牵头单位：县税务局） [县税务局]
    2 新增就业3万人。（牵头单位：县人社局） [县人社局]
    #主要工作任务
    3 建园区3个。（牵头单位：县经信局） [县经信局]
    4 办好十大民生实事。 / 1.建幼儿园6所。（牵头单位：县教育局）⏎2.修桥12座。（牵头单位：县交通局） [县教育局 县交通局]
    ");
    let compiled = read("list.txt", text);
    assert_eq!(compiled.plan.title.as_deref(), Some("2027年《政府工作报告》主要目标责任分解方案"));
    assert!(!codes(&compiled).contains(&"C001"));
}

#[test]
fn two_annexes_are_two_series_of_numbers() {
    let text = "2027年重点工作和三方面民生实事责任分解\n附件1\n2027年重点工作责任分解\n一、县长主抓重点工作\n1.建园区3个。\n责任单位：县经信局\n\
                2.新增就业3万人。\n责任单位：县人社局\n附件2\n三方面民生实事责任分解\n一、修路90公里。\n责任单位：县交通局\n\
                二、建幼儿园6所。\n责任单位：县教育局\n三、种树500棵。\n责任单位：县林业局\n";
    insta::assert_snapshot!(outline(text), @r"
    #县长主抓重点工作
    1 建园区3个。 / 责任单位：县经信局 [县经信局]
    2 新增就业3万人。 / 责任单位：县人社局 [县人社局]
    #三方面民生实事责任分解 3
    3 修路90公里。 / 责任单位：县交通局 [县交通局]
    4 建幼儿园6所。 / 责任单位：县教育局 [县教育局]
    5 种树500棵。 / 责任单位：县林业局 [县林业局]
    ");
    let told = read("list.txt", text);
    assert!(!codes(&told).contains(&"C001") && !codes(&told).contains(&"C003"), "{:?}", codes(&told));
}

#[test]
fn amounts_left_out_between_items_are_a_warning() {
    let table = |between: &str| {
        format!(
            "<!DOCTYPE html><h1>青石县2027年民生实事</h1><table><tr><td>序号</td><td>事项</td><td>单位</td></tr>\
             <tr><td>1</td><td>修桥2座</td><td>县交通局</td></tr></table><p>{between}</p><table><tr><td>序号</td><td>事项</td><td>单位</td></tr>\
             <tr><td>2</td><td>修路9公里</td><td>县住建局</td></tr></table>"
        )
    };
    let warned = |between: &str| {
        let found = read("list.html", &table(between)).findings;
        found.iter().any(|d| d.code.id == "L004" && d.severity == yinuo_diag::Severity::Warning)
    };
    assert!(warned("另改造养老站8家，为300户老人改厕。"));
    assert!(!warned("各单位要抓好落实。"));
    assert!(!warned("注：以上投资300万元。"));
}

#[test]
fn aspects_may_be_the_items() {
    let text = "青石县2027年三方面民生实事\n一、修路90公里。\n二、建幼儿园6所。\n三、种树500棵。\n";
    assert!(!codes(&read("list.txt", text)).contains(&"C001"));
    assert!(codes(&read("list.txt", &text.replace("三方面", "四方面"))).contains(&"C001"));
}

#[test]
fn groups_that_a_title_counts_side_by_side_are_counted_each() {
    let said = |text: &str| {
        let found = read("list.txt", text).findings.into_iter().filter(|d| d.code.id == "C001");
        found.map(|d| d.message.zh.to_string()).collect::<Vec<_>>()
    };
    let list = |third: &str| {
        format!(
            "青石州2027年3项民生工程和2件惠民实事工作方案\n（一）实施3项民生工程\n1.修渠5条。\n2.打井3口。\n{third}（二）办好2件惠民实事\n1.建亭9座。\n2.办讲座30场。\n"
        )
    };
    assert_eq!(said(&list("3.架桥2座。\n")), Vec::<String>::new());
    assert_eq!(said(&list("")), ["“实施3项民生工程”标明3项，实际读到2项"]);
    // without such headings nothing is compared
    let plain = "青石州2027年3项民生工程和2件惠民实事\n1.修渠5条。\n2.打井3口。\n3.架桥2座。\n4.建亭9座。\n";
    assert_eq!(said(plain), Vec::<String>::new());
}

#[test]
fn classes_read_as_items_want_no_headings() {
    let text = "青石县2027年3大类5项民生实事\n1.水利方面。修渠5条，打井3口。\n2.文体方面。建亭9座。\n3.就业方面。办讲座30场。\n";
    let found = read("list.txt", text).findings.into_iter().filter(|d| d.code.id == "C001");
    let said: Vec<_> = found.map(|d| d.message.zh.to_string()).collect();
    assert_eq!(said, ["清单标明5项，实际读到3项"]);
}
