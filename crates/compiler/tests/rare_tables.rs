//! Tables in layouts that are seen less often: cards, two levels of promises, rows that pack several, headings by the end of
//! a month. Each case is invented, with the outline that a reader of it would write down.

mod outlined;

use outlined::{outline_of, read};

/// A page with a title and tables; cells are divided by `|`, rows by lines, `^2 ` before a cell merges it over two rows and
/// `/` breaks a line in it.
fn page(parts: &[&str]) -> String {
    let mut html = "<!DOCTYPE html><h1>青石县2027年民生实事清单</h1>".to_string();
    for part in parts {
        if !part.contains('|') {
            html.push_str(&format!("<p>{part}</p>"));
            continue;
        }
        html.push_str("<table>");
        for row in part.lines() {
            html.push_str("<tr>");
            for cell in row.split('|').map(str::trim) {
                let merged = cell.strip_prefix('^').and_then(|c| c.split_once(' '));
                let (rows, words) = merged.unwrap_or(("1", cell));
                html.push_str(&format!("<td rowspan={rows}>{}</td>", words.replace('/', "<br>")));
            }
            html.push_str("</tr>");
        }
        html.push_str("</table>");
    }
    html
}

fn outline(parts: &[&str]) -> String {
    outline_of(&read("list.html", &page(parts)))
}

