//! Schedules that count a part and tell the rest in words, with their dates. All invented.

use yinuo_compiler::{Options, compile};

/// The codes told of a promise and its line of dates.
fn told(promise: &str, dates: &str) -> Vec<&'static str> {
    let text = format!(
        "青石市2028年十件实事任务分解表\n1.{promise}\n责任单位:市教育局\n进度安排:{dates}\n\
         2.修渠5条。\n责任单位:市水利局\n进度安排:6月底前修渠2条;12月底前修渠3条。\n"
    );
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("an invented list is text");
    let compiled = compile(&document, &Options::default());
    assert_eq!(compiled.plan.commitments().count(), 2, "{dates}");
    let about = compiled.findings.iter().filter(|d| d.commitment == Some(1));
    about.map(|d| d.code.id).filter(|id| matches!(*id, "C011" | "C013")).collect()
}

#[test]
fn what_is_left_is_told_in_words() {
    for (promise, dates) in [
        ("购置校车90辆。", "3月底前完成招标;6月底前到车40辆;9月底前全部投入运营。"),
        ("新建小学20所。", "4月底前完成选址;6月底前开工9所;10月底前主体完工;12月底前投入使用。"),
        ("新增幼儿园学位6200个。", "6月底前基本完成土建;12月底前全部落实,实现招生。"),
        ("购置校车90辆。", "6月底前签订合同;10月底前全部到位。"),
    ] {
        assert_eq!(told(promise, dates), [""; 0], "{dates}");
    }
}

#[test]
fn what_is_told_of_others_leaves_the_rest_open() {
    for (promise, dates, code) in [
        // what is built is not told by what is begun
        ("新建小学20所。", "6月底前建成7所;12月底前全部开工。", "C013"),
        ("新建小学20所。", "6月底前,开工7所;12月底前全部开工。", "C013"),
        ("新建小学20所。", "6月底前建成7所;12月底前投入使用。", "C013"),
        ("购置校车90辆。", "3月底前全部完成招标;6月底前到车40辆;9月底前验收。", "C013"),
        ("购置校车90辆。", "6月底前签订合同;10月底前资金全部到位。", "C011"),
        ("新建小学20所。", "6月底前完成选址;12月底前全部开工。", "C011"),
    ] {
        assert_eq!(told(promise, dates), [code], "{dates}");
    }
}
