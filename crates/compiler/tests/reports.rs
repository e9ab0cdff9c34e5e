//! Lists inside reports and news: several paragraphs number something, one of them is the list. Each case is invented, with the
//! outline that a reader of it would write down.

mod outlined;

use outlined::{outline_of, read};

const ITEMS: [&str; 5] = ["新建幼儿园6所。", "改造危桥12座。", "加装电梯40部。", "培训技工3000人次。", "建成公园8个。"];

/// Five items in a paragraph, behind these numbers.
fn five(numbers: [&str; 5]) -> String {
    numbers.iter().zip(ITEMS).map(|(number, item)| format!("{number}{item}")).collect()
}

/// The same on lines.
fn on_lines(numbers: [&str; 5]) -> String {
    numbers.iter().zip(ITEMS).map(|(number, item)| format!("{number}{item}\n")).collect()
}

const IS: [&str; 5] = ["一是", "二是", "三是", "四是", "五是"];
const IN_BRACKETS: [&str; 5] = ["（1）", "（2）", "（3）", "（4）", "（5）"];

/// What is read of five items.
const ALL_FIVE: &str =
    "#\n1 新建幼儿园6所。\n2 改造危桥12座。\n3 加装电梯40部。\n4 培训技工3000人次。\n5 建成公园8个。\n";

const CONDUCT: &str = "加强自身建设。一是坚持依法行政，办事公开。二是坚持实干，改进作风。三是坚持清正廉洁，守住底线。";
const REVIEW: &str = "过去一年，办成了一批大事。一是生产总值增长5.5%。二是新增就业3万人。三是新登记企业2万户。";

fn outline(text: &str) -> String {
    outline_of(&read("report.txt", text))
}

#[test]
fn one_of_several_paragraphs_with_items_is_the_list() {
    let (list, in_brackets) = (five(IS), five(IN_BRACKETS));
    for text in [
        format!("今年办好5件民生实事。{list}\n{CONDUCT}\n"),
        format!("{REVIEW}\n今年办好5件民生实事。{list}\n"),
        format!("{REVIEW}\n今年办好“五件民生实事”。{in_brackets}\n做好双拥工作。\n{CONDUCT}\n"),
        // no count is announced
        format!(
            "{REVIEW}\n持续办好为民实事。{list}\n四、建设人民满意的政府\n（一）讲政治。对标对表。\n（二）依法行政。"
        ),
        // the sentence stands in the paragraph above
        format!("今年办好5件民生实事。\n{list}\n{CONDUCT}\n"),
        // sections that are numbered
        format!(
            "青石县政府工作报告\n一、2026年工作回顾\n{REVIEW}\n二、2027年工作安排\n（一）发展产业。一是建园区3个。二是引企业90家。三是修路网12公里。\n（二）办好民生实事。{list}\n（三）{CONDUCT}"
        ),
        // nothing names the list: what has amounts
        format!(
            "青石县2027年民生实事\n今年要做的事：{list}\n组织领导要加强。一是压实责任。二是强化督查。三是严格考核。\n"
        ),
    ] {
        assert_eq!(outline(&text), ALL_FIVE, "{text}");
    }
}

#[test]
fn items_of_another_section_are_not_of_the_list() {
    let text = format!(
        "（二）办好民生实事\n今年办好5件民生实事。{}\n（三）加强政府自身建设\n一是坚持依法行政。二是坚持清正廉洁。三是坚持务实高效。\n",
        five(IS)
    );
    assert_eq!(outline(&text), ALL_FIVE);
    let announced_only = format!("今年安排20件民生实事，涉及就业、教育。\n{CONDUCT}\n");
    assert_eq!(outline(&announced_only), "");
}

#[test]
fn a_list_on_lines_stays_the_list_beside_paragraphs_with_items() {
    let lines = "青石县2027年民生实事\n1.新建幼儿园6所。\n2.改造危桥12座。\n3.加装电梯40部。\n";
    for below in ["为办好民生实事，一是压实责任。二是强化督查。三是严格考核。", CONDUCT, REVIEW]
    {
        let text = format!("{lines}{below}\n");
        assert_eq!(outline(&text), "#\n1 新建幼儿园6所。\n2 改造危桥12座。\n3 加装电梯40部。\n", "{text}");
    }
    let duty = "青石县2027年重点工作任务分解\n（一）建园区3个。\n（二）办好实事。一是建校6所。二是修桥12座。三是装电梯40部。\n（三）修路9公里。\n";
    assert_eq!(outline(duty).lines().filter(|l| !l.starts_with('#')).count(), 3, "{}", outline(duty));
}

