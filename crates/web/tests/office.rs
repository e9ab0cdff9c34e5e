//! The office: nobody comes in unasked, no foreign form does anything, and what is typed is never lost.

mod ledger_support;

use axum::http::StatusCode;
use ledger_support::{FIRST, PLAN, Town, second, value};
use yinuo_web::office_path;

const PAGES: [&str; 4] = ["/office", "/office/members", "/office/plans/2026", "/office/plans/2026/1"];
const FORMS: [&str; 11] = [
    "/office/leave",
    "/office/documents/0",
    "/office/documents/0/discard",
    "/office/release",
    "/office/members",
    "/office/members/close",
    "/office/plans/2026/1/border",
    "/office/plans/2026/1/measure",
    "/office/plans/2026/1/dismiss",
    "/office/plans/2026/1/assign",
    "/office/plans/2026/1/note",
];

fn head(town: &Town) -> u64 {
    town.ledger.store().head().unwrap().next
}

#[tokio::test]
async fn nobody_comes_in_without_a_link() {
    let town = Town::with_year();
    for page in PAGES {
        let answer = town.get(page).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/office/closed"), "{page}");
    }
    assert!(town.get("/office/closed").await.body.contains("yinuo serve --data"));
    let link = office_path(&town.ledger).unwrap();
    assert_eq!(town.get(&link).await.status, StatusCode::SEE_OTHER);
    let again = town.get(&link).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
    assert!(again.body.contains("链接只能用一次"));
}

#[tokio::test]
async fn a_form_without_token_or_from_elsewhere_does_nothing() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let before = head(&town);
    let good = [("form", browser.token.as_str()), ("name", "新科"), ("text", "一句话"), ("everything", "1")];
    for form in FORMS {
        let ours = [("sec-fetch-site", "same-origin")];
        let cases = [
            (&good[1..], &ours[..]),
            (&[("form", "0"), ("name", "新科"), ("text", "一句话")][..], &ours[..]),
            (&good[..], &[("sec-fetch-site", "cross-site")][..]),
            (&good[..], &[("origin", "http://elsewhere.test")][..]),
            (&good[..], &[("origin", "null")][..]),
            (&good[..], &[][..]),
        ];
        for (fields, headers) in cases {
            let answer = browser.post_raw(form, fields, headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{form} {headers:?}");
            assert!(answer.body.contains("没有记录任何内容"), "{form}");
        }
    }
    assert_eq!(head(&town), before);
    for form in FORMS.iter().filter(|form| !PAGES.contains(form) && **form != "/office/documents/0") {
        let (page, _) = form.rsplit_once('/').unwrap();
        assert_eq!(browser.get(form).await.location(), page, "a form's address leads to its page");
    }
    assert_eq!(browser.get("/office").await.status, StatusCode::OK, "nobody was signed out");
    let own = [("origin", "http://town.test")];
    assert_eq!(browser.post_raw("/office/members", &good, &own).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_signs_out_is_out() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    assert_eq!(browser.post("/office/leave", &[]).await.location(), "/");
    assert_eq!(browser.get("/office").await.location(), "/office/closed");
}

#[tokio::test]
async fn a_document_is_seen_before_it_is_recorded() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let handed = browser.upload("清单.txt", FIRST.as_bytes(), "").await;
    let page = browser.get(handed.location()).await;
    assert!(page.body.contains("新建候车亭12座") && page.body.contains("台账还是空的"), "{}", page.body);
    assert_eq!(head(&town), 0);
    let done = browser.post(handed.location(), &[("jurisdiction", "临溪区"), ("office", "督查室")]).await;
    assert_eq!(done.location(), "/office?done=e1");
    assert_eq!(town.get(PLAN).await.status, StatusCode::NOT_FOUND, "not before it is released");
    let seen = value(&browser.get("/office").await.body, "seen");
    let released = browser.post("/office/release", &[("everything", "1"), ("seen", &seen)]).await;
    assert_eq!(released.location(), "/office?done=e2");
    assert_eq!(town.get(PLAN).await.status, StatusCode::OK);
    let again = browser.upload("清单.txt", FIRST.as_bytes(), "").await;
    assert!(browser.get(again.location()).await.body.contains("没有可记录的"));
    let next = browser.upload("清单2.txt", second().as_bytes(), "").await;
    let preview = browser.get(next.location()).await.body;
    assert!(preview.contains("<del>12 座</del> → <ins>15 座</ins>") && preview.contains("记为新版"), "{preview}");
}

#[tokio::test]
async fn a_new_edition_says_what_it_takes_over_and_what_stays_behind() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let handed = browser.upload("清单2.txt", second().as_bytes(), "").await;
    let preview = browser.get(handed.location()).await.body;
    for words in ["留在旧版", "“事项”的文字变了", "项的责任随事项延续"] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    let shorter = FIRST.replace("农贸市场2家", "农贸市场3家");
    let handed = browser.upload("清单3.txt", shorter.as_bytes(), "").await;
    let preview = browser.get(handed.location()).await.body;
    for words in ["沿用到新版", "“12座”由“全年指标”改读为“背景数字”", "保密的理由"] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    let seen = value(&preview, "seen");
    let done = browser.post(handed.location(), &[("seen", &seen)]).await;
    assert_eq!(done.location(), "/office?done=e6");
    assert_eq!(head(&town), 9, "plan, mapping, and the correction taken over");
    assert!(browser.get("/office").await.body.contains("（沿用 e5）"));
}

