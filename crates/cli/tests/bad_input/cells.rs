//! Cells and items that hold one thing thousands of times, of each kind that a rule looks for. Each is checked and compiled by the
//! program bound to seconds of the processor that reading once through takes a small part of, and reading through again at
//! each of them many times over.

use std::path::Path;
use std::process::Command;

/// So often.
const TIMES: usize = 6_000;
/// Seconds of the processor.
const SECONDS: u32 = 8;

/// Where the words stand.
#[derive(Clone, Copy)]
enum Cell {
    /// In the title.
    Title,
    /// In a period.
    Period,
    /// In both, and in the last period.
    Each,
    /// On lines of their own below an item.
    Lines,
}

/// What there is too much of, the words, and where they stand.
const CASES: &[(&str, &str, Cell)] = &[
    ("brackets", "（一）", Cell::Title),
    ("counts with names in brackets", "3所学校(东湖、西山)", Cell::Title),
    ("parts", "、含5座", Cell::Title),
    ("counts without a mark between them", "12座、", Cell::Title),
    ("respective counts", "分别为3座、4座", Cell::Title),
    ("changes compared with nothing", "提高3%", Cell::Title),
    ("shares", "覆盖率达120%", Cell::Title),
    ("days that the calendar does not have", "2月30日", Cell::Title),
    ("times of another period", "3月底前", Cell::Period),
    ("running totals", "累计办1件，", Cell::Each),
    ("totals and rates", "累计办9件，合格率3%，", Cell::Each),
    ("counts of the year", "全年办9件，办8件，", Cell::Each),
    ("clauses that share no word", "完成楼宇，", Cell::Each),
    ("owners in the words", "责任单位：区教育局；", Cell::Title),
    ("owners on lines", "责任单位：区教育局\n", Cell::Lines),
];

fn list(words: &str, cell: Cell) -> String {
    let many = words.repeat(TIMES);
    let table = |title: &str, second: &str, last: &str| {
        format!(
            "某区2026年民生实事\n序号|工作任务|第一季度|第二季度|第三季度|第四季度\n1|{title}|启动|{second}|设计|{last}\n\
             2|修桥5座|启动|1座|2座|5座\n"
        )
    };
    match cell {
        Cell::Title => table(&many, "完成1座", "完成3座"),
        Cell::Period => table("新建桥3座", &many, "完成3座"),
        Cell::Lines => format!("某区2026年民生实事清单\n\n1. 修桥2座。\n{many}2. 建站5座。\n责任单位：区民政局\n"),
        Cell::Each => table(&format!("完成{many}"), &many, &format!("启动{many}")),
    }
}

/// Runs the program with so much of the processor; whether it came to an end of its own.
fn ends(arguments: &[&str], path: &Path) -> bool {
    let limited = format!("ulimit -t {SECONDS}; exec \"$0\" \"$@\" >/dev/null 2>&1");
    let mut command = Command::new("sh");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_yinuo")]).args(arguments).arg(path);
    command.status().expect("a shell").code().is_some_and(|code| code < 126)
}

#[test]
fn a_cell_without_end_is_looked_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut wrong = vec![];
    for (n, (what, words, cell)) in CASES.iter().enumerate() {
        let path = folder.path().join(format!("{n}.txt"));
        std::fs::write(&path, list(words, *cell)).expect("a file");
        for arguments in [&["check"][..], &["compile", "--format", "json"]] {
            if !ends(arguments, &path) {
                wrong.push(format!("{what}: {} does not end", arguments[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
