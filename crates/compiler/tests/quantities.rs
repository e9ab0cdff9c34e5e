//! Words to quantities: an invented sentence or more for each way in which lists write numbers.

use yinuo_compiler::syntax::{self, Folded, RawMeasure, Role};

/// Each measure as `text = value unit bound`, with its role unless it is plain, parted by ` | `.
fn read(text: &str) -> String {
    let reading = syntax::read(&mut Folded::default(), text, Some(2027));
    let show = |m: &RawMeasure| {
        let value = serde_json::to_string(&m.value).expect("a value is JSON").replace('"', "");
        let bound = serde_json::to_value(m.bound).expect("a bound is JSON");
        let unit = if m.unit.is_empty() { "-" } else { &m.unit };
        let role = if m.role == Role::Plain { String::new() } else { format!(" {:?}", m.role) };
        format!("{} = {value} {unit} {}{role}", &text[m.range.clone()], bound.as_str().unwrap_or(""))
    };
    reading.measures.iter().map(show).collect::<Vec<_>>().join(" | ")
}

fn check(table: &[(&str, &str)]) {
    for (text, want) in table {
        assert_eq!(read(text), *want, "{text}");
    }
}

#[test]
fn counts_and_sizes() {
    check(&[
        ("修缮古桥7座，疏浚河道3.6公里。", "7座 = 7 座 exact | 3.6公里 = 3.6 公里 exact"),
        ("新增视频监控300路、高清探头1.2万路", "300路 = 300 路 exact | 1.2万路 = 12000 路 exact"),
        ("接入200路视频", "200路 = 200 路 exact"),
        ("提供康复护理1.5万床日", "1.5万床日 = 15000 床日 exact"),
        ("架设60杆路灯、更换120樘防火门", "60杆 = 60 杆 exact | 120樘 = 120 樘 exact"),
        ("新装20基铁塔，敷设光缆80皮长公里", "20基 = 20 基 exact | 80皮长公里 = 80 皮长公里 exact"),
        ("接听3万通热线来电，答复500封群众来信", "3万通 = 30000 通 exact | 500封 = 500 封 exact"),
        ("编印4辑读本，办好12讲公开课", "4辑 = 4 辑 exact | 12讲 = 12 讲 exact"),
        ("腾出180工位、240展位", "180工位 = 180 工位 exact | 240展位 = 240 展位 exact"),
        ("1.24辆校车到位；2.培训40人", "24辆 = 24 辆 exact | 40人 = 40 人 exact"),
        ("1.24万人参保；2.4万人续保", "1.24万人 = 12400 人 exact | 2.4万人 = 24000 人 exact"),
        ("种树12万株", "12万株 = 120000 株 exact"),
        ("硬化村道１５公里", "１５公里 = 15 公里 exact"),
        ("新设驿站1,250个，座椅3，500把", "1,250个 = 1250 个 exact | 3，500把 = 3500 把 exact"),
        ("绿化面积 2.5 万平方米", "2.5 万平方米 = 25000 平方米 exact"),
        ("建食堂十二家、书屋二十三间", "十二家 = 12 家 exact | 二十三间 = 23 间 exact"),
        ("扩建两所学校", "两所 = 2 所 exact"),
        ("巡诊两万三千人次", "两万三千人次 = 23000 人次 exact"),
        ("补种果苗4000窠。", "4000窠 = 4000 窠 exact"),
        ("惠及80万老人", "80万 = 800000 - exact"),
        ("单日客流分别达40万、35万人次", "40万 = 400000 人次 exact | 35万人次 = 350000 人次 exact"),
        ("更換路燈1200個", "1200個 = 1200 個 exact"),
        ("加固堤防1.2万延米", "1.2万延米 = 12000 延米 exact"),
        ("1.两座书屋开馆。2.三处驿站验收。", "两座 = 2 座 exact | 三处 = 3 处 exact"),
        ("接种4万2600人", "4万2600人 = 42600 人 exact"),
        ("慰问户数：320户家庭", "320户 = 320 户 exact"),
        ("招募志愿者两百多万人次", "两百多万人次 = 2000000 人次 more_than"),
    ]);
}

