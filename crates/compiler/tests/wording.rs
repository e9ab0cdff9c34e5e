//! What findings say, in words: what is named, what is pointed at, and what is left out. Whether they are told is for other tests.

mod scheduled;

use scheduled::list;
use yinuo_compiler::{Options, compile};

#[test]
fn a_number_without_a_name_is_said_with_the_promise() {
    let message = |title: &'static str| {
        let compiled = list(&[(title, ["选址。", "设计。", "施工。", "总结。"])]);
        let found = compiled.findings.into_iter().find(|d| d.code.id == "C011").expect("no period counts it");
        found.message.zh.to_string()
    };
    assert_eq!(message("改造村卫生室，全年9处。"), "“改造村卫生室”中承诺的9处没有分解到任何一期");
    assert_eq!(message("改造村卫生室9处。"), "承诺的9处村卫生室没有分解到任何一期");
}

#[test]
fn headings_and_aims_are_no_things_to_do() {
    let text = "青石区2028年民生实事\n1.银龄守护工程。坚持老有所养，着力破解助餐难。健全探访制度，推行居家照护。\n2.修渠5条。\n";
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("an invented list is text");
    let compiled = compile(&document, &Options::default());
    let found = compiled.findings.iter().find(|d| d.code.id == "C005").expect("it names no amount");
    let words: Vec<&str> = found.labels.iter().map(|l| l.span.of(&document.text)).collect();
    assert_eq!(words, ["健全探访制度", "推行居家照护"]);
    assert!(found.message.zh.contains("等2件事"), "{}", found.message.zh);
    let reasons: Vec<bool> = found.labels.iter().map(|l| l.text.zh.is_empty()).collect();
    assert_eq!(reasons, [false, true]);
}

/// Whether a list of one promise has a finding of a code, and its notes.
fn told(title: &str, code: &str) -> Option<String> {
    let text = format!("青石区2028年民生实事\n1.{title}\n2.修渠5条。\n");
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("an invented list is text");
    let compiled = compile(&document, &Options::default());
    let found = compiled.findings.iter().find(|d| d.code.id == code && d.commitment == Some(1))?;
    Some(found.notes.iter().map(|note| note.zh.as_str()).collect())
}

#[test]
fn what_is_rough_by_custom_is_not_hedged() {
    for title in [
        "地区生产总值增长6%左右。",
        "建成西河大桥1座，总投资约2亿元。",
        "改造乡道4条，总长约9.5公里。",
        "新建文体馆1座，建筑面积约5000平方米。",
    ] {
        assert_eq!(told(title, "C010"), None, "{title}");
    }
    for title in [
        "机械化率提升1.5个百分点左右。",
        "完成投资约2亿元。",
        "修缮农房约300户。",
        "改造乡道，总长约9.5公里。",
        "年底前基本实现自然村通公交。",
        "基本完成东湖清淤。",
    ] {
        assert!(told(title, "C010").is_some(), "{title}");
    }
}

#[test]
fn brackets_around_a_whole_promise_hide_no_number() {
    for title in [
        "《新增社区食堂3000处以上》",
        "《为800名教师免费体检》",
        "《修缮水渠19处,惠及群众9300余人》",
        "“改造老旧管网30公里”。",
    ] {
        assert_eq!(told(title, "C005"), None, "{title}");
    }
    for title in ["《青石区2028节水条例》", "推广《养老机构500项规范》", "“双百工程”", "《青石区12345热线管理办法》"]
    {
        assert!(told(title, "C005").is_some(), "{title}");
    }
}

#[test]
fn only_amounts_of_a_schedule_could_have_been_promised() {
    let note = |cells: [&'static str; 4]| {
        let compiled = list(&[("试行社区义工互助。", cells)]);
        let found = compiled.findings.iter().find(|d| d.code.id == "C005").expect("it names no amount");
        found.notes.iter().any(|note| note.zh.contains("进度安排中有1个数字"))
    };
    assert!(note(["制定方案。", "登记义工300名。", "开展服务。", "总结。"]));
    assert!(!note(["选定一处站点。", "登记年满70周岁老人。", "每月开展服务1次。", "总结。"]));
}

#[test]
fn a_heading_says_what_becomes_of_the_works_under_it() {
    let told = |heading: &str| {
        let text = format!(
            "青石区2028年民生实事\n一、便民服务(1项)\n1.修渠5条。\n二、{heading}(2项)\n2.东山公园二期\n3.北河泵站改扩建\n"
        );
        let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("an invented list is text");
        let compiled = compile(&document, &Options::default());
        compiled.findings.iter().filter(|d| d.code.id == "C005").count()
    };
    for heading in ["新开工项目", "年内建成项目", "竣工工程"] {
        assert_eq!(told(heading), 0, "{heading}");
    }
    for heading in ["重点项目", "续建项目", "前期项目"] {
        assert_eq!(told(heading), 2, "{heading}");
    }
}

#[test]
fn a_fall_is_by_custom_over_the_year_before_as_a_rise_is() {
    assert_eq!(told("刑事发案数下降10%。", "C018"), None);
    assert!(told("公共交通分担率提高15%。", "C018").is_some());
}

#[test]
fn an_example_fits_the_act() {
    for (title, fits, other) in [
        ("实施孕妇免费产前检查。", "检查2000人", "检查300家"),
        ("镇便民服务中心迁建。", "竣工验收", "服务3000人次"),
        ("推进国道改扩建工程。", "8公里", "平方米"),
    ] {
        let notes = told(title, "C005").unwrap_or_default();
        assert!(notes.contains(fits) && !notes.contains(other), "{title}: {notes}");
    }
}

/// The notes on the conditions of a schedule.
fn waited_for(titles: [&'static str; 2], condition: &'static str) -> Vec<String> {
    let compiled = list(&[
        (titles[0], ["设计。", "招标。", "施工。", "建成通车。"]),
        (titles[1], ["设计。", "招标。", "施工。", condition]),
    ]);
    let about = compiled.findings.iter().filter(|d| d.code.id == "C009");
    about.flat_map(|d| &d.notes).map(|note| format!("{} / {}", note.zh, note.en)).collect()
}

#[test]
fn a_condition_says_which_commitment_it_waits_for() {
    let titles = ["打通青河路。", "优化线路6条。"];
    assert_eq!(
        waited_for(titles, "待青河路通车后，优化线路6条。"),
        ["要等的“青河路”在第 1 项“打通青河路”里 / it waits for \"青河路\" of No. 1, \"打通青河路\""]
    );
    assert_eq!(
        waited_for(titles, "待第一项完工后，优化线路6条。"),
        ["要等的是第 1 项“打通青河路” / it waits for No. 1, \"打通青河路\""]
    );
    // the condition that is quoted is another
    let two = "对条件成熟的站点先行调整；待青河路通车后，优化线路6条。";
    assert_eq!(waited_for(titles, two), Vec::<String>::new());
}

#[test]
fn works_are_used_before_they_are_finished_only_where_they_are() {
    let told = |last: &'static str| {
        let compiled = list(&[("新建体育馆1座，9月投入使用。", ["封顶。", "装修。", "完成室外工程。", last])]);
        compiled.findings.iter().any(|d| d.code.id == "C026")
    };
    assert!(told("组织竣工验收。"));
    assert!(told("继续进行看台的装修。"));
    for last in [
        "完成其余看台装修。",
        "开展装修质量设计回访。",
        "对已完工项目加强管护。",
        "提交竣工验收资料归档。",
        "完成其余场地竣工验收。",
        "总结。",
    ] {
        assert!(!told(last), "{last}");
    }
}
