//! What is no list is named as what it is, by a weighing of signs; and true lists that share some of the signs stay lists.
//! All documents are invented.

mod outlined;

use outlined::read;
use yinuo_compiler::{Options, compile, other_kind};
use yinuo_diag::Severity;

/// The code of the kind that is told, or none for a list.
fn kind(name: &str, text: &str) -> Option<&'static str> {
    other_kind(&read(name, text).findings).map(|d| d.code.id)
}

#[test]
fn reports_on_progress() {
    for text in [
        "青石县民生实事办理情况\n今年12件实事中，5件已办结，6件正按计划推进，1件进度滞后。\n一、新建幼儿园2所，已全部投用。\n\
         二、改造食堂12所，完成9所，完成率75%。\n三、建设卫生站6个，主体均已封顶，正在装修。\n",
        "关于2027年上半年民生实事工作的报告\n截至6月30日，10项实事开工率100%，完成投资1.2亿元，占年度计划的61%。\n\
         1.幼儿园项目。东区园已竣工验收。\n2.食堂项目。已完成9所。\n3.下一步打算。确保年底前全部完成。\n",
        "青石县2027年民生实事9月份调度通报\n序号 | 事项 | 责任单位 | 进展情况 | 完成比例\n1 | 修桥三座 | 交通局 | 建成两座 | 67%\n\
         2 | 建亭两座 | 园林局 | 已完成 | 100%\n",
        "青石县2027年实事未完成项目一览\n1.公交首末站。征地滞后，尚未开工。\n2.老年大学。正在施工，完成40%。\n",
        "今年全县安排民生实事19项。到9月底，15项已完成，4项在推进。\n超额的有3项：托位建成330个，完成率165%；\
         充电端口建成420个，完成率210%；救助2016名，完成率101%。\n",
        "2027年民生实事共有12项。现将1—6月份进展情况予以公示。1.修桥。实际完成情况：主桥已通车。2.建亭。\
         实际完成情况：完成年度目标的55%。3.种树。实际完成情况：已完成。\n",
        "2027年青石县民生实事年终总结\n全年10件实事全部完成。新建幼儿园2所，超额完成学位目标；改造食堂12所，提前两个月办结。\n",
    ] {
        assert_eq!(kind("list.txt", text), Some("L009"), "{text}");
    }
}

#[test]
fn results_without_a_name_that_says_so() {
    for text in [
        "前三季度我县实事加快推进\n2027年，县政府民生实事6大类30个事项，截至三季度末，14个事项已提前完成全年任务，\
         9个事项超序时进度。完成投资2.5亿元，占年度总投资的88%。\n",
        "2027年青石县10件重点民生实事项目 全部完成，累计完成投资4.4亿元，比计划投资高7个百分点。\n具体如下：\n\
         排水设施建设\n完成投资1.04亿元，比年度计划高20个百分点。\n供水提升\n完成投资0.6亿元，与年度计划持平。\n",
        "县政府督查室对《政府工作报告》确定的重点工作上半年完成情况进行了督办，通报如下：\n\
         一、主要指标\n上半年，全县生产总值80亿元，增长5%；新开工项目10个。\n",
        "2027年实事共12项。\n序号 | 项目内容 | 年度完成情况 | 完成成效 | 责任单位\n1 | 新增托位120个 | 新增托位135个 | 超额完成 | 县卫健局\n\
         2 | 修桥三座 | 三座桥已通车 | 完成任务 | 县交通局\n",
    ] {
        assert_eq!(kind("list.txt", text), Some("L009"), "{text}");
    }
    let list = "去年10件民生实事全部完成。今年办好以下实事：\n1.修桥三座。\n2.建亭两座。\n3.种树500棵。\n";
    assert_eq!(kind("list.txt", list), None);
}

#[test]
fn a_name_goes_on_behind_brackets() {
    let table = "序号\n内容与要求\n进展情况\n责任单位\n1\n新建球场30处。\n一季度新建9处,完成年度任务的30%。\n市体育局\n2\n新增就业5万人。\n一季度新增1.9万人。\n市人社局\n";
    let text = format!("某市2027年重点工作（预下达）一季度进展情况表\n{table}");
    assert_eq!(kind("list.txt", &text), Some("L009"));
}

#[test]
fn results_of_each_district() {
    let rows = "全市\t800\t950\t118.8\t60\t71\t118.3\n东区\t500\t610\t122\t40\t45\t112.5\n西区\t300\t340\t113.3\t20\t26\t130\n";
    let text = format!(
        "2027年十大民生工程完成情况表\n地区\t新增就业(人)\t\t\t再就业(人)\t\t\n\t目标任务\t进度\t完成比例(%)\t目标任务\t进度\t完成比例(%)\n{rows}"
    );
    assert_eq!(kind("list.txt", &text), Some("L009"));
}

