//! A list under a covering notice, and one whose line was broken inside a sentence: neither the notice nor the break may
//! take anything from it. All documents are invented.

mod outlined;

use outlined::{outline_of, read};

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

#[test]
fn the_instructions_of_a_covering_notice_are_no_commitments() {
    let list = "一、全县主要预期目标\n(一)生产总值增长7%以上\n责任单位：县发展改革局\n(二)工业投资增长12%以上\n责任单位：县工信局\n\
                二、民生\n(一)修渠5条\n责任单位：县水利局\n";
    let notice = "各镇，县政府各部门：\n现将分解方案印发，并通知如下：\n一、各责任单位要制订工作方案，于1月15日前报县政府办公室。\n\
                  二、考评机构要将任务纳入考核。\n三、各责任单位要在每季度末报送进展情况。\n2027年1月3日\n";
    let title = "2027年县《政府工作报告》主要目标任务责任分解方案\n";
    let text = format!("{title}{notice}{list}");
    let read = outline(&text);
    assert!(!read.contains("制订工作方案") && !read.contains("纳入考核"), "{read}");
    for item in ["生产总值增长7%以上", "工业投资增长12%以上", "修渠5条", "县发展改革局"] {
        assert!(read.contains(item), "{item}\n{read}");
    }
}

#[test]
fn a_clause_numbered_nought_goes_on_from_none() {
    let text = "青石县今年办好六件实事\n一是修渠5条；二是建亭9座，新增\n学校4所；零是修路5公里\n";
    assert!(read("list.txt", text).plan.commitments().count() > 0);
}

#[test]
fn a_line_that_ends_inside_a_numbered_clause_loses_no_item() {
    let text = "青石县今年办好十件实事\n这6件实事分别为：一是修渠5条，引水到村；二是建亭9座；三是加大\n医疗投入，新增床位30张；\
                四是修路8公里；五是种树500棵；六是建公园2处。\n";
    let whole = text.replace("加大\n医疗", "加大医疗");
    let items = |text: &str| read("list.txt", text).plan.commitments().count();
    assert_eq!(items(text), items(&whole));
    assert_eq!(items(text), 6);
}
