//! What heads a list and its columns: headings that name a day or an end of a month, a year that only the deadlines give, heads
//! that are not known, parts of a text as categories. Each case is invented.

mod outlined;

use outlined::{outline_of, read};
use yinuo_diag::Severity;

fn outline(name: &str, text: &str) -> String {
    outline_of(&read(name, text))
}

fn codes(name: &str, text: &str) -> Vec<&'static str> {
    read(name, text).findings.iter().map(|d| d.code.id).collect()
}

const TITLE: &str = "青石县2027年民生实事清单\n";

#[test]
fn columns_headed_by_a_deadline() {
    for (heads, periods) in [
        (["3月30日前", "9月30日前"], ["2027-03-30", "2027-09-30"]),
        (["截至3月底", "截至9月底"], ["2027-03", "2027-09"]),
        (["3月底前完成", "9月底前完成"], ["2027-03", "2027-09"]),
    ] {
        let [a, b] = heads;
        let text = format!(
            "{TITLE}序号|项目|{a}|{b}|责任单位\n1|修渠5条|修成2条|修成5条|县水利局\n2|建亭9座|开工|建成9座|县住建局\n"
        );
        let [a, b] = periods;
        let expected =
            format!("#\n1 修渠5条 [县水利局] {a}=修成2条 {b}=修成5条\n2 建亭9座 [县住建局] {a}=开工 {b}=建成9座\n");
        assert_eq!(outline("list.txt", &text), expected);
    }
}

#[test]
fn the_year_of_dated_deadlines() {
    let list =
        |a: &str, b: &str| format!("序号,项目名称,责任单位,完成时限\n1,修渠5条,县水利局,{a}\n2,建亭9座,县住建局,{b}\n");
    let year = |text: &str| read("list.csv", text).plan.year;
    let dated = list("2027-08-31", "2027年5月底前");
    assert_eq!((year(&dated), codes("list.csv", &dated).contains(&"L007")), (Some(2027), false));
    let some = list("2027-08-31", "5月底前");
    let expected = "#\n1 修渠5条 [县水利局] 2027-08-31=2027-08-31\n2 建亭9座 [县住建局] 2027-05=5月底前\n";
    assert_eq!(outline("list.csv", &some), expected);
    for unknown in [list("2027-08-31", "2028-03-31"), list("第三季度", "第二季度"), list("8月31日前", "上半年")]
    {
        assert_eq!((year(&unknown), codes("list.csv", &unknown).contains(&"L007")), (None, true), "{unknown}");
    }
}

#[test]
fn deadlines_of_several_years_are_told_as_such() {
    let text = "序号,项目名称,责任单位,完成时限\n1,修渠5条,县水利局,2027-08-31\n2,建亭9座,县住建局,2028年3月底前\n";
    let found = read("list.csv", text).findings.into_iter().find(|d| d.code.id == "L007").expect("a finding");
    assert_eq!(found.notes[0].zh, "各期的时限从2027年到2028年都有，看不出是哪一年的清单");
}

#[test]
fn a_time_in_the_text_asks_for_a_year() {
    let notes = |text: &str| {
        let found = read("list.txt", text).findings;
        found.into_iter().filter(|d| d.code.id == "L007").map(|d| d.notes[0].zh.to_string()).collect::<Vec<_>>()
    };
    let list = |last: &str| format!("青石区民生实事\n1.修渠5条。\n2.建亭9座，{last}。\n3.办讲座30场。\n");
    assert_eq!(notes(&list("方便居民歇脚")), Vec::<String>::new());
    assert_eq!(notes(&list("其中4座6月底前建成")), ["“6月底前”这样的时限没有写是哪一年，无法核对"]);
    assert_eq!(notes(&list("其中4座2027年6月底前建成")), Vec::<String>::new());
}