#[test]
fn the_sentence_that_closes_the_list_is_set_aside() {
    for closing in [
        "我们将一件一件抓落实，让群众看得见。",
        "我们要用好2亿元资金，力争满意率达到95%以上。",
        "民生连着民心，让全县人民的日子一年比一年好。",
        "以上事项由督查室按季督查。",
    ] {
        let lines = on_lines(["1.", "2.", "3.", "4.", "5."]);
        for text in [
            format!("今年办好5件民生实事。{}{closing}\n", five(IS)),
            format!("青石县2027年民生实事\n{}{closing}\n", lines.trim_end()),
        ] {
            let compiled = read("report.txt", &text);
            assert_eq!(outline_of(&compiled), ALL_FIVE, "{text}");
            // what has a number may hold a commitment and is told
            let mut aside = compiled.findings.iter().filter(|d| d.code.id == "L004").flat_map(|d| &d.labels);
            let is_told = aside.any(|l| text[l.span.start as usize..].starts_with(closing));
            assert!(is_told || !closing.contains(|c: char| c.is_ascii_digit()), "{text}");
            let amounts = compiled.plan.commitments().map(|(_, c)| c.measures.len()).sum::<usize>();
            assert_eq!(amounts, 5, "{text}");
        }
    }
}

#[test]
fn an_item_may_have_several_sentences() {
    let own = "建成公园8个。同时，新增绿地9亩。让90户居民推窗见绿。";
    let text = format!("今年办好2件民生实事：1.新建幼儿园6所。2.{own}\n");
    assert_eq!(outline(&text), format!("#\n1 新建幼儿园6所。\n2 {own}\n"));
    let each = "青石县2027年民生实事\n1.办好学校。我们将新建幼儿园6所。\n2.修好道路。我们将改造危桥12座。\n";
    assert_eq!(outline(each), "#\n1 办好学校。我们将新建幼儿园6所。\n2 修好道路。我们将改造危桥12座。\n");
}

#[test]
fn the_governments_own_conduct_is_never_the_list() {
    let announced = "今年将实施10类60项民生实事，涵盖就业、教育、医疗。";
    for (below, expected) in [
        ("四、建设人民满意的政府\n（一）旗帜鲜明讲政治。对标对表。\n（二）坚持依法行政。公开透明。", ""),
        ("（九）加强政府自身建设\n1.依法行政。\n2.转变作风。\n3.守住底线。", ""),
        // another section of the report
        ("（一）发展产业。做强链条。\n（二）扩大开放。稳住外贸。\n（三）守牢底线。排查隐患。", ""),
    ] {
        for between in ["", "办好这些实事，要靠大家。\n要过紧日子。\n要守规矩。\n"] {
            let text = format!("{announced}\n{between}四、其他工作\n{below}\n");
            assert_eq!(outline(&text), expected, "{text}");
        }
    }
    // a part of the list right below
    let part = "今年办好10件民生实事。\n1.修桥12座。\n2.建园9个。\n";
    assert_eq!(outline(part), "#\n1 修桥12座。\n2 建园9个。\n");
    // the look back and the chapters of a report
    let chapters = "一、2026年工作回顾\n（一）经济。增长5%。\n（二）民生。新增就业3万人。\n二、2027年工作安排\n（一）修桥12座。\n（二）建园9个。\n";
    assert_eq!(outline(chapters), "#2027年工作安排\n1 修桥12座。\n2 建园9个。\n");
}

#[test]
fn what_sounds_like_it_and_has_amounts_is_an_item() {
    let list = "青石县2027年民生实事\n一、新建幼儿园6所\n二、建设廉洁文化公园1个\n三、培训依法行政人员3000人次\n";
    let items = "1 新建幼儿园6所\n2 建设廉洁文化公园1个\n3 培训依法行政人员3000人次\n";
    assert_eq!(outline(list), format!("#\n{items}"));
    let duties =
        "青石县2027年重点工作任务分解\n一、发展产业\n（一）建园区3个。\n二、加强政府自身建设\n（二）推进依法行政。\n";
    assert_eq!(outline(duties), "#发展产业\n1 建园区3个。\n#加强政府自身建设\n2 推进依法行政。\n");
}

