//! Numbers and dates as the pages tell them: a part of another is told as a part, a rise or fall as one, and a date of no
//! year as that, on the list, on the commitment's page and over the words of the document.

#[allow(dead_code, reason = "of the support only what asks a site is needed")]
mod support;

use std::sync::Arc;

use support::{ask, essential};
use yinuo_app::{Edition, Library};
use yinuo_diag::Lang;
use yinuo_web::{Options, comparison_sheet, router};

const LIST: &str = "青岚县2027年民生实事清单,,,\n序号,工作任务,上半年,下半年\n\
    1,建设球场30片（其中乡镇不少于12片）。,建成10片（其中乡镇4片）。,建成20片（其中乡镇8片）。\n\
    2,盗抢警情同比下降10%以上。,开展巡防。,盗抢警情同比下降10%以上。\n";

/// A page of the list, by what follows the plan's address.
async fn page(rest: &str) -> String {
    page_of("list.csv", LIST, rest).await
}

async fn page_of(name: &str, text: &str, rest: &str) -> String {
    let edition = Edition::compile(name, text.as_bytes(), &Default::default()).unwrap();
    let site = router(Arc::new(Library::of(vec![edition])), Options::default());
    let plan = ask(&site, "/", &[]).await.headers["location"].to_str().unwrap().to_string();
    ask(&site, &format!("{plan}{rest}"), &[]).await.body
}

/// The lines of a page that hold any of these words.
fn lines(html: &str, words: &[&str]) -> String {
    let html = essential(html);
    html.lines().filter(|line| words.iter().any(|w| line.contains(w))).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_part_is_told_as_a_part() {
    let (list, promise) = (page("?lang=zh").await, page("/1?lang=zh").await);
    let source = page("/source?lang=zh").await;
    insta::assert_snapshot!(format!(
        "{}\n\n{}\n\n{}",
        lines(&list, &["片"]),
        lines(&promise, &["片"]),
        lines(&source, &["class=\"m"])
    ));
    assert!(page("/1?lang=en").await.contains("of which at least 12 片"));
}

#[tokio::test]
async fn a_fall_is_told_as_a_fall() {
    let (list, promise) = (page("?lang=zh").await, page("/2?lang=zh").await);
    insta::assert_snapshot!(format!("{}\n\n{}", lines(&list, &["10%"]), lines(&promise, &["10%"])));
    assert!(page("/2?lang=en").await.contains("down by at least 10%"));
}

#[test]
fn what_becomes_a_part_or_goes_the_other_way_is_told_beside_what_it_was() {
    let list = |promise: &str| format!("青岚县2027年民生实事清单\n序号,工作任务,责任单位\n1,{promise},县教体局\n");
    let open = |promise: &str| Edition::compile("list.csv", list(promise).as_bytes(), &Default::default()).unwrap();
    let told = |old, new, lang| lines(&comparison_sheet(&open(old), &open(new), lang).unwrap(), &["→"]);
    let (apart, part) = ("建设球场30片，改造球场12片。", "建设球场30片（其中改造12片）。");
    let becomes = told(apart, part, Lang::Zh);
    assert!(becomes.contains("<del>12 片</del> → <ins>其中 12 片</ins>"), "{becomes}");
    let english = told("盗抢警情同比下降10%。", "盗抢警情同比上升10%。", Lang::En);
    assert!(english.contains("down by 10%") && english.contains("up by 10%"), "{english}");
    let of_other = told("建球场30片，其中乡镇12片；建步道9片。", "建球场30片；建步道19片，其中乡镇12片。", Lang::Zh);
    assert!(of_other.contains("30 片中的 12 片") && of_other.contains("19 片中的 12 片"), "{of_other}");
}

#[tokio::test]
async fn a_date_of_no_year_says_so() {
    let list = "青岚县年度民生实事\n1.新建幼儿园6所，6月30日前开工。\n2.改造危桥12座，年底前通车。\n";
    let zh = page_of("list.txt", list, "/source?lang=zh").await;
    assert!(zh.contains("title=\"6月30日前（年份未写明）\"") && zh.contains("2 个时间"), "{zh}");
    let en = page_of("list.txt", list, "/2?lang=en").await;
    assert!(en.contains("title=\"by the end of the year (year not said)\""), "{en}");
}

#[tokio::test]
async fn what_is_to_be_known_besides_stands_with_each_finding() {
    let list =
        "青岚县2027年民生实事\n1.新建幼儿园9所。\n进度安排：6月底前开工4所；12月底前全部开工。\n2.改造危桥12座。\n";
    let page = page_of("list.txt", list, "/findings?lang=zh").await;
    assert_eq!(page.matches("各期的数只说开工").count(), 1, "{page}");
}