#[test]
fn a_flattened_table_has_the_quarters_that_its_head_names() {
    let list = |cells: &[&str]| format!("{TITLE}{}\n", cells.join("\n"));
    let two = list(&[
        "序号", "项目", "责任单位", "第一季度", "第二季度", "1", "修渠5条", "县水利局", "开工", "修成5条", "2",
        "建亭9座", "县住建局", "选址", "建成9座",
    ]);
    insta::assert_snapshot!(outline("list.txt", &two), @r"
    #
    1 修渠5条 [县水利局] 2027-Q1=开工 2027-Q2=修成5条
    2 建亭9座 [县住建局] 2027-Q1=选址 2027-Q2=建成9座
    ");
    // A head that lost one quarter, and one that lost the last two: the rows have them.
    for head in [["第一季度", "第二季度", "第四季度"].as_slice(), &["第一季度", "第二季度"]] {
        let rows = [
            "1", "修渠5条", "立项", "开工", "修成2条", "修成5条", "2", "建亭9座", "选址", "开工", "建成4座", "建成9座",
            "3", "植树7亩", "整地", "植2亩", "植4亩", "植7亩",
        ];
        let whole = list(&[&["序号", "项目"], head, &rows].concat());
        insta::allow_duplicates! {
            insta::assert_snapshot!(outline("list.txt", &whole), @r"
            #
            1 修渠5条 2027-Q1=立项 2027-Q2=开工 2027-Q3=修成2条 2027-Q4=修成5条
            2 建亭9座 2027-Q1=选址 2027-Q2=开工 2027-Q3=建成4座 2027-Q4=建成9座
            3 植树7亩 2027-Q1=整地 2027-Q2=植2亩 2027-Q3=植4亩 2027-Q4=植7亩
            ");
        }
    }
}

#[test]
fn unknown_heads_are_not_taken_for_quarters() {
    let rows = |row: fn(u32) -> String| (1..=4).map(row).collect::<Vec<_>>().join("\n");
    let offices = rows(|n| format!("{n}\n修渠{n}条\n县水利局\n东石镇\n万元\n甲类"));
    let months = rows(|n| format!("{n}\n修渠{n}条\n8月底：开工\n9月底：修渠\n10月底：完工\n12月底：验收"));
    for text in [offices, months] {
        let compiled = read("list.txt", &format!("{TITLE}{text}\n"));
        assert_eq!(compiled.plan.commitments().count(), 0, "{}", outline_of(&compiled));
        assert!(compiled.findings.iter().any(|d| d.code.id == "L001"));
    }
    let quarters = rows(|n| format!("{n}\n修渠{n}条\n立项\n开工\n9月底：修渠\n12月底：验收"));
    assert_eq!(read("list.txt", &format!("{TITLE}{quarters}\n")).plan.commitments().count(), 4);
}

#[test]
fn a_table_whose_head_is_not_known_is_told() {
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table>{}{}{}</table>",
        row(&["板块", "谁来办", "顺序", "办什么事", "推进步骤"]),
        row(&["水利", "县水利局", "1", "修渠5条", "9月底：完工"]),
        row(&["城建", "县住建局", "2", "建亭9座", "8月底：完工"]),
    );
    let document = yinuo_extract::read("list.html", page.as_bytes()).expect("a page");
    let compiled = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default());
    let found = compiled.findings.iter().find(|d| d.code.id == "L001").expect("no list");
    let words: Vec<_> = found.labels.iter().map(|l| l.span.of(&document.text)).collect();
    assert_eq!(words, ["板块", "谁来办", "顺序", "办什么事", "推进步骤"]);
    assert!(found.labels[0].text.zh.contains("表头") && found.help.iter().any(|h| h.zh.contains("--column")));
}