#[test]
fn a_plan_in_which_progress_is_noted_is_a_plan() {
    let text = "青石县2027年度重点工作清单\n序号 | 工作事项 | 进度安排 | 进展情况 | 完成情况\n\
                1 | 新增车位800个。 | 6月底前，建成300个；12月底前，建成800个。 | 截至3月31日，已完成选址。 | 达序时\n\
                2 | 新建公路60公里。 | 6月底前，完成20公里；10月底前，完成60公里。 | 已完成施工图审查。 | 滞后\n";
    let compiled = read("list.txt", text);
    assert_eq!(other_kind(&compiled.findings).map(|d| d.code.id), None);
    assert_eq!(compiled.plan.commitments().count(), 2);
    assert!(compiled.plan.commitments().all(|(_, c)| c.milestones.len() == 2), "what is done is none of the plan");
    let report = text.replace("重点工作清单", "重点工作进展情况表");
    assert_eq!(kind("list.txt", &report), Some("L009"));
}

/// What the finding on the kind of document marks, in order, each with the words about it.
fn marked(text: &str) -> Vec<(String, String)> {
    let found = read("list.txt", text).findings;
    let labels = other_kind(&found).into_iter().flat_map(|d| &d.labels);
    labels.map(|l| (l.span.of(text).to_string(), l.text.zh.to_string())).collect()
}

#[test]
fn the_words_on_what_was_done_are_marked() {
    let table = [
        ("1\n修桥三座\n80%(东段滞后)\n2\n建亭两座\n尚未开工\n", "80%(东段滞后)"),
        ("1\n修桥三座\n桥墩完成35%，已进场架梁。\n2\n建亭两座\n已完成\n", "已进场架梁"),
    ];
    for (rows, words) in table {
        let text = format!("青石县2027年民生实事完成情况\n序号\n事项\n进度\n{rows}");
        let done: Vec<_> = marked(&text).into_iter().filter(|(_, says)| says.contains("已做到什么")).collect();
        assert_eq!(done.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(), [words], "{text}");
    }
    let rules = "民生实事亮灯督办规则\n一、按期的亮绿灯；落后的亮红灯。\n二、亮红灯的，3个工作日内报送整改计划。\n";
    let says: Vec<_> = marked(rules).into_iter().map(|(_, says)| says).collect();
    assert_eq!(says[1], "有 4 处“亮绿灯”“亮红灯”“3个工作日内”一类的话");
}

#[test]
fn a_heading_says_nothing_of_what_was_done() {
    let report = "2027年实事完成情况表\n地区 | 修桥（座） | | | 建亭（座） | |\n | 目标 | 进度 | 完成比例(%) | 目标 | 进度 | 完成比例(%)\n\
                  全县 | 9 | 8 | 88 | 6 | 6 | 100\n东镇 | 4 | 4 | 100 | 2 | 2 | 100\n西镇 | 5 | 4 | 80 | 4 | 4 | 100\n";
    assert_eq!(kind("list.txt", report), Some("L009"));
    assert!(marked(report).iter().all(|(at, says)| !says.contains("已做到什么") || !at.contains("完成比例")));
    // a list that leaves room for what will be done
    let list = "青石县2027年民生实事\n序号,事项,责任单位,完成情况\n1,修桥3座,交通局,\n2,建亭2座,园林局,\n";
    assert_eq!(kind("list.csv", list), None);
}

#[test]
fn an_english_status_column() {
    let table = |status: [&str; 3]| {
        let rows = ["Open 12 of 12 forms", "Train 240 offices", "Issue a report"].iter().zip(status);
        let rows: String = rows.map(|(name, s)| format!("{name} | Q2, FY 2032 | {s} | Policy Staff\n")).collect();
        format!("Key Milestone | Milestone Due Date | Milestone Status | Owner\n{rows}")
    };
    assert_eq!(kind("plan.txt", &table(["Complete", "On-track", "Missed"])), Some("L009"));
    assert_eq!(kind("plan.txt", &table(["", "", ""])), None);
}

#[test]
fn ballots() {
    for text in [
        "2027年民生实事候选项目表决票\n序号,项目名称,项目内容,同意,不同意,弃权\n1,幼儿园,新建2所,,,\n2,食堂,改造12所,,,\n",
        "民生实事满意度调查表\n您对下列工作的评价：\n1.公交站亭\n□非常满意 □满意 □一般 □不满意\n2.社区食堂\n□非常满意 □满意 □一般 □不满意\n",
        "代表评议结果\n序号\n项目\n满意\n基本满意\n不满意\n1\n修桥\n28\n2\n0\n2\n建亭\n21\n7\n2\n",
    ] {
        assert_eq!(kind("list.txt", text), Some("L010"), "{text}");
    }
}

#[test]
fn sets_of_rules() {
    for text in [
        "青石县民生实事项目人大代表票决制实施办法\n第一条 为了推进工作，制定本办法。\n第二条 项目应当当年能够完成。\n\
         第三条 未获通过的项目，不得列入当年计划。\n第四条 本办法由县人大常委会办公室负责解释。\n",
        "民生实事亮灯督办规则\n一、按期推进的亮绿灯；落后10个百分点以上的亮红灯。\n二、亮红灯的，3个工作日内报送整改计划。\n",
        "实事项目考核评分细则（征求意见稿）\n1.按时完成的得10分，每延迟一个月扣分2分。\n2.弄虚作假的予以通报，并约谈负责人。\n",
    ] {
        assert_eq!(kind("list.txt", text), Some("L011"), "{text}");
    }
}

