//! Numbers that are parts of others, in many wordings: which number each is a part of, and that no part is added to its
//! whole. All invented.

mod scheduled;

use scheduled::list;
use yinuo_compiler::Compiled;
use yinuo_model::Commitment;

fn first(compiled: &Compiled) -> &Commitment {
    compiled.plan.commitment(1).expect("one row").1
}

/// The parts in a title, each with its whole: `不少于12片 of 30片`.
fn parts(title: &'static str) -> Vec<String> {
    let compiled = list(&[(title, ["完成选址。", "完成设计。", "施工。", "验收。"])]);
    let measures = &first(&compiled).measures;
    let told = |m: &yinuo_model::Measure| Some(format!("{} of {}", m.text, measures[m.part_of?].text));
    measures.iter().filter_map(told).collect()
}

#[test]
fn words_say_what_is_a_part() {
    let table: &[(&str, &[&str])] = &[
        ("建设球场30片，其中乡镇不少于12片。", &["不少于12片 of 30片"]),
        ("新建书屋9间（含社区书屋4间），修桥2座。", &["4间 of 9间"]),
        ("改造水站20处，包括山区水站8处、库区水站5处。", &["8处 of 20处", "5处 of 20处"]),
        ("修缮戏台12座，其中：东乡5座，西乡4座，南乡3座。", &["5座 of 12座", "4座 of 12座", "3座 of 12座"]),
        ("修缮戏台12座。其中：东乡5座；西乡7座。", &["5座 of 12座", "7座 of 12座"]),
        // an act after the word, and another that still has room in the whole
        ("建设托育点10所，其中新建3所，改建7所。", &["3所 of 10所", "7所 of 10所"]),
        ("建设托育点10所，其中新建3所，改建70所。", &["3所 of 10所"]),
        // each finds the whole of its own unit
        ("建设球场30片，投资900万元，其中乡镇12片、投资300万元。", &["12片 of 30片", "300万元 of 900万元"]),
        ("新建园所12所，增加学位2600个，其中，老城5所、学位1440个。", &["5所 of 12所", "1440个 of 2600个"]),
        // with a day of its own
        ("建成泵站5座，其中国庆节前完成2座。", &["2座 of 5座"]),
        ("新建公园9个（包括口袋公园3个）。", &["3个 of 9个"]),
        // where the money of a sum comes from
        ("总投资900万元（上级补助500万元，区级配套400万元）。", &["500万元 of 900万元", "400万元 of 900万元"]),
        ("投资小计900万元：财政资金600万元、社会资本300万元。", &["600万元 of 900万元", "300万元 of 900万元"]),
        // a part of a part
        ("新建书屋9间，其中社区书屋6间，其中老城2间。", &["6间 of 9间", "2间 of 6间"]),
        // 其余 divides the whole too
        ("建设球场30片，其中乡镇12片，其余18片建在城区。", &["12片 of 30片", "18片 of 30片"]),
        // units that count the same things
        ("新增助餐设施20个，其中老年食堂8家。", &["8家 of 20个"]),
        ("铺设步道3公里，其中栈道800米。", &["800米 of 3公里"]),
        // more than the whole is told, and is for a check to say
        ("新增床位30张，其中护理床位50张。", &["50张 of 30张"]),
    ];
    for (title, wanted) in table {
        assert_eq!(parts(title), *wanted, "{title}");
    }
}

#[test]
fn nothing_else_is_a_part() {
    for title in [
        "建设球场30片，新建凉亭12座。",
        // an act of its own ends the parts, and so does a sum
        "建设球场30片，其中乡镇最多，新建门球场12片。",
        "栽树500株，其中古道两旁最多。补栽300株。",
        "建设球场30片（不含学校球场12片）。",
        // sums that do not come to it, and what is no source
        "投资900万元，贷款500万元，补助300万元。",
        "发放补助900万元，消费券500万元，房租减免400万元。",
        "建设内容包括球场12片。球场30片。",
        // another thing, a rate, a ratio
        "改造小区30个，其中加装电梯12部。",
        "培训学员300人，其中女学员占40%，合格率90%。",
        "引进项目90个，其中12条产业链。",
        "新建书屋9间（含9间）。",
    ] {
        assert_eq!(parts(title), [""; 0], "{title}");
    }
    assert_eq!(parts("栽树500株，其中山上200株，带动就业40人，补栽60株。"), ["200株 of 500株"]);
    assert_eq!(parts("栽树500株，其中山上200株、山下90株，共290株。"), ["200株 of 500株", "90株 of 500株"]);
}

#[test]
fn a_part_is_not_added_to_its_whole() {
    let cells = ["选址。", "建成10片，其中乡镇4片。", "建成8片（含乡镇3片）。", "建成12片，其中乡镇5片。"];
    let compiled = list(&[("建设球场30片。", cells)]);
    let [target] = &first(&compiled).targets[..] else { panic!("one target") };
    assert_eq!((target.total.to_string(), target.reconciles), ("30".into(), true));

    // where the promise is of the part alone, the whole does not count for it
    let cells = ["选址。", "培训150人，其中护理员60人。", "培训90人，其中护理员40人。", "总结。"];
    let compiled = list(&[("培训护理员100人。", cells)]);
    let [target] = &first(&compiled).targets[..] else { panic!("one target") };
    assert_eq!((target.total.to_string(), target.reconciles), ("100".into(), true));

    // promised with its whole, each is met by its own
    let cells = ["选址。", "建成10片（含乡镇4片）。", "建成8片（含乡镇3片）。", "建成12片（含乡镇5片）。"];
    let compiled = list(&[("建设球场30片（含乡镇12片）。", cells)]);
    let totals: Vec<_> = first(&compiled).targets.iter().map(|t| (t.total.to_string(), t.reconciles)).collect();
    assert_eq!(totals, [("30".to_string(), true), ("12".to_string(), true)]);
}

#[test]
fn a_part_that_the_periods_divide_has_to_come_to_what_is_promised() {
    let unmet = |cells| {
        let compiled = list(&[("建设球场30片，其中乡镇不少于12片。", cells)]);
        compiled.findings.iter().filter(|d| d.code.id == "C013").count()
    };
    assert_eq!(unmet(["选址。", "建成10片（乡镇3片）。", "建成8片（乡镇3片）。", "建成12片（乡镇5片）。"]), 1);
    assert_eq!(unmet(["选址。", "建成10片（乡镇4片）。", "建成8片（乡镇3片）。", "建成12片（乡镇5片）。"]), 0);
    // told once beside the whole, it need not be divided
    assert_eq!(unmet(["选址。", "建成10片（乡镇3片）。", "建成8片。", "建成12片。"]), 0);
}
