//! Pages over a ledger: only what was released, any day's view, history and comparison.

mod ledger_support;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use ledger_support::{PLAN, Town, second};
use yinuo_app::Ledger;
use yinuo_app::usecases::{By, dismiss};
use yinuo_ledger::{Command, CommitmentId, EntryId, Side, Subject};

/// Every page of the site that can be reached, with its address.
async fn all_pages(town: &Town) -> Vec<(String, String)> {
    let (mut seen, mut pages) = (BTreeSet::new(), vec![]);
    let mut waiting: Vec<String> = ["/", "/index.json", "/codes"].map(String::from).to_vec();
    waiting.extend([PLAN.to_string(), format!("{PLAN}?lang=en"), format!("{PLAN}?as_of=2026-03-15")]);
    waiting.extend(
        ["source.json", "findings.json", "1.json", "2.json", "history.json", "compare.json"]
            .map(|page| format!("{PLAN}/{page}")),
    );
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = town.get(&path).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{path}: {}", answer.status);
        for (at, _) in answer.body.match_indices("href=\"/") {
            let rest = &answer.body[at + 6..];
            let href = rest[..rest.find('"').unwrap()].split('#').next().unwrap();
            waiting.push(href.replace("&#38;", "&"));
        }
        pages.push((path, answer.body));
    }
    pages
}

#[tokio::test]
async fn nothing_unreleased_is_on_any_public_page() {
    let town = Town::with_year();
    town.adopt(&second());
    town.adopt(&second().replace("2026年", "2039年"));
    let pages = all_pages(&town).await;
    assert!(pages.len() > 40, "{}", pages.len());
    for (path, html) in &pages {
        for secret in ["保密的理由", "候车亭15座", "新建口袋公园3座", "2039"] {
            assert!(!html.contains(secret), "{secret} on {path}");
        }
    }
    town.release(&[5]);
    assert!(town.get(&format!("{PLAN}/1")).await.body.contains("保密的理由"));
}

#[tokio::test]
async fn a_commitment_says_who_is_in_charge_and_what_was_corrected() {
    let town = Town::with_year();
    let before = town.get(&format!("{PLAN}/1")).await.body;
    assert!(before.contains("市容科") && !before.contains("读法已更正"), "{before}");
    town.day("2026-04-10");
    town.release(&[5]);
    let after = town.get(&format!("{PLAN}/1")).await.body;
    for words in ["读法已更正", "“12座”由“全年指标”改读为“背景数字”", "督查室", "由 e6 公布"]
    {
        assert!(after.contains(words), "{words}: {after}");
    }
    assert!(after.contains("这是演示用的台账"));
}

#[tokio::test]
async fn a_dismissed_finding_says_who_and_why() {
    let town = Town::with_year();
    let view = town.ledger.view(Side::Office).unwrap();
    let reading = view.state().current(2026).unwrap();
    let finding =
        reading.findings.iter().find(|f| f.said.commitment.is_some()).expect("the list has a finding").clone();
    let number = finding.said.commitment.unwrap();
    let by = By::post(Ledger::first_post());
    dismiss(&town.ledger, &by, EntryId(1), finding.id, "已经问过".into()).unwrap();
    let before = town.get(&format!("{PLAN}/findings")).await.body;
    assert!(!before.contains("已经问过"), "{before}");
    town.release(&[5, 6]);
    let after = town.get(&format!("{PLAN}/findings")).await.body;
    for words in ["经核对不采用", "已经问过", "督查室", &format!("{PLAN}/history?at=e6#e6")] {
        assert!(after.contains(words), "{words}: {after}");
    }
    let commitment = town.get(&format!("{PLAN}/{number}")).await.body;
    assert!(commitment.contains("不采用提示") && commitment.contains("已经问过"), "{commitment}");
}

#[tokio::test]
async fn a_day_is_shown_as_it_was_and_said_once() {
    let town = Town::with_year();
    town.day("2026-05-01");
    town.release(&[5]);
    let then = town.get(&format!("{PLAN}/1?as_of=2026-03-15")).await.body;
    assert!(!then.contains("保密的理由") && then.contains("市容科"), "{then}");
    assert_eq!(then.matches("2026年3月15日").count(), 1, "{then}");
    assert!(then.contains(&format!("<a href=\"{PLAN}/1\">看今天</a>")), "{then}");
    assert!(then.contains(&format!("{PLAN}/2?as_of=2026-03-15")), "links stay in that day");
    let english = town.get(&format!("{PLAN}?lang=en&as_of=2026-03-15")).await.body;
    assert!(english.contains("15 Mar 2026") && english.contains(&format!("{PLAN}/2?lang=en&#38;as_of=2026-03-15")));
}