#[tokio::test]
async fn a_correction_after_the_preview_is_told_before_the_edition_is_recorded() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let handed = browser.upload("清单3.txt", FIRST.replace("市场2家", "市场3家").as_bytes(), "").await;
    let before = head(&town);
    let done = browser.post(handed.location(), &[("seen", "e4")]).await;
    assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(done.body.contains("刚被记录 e5 更正过"), "{}", done.body);
    assert_eq!(head(&town), before);
}

#[tokio::test]
async fn documents_that_wait_are_listed_until_they_are_recorded_or_put_away() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let desk = browser.get("/office").await.body;
    assert!(!desk.contains("还没有记录的文件"), "what an edition was read from does not wait: {desk}");
    let one = browser.upload("甲稿.txt", second().as_bytes(), "").await;
    let two = browser.upload("乙稿.txt", FIRST.replace("2家", "3家").as_bytes(), "").await;
    let desk = browser.get("/office").await.body;
    for words in ["还没有记录的文件", "甲稿.txt", "乙稿.txt", one.location(), two.location()] {
        assert!(desk.contains(words), "{words}: {desk}");
    }
    let before = head(&town);
    browser.post(&format!("{}/discard", one.location()), &[]).await;
    assert_eq!(head(&town), before, "no entry");
    assert_eq!(browser.get(one.location()).await.status, StatusCode::NOT_FOUND);
    browser.post(two.location(), &[]).await;
    assert!(!browser.get("/office").await.body.contains("还没有记录的文件"));
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_recorded_once() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let page = browser.get("/office/plans/2026/1").await.body;
    let (mark, measure, seen) = (value(&page, "mark"), value(&page, "measure"), value(&page, "seen"));
    let before = head(&town);
    let fix = [
        ("mark", mark.as_str()),
        ("seen", &seen),
        ("measure", &measure),
        ("mode", "Annual"),
        ("bound", "AtLeast"),
        ("reason", "一次改好"),
    ];
    let note = [("mark", mark.as_str()), ("what", "note"), ("text", "只记一次")];
    let units = [("mark", mark.as_str()), ("sort", "unit"), ("name", "新科")];
    let all =
        [("/office/plans/2026/1/measure", &fix[..]), ("/office/plans/2026/1/note", &note), ("/office/members", &units)];
    for (n, (path, fields)) in all.iter().enumerate() {
        let send = || browser.post(path, fields);
        let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
        for answer in [a, b, c, d, send().await] {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
            assert!(answer.location().ends_with(&format!("done=e{}", before + n as u64)), "{}", answer.location());
        }
        assert_eq!(head(&town), before + 1 + n as u64, "{path}");
    }
    let page = browser.get("/office/plans/2026/1").await.body;
    assert!(page.contains("“12座”由“背景数字、如数”改读为“全年指标、不少于”"), "{page}");
    let other = [("mark", mark.as_str()), ("what", "note"), ("text", "改过的话")];
    browser.post("/office/plans/2026/1/note", &other).await;
    assert_eq!(head(&town), before + 4, "other words ask for something else");
}

#[tokio::test]
async fn a_ledger_begins_in_the_zone_that_was_typed() {
    let town = Town::empty();
    let browser = town.sign_in().await;
    let handed = browser.upload("清单.txt", FIRST.as_bytes(), "").await;
    assert!(browser.get(handed.location()).await.body.contains("value=\"+08:00\""));
    let wrong = browser.post(handed.location(), &[("zone", "8")]).await;
    assert!(wrong.body.contains("时区应写成 +08:00 这样"), "{}", wrong.body);
    assert_eq!(head(&town), 0);
    browser.post(handed.location(), &[("zone", "+06:30")]).await;
    assert_eq!(town.ledger.view(yinuo_ledger::Side::Office).unwrap().offset_minutes(), 390);
    assert!(browser.get("/office").await.body.contains("08:00（UTC+06:30）"));
}

#[tokio::test]
async fn documents_that_cannot_be_read_are_told() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let large = vec![b'a'; yinuo_extract::MAX_BYTES + 1];
    let cases: [(&str, &[u8], &str, &str); 5] = [
        ("a.txt", &large, "", "文件超过 16 MiB"),
        ("a.txt", b"", "", "没有"),
        ("a.bin", b"\x00\x01\x02\x00\xff\x00", "", "没有记录"),
        ("", b"", "2026", "没有选择文件"),
        ("a.txt", FIRST.as_bytes(), "二〇", "年份应写四位数字"),
    ];
    for (name, bytes, year, words) in cases {
        let answer = browser.upload(name, bytes, year).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
        assert!(answer.body.contains(&format!("size=\"6\" value=\"{year}\"")), "{words}");
    }
}

