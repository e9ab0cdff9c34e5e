//! What somebody sees before a document is recorded: the whole plan, what is not in it, and only then the form.

mod ledger_support;
#[allow(dead_code, reason = "of the support only what cuts a page is needed")]
mod support;

use axum::http::StatusCode;
use ledger_support::{Answer, Browser, Town};
use support::essential;

/// Numbers that begin anew in each category, a blank cell, owners of two roles, a remark, and a notice above the table.
const ANEW: &str = "临溪区2027年民生实事清单,,,,,\n请各单位认真落实,,,,,\n一、城市建设,,,,,\n\
    序号,工作任务,牵头单位,配合单位,上半年,下半年\n1,新建候车亭12座,交通局,各镇街,建成4座,累计建成12座\n\
    二、公共服务,,,,,\n1,每周六开展义诊,卫健局,,,义诊24场\n注：由督查室解释。,,,,,\n";
/// No numbers, and deadlines of their own.
const UNNUMBERED: &str = "临溪区2028年民生实事清单,,,\n项目名称,目标任务,责任单位,完成时限\n\
    学位扩容,新增公办学位800个,教育局,2028年8月底前\n候车亭,新建候车亭12座,交通局,2028年11月30日前\n";

async fn handed_in(browser: &Browser<'_>, name: &str, text: &str) -> Answer {
    let handed = browser.upload(name, text.as_bytes(), "").await;
    browser.get(handed.location()).await
}

/// The page from one mark to another.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let at = |mark: &str| page.find(mark).unwrap_or_else(|| panic!("{mark} in {page}"));
    &page[at(from)..at(to)]
}

#[tokio::test]
async fn the_plan_is_shown_as_it_will_be_recorded() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    for (name, text) in [("anew.csv", ANEW), ("unnumbered.csv", UNNUMBERED)] {
        let page = essential(&handed_in(&browser, name, text).await.body);
        insta::assert_snapshot!(
            name,
            between(&page, "<section aria-labelledby=\"items-h\"", "<section aria-labelledby=\"columns-h\"")
        );
    }
}

#[tokio::test]
async fn what_one_must_look_at_stands_before_the_button() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let page = handed_in(&browser, "anew.csv", ANEW).await.body;
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} in {page}"));
    let button = at("type=\"submit\">记入台账");
    for words in ["id=\"items-h\"", "新建候车亭12座", "id=\"left-out-h\"", "请各单位认真落实", "id=\"columns-h\""]
    {
        assert!(at(words) < button, "{words}");
    }
}

#[tokio::test]
async fn a_document_without_a_promise_cannot_be_recorded() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let notice = "关于召开例会的通知\n\n各单位：定于本周五上午召开例会，请准时参加。\n\n办公室\n";
    let handed = browser.upload("通知.txt", notice.as_bytes(), "").await;
    let page = browser.get(handed.location()).await.body;
    assert!(!page.contains("type=\"submit\">记入台账"), "{page}");
    for words in ["没有读出任何事项，所以还不能记入台账", "改好文件后再上传", "定于本周五上午召开例会", "不要这份文件"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let forced = browser.post(handed.location(), &[("jurisdiction", "临溪区")]).await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forced.body.contains("L001"), "{}", forced.body);
    assert_eq!(town.ledger.store().head().unwrap().next, 0);
}

#[tokio::test]
async fn every_paragraph_is_in_the_plan_or_among_the_words_left_out() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let texts = [
        "临溪区2026年民生实事\n\n现将清单公布如下。\n\n1.修桥3座。\n\n2.新建公园2处。\n\n附件：分工表\n",
        "临溪区2026年民生实事\n\n经会议研究，2026年实施2件实事：修桥3座，由交通局负责；新建公园2处。\n\n联系人：督查室。\n",
    ];
    for text in texts {
        let page = handed_in(&browser, "list.txt", text).await.body;
        let page = between(&page, "<main", "<section id=\"record\"");
        for words in
            text.split("\n\n").flat_map(|p| p.split(['。', '：', '；'])).map(str::trim).filter(|w| !w.is_empty())
        {
            let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[tokio::test]
async fn a_year_that_is_none_is_told_and_kept() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let text = UNNUMBERED.replace("2028年", "");
    let handed = browser.upload("list.csv", text.as_bytes(), "").await;
    let page = browser.get(&format!("{}?year=28&column=", handed.location())).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "年份应写四位数字",
        "name=\"year\" type=\"text\" inputmode=\"numeric\" size=\"6\" required pattern=\"[0-9]{4}\" value=\"28\"",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(page.body.contains("<input type=\"hidden\" name=\"column\" value=\"\">"), "what else was said stays");
}

#[tokio::test]
async fn the_other_language_is_the_same_page() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let handed = browser.upload("unnumbered.csv", UNNUMBERED.as_bytes(), "2029").await;
    let preview = format!("{}&as_list=1&column=%E9%A1%B9%E7%9B%AE%3Dtitle", handed.location());
    let year = ledger_support::PLAN;
    for (path, other) in [
        (
            format!("{year}?as_of=2026-03-02&q=%E5%80%99%E8%BD%A6"),
            "?lang=en&amp;as_of=2026-03-02&amp;q=%E5%80%99%E8%BD%A6\"",
        ),
        (format!("{year}/history?item=1&before=e4"), "/history?lang=en&amp;item=1&amp;before=e4\""),
        (format!("{year}/compare?from=e1&to=e1"), "/compare?lang=en&amp;from=e1&amp;to=e1\""),
        (format!("{year}/findings?campaign=x"), "/findings?lang=en\""),
        (format!("{year}?as_of=2026-01-06"), "?lang=en&amp;as_of=2026-01-06\""),
        ("/office/members?name=%E5%B8%82&lang=zh".into(), "/office/members?lang=en&amp;name=%E5%B8%82\""),
        (preview, "?lang=en&amp;year=2029&amp;as_list=1&amp;column=%E9%A1%B9%E7%9B%AE%3Dtitle\""),
    ] {
        let page = browser.get(&path).await.body;
        let link = page.split("class=\"lang\"").nth(1).unwrap_or_else(|| panic!("{path}: {page}"));
        let link = &link[..link.find('>').unwrap()];
        assert!(link.contains(&other.replace("&amp;", "&#38;")) || link.contains(other), "{path}: {link}");
    }
}

