//! What stands around a list and is no part of it: the foot of a page, remarks, links to other news, the chapters before and
//! after. Each case is invented, with the outline that a reader of it would write down.

mod outlined;

use outlined::{outline_of, read};
use yinuo_compiler::Compiled;

const TITLE: &str = "青石县2027年民生实事清单\n";

fn outline(text: &str) -> String {
    outline_of(&read("list.txt", text))
}

fn codes(compiled: &Compiled) -> Vec<&str> {
    compiled.findings.iter().map(|d| d.code.id).collect()
}

/// The words that were set aside, as told.
fn set_aside(text: &str) -> Vec<String> {
    let compiled = read("list.txt", text);
    let labels = compiled.findings.iter().filter(|d| d.code.id == "L004").flat_map(|d| &d.labels);
    labels.map(|l| l.span.of(text).to_string()).collect()
}

#[test]
fn the_foot_of_a_page_is_no_part_of_the_last_cell() {
    let cells = [
        "序号", "项目", "责任单位", "第一季度", "第二季度", "第三季度", "第四季度", "1", "修渠", "县水利局", "立项",
        "开工", "修成3条", "修成5条", "2", "建亭", "县住建局", "选址", "开工", "建成4座", "建成9座",
    ];
    let table = format!("{TITLE}{}\n", cells.join("\n"));
    let expected = outline(&table);
    // what only a page has need not be looked at; a label that a field may have is told
    for (foot, told) in [
        ("主办：青石县人民政府", "主办：青石县人民政府"),
        ("承办：青石县大数据中心　技术支持：某某公司", "承办：青石县大数据中心　技术支持：某某公司"),
        ("技术支持：某某公司", "技术支持：某某公司"),
        ("主办：青石县人民政府\n网站标识码：0000000000\n某ICP备00000000号\n某公网安备000000号", "主办：青石县人民政府"),
        ("版权所有：青石县人民政府　备案号：000", ""),
        ("青石县人民政府办公室主办　网站标识码：00", ""),
    ] {
        let text = format!("{table}{foot}\n");
        assert_eq!(outline(&text), expected, "{foot}");
        assert_eq!(set_aside(&text).concat(), told, "{foot}");
    }
}

#[test]
fn who_signed_and_when_is_of_the_document() {
    let cells = [
        "序号", "项目", "第一季度", "第二季度", "第三季度", "第四季度", "1", "修渠5条", "立项。", "开工。",
        "修成3条。", "修成5条。", "2", "建亭9座", "选址。", "开工。", "建成4座。", "建成9座。",
    ];
    let lists = [
        cells.join("\n"),
        "1.修渠5条。\n责任单位：县水利局\n2.建亭9座。\n责任单位：县住建局".into(),
        "一、修渠\n修建水渠5条。\n二、建亭\n建亭9座，供人歇脚。".into(),
    ];
    for list in lists.map(|list| format!("{TITLE}{list}\n")) {
        let expected = outline(&list);
        for signed in [
            "青石县人民政府办公室\n2027年1月20日",
            "青石县人民政府\n二〇二七年一月二十日",
            "2027年1月20日",
            "青石县人民政府办公室 2027年1月20日",
            "特此公告。\n青石县人民代表大会常务委员会\n2027年1月20日\n（此件公开发布）",
            "青石县人民政府\n2027年1月20日\n扫一扫在手机打开当前页",
        ] {
            let text = format!("{list}{signed}\n");
            assert_eq!(outline(&text), expected, "{signed}");
            assert!(codes(&read("list.txt", &text)).iter().all(|c| !["L002", "L004", "C008"].contains(c)), "{signed}");
        }
    }
}