#[test]
fn news() {
    for text in [
        "两条公交新线明起开通\n本网讯（通讯员 某某）记者从县交通局获悉，明天起新开公交两条，方便3万居民。\n据了解，年底前还将新增站亭30座。\n",
        "县领导调研民生项目\n近日，县领导走访社区食堂，出席座谈会。\n会议强调，要把好事办好。一是抓进度，二是抓质量，三是抓安全。\n受访居民表示，菜品比以前多了。\n",
    ] {
        assert_eq!(kind("news.txt", text), Some("L012"), "{text}");
    }
}

#[test]
fn lists_that_share_a_sign_stay_lists() {
    for text in [
        "青石县2027年民生实事（含去年完成情况）\n1.新建幼儿园2所。去年已建成3所，今年9月底前再投用2所。\n2.改造食堂12所。\n",
        "青石县2027年民生实事进展情况表\n序号 | 任务 | 责任单位 | 完成时限 | 进展情况\n1 | 建园2所 | 教育局 | 9月底前 | \n2 | 改造食堂12所 | 教育局 | 11月底前 | \n",
        "青石县2027年民生实事项目清单及管理要求\n1.建园2所，9月底前投用。\n2.改造食堂12所。\n各单位应当每月报送进度，不得擅自调整内容。\n",
        "记者从县政府获悉，2027年将办好4件民生实事，包括：建园2所；改造食堂12所；建卫生站6个；新开公交2条。\n",
        "青石县2027年民生实事\n1.群众满意率不低于95%，对不满意的逐件回访。\n2.服务窗口满意度测评达到优秀。\n",
        "青石县2027年重点工作任务分解\n1.一季度完成招标，上半年开工，年底前完成年度投资计划的100%。\n2.确保续建项目已开工的年内投用。\n",
        "青石县2027年民生实事\n序号\t任务\t第一季度\t第二季度\n1\t修桥三座\t完成招标\t累计完成60%\n2\t建亭两座\t完成选址\t已建成的一座投用\n",
    ] {
        assert_eq!(kind("list.txt", text), None, "{text}");
    }
}

#[test]
fn it_is_read_as_a_list_when_that_is_asked_for() {
    let text = "青石县民生实事办理情况\n一、新建幼儿园2所，已全部投用。\n二、改造食堂12所，完成率75%。\n";
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("a document");
    let as_list = compile(&document, &Options { as_list: true, ..Options::default() });
    assert!(other_kind(&as_list.findings).is_none());
    let told = as_list.findings.iter().find(|d| d.code.id == "L009").map(|d| d.severity);
    assert_eq!((told, as_list.plan.commitments().count()), (Some(Severity::Note), 2));
    let refused = compile(&document, &Options::default());
    let codes: Vec<&str> = refused.findings.iter().map(|d| d.code.id).collect();
    assert_eq!(codes, ["L009"], "nothing is asked of it that only a list must have");
}

#[test]
fn a_ballot_with_more_votes_than_people_is_told() {
    let text =
        "民生实事测评表\n序号\n项目\n满意\n基本满意\n不满意\n1\n修桥\n28\n2\n2\n建亭\n20\n9\n2\n注：实到30人。\n";
    let notes = |text: &str| {
        let findings = read("list.txt", text).findings;
        findings.iter().flat_map(|d| d.notes.clone()).map(|n| n.zh).collect::<String>()
    };
    assert!(notes(text).contains("“建亭”共 31 票，多于到会的 30 人"), "{}", notes(text));
    assert!(!notes(&text.replace("\n9\n", "\n8\n")).contains("多于"));
}

#[test]
fn a_call_for_suggestions_is_no_list() {
    for call in [
        "区政府面向居民征集2027年民生实事项目，现公告如下：\n一、征集时间\n即日起至10月20日。\n二、征集内容\n就学就医。\n\
         三、征集方式\n登录网站填写。\n",
        "区政府面向居民征集2027年民生实事。一、征集时间 即日起至10月20日。二、征集内容 就学就医。三、征集方式 登录网站。\n",
    ] {
        let compiled = read("list.txt", call);
        let told = compiled.findings.iter().find(|d| d.code.id == "L001").map(|d| d.message.zh.as_str());
        assert_eq!(told, Some("这是征集建议的公告，没有事项清单"), "{call}");
    }
}

#[test]
fn chapters_of_a_report_are_no_commitments() {
    for report in [
        "各位代表！县里还要做好8大类40项民生实事，上学、看病都在其中。\n四、加强政府自身建设\n（一）始终讲政治。\
         常学常新。\n（二）坚持依法行政。公开政务。\n",
        "一、2026年工作回顾\n全年生产总值增长5%。\n二、2027年重点任务\n办好民生实事，改善人居环境。\n",
    ] {
        let compiled = read("list.txt", report);
        assert_eq!(compiled.plan.commitments().count(), 0, "{report}");
        assert!(compiled.findings.iter().any(|d| d.code.id == "L001"), "{report}");
        assert!(compiled.findings.iter().all(|d| d.code.id != "C001"), "told once: {report}");
    }
}
