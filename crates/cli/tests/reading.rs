//! The program as the one that reads for a server: what it reads, how it is bound, and what is seen when it is killed.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "starts and ends programs")]

#[path = "../../web/tests/ledger_support/mod.rs"]
mod ledger_support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use ledger_support::{FIRST, Town};
use yinuo_app::reader::{Direct, InChild, Limits, Reader};

fn reader(limits: Limits) -> InChild {
    InChild::new(Path::new(env!("CARGO_BIN_EXE_yinuo")), &["read-document"], limits)
}

/// A page that takes a while.
fn slow() -> Vec<u8> {
    format!("<html>{}", "<p>新建候车亭12座<p>完成<b>选址</b>\n".repeat(40_000)).into_bytes()
}

#[test]
fn it_reads_as_this_process_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let child = reader(Limits::default());
    for folder in ["examples", "fixtures/codes"] {
        for file in fs::read_dir(root.join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let bytes = fs::read(&path).expect("bytes");
            match (child.read(&name, &bytes), Direct.read(&name, &bytes)) {
                (Ok(a), Ok(b)) => {
                    assert_eq!((a.name, a.media_type, a.encoding), (b.name, b.media_type, b.encoding));
                    assert_eq!((a.sha256, a.text, a.blocks), (b.sha256, b.text, b.blocks), "{name}");
                    assert_eq!(a.findings, b.findings, "{name}");
                }
                (a, b) => assert_eq!(a.expect_err(&name), b.expect_err(&name)),
            }
        }
    }
}

#[test]
fn it_binds_itself_before_it_reads() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yinuo"));
    let child = child.args(["read-document", "200", "4"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = child.spawn().expect("the program starts");
    let until = Instant::now() + Duration::from_secs(20);
    let bound = loop {
        let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap_or_default();
        let soft = |name: &str| {
            let line = limits.lines().find_map(|l| l.strip_prefix(name)).unwrap_or_default();
            line.split_whitespace().next().unwrap_or_default().to_string()
        };
        let names = [
            "Max address space", "Max cpu time", "Max core file size", "Max file size", "Max open files",
            "Max processes",
        ];
        let all = names.map(soft);
        if all[5] == "0" || Instant::now() > until {
            break all;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    child.kill().expect("it ends");
    child.wait().expect("it ends");
    assert_eq!(bound, ["209715200", "4", "0", "0", "3", "0"]);
}

#[test]
fn memory_beyond_the_limit_is_refused() {
    let refusal = reader(Limits { memory: 64, clock: Duration::from_secs(60), ..Limits::default() });
    let large = "新建候车亭12座\n".repeat(600_000);
    let refusal = refusal.read("a.txt", large.as_bytes()).expect_err("more than there is room for");
    assert_eq!(refusal.code.id, "S015");
    assert!(refusal.message.en.ends_with("it needed over 64 MiB"), "{}", refusal.message.en);
}

#[test]
fn time_beyond_the_limit_is_refused() {
    let refusal = reader(Limits { clock: Duration::from_millis(30), ..Limits::default() }).read("a.html", &slow());
    assert!(refusal.expect_err("too slow").message.en.ends_with("it took over 0.03 s"));
    let limits = Limits { processor: 1, clock: Duration::from_secs(120), memory: 2000, ..Limits::default() };
    let refusal = reader(limits).read("a.html", &slow().repeat(5)).expect_err("too slow");
    assert!(refusal.message.en.ends_with("it took over 1 s of the processor"), "{}", refusal.message.en);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_it_reads() {
    // The limit of memory tells this process from those of the other tests.
    let limits = Limits { memory: 313, clock: Duration::from_secs(60), ..Limits::default() };
    let town: &'static Town = Box::leak(Box::new(Town::read_by(Arc::new(yinuo_web::Aside(Arc::new(reader(limits)))))));
    let browser = town.sign_in().await;
    let killer = tokio::task::spawn_blocking(|| kill_one("313"));
    let answer = browser.upload("大表.html", &slow(), "").await;
    assert!(killer.await.expect("it looked"), "there was nothing to kill");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("读取中途停止") && answer.body.contains("S015"), "{}", answer.body);
    let next = browser.upload("清单.txt", FIRST.as_bytes(), "").await;
    assert_eq!(next.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get(next.location()).await.status, StatusCode::OK);
}

/// Ends the reading process with this limit as soon as it has taken something in.
fn kill_one(limit: &str) -> bool {
    let until = Instant::now() + Duration::from_secs(30);
    while Instant::now() < until {
        for process in fs::read_dir("/proc").expect("processes").flatten() {
            let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
            let mut words = line.split(|b| *b == 0).skip(1);
            if words.next() == Some(b"read-document") && words.next() == Some(limit.as_bytes()) {
                let io = fs::read_to_string(process.path().join("io")).unwrap_or_default();
                let taken = io.lines().find_map(|l| l.strip_prefix("rchar: ")?.parse::<u64>().ok());
                if taken.is_some_and(|n| n > 1_000_000) {
                    let pid = process.file_name();
                    return Command::new("kill").arg("-KILL").arg(pid).status().is_ok_and(|s| s.success());
                }
            }
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    false
}
