//! The history in a terminal: its columns stand under each other also where words are Chinese, and of a database that is cut
//! short what can still be read is shown and the rest named.
#![allow(clippy::disallowed_methods, reason = "runs the binary on folders of its own")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use yinuo_app::store::{DATABASE, SqliteStore};
use yinuo_app::usecases::{By, First, adopt, request};
use yinuo_app::{Edition, GivenClock, Ledger};
use yinuo_ledger::{Command as Asks, EntryId};

const LIST: &str =
    "临溪区2026年民生实事\n序号 | 工作任务 | 责任单位\n1 | 新建候车亭12座 | 交通局\n2 | 改造农贸市场2家 | 商务局\n";

/// A ledger with a plan, a release, and so many units.
fn ledger(folder: &Path, units: usize) {
    ledger_of(LIST, folder, units);
}

/// The same with another list.
fn ledger_of(list: &str, folder: &Path, units: usize) {
    let clock = Arc::new(GivenClock::at("2026-01-05T01:30:00Z".parse().expect("a time")));
    let ledger = Ledger::new(Arc::new(SqliteStore::open(folder).expect("a folder")), clock);
    let by = By::post(Ledger::first_post());
    let edition = Edition::compile("list.txt", list.as_bytes(), &Default::default()).expect("a list");
    let first = First { office: "督查室".into(), ..First::default() };
    adopt(&ledger, &by, &edition, list.as_bytes(), "", &first, None).expect("it is recorded");
    request(&ledger, &by, Asks::Release { entries: vec![EntryId(1)], remark: None }).expect("it is released");
    for n in 1..=units {
        request(&ledger, &by, Asks::CreateUnit { name: format!("第{n}科") }).expect("it is recorded");
    }
}

