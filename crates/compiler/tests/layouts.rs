//! Lists in prose, in broken lines and in matrices, in the layouts offices use. Each case is invented, with the outline that a
//! reader of it would write down.

mod outlined;

use outlined::{outline_of, read};

const TITLE: &str = "青石县2027年民生实事清单\n";

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

fn said(text: &str, code: &str) -> Vec<String> {
    read("list.txt", text).findings.iter().filter(|d| d.code.id == code).map(|d| d.message.zh.clone()).collect()
}

#[test]
fn a_schedule_under_an_item_and_in_its_clauses() {
    let text = format!(
        "{TITLE}1.培训保育员900名。\n第一季度：培训200名。\n第二季度：累计培训450名。\n第四季度：累计培训900名。\n牵头单位：县妇联\n\
         2.修建书屋6家。上半年：选址；下半年：开放6家。\n牵头单位：县文旅局；完成时限：11月底\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 培训保育员900名。 / 牵头单位：县妇联 [县妇联] 2027-Q1=培训200名。 2027-Q2=累计培训450名。 2027-Q4=累计培训900名。
    2 修建书屋6家。 / 牵头单位：县文旅局 [县文旅局] 2027-H1=选址； 2027-11=11月底 2027-H2=开放6家。
    ");
    assert_eq!(said(&text, "C014"), Vec::<String>::new());
}

#[test]
fn fields_on_lines_of_their_own_and_on_one_line() {
    let text = format!(
        "{TITLE}一、教育（2项）\n1．扩建小学\n工作内容：新增学位900个。\n牵头单位：县教育局\n完成时限：8月25日前\n\
         2．假期托管\n责任单位：团县委、县教育局　　完成时限：7—8月\n\
         二、水利（2项）\n3．更新管网\n责任单位：县水利局\n完成时限：一期5月底前，二期12月20日前\n\
         4．巡查河道\n责任单位：县水利局　　完成时限：长期坚持\n各单位每月28日前报送进度。\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育 2
    1 扩建小学 / 工作内容：新增学位900个。⏎牵头单位：县教育局 [县教育局] 2027-08-25=8月25日前
    2 假期托管 / 责任单位：团县委、县教育局 [团县委 县教育局] 2027-07/2027-08=7—8月
    #水利 2
    3 更新管网 / 责任单位：县水利局 [县水利局] 2027-05=一期5月底前 2027-12-20=二期12月20日前
    4 巡查河道 / 责任单位：县水利局　　完成时限：长期坚持 [县水利局]
    ");
}

#[test]
fn items_inside_one_paragraph() {
    let text = format!(
        "{TITLE}一、教育惠民。一是新建幼儿园2所，增加学位540个；二是改造食堂12所。（牵头单位：县教育局；配合单位：县财政局）\n\
         二、健康惠民。一是建设卫生站6个；二是免费筛查3000人。（牵头单位：县卫健局）\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育惠民
    1 新建幼儿园2所，增加学位540个 [县教育局 县财政局]
    2 改造食堂12所。 [县教育局 县财政局]
    #健康惠民
    3 建设卫生站6个 [县卫健局]
    4 免费筛查3000人。 [县卫健局]
    ");
    let one = "今年县政府将办好以下实事：（1）新建幼儿园2所，增加学位540个；（2）改造食堂12所；（3）建设卫生站6个。\n";
    insta::assert_snapshot!(outline(one), @r"
    #
    1 新建幼儿园2所，增加学位540个
    2 改造食堂12所
    3 建设卫生站6个。
    ");
}

#[test]
fn the_announced_count_decides_which_level_is_the_item() {
    let text = "青石县2027年2件民生实事\n一、教育惠民。一是新建幼儿园2所，增加学位540个；二是改造食堂12所，就餐环境达标。\n\
                二、健康惠民。一是建设卫生站6个，方便看病；二是免费筛查3000人，结果全部告知。\n";
    insta::assert_snapshot!(outline(text), @r"
    #
    1 教育惠民。一是新建幼儿园2所，增加学位540个；二是改造食堂12所，就餐环境达标。
    2 健康惠民。一是建设卫生站6个，方便看病；二是免费筛查3000人，结果全部告知。
    ");
}

#[test]
fn lines_that_a_page_broke() {
    let text = format!(
        "{TITLE}1.新增床位\n1260张。（牵头\n单位：县卫健局）\n2.改造小区12\n个，惠及居民800\n户。（牵头单位：\n县住建局）\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 新增床位1260张。（牵头单位：县卫健局） [县卫健局]
    2 改造小区12个，惠及居民800户。（牵头单位：县住建局） [县住建局]
    ");
}

#[test]
fn a_plan_for_one_piece_of_work() {
    let text = "一、目标\n2027年改造卫生院7所，增加床位300张。\n二、步骤\n3-4月，4所进场施工。\n5—8月，4所完工，其余3所施工。\n\
                9月1日，4所开诊。\n三、分工\n牵头单位：市卫健委。配合单位：市财政局。\n";
    insta::assert_snapshot!(outline(text), @r"
    #
    1 2027年改造卫生院7所，增加床位300张。 / 牵头单位：市卫健委。配合单位：市财政局。 [市卫健委 市财政局] 2027-03/2027-04=4所进场施工。 2027-05/2027-08=4所完工，其余3所施工。 2027-09-01=4所开诊。
    ");
}

#[test]
fn a_flattened_table_with_the_category_in_its_first_row_only() {
    let cells = [
        "类别", "序号", "任务", "目标", "责任单位", "完成时限", "教育", "1", "新建幼儿园", "建成2所", "县教育局",
        "8月底前", "2", "改造食堂", "改造12所", "县教育局", "10月底前", "社会", "3", "建设食堂", "建成6个", "县民政局",
        "年底前",
    ];
    insta::assert_snapshot!(outline(&format!("{TITLE}{}\n", cells.join("\n\n"))), @r"
    #教育
    1 新建幼儿园 / 建成2所 [县教育局] 2027-08=8月底前
    2 改造食堂 / 改造12所 [县教育局] 2027-10=10月底前
    #社会
    3 建设食堂 / 建成6个 [县民政局] 2027=年底前
    ");
}

#[test]
fn regions_by_indicators_whose_blank_cells_vanished() {
    let cells = [
        "地区", "新增就业(人)", "改造户厕(户)", "新建公园(个)", "全县", "900", "400", "12", "东石镇", "500", "250",
        "7", "西石镇", "300", "5", "南石乡", "100", "150",
    ];
    let text = format!("{TITLE}{}\n", cells.join("\n\n"));
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 新增就业(人) / 全县：900人⏎东石镇：500人⏎西石镇：300人⏎南石乡：100人
    2 改造户厕(户) / 全县：400户⏎东石镇：250户⏎南石乡：150户
    3 新建公园(个) / 全县：12个⏎东石镇：7个⏎西石镇：5个
    ");
    assert_eq!(said(&text, "L002").len(), 2, "both repairs are told");
    assert_eq!(said(&text, "C025"), Vec::<String>::new());
    let wrong = text.replace("500", "520");
    assert_eq!(said(&wrong, "C025"), ["3 个地方相加为 920，标明 900"]);
}

#[test]
fn regions_by_indicators_in_a_real_table() {
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><th rowspan=3>地区</th><th colspan=2>就业</th><th>住房</th></tr>\
         <tr><th>新增就业（人）</th><th>再就业（人）</th><th>旧房改造（户）</th></tr>\
         <tr><th colspan=2>牵头：县人社局</th><th>牵头：县住建局</th></tr>\
         <tr><td>合计</td><td>1,200</td><td>90</td><td>33.5</td></tr><tr><td>东石镇</td><td>800</td><td>60</td><td></td></tr>\
         <tr><td>西石镇</td><td>400</td><td>30</td><td>33.5</td></tr>\
         <tr><td colspan=4>注：各镇任务可以增加，11月30日前全面完成。</td></tr></table>"
    );
    insta::assert_snapshot!(outline_of(&read("list.html", &page)), @r"
    #就业
    1 新增就业（人） / 合计：1,200人⏎东石镇：800人⏎西石镇：400人 [县人社局] 2027-11-30=11月30日前全面完成
    2 再就业（人） / 合计：90人⏎东石镇：60人⏎西石镇：30人 [县人社局] 2027-11-30=11月30日前全面完成
    #住房
    3 旧房改造（户） / 合计：33.5户⏎西石镇：33.5户 [县住建局] 2027-11-30=11月30日前全面完成
    ");
}

#[test]
fn english_headings_and_quarters() {
    let text = "Goal 1: shorter waits\nKey Milestone | Milestone Due Date | Milestone Status | Owner | Comments\n\
                Open 4 counters | Q1, FY 2032 | On-track | Permits Division | none yet\n\
                Train 60 clerks | Q3, FY 2032 | Not started | Field Services | \n";
    insta::assert_snapshot!(outline(text), @r"
    #
    1 Open 4 counters [Permits Division] 2032-Q1=Q1, FY 2032
    2 Train 60 clerks [Field Services] 2032-Q3=Q3, FY 2032
    ");
}

#[test]
fn traditional_headings_and_years_counted_from_1912() {
    let text = "衡量指標 | 評估方式 | 衡量標準 | 120年度目標值\n市場遷建(7%) | 進度 | 1.招標 2.完工 | 75%\n輔導活動(3%) | 統計 | 場數 | 4場\n";
    insta::assert_snapshot!(outline(text), @r"
    #
    1 市場遷建(7%) / 1.招標 2.完工⏎75%
    2 輔導活動(3%) / 場數⏎4場
    ");
    assert_eq!(read("list.txt", text).plan.year, Some(2031));
}

#[test]
fn beginnings_codes_and_units_of_money_above_the_header() {
    let csv = "青石县2027年惠民实事台账,,,,,\n导出时间：2027-01-20,,,,,金额单位：万元\n事项编号,事项名称,主办单位,计划开始,计划完成,计划投资\n\
               2027001,修桥三座,交通局,2027/1/10,2027/11/30,\"1,200\"\n2027002,建亭两座,园林局,2027/3/1,2027/9/30,84\n";
    insta::assert_snapshot!(outline_of(&read("list.csv", csv)), @r"
    #
    1 修桥三座 / 计划开始：2027/1/10⏎计划投资：1,200万元 [交通局] 2027-11-30=2027/11/30
    2 建亭两座 / 计划开始：2027/3/1⏎计划投资：84万元 [园林局] 2027-09-30=2027/9/30
    ");
}

#[test]
fn the_title_is_the_lists_and_no_headlines() {
    let text = "青石县2027年民生实事\n1.修桥三座。\n2.建亭两座。\n相关阅读\n建成社区食堂9家，2026年实事项目提前收官\n";
    let plan = read("list.txt", text).plan;
    assert_eq!((plan.title.as_deref(), plan.year), (Some("青石县2027年民生实事"), Some(2027)));
    assert_eq!(plan.jurisdiction.as_deref(), Some("青石县"));
}

#[test]
fn a_long_report_says_which_part_was_taken() {
    let chapter =
        "各部门要把居民的事放在前面，互相配合，遇到困难及时商量，把工作做细做实，让街区更整洁、更有秩序。".repeat(4);
    let chapters: String = ["一", "二", "三", "四", "五"]
        .iter()
        .map(|n| format!("{n}、各方面的工作\n{chapter}\n（一）重点\n{chapter}\n"))
        .collect();
    let report = format!(
        "青石县2027年政府工作报告\n{chapters}附件\n青石县2027年民生实事\n1.修桥三座。\n2.建亭两座。\n3.植树200亩。\n"
    );
    insta::assert_snapshot!(outline(&report), @r"
    #
    1 修桥三座。
    2 建亭两座。
    3 植树200亩。
    ");
    assert_eq!(said(&report, "L013"), ["全文较长，清单取自其中一节，共 3 项"]);
    assert_eq!(said(&format!("{TITLE}1.修桥三座。\n2.建亭两座。\n"), "L013"), Vec::<String>::new());
}

#[test]
fn a_list_of_no_year_says_so_and_names_none() {
    let text = "<h1>青石区民生实事</h1><table><tr><td>序号</td><td>事项</td><td>上半年</td><td>全年</td></tr>\
                <tr><td>1</td><td>新建书屋3座</td><td>2028年3月31日前选址</td><td>建成3座</td></tr><tr><td>2</td><td>培训90人</td><td></td>\
                <td>90人</td></tr></table>";
    let compiled = read("list.html", text);
    let codes: Vec<_> = compiled.findings.iter().map(|d| d.code.id).collect();
    assert!(codes.contains(&"L007") && !codes.contains(&"C008"), "{codes:?}");
    let periods: Vec<_> = compiled.plan.periods().iter().map(ToString::to_string).collect();
    assert_eq!(periods, ["XXXX-H1", "XXXX"]);
    assert!(compiled.findings.iter().all(|d| !d.message.zh.contains("0年") && !d.message.en.contains("0000")));
}

#[test]
fn regions_with_numbers_and_no_unit_are_measurable() {
    let text = "<h1>青石市2028年民生实事任务分解表</h1><table><tr><td>地区</td><td>新增护理床位</td><td>修缮书屋</td></tr>\
                <tr><td>东区</td><td>80</td><td>3</td></tr><tr><td>西区</td><td>60</td><td>2</td></tr></table>";
    let compiled = read("list.html", text);
    assert!(compiled.findings.iter().all(|d| d.code.id != "C005"), "{:?}", compiled.findings);
    let numbers = compiled.plan.commitments().flat_map(|(_, c)| &c.measures);
    assert_eq!(numbers.map(|m| m.text.as_str()).collect::<Vec<_>>(), ["80", "60", "3", "2"]);
}

#[test]
fn numbers_of_every_kind_are_read() {
    let items = ["修渠5条。", "建亭9座。", "种树80亩。"];
    let expected = "\n1 修渠5条。\n2 建亭9座。\n3 种树80亩。";
    let lines = |number: fn(usize) -> String| {
        let all = items.iter().enumerate().map(|(n, item)| format!("{}{item}", number(n)));
        all.collect::<Vec<_>>()
    };
    const HAN: [&str; 3] = ["一", "二", "三"];
    let of: [fn(usize) -> String; 4] = [
        |n| format!("{}、", HAN[n]),
        |n| format!("第{}，", HAN[n]),
        |n| format!("{}。 ", n + 1),
        |n| format!("{}\n", n + 1),
    ];
    for number in of {
        let text = format!("{TITLE}{}\n", lines(number).join("\n"));
        assert_eq!(outline(&text).trim_start_matches('#').trim_end(), expected, "{text}");
        if !text.contains("1\n") {
            let text = format!("{TITLE}今年办好3件实事：{}\n", lines(number).concat());
            assert_eq!(outline(&text).trim_start_matches('#').trim_end(), expected, "{text}");
        }
    }
    let clauses = format!("{TITLE}县里说了3件实事：一是修渠5条，二是建亭9座，三是种树80亩。\n");
    assert_eq!(outline(&clauses), "#\n1 修渠5条\n2 建亭9座\n3 种树80亩。\n");
}

#[test]
fn a_line_for_each_cell_with_the_bar_that_ended_it_is_a_cell() {
    let text =
        format!("{TITLE}序号 |\n事项 |\n责任单位 |\n1 |\n修渠5条。 |\n县水利局 |\n2 |\n建亭9座。 |\n县住建局 |\n");
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 修渠5条。 [县水利局]
    2 建亭9座。 [县住建局]
    ");
}

#[test]
fn an_exact_count_tells_items_without_numbers() {
    let expected = |end: &str| format!("#\n1 修建水渠5条{end}\n2 搭建凉亭9座{end}\n3 种植树木80亩{end}\n");
    let lines = |end: &str| format!("修建水渠5条{end}\n搭建凉亭9座{end}\n种植树木80亩{end}\n");
    let head = "青石县2027年3件民生实事\n";
    for end in ["。", "；"] {
        assert_eq!(outline(&format!("{head}{}", lines(end))), expected(end));
        assert_eq!(outline(&format!("{head}{}青石县人民政府\n2027年1月20日\n", lines(end))), expected(end));
    }
    let first = "这3件实事具体包括：";
    assert_eq!(outline(&format!("{first}{}", lines("。"))), expected("。"));
    for (items, end) in
        [("修建水渠5条。搭建凉亭9座。种植树木80亩。", "。"), ("修建水渠5条、搭建凉亭9座、种植树木80亩。", "")]
    {
        assert_eq!(outline(&format!("{TITLE}{first}{items}\n")), expected(end), "{items}");
    }
    let leave = format!("{TITLE}{first}修建水渠5条。搭建凉亭9座。种植树木80亩。我们将一件一件抓好。\n");
    assert_eq!(outline(&leave), expected("。"));
    // another count, or other lines among them
    for text in [
        format!("青石县2027年4件民生实事\n{}", lines("。")),
        format!("{head}{}另外还要做好其他各项工作。\n", lines("。")),
        format!("{head}县政府今年的工作\n{}", lines("。")),
    ] {
        assert_eq!(said(&text, "L001").len(), 1, "{text}");
    }
}

#[test]
fn a_count_that_ends_in_a_full_stop_announces_the_items_behind_it() {
    let list = "今年办好3件民生实事。一是修渠5条。二是建亭9座。三是种树80亩。";
    let expected = "#\n1 修渠5条。\n2 建亭9座。\n3 种树80亩。\n";
    let others = "加强自身建设。一是依法行政。二是清正廉洁。三是务实高效。";
    assert_eq!(outline(&format!("{list}\n{others}\n")), expected);
    assert_eq!(outline(&format!("{others}\n{list}\n")), expected);
    // without a count the words before it tell which list is meant
    let uncounted = list.replace("今年办好3件民生实事", "持续办好为民实事");
    assert_eq!(outline(&format!("{others}\n{uncounted}\n{others}\n")), expected);
    let chapters = format!("三、2027年重点工作\n（一）办好民生实事\n{list}\n（二）加强自身建设\n{others}\n");
    assert_eq!(outline(&chapters), expected);
}

#[test]
fn fields_tell_items_without_numbers() {
    let text = format!(
        "{TITLE}教育\n扩建小学3所，新增学位900个。\n分管领导：某某\n责任单位：县教育局\n主要责任人：某某\n进度安排：6月底前开工；8月底前扩建3所。\n\
         改造食堂12所。\n分管领导：某某\n责任单位：县教育局、各乡镇\n配合单位：县财政局\n主要责任人：某某\n进度安排：\n3月底前：改造4所；\n\
         9月底前：改造12所。\n交通\n加固桥梁5座。\n分管领导：某某\n责任单位：县交通局\n主要责任人：某某\n进度安排：一季度完成设计，三季度加固5座。\n\
         修路40公里。\n责任单位：县交通局\n进度安排：10月底前修路40公里。\n咨询电话：见县政府网站\n青石县人民政府办公室\n2027年1月20日\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育
    1 扩建小学3所，新增学位900个。 / 分管领导：某某⏎责任单位：县教育局⏎主要责任人：某某 [某某 县教育局] 2027-06=6月底前开工； 2027-08=8月底前扩建3所
    2 改造食堂12所。 / 分管领导：某某⏎责任单位：县教育局、各乡镇⏎配合单位：县财政局⏎主要责任人：某某 [某某 县教育局 各乡镇 县财政局] 2027-03=改造4所； 2027-09=改造12所。
    #交通
    3 加固桥梁5座。 / 分管领导：某某⏎责任单位：县交通局⏎主要责任人：某某 [某某 县交通局] 2027-Q1=一季度完成设计 2027-Q3=三季度加固5座
    4 修路40公里。 / 责任单位：县交通局 [县交通局] 2027-10=10月底前修路40公里
    ");
    let two_lines = "青石县2027年办好下列民生实事，一并公布由谁承办。\n幸福食堂\n新建食堂8家，每家供餐100人。\n责任单位：县民政局　　完成时限：9月底\n\
                     口袋公园\n新建公园6处。\n责任单位：县城管局　　完成时限：10月底\n健康小屋\n新设小屋12个。\n责任单位：县卫健局　　完成时限：长期\n";
    insta::assert_snapshot!(outline(two_lines), @r"
    #
    1 幸福食堂 / 新建食堂8家，每家供餐100人。⏎责任单位：县民政局 [县民政局] 2027-09=9月底
    2 口袋公园 / 新建公园6处。⏎责任单位：县城管局 [县城管局] 2027-10=10月底
    3 健康小屋 / 新设小屋12个。⏎责任单位：县卫健局　　完成时限：长期 [县卫健局]
    ");
    let named = format!(
        "{TITLE}一、环境（2项）\n项目名称：新建公园6处\n责任单位：县城管局\n项目名称：植树80亩\n责任单位：县林业局\n\
         二、人才（1项）\n项目名称：培训护理员300名\n责任单位：县人社局\n"
    );
    insta::assert_snapshot!(outline(&named), @r"
    #环境 2
    1 新建公园6处 / 责任单位：县城管局 [县城管局]
    2 植树80亩 / 责任单位：县林业局 [县林业局]
    #人才 1
    3 培训护理员300名 / 责任单位：县人社局 [县人社局]
    ");
}

#[test]
fn schedules_tell_items_without_numbers() {
    let text = "青石区2027年实事项目实施进度安排\n【道路】\n三、改善出行条件。修桥4座；修渠9公里；亮灯全覆盖。\n\
                修桥4座。项目具体实施进度为：第一季度完成招标；第三季度完成3座；第四季度完成1座。\n\
                修渠9公里。项目具体实施进度为：第一季度完成设计；第四季度修成9公里。\n\
                上述项目由区水利局牵头负责。\n四、美化环境。种树600棵。\n\
                种树600棵。项目具体实施进度为：第二季度完成200棵；第四季度完成400棵。\n上述项目由区林业局负责。\n";
    insta::assert_snapshot!(outline(text), @r"
    #改善出行条件
    1 修桥4座。 [区水利局] 2027-Q1=第一季度完成招标； 2027-Q3=第三季度完成3座； 2027-Q4=第四季度完成1座
    2 修渠9公里。 [区水利局] 2027-Q1=第一季度完成设计； 2027-Q4=第四季度修成9公里
    #美化环境
    3 种树600棵。 [区林业局] 2027-Q2=第二季度完成200棵； 2027-Q4=第四季度完成400棵
    ");
    assert_eq!(said(text, "L004").len(), 2, "what is promised above its parts is a warning of its own");
    let few =
        "三个项目。\n修桥。实施进度：第一季度招标；第四季度完成。\n修渠。实施进度：第一季度招标；第四季度完成。\n";
    assert_eq!(outline(few), "");
}

#[test]
fn numbers_go_before_fields() {
    let item = |number: &str, body: &str| format!("{number}新修水渠5条\n{body}责任单位：县水利局\n完成时限：9月底\n");
    for [first, second, third] in [["1.", "2.", "3."], ["（1）", "（2）", "（3）"], ["一、", "二、", "三、"]]
    {
        let body = "惠及两个乡镇的农户。\n";
        let text = format!("{TITLE}{}{}{}", item(first, body), item(second, ""), item(third, body));
        let titles: Vec<String> =
            read("list.txt", &text).plan.commitments().map(|(_, c)| format!("{} {}", c.label, c.title.text)).collect();
        let label = |marker: &str| marker.trim_matches(['（', '）', '.', '、']).to_string();
        let expected = [first, second, third].map(|marker| format!("{} 新修水渠5条", label(marker)));
        assert_eq!(titles, expected);
    }
}

#[test]
fn other_pages_with_fields_are_no_list() {
    let page = |title: &str, fields: [&str; 3]| {
        let things = ["城区供水", "农村公路", "学位建设"];
        let all = things.iter().map(|thing| format!("{thing}\n{}\n", fields.join("\n")));
        format!("{title}\n{}", all.collect::<String>())
    };
    let who = "责任单位：县水务局";
    for (title, fields) in [
        ("青石县民生实事责任单位联系方式", [who, "联系电话：0000001", "地址：东街1号"]),
        ("青石县便民服务窗口", [who, "办理时限：5个工作日", "办理地点：东街1号"]),
        ("青石县采购公告", ["采购单位：县医院", who, "完成时间：2027年9月底"]),
        ("青石县2027年民生实事", ["地址：东街1号", "负责人：某某", "开放时间：9月底前"]),
        ("青石县2027年民生实事", ["资金来源：县财政", "计划投资：9万元", "建设地点：东街"]),
    ] {
        assert_eq!(said(&page(title, fields), "L001").len(), 1, "{title} {fields:?}");
    }
    let list = page("青石县2027年民生实事", [who, "配合单位：县财政局", "完成时限：2027年9月底"]);
    assert_eq!(said(&list, "L001"), Vec::<String>::new());
    // two could be chance
    let two: String = list.lines().take(9).map(|line| format!("{line}\n")).collect();
    assert_eq!(said(&two, "L001").len(), 1);
}