#[test]
fn alternate_units() {
    check(&[
        ("检查商户不少于600家(次)", "不少于600家(次) = 600 家(次) at_least"),
        ("巡查900(次)", "900(次) = 900 (次) exact"),
        ("整治沟渠30条（个）", "30条（个） = 30 条（个） exact"),
        ("检修班车80辆（艘、列）次", "80辆（艘、列）次 = 80 辆（艘、列）次 exact"),
        ("讲座20场/次", "20场/次 = 20 场/次 exact"),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("新增泊位800个以上", "800个以上 = 800 个 at_least"),
        ("至少新建3座水厂", "3座 = 3 座 at_least"),
        ("用时不超过15分钟", "不超过15分钟 = 15 分钟 at_most Context"),
        ("惠及超30万人次", "超30万人次 = 300000 人次 more_than"),
        ("走访200余户、座谈40多场", "200余户 = 200 户 more_than | 40多场 = 40 场 more_than"),
        ("改厕约1.2万户", "约1.2万户 = 12000 户 about"),
        ("预计约请专家，培训人数900人", "900人 = 900 人 exact"),
        ("估计服务老人人数900人", "900人 = 900 人 about"),
        ("新增托位9000个左右", "9000个左右 = 9000 个 about"),
        ("节约300吨", "300吨 = 300 吨 exact"),
        ("年满65周岁的居民", "65周岁 = 65 周岁 at_least Context"),
        ("覆盖率＞90％", "＞90％ = 90 % more_than Rate"),
        ("走访逾900户", "逾900户 = 900 户 more_than"),
        ("培训不少于 4 200 人次", "不少于 4 200 人次 = 4200 人次 at_least"),
        ("绿道、公园分别不少于12处和8处", "不少于12处 = 12 处 at_least | 8处 = 8 处 at_least"),
        ("游客突破300万人次", "突破300万人次 = 3000000 人次 more_than"),
        ("建书房10家，面积均不低于200平方米", "10家 = 10 家 exact | 不低于200平方米 = 200 平方米 at_least Rate"),
        ("架设路灯 800 盏 以上", "800 盏 以上 = 800 盏 at_least"),
        ("清淤千余米，植树十多万株", "千余米 = 1000 米 more_than | 十多万株 = 100000 株 more_than"),
    ]);
}