fn yinuo(args: &[&str], folder: &Path) -> (Output, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yinuo"));
    let output = command.args(args).arg("--data").arg(folder).output().expect("the binary runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    (output, out, err)
}

#[test]
fn columns_stand_under_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    ledger(folder.path(), 1);
    insta::assert_snapshot!(yinuo(&["log", "--lang", "zh"], folder.path()).1, @r"
    e0    2026-01-05  公开    建立台账：第一个岗位：督查室
    e1    2026-01-05  已公布  采纳清单：临溪区2026年民生实事，2 项
    e2    2026-01-05  公开    公布：公布记录 e1
    e3    2026-01-05  未公布  设立单位：第1科
    ");
    insta::assert_snapshot!(yinuo(&["log", "--lang", "en"], folder.path()).1, @r"
    e0    2026-01-05  open    ledger opened: first post: 督查室
    e1    2026-01-05  public  plan adopted: 临溪区2026年民生实事, 2 promises
    e2    2026-01-05  open    release: entries e1
    e3    2026-01-05  held    unit created: 第1科
    ");
}

#[test]
fn of_a_file_that_is_cut_short_the_rest_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    ledger(folder.path(), 300);
    let whole = yinuo(&["log", "--all", "--lang", "zh"], folder.path()).1;
    let path = folder.path().join(DATABASE);
    let bytes = fs::read(&path).expect("the database");
    let mut counts = vec![];
    for part in [2, 5, 8, 11, 14] {
        fs::write(&path, &bytes[..bytes.len() * part / 16]).expect("the disk takes it");
        let (output, out, err) = yinuo(&["log", "--lang", "zh"], folder.path());
        assert_eq!(output.status.code(), Some(1), "{err}");
        assert!(err.contains("台账有损坏"), "{err}");
        let (lost, sound): (Vec<&str>, Vec<&str>) = out.lines().partition(|line| line.contains("内容已损坏"));
        assert!(sound.iter().all(|line| whole.contains(line)), "{out}");
        counts.push((sound.len(), lost.len(), err.contains("读不出来的是 e")));
    }
    assert!(counts.iter().any(|(sound, _, names_lost)| *sound > 100 && *names_lost), "{counts:?}");
    assert!(counts.iter().any(|(_, lost, _)| *lost > 0), "envelopes whose body is gone: {counts:?}");
    assert!(counts.is_sorted_by_key(|(sound, ..)| *sound), "a longer piece holds no less: {counts:?}");

    let (output, out, _) = yinuo(&["doctor", "--lang", "zh"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    for words in ["数据库文件被截断", "读不出来", "其中", "有损坏"] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert!(out.lines().count() < 20, "entries that follow each other are told together: {out}");
}

#[test]
fn the_state_of_a_damaged_ledger_is_told_as_far_as_it_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    ledger(folder.path(), 300);
    let path = folder.path().join(DATABASE);
    let bytes = fs::read(&path).expect("the database");
    let whole = yinuo(&["status", "--lang", "zh"], folder.path());
    assert_eq!((whole.0.status.code(), whole.2.as_str()), (Some(0), ""));
    let mut plans = 0;
    for part in [2, 5, 8, 11, 14] {
        fs::write(&path, &bytes[..bytes.len() * part / 16]).expect("the disk takes it");
        for side in [&["status", "--lang", "zh"][..], &["status", "--public", "--lang", "zh"]] {
            let (output, out, err) = yinuo(side, folder.path());
            assert_eq!(output.status.code(), Some(1), "{part}/16: {err}");
            assert!(err.contains("台账有损坏") && err.contains("请运行 yinuo doctor"), "{part}/16: {out}{err}");
            plans += usize::from(out.contains("2 件"));
        }
    }
    assert!(plans > 0, "of some pieces the plan is still told");
    fs::write(&path, "").expect("the disk takes it");
    let (output, _, err) = yinuo(&["status", "--lang", "zh"], folder.path());
    assert!(output.status.code() == Some(2) && err.contains("里什么也没有"), "{err}");
}

/// A document longer than a page, cut through anywhere: the disk is not blamed for it, and something is shown.
#[test]
fn a_long_document_that_is_cut_through_is_damage() {
    let folder = tempfile::tempdir().expect("a folder");
    ledger_of(include_str!("../../../examples/guangming-2016.txt"), folder.path(), 6);
    let path = folder.path().join(DATABASE);
    let bytes = fs::read(&path).expect("the database");
    for part in 8..16 {
        fs::write(&path, &bytes[..bytes.len() * part / 16 - 700]).expect("the disk takes it");
        let shown = yinuo(&["log", "--all", "--lang", "zh"], folder.path()).1;
        assert!(shown.contains("e0 "), "{part}/16: {shown}");
    }
}

#[test]
fn a_correction_of_what_is_not_there_says_what_is() {
    let folder = tempfile::tempdir().expect("a folder");
    ledger(folder.path(), 0);
    let told = |args: &[&str]| {
        let (ran, out, err) = yinuo(&[&["correct", "--lang", "zh", "--reason", "核对"], args].concat(), folder.path());
        assert_eq!((ran.status.code(), out.as_str()), (Some(2), ""));
        err
    };
    insta::assert_snapshot!(told(&["--column", "攻坚举措=title"]), @"错误: 没有“攻坚举措”这个表头；表格里有：序号、工作任务、责任单位");
    let list = "临溪区2026年民生实事\n序号 | 工作任务 | 第一季度 | 第二季度\n1 | 新建候车亭12座 | 选址 | 建成\n";
    let folder = tempfile::tempdir().expect("a folder");
    ledger_of(list, folder.path(), 0);
    let cell = ["correct", "--lang", "zh", "--reason", "核对", "--item", "1", "--at", "2026-Q2", "--begins", "验收"];
    insta::assert_snapshot!(
        yinuo(&cell, folder.path()).2,
        @"错误: 2026-Q1 和 2026-Q2 两格里没有“验收”；--begins 写 2026-Q2 一格开头的几个字，照原文写"
    );
    insta::assert_snapshot!(
        yinuo(&["erase", "e1", "--lang", "zh", "--reason", "试"], folder.path()).2,
        @r"
    抹去后无法恢复。
    错误: 没有终端可以询问；确定要做就加 --yes
    "
    );
}
