//! A commitment that waits for another leads to it, and the other says who waits.

#[allow(dead_code, reason = "of the support only what asks a site is needed")]
mod support;

use std::sync::Arc;

use support::ask;
use yinuo_app::{Edition, Library};
use yinuo_web::{Options, router};

const LIST: &str = "青岚县2027年民生实事清单,,,\n序号,工作任务,上半年,下半年\n\
    1,打通青河路。,完成路基。,青河路建成通车。\n\
    2,优化公交线路6条。,优化线路2条。,待青河路通车后优化线路4条。\n\
    3,改造公厕9座。,改造4座。,改造5座。\n";

#[tokio::test]
async fn both_pages_lead_to_each_other() {
    let edition = Edition::compile("list.csv", LIST.as_bytes(), &Default::default()).unwrap();
    let site = router(Arc::new(Library::of(vec![edition])), Options::default());
    let plan = ask(&site, "/", &[]).await.headers["location"].to_str().unwrap().to_string();
    let page = async |rest: &str| ask(&site, &format!("{plan}{rest}"), &[]).await.body;
    let waits = page("/2?lang=zh").await;
    assert!(waits.contains("<dt>取决于</dt>"), "{waits}");
    assert!(waits.contains(&format!("<a href=\"{plan}/1\">1 打通青河路</a> <small>下半年</small>")), "{waits}");
    assert!(waits.contains("要等的“青河路”在第 1 项“打通青河路”里"), "{waits}");
    let awaited = page("/1?lang=en").await;
    assert!(awaited.contains("<dt>Needed by</dt>"), "{awaited}");
    assert!(awaited.contains(&format!("<a href=\"{plan}/2?lang=en#2027-H2\">2 优化公交线路</a>")), "{awaited}");
    assert!(!page("/3?lang=zh").await.contains("<dt>影响到</dt>"));
    let data: serde_json::Value = serde_json::from_str(&page("/1.json").await).unwrap();
    let told = serde_json::json!([{ "commitment": 2, "at": "2027-H2", "step": 0, "on": 1, "words": "青河路" }]);
    assert_eq!(data["dependencies"], told);
}
