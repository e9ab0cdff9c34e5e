//! Every kind of page over a small invented plan: what it shows, in which language, and what it never lets through.
#![allow(clippy::disallowed_methods, reason = "one test shows what happens when a file goes away")]

mod support;

use axum::http::StatusCode;
use std::sync::Arc;

use support::{ask, essential, site};
use yinuo_app::{Edition, Library};
use yinuo_web::{Options, router};

const PLAN: &str = "/%E4%B8%9C%E6%B8%AF%E5%8C%BA/2031";

async fn page(path: &str) -> String {
    let answer = ask(&site(), path, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.body
}

#[tokio::test]
async fn the_plan_shows_the_year_at_a_glance() {
    insta::assert_snapshot!(essential(&page(PLAN).await));
}

#[tokio::test]
async fn a_commitment_shows_its_promise_course_and_milestones() {
    insta::assert_snapshot!(essential(&page(&format!("{PLAN}/1")).await));
}

#[tokio::test]
async fn a_commitment_shows_what_is_unsound_in_it() {
    insta::assert_snapshot!(essential(&page(&format!("{PLAN}/2?lang=en")).await));
}

#[tokio::test]
async fn the_source_is_marked_where_things_stand() {
    insta::assert_snapshot!(essential(&page(&format!("{PLAN}/source")).await));
}

#[tokio::test]
async fn findings_are_grouped_by_code() {
    insta::assert_snapshot!(essential(&page(&format!("{PLAN}/findings")).await));
}

#[tokio::test]
async fn a_code_says_where_it_occurs() {
    let html = page("/codes/C005").await;
    assert!(html.contains("<h1>目标无法衡量</h1>"), "{html}");
    assert!(html.contains(&format!("<a href=\"{PLAN}/findings#C005\">东港区 · 2031</a>：1 处")), "{html}");
    assert!(page("/codes?lang=en").await.contains("Nothing in the promise can be measured"));
}

#[tokio::test]
async fn every_address_on_a_page_leads_somewhere() {
    let site = site();
    let mut seen = std::collections::BTreeSet::new();
    let mut waiting = vec![PLAN.to_string(), format!("{PLAN}?lang=en")];
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = ask(&site, &path, &[]).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{path}: {}", answer.status);
        for (at, _) in answer.body.match_indices("href=\"/") {
            let rest = &answer.body[at + 6..];
            let href = rest[..rest.find('"').unwrap()].split('#').next().unwrap();
            waiting.push(href.to_string());
        }
    }
    assert!(seen.len() > 30, "{seen:?}");
}

#[tokio::test]
async fn marks_lead_to_the_commitment_and_back() {
    let source = page(&format!("{PLAN}/source")).await;
    let commitment = page(&format!("{PLAN}/1")).await;
    assert!(source.contains(&format!("href=\"{PLAN}/1#m2\" id=\"m1-2\"")), "{source}");
    assert!(commitment.contains(&format!("href=\"{PLAN}/source#m1-2\" id=\"m2\"")), "{commitment}");
}

#[tokio::test]
async fn words_of_the_document_never_become_markup() {
    for path in ["", "/2", "/source", "/findings", "?q=%3Cscript%3E"] {
        let html = page(&format!("{PLAN}{path}")).await;
        assert!(!html.contains("<script>") && html.contains("&#60;script&#62;"), "{path}: {html}");
    }
}

#[tokio::test]
async fn search_finds_a_word_of_two_characters() {
    let html = page(&format!("{PLAN}?q=%E9%A3%9F%E5%A0%82")).await;
    assert!(html.contains("老年食堂") && !html.contains("老人健康档案"), "{html}");
    let none = page(&format!("{PLAN}?q=%E6%A1%A5%E6%A2%81")).await;
    assert!(none.contains("<b>0</b> 项"), "{none}");
}

#[tokio::test]
async fn the_language_is_chosen_by_address_and_remembered() {
    let site = site();
    let english = ask(&site, &format!("{PLAN}?lang=en"), &[]).await;
    assert!(english.body.contains("<html lang=\"en\">"));
    assert!(english.body.contains(&format!("href=\"{PLAN}/1?lang=en\"")), "links keep the language");
    let cookie = english.headers["set-cookie"].to_str().unwrap();
    let again = ask(&site, PLAN, &[("cookie", cookie.split(';').next().unwrap())]).await;
    assert!(again.body.contains("<html lang=\"en\">"));
    assert!(ask(&site, PLAN, &[]).await.body.contains("<html lang=\"zh-CN\">"));
}

#[tokio::test]
async fn what_is_missing_is_told_with_a_way_on() {
    let site = site();
    for path in
        ["/nowhere", "/a/b/c/d", "/%E4%B8%9C%E6%B8%AF%E5%8C%BA/1999", &format!("{PLAN}/99"), "/codes/X1", "/%FF/2031"]
    {
        let answer = ask(&site, path, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains(&format!("<a href=\"{PLAN}\">东港区 · 2031</a>")), "{path}: {}", answer.body);
    }
    let english = ask(&site, "/nowhere?lang=en", &[]).await;
    assert!(english.body.contains("There is no such page"));
}