#[test]
fn parts_of_a_text_are_categories() {
    let text =
        format!("{TITLE}第一部分　办好学校\n1.新建小学2所。\n2.改造食堂12所。\n第二部分　修好道路\n3.修路7公里。\n");
    insta::assert_snapshot!(outline("list.txt", &text), @r"
    #办好学校
    1 新建小学2所。
    2 改造食堂12所。
    #修好道路
    3 修路7公里。
    ");
}

#[test]
fn packed_cells_of_unequal_count_are_told() {
    let page = |deadlines: &str| {
        format!(
            "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><td>类别</td><td>项目</td><td>完成时限</td><td>责任单位</td></tr>\
             <tr><td>水利</td><td>1.修渠5条<br>2.建闸3座<br>3.清淤7公里</td><td>{deadlines}</td><td>1.县水利局<br>2.县水利局<br>3.县住建局</td></tr></table>"
        )
    };
    let uneven = page("1.5月底前<br>2.9月底前");
    insta::assert_snapshot!(outline("list.html", &uneven), @r"
    #水利
    1 修渠5条 / 1.5月底前⏎2.9月底前 [县水利局]
    2 建闸3座 / 1.5月底前⏎2.9月底前 [县水利局]
    3 清淤7公里 / 1.5月底前⏎2.9月底前 [县住建局]
    ");
    let told = |text: &str| -> Vec<String> {
        let compiled = read("list.html", text);
        let all = compiled.findings.iter().filter(|d| d.code.id == "L002" && d.severity == Severity::Warning);
        all.map(|d| d.message.zh.clone()).collect()
    };
    assert_eq!(told(&uneven), ["这一行有 3 个事项，这一格却列了 2 条，对不上"]);
    assert_eq!(told(&page("1.5月底前<br>2.9月底前<br>3.年底前")), Vec::<String>::new());
}

#[test]
fn the_title_over_the_list_is_its_own() {
    let items = "一、办学\n新建小学2所。\n二、修路\n修路7公里。\n";
    for (above, own) in [
        (
            "青石县人民政府办公室\n关于印发青石县2027年民生实事实施方案的通知\n各乡镇：\n现印发给你们。\n青石县2027年民生实事实施方案\n",
            "青石县2027年民生实事实施方案",
        ),
        (
            "关于印发《青石县2027年民生实事计划》的通知\n各乡镇：\n附件\n青石县2027年民生实事计划\n",
            "青石县2027年民生实事计划",
        ),
        ("青石县2027年民生实事\n青石县人民政府\n青石县2027年民生实事项目分解表\n", "青石县2027年民生实事项目分解表"),
        ("青石县2027年民生实事清单\n青石县2027年民生实事完成情况见附件\n", "青石县2027年民生实事清单"),
        ("关于印发青石县2027年民生实事计划的通知\n各乡镇：\n", "关于印发青石县2027年民生实事计划的通知"),
    ] {
        let plan = read("list.txt", &format!("{above}{items}")).plan;
        assert_eq!((plan.title.as_deref(), plan.jurisdiction.as_deref()), (Some(own), Some("青石县")), "{above}");
        assert_eq!(plan.commitments().count(), 2, "{above}");
    }
}

#[test]
fn a_sheet_names_a_list_that_has_no_title() {
    let rows = "序号,事项,责任单位,完成时限\n1,修桥2座,县交通局,6月底前\n2,建站5座,县民政局,9月底前\n";
    let named = |text: &str, sheets: &[&str]| {
        let mut document = yinuo_extract::read("a.csv", text.as_bytes()).expect("a document");
        document.sheets = sheets.iter().map(|s| s.to_string()).collect();
        let plan = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default()).plan;
        (plan.title, plan.jurisdiction, plan.year)
    };
    let told = |title: &str, place: &str| (Some(title.into()), Some(place.into()), Some(2027));
    assert_eq!(named(rows, &["封面", "青石县2027年民生实事"]), told("青石县2027年民生实事", "青石县"));
    let own = format!("白河县2027年民生实事清单,,,\n{rows}");
    assert_eq!(named(&own, &["青石县2026年民生实事"]), told("白河县2027年民生实事清单", "白河县"));
    for name in ["Sheet1", "任务分解表", "2027年"] {
        assert_eq!(named(rows, &[name]), (None, None, None), "{name}");
    }
}

#[test]
fn the_count_of_a_category_is_not_that_of_the_list() {
    let table = |rows: &str| format!("序号 | 实事项目 | 责任单位\n{rows}\n");
    let text = format!(
        "青石县2027年民生实事清单\n一、省级民生实事（2项）\n{}二、市级民生实事（1项）\n{}",
        table("1 | 修桥2座 | 县交通局\n2 | 建站5座 | 县民政局"),
        table("1 | 修渠7条 | 县水利局"),
    );
    assert!(!codes("list.txt", &text).contains(&"C001"), "{:?}", codes("list.txt", &text));
}

#[test]
fn a_flattened_table_may_be_headed_by_the_ends_of_months() {
    let head = "序号\n项目\n3月底前\n6月底前\n9月底前\n年底前\n责任单位\n";
    let rows =
        "1\n修渠5条\n选址\n开工\n修成2条\n修成5条\n县水利局\n2\n建亭9座\n选址\n开工\n建成4座\n建成9座\n县住建局\n";
    let quarters = "2027-03=选址 2027-06=开工 2027-09";
    let expected = format!(
        "#\n1 修渠5条 [县水利局] {quarters}=修成2条 2027-12=修成5条\n2 建亭9座 [县住建局] {quarters}=建成4座 2027-12=建成9座\n"
    );
    assert_eq!(outline("list.txt", &format!("{TITLE}{head}{rows}")), expected);
    let named = head.replace("月底前", "月底").replace("年底前", "年底");
    assert_eq!(outline("list.txt", &format!("{TITLE}{named}{rows}")), expected);
    let stages = "序号\n项目\n第一阶段（1-3月）\n第二阶段（4-6月）\n第三阶段（7-9月）\n第四阶段（10-12月）\n责任单位\n";
    let staged = outline("list.txt", &format!("{TITLE}{stages}{rows}"));
    assert!(staged.contains("2027-Q1=选址 2027-Q2=开工 2027-Q3=修成2条 2027-Q4=修成5条"), "{staged}");
    // a deadline in a cell heads nothing
    let deadline = "序号\n项目\n完成时限\n责任单位\n1\n修渠5条\n6月底前\n县水利局\n2\n建亭9座\n9月底前\n县住建局\n";
    let expected = "#\n1 修渠5条 [县水利局] 2027-06=6月底前\n2 建亭9座 [县住建局] 2027-09=9月底前\n";
    assert_eq!(outline("list.txt", &format!("{TITLE}{deadline}")), expected);
}

#[test]
fn columns_of_a_schedule_have_many_names() {
    let rows =
        [("修渠5条", ["选址", "开工", "修成2条", "修成5条"]), ("建亭9座", ["选址", "开工", "建成4座", "建成9座"])];
    for head in [
        "1—3月 4—6月 7—9月 10—12月",
        "1-3月份 4-6月份 7-9月份 10-12月份",
        "1至3月 4至6月 7至9月 10至12月",
        "一季度 二季度 三季度 四季度",
        "1季度 2季度 3季度 4季度",
        "第1季度 第2季度 第3季度 第4季度",
        "Q1 Q2 Q3 Q4",
        "第一季度目标 第二季度目标 第三季度目标 第四季度目标",
        "第一季度阶段性目标 第二季度阶段性目标 第三季度阶段性目标 第四季度阶段性目标",
        "一季度工作计划 二季度工作计划 三季度工作计划 四季度工作计划",
        "一季度末 二季度末 三季度末 四季度末",
        "2027年一季度 2027年二季度 2027年三季度 2027年四季度",
        "第一阶段（1-3月） 第二阶段（4-6月） 第三阶段（7-9月） 第四阶段（10-12月）",
        "3月 6月 9月 12月",
        "3月底 6月底 9月底 年底",
        "3月底前 6月底前 9月底前 12月底前",
        "3月31日前 6月30日前 9月30日前 12月31日前",
        "截至3月底 截至6月底 截至9月底 截至12月底",
        "3月末进度 6月末进度 9月末进度 12月末进度",
    ] {
        for (owner_first, owner_last) in [(true, false), (false, true), (false, false)] {
            let owner = |here: bool, text: &str| if here { format!("{text}\n") } else { String::new() };
            let periods = head.replace(' ', "\n");
            let (before, after) = (owner(owner_first, "责任单位"), owner(owner_last, "责任单位"));
            let mut text = format!("{TITLE}序号\n项目\n{before}{periods}\n{after}");
            for (n, (title, cells)) in rows.iter().enumerate() {
                let (before, after) = (owner(owner_first, "县水利局"), owner(owner_last, "县水利局"));
                text += &format!("{}\n{title}\n{before}{}\n{after}", n + 1, cells.join("\n"));
            }
            let plan = read("list.txt", &text).plan;
            let cells = plan.commitments().map(|(_, c)| c.milestones.iter().map(|m| &*m.passage.text).collect());
            let cells: Vec<Vec<&str>> = cells.collect();
            assert_eq!(cells, rows.map(|(_, cells)| cells.to_vec()), "{head}, owners {owner_first} {owner_last}");
        }
    }
}

#[test]
fn a_list_that_is_elsewhere_is_told_so() {
    let told = |text: &str| {
        let found = read("list.txt", text).findings.into_iter().find(|d| d.code.id == "L001").expect("no list");
        let note = found.notes.first().map_or("", |n| &n.zh).to_string();
        (note, found.labels.first().map(|l| l.span.of(text).to_string()))
    };
    let report = "各位代表！今年继续办好12件民生实事，涉及就业、养老。我们一定办好。\n";
    let mentioned =
        ("文中只提到 12 项，没有逐项写出".to_string(), Some("今年继续办好12件民生实事，涉及就业、养老。".to_string()));
    assert_eq!(told(&format!("{}四、依法行政\n政贵在行。\n", report.replace("各位代表！", ""))), mentioned);
    let unread = ("文中说有 12 项，但没有认出事项从哪里开始".to_string(), None);
    assert_eq!(told("今年办好12件民生实事：就业、养老、\n托育。\n"), unread);
    let notice = "各镇、各部门：\n现将任务分解表印发给你们。\n附件：青石县2027年民生实事任务分解表\n青石县人民政府办公室\n2027年1月5日\n";
    let annex = (
        "这是转发清单的通知，清单在附件“青石县2027年民生实事任务分解表”里".to_string(),
        Some("附件：青石县2027年民生实事任务分解表".to_string()),
    );
    assert_eq!(told(notice), annex);
}