#[tokio::test]
async fn a_border_is_moved_by_choosing_words() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let to = FIRST.find("完成设计。\n\n建成4座").unwrap().to_string();
    let page = browser.get("/office/plans/2026/1").await.body;
    assert!(page.contains(&format!("<option value=\"{to}\">完成设计。</option>")), "{page}");
    let fields = [("what", "border"), ("seen", "e5"), ("left", "2026-Q1"), ("right", "2026-Q2"), ("to", &to)];
    let refused = browser.post("/office/plans/2026/1/border", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains(&format!("<option value=\"{to}\" selected>")), "{}", refused.body);
    let mut with_reason = fields.to_vec();
    with_reason.push(("reason", "设计在第二季度"));
    let done = browser.post("/office/plans/2026/1/border", &with_reason).await;
    assert_eq!(done.location(), "/office/plans/2026/1?done=e6");
    let page = browser.get(done.location()).await.body;
    assert!(page.contains("重划“第一季度”与“第二季度”的分界"), "{page}");
}

#[tokio::test]
async fn two_people_correcting_the_same_lose_nothing() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let page = browser.get("/office/plans/2026/1").await.body;
    let (measure, seen) = (value(&page, "measure"), value(&page, "seen"));
    let form = |mode: &'static str, reason: &'static str, seen: String| {
        let (measure, browser) = (measure.clone(), &browser);
        async move {
            let fields = [
                ("what", "measure"),
                ("seen", seen.as_str()),
                ("measure", measure.as_str()),
                ("mode", mode),
                ("bound", "Exact"),
                ("reason", reason),
            ];
            browser.post("/office/plans/2026/1/measure", &fields).await
        }
    };
    assert_eq!(form("Annual", "甲的理由", seen.clone()).await.status, StatusCode::SEE_OTHER);
    let before = head(&town);
    let conflict = form("Rate", "乙的理由", seen).await;
    assert_eq!(conflict.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["同时有人改了这里", "甲的理由", "value=\"乙的理由\"", "<option value=\"Rate\" selected>"]
    {
        assert!(conflict.body.contains(words), "{words}: {}", conflict.body);
    }
    assert_eq!(head(&town), before);
    let seen = value(&conflict.body, "seen");
    assert_eq!(form("Rate", "乙的理由", seen).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn units_findings_owners_and_remarks_are_recorded() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    let taken = browser.post("/office/members", &[("sort", "unit"), ("name", "市容科")]).await;
    assert!(taken.body.contains("已有“市容科”") && taken.body.contains("value=\"市容科\""), "{}", taken.body);
    let post = browser.post("/office/members", &[("sort", "post"), ("name", "科长"), ("unit", "u2.1")]).await;
    assert_eq!(post.location(), "/office/members?done=e6");
    let here = "/office/plans/2026/2";
    let assign = [("what", "assign"), ("role", "lead"), ("holder", "p6.1"), ("from", "2026-04-01")];
    assert_eq!(browser.post(&format!("{here}/assign"), &assign).await.location(), format!("{here}?done=e7"));
    let note = [("what", "note"), ("text", "只给自己看"), ("office_only", "1")];
    assert_eq!(browser.post(&format!("{here}/note"), &note).await.location(), format!("{here}?done=e8"));
    let page = browser.get(here).await.body;
    assert!(page.contains("科长") && page.contains("只给自己看"), "{page}");
    let desk = browser.get("/office").await.body;
    assert!(
        !desk.contains("只给自己看") && desk.contains("科长"),
        "what is the office's own is not offered for release"
    );
    let empty = browser.post(&format!("{here}/note"), &[("what", "note"), ("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = browser.post("/office/members/close", &[("member", "u2.1"), ("on", "2026-04-01")]).await;
    assert_eq!(closed.location(), "/office/members?done=e9");
}

#[tokio::test]
async fn a_release_that_leaves_out_its_ground_is_told_and_keeps_the_choice() {
    let town = Town::empty();
    town.adopt(FIRST);
    town.correct("理由");
    let browser = town.sign_in().await;
    let refused = browser.post("/office/release", &[("entry", "e2"), ("remark", "说明文字")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["J011", "value=\"e2\" checked", "value=\"说明文字\""] {
        assert!(refused.body.contains(words), "{words}: {}", refused.body);
    }
    let none = browser.post("/office/release", &[]).await;
    assert!(none.body.contains("没有选择要公布的记录"));
}

#[tokio::test]
async fn a_clock_that_was_set_back_is_said_before_anything_is_recorded() {
    let town = Town::with_year();
    let browser = town.sign_in().await;
    assert!(!browser.get("/office").await.body.contains("时钟"));
    town.day("2026-01-01");
    for page in ["/office", "/office/members", "/office/plans/2026/1"] {
        let body = browser.get(page).await.body;
        assert!(body.contains("早于最后一条记录") && body.contains("按 2026-04-01"), "{page}: {body}");
    }
}