#[test]
fn numbers_of_any_style_in_one_paragraph_and_on_lines() {
    for numbers in [
        IS,
        ["一、", "二、", "三、", "四、", "五、"],
        ["（一）", "（二）", "（三）", "（四）", "（五）"],
        ["第一，", "第二，", "第三，", "第四，", "第五，"],
        ["第一、", "第二、", "第三、", "第四、", "第五、"],
        ["第一是", "第二是", "第三是", "第四是", "第五是"],
        ["第一件：", "第二件：", "第三件：", "第四件：", "第五件："],
        ["1。", "2。", "3。 ", "4。", "5。 "],
        ["（1）、", "（2）、", "（3）、", "（4）、", "（5）、"],
    ] {
        let (whole, title) = (five(numbers), "青石县2027年民生实事");
        for text in [
            format!("{title}\n今年重点办好5件民生实事：{whole}\n"),
            format!("{title}\n{}", on_lines(numbers)),
            format!("今年办好以下实事。{whole}\n"),
        ] {
            assert_eq!(outline(&text), ALL_FIVE, "{text}");
        }
    }
    let with_commas = "今年办好3件民生实事：一是新建幼儿园6所，二是改造危桥12座，三是加装电梯40部。\n";
    assert_eq!(outline(with_commas), "#\n1 新建幼儿园6所\n2 改造危桥12座\n3 加装电梯40部。\n");
}

#[test]
fn chapters_without_line_ends_are_no_list() {
    let text = "一、总体要求。坚持稳中求进。二、主要安排。抓好落实。三、有关措施。加强领导。\n";
    assert_eq!(outline(text), "");
}

const NAMED: &str = "#\n1 新建幼儿园6所\n2 改造危桥12座\n3 加装电梯40部\n4 培训技工3000人次\n5 建成公园8个\n";

#[test]
fn items_in_two_sentences_are_known_by_their_count() {
    let text = "今年办好5件民生实事：新建幼儿园6所；改造危桥12座。加装电梯40部；培训技工3000人次；建成公园8个。我们将抓好落实。\n";
    let items = "#\n1 新建幼儿园6所\n2 改造危桥12座。\n3 加装电梯40部\n4 培训技工3000人次\n5 建成公园8个。\n";
    assert_eq!(outline(text), items);
    let four = "#\n1 新建幼儿园6所\n2 改造危桥12座。加装电梯40部\n3 培训技工3000人次\n4 建成公园8个。\n";
    assert_eq!(outline(&text.replace("5件", "4件")), four);
}

#[test]
fn items_without_numbers_are_known_by_their_count() {
    let lines = on_lines([""; 5]);
    let clauses = |mark: &str| lines.trim_end().replace("。\n", mark);
    for text in [
        format!("今年要办的5件实事包括：{}\n", clauses("。")),
        format!("今年办好5件民生实事。{}我们将抓好落实。\n", clauses("。")),
        format!("青石县2027年5件民生实事\n{lines}"),
        format!("青石县2027年5件民生实事\n青石县人民政府\n2027年3月1日\n{lines}以上事项年内完成。\n"),
        format!("青石县2027年民生实事\n经票决，办好5件民生实事：\n{lines}来源：县政府\n"),
        format!("这五件民生实事具体包括：{lines}"),
    ] {
        assert_eq!(outline(&text), ALL_FIVE, "{text}");
    }
    for text in [
        format!("今年要办的5件实事是：{}\n", clauses("、")),
        format!("2027年，青石县办好五件民生实事，分别是{}\n", clauses("、")),
        format!("经票决，镇里实施民生实事5项，分别为：{}\n", clauses("，")),
        format!("青石县2027年5件民生实事\n{}\n", clauses("；")),
        format!("青石县2027年5件民生实事\n{}\n青石县人民政府\n", clauses("\n").trim_end_matches('。')),
    ] {
        assert_eq!(outline(&text).replace("。", ""), NAMED, "{text}");
    }
}

