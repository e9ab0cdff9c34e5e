//! Lists in real tables and in reports, in the layouts offices use. Each case is invented, with the outline that a reader of
//! it would write down.

mod outlined;

use outlined::{outline_of, read, read_by};
use yinuo_compiler::Options;
use yinuo_model::Naming;

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

fn outline_by(text: &str, options: &Options) -> String {
    outline_of(&read_by("list.txt", text, options))
}

const TITLE: &str = "青石县2026年民生实事清单\n";

fn table(rows: &[&str]) -> String {
    format!("{TITLE}{}\n", rows.join("\n"))
}

#[test]
fn a_header_of_two_rows_and_category_rows() {
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><th rowspan=2>序号</th><th rowspan=2>工作任务</th><th colspan=2>进度安排</th>\
         <th rowspan=2>责任单位</th></tr><tr><th>上半年</th><th>下半年</th></tr>\
         <tr><td colspan=5>（一）出行（2项）</td></tr>\
         <tr><td>1</td><td>修缮桥梁三座</td><td>完成设计</td><td>完工通车</td><td rowspan=2>交通局<br>城管局</td></tr>\
         <tr><td>2</td><td>新增公交线路两条</td><td colspan=2>年内开通</td></tr>\
         <tr><td>合计</td><td>2项</td></tr><tr><td colspan=5>注：由督查室解释。</td></tr></table>"
    );
    insta::assert_snapshot!(outline(&page), @r"
    #出行 2
    1 修缮桥梁三座 [交通局 城管局] 2026-H1=完成设计 2026-H2=完工通车
    2 新增公交线路两条 [交通局 城管局] 2026=年内开通
    ");
}

