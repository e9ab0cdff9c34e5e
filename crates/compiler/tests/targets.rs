//! What a reviewer should hear about promises and schedules, and that sound rows are left in peace. All invented.

mod scheduled;

use scheduled::{Row, list};
use yinuo_compiler::{Options, compile};
use yinuo_diag::Severity;

/// Rows, and the findings a reviewer should hear about each.
const HEARD: &[(Row, &[&str])] = &[
    (("建设口袋公园12个。", ["公布选址。", "累计建成4个。", "累计建成9个。", "累计建成12个,全部开放。"]), &[]),
    (("送戏下乡不少于200场次。", ["演出30场。", "演出70场。", "演出60场。", "演出40场,发布全年总结。"]), &[]),
    (("投资2.6亿元,新建净水厂1座。", ["完成招标。", "进场施工。", "主体封顶。", "净水厂竣工并通水。"]), &[]),
    (
        (
            "新增停车位900个,其中立体泊位200个。",
            ["公布选址。", "新增停车位400个。", "新增停车位300个。", "新增停车位200个。"],
        ),
        &[],
    ),
    (
        ("翻建危桥4座,惠及群众3万人。", ["完成设计。", "开工4座。", "完工2座。", "完工2座,4座全部通车。"]),
        &["target-not-scheduled"],
    ),
    (
        ("完成区医院新院建设。", ["主体封顶。", "安装设备。", "开展内部装修。", "推进竣工验收准备。"]),
        &["verb-downgrade", "vague-milestone"],
    ),
    (
        ("打通东岭路、松风街断头路。", ["完成方案设计。", "东岭路开工。", "东岭路建成通车。", "松风街开工建设。"]),
        &["verb-downgrade"],
    ),
    (
        ("完成河东步道提升工程。", ["征求意见。", "编制施工图。", "公开招标确定施工单位。", "签订合同,组织进场开工。"]),
        &["verb-downgrade"],
    ),
    // the handing over is only begun
    (("完成600套安置房交付。", ["封顶。", "装修。", "验收。", "启动600套安置房交付手续办理。"]), &["verb-downgrade"]),
    (
        ("投入800万元，整治村塘6口。", ["完成6口村塘整治设计。", "整治2口。", "整治2口。", "整治2口，全部验收。"]),
        &["repeated-milestone"],
    ),
    (
        ("办好老年课堂。", ["招收学员，开课。", "每月举办讲座1场。", "公布课表。", "每月举办讲座1场。"]),
        &["no-measurable-target", "repeated-milestone"],
    ),
    (
        ("整治村塘6口。", ["完成设计。", "整治村塘2口。", "整治村塘2口。", "完成验收。"]),
        &["repeated-milestone", "target-unmet-by-parts"],
    ),
    // completion told in words closes the numbers before it, but not where the period counts for itself
    (("改造老旧小区41个。", ["全部开工。", "完工12个。", "完工28个。", "全部完工。"]), &[]),
    (("改造泵站5座。", ["完成招标。", "完工2座。", "完工4座。", "全部完工。"]), &[]),
    (("改造泵站5座。", ["完成招标。", "完工2座。", "完工1座。", "12月底前全部完工。"]), &[]),
    // what only began is not added up where the whole is finished in words
    (("新建幼儿园84所。", ["选址。", "开工40所。", "主体完工。", "投入使用。"]), &[]),
    (("新建幼儿园84所。", ["选址。", "开工40所。", "主体施工。", "全部开工。"]), &["target-unmet-by-parts"]),
    (("购置客车5辆。", ["完成招标。", "到车2辆。", "到车1辆。", "年底前全部到位。"]), &[]),
    (
        ("改造泵站5座，新装水表800块。", ["完成招标。", "新装水表200块。", "完工5座。", "泵站全部完工。"]),
        &["target-unmet-by-parts"],
    ),
    // a running total and what goes on from it are one account
    (("修缮围墙360米。", ["招标。", "累计修缮180米。", "当季修缮80米。", "剩余100米全部完工。"]), &[]),
    (
        ("修缮围墙360米。", ["累计修缮90米。", "累计修缮180米。", "再修缮80米。", "修缮60米。"]),
        &["target-unmet-by-parts"],
    ),
    (("提供心理咨询服务不少于900小时。", ["200小时。", "450小时。", "700小时。", "900小时。"]), &[]),
    // an amount for an earlier day is no second promise
    (
        ("疏浚沟渠80公里，汛期前完成30公里。", ["招标。", "疏浚30公里。", "疏浚30公里。", "疏浚20公里。"]),
        &["repeated-milestone"],
    ),
    (("新建书屋10座。", ["选址。", "建成3座。", "建成2座。", "建成2座，全部投入使用。"]), &["target-unmet-by-parts"]),
    (("改造公厕9座。", ["开工。", "完工4座。", "完工2座。", "完成全部设计。"]), &["target-unmet-by-parts"]),
    (("新建书屋9座。", ["选址。", "完成招标。", "主体封顶。", "全部建成并投入使用。"]), &[]),
    // in the last period the words may close the number before them, where they speak of the whole
    (("改造泵站41座。", ["开工。", "完工12座。", "施工。", "完工28座，年底前全部完工。"]), &[]),
    (("改造泵站41座。", ["开工。", "完工12座。", "完工19座，全部完工。", "总结。"]), &["target-unmet-by-parts"]),
    // what is surveyed or published is not what is delivered
    (
        ("改造院落38个。", ["完成38个院落入户调查和方案公示。", "完成招标。", "改造15个。", "改造16个。"]),
        &["target-unmet-by-parts"],
    ),
    (("完成入户调查900户。", ["培训。", "完成300户入户调查。", "调查400户。", "调查200户。"]), &[]),
    // those who benefit are a promise of their own
    (("改造泵站5座，惠及居民1.2万户。", ["开工。", "施工。", "完工2座。", "完工3座。"]), &["target-not-scheduled"]),
    (("新建书屋9座。", ["选址。", "完成全部招标。", "主体封顶。", "装修。"]), &["target-not-scheduled"]),
    // the whole is delivered in words
    (("更换护栏38公里。", ["完成招标。", "进场。", "9月底前更换完毕。", "发布总结。"]), &[]),
    (("整治漏水屋顶2.4万平方米。", ["完成招标。", "开工。", "完工。", "回访住户。"]), &[]),
    (("整治漏水屋顶2.4万平方米。", ["完成招标。", "开工。", "主体完工。", "回访住户。"]), &["target-not-scheduled"]),
    (("资助学徒85名，发放助学金。", ["受理申请。", "公示名单。", "9月发放到位。", "发布总结。"]), &[]),
    (("资助学徒85名。", ["受理申请。", "公示名单。", "资金落实到位。", "发布总结。"]), &["target-not-scheduled"]),
    (("筹集资金，改造房屋300户。", ["摸底。", "资金到位。", "进场。", "总结。"]), &["target-not-scheduled"]),
    (("设计并安装路灯300盏。", ["调查。", "设计完毕。", "正式公示。", "总结。"]), &["target-not-scheduled"]),
    (("为320名护林员发放津贴。", ["按季发放。", "按季发放。", "按季发放。", "按季发放。"]), &["repeated-milestone"]),
    (("新建水厂，日产水9万吨。", ["安装设备。", "调试。", "9月30日前正式供水。", "发布总结。"]), &[]),
    (("调整线路12条，新建岗亭30座。", ["调查。", "调整5条。", "调整7条。", "岗亭全部建成。"]), &[]),
    (("新开线路6条，调整线路12条。", ["调查。", "新开2条。", "新开4条。", "6条全部开通。"]), &["target-not-scheduled"]),
    (("举办展览80场，新建书吧5个。", ["选址。", "举办40场，建成书吧2个。", "举办40场。", "书吧全部开放。"]), &[]),
    (("开设课程45门。", ["公布课表。", "开课。", "完成全年教学任务。", "总结。"]), &[]),
    // what comes with a building follows from it, and so do the places where the machines stand
    (("新建托育点9个，新增托位420个。", ["选址。", "建成2个。", "建成3个。", "建成4个。"]), &[]),
    (("建成24班小学1所，新增学位1080个。", ["开工。", "封顶。", "装修。", "绿化。"]), &[]),
    (
        ("购买学位900个，组织教师交流30人次。", ["受理。", "审核。", "选派30人次。", "总结。"]),
        &["target-not-scheduled"],
    ),
    (("改造小区8个，涉及楼栋61栋。", ["开工。", "改造2个。", "改造3个。", "改造3个。"]), &["repeated-milestone"]),
    (("在17所学校安装净水机85台。", ["采购。", "安装30台。", "安装40台。", "安装15台。"]), &[]),
    (("打通小巷7条，总长2.3公里。", ["招标。", "完成2条。", "累计完成4条。", "7条全部通车。"]), &[]),
    (
        ("评定示范食堂4家。", ["宣传。", "走访。", "督促。", "对所有条件具备的食堂进行验收。"]),
        &["target-not-scheduled", "conditional-milestone", "vague-milestone"],
    ),
    // a number of another thing is no part
    (("疏浚河道，长度11.3公里。", ["完成设计。", "完成截污管8公里。", "清淤。", "完成验收。"]), &[]),
    (
        ("做好住房300套的分配及回购。", ["公示名单。", "完成分配。", "回购住房200套。", "发布总结。"]),
        &["target-unmet-by-parts"],
    ),
    (
        ("开展体能培训,惠及1200人次。", ["制定方案。", "开设2个培训班。", "开设9个培训班。", "发布总结。"]),
        &["target-not-scheduled"],
    ),
    // a share after 其中 is not asked for again where the whole is met
    (
        (
            "改造卫生院7所,其中:东区4所,西县3所。",
            ["东区3所、西县1所进场施工。", "4所完工。", "3所完工。", "发布总结。"],
        ),
        &[],
    ),
    (
        ("开展防火宣传20次。", ["做好清明节防火,宣传20次。", "发布总结。", "编印手册。", "召开会议。"]),
        &["deadline-outside-quarter"],
    ),
    (("开展防火宣传20次。", ["清明节前宣传20次。", "发布总结。", "编印手册。", "召开会议。"]), &[]),
    (
        ("开展防火宣传20次。", ["4月8日前宣传20次。", "发布总结。", "编印手册。", "召开会议。"]),
        &["deadline-outside-quarter"],
    ),
    // all that is to be reached is covered, all that is handed out is handed out
    (("完成60家餐馆油烟检测全覆盖。", ["制定方案。", "开展检测。", "覆盖率100%。", "发布总结。"]), &[]),
    (("完成60家餐馆油烟检测。", ["制定方案。", "开展检测。", "覆盖率80%。", "发布总结。"]), &["target-not-scheduled"]),
    (("发放助听器600台。", ["制定方案。", "登记需求。", "开展验配。", "12月底前全部发放到位。"]), &[]),
    (
        ("开展防火宣传20次。", ["国庆节期间宣传20次。", "发布总结。", "编印手册。", "召开会议。"]),
        &["deadline-outside-quarter"],
    ),
    (
        ("城镇调查失业率控制在5%左右。", ["发布岗位。", "开展培训。", "举办招聘会。", "失业率控制在5%左右。"]),
        &["hedged-target"],
    ),
    (("更换路灯90盏。", ["完成普查。", "更换路灯30套。", "更换路灯40套。", "更换路灯20套。"]), &["unit-mismatch"]),
    // An age says whom the noun means; the words after it are still the promise's own.
    (
        (
            "为1.5万名6—8岁儿童免费牙齿涂氟。",
            ["举办讲座。", "完成牙齿涂氟5000名。", "完成牙齿涂氟6000名。", "完成牙齿涂氟2000名。"],
        ),
        &["target-unmet-by-parts"],
    ),
    (
        ("推进智慧社区建设。", ["开展调研。", "制定标准。", "继续推进。", "发布总结。"]),
        &["no-measurable-target", "vague-milestone"],
    ),
    (
        ("安装报警器3000套。", ["摸排登记。", "安装1000套。", "适时启动第二批。", "完成剩余安装。"]),
        &["conditional-milestone"],
    ),
];