#[tokio::test]
async fn a_table_that_was_read_asks_nothing_and_every_other_is_shown() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let card = |title: &str| {
        format!(
            "<table><tr><td>项目名称<td>{title}<tr><td>责任单位<td>交通局<tr><td>完成时限<td>9月底前</table><p>。</p>"
        )
    };
    let list = |category: &str, title: &str| {
        format!("<p>{category}</p><table><tr><th>序号<th>工作任务<th>责任单位<tr><td>1<td>{title}<td>交通局</table>")
    };
    let strange = "<p>三、其他</p><table><tr><td>甲<td>乙<tr><td>办学<td>很好</table>";
    let two = format!("{}{}", list("一、出行", "修桥3座"), list("二、环境", "建亭2座"));
    for (what, tables, shown, silent) in [
        (
            "cards",
            format!("{}{}", card("修桥3座"), card("建亭2座")),
            &["表 1、2", "每一列都认出了"][..],
            &["没有认出表头"][..],
        ),
        ("one header twice", two.clone(), &["表 1、2"], &["没有认出表头", "表 1<"]),
        (
            "a strange one",
            format!("{two}{strange}"),
            &["表 1、2", "表 3", "没有认出表头", "它是：甲"],
            &["每一列都认出了"],
        ),
    ] {
        let html = format!("<!doctype html><h1>临溪区2026年民生实事清单</h1>{tables}");
        let page = handed_in(&browser, "list.html", &html).await.body;
        let page = between(&page, "id=\"columns-h\"", "<section id=\"record\"");
        shown.iter().for_each(|words| assert!(page.contains(words), "{what}, {words}: {page}"));
        silent.iter().for_each(|words| assert!(!page.contains(words), "{what}, {words}: {page}"));
    }
}

#[tokio::test]
async fn owners_said_again_for_another_task_are_no_words_left_out() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let rows = "<tr><td>序号<td>项目<td>内容<td>责任单位<td>完成时限</tr><tr><td rowspan=2>1<td rowspan=2>寄宿条件<td>改造宿舍18栋\
                <td><p>牵头单位：教育局</p><p>配合单位：财政局</p><td>8月底前</tr><tr><td>配备热水器16台<td><p>牵头单位：教育局</p>\
                <p>配合单位：供电公司</p><td>10月底前</tr>";
    let document = format!(
        "<!DOCTYPE html><meta charset=utf-8><h1>临溪区2027年民生实事</h1><table>{rows}</table><p>本表由教育局编制并负责解释。</p>"
    );
    let page = handed_in(&browser, "tasks.html", &document).await.body;
    let left = between(&page, "<section id=\"left-out\"", "<section id=\"record\"");
    let left = left.split("<section aria-labelledby=\"columns-h\"").next().unwrap_or_default();
    assert!(!left.contains("牵头单位") && !left.contains("配合单位"), "{left}");
    assert!(left.contains("本表由教育局编制并负责解释"), "{left}");
}

#[tokio::test]
async fn the_fields_of_a_card_are_no_words_left_out() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let card = |name: &str, task: &str| {
        format!("<table><tr><td>项目名称<td>{name}<tr><td>目标任务<td>{task}<tr><td>责任单位<td>民政局</table>")
    };
    let cards = card("社区食堂", "新建社区食堂12家") + &card("候车亭", "新建候车亭30座");
    let document = format!("<!DOCTYPE html><meta charset=utf-8><h1>临溪区2027年民生实事</h1>{cards}");
    let page = handed_in(&browser, "cards.html", &document).await.body;
    assert!(page.contains("新建候车亭30座"), "{page}");
    let left = between(&page, "<section id=\"left-out\"", "<section id=\"record\"");
    let left = left.split("<section aria-labelledby=\"columns-h\"").next().unwrap_or_default();
    assert!(!left.contains("项目名称") && !left.contains("目标任务"), "{left}");
}