#[test]
fn words_and_fields_below_an_item_without_a_number() {
    let text = "青石县2027年3件民生实事\n各乡镇：\n新建幼儿园\n建成6所，增加学位900个。\n责任单位：县教育局\n改造危桥\n改造12座。\n责任单位：县交通局\n\
                加装电梯\n加装40部。\n责任单位：县住建局\n";
    insta::assert_snapshot!(outline(text), @r"
    #
    1 新建幼儿园 / 建成6所，增加学位900个。⏎责任单位：县教育局 [县教育局]
    2 改造危桥 / 改造12座。⏎责任单位：县交通局 [县交通局]
    3 加装电梯 / 加装40部。⏎责任单位：县住建局 [县住建局]
    ");
    let fields = "青石县2027年3件民生实事\n建幼儿园6所。\n责任单位：县教育局\n修桥12座。\n责任单位：县交通局\n装电梯40部。\n责任单位：县住建局\n";
    insta::assert_snapshot!(outline(fields), @r"
    #
    1 建幼儿园6所。 / 责任单位：县教育局 [县教育局]
    2 修桥12座。 / 责任单位：县交通局 [县交通局]
    3 装电梯40部。 / 责任单位：县住建局 [县住建局]
    ");
}

#[test]
fn a_sentence_that_ends_in_a_colon_stands_over_its_lines() {
    let items = "桥梁改造项目：对老桥进行加固。\n河道整治项目：对东溪进行清淤。\n“暖阳”关爱项目：为老人助餐、助浴。\n";
    let text = format!("青石街道2027年三件民生实事项目\n除河道在6月前清完，其余均在年内完成。项目具体包括：\n{items}");
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 桥梁改造项目：对老桥进行加固。
    2 河道整治项目：对东溪进行清淤。
    3 “暖阳”关爱项目：为老人助餐、助浴。
    ");
    // what only follows is no list
    assert_eq!(outline(&text.replace("项目具体包括：", "大家很满意。")), "");
}

#[test]
fn lines_without_numbers_that_are_no_list() {
    for text in [
        // not so many
        format!("青石县2027年6件民生实事\n{}", on_lines([""; 5])),
        format!("青石县2027年4件民生实事\n{}", on_lines([""; 5])),
        // sentences that only follow
        "会议票决产生3件民生实事。\n群众很满意。\n大家热烈讨论。\n会议圆满结束。\n".into(),
        "大会票决产生3件民生实事。群众很满意。大家热烈讨论。会议圆满结束。\n".into(),
    ] {
        assert_eq!(outline(&text), "", "{text}");
    }
}

#[test]
fn numbers_on_lines_of_their_own() {
    let title = "青石县2027年民生实事";
    for numbers in [
        ["1", "2", "3", "4", "5"],
        ["01", "02", "03", "04", "05"],
        ["1.", "2.", "3.", "4.", "5."],
        ["①", "②", "③", "④", "⑤"],
        ["一、", "二、", "三、", "四、", "五、"],
        ["第一件", "第二件", "第三件", "第四件", "第五件"],
    ] {
        let lines: String = numbers.iter().zip(ITEMS).map(|(n, item)| format!("{n}\n{item}\n")).collect();
        for text in [format!("{title}\n{lines}"), format!("{title}\n\n{}\n", lines.replace('\n', "\n\n"))] {
            assert_eq!(outline(&text), ALL_FIVE, "{text}");
        }
    }
    let with_names = "青石县2027年民生实事\n1\n幼儿园\n新建6所。\n责任单位：县教育局\n2\n危桥\n改造12座。\n责任单位：县交通局\n3\n电梯\n加装40部。\n责任单位：县住建局\n";
    insta::assert_snapshot!(outline(with_names), @r"
    #
    1 幼儿园 / 新建6所。⏎责任单位：县教育局 [县教育局]
    2 危桥 / 改造12座。⏎责任单位：县交通局 [县交通局]
    3 电梯 / 加装40部。⏎责任单位：县住建局 [县住建局]
    ");
    let in_categories = "青石县2027年民生实事\n一、教育（2项）\n1\n建园6所。\n2\n改食堂9个。\n二、交通（2项）\n1\n修桥7座。\n2\n修路9公里。\n";
    assert_eq!(outline(in_categories), "#教育 2\n1 建园6所。\n2 改食堂9个。\n#交通 2\n3 修桥7座。\n4 修路9公里。\n");
}

#[test]
fn numbers_that_go_on_over_several_paragraphs() {
    let list = five(IS).replace("。三是", "。\n三是").replace("。五是", "。\n五是");
    for text in [format!("今年继续办好5件实事：\n{list}\n{CONDUCT}\n"), format!("青石县2027年民生实事\n{list}\n")]
    {
        assert_eq!(outline(&text), ALL_FIVE, "{text}");
    }
    let under_headings = "青石县2027年民生实事\n一、就业\n一是培训技工90人。二是扶持创业7户。\n二、教育\n一是建园6所。二是改食堂9个。三是发补助80份。\n";
    assert_eq!(
        outline(under_headings),
        "#就业\n1 培训技工90人。\n2 扶持创业7户。\n#教育\n3 建园6所。\n4 改食堂9个。\n5 发补助80份。\n"
    );
}

#[test]
fn numbers_that_touch_their_words() {
    let crushed =
        "序号事项名称牵头单位\n1新建幼儿园6所。教育局\n2改造危桥12座。交通局\n其中乡道8座。\n3加装电梯40部。住建局\n";
    let read = "#\n1 新建幼儿园6所。教育局\n2 改造危桥12座。交通局 / 其中乡道8座。\n3 加装电梯40部。住建局\n";
    assert_eq!(outline(&format!("青石县2027年民生实事任务分解表\n{crushed}")), read);
    // numbers of buildings, months, and a number out of order
    for other in [
        "1号楼加装电梯2部。\n2号楼加装电梯3部。\n3号楼加装电梯4部。\n",
        "1月新建幼儿园6所。\n2月改造危桥12座。\n3月加装电梯40部。\n",
        "1新建幼儿园6所。\n3改造危桥12座。\n4加装电梯40部。\n",
    ] {
        assert_eq!(outline(&format!("青石县2027年民生实事任务分解表\n{other}")), "", "{other}");
    }
}

#[test]
fn items_named_in_quotation_marks_for_titles() {
    let text = "现就《青石县2027年民生实事实施方案》解读如下。\n一、目的\n把人代会确定的5件民生实事办好。\n二、内容\n方案包括《新建幼儿园6所》\
                《改造危桥12座》《加装电梯40部》《培训技工3000人次》《建成公园8个》5个子方案，分别明确了步骤。\n三、保障\n一是明确责任。\n";
    assert_eq!(outline(text), ALL_FIVE.replace('。', ""));
    // four of five are not the list
    let four = text.replace("《改造危桥12座》", "");
    assert!(!outline(&four).contains("新建幼儿园6所\n"), "{}", outline(&four));
}

#[test]
fn classes_with_their_items() {
    let text = "2027年度民生实事共包括三大类5个项目。一是安居类，包括新建幼儿园6所、改造危桥12座等2个项目；\
                二是就业类，包括培训技工3000人次1个项目；三是休闲类，包括加装电梯40部、建成公园8个等2个项目。\n";
    insta::assert_snapshot!(outline(text), @"
    #安居类 2
    1 新建幼儿园6所
    2 改造危桥12座
    #就业类 1
    3 培训技工3000人次
    #休闲类 2
    4 加装电梯40部
    5 建成公园8个
    ");
    assert_eq!(said(text, "C001"), Vec::<String>::new());
    // one class has fewer than it says
    let fewer = outline(&text.replace("等2个项目；", "等4个项目；"));
    assert!(fewer.starts_with("#\n1 安居类"), "{fewer}");
}

#[test]
fn sentences_alike_without_numbers() {
    let text = "筹集3亿元实施安居惠民工程，改造危桥12座。筹集0.8亿元实施助学惠民工程，新建幼儿园6所。\
                筹集900万元实施文体惠民工程，建成公园8个。\n";
    assert_eq!(outline(text).lines().count(), 4, "{}", outline(text));
    assert_eq!(outline(&format!("去年工作很好。{text}")), "");
}

#[test]
fn a_part_that_is_printed_is_the_list() {
    let text = "今年民生实事共有40个具体事项，本版从中选登5项。\n新建幼儿园6所。\n责任单位：教育局\n进度安排：10月底前完成。\n改造危桥12座。\n责任单位：交通局\n进度安排：10月底前完成。\n\
                加装电梯40部。\n责任单位：住建局\n进度安排：10月底前完成。\n培训技工3000人次。\n责任单位：人社局\n进度安排：10月底前完成。\n建成公园8个。\n责任单位：园林局\n进度安排：10月底前完成。\n";
    assert_eq!(outline(text).lines().count(), 6, "{}", outline(text));
    assert_eq!(said(text, "C001"), Vec::<String>::new());
    assert_eq!(said(&text.replace("选登5项", "选登6项"), "C001").len(), 1);
}

fn said(text: &str, code: &str) -> Vec<String> {
    read("report.txt", text).findings.iter().filter(|d| d.code.id == code).map(|d| d.message.zh.clone()).collect()
}

#[test]
fn where_all_announced_items_are_there_only_what_may_be_one_is_told() {
    let told = |count: u32, above: &str| {
        let text = format!("青石区2027年{count}件民生实事\n\n{above}\n\n1.修渠5条。\n2.建亭9座。\n3.办展4场。\n");
        let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("a text");
        let found = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default()).findings;
        found.iter().any(|d| d.code.id == "L004")
    };
    let preamble = "这些事情由居民投票选出，进展全年随时公布，请大家监督。";
    assert!(told(4, preamble) && !told(3, preamble));
    assert!(told(3, "另为老街更换井盖 120 个。"));
    assert!(told(3, "另由文化站办好讲座１２场次并向居民开放。"));
}
