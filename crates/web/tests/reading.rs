//! A process that reads for the server and dies of anything: the page says so, nothing is kept, the next document is read.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "measures time")]

mod ledger_support;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use ledger_support::{FIRST, Town};
use yinuo_app::reader::{InChild, Limits};
use yinuo_web::Aside;

/// A town whose reading process is this script of the shell.
fn town(script: &str, clock: Duration) -> Town {
    let limits = Limits { clock, answer: 100_000, ..Limits::default() };
    Town::read_by(Arc::new(Aside(Arc::new(InChild::new(Path::new("/bin/sh"), &["-c", script], limits)))))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn every_death_of_the_reader_is_a_sentence_on_the_page() {
    let hash = yinuo_extract::read("清单.txt", FIRST.as_bytes()).unwrap().sha256;
    for (script, said) in [
        ("kill -KILL $$", "读取中途停止"),
        ("cat > /dev/null; kill -KILL $$", "读取中途停止"),
        ("cat > /dev/null; exit 0", "读取中途停止"),
        ("cat > /dev/null; exit 101", "读取中途停止"),
        ("cat > /dev/null; echo what is this", "读取中途停止"),
        ("cat > /dev/null; printf 'yinuo.reading/2\\n\\0'", "读取中途停止"),
        ("exec < /dev/null; exit 0", "读取中途停止"),
        ("cat > /dev/null; kill -ABRT $$", "内存超过 256 MiB"),
        ("while :; do :; done", "超过 0.3 秒"),
        ("exec sleep 100 < /dev/null", "超过 0.3 秒"),
        ("cat > /dev/null; while :; do echo a lot of words for nothing at all; done", "读出的内容过多"),
    ] {
        let wait = if said.contains("0.3") { Duration::from_millis(300) } else { Duration::from_secs(20) };
        let town = town(script, wait);
        let browser = town.sign_in().await;
        let started = Instant::now();
        let answer = browser.upload("清单.txt", FIRST.as_bytes(), "").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{script}");
        assert!(answer.body.contains(said) && answer.body.contains("S015"), "{script}: {}", answer.body);
        assert!(answer.body.contains("再试一次"), "{script}");
        assert!(started.elapsed() < Duration::from_secs(15), "{script}");
        assert!(town.ledger.store().upload(&hash).unwrap().is_none(), "{script}: something was kept");
        assert_eq!(browser.get("/office").await.status, StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn others_are_answered_while_a_document_is_read() {
    let town: &'static Town = Box::leak(Box::new(town("exec sleep 100", Duration::from_secs(3))));
    let browser = town.sign_in().await;
    let reading = tokio::spawn(async move { browser.upload("清单.txt", FIRST.as_bytes(), "").await.status });
    let asking = tokio::spawn(async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let started = Instant::now();
        assert_eq!(town.get("/codes").await.status, StatusCode::OK);
        started.elapsed()
    });
    assert!(asking.await.unwrap() < Duration::from_secs(2));
    assert_eq!(reading.await.unwrap(), StatusCode::UNPROCESSABLE_ENTITY);
}