#[test]
fn a_card_for_each_commitment() {
    let cards = [
        "项目一",
        "项目名称 | 书屋进村\n建设内容 | 新建书屋9家\n牵头单位 | 县文旅局 | 配合单位 | 各乡镇\n完成时限 | 10月底前",
        "项目二",
        "项目名称 | 夜间门诊\n建设内容 | 开设夜间门诊6处\n牵头单位 | 县卫健局 | 配合单位 | —\n完成时限 | 6月底前",
    ];
    insta::assert_snapshot!(outline(&cards), @r"
    #
    1 书屋进村 / 新建书屋9家 [县文旅局 各乡镇] 2027-10=10月底前
    2 夜间门诊 / 开设夜间门诊6处 [县卫健局] 2027-06=6月底前
    ");
}

#[test]
fn two_levels_of_promises_and_the_number_of_the_upper_one() {
    let table = "件 | 实事 | 事项 | 上半年 | 下半年 | 责任单位\n\
                 ^2 一 | ^2 扩充托位 | 新增托位700个 | 新增200个 | 累计700个 | 县卫健局\n\
                 培训保育员90名 | 培训40名 | 累计90名 | 县妇联\n\
                 二 | 修复河道 | 清淤河道8公里 | 进场 | 完工 | 县水利局";
    insta::assert_snapshot!(outline(&[table]), @r"
    #扩充托位
    1 新增托位700个 [县卫健局] 2027-H1=新增200个 2027-H2=累计700个
    2 培训保育员90名 [县妇联] 2027-H1=培训40名 2027-H2=累计90名
    #修复河道
    3 清淤河道8公里 [县水利局] 2027-H1=进场 2027-H2=完工
    ");
}

#[test]
fn rows_that_pack_several_commitments() {
    let table = "类别 | 实事内容 | 完成时限 | 责任单位\n\
                 就业 | 1.开发岗位850个/2.举办招聘会48场 | 1.6月底前/2.年底前 | 1.县人社局/2.县总工会\n\
                 出行 | ①新建候车亭76座/②开通公交14条 | 年底前 | ①县交通局/②县公交公司\n\
                 水利 | 1.改造水厂2座/2.更换管网30公里 | 9月底前 | 县水利局";
    insta::assert_snapshot!(outline(&[table]), @r"
    #就业
    1 开发岗位850个 [县人社局] 2027-06=6月底前
    2 举办招聘会48场 [县总工会] 2027=年底前
    #出行
    3 新建候车亭76座 [县交通局] 2027=年底前
    4 开通公交14条 [县公交公司] 2027=年底前
    #水利
    5 1.改造水厂2座⏎2.更换管网30公里 [县水利局] 2027-09=9月底前
    ");
}

#[test]
fn headings_by_the_end_of_a_month_and_in_roman_numerals() {
    let months = "项号 | 项目 | 3月底前 | 9月底前 | 责任单位\nA-1 | 建桥2座 | 招标 | 通车 | 县交通局";
    insta::assert_snapshot!(outline(&[months]), @r"
    #
    1 建桥2座 [县交通局] 2027-03=招标 2027-09=通车
    ");
    let quarters = "项号 | 内容 | Ⅰ季度 | Ⅳ季度 | 承办部门\n① | 建桥2座 | 招标 | 通车 | 县交通局";
    insta::assert_snapshot!(outline(&[quarters]), @r"
    #
    1 建桥2座 [县交通局] 2027-Q1=招标 2027-Q4=通车
    ");
}

#[test]
fn plain_headings_and_a_column_of_what_was_done_before() {
    let table = "门类 | 承办单位 | 号 | 做什么 | 何时做到哪一步\n教育 | 县教育局 | 1 | 扩建中学2所 | 3月底：完成设计/12月底：交付使用";
    insta::assert_snapshot!(outline(&[table]), @r"
    #教育
    1 扩建中学2所 [县教育局] 2027-03=完成设计 2027-12=交付使用
    ");
    let carried = "序号 | 项目及目标 | 上年底形象进度 | 上半年 | 下半年 | 主管单位\n1 | 续建水厂1座 | 2026年底完成地基 | 封顶 | 供水 | 县水利局";
    insta::assert_snapshot!(outline(&[carried]), @r"
    #
    1 续建水厂1座 [县水利局] 2027-H1=封顶 2027-H2=供水
    ");
}

#[test]
fn categories_above_the_header_and_by_stems() {
    let above = "一、新建类（1项）\n序号 | 项目 | 责任单位 | 完工月份\n1 | 新建市场6处 | 县商务局 | 9月\n\
                 二、续建类（1项）\n序号 | 项目 | 责任单位 | 完工月份\n2 | 续建步道8公里 | 县水利局 | 11月";
    let table = outline(&[above]);
    insta::assert_snapshot!(table, @r"
    #新建类 1
    1 新建市场6处 [县商务局] 2027-09=9月
    #续建类 1
    2 续建步道8公里 [县水利局] 2027-11=11月
    ");
    let rows = "任务 | 责任单位 | 完成时限\n建幼儿园4所 | 县教育局 | 8月底前\n改造食堂2所 | 县教育局 | 9月底前";
    insta::assert_snapshot!(outline(&["甲、办好学校", "具体见下表。", rows, "乙、守护健康", &rows.replace("教育", "卫健")]), @r"
    #办好学校
    1 建幼儿园4所 [县教育局] 2027-08=8月底前
    2 改造食堂2所 [县教育局] 2027-09=9月底前
    #守护健康
    3 建幼儿园4所 [县卫健局] 2027-08=8月底前
    4 改造食堂2所 [县卫健局] 2027-09=9月底前
    ");
}

#[test]
fn a_notice_gives_the_title_of_what_it_sends_out() {
    let text = "关于印发《青石市二〇二七年民生八件实事》的通知\n第一件 建设驿站\n目标：建设驿站10家。\n责任：团市委。 时限：9月底前。\n\
                第二件 打通道路\n目标：打通道路7条。\n责任：市住建局。 时限：三季度末。\n抄送：市委各部门。\n";
    let compiled = read("list.txt", text);
    assert_eq!(compiled.plan.title.as_deref(), Some("青石市二〇二七年民生八件实事"));
    let owners: Vec<_> = compiled.plan.commitments().map(|(_, c)| c.owners.len()).collect();
    assert_eq!(owners, [1, 1]);
}

#[test]
fn a_number_merged_with_its_category_numbers_the_category() {
    let expected =
        "#水利\n1 修渠5条 [县水利局]\n2 建闸3座 [县住建局]\n#出行\n3 修路7公里 [县交通局]\n4 修桥3座 [县交通局]\n";
    for table in [
        "序号 | 实事类别 | 具体事项 | 牵头单位\n^2 1 | ^2 水利 | 修渠5条 | 县水利局\n建闸3座 | 县住建局\n^2 2 | ^2 出行 | 修路7公里 | 县交通局\n修桥3座 | 县交通局",
        "序号 | 类别 | 具体事项 | 牵头单位\n1 | 水利 | 修渠5条 | 县水利局\n | | 建闸3座 | 县住建局\n2 | 出行 | 修路7公里 | 县交通局\n | | 修桥3座 | 县交通局",
        "序号 | 类别 | 序号 | 具体事项 | 牵头单位\n^2 1 | ^2 水利 | 1 | 修渠5条 | 县水利局\n2 | 建闸3座 | 县住建局\n^2 2 | ^2 出行 | 3 | 修路7公里 | 县交通局\n4 | 修桥3座 | 县交通局",
    ] {
        let compiled = read("list.html", &page(&[table]));
        assert_eq!(outline_of(&compiled), expected, "{table}");
        assert!(compiled.findings.iter().all(|d| !matches!(d.code.id, "C003" | "L004")), "{table}");
    }
    // Numbers of the items, the second of which goes on in the row below.
    let own = outline(&[
        "序号 | 类别 | 具体事项 | 牵头单位\n1 | 水利 | 修渠5条 | 县水利局\n2 | 水利 | 建闸3座， | 县住建局\n | | 并验收 | \n3 | 出行 | 修路7公里 | 县交通局",
    ]);
    assert_eq!(own, "#水利\n1 修渠5条 [县水利局]\n2 建闸3座，⏎并验收 [县住建局]\n#出行\n3 修路7公里 [县交通局]\n");
}

#[test]
fn a_header_begins_with_the_heading_of_numbers() {
    for head in ["实事类别 | 具体事项", "所属领域 | 具体事项", "板块 | 具体任务", "民生领域 | 惠民事项内容"]
    {
        let table =
            format!("序号 | {head}\n1 | 水利 | 修渠5条\n2 | 水利 | 建闸3座\n3 | 出行 | 修路7公里\n4 | 出行 | 修桥3座");
        assert_eq!(outline(&[&table]), "#水利\n1 修渠5条\n2 建闸3座\n#出行\n3 修路7公里\n4 修桥3座\n", "{head}");
    }
}

/// The milestones of a list with their words, who does each step, and how each target is made up.
fn tasks(parts: &[&str]) -> String {
    let compiled = read("list.html", &page(parts));
    let mut out = outline_of(&compiled);
    for (_, c) in compiled.plan.commitments() {
        for step in c.milestones.iter().flat_map(|m| &m.steps).filter(|s| s.actor.is_some()) {
            out += &format!("{} {} <- {}\n", c.number, step.passage.text, step.actor.as_deref().unwrap_or_default());
        }
        let targets: Vec<_> = c.targets.iter().map(|t| format!("{} {:?}", t.total, t.relation)).collect();
        out += &format!("{} {}\n", c.number, targets.join(", "));
    }
    out
}

#[test]
fn tasks_under_one_number_keep_their_deadlines_and_owners() {
    // As many rows as tasks, with a deadline and owners each; the title holds for all.
    let own = "序号 | 项目 | 具体内容 | 责任单位 | 完成时限\n^2 1 | ^2 寄宿条件 | 改造宿舍18栋。 | 牵头单位：县教育局/配合单位：县财政局 | 8月底前\n\
               为16所学校配备热水器 | 牵头单位：县住建局 | 10月底前\n2 | 供水 | 新建水厂7处 | 县水利局 | 10月底前";
    insta::assert_snapshot!(tasks(&[own]), @r"
    #
    1 寄宿条件 / 改造宿舍18栋。⏎为16所学校配备热水器 [县教育局 县财政局 县住建局] 2027-08=改造宿舍18栋，8月底前 2027-10=为16所学校配备热水器，10月底前
    2 供水 / 新建水厂7处 [县水利局] 2027-10=10月底前
    1 改造宿舍18栋，8月底前 <- 县教育局、县财政局（配合）
    1 为16所学校配备热水器，10月底前 <- 县住建局
    1 18 Sum, 16 Sum
    2 0 None
    ");
    // A deadline merged over both tasks is that of both, and is told once where the owners are the same.
    let shared = "序号 | 项目 | 具体内容 | 责任单位 | 完成时限\n^2 1 | ^2 寄宿条件 | 改造宿舍18栋 | 县教育局 | ^2 8月底前\n配备热水器16台 | 县住建局\n\
                  ^2 2 | ^2 供水 | 新建水厂7处 | ^2 县水利局 | ^2 9月底前\n铺设管道5公里";
    insta::assert_snapshot!(tasks(&[shared]), @r"
    #
    1 寄宿条件 / 改造宿舍18栋⏎配备热水器16台 [县教育局 县住建局] 2027-08=改造宿舍18栋⏎配备热水器16台，8月底前
    2 供水 / 新建水厂7处⏎铺设管道5公里 [县水利局] 2027-09=9月底前
    1 改造宿舍18栋 <- 县教育局
    1 配备热水器16台，8月底前 <- 县住建局
    1 18 Sum, 16 Sum
    2 0 None, 0 None
    ");
}

#[test]
fn blocks_beside_each_other_go_on_below() {
    let blocks = "序号 | 项目名称 | 责任单位 | 序号 | 项目名称 | 责任单位\n1 | 修渠5条 | 县水利局 | 3 | 修路7公里 | 县交通局\n\
                  2 | 建闸3座 | 县住建局 | 4 | 修桥3座 | 县交通局";
    let expected = "#\n1 修渠5条 [县水利局]\n2 建闸3座 [县住建局]\n3 修路7公里 [县交通局]\n4 修桥3座 [县交通局]\n";
    let compiled = read("list.html", &page(&[blocks]));
    assert_eq!(outline_of(&compiled), expected);
    assert!(compiled.findings.iter().all(|d| d.code.id != "L004"));
    let uneven =
        "项目名称 | 责任单位 | 项目名称 | 责任单位\n修渠5条 | 县水利局 | 修路7公里 | 县交通局\n建闸3座 | 县住建局 | | ";
    assert_eq!(outline(&[uneven]), "#\n1 修渠5条 [县水利局]\n2 建闸3座 [县住建局]\n3 修路7公里 [县交通局]\n");
}

#[test]
fn a_row_across_the_table_says_more_of_the_item_above() {
    let table = |rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|(cells, across)| {
            format!("<tr><td>{}</tr><tr><td colspan=4>{across}</tr>", cells.replace('|', "<td>"))
        });
        let rows: String = rows.collect();
        let page = format!(
            "<!DOCTYPE html><h1>青石县2027年民生实事清单</h1><table><tr><td>序号<td>事项名称<td>牵头单位<td>完成时限</tr>{rows}</table>"
        );
        outline_of(&read("list.html", &page))
    };
    let found = table(&[
        ("1|学位扩容|县教育局|8月底前", "主要内容：新建小学2所，新增学位2160个。"),
        ("2|供水|县水利局|9月底前", "建设内容：新建水厂7处。<br>配合单位：县财政局"),
        ("3|出行|县交通局|9月底前", "备注：由县政府督查室督办。"),
    ]);
    insta::assert_snapshot!(found, @r"
    #
    1 学位扩容 / 新建小学2所，新增学位2160个。 [县教育局] 2027-08=8月底前
    2 供水 / 建设内容：新建水厂7处。⏎配合单位：县财政局 [县水利局 县财政局] 2027-09=9月底前
    3 出行 [县交通局] 2027-09=9月底前
    ");
}

#[test]
fn a_merged_title_under_rows_of_categories_is_a_commitment_with_tasks() {
    let row = |cells: &str| format!("<tr><td>{}</tr>", cells.replace('|', "<td>"));
    let page = format!(
        "<!DOCTYPE html><h1>青石县2027年民生实事清单（2类3件）</h1><table>{}<tr><td colspan=5>一、教育类</tr>\
         <tr><td rowspan=2>1<td rowspan=2>家门口的学校<td>新建小学2所<td>县教育局<td>8月底前</tr>{}<tr><td colspan=5>二、出行类</tr>{}{}</table>",
        row("序号|民生实事|具体事项|责任单位|完成时限"),
        row("改造食堂14个|县市场监管局|7月底前"),
        row("2|乡道|新建乡道38公里|县交通局|11月底前"),
        row("3|公交|更新公交车30辆|县交通局|6月底前"),
    );
    let compiled = read("list.html", &page);
    insta::assert_snapshot!(outline_of(&compiled), @r"
    #教育类
    1 家门口的学校 / 新建小学2所⏎改造食堂14个 [县教育局 县市场监管局] 2027-07=改造食堂14个，7月底前 2027-08=新建小学2所，8月底前
    #出行类
    2 乡道 / 新建乡道38公里 [县交通局] 2027-11=11月底前
    3 公交 / 更新公交车30辆 [县交通局] 2027-06=6月底前
    ");
    assert!(compiled.findings.iter().all(|d| !matches!(d.code.id, "C001" | "L004")));
}

#[test]
fn a_table_copied_cell_by_cell_with_bars() {
    let cells = [
        "序号",
        "主要任务",
        "年度目标",
        "分管领导",
        "牵头单位",
        "配合单位",
        "完成时限",
        "6",
        "街巷整治",
        "整治40条街巷。",
        "某某",
        "县城管局",
        "各街道",
        "10月底",
        "7",
        "垃圾分类",
        "建成投放点90处。",
        "",
        "县城管局",
        "",
        "11月底",
    ];
    let text = format!("青石县2027年民生实事责任表\n{}\n", cells.map(|c| format!("{c} |")).join("\n"));
    insta::assert_snapshot!(outline_of(&read("list.txt", &text)), @r"
    #
    6 街巷整治 / 整治40条街巷。 [某某 县城管局 各街道] 2027-10=10月底
    7 垃圾分类 / 建成投放点90处。 [县城管局] 2027-11=11月底
    ");
}