#[test]
fn columns_in_any_order_and_a_category_only_on_its_first_row() {
    let text = table(&[
        "牵头单位 | 第二季度 | 第一季度 | 实事内容 | 所属类别 | 编号",
        "教育局 | 建成 | 开工 | 建幼儿园两所 | 教育 | 1",
        "教育局 | 开学 | 招生 | 建托育园一所 | | 2",
        "水务局 | 通水 | 铺管 | 改造水厂一座 | 水利 | 1",
    ]);
    insta::assert_snapshot!(outline(&text), @r"
    #教育
    1 建幼儿园两所 [教育局] 2026-Q1=开工 2026-Q2=建成
    2 建托育园一所 [教育局] 2026-Q1=招生 2026-Q2=开学
    #水利
    3 改造水厂一座 [水务局] 2026-Q1=铺管 2026-Q2=通水
    ");
}

#[test]
fn rows_without_a_number() {
    let text = table(&[
        "序号 | 事项 | 承办单位 | 完成时限",
        "1 | 整治河道4公里 | 水务局 | 5月底前",
        "植树200亩 | | | ",
        "2 | 康复中心开工 | 残联 | 上半年",
        "  | 活动中心开工 |  | 12月底",
    ]);
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 整治河道4公里⏎植树200亩 [水务局] 2026-05=5月底前
    2 康复中心开工 [残联] 2026-H1=上半年
    3 活动中心开工 [残联] 2026-12=12月底
    ");
}

#[test]
fn rows_that_lost_the_cells_merged_over_them() {
    let text = table(&[
        "类 别 | 指标 | 全县任务 | 分镇任务 | 分管领导 | 承办单位",
        "人 居 | 户厕改造(户) | 620 | 甲镇400 乙镇220 | 副县长 | 农业局",
        "庭院路灯(盏) | 130 | 甲镇90 乙镇40 |",
    ]);
    insta::assert_snapshot!(outline(&text), @r"
    #人居
    1 户厕改造(户) / 620⏎甲镇400 乙镇220 [副县长 农业局]
    2 庭院路灯(盏) / 130⏎甲镇90 乙镇40 [副县长 农业局]
    ");
}

#[test]
fn a_schedule_in_one_column_and_units_in_headings() {
    let text = table(&[
        "序号\t项目名称\t建设规模（个）\t年度投资（万元）\t进度安排\t备注",
        "1\t口袋公园\t12\t864\t一季度：选址。二季度：建成6个。三季度：建成6个。\t结转",
        "2\t公厕改造\t改造8座\t\t1-6月：招标；7-12月：完工。\t",
    ]);
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 口袋公园 / 12个⏎年度投资：864万元 2026-Q1=选址。 2026-Q2=建成6个。 2026-Q3=建成6个。
    2 公厕改造 / 改造8座 2026-H1=招标； 2026-H2=完工。
    ");
    let plan = read("list.txt", &text).plan;
    let money = plan.commitments().flat_map(|(_, c)| &c.measures).find(|m| m.unit == "CNY").expect("a sum of money");
    assert_eq!((money.text.as_str(), money.place.all().len()), ("864万元", 2));
}

#[test]
fn a_flattened_table_with_deadlines() {
    let cells = [
        "编号", "事项", "承办单位", "时限", "1", "整治河道4公里。", "水务局", "住建局", "汛期前(5月底)", "2",
        "康复中心动工。", "残联", "上半年", "活动中心动工。", "年内", "3", "更换管网800米。", "住建局", "9月1日前",
    ];
    insta::assert_snapshot!(outline(&format!("{TITLE}{}\n", cells.join("\n\n"))), @r"
    #
    1 整治河道4公里。 [水务局 住建局] 2026-05=汛期前(5月底)
    2 康复中心动工。 [残联] 2026-H1=上半年
    4 活动中心动工。 [残联] 2026=年内
    3 更换管网800米。 [住建局] 2026-09-01=9月1日前
    ");
}

#[test]
fn a_flattened_table_whose_titles_hold_their_numbers() {
    let head = "青石县2027年主要目标任务分解清单\n类别\n指标名称\n年度目标\n责任部门\n";
    let rows =
        "发展\n1、新引企业\n3家\n县商务局\n2、税收\n5000万元\n县税务局\n民生实事\n3、新增床位\n300张\n县民政局\n";
    insta::assert_snapshot!(outline(&format!("{head}{rows}")), @r"
    #发展
    1 新引企业 / 3家 [县商务局]
    2 税收 / 5000万元 [县税务局]
    #民生实事
    3 新增床位 / 300张 [县民政局]
    ");
    let compiled = read("list.txt", &format!("{head}{rows}"));
    assert_eq!(compiled.plan.title.as_deref(), Some("青石县2027年主要目标任务分解清单"));
    assert_eq!(compiled.plan.commitments().next().map(|(_, c)| c.label.as_str()), Some("1"));
    let numbered = "青石县2027年任务\n分块\n序号\n主要工作\n责任单位\n发展\n1\n新引企业3家\n县商务局\n2\n税收5000万元\n县税务局\n\
                    民生\n3\n新增床位300张\n县民政局\n";
    insta::assert_snapshot!(outline(numbered), @r"
    #发展
    1 新引企业3家 [县商务局]
    2 税收5000万元 [县税务局]
    #民生
    3 新增床位300张 [县民政局]
    ");
}

#[test]
fn several_tables_are_one_list() {
    let page = format!(
        "<html><p>{TITLE}</p><p>一、教育（1项）</p><table><tr><td>序号<td>任务<td>责任单位</tr><tr><td>1<td>建小学一所<td>教育局</table>\
         <p>二、养老（2项）</p><table><tr><td>序号<td>任务<td>责任单位</tr><tr><td>2<td>建食堂三家<td>民政局</table>\
         <table><tr><td>3<td>加装电梯五部<td>住建局</table><p>联系电话</p><table><tr><td>姓名<td>电话</tr><tr><td>值班室<td>12345</table>"
    );
    insta::assert_snapshot!(outline(&page), @r"
    #教育 1
    1 建小学一所 [教育局]
    #养老 2
    2 建食堂三家 [民政局]
    3 加装电梯五部 [住建局]
    ");
}

#[test]
fn month_ranges_head_columns_and_blank_cells_are_told() {
    let text = table(&["序号,重点任务,1-4月,5-8月,9-12月", "1,新建停车场两处,选址,,投用", "2,改造菜场,—,开工,完工"]);
    let compiled = read("list.csv", &text);
    insta::assert_snapshot!(outline(&text.replace(',', "\t")), @r"
    #
    1 新建停车场两处 2026-01/2026-04=选址 2026-09/2026-12=投用
    2 改造菜场 2026-05/2026-08=开工 2026-09/2026-12=完工
    ");
    let blank = compiled.findings.iter().filter(|d| d.code.id == "L006").collect::<Vec<_>>();
    assert_eq!((blank.len(), blank[0].commitment), (1, Some(1)));
}

#[test]
fn a_table_that_is_no_list_leaves_the_prose_to_be_read() {
    let text = format!("{TITLE}姓名\t电话\t邮箱\n值班室\t12345\ta\n一、修桥三座。\n二、建亭两座。\n");
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 修桥三座。
    2 建亭两座。
    ");
}

#[test]
fn a_report_that_names_its_list_in_one_sentence() {
    let report = "一、过去一年的工作\n去年3件实事全部完成，群众满意。\n二、今年的工作\n办好实事。\n名词解释\n1.“双百”行动：指下乡服务。\n\
                  2.2026年3件民生实事：修桥三座，建亭两座，植树200亩。\n3.“一张图”：指底图。\n";
    insta::assert_snapshot!(outline(report), @r"
    #
    1 修桥三座
    2 建亭两座
    3 植树200亩
    ");
    let plan = read("list.txt", report).plan;
    assert_eq!((plan.title.as_deref(), plan.year), (Some("2026年3件民生实事"), Some(2026)));
}

#[test]
fn a_report_that_announces_its_list_among_numbered_sections() {
    let report = "青石县2026年政府工作报告\n一、过去一年的工作\n去年3件民生实事如下。\n都已办成。\n二、今年的工作\n（一）做强产业。力争引进企业20家。\n\
                  （二）做美乡村。整治村庄30个。\n（三）办好民生实事。今年集中力量办好以下3件民生实事：\n1.修桥三座。\n2.建亭两座，10月底前完工。\n\
                  3.植树200亩。\n我们将按季公布进展。\n三、自身建设\n名词解释\n1.“一张图”：指底图。\n2.“双百”行动：指下乡服务。\n";
    insta::assert_snapshot!(outline(report), @r"
    #
    1 修桥三座。
    2 建亭两座，10月底前完工。
    3 植树200亩。
    ");
    let plan = read("list.txt", report).plan;
    assert_eq!((plan.title.as_deref(), plan.year), (Some("3件民生实事"), Some(2026)));
    // also where the chapter over the sections could be a list's title, and the items stand in the paragraph that announces them
    let (head, after) = report.split_once("：\n1.").unwrap();
    let tail = &after[after.find("我们").unwrap()..];
    let inside = format!("{head}：一是修桥三座；二是建亭两座，10月底前完工；三是植树200亩。\n{tail}")
        .replace("今年的工作", "2026年重点工作");
    insta::assert_snapshot!(outline(&inside), @r"
    #
    1 修桥三座
    2 建亭两座，10月底前完工
    3 植树200亩。
    ");
    assert_eq!(read("list.txt", &inside).plan.title.as_deref(), Some("3件民生实事"));
    // a count that does not agree decides nothing
    let other = report.replace("以下3件", "以下5件");
    assert_eq!(read("list.txt", &other).plan.title, None);
}

/// The outline with some headings named.
fn outline_with(text: &str, named: &[(&str, &str)]) -> String {
    let naming = |(heading, holds): &(&str, &str)| Naming::new(heading, holds.parse().unwrap()).unwrap();
    outline_by(text, &Options { columns: named.iter().map(naming).collect(), ..Options::default() })
}

#[test]
fn a_heading_that_a_person_names() {
    let rows = [
        "序号 | 啃骨头 | 打法 | 春夏 | 秋冬 | 谁来办",
        "1 | 修缮桥梁三座 | 分段施工 | 完成设计 | 完工通车 | 交通局",
        "2 | 新增公交线路两条 | 试运行 | 走访 | 开通 | 公交公司",
    ];
    let unnamed = outline(&table(&rows));
    assert!(!unnamed.contains("2026-H1"), "nothing says what the columns are: {unnamed}");
    let named = [("啃 骨头", "title"), ("打法", "body"), ("春夏", "H1"), ("秋冬", "H2"), ("谁来办", "lead")];
    insta::assert_snapshot!(outline_with(&table(&rows), &named), @r"
    #
    1 修缮桥梁三座 / 分段施工 [交通局] 2026-H1=完成设计 2026-H2=完工通车
    2 新增公交线路两条 / 试运行 [公交公司] 2026-H1=走访 2026-H2=开通
    ");
    let otherwise = [("啃骨头", "body"), ("打法", "title"), ("春夏", "unused")];
    insta::assert_snapshot!(outline_with(&table(&rows), &otherwise), @r"
    #
    1 分段施工 / 修缮桥梁三座
    2 试运行 / 新增公交线路两条
    ");
}

#[test]
fn what_a_person_names_goes_before_what_is_recognised() {
    let rows =
        ["序号 | 项目名称 | 工作内容 | 责任单位", "1 | 桥 | 修缮桥梁三座 | 交通局", "2 | 车 | 新增线路两条 | 公交公司"];
    insta::assert_snapshot!(outline(&table(&rows)), @r"
    #
    1 桥 / 修缮桥梁三座 [交通局]
    2 车 / 新增线路两条 [公交公司]
    ");
    insta::assert_snapshot!(outline_with(&table(&rows), &[("工作内容", "title"), ("责任单位", "unused")]), @r"
    #
    1 修缮桥梁三座 / 桥
    2 新增线路两条 / 车
    ");
}

#[test]
fn a_heading_is_named_in_a_flattened_table() {
    let text = format!(
        "{TITLE}序号\n啃骨头\n上半年\n下半年\n1\n修缮桥梁三座。\n完成设计。\n完工。\n2\n新增线路两条。\n走访。\n开通。\n"
    );
    insta::assert_snapshot!(outline_with(&text, &[("啃骨头", "title")]), @r"
    #
    1 修缮桥梁三座。 2026-H1=完成设计。 2026-H2=完工。
    2 新增线路两条。 2026-H1=走访。 2026-H2=开通。
    ");
}

#[test]
fn a_column_without_heading_is_named_by_its_place() {
    let rows = [
        "序号 | | 上半年 | | 责任单位",
        "1 | 修缮桥梁三座 | 完成设计 | 无 | 交通局",
        "2 | 新增线路两条 | 走访 | 无 | 公交公司",
    ];
    for name in ["@B", "@b", "@2"] {
        insta::allow_duplicates!(
            insta::assert_snapshot!(outline_with(&table(&rows), &[(name, "title"), ("@D", "unused")]), @r"
    #
    1 修缮桥梁三座 [交通局] 2026-H1=完成设计
    2 新增线路两条 [公交公司] 2026-H1=走访
    ")
        );
    }
    let with_heading = outline_with(&table(&rows), &[("@B", "title"), ("@E", "body")]);
    assert_eq!(with_heading, outline_with(&table(&rows), &[("@B", "title")]), "a heading is named by its words");
}

#[test]
fn tables_tell_what_their_columns_were_taken_for() {
    let told = |text: &str, named: &[Naming]| -> Vec<String> {
        let document = yinuo_extract::read("list.txt", text.as_bytes()).unwrap();
        let column = |c: &yinuo_compiler::ColumnRead| {
            let holds = c.holds.map_or("?".to_string(), |h| h.to_string());
            format!("{}{}={holds} {}", c.column, c.heading, c.sample.map_or("", |s| s.of(&document.text)))
        };
        let tables = yinuo_compiler::tables(&document, named);
        let head = |t: &yinuo_compiler::TableRead| format!("{} {:?} {}", t.table, t.header, t.recognised);
        tables.iter().flat_map(|t| std::iter::once(head(t)).chain(t.columns.iter().map(column))).collect()
    };
    let known =
        table(&["单位：万元 | |", "序号 | 工作任务 | 心得 | 责任单位", "1 | 修桥 | 很好 | 交通局", "2 | 建亭 | |"]);
    let expected =
        ["0 1..2 true", "0序号=label 1", "1工作任务=title 修桥", "2心得=? 很好", "3责任单位=responsible 交通局"];
    assert_eq!(told(&known, &[]), expected);
    let unknown = table(&["甲 | 乙 | 丙", "修桥 | 很好 | 交通局"]);
    assert_eq!(told(&unknown, &[]), ["0 0..1 false", "0甲=? 修桥", "1乙=? 很好", "2丙=? 交通局"]);
    let named = [Naming::new("甲", yinuo_model::Column::Title).unwrap()];
    assert_eq!(told(&unknown, &named)[..2], ["0 0..1 true", "0甲=title 修桥"]);
    let bare = table(&["序号 | | 责任单位", "1 | 修桥 | 交通局"]);
    assert_eq!(told(&bare, &[]), ["0 0..1 false", "0序号=? 1", "1@B=? 修桥", "2责任单位=? 交通局"]);
    let named = [Naming::new("@B", yinuo_model::Column::Title).unwrap()];
    let expected = ["0 0..1 true", "0序号=label 1", "1@B=title 修桥", "2责任单位=responsible 交通局"];
    assert_eq!(told(&bare, &named), expected);
    assert_eq!(told("没有表格。\n", &[]), [""; 0]);
}

#[test]
fn every_table_is_told_and_a_card_by_its_fields() {
    let told = |page: &str| -> Vec<String> {
        let document = yinuo_extract::read("list.html", format!("<!doctype html>{page}").as_bytes()).unwrap();
        let column = |c: &yinuo_compiler::ColumnRead| c.holds.map_or("?".to_string(), |h| h.to_string());
        let told = |t: &yinuo_compiler::TableRead| {
            let columns: Vec<String> = t.columns.iter().map(column).collect();
            format!("{} {} {}", t.table, t.recognised, columns.join(","))
        };
        yinuo_compiler::tables(&document, &[]).iter().map(told).collect()
    };
    let card = |title: &str| {
        format!("<table><tr><td>项目名称<td>{title}<tr><td>责任单位<td>交通局<tr><td>完成时限<td>9月底前</table>")
    };
    assert_eq!(
        told(&format!("{}<p>其二</p>{}", card("修桥3座"), card("建亭2座")))[0],
        "0 true title,responsible,deadline"
    );
    let listed = "<table><tr><th>序号<th>工作任务<th>责任单位<tr><td>1<td>修桥3座<td>交通局</table>";
    let on = "<p>续表</p><table><tr><td>2<td>建亭2座<td>城管局</table>";
    let strange = "<p>二</p><table><tr><td>甲<td>乙<tr><td>办学<td>很好</table>";
    assert_eq!(told(&format!("{listed}{on}{strange}")), ["0 true label,title,responsible", "2 false ?,?"]);
}

#[test]
fn a_category_above_the_header_is_not_set_aside() {
    let text = "临溪区2026年民生实事,,\n一、出行,,\n序号,工作任务,责任单位\n1,修桥3座,交通局\n二、教育,,\n2,建学校1所,教育局\n";
    let compiled = read("list.csv", text);
    assert_eq!(compiled.plan.categories.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["出行", "教育"]);
    assert!(!compiled.findings.iter().any(|d| d.code.id == "L004"), "{:?}", compiled.findings);
}

#[test]
fn columns_beside_the_promise_are_told_once() {
    let rows =
        ["序号,任务,责任单位,联系电话,备注", "1,修桥三座,县交通局,5550101,续建", "2,建亭两座,县园林局,5550102,新建"];
    let compiled = read("list.csv", &table(&rows));
    let told: Vec<&str> =
        compiled.findings.iter().filter(|d| d.code.id == "L004").map(|d| d.message.zh.as_ref()).collect();
    assert_eq!(told, ["“联系电话”“备注” 2 列没有读进清单"]);
    // where as many items were read as are announced, only what may be another
    let announced = |note: &str| {
        let text = table(&rows).replace("民生实事", "2项民生实事").replace("续建", note);
        let told = |d: &&yinuo_diag::Diagnostic| d.code.id == "L004";
        read("list.csv", &text).findings.iter().filter(told).count()
    };
    assert_eq!((announced("续建"), announced("另更换井盖120个")), (0, 1));
    // in a table that lost its borders each of them has a column too
    let lines = rows.iter().flat_map(|row| row.split(',')).collect::<Vec<_>>().join("\n");
    let compiled = read("list.txt", &format!("{TITLE}{lines}\n3\n修路7公里\n县交通局\n5550103\n新建\n"));
    assert!(compiled.findings.iter().all(|d| !matches!(d.code.id, "L002" | "L004")), "{:?}", compiled.findings);
}