#[tokio::test]
async fn days_that_show_nothing_say_why() {
    let town = Town::with_year();
    for (query, status, words) in [
        ("as_of=2026-02-10", StatusCode::NOT_FOUND, "这份清单还没有公布"),
        ("as_of=2025-12-31", StatusCode::NOT_FOUND, "台账里还没有任何记录"),
        ("as_of=2026-04-02", StatusCode::NOT_FOUND, "还没有到，今天是2026年4月1日"),
        ("as_of=tomorrow", StatusCode::BAD_REQUEST, "as_of 后面应写一天"),
    ] {
        for page in ["", "/1", "/source", "/findings", "/history", "/compare", ".json"] {
            let answer = town.get(&format!("{PLAN}{page}?{query}")).await;
            assert_eq!(answer.status, status, "{page} {query}");
            assert!(answer.body.contains(words), "{page} {query}: {}", answer.body);
            assert!(answer.body.contains("看今天的这一页"), "{page} {query}");
        }
    }
}

#[tokio::test]
async fn history_tells_both_times_and_editions_are_compared() {
    let town = Town::with_year();
    town.day("2026-05-01");
    town.adopt(&second());
    assert!(town.get(&format!("{PLAN}/compare")).await.body.contains("公布的清单只有一版"));
    town.release(&[5, 6, 7]);
    let history = town.get(&format!("{PLAN}/history")).await.body;
    for words in ["采纳清单", "两版对应", "更正读法", "指定责任", "公布", "2026年5月1日 12:00（北京时间）", "id=\"e1\""]
    {
        assert!(history.contains(words), "{words}: {history}");
    }
    let compare = town.get(&format!("{PLAN}/compare?from=e1&to=e6")).await.body;
    for words in ["<del>12 座</del> → <ins>15 座</ins>", "口袋公园", "<del>改造农贸市场2家。</del>"] {
        assert!(compare.contains(words), "{words}: {compare}");
    }
    assert_eq!(town.get(&format!("{PLAN}/compare?from=e2&to=e6")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_long_history_comes_in_parts() {
    let town = Town::with_year();
    for n in 0..130 {
        let subject = Subject::Commitment(CommitmentId::new(EntryId(1), 1 + n % 2));
        town.ask(Command::Note { subject, text: format!("第{n}次走访") });
    }
    town.release(&(5..136).collect::<Vec<_>>());
    let latest = town.get(&format!("{PLAN}/history")).await.body;
    assert!(
        latest.contains("第129次走访") && latest.contains("第40次走访") && !latest.contains("第20次走访"),
        "{latest}"
    );
    let at = latest.find("before=").unwrap();
    let before: String = latest[at..].chars().take_while(|c| *c != '"').collect();
    let earlier = town.get(&format!("{PLAN}/history?{before}")).await.body;
    for words in ["第20次走访", "第0次走访", "采纳清单", "回到最新的记录"] {
        assert!(earlier.contains(words), "{words}: {earlier}");
    }
    assert!(!earlier.contains("更早的记录"));
    let commitment = town.get(&format!("{PLAN}/1")).await.body;
    assert!(commitment.contains("第128次走访") && !commitment.contains("第0次走访"));
    assert!(commitment.contains("/history?item=1") && commitment.contains("读法已更正"), "{commitment}");
    let item = town.get(&format!("{PLAN}/history?item=1")).await.body;
    assert!(item.contains("第128次走访") && item.contains("第0次走访") && !item.contains("第129次走访"), "{item}");
    let at = town.get(&format!("{PLAN}/history?at=e8")).await.body;
    assert!(at.contains("id=\"e8\"") && !at.contains("第129次走访"), "{at}");
    assert!(town.get(&format!("{PLAN}/history?at=e130")).await.body.contains("第129次走访"));
    let data = town.get(&format!("{PLAN}/history.json")).await.body;
    assert!(data.contains("第0次走访"));
    for wrong in ["item=9", "item=x", "before=7"] {
        assert_eq!(town.get(&format!("{PLAN}/history?{wrong}")).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}