#[test]
fn rough_numbers() {
    check(&[
        ("举办万场演出，带动万名青年", "万场 = 10000 场 exact | 万名 = 10000 名 exact"),
        ("改造百所学校食堂", "百所 = 100 所 exact"),
        ("开展百场千人活动，实施万名党员进百家行动", ""),
        ("服务上千户居民、走访数十家商铺", "上千户 = 1000 户 at_least | 数十家 = 10 家 at_least"),
        ("数千名志愿者参与", "数千名 = 1000 名 at_least"),
        ("安置两三万名店员，开设七八家分店", "两三万名 = [20000,30000] 名 about | 七八家 = [7,8] 家 about"),
        ("巡演近百场、服务企业超千家", "近百场 = 100 场 about | 超千家 = 1000 家 more_than"),
        ("投入上亿元", "上亿元 = 100000000 CNY at_least"),
        ("种树1万2棵", "1万2棵 = 12000 棵 exact"),
        ("惠及上千居民", "上千 = 1000 - at_least"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("每村配2-4名护林员", "2-4名 = [2,4] 名 exact Rate"),
        ("建1至2个书屋", "1至2个 = [1,2] 个 exact"),
        ("补助2—3万元", "2—3万元 = [20000,30000] CNY exact"),
        ("增长5%～5.5%", "5%～5.5% = [5,5.5] % exact Rate"),
        ("招聘二至三万名店员", "二至三万名 = [20000,30000] 名 exact"),
        ("招聘2万～3万名店员", "2万～3万名 = [20000,30000] 名 exact"),
        ("每月巡演三到五场", "三到五场 = [3,5] 场 exact Rate"),
        ("提升2－3个百分点", "2－3个百分点 = [2,3] pp exact Rate"),
        ("0—6岁儿童", "0—6岁 = [0,6] 岁 exact Context"),
        ("地块编号5-3号", ""),
    ]);
}

#[test]
fn money() {
    check(&[
        ("投入864万元", "864万元 = 8640000 CNY exact"),
        ("落实资金1.2亿元以上", "1.2亿元以上 = 120000000 CNY at_least"),
        ("二期总投资3200万，工期紧", "3200万 = 32000000 CNY exact"),
        ("总投资三千五百万元", "三千五百万元 = 35000000 CNY exact"),
        ("投入三千余万元", "三千余万元 = 30000000 CNY more_than"),
        ("总投资1亿2000万元", "1亿2000万元 = 120000000 CNY exact"),
        ("区财政安排900万，用于修渠", "900万 = 9000000 CNY exact"),
        ("拨付约600万", "约600万 = 6000000 CNY about"),
        ("安排900万株苗木", "900万株 = 9000000 株 exact"),
        ("每人每月补贴150元/月", "150元/月 = 150 CNY exact Rate"),
        ("引进外资2亿美元", "2亿美元 = 200000000 美元 exact"),
    ]);
}

#[test]
fn rates_and_bases() {
    check(&[
        ("失业率控制在4.5％以内", "4.5％以内 = 4.5 % at_most Rate"),
        ("提升3个百分点左右", "3个百分点左右 = 3 pp about Rate"),
        ("补贴由每户每年50元提高至80元", "50元 = 50 CNY exact Context | 80元 = 80 CNY exact Rate"),
        ("帮扶从12个镇扩大到40个镇", "12个 = 12 个 exact Context | 40个 = 40 个 exact"),
        (
            "标准分别从每人每月90元、70元提高到99元、77元",
            "90元 = 90 CNY exact Context | 70元 = 70 CNY exact Context | 99元 = 99 CNY exact Rate | 77元 = 77 CNY exact Rate",
        ),
        ("抽检量超每千人7.5批次", "7.5批次 = 7.5 批次 more_than Rate"),
        ("单个市场面积不小于800平方米", "不小于800平方米 = 800 平方米 at_least Rate"),
        ("每季度办1场，全年办4场", "1场 = 1 场 exact Rate | 4场 = 4 场 exact WholeYear"),
        ("死亡率降到8/10万以下", "8/10万以下 = 8 /10万 at_most Rate"),
        ("浓度低于25微克/立方米", "低于25微克/立方米 = 25 微克/立方米 at_most Rate"),
        ("覆盖率达到百分之九十五", "百分之九十五 = 95 % exact Rate"),
        ("配备率百分之百，知晓率百分百", "百分之百 = 100 % exact Rate | 百分百 = 100 % exact Rate"),
        ("优良率达到百分之九十以上", "百分之九十以上 = 90 % at_least Rate"),
        ("浓度降到31微克每立方米", "31微克每立方米 = 31 微克每立方米 exact Rate"),
        ("隔月评议1次，每两周通报1次", "1次 = 1 次 exact Rate | 1次 = 1 次 exact Rate"),
        ("学杂费减免五成，收入增长两倍", "五成 = 5 成 exact Rate | 两倍 = 2 倍 exact Rate"),
        ("村集体收入翻一番，办事时间减半", "翻一番 = 100 % exact Rate | 减半 = 50 % exact Rate"),
        ("产值翻两番，客流翻番以上", "翻两番 = 300 % exact Rate | 翻番以上 = 100 % at_least Rate"),
        ("完成三分之二", "三分之二 = 2 /3 exact Progress"),
        ("返还费用的四分之三，女性占二分之一以上", "四分之三 = 75 % exact Rate | 二分之一以上 = 50 % at_least Rate"),
        ("完成总工程量的60%", "60% = 60 % exact Progress"),
        ("贷款额度由15万元提高到20万元", "15万元 = 150000 CNY exact Context | 20万元 = 200000 CNY exact Rate"),
        ("实行一元票价", "一元 = 1 CNY exact Rate"),
        ("最低工资标准提高到2300元，补助标准为800元", "2300元 = 2300 CNY exact Rate | 800元 = 800 CNY exact Rate"),
        ("医保封顶线提高到40万元", "40万元 = 400000 CNY exact Rate"),
        ("发放高标准农田建设劳务报酬2亿元", "2亿元 = 200000000 CNY exact"),
        ("新增贷款额度2亿元，标准化改造投入300万元", "2亿元 = 200000000 CNY exact | 300万元 = 3000000 CNY exact"),
        ("大学生一次性补助1万元", "1万元 = 10000 CNY exact Rate"),
        ("一孩补贴3600元、二孩补贴5000元", "3600元 = 3600 CNY exact Rate | 5000元 = 5000 CNY exact Rate"),
        ("发放一次性补助1200万元", "1200万元 = 12000000 CNY exact"),
        ("贷款额度20万元，发放50笔", "20万元 = 200000 CNY exact Rate | 50笔 = 50 笔 exact"),
        ("单户补助额度3万元", "3万元 = 30000 CNY exact Rate"),
        ("下达贷款额度800万元", "800万元 = 8000000 CNY exact"),
        ("贷款额度5亿元", "5亿元 = 500000000 CNY exact"),
        ("每次报修24小时内处置，办结率98%", "24小时内 = 24 小时 at_most Context | 98% = 98 % exact Rate"),
        ("24小时内处置率达到95%", "24小时内 = 24 小时 at_most Context | 95% = 95 % exact Rate"),
        ("每天开放不少于2小时", "不少于2小时 = 2 小时 at_least Rate"),
        ("累计完成80户、验收30户", "80户 = 80 户 exact Running | 30户 = 30 户 exact Running"),
    ]);
}

#[test]
fn thresholds_and_places() {
    check(&[
        ("检查500人以上的企业30家", "500人以上 = 500 人 at_least Context | 30家 = 30 家 exact"),
        ("改造20年以上老旧小区6个", "20年以上 = 20 年 at_least Context | 6个 = 6 个 exact"),
        ("面向全区28个社区，建床位30张", "28个 = 28 个 exact Context | 30张 = 30 张 exact"),
        ("在甲县、乙县、丙县等8个重点县建设菜地6.2万亩", "8个 = 8 个 exact Context | 6.2万亩 = 62000 亩 exact"),
        ("在册石、甲溪等2个山区县建设菜地6万亩", "2个 = 2 个 exact Context | 6万亩 = 60000 亩 exact"),
        ("在8个重点县建设菜地6.2万亩", "8个 = 8 个 exact Context | 6.2万亩 = 62000 亩 exact"),
        ("分2个年度配备30支队伍", "2个年度 = 2 个年度 exact Context | 30支 = 30 支 exact"),
        ("培育产值超10亿元的企业3家", "超10亿元 = 1000000000 CNY more_than Context | 3家 = 3 家 exact"),
        ("完成1.5亿元以上的投资", "1.5亿元以上 = 150000000 CNY at_least"),
        ("完成80%的工程量", "80% = 80 % exact Progress"),
        ("修建宽24米的大道1条", "24米 = 24 米 exact Context | 1条 = 1 条 exact"),
        ("帮扶年收入低于9000元的家庭40户", "低于9000元 = 9000 CNY at_most Context | 40户 = 40 户 exact"),
        ("走访50人以上企业60家", "50人以上 = 50 人 at_least Context | 60家 = 60 家 exact"),
        ("站点300米覆盖率达到80%", "300米 = 300 米 exact Context | 80% = 80 % exact Rate"),
        ("20户以上自然村通硬化路", "20户以上 = 20 户 at_least Context"),
        ("完成30户以上的村庄供水", "30户以上 = 30 户 at_least Context"),
        ("覆盖3个以上村", "3个以上 = 3 个 at_least"),
        ("完成培训不少于300人的目标", "不少于300人 = 300 人 at_least"),
    ]);
}

#[test]
fn what_counts_nothing() {
    let table = [
        "优化公交3路、8路线，开设102路车",
        "视频监控覆盖3路公交",
        "推进滨河8号路（临江段）建设",
        "开展第2、3次公示，召开第三届大会",
        "实施“双百工程”，推行“7×24小时”服务",
        "1.开展调研；2、组织培训。（3）总结",
        "提升三级医院能力，创建一级幼儿园",
        "一期工程完工，三期、四期开工",
        "推行一户一策、一站式办理，进一步完善一次性告知",
        "关注“两癌”，关爱零就业家庭，采购零部件",
        "拨打12345热线，电话0755-1234567",
        "印发丙办〔2027〕12号文",
        "举办3人制篮球赛，防治2型糖尿病",
        "打造15分钟便民生活圈",
        "每天24小时开放",
        "对接“1+3”机制，控制PM2.5",
        "万丈坡、百花路、千佛岩",
        "产业结构调整为7.4∶39.6∶53",
        "办好十件民生实事",
        "上午9:00至11:30办理",
        "三次产业协调发展，落实八项规定",
        "推进国道7标段、8标段施工",
        "建设一批项目，服务能力成倍增长",
        "百名教师下乡，万人长跑，线上百家展馆",
        "一二年级、二三产业、二三线品牌、第二三所",
        "成百上千次练习，近百年的老街",
    ];
    for text in table {
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn objects() {
    let table = [
        ("新建社区食堂8家", "社区食堂"),
        ("新增300张护理床位", "护理床位"),
        ("惠及2万名学生", "学生"),
        ("建设5G基站600个", "5G基站"),
        ("生活垃圾回收利用率达到38%", "生活垃圾回收利用率"),
        ("加装、更新住宅电梯500部以上", "住宅电梯"),
        // an act next to the number says nothing; what stands before it, or in the clause before, does
        ("完成200台新建充电桩的验收", "充电桩"),
        ("培训养老护理员800人次以上目标", "养老护理员"),
        ("回访企业负责人,不少于30家", "回访企业负责人"),
        ("上门随访(每月2次)", "上门随访"),
        ("每周巡查2次", "巡查"),
        ("计划巡查80次", "巡查"),
        // a clause that describes the noun
        ("帮助40名符合条件的残疾人就业", "残疾人"),
        ("在3个条件成熟的小区中建立服务点", "小区"),
        ("完成90个进入绿色通道的惠民项目", "惠民项目"),
        ("修缮12个小区的围墙", "小区"),
        ("指导3家行业协会在抓好原有工作的基础上扩大范围", "行业协会"),
        ("走访60名未就业毕业生", "未就业毕业生"),
        // an age says whom the noun means
        ("为500名60周岁以上老年人体检", "老年人"),
        ("为800位0-6岁的儿童提供筛查", "儿童"),
        // where the noun ends
        ("安排30名新录用教师按时到岗", "新录用教师"),
        ("开展2场宣传活动来推动落实", "宣传活动"),
        ("为20名高风险、失能老人提供上门服务", "高风险、失能老人"),
        ("开办40期职业技能培训", "职业技能培训"),
        ("改造6个易涝点整治", "易涝点"),
        ("惠及享受从教津贴人数600人", "从教津贴"),
        ("每两周入户探访1次", "入户探访"),
        ("每百户居民拥有停车位120个", "停车位"),
        ("护理补贴标准提高到每人每月900元", "护理补贴标准"),
        ("办结率较上年提高2个百分点", "办结率"),
        ("改造沟渠80公里，汛期前完成30公里", "沟渠"),
        ("城镇、乡村低保标准分别提高到每人每月900元、700元", "城镇、乡村低保标准"),
        ("开展学前教育巡查9次", "学前教育巡查"),
        ("甲区、乙区分别新建2所、3所托育园", "托育园"),
    ];
    for (text, want) in table {
        let reading = syntax::read(&mut Folded::default(), text, None);
        assert_eq!(reading.measures[0].object.as_deref(), Some(want), "{text}");
    }
    for text in ["全年举办4次", "惠及1200人次", "做好值守,一季度与四季度各举行6次"] {
        let reading = syntax::read(&mut Folded::default(), text, None);
        assert_eq!(reading.measures[0].object, None, "{text}");
    }
}

#[test]
fn an_object_named_once_serves_the_whole_row() {
    let table: [(&str, &[Option<&str>]); 6] = [
        ("改造沟渠80公里，汛期前完成30公里", &[Some("沟渠"), None]),
        ("甲镇、乙镇低保标准分别提高到90元、70元", &[Some("甲镇、乙镇低保标准"), Some("甲镇、乙镇低保标准")]),
        ("养老补助由每人每月90元提高到100元", &[Some("养老补助"), Some("养老补助")]),
        ("临时救助标准分别提高到每人每月80元、60元", &[Some("临时救助标准"), Some("临时救助标准")]),
        ("改造公厕90座（新建30座、改建60座）", &[Some("公厕"), Some("公厕"), Some("公厕")]),
        ("每份价值200元", &[None]),
    ];
    for (text, want) in table {
        let reading = syntax::read(&mut Folded::default(), text, None);
        let objects: Vec<_> = reading.measures.iter().map(|m| m.object.as_deref()).collect();
        assert_eq!(objects, want, "{text}");
    }
}

#[test]
fn numbers_too_large_give_no_measure() {
    assert_eq!(read(&format!("投入{}元", "9".repeat(1000))), "");
    assert_eq!(read("投入9999999999999999999999999999亿亿元"), "");
}
