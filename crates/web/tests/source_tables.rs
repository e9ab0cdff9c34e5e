//! The source page of documents with tables: every cell at its place, the header as a header, marks and notes in their cells.

#[allow(dead_code, reason = "of the support only what asks a site is needed")]
mod support;

use std::fmt::Write;
use std::sync::Arc;

use support::{ask, essential};
use yinuo_app::{Edition, Library};
use yinuo_web::{Options, router};

async fn source(name: &str, bytes: &[u8], lang: &str) -> String {
    let edition = Edition::compile(name, bytes, &Default::default()).unwrap();
    let site = router(Arc::new(Library::of(vec![edition])), Options::default());
    let plan = ask(&site, "/", &[]).await.headers["location"].to_str().unwrap().to_string();
    ask(&site, &format!("{plan}/source?lang={lang}"), &[]).await.body
}

/// A page with a header of two rows, a row merged across, a cell merged down and a blank one.
const PAGE: &str = "<!DOCTYPE html><h1>青石县2026年民生实事清单</h1><table><tr><td colspan=5>单位：件</td></tr>\
    <tr><th rowspan=2>序号</th><th rowspan=2>工作任务</th><th colspan=2>进度安排</th><th rowspan=2>责任单位</th></tr>\
    <tr><th>上半年</th><th>下半年</th></tr><tr><td colspan=5>（一）出行（2项）</td></tr>\
    <tr><td>1</td><td>修缮桥梁3座</td><td>完成设计</td><td>完工通车</td><td rowspan=2>交通局<br>城管局</td></tr>\
    <tr><td>2</td><td>新增公交线路若干</td><td></td><td>年内开通</td></tr></table><p>注：由督查室解释。</p>";

#[tokio::test]
async fn a_table_is_shown_as_a_table() {
    let page = source("list.html", PAGE.as_bytes(), "zh").await;
    let page = essential(&page);
    insta::assert_snapshot!(&page[page.find("<div class=\"edition\"").unwrap()..]);
}

#[tokio::test]
async fn a_cell_of_a_spreadsheet_is_found_by_its_letter_and_number() {
    let text = "东港区2026年民生实事,,\n序号,工作任务,责任单位\n1,新建公园3座,城管局\n";
    let page = source("list.csv", text.as_bytes(), "en").await;
    for part in [
        "<figcaption id=\"g2\" lang=\"en\">Table 1</figcaption>",
        "<th scope=\"col\">A</th><th scope=\"col\">B</th><th scope=\"col\">C</th>",
        "<tr><th scope=\"row\" class=\"at\">3</th><td><p class=\"number\">",
        "id=\"m1-0\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[tokio::test]
async fn no_word_is_lost_where_merges_lie_over_each_other() {
    let page = "<!DOCTYPE html><p>青石县2026年民生实事清单</p><table><tr><td rowspan=3 colspan=2>甲<td>乙</tr><tr><td colspan=9>丙</tr>\
                <tr></tr><tr><td rowspan=9>丁<td>戊<td rowspan=2>己</tr><tr><td>庚<table><tr><td>辛</table></tr></table>";
    let page = source("list.html", page.as_bytes(), "zh").await;
    for word in ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"] {
        assert_eq!(page.matches(&format!(">{word}<")).count(), 1, "{word} in {page}");
    }
}

#[tokio::test]
async fn a_large_table_is_shown_whole() {
    let mut text = "东港区2026年民生实事\n序号 | 工作任务 | 一季度 | 二季度 | 责任单位\n".to_string();
    for n in 1..=2000 {
        let _ = writeln!(text, "{n} | 新建公园{n}座 | 完成设计 | 建成{n}座 | 城管局");
    }
    let page = source("list.txt", text.as_bytes(), "zh").await;
    assert_eq!(page.matches("<tr>").count(), 2001, "a row for each and the header");
    assert!(page.contains("id=\"m2000-1\""), "marks reach to the last row");
}
