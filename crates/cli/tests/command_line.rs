//! The binary as a person or a script meets it: exit codes, formats, languages, and files that are no lists.
#![allow(clippy::disallowed_methods, reason = "runs the binary on files of its own")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A list with something to say about it, in an invented county.
const LIST: &str = "\
某县2026年民生实事(共1大类2项)\n\n(一)道路交通(2项)\n\n序号\n\n工作任务\n\n进度安排\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n\
1\n\n修建乡间小路12公里。\n\n完成测量。\n\n铺设3公里。\n\n铺设4公里。\n\n铺设5公里。\n\n\
2\n\n完成老桥加固。\n\n查勘老桥，\n\n编写方案。\n\n完成招标。\n\n备料。\n\n组织老桥加固开工。\n";

/// What a run left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn yinuo(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yinuo"));
    command.args(args);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn finish(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.spawn().expect("the binary starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("the binary reads");
    let output = child.wait_with_output().expect("the binary ends");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

fn run(args: &[&str]) -> Ran {
    finish(&mut yinuo(args), b"")
}

/// A file of the test's own; its path.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file can be written");
    path.display().to_string()
}

#[test]
fn check_prints_findings_and_denies_on_request() {
    let path = file("list.txt", LIST);
    let ran = run(&["check", &path]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("note[L002]") && ran.out.contains("^^^") && ran.out.contains("says more"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "no colour into a pipe");
    assert_eq!(run(&["check", &path, "--deny", "note"]).code, 1);
    assert_eq!(run(&["check", &path, "--deny", "l002,S001"]).code, 1);
    assert_eq!(run(&["check", &path, "--deny", "cells-inferred", "--allow", "L002"]).code, 0);
    assert!(!run(&["check", &path, "--allow", "cells-inferred"]).out.contains("L002"));
}

#[test]
fn check_leads_with_contradictions_and_ends_with_notes_on_the_reading() {
    let path = file("order.txt", LIST);
    let out = run(&["check", &path]).out;
    let places: Vec<_> = ["[C012]", "[C004]", "Notes on the reading", "[L002]"].map(|w| out.find(w)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{out}");
    let doubts = run(&["check", &path, "--doubts", "--lang", "zh"]).out;
    assert_eq!(doubts.trim(), format!("{path}：没有拿不准的读法"));
}

#[test]
fn check_says_how_much_was_read() {
    let path = file(
        "clean.txt",
        "渡口区2027年民生实事\n1.修渠3条。（责任单位：区水务局）\n2.建桥2座。（责任单位：区交通局）\n",
    );
    assert_eq!(run(&["check", &path]).out.trim(), format!("2 commitments read (2027)\nno findings in {path}"));
    let zh = run(&["check", &path, "--lang", "zh"]).out;
    assert_eq!(zh.trim(), format!("读到 2 项（2027年）\n{path}：没有发现问题"));
    let many = run(&["check", "../../examples/guangming-2016.txt"]).out;
    assert!(
        many.contains("60 commitments read (2016)\n") && many.ends_with("; `--by item` lists them by commitment\n")
    );
    assert!(!run(&["check", "../../examples/guangming-2016.txt", "--by", "item"]).out.contains("--by item"));
}

#[test]
fn check_by_item_keeps_a_commitment_together() {
    let path = file("by-item.txt", LIST);
    let out = run(&["check", &path, "--by", "item", "--lang", "zh"]).out;
    let places: Vec<_> = ["—— 整份清单 ——", "[C004]", "—— 第 2 项 ——", "[L002]: 第 2 项：", "[C012]: 第 2 项："]
        .map(|w| out.find(w))
        .into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{out}");
    assert!(out.contains("；先改前后对不上的这 1 处；"), "{out}");
}

#[test]
fn check_speaks_the_language_of_the_locale() {
    let path = file("locale.txt", LIST);
    let chinese = finish(yinuo(&["check", &path]).env("LANG", "zh_CN.UTF-8"), b"");
    assert!(chinese.out.contains("提示[L002]"), "{}", chinese.out);
    let asked = finish(yinuo(&["check", &path, "--lang", "en"]).env("LANG", "zh_CN.UTF-8"), b"");
    assert!(asked.out.contains("note[L002]"));
    assert!(run(&["--lang", "zh", "check", "--help"]).out.contains("用法"));
}

#[test]
fn wrong_arguments_are_told_in_the_chosen_language() {
    for (args, zh, en) in [
        (&["chek"][..], "没有名为“chek”的命令。是不是 check？", "there is no command `chek`; did you mean check?"),
        (&["check"], "还缺 <FILE>...", "missing: <FILE>..."),
        (&["check", "a.txt", "--nope"], "没有“--nope”这个选项", "there is no option `--nope`"),
        (&["compile", "a.txt", "b.txt"], "多出“b.txt”", "`b.txt` is one argument too many"),
        (
            &["check", "a.txt", "--format", "jsn"],
            "--format <FORMAT> 不能是“jsn”，可以是 pretty, compact",
            "`jsn` is no value of --format <FORMAT>, which are pretty, compact",
        ),
        (&["check", "a.txt", "--format"], "--format <FORMAT> 还缺一个值", "--format <FORMAT> lacks its value"),
        (
            &["status", "--data", "d", "--as-of", "2026-13-01"],
            "：日期写作 2026-03-31",
            ": a date is written 2026-03-31",
        ),
        (&["log", "--data", "d", "--last", "3", "--all"], "不能与 --all 同用", "cannot be used with --all"),
    ] {
        for (lang, said, own) in [("zh", zh, "错误: "), ("en", en, "error: ")] {
            let ran = run(&[&["--lang", lang], args].concat());
            assert_eq!(ran.code, 2, "{args:?}");
            assert!(ran.err.starts_with(own) && ran.err.contains(said) && ran.err.contains("--help"), "{}", ran.err);
        }
    }
    assert_eq!(run(&["--version"]).code, 0);
}

#[test]
fn every_format_is_what_it_says() {
    let path = file("formats.txt", LIST);
    let compact = run(&["check", &path, "--format", "compact"]).out;
    assert!(compact.lines().all(|l| l.starts_with(&format!("{path}:"))) && compact.contains(": note[L002] "));
    assert!(run(&["check", &path, "--format", "github"]).out.starts_with("::notice file="));
    let json: serde_json::Value = serde_json::from_str(&run(&["check", &path, "--format", "json"]).out).unwrap();
    assert_eq!((&json["schema"], &json["files"][0]["file"]), (&"yinuo.check/1".into(), &path.as_str().into()));
    let sarif: serde_json::Value = serde_json::from_str(&run(&["check", &path, "--format", "sarif"]).out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(sarif["runs"][0]["results"].as_array().is_some_and(|r| !r.is_empty()));
}

#[test]
fn several_files_are_all_checked_and_the_worst_decides() {
    let (list, empty) = (file("several.txt", LIST), file("empty.txt", ""));
    let ran = run(&["check", &list, "no-such-file.txt", &empty]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("L002") && ran.out.contains("error[S001]") && ran.out.contains("2 files"), "{}", ran.out);
    assert!(ran.err.contains("no-such-file.txt"));
    assert_eq!(run(&["check", &list, &empty]).code, 1);
}

#[test]
fn files_that_are_no_text_are_named() {
    let (gbk, ..) = encoding_rs::GB18030.encode(LIST);
    let large = vec![b'a'; 16 * 1024 * 1024 + 1];
    for (name, bytes, code, exit) in [
        ("gbk.txt", &gbk[..], "S004", 0),
        ("blank.txt", b" \n", "S001", 1),
        ("list.rtf", b"{\\rtf1\n", "S002", 1),
        ("list.pdf", b"%PDF-1.7\n", "S006", 1),
        ("list.docx", b"PK\x03\x04\x14\x00\x06\x00", "S006", 1),
        ("large.txt", &large, "S003", 1),
        ("prose.txt", "今天天气很好。\n".as_bytes(), "L001", 1),
    ] {
        let path = file(name, bytes);
        let ran = run(&["check", &path]);
        assert_eq!(ran.code, exit, "{name}: {}", ran.out);
        assert!(ran.out.contains(&format!("[{code}]")), "{name}: {}", ran.out);
        let compiled = run(&["compile", &path]);
        let readable = matches!(code, "S004" | "L001");
        assert_eq!(compiled.code, if readable { 0 } else { 2 }, "{name}");
        assert!(readable || compiled.err.contains(&format!("error[{code}]")), "{name}: {}", compiled.err);
    }
}

#[test]
fn a_part_and_a_fall_are_told_as_such_in_the_terminal() {
    let list = "青岚县2027年民生实事清单,,,\n序号,工作任务,上半年,下半年\n\
                1,建设球场30片（其中乡镇不少于12片）。,建成10片（其中乡镇4片）。,建成20片（其中乡镇8片）。\n\
                2,盗抢警情同比下降10%以上。,警情同比下降5%。,警情同比下降10%以上。\n";
    let path = file("part.csv", list);
    let targets = |lang: &str| {
        let out = run(&["compile", &path, "--lang", lang]).out;
        let target =
            |line: &str| Some(line.trim().strip_prefix(if lang == "zh" { "指标 " } else { "target " })?.to_string());
        out.lines().filter_map(target).collect::<Vec<_>>()
    };
    assert_eq!(targets("zh"), ["30片 = 10片 + 20片", "其中不少于12片 = 4片 + 8片", "下降10%以上 = 5% → 10%以上"]);
    assert_eq!(targets("en")[1..], ["of which 不少于12片 = 4片 + 8片", "down by 10%以上 = 5% → 10%以上"]);
}

#[test]
fn compile_prints_the_plan_or_the_text() {
    let path = file("plan.txt", format!("\u{feff}{LIST}"));
    let plan: serde_json::Value = serde_json::from_str(&run(&["compile", &path, "--format", "json"]).out).unwrap();
    assert_eq!((&plan["schema"], &plan["year"]), (&"yinuo.plan/1".into(), &2026.into()));
    assert_eq!(run(&["compile", &path, "--emit", "text"]).out, LIST);
    let outline = run(&["compile", &path]);
    assert!(
        outline.out.contains("1  修建乡间小路12公里。") && outline.out.contains("Q4  铺设5公里。"),
        "{}",
        outline.out
    );
    assert!(outline.err.contains("`yinuo check`"));
    let year: serde_json::Value =
        serde_json::from_str(&run(&["compile", &path, "--format", "json", "--year", "2025"]).out).unwrap();
    assert_eq!(year["year"], 2025);
}

#[test]
fn standard_input_is_a_file_called_dash() {
    let ran = finish(&mut yinuo(&["check", "-", "--format", "compact"]), LIST.as_bytes());
    assert!(ran.code == 0 && ran.out.starts_with("stdin:"), "{}{}", ran.out, ran.err);
    let json = finish(&mut yinuo(&["compile", "-", "--format", "json"]), LIST.as_bytes()).out;
    assert!(json.contains("\"name\": \"stdin\""));
}

#[test]
fn explain_knows_every_code() {
    let list = run(&["explain"]).out;
    let codes: Vec<&str> = list.lines().map_while(|l| l.split(' ').next()).filter(|id| id.len() == 4).collect();
    assert!(codes.len() > 20);
    for code in codes {
        for lang in ["zh", "en"] {
            let ran = run(&["explain", code, "--lang", lang]);
            assert!(ran.code == 0 && ran.out.starts_with(code), "{code}: {}", ran.out);
        }
    }
    let unknown = run(&["explain", "C999"]);
    assert!(unknown.code == 2 && unknown.out.is_empty() && unknown.err.contains("C999"));
}

#[test]
fn completions_and_manual_pages_come_from_the_parser() {
    assert!(run(&["completions", "bash"]).out.contains("--deny"));
    assert!(run(&["man"]).out.contains(".TH yinuo"));
    assert!(run(&["man", "check"]).out.contains("deny"));
    assert_eq!(run(&["man", "nothing"]).code, 2);
}

#[test]
fn wrong_arguments_and_missing_files_end_with_two() {
    for args in
        [&["check"][..], &["check", "no-such-file.txt"], &["check", "."], &["nothing"], &["check", "a", "--deny", "x"]]
    {
        let ran = run(args);
        assert!(
            ran.code == 2 && ran.out.is_empty() && ran.err.starts_with("error"),
            "{args:?}: {}{}",
            ran.out,
            ran.err
        );
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let path = file("pipe.txt", LIST.repeat(400));
    let mut child = yinuo(&["compile", &path, "--format", "json"]).spawn().expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(0) && !err.contains("panic") && !err.contains("error"), "{err}");
}

/// Asks a server for a page; its answer, headers included.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is UTF-8");
    answer
}

/// Starts a serving command on a free port and asks it for one page.
fn first_page(args: &[&str]) -> String {
    let mut child = yinuo(args).args(["--listen", "127.0.0.1:0"]).spawn().expect("the binary starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("it says its address");
    let address = line.trim_start_matches("http://").split('/').next().expect("an address").to_string();
    let home = get(&address, "/");
    let place = home.lines().find_map(|l| l.strip_prefix("location: ")).unwrap_or("/").to_string();
    let page = get(&address, &place);
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    page
}

#[test]
fn serve_and_demo_show_pages_at_the_address_they_print() {
    let path = file("serve.txt", LIST);
    let page = first_page(&["serve", &path]);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("修建乡间小路"), "{page}");
    assert!(first_page(&["demo"]).contains("光明新区"));
    let refused = run(&["serve", "no-such-file.txt"]);
    assert!(refused.code == 2 && refused.err.contains("no-such-file.txt"));
    let nowhere = run(&["demo", "--listen", "nowhere"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("--listen"), "{}", nowhere.err);
}

#[test]
fn a_folder_is_checked_as_a_whole() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("folder");
    fs::create_dir_all(folder.join("镇街")).expect("a folder");
    for (name, bytes) in [
        ("a.txt", LIST.as_bytes()),
        ("镇街/b.csv", "青石镇2026年民生实事\n序号,工作任务,责任单位\n1,建公园两个,城管办\n".as_bytes()),
        ("镇街/news.md", b"# nothing promised here\n"),
        ("镇街/~$b.csv", b"lock"),
        ("photo.png", b"\x89PNG\r\n\x1a\n"),
    ] {
        fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    let ran = run(&["check", &folder.display().to_string(), "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("in 3 files") && ran.out.contains("not read: 1 ("), "{}", ran.out);
    assert!(ran.err.is_empty(), "no bar where there is no terminal: {}", ran.err);
    let compact = run(&["check", &folder.display().to_string(), "--format", "compact", "--lang", "en"]);
    assert!(compact.out.contains("b.csv:1:1: note[L004]") || compact.out.contains("a.txt:"), "{}", compact.out);
}

#[test]
fn a_ledger_is_written_and_findings_name_its_cells() {
    let path = file("ledger-source.txt", LIST);
    let book = yinuo(&["compile", &path, "--format", "xlsx"]).output().expect("the binary runs").stdout;
    let ledger = file("ledger.xlsx", book);
    let ran = run(&["check", &ledger, "--lang", "en"]);
    assert!(ran.out.contains("sheet 1, cell "), "{}", ran.out);
    let csv = run(&["compile", &path, "--format", "csv"]).out;
    assert!(csv.starts_with('\u{feff}') && csv.contains("第四季度"), "{csv}");
    let map = run(&["compile", &ledger, "--emit", "map", "--lang", "zh"]).out;
    assert!(map.contains("工作表 1 单元格 A2"), "{map}");
}