#[test]
fn a_date_and_an_office_that_other_rows_have_are_cells() {
    let cells = ["序号", "项目", "责任单位", "完成时限"];
    let rows = ["1", "修渠5条", "县水利局", "2027年9月30日", "2", "建亭9座", "县人民政府办公室", "2027年10月31日"];
    insta::assert_snapshot!(outline(&format!("{TITLE}{}\n{}\n", cells.join("\n"), rows.join("\n"))), @r"
    #
    1 修渠5条 [县水利局] 2027-09-30=2027年9月30日
    2 建亭9座 [县人民政府办公室] 2027-10-31=2027年10月31日
    ");
}

#[test]
fn requests_to_see_to_a_list_need_not_be_looked_at() {
    let list = format!("{TITLE}1.修渠5条。\n2.建亭9座。\n");
    for closing in ["以上各项请认真组织实施。", "我们将把实事抓细抓实，确保件件有着落、事事有回音。"]
    {
        assert_eq!(set_aside(&format!("{list}{closing}\n")), Vec::<String>::new(), "{closing}");
    }
    let missed = "另新建村级卫生室两所，确保用得上。";
    assert_eq!(set_aside(&format!("{list}{missed}\n")), [missed], "perhaps a commitment");
}

#[test]
fn a_speaker_takes_leave_behind_the_last_item() {
    let list = "青石县政府2027年办好3件实事。一是修渠5条。二是建亭9座。三是种树80亩。";
    let expected = outline(list);
    for leave in ["我们将一件一件抓好，让大家看得见。", "我们要用好2亿元资金，力争满意率达到95%以上。"]
    {
        assert_eq!(outline(&format!("{list}{leave}\n")), expected, "{leave}");
    }
}

#[test]
fn numbers_in_a_cell_say_themselves_where_they_belong() {
    let row = |last: &str| {
        let cells = ["序号", "项目", "第一季度", "第二季度", "第三季度", "第四季度", "1", "修渠5条"];
        let text = format!("{TITLE}{}\n1.立项。\n2.招标。\n开工。\n修成3条。\n{last}", cells.join("\n"));
        let compiled = read("list.txt", &text);
        let of_borders = |c: &&str| ["L002", "L005"].contains(c);
        codes(&compiled).into_iter().filter(of_borders).map(str::to_string).collect::<Vec<_>>()
    };
    assert!(row("修成5条。").is_empty());
    assert!(row("1.修成5条。\n2.通过验收。").is_empty());
    assert_eq!(row("修成5条，\n通过验收。"), ["L002"], "a sentence over two paragraphs");
    assert!(row("修成5条。\n通过验收。").contains(&"L005".to_string()), "the list could be the title's");
}

#[test]
fn a_field_of_the_last_item_is_no_foot() {
    let text = format!("{TITLE}1.修渠5条。\n主办：县水利局\n2.建亭9座。\n主办：县住建局\n");
    insta::assert_snapshot!(outline(&text), @r"
    #
    1 修渠5条。 / 主办：县水利局 [县水利局]
    2 建亭9座。 / 主办：县住建局 [县住建局]
    ");
}

#[test]
fn the_last_item_keeps_its_schedule() {
    for between in ["：", "，", ""] {
        let item = |n: &str, name: &str, done: &str, owner: &str| {
            format!("{n}、{name}\n进度安排：\n3月底前{between}开工；\n9月底前{between}{done}。\n责任单位：{owner}\n")
        };
        let text =
            [TITLE, &item("一", "水利", "修成5条", "县水利局"), &item("二", "凉亭", "建成9座", "县住建局")].concat();
        let compiled = read("list.txt", &text);
        let all: Vec<_> = compiled.plan.commitments().map(|(_, c)| c).collect();
        let read: Vec<_> = all.iter().map(|c| (c.milestones.len(), c.owners.len())).collect();
        assert_eq!(read, [(2, 1), (2, 1)], "{}", outline_of(&compiled));
        assert_eq!(set_aside(&text), Vec::<String>::new());
    }
}

#[test]
fn remarks_under_a_table_go_on_over_rows() {
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let page = |head: &str, remarks: &[&str]| {
        let remarks: String = remarks.iter().map(|r| row(&[r, "", "", ""])).collect();
        format!(
            "<!DOCTYPE html><h1>{TITLE}</h1><table>{}{}{}{}{remarks}</table>",
            row(&["序号", "项目", "责任单位", "完成时限"]),
            row(&["1", "修渠5条", "县水利局", "5月底前"]),
            row(&["2", "建亭9座", "县住建局", "9月底前"]),
            row(&[head, "", "", ""]),
        )
    };
    let expected = "#\n1 修渠5条 [县水利局] 2027-05=5月底前\n2 建亭9座 [县住建局] 2027-09=9月底前\n";
    for (head, remarks) in [
        ("备注：1.投资为估算数", &["2.时限为完工时间", "3.联系电话0000-000000"][..]),
        ("说明：", &["1.投资为估算数", "2.时限为完工时间"]),
        ("注：投资为估算数", &["由县政府办公室解释。"]),
    ] {
        assert_eq!(outline(&page(head, remarks)), expected, "{head}");
    }
    // A category under a remark is one all the same.
    let more = [row(&["二、续建", "", "", ""]), row(&["3", "修路7公里", "县交通局", "6月底前"])].concat();
    let text = page("备注：以上为新建", &[]).replace("</table>", &format!("{more}</table>"));
    assert!(outline(&text).ends_with("#续建\n3 修路7公里 [县交通局] 2027-06=6月底前\n"), "{}", outline(&text));
}

#[test]
fn remarks_under_items_are_no_part_of_the_last() {
    let text = format!("{TITLE}1.修渠5条。\n2.建亭9座。\n注：1.投资为估算数。\n2.由县政府办公室解释。\n");
    assert_eq!(outline(&text), "#\n1 修渠5条。\n2 建亭9座。\n");
    assert_eq!(set_aside(&text), ["注：1.投资为估算数。", "2.由县政府办公室解释。"]);
}

#[test]
fn other_news_gives_neither_title_nor_year() {
    let items = "<p>1.修渠5条，5月底前完工。</p><p>2.建亭9座。</p><p>3.修路7公里。</p>";
    let page = |links: &str| {
        format!("<!DOCTYPE html><h1>定了！2027年青石县3件民生实事出炉</h1>{items}<p>（本报记者 某某）</p>{links}")
    };
    for links in [
        "<h3>相关新闻</h3><ul><li>2026年青石县民生实事全部完成</li></ul>",
        "<h3>推荐阅读：</h3><p>1.2026年青石县民生实事清单</p>",
        "<ul><li>青石县2026年民生实事全部完成</li></ul>",
    ] {
        let compiled = read("page.html", &page(links));
        let plan = &compiled.plan;
        assert_eq!(
            (plan.title.as_deref(), plan.year),
            (Some("定了！2027年青石县3件民生实事出炉"), Some(2027)),
            "{links}"
        );
        assert_eq!(outline_of(&compiled), outline_of(&read("page.html", &page(""))), "{links}");
        assert!(!codes(&compiled).contains(&"L012"), "{links}");
    }
}

#[test]
fn two_levels_of_headings_are_both_kept() {
    let text = format!(
        "{TITLE}一、教育\n（一）增加学位\n1.新建小学2所。\n（二）改善条件\n1.改造食堂12所。\n二、交通\n（一）修路\n1.修路7公里。\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育 / 增加学位
    1 新建小学2所。
    #教育 / 改善条件
    2 改造食堂12所。
    #交通 / 修路
    3 修路7公里。
    ");
    // One heading over all is the chapter that holds the list.
    let text = format!(
        "{TITLE}一、总体要求\n办好实事。\n二、主要任务\n（一）教育\n1.新建小学2所。\n（二）交通\n1.修路7公里。\n"
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育
    1 新建小学2所。
    #交通
    2 修路7公里。
    ");
}

#[test]
fn two_levels_of_headings_in_a_table() {
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><table><tr><td>序号</td><td>项目</td><td>责任单位</td></tr>\
         <tr><td colspan=3>一、新建</td></tr><tr><td colspan=3>（一）教育</td></tr><tr><td>1</td><td>小学2所</td><td>县教育局</td></tr>\
         <tr><td colspan=3>二、续建</td></tr><tr><td colspan=3>（一）水利</td></tr><tr><td>2</td><td>水渠5条</td><td>县水利局</td></tr></table>"
    );
    insta::assert_snapshot!(outline(&page), @r"
    #新建 / 教育
    1 小学2所 [县教育局]
    #续建 / 水利
    2 水渠5条 [县水利局]
    ");
}

#[test]
fn the_chapter_after_a_list_ends_it() {
    let text = "青石县政府工作报告\n一、2026年工作回顾\n生产总值增长5%。\n二、办好2027年三件民生实事\n1.修渠5条；\n2.建亭9座；\n3.修路7公里。\n\
                三、加强自身建设\n严格依法行政。\n";
    let compiled = read("list.txt", text);
    assert_eq!(compiled.plan.title.as_deref(), Some("办好2027年三件民生实事"));
    assert_eq!(outline_of(&compiled), "#\n1 修渠5条；\n2 建亭9座；\n3 修路7公里。\n");
    assert!(set_aside(text).contains(&"三、加强自身建设".to_string()));
}

#[test]
fn chapters_of_duties_hold_no_items() {
    for name in ["工作要求", "保障措施", "组织保障"] {
        let text = format!(
            "{TITLE}一、重点任务\n（一）修渠\n目标任务：修渠5条。\n牵头单位：县水利局\n（二）建亭\n目标任务：建亭9座。\n牵头单位：县住建局\n\
             二、{name}\n（一）压实责任。主要负责人负总责。\n（二）严格督查。每月25日前报送进展。\n青石县人民政府\n"
        );
        insta::allow_duplicates! {
            insta::assert_snapshot!(outline(&text), @r"
            #重点任务
            1 修渠 / 目标任务：修渠5条。⏎牵头单位：县水利局 [县水利局]
            2 建亭 / 目标任务：建亭9座。⏎牵头单位：县住建局 [县住建局]
            ");
        }
        let told = set_aside(&text);
        assert!(told.iter().any(|t| t.contains("压实责任")) && told.iter().any(|t| t.contains("严格督查")), "{told:?}");
    }
    // Items of the chapters' own level.
    let text = format!(
        "{TITLE}一、修渠5条\n由县水利局负责。\n二、建亭9座\n由县住建局负责。\n三、保障措施\n（一）压实责任。\n（二）严格督查。\n"
    );
    assert_eq!(read("list.txt", &text).plan.commitments().count(), 2);
}

#[test]
fn chapters_of_prose_after_tables_go_on_with_the_list() {
    let table = |rows: &str| format!("<table><tr><td>任务</td><td>责任单位</td><td>完成时限</td></tr>{rows}</table>");
    let page = format!(
        "<!DOCTYPE html><h1>{TITLE}</h1><p>去年10件实事已全部完成。</p><p>一、教育</p>{}<p>二、卫生</p>{}<p>三、环境</p>\
         <p>1）修渠5条。由县水利局牵头，县财政局配合，5月底前完成。</p><p>2）建亭9座。</p><p>四、工作要求</p><p>1）每月报送进展。</p>",
        table("<tr><td>新建小学2所</td><td>县教育局</td><td>8月底前</td></tr>"),
        table("<tr><td>新建卫生站6个</td><td>县卫健局</td><td>9月底前</td></tr>"),
    );
    insta::assert_snapshot!(outline(&page), @r"
    #教育
    1 新建小学2所 [县教育局] 2027-08=8月底前
    #卫生
    2 新建卫生站6个 [县卫健局] 2027-09=9月底前
    #环境
    3 修渠5条。由县水利局牵头，县财政局配合，5月底前完成。 [县水利局 县财政局]
    4 建亭9座。
    ");
    assert!(!codes(&read("list.html", &page)).contains(&"C001"), "last year's count is not this year's");
}

#[test]
fn chapters_of_prose_and_tables_in_any_order() {
    let table = |rows: &str| format!("序号 | 任务 | 责任单位\n{rows}");
    let text = format!(
        "{TITLE}一、教育\n1.新建小学2所。\n2.新建幼儿园3所。（责任单位：县教育局）\n二、卫生\n{}\n三、环境（责任单位：县水利局）\n4.修渠5条。\n\
         四、出行\n{}\n五、文化\n6.建书房7座。\n六、工作要求\n1.每月报送进展。\n",
        table("3 | 新建卫生站6个 | 县卫健局"),
        table("5 | 修桥2座 | 县交通局"),
    );
    insta::assert_snapshot!(outline(&text), @r"
    #教育
    1 新建小学2所。
    2 新建幼儿园3所。（责任单位：县教育局） [县教育局]
    #卫生
    3 新建卫生站6个 [县卫健局]
    #环境
    4 修渠5条。 [县水利局]
    #出行
    5 修桥2座 [县交通局]
    #文化
    6 建书房7座。
    ");
    let one = format!("{TITLE}一、教育\n1.新建小学2所。\n二、卫生\n{}\n", table("1 | 新建卫生站6个 | 县卫健局"));
    insta::assert_snapshot!(outline(&one), @r"
    #教育
    1 新建小学2所。
    #卫生
    2 新建卫生站6个 [县卫健局]
    ");
    // What tells about the list as a whole is no category of it.
    let about =
        format!("{TITLE}一、工作目标\n1.全面完成任务。\n二、任务清单\n{}\n", table("1 | 新建卫生站6个 | 县卫健局"));
    insta::assert_snapshot!(outline(&about), @r"
    #
    1 新建卫生站6个 [县卫健局]
    ");
}

#[test]
fn a_heading_that_states_a_count_and_heads_nothing_is_told() {
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let page = |inside: &str| {
        let head = row(&["序号", "项目", "责任单位"]);
        format!(
            "<!DOCTYPE html><h1>{TITLE}</h1><table>{head}<tr><td colspan=3>（一）水利（1项）</td></tr>{}\
             <tr><td colspan=3>（二）交通（2项）</td></tr>{inside}</table>",
            row(&["1", "修渠5条", "县水利局"])
        )
    };
    let told = |text: &str| -> Vec<String> {
        let compiled = read("list.html", text);
        compiled.findings.iter().map(|d| d.message.zh.clone()).filter(|m| m.contains("没有读出事项")).collect()
    };
    assert_eq!(told(&page("")), ["“交通”写明有 2 项，其下没有读出事项"]);
    let rows = [row(&["2", "修路7公里", "县交通局"]), row(&["3", "修桥1座", "县交通局"])].concat();
    assert_eq!(told(&page(&rows)), Vec::<String>::new());
}

#[test]
fn the_sentences_around_a_list_say_its_year_and_place() {
    let items = "一、修渠5条，9月底前完工。\n二、建亭9座。\n三、种树80亩。\n";
    let year_and_place = |text: &str| {
        let plan = read("list.txt", text).plan;
        (plan.year, plan.jurisdiction, plan.declared.items)
    };
    let place = |name: &str| Some(name.to_string());
    let cases = [
        (format!("以下为河湾镇人民政府2027年度民生实事项目：\n{items}"), Some(2027), place("河湾镇"), None),
        (
            format!("《2027年民生实事责任分解》已经同意，现印发给你们。\n{items}青石县人民政府\n"),
            Some(2027),
            place("青石县"),
            None,
        ),
        (format!("2027/1/26 11:31:00\n县政府今年办好3项实事，主要是\n{items}"), Some(2027), None, Some(3)),
        (format!("县政府今年办好3项实事，主要是\n{items}二〇二七年一月十日\n"), Some(2027), None, Some(3)),
        (format!("县政府办好3项实事，主要是\n{items}二〇二七年一月十日\n"), None, None, Some(3)),
        (
            format!("2026年实施34个实事项目，33个项目顺利完成。2027年，青石县将办好3项实事：\n{items}"),
            Some(2027),
            place("青石县"),
            Some(3),
        ),
    ];
    for (text, year, place, items) in cases {
        assert_eq!(year_and_place(&text), (year, place, items), "{text}");
    }
}

#[test]
fn what_a_page_or_a_paper_says_of_itself_need_not_be_looked_at() {
    let list = "1.修渠5条。\n2.建亭9座。\n3.办讲座30场。\n";
    let page =
        "索引号： | 000014349/2027-00012 | 公开方式： | 主动公开\n发文日期： | 2027-01-20 | 组配分类： | 县政策解读\n";
    let head = "来源：青石网　作者：某某\n青石县人民代表大会公告\n（第3号）\n大会表决通过下列民生实事项目：\n";
    assert_eq!(set_aside(&format!("{TITLE}{head}{list}责编　某某\n")), Vec::<String>::new());
    let told = set_aside(&format!("{page}{TITLE}{head}{list}"));
    assert_eq!(told, Vec::<String>::new());
    // words of substance still are
    let told = set_aside(&format!("{page}{TITLE}{head}全县上下要全力以赴，力争提前。\n{list}"));
    assert_eq!(told, ["全县上下要全力以赴，力争提前。"]);
}

#[test]
fn what_stands_around_a_list_is_known_for_what_it_is() {
    let list = "1.修桥三座。\n2.建亭两座。\n";
    let l004 = |text: &str| codes(&read("list.txt", text)).contains(&"L004");
    // links to other pages
    let links = "相关新闻\n- 2027-02-03某县人大会议闭幕\n- 2027-02-04某县召开动员会\n";
    assert!(!l004(&format!("青石县2027年民生实事\n{list}{links}")));
    assert!(l004(&format!("青石县2027年民生实事\n{list}{}", links.replace("相关新闻", "另外"))));
    // a chapter on how the work is done
    let chapters = format!(
        "青石县2027年民生实事\n一、实事内容\n{}二、推进落实民生实事项目的具体要求\n（一）明确责任。各单位要制定方案。\n（二）加强督查。定期通报。\n",
        list.replace("1.", "（一）").replace("2.", "（二）")
    );
    assert_eq!(read("list.txt", &chapters).plan.commitments().count(), 2);
    // the list is the annex of a notice
    let notice = format!(
        "青石县人民政府办公室关于对2027年民生实事进行重点督办的通知\n各镇人民政府：\n现将任务分解下达。\n附件\n2027年民生实事目标任务分解表\n{list}"
    );
    let plan = read("list.txt", &notice).plan;
    assert_eq!(plan.title.as_deref(), Some("2027年民生实事目标任务分解表"));
    assert_eq!(plan.jurisdiction.as_deref(), Some("青石县"));
}
