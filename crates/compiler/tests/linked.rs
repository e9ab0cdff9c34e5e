//! Promises and schedules in many wordings, and what each promise comes to. All invented.

mod scheduled;

use scheduled::{Row, list};
use yinuo_model::Relation;

/// The targets of one row: `12场 sum 12 met`.
fn targets(row: Row) -> Vec<String> {
    let compiled = list(&[row]);
    let (_, commitment) = compiled.plan.commitment(1).expect("one row");
    let told = |t: &yinuo_model::Target| {
        let relation = match t.relation {
            Relation::Sum => "sum",
            Relation::LastCumulative => "last",
            Relation::PercentComplete => "progress",
            Relation::UnitConvertedSum => "converted",
            Relation::None => "none",
        };
        let met = if t.reconciles { "met" } else { "not met" };
        format!("{} {relation} {} {met}", commitment.measures[t.measure].text, t.total.normalize())
    };
    commitment.targets.iter().map(told).collect()
}

/// Rows, and what each of their promises comes to.
const LINKED: &[(Row, &[&str])] = &[
    // where a share of the works is promised, what is counted beside it need be no further
    (
        (
            "新建路段60公里、危桥8座，完工率达到80%。",
            ["招标。", "完成总工程量的30%。", "完成总工程量的60%。", "工程进度达到80%。"],
        ),
        &["60公里 progress 80 met", "8座 progress 80 met", "80% last 80 met"],
    ),
    // each of two counts in one cell is of the promise that it fits better
    (
        (
            "城镇新增就业420人，失业人员再就业110人。",
            [
                "城镇新增就业100人，失业人员再就业26人。",
                "累计城镇新增就业220人，失业人员再就业56人。",
                "累计城镇新增就业340人，失业人员再就业86人。",
                "累计城镇新增就业420人，失业人员再就业110人。",
            ],
        ),
        &["420人 last 420 met", "110人 last 110 met"],
    ),
    // what is tendered in a clause before is no gate of what this one does
    (
        (
            "治理河道32公里。",
            ["完成水库加固招标，治理河道6公里。", "治理河道10公里。", "治理河道9公里。", "治理河道7公里。"],
        ),
        &["32公里 sum 32 met"],
    ),
    // shares of the whole that come to all of it
    (("改造泵站5座。", ["设计。", "招标。", "完成工程量的60%。", "完成工程量的40%。"]), &["5座 progress 100 met"]),
    // how far the works are says nothing of whom they reach
    (
        ("改造小区12个，惠及居民260户。", ["公示。", "完成工程量的40%。", "完成工程量的75%。", "竣工。"]),
        &["12个 progress 100 met", "260户 none 0 not met"],
    ),
    // shares by what is done, each told beside the other
    (
        (
            "新增和改造探头150路，其中新建60路、改造90路。",
            ["招标，新建探头10路。", "新建探头30路、改造探头50路。", "新建探头20路、改造探头40路。", "总结。"],
        ),
        &["150路 sum 150 met", "60路 sum 60 met", "90路 sum 90 met"],
    ),
    // works begun are no part of works done, and close only a promise to begin
    (
        ("改造渔港40个。", ["累计启动25个。", "累计完成10个。", "累计完成25个。", "累计完成40个。"]),
        &["40个 last 40 met"],
    ),
    (
        ("开工安置房2400套。", ["开工600套。", "开工800套。", "开工500套。", "开工任务全部完成。"]),
        &["2400套 sum 2400 met"],
    ),
    (("开工安置房2400套。", ["开工600套。", "开工800套。", "开工500套。", "全部开工。"]), &["2400套 sum 2400 met"]),
    (("建成安置房2400套。", ["建成600套。", "建成800套。", "建成500套。", "全部开工。"]), &["2400套 sum 1900 not met"]),
    (
        ("开工改造仓库38座。", ["启动10座。", "累计启动25座，完成5座。", "累计启动38座，完成20座。", "完成38座。"]),
        &["38座 last 38 met"],
    ),
    (("筹集公寓800套。", ["选址。", "开工300套。", "累计开工800套。", "交付200套。"]), &["800套 last 800 met"]),
    // a foundation is no footbridge
    (("改造天桥4座。", ["完成2座天桥基础施工。", "建成2座。", "建成2座。", "发布总结。"]), &["4座 sum 4 met"]),
    // what begins counts for nothing beside what is finished, though both only say how far the work is
    (("翻修老屋42户。", ["核实对象42户。", "开工42户，竣工12户。", "竣工20户。", "竣工10户。"]), &["42户 sum 42 met"]),
    (("翻修老楼48栋。", ["公示方案。", "开工48栋。", "完工30栋。", "全部完工。"]), &["48栋 sum 48 met"]),
    // what begins in another clause, and a clause before about another promise
    (
        (
            "翻新凉亭50座，新建30座。",
            ["选址。", "翻新15座，新建凉亭开工18座。", "翻新20座，新建完工12座。", "翻新15座，新建凉亭全部完工。"],
        ),
        &["50座 sum 50 met", "30座 sum 30 met"],
    ),
    (
        (
            "建成分拣站2座，创建示范院落90个。",
            [
                "创建院落20个。",
                "第一座分拣站开工，创建院落20个。",
                "第二座分拣站开工，创建院落30个。",
                "两座分拣站建成投用，创建院落20个。",
            ],
        ),
        &["2座 sum 2 met", "90个 sum 90 met"],
    ),
    // the same unit before words that hardly agree
    (
        (
            "改扩建中小学、幼儿园18所，新增学位9000个。",
            [
                "18所学校开工。",
                "6所学校封顶。",
                "秋季学期前，12所学校投入使用，新增学位6000个。",
                "其余6所完工，新增学位3000个。",
            ],
        ),
        &["18所 sum 18 met", "9000个 sum 9000 met"],
    ),
    // works begun and finished under one promise each, and a fitting out that says nothing of the beds
    (
        (
            "旧楼改造开工320栋、完工260栋。",
            ["开工60栋、完工20栋。", "开工140栋、完工60栋。", "开工120栋、完工80栋。", "完工100栋。"],
        ),
        &["320栋 sum 320 met", "260栋 sum 260 met"],
    ),
    (
        ("护理院建成，新增护理床90张。", ["装修完成60%。", "装修完工。", "试运行。", "正式开放。"]),
        &["90张 none 0 not met"],
    ),
    (("翻新凉亭24座。", ["选址。", "开工24座，其中完工6座。", "完工10座。", "完工8座。"]), &["24座 sum 24 met"]),
    // a running total that an instalment opens and another closes
    (("罩面道路22公里。", ["招标。", "罩面8公里。", "累计罩面18公里。", "完成剩余4公里。"]), &["22公里 sum 22 met"]),
    // words that close a sum, whatever else they say
    (("疏浚明渠8公里。", ["设计。", "疏浚2公里。", "疏浚3公里。", "全线完工并通过交工验收。"]), &["8公里 sum 8 met"]),
    // instalments
    (
        (
            "建成社区托育点6个,新增托位300个。",
            ["确定6个托育点选址。", "开工6个。", "建成2个,新增托位100个。", "建成4个,新增托位200个。"],
        ),
        &["6个 sum 6 met", "300个 sum 300 met"],
    ),
    // a scope told at several stages counts once, where it is delivered
    (
        (
            "改造老旧小区45个。",
            [
                "完成45个小区改造方案设计。",
                "开工改造30个小区。",
                "开工改造15个小区,完工20个小区。",
                "45个小区全部完工。",
            ],
        ),
        &["45个 last 45 met"],
    ),
    (
        (
            "推动配建的320套公租房交付。",
            ["320套完成主体施工。", "320套具备竣工验收条件。", "320套竣工验收。", "320套交付。"],
        ),
        &["320套 sum 320 met"],
    ),
    // also where the words of the study agree better than those of the work
    (
        ("改造养老中心7家。", ["先行调研,确定7家养老中心的改造内容。", "立项。", "招标。", "7家按计划开工。"]),
        &["7家 sum 7 met"],
    ),
    // what a clause before studied is no gate of the number after it
    (
        ("新增泊位3000个。", ["摸底地块，新增泊位500个。", "新增1000个。", "新增800个。", "新增600个。"]),
        &["3000个 sum 2900 not met"],
    ),
    // a promise to begin works is met by what begins
    (("开工改造院落38个。", ["开工8个。", "开工10个。", "开工20个，完工5个。", "完工33个。"]), &["38个 sum 38 met"]),
    (("建设亭廊7处。", ["选址。", "开工3处。", "开工7处。", "建成7处。"]), &["7处 sum 7 met"]),
    // acts that the promise tells apart have series of their own
    (
        ("新建公厕6座，改造公厕33座。", ["设计。", "改造15座。", "新建3座，改造28座。", "新建6座，改造33座。"]),
        &["6座 last 6 met", "33座 last 33 met"],
    ),
    // where one side does not say which way a rate goes
    (("办结时间压缩50%。", ["调研。", "试点。", "推广。", "办结时间50%。"]), &["50% last 50 met"]),
    // sources of money are no targets beside the sum
    (
        (
            "投资900万元（上级补助500万元，区级配套400万元），新建书屋3间。",
            ["选址。", "建成1间。", "设计。", "建成2间。"],
        ),
        &["900万元 none 0 not met", "3间 sum 3 met"],
    ),
    // works begun are counted when they are finished, at whichever gate
    (
        ("改造院落18个。", ["完成18个院落的方案公示。", "12个开工。", "7个完工。", "11个完工并通过验收。"]),
        &["18个 sum 18 met"],
    ),
    // what the numbers leave open is told in words
    (("改造老旧小区41个。", ["全部开工。", "完工12个。", "完工28个。", "全部完工。"]), &["41个 last 41 met"]),
    (("改造泵站5座。", ["完成招标。", "完工2座。", "完工4座。", "全部完工。"]), &["5座 last 5 met"]),
    (("安装水表900块。", ["采购。", "安装水表300块。", "检修。", "完成剩余安装。"]), &["900块 sum 900 met"]),
    // running totals, with and without the word
    (
        (
            "改造无障碍设施160户。",
            ["入户摸底,确定160户名单。", "改造40户。", "累计改造100户。", "累计改造160户,组织验收。"],
        ),
        &["160户 last 160 met"],
    ),
    (("治理内涝积水点20处。", ["完成勘察。", "完成5处。", "完成12处。", "完成20处。"]), &["20处 last 20 met"]),
    // instalments that go on from a running total
    (
        ("修缮围墙360米。", ["招标。", "累计修缮180米。", "当季修缮80米。", "剩余100米全部完工。"]),
        &["360米 sum 360 met"],
    ),
    (
        ("修缮围墙360米。", ["累计修缮90米。", "累计修缮180米。", "再修缮80米。", "修缮60米。"]),
        &["360米 sum 320 not met"],
    ),
    (
        ("疏通管渠20条。", ["摸排。", "累计开工10条。", "完工5条。", "完工5条。"]),
        &["20条 sum 10 not met", "20条 last 10 not met"],
    ),
    // hours that stand alone are what a promise of hours counts
    (
        ("提供心理咨询服务不少于900小时。", ["200小时。", "完成400小时。", "累计700小时。", "900小时。"]),
        &["不少于900小时 last 900 met"],
    ),
    // a list marker before a number
    (("添置水泵16台。", ["采购。", "1.16台水泵到货;2.试运行。", "巡检。", "总结。"]), &["16台 sum 16 met"]),
    // units that convert
    (
        ("免费为1000对新婚夫妇体检。", ["体检夫妇400人。", "体检夫妇600人。", "体检夫妇600人。", "体检夫妇400人。"]),
        &["1000对 converted 1000 met"],
    ),
    (
        (
            "举办社区书场36场。",
            ["每月举办3场社区书场。", "每月举办3场社区书场。", "每月举办3场社区书场。", "每月举办3场社区书场。"],
        ),
        &["36场 converted 36 met"],
    ),
    // two promises counted together
    (
        (
            "开展普法讲座40场、法律咨询80场。",
            [
                "普法讲座和法律咨询30场次。",
                "普法讲座和法律咨询30场次。",
                "普法讲座和法律咨询30场次。",
                "普法讲座和法律咨询30场次。",
            ],
        ),
        &["40场 sum 120 met", "80场 sum 120 met"],
    ),
    // shares of the work, completed in words
    (
        (
            "建设高标准农田3.5万亩。",
            ["工程进度达到20%。", "工程进度达到50%。", "工程进度达到80%。", "完成建设任务并通过县级验收。"],
        ),
        &["3.5万亩 progress 100 met"],
    ),
    // another object of the same unit does not count
    (
        ("走访困难企业20家。", ["制定走访方案。", "走访困难企业12家。", "走访困难企业8家。", "约谈超标排放单位20家。"]),
        &["20家 sum 20 met"],
    ),
    // one object of several is the one that comes to the promise
    (
        (
            "改造提升农村公路60公里。",
            ["完成施工图设计。", "完成路基30公里。", "完成路面40公里。", "完成路面20公里,全线通车。"],
        ),
        &["60公里 sum 60 met"],
    ),
    // a share of the whole, told after 其中 or by its own name
    (
        (
            "开展家政技能培训900人次,其中母婴照料专项培训200人次。",
            [
                "完成培训150人次。",
                "完成培训300人次,其中母婴照料专项培训80人次。",
                "完成培训300人次,其中母婴照料专项培训120人次。",
                "完成培训150人次。",
            ],
        ),
        &["900人次 sum 900 met", "200人次 sum 200 met"],
    ),
    (
        (
            "新建及改造集市公厕22座(其中新建5座)。",
            ["完成22座公厕选址。", "新建公厕2座、改造公厕7座。", "新建公厕3座、改造公厕4座。", "改造公厕6座。"],
        ),
        &["22座 sum 22 met", "5座 sum 5 met"],
    ),
    // how many were chosen or permitted is not how many are done
    (
        (
            "为60周岁以上困难老人家庭实施居家改造400户。",
            ["入户评估,确定改造对象不少于150户。", "完成改造120户。", "完成改造150户。", "完成改造100户。"],
        ),
        &["400户 sum 370 not met"],
    ),
    (
        (
            "为5层以上旧住宅加装电梯30部。",
            ["办结9部加装电梯规划许可。", "累计建成8部。", "累计建成20部。", "累计建成30部以上。"],
        ),
        &["30部 last 30 met"],
    ),
    // too little, too much, nothing
    (
        ("举办音乐会24场。", ["举办音乐会4场。", "举办音乐会6场。", "举办音乐会6场。", "举办音乐会5场。"]),
        &["24场 sum 21 not met"],
    ),
    (
        ("新建农村公路86公里。", ["完成招标。", "建成公路20公里。", "建成公路46公里。", "建成公路30公里并验收。"]),
        &["86公里 sum 96 not met"],
    ),
    (("新增停车位300个。", ["公布选址。", "完成招标。", "完成土建。", "投入使用。"]), &["300个 none 0 not met"]),
    // a rate that the periods restate
    (
        ("医保参保率稳定在97%以上。", ["集中参保动员。", "参保率达到95%。", "参保率达到96%。", "参保率达到97%以上。"]),
        &["97%以上 last 97 met"],
    ),
    (
        (
            "每千人口托位数达到4.2个,低保标准提高到每人每月780元。",
            ["测算标准。", "低保标准提高到每人每月780元。", "建成托育点。", "每千人口托位数达到4.2个。"],
        ),
        &["4.2个 last 4.2 met", "780元 last 780 met"],
    ),
    // no number of its own: the last running total
    (
        (
            "开通就业服务直播间。",
            ["搭建直播间。", "累计直播不少于20场。", "累计直播不少于50场。", "累计直播不少于90场。"],
        ),
        &["不少于90场 last 90 met"],
    ),
];

#[test]
fn promises_are_linked_with_what_the_periods_count() {
    for (row, wanted) in LINKED {
        assert_eq!(targets(*row), *wanted, "{}", row.0);
    }
}