#[tokio::test]
async fn each_page_is_also_data() {
    for (path, key) in [
        (format!("{PLAN}.json"), "/categories/0/commitments/1/label"),
        (format!("{PLAN}/2.json"), "/commitment/label"),
        (format!("{PLAN}/2.json"), "/diagnostics/0/code"),
        (format!("{PLAN}/findings.json"), "/diagnostics/0/help"),
        (format!("{PLAN}/source.json"), "/text"),
        ("/index.json".to_string(), "/plans/0/year"),
        ("/codes.json".to_string(), "/codes/0/code"),
        ("/codes/C005.json".to_string(), "/page"),
    ] {
        let answer = ask(&site(), &path, &[]).await;
        assert_eq!(answer.headers["content-type"], "application/json; charset=utf-8", "{path}");
        let value: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert!(value.pointer(key).is_some_and(|v| !v.is_null()), "{path} has {key}");
    }
}

#[tokio::test]
async fn a_page_that_the_browser_has_is_not_sent_again() {
    let site = site();
    let first = ask(&site, PLAN, &[]).await;
    let tag = first.headers["etag"].to_str().unwrap();
    let again = ask(&site, PLAN, &[("if-none-match", tag)]).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let english = ask(&site, &format!("{PLAN}?lang=en"), &[("if-none-match", tag)]).await;
    assert_eq!(english.status, StatusCode::OK);
}

#[tokio::test]
async fn pages_are_packed_for_browsers_that_take_it() {
    let mut request = axum::http::Request::get(PLAN).body(axum::body::Body::empty()).unwrap();
    request.headers_mut().insert("accept-encoding", "br, gzip".parse().unwrap());
    let response = tower::ServiceExt::oneshot(site(), request).await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
    let packed = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let mut html = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut html).unwrap();
    assert_eq!(html, page(PLAN).await);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_told_and_the_last_reading_shown() {
    let path = std::env::temp_dir().join(format!("yinuo-web-{}.txt", std::process::id()));
    std::fs::write(&path, "己区清单\n").unwrap();
    let library = yinuo_app::Library::open(
        std::slice::from_ref(&path),
        Default::default(),
        std::sync::Arc::new(yinuo_app::reader::Direct),
    )
    .unwrap();
    let site = yinuo_web::router(std::sync::Arc::new(library), Default::default());
    let plan = ask(&site, "/", &[]).await.headers["location"].to_str().unwrap().to_string();
    assert!(!ask(&site, &plan, &[]).await.body.contains("读不到"));
    std::fs::remove_file(&path).unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(520)).await;
    let gone = ask(&site, &format!("{plan}/source"), &[]).await;
    assert!(gone.body.contains("读不到") && gone.body.contains("己区清单"), "{}", gone.body);
}

#[tokio::test]
async fn every_answer_is_guarded() {
    // a browser asks for the icon beside a page that names none, as JSON
    assert_eq!(ask(&site(), "/favicon.ico", &[]).await.headers["content-type"], "image/svg+xml");
    for path in [PLAN, "/nowhere", "/assets/site.css"] {
        let answer = ask(&site(), path, &[]).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    }
}

#[tokio::test]
async fn a_list_says_what_more_there_is_to_know_and_what_is_none_says_why() {
    let main = async |name: &str, text: &str| {
        let edition = Edition::compile(name, text.as_bytes(), &Default::default()).unwrap();
        let site = router(Arc::new(Library::of(vec![edition])), Options::default());
        let plan = ask(&site, "/", &[]).await.headers["location"].to_str().unwrap().to_string();
        essential(&ask(&site, &plan, &[]).await.body)
    };
    let columns =
        "东港区2031年民生实事,,,\n序号,工作任务,备料,责任单位\n1,新建公园3座,甲,城管局\n2,修桥5座,乙,交通局\n";
    let page = main("list.csv", columns).await;
    assert!(page.contains("没有发现需要修改的地方。另有 <a href=") && page.contains("<b>1</b> 条提示</a>。"), "{page}");
    let table = "东港区2031年民生实事,,,\n序号,工作任务,一季度,二季度\n1,培训300人,培训100人,培训100人\n2,重视读书,开会,总结\n3,重视健康,开会,总结\n";
    let page = main("table.csv", table).await;
    assert!(page.contains("最多的是“目标无法衡量”。"), "one sum is short, two promises cannot be measured: {page}");
    let place = |title: &str| page.find(&format!(">{title}</a>")).expect(title);
    assert!(place("各期合计达不到指标") < place("目标无法衡量"), "what contradicts itself still stands first");
    let report = "东港区2031年政府工作报告\n\n守住民生底线，全年办好12件民生实事。稳住粮食生产，守好青山绿水。\n";
    let page = main("report.txt", report).await;
    assert!(page.contains("文中只提到 12 项，没有逐项写出。"), "{page}");
}