#[test]
fn a_reviewer_hears_what_is_unsound_and_nothing_else() {
    let mut wrong = vec![];
    for (row, wanted) in HEARD {
        let compiled = list(&[*row]);
        let named: Vec<&str> =
            compiled.findings.iter().map(|d| d.code.name).filter(|name| *name != "no-owner-named").collect();
        let mut wanted = wanted.to_vec();
        wanted.sort_unstable();
        let mut got = named.clone();
        got.sort_unstable();
        if got != wanted {
            wrong.push(format!("{}: {got:?}, not {wanted:?}", row.0));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_example_is_nearly_silent() {
    let text = include_str!("../../../examples/guangming-2016.txt");
    let document = yinuo_extract::read("guangming-2016.txt", text.as_bytes()).expect("the example is text");
    let compiled = compile(&document, &Options::default());
    let grave = compiled.findings.iter().filter(|d| d.severity > Severity::Note).count();
    assert!(grave <= compiled.plan.commitments().count(), "{grave} warnings are more than one for each commitment");
}

#[test]
fn what_is_in_doubt() {
    let table: &[(Row, &[&str])] = &[
        // a series that comes to the promise is none
        (("培训护理员120人次。", ["培训30人次。", "培训60人次。", "培训90人次。", "培训120人次。"]), &[]),
        (("培训护理员120人次。", ["培训30人次。", "累计60人次。", "累计90人次。", "累计120人次。"]), &[]),
        // one that only opens without the word is told once
        (("开展护理员培训。", ["培训30人次。", "累计培训60人次。", "累计90人次。", "累计120人次。"]), &["30人次"]),
        // what 全部 closes may be instalments
        (("改造泵站41座。", ["开工。", "完工12座。", "完工28座。", "全部完工。"]), &["12座"]),
        (("改造泵站10座。", ["开工。", "完工4座。", "完工8座。", "全部完工。"]), &["4座"]),
        (("改造泵站41座。", ["开工。", "完工12座。", "完工16座。", "全部完工。"]), &[]),
        (("走访数百户居民、慰问90户。", ["筹备。", "走访。", "走访。", "慰问90户。"]), &["数百户"]),
        (("种植果树1万2棵。", ["育苗。", "整地。", "开种。", "种植果树12000棵。"]), &["1万2棵"]),
        (("种植果树1万2千棵。", ["育苗。", "整地。", "开种。", "种植果树12000棵。"]), &[]),
    ];
    for (row, want) in table {
        let compiled = list(&[*row]);
        let (_, commitment) = compiled.plan.commitment(1).expect("one row");
        let of = |d: &yinuo_model::Doubt| commitment.measures.iter().find(|m| m.place == d.place);
        let words: Vec<_> = compiled.doubts.iter().filter_map(of).map(|m| m.text.as_str()).collect();
        assert_eq!(words, *want, "{}", row.0);
    }
}

#[test]
fn a_fiscal_quarter_is_in_doubt() {
    let of = |due: &str| {
        let html = format!(
            "<h1>青石区2032年民生实事</h1><table><tr><td>序号</td><td>事项</td><td>完成时限</td></tr>\
             <tr><td>1</td><td>新建书屋3座</td><td>{due}</td></tr><tr><td>2</td><td>新建绿道5公里</td><td>2032年6月</td></tr></table>"
        );
        let document = yinuo_extract::read("list.html", html.as_bytes()).expect("an invented list is a page");
        compile(&document, &Options::default()).doubts.iter().map(|d| d.taken.en.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("Q3, FY 2032"), ["“Q3, FY 2032” was read as quarter 3 of the calendar year 2032"]);
    assert_eq!(of("Q3 2032"), [""; 0]);
}

#[test]
fn what_cannot_be_judged_is_not_called_unmeasurable() {
    let page = |rows: &str| {
        let html = format!("<h1>青石区2032年民生实事</h1><table>{rows}</table>");
        let document = yinuo_extract::read("list.html", html.as_bytes()).expect("an invented list is a page");
        let compiled = compile(&document, &Options::default());
        let told = compiled.findings.iter().filter(|d| d.code.id == "C005").count();
        (compiled.plan.commitments().count(), told)
    };
    let english = "<tr><td>No.</td><td>Milestone</td><td>Due Date</td></tr>\
        <tr><td>1</td><td>Issue the first annual report</td><td>2032-06</td></tr>\
        <tr><td>2</td><td>Migrate the old records</td><td>2032-09</td></tr>";
    assert_eq!(page(english), (2, 0));
    let allotted = "<tr><td>序号</td><td>事项</td><td>工作内容</td></tr>\
        <tr><td>1</td><td>庭院路灯</td><td>甲镇40 乙镇30 丙乡12</td></tr>\
        <tr><td>2</td><td>推进绿化养护</td><td>加强日常巡查</td></tr>";
    assert_eq!(page(allotted), (2, 1));
}

#[test]
fn a_scope_that_was_studied_is_no_part() {
    let cells = ["先行调研,确定7家养老中心的改造内容。", "立项。", "招标。", "7家按计划开工。"];
    let compiled = list(&[("改造养老中心7家。", cells)]);
    let (_, commitment) = compiled.plan.commitment(1).expect("one row");
    let parts: Vec<_> = commitment.targets[0].parts.iter().map(|p| commitment.measures[*p].at.to_string()).collect();
    assert_eq!(parts, ["2028-Q4"]);
}

#[test]
fn findings_come_in_the_order_in_which_their_words_end() {
    let work = "在征地完成的前提下,开展项目施工。";
    let compiled = list(&[("力争推进滨河路建设。", ["完成征地。", "开展设计。", work, work])]);
    let ends: Vec<_> = compiled.findings.iter().filter_map(|d| d.labels.first()).map(|l| l.span.end).collect();
    assert!(ends.is_sorted() && ends.len() > 3, "{ends:?}");
    let starts: Vec<_> = compiled.findings.iter().filter_map(|d| d.labels.first()).map(|l| l.span).collect();
    assert!(
        starts.windows(2).any(|w| w[0].start == w[1].start && w[0].end < w[1].end),
        "a hedge within a promise that names nothing"
    );
}

#[test]
fn what_is_said_of_changes_and_rough_numbers() {
    let table: &[(&str, &str, Option<&str>)] = &[
        ("村集体收入翻一番。", "C018", Some("承诺“翻一番”，没有写与什么相比")),
        ("村集体收入比上年翻一番。", "C018", None),
        ("门票减半收费。", "C018", None),
        // of one number one thing is said
        ("公交准点率提高3个百分点左右。", "C018", None),
        ("公交准点率提高3个百分点左右。", "C010", Some("承诺带有“3个百分点左右”，留有余地")),
        ("约修路9条，公交准点率提高3个百分点。", "C018", Some("承诺“提高3个百分点”，没有写与什么相比")),
        // by when something is done can be checked
        ("加强照明抢修，来电24小时内处置。", "C005", None),
        ("推进隐患整改，发现后30日内整改到位。", "C005", None),
        ("推进隐患整改。", "C005", Some("“隐患整改”没有数量，也没有可以核对的完成状态")),
        ("补贴两三万名店员。", "C010", Some("承诺带有“两三万名”，留有余地")),
        ("年底约完成检查店铺300家。", "C010", Some("承诺带有“约完成检查店铺300家”，留有余地")),
        ("预计补贴二至三万名店员。", "C010", Some("承诺带有“预计补贴二至三万名”，留有余地")),
    ];
    for (title, code, want) in table {
        let compiled = list(&[(title, ["筹备。", "开展。", "开展。", "完成。"])]);
        let told = compiled.findings.iter().find(|d| d.code.id == *code).map(|d| d.message.zh.as_str());
        assert_eq!(told, *want, "{title}");
    }
    let compiled = list(&[("公交准点率提高3个百分点左右。", ["筹备。", "开展。", "开展。", "完成。"])]);
    let hedged = compiled.findings.iter().find(|d| d.code.id == "C010").expect("told");
    assert!(hedged.notes.iter().any(|n| n.zh.contains("与什么相比")), "the base is told with it");
}

#[test]
fn a_hedge_is_replaced_by_the_bound_that_is_meant() {
    let cases = [
        ("登记失业率控制在4.5%左右。", "不高于…"),
        ("公交准点率提高3个百分点左右，对比去年。", "不低于…"),
        ("新增长椅约60处。", "不少于…"),
    ];
    for (title, bound) in cases {
        let compiled = list(&[(title, ["筹备。", "开展。", "开展。", "完成。"])]);
        let found = compiled.findings.iter().find(|d| d.code.id == "C010").expect("it is hedged");
        let help = found.help.as_ref().expect("there is a way to repair");
        assert!(help.zh.contains(bound), "{title}: {}", help.zh);
    }
}

#[test]
fn a_blank_that_asks_for_nothing_is_a_note() {
    let severity = |cells: &str| {
        let text = format!(
            "青石区2028年民生实事\n序号,项目,一季度,二季度,三季度,四季度\n1,新建凉亭9座,{cells}\n\
             2,新建长椅8条,选址,建成2条,建成3条,建成3条\n3,植树7棵,整地,植树2棵,植树2棵,植树3棵\n"
        );
        let document = yinuo_extract::read("list.csv", text.as_bytes()).expect("an invented list is text");
        let found = compile(&document, &Options::default()).findings;
        found.iter().find(|d| d.code.id == "L006").map(|d| d.severity)
    };
    let cases = [
        (",建成3座,建成3座,建成3座", Severity::Note),
        ("开工,主体封顶,投入使用,", Severity::Note),
        ("选址,建成4座,建成5座,", Severity::Note),
        ("选址,建成4座,建成4座,", Severity::Warning),
        ("选址,,建成4座,建成5座", Severity::Warning),
        ("选址,开工,主体封顶,", Severity::Warning),
    ];
    for (cells, want) in cases {
        assert_eq!(severity(cells), Some(want), "{cells}");
    }
}

#[test]
fn words_finish_what_percents_leave_open() {
    let told = |cells: [&'static str; 4]| {
        let compiled = list(&[("推进综合楼迁建项目", cells)]);
        compiled.findings.iter().filter(|d| ["C006", "C008", "C013"].contains(&d.code.id)).count()
    };
    assert_eq!(told(["完成施工招标和征地协调。", "主体工程完成50%。", "主体工程完成90%以上。", "竣工验收。"]), 0);
    assert_eq!(told(["完成设计。", "主体工程完成50%。", "主体工程完成80%，国庆节前封顶。", "完成主体工程。"]), 0);
    assert_eq!(told(["完成设计。", "主体工程完成50%。", "主体工程完成80%。", "启动装修。"]), 1);
    assert_eq!(told(["完成设计。", "主体工程完成50%，10月1日封顶。", "主体工程完成100%。", "启用。"]), 1);
}

#[test]
fn a_list_of_names_is_told_once() {
    let told = |titles: &[&str]| {
        let mut text = "青石区2028年民生实事\n序号,项目名称,责任单位\n".to_string();
        titles.iter().enumerate().for_each(|(n, title)| text += &format!("{},{title},区住建局\n", n + 1));
        let document = yinuo_extract::read("list.csv", text.as_bytes()).expect("an invented list is text");
        let found = compile(&document, &Options::default()).findings;
        found.into_iter().filter(|d| d.code.id == "C005").map(|d| d.message.zh.to_string()).collect::<Vec<_>>()
    };
    let mut names =
        vec!["东村便桥重建工程", "西村水渠清淤工程", "南村文化室建设", "北村道路加宽工程(一期)", "旧街路灯项目"];
    assert_eq!(told(&names), ["5项都只有项目名称，没有数量，也没有可以核对的完成状态"]);
    names.push("提升养老服务水平");
    assert_eq!(told(&names).len(), 6);
}

#[test]
fn an_example_fits_the_work() {
    let notes = |title: &'static str| {
        let compiled = list(&[(title, ["筹备。", "开展。", "开展。", "总结。"])]);
        let found = compiled.findings.iter().find(|d| d.code.id == "C005").expect("nothing is measured");
        found.notes.iter().map(|n| n.zh.to_string()).collect::<String>()
    };
    assert!(notes("推进河东大道建设。").contains("8公里"));
    for title in ["推进书香社会建设。", "实施母子健康工程。", "推进宽带入户工程。"] {
        assert!(!notes(title).contains("8公里"), "{title}");
    }
}

#[test]
fn a_sum_is_written_as_its_promise_is() {
    let cells = ["助餐7万人次。", "助餐8万人次。", "助餐9万人次。", "发布总结。"];
    let compiled = list(&[("提供助餐30万人次。", cells)]);
    let found = compiled.findings.iter().find(|d| d.code.id == "C013").expect("the sum is short");
    assert_eq!(found.message.zh, "各期合计24万人次，比承诺的30万人次少6万人次");
}

#[test]
fn a_finding_says_where_the_words_may_be_meant() {
    let notes = |row: Row, code: &str| -> Vec<String> {
        let compiled = list(&[row]);
        let found = compiled.findings.iter().find(|d| d.code.name == code).expect("it is told");
        found.notes.iter().chain(&found.help).map(|t| t.zh.to_string()).collect()
    };
    let shares = ("整治村塘6口。", ["整治2口。", "整治2口。", "整治2口。", "发布总结。"]);
    assert!(notes(shares, "repeated-milestone")[0].contains("正好是承诺的数"));
    let short = ("整治村塘7口。", ["整治2口。", "整治2口。", "整治2口。", "发布总结。"]);
    assert!(notes(short, "repeated-milestone")[0].contains("看不出来"));
    let two = ("做好住房300套的分配及回购。", ["公示名单。", "完成分配。", "回购住房200套。", "发布总结。"]);
    assert!(notes(two, "target-unmet-by-parts")[0].contains("一个数管两件事"));
    let compiled = list(&[two]);
    let unmet = compiled.findings.iter().find(|d| d.code.id == "C013").expect("it is told");
    assert_eq!(unmet.severity, yinuo_diag::Severity::Note);
    let festival = ("开展防火宣传20次。", ["做好清明节防火,宣传20次。", "发布总结。", "编印手册。", "召开会议。"]);
    assert!(notes(festival, "deadline-outside-quarter")[0].contains("节前准备"));
}

/// The names of the findings about a table with one column of deadlines.
fn of_deadlines(promise: &str, deadline: &str) -> Vec<&'static str> {
    let text =
        format!("青石区2028年民生实事\n序号,项目,目标任务,责任单位,完成时限\n1,校舍,{promise},区教育局,{deadline}\n");
    let document = yinuo_extract::read("list.csv", text.as_bytes()).expect("an invented list is text");
    compile(&document, &Options::default()).findings.iter().map(|d| d.code.name).collect()
}

#[test]
fn a_schedule_of_deadlines_is_not_asked_for_amounts() {
    let bare = ["小学5月底前；中学11月底前", "小学5月底前，中学11月底前完成", "5月底前；11月底前"];
    for deadline in bare {
        assert!(of_deadlines("翻修小学7所、中学4所", deadline).is_empty(), "{deadline}");
    }
    let worked = "5月底前完成招标；11月底前完成主体施工";
    assert_eq!(of_deadlines("翻修小学7所、中学4所", worked), ["target-not-scheduled"]);
}
