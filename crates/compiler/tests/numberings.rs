//! How items are numbered or marked on their lines, other than by a number at the start. Each case is invented.

mod outlined;

use outlined::{outline_of, read};

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

const THREE: &str = "1 修渠5条，长3公里。\n2 建亭9座。\n3 办讲座30场。\n";

#[test]
fn a_word_with_a_number_numbers_items() {
    for numbers in [
        ["实事一：", "实事二：", "实事三："],
        ["实事1、", "实事2、", "实事3、"],
        ["惠民工程一:", "惠民工程二:", "惠民工程三:"],
    ] {
        let [a, b, c] = numbers;
        let items = format!("{a}修渠5条，长3公里。\n{b}建亭9座。\n{c}办讲座30场。\n");
        let alone = format!("青石县2027年民生实事\n{items}");
        assert_eq!(outline(&alone), format!("#\n{THREE}"));
        let in_chapters = format!(
            "关于2027年办好三件实事的意见\n一、指导思想\n围绕群众所盼。\n二、工作原则\n坚持尽力而为。\n三、主要内容\n{items}四、保障措施\n（一）加强领导。成立领导小组。\n（二）严格考核。每季通报1次。\n"
        );
        assert!(outline(&in_chapters).ends_with(&format!("\n{THREE}")), "{}", outline(&in_chapters));
    }
}

#[test]
fn a_word_with_a_number_out_of_order_numbers_nothing() {
    let text =
        "青石县2027年民生实事\n1.修渠5条。\n实事一：渠在北门。\n实事三：渠在南门。\n2.建亭9座。\n实事二：亭在西门。\n";
    let expected = "#\n1 修渠5条。⏎实事一：渠在北门。⏎实事三：渠在南门。\n2 建亭9座。⏎实事二：亭在西门。\n";
    assert_eq!(outline(text).replace(" / ", "⏎"), expected);
}

#[test]
fn bullets_before_lines_with_amounts_are_items() {
    for bullet in ["●", "▶", "☑ ", "◆", "■", "★"] {
        let items = format!("{bullet}修渠5条，长3公里。\n{bullet}建亭9座。\n{bullet}办讲座30场。\n");
        let text = format!("青石县2027年民生实事\n为补齐短板，县政府确定今年的实事。\n{items}");
        assert_eq!(outline(&text), format!("#\n{THREE}"));
        let told: Vec<_> = read("list.txt", &text).findings.iter().map(|d| d.code.id).collect();
        assert!(!told.contains(&"L015") && !told.contains(&"L001"), "{told:?}");
    }
}

#[test]
fn bullets_under_headings_are_items_of_these() {
    let text = "青石县2027年民生实事\n一、水利\n●修渠5条。\n●打井3口。\n二、文体\n●建亭9座。\n●办讲座30场。\n三、保障措施\n压实责任。\n";
    let expected = "#水利\n1 修渠5条。\n2 打井3口。\n#文体\n3 建亭9座。\n4 办讲座30场。\n";
    assert_eq!(outline(text), expected);
}

#[test]
fn marks_before_some_lines_are_no_bullets() {
    let text =
        "青石县2027年民生实事\n1.修渠5条。\n●其中3条在北门。\n●2条在南门。\n●渠宽2米。\n2.建亭9座。\n3.办讲座30场。\n";
    let expected = "#\n1 修渠5条。\n2 建亭9座。\n3 办讲座30场。\n";
    let titles: String = outline(text).lines().map(|l| format!("{}\n", l.split(" / ").next().unwrap_or(l))).collect();
    assert_eq!(titles, expected);
}
