//! Rows of a flattened table that lost a blank cell: where their words tell which, the others stand in their periods; where nothing
//! tells, that is said, and no period and no date is blamed.

use yinuo_compiler::{Compiled, Options, compile};
use yinuo_extract::read as extract;

const HEAD: [&str; 7] = ["青石县2026年民生实事", "序号", "工作任务", "第一季度", "第二季度", "第三季度", "第四季度"];
const WHOLE: [&str; 5] = ["修桥三座。", "完成立项。", "完成招标。", "开工建设。", "完成主体。"];

/// A table of a row with these cells between two whole rows.
fn table(cells: &[&str]) -> Compiled {
    let rows = [&["1"][..], &WHOLE, &["2"], cells, &["3"], &WHOLE].concat();
    let text = [&HEAD[..], &rows].concat().join("\n");
    compile(&extract("list.txt", text.as_bytes()).unwrap(), &Options::default())
}

/// The quarters in which the second row has cells.
fn quarters(compiled: &Compiled) -> String {
    let (_, row) = compiled.plan.commitment(2).unwrap();
    row.milestones.iter().map(|m| m.period.to_string().replace("2026-Q", "")).collect()
}

fn said<'c>(compiled: &'c Compiled, code: &str) -> Vec<&'c str> {
    let about = compiled.findings.iter().filter(|d| d.code.id == code && d.commitment == Some(2));
    about.map(|d| d.message.zh.as_ref()).collect()
}

#[test]
fn cells_stand_where_they_say() {
    for (cells, expected) in [
        (&["改造菜场。", "5月底前完成招标。", "8月底前完成改造。", "年底前投入使用。"][..], "234"),
        (&["改造菜场。", "3月底前制定方案。", "9月底前完成整治。", "12月底前验收。"], "134"),
        (&["改造菜场。", "8月底前完成改造。"], "3"),
        (&["改造菜场。", "第三季度开工。", "完成主体。"], "34"),
        (&["巡查河道。", "开展第二阶段巡查。", "开展第三阶段巡查。", "开展第四阶段巡查。"], "234"),
        (&["巡查河道。", "开展第一阶段巡查。", "开展第三阶段巡查。", "开展第四阶段巡查。"], "134"),
        // what stands for a blank cell, and a line left empty
        (&["改造菜场。", "—", "定方案。", "改造。", "开张。"], "234"),
        (&["改造菜场。", "定方案。", "无", "改造。", "开张。"], "134"),
        (&["改造菜场。", "", "定方案。", "改造。", "开张。"], "234"),
        (&["改造菜场。", "定方案。", "", "改造。", "开张。"], "134"),
        (&["改造菜场。", "定方案。", "改造。", "开张。", ""], "123"),
    ] {
        let compiled = table(cells);
        assert_eq!(quarters(&compiled), expected, "{cells:?}");
        assert!(!said(&compiled, "L006").iter().any(|m| m.contains("看不出")), "{cells:?}");
    }
}

#[test]
fn what_nothing_tells_is_said_to_be_unknown() {
    let any = "第一季度、第二季度、第三季度、第四季度中空着 1 期，文中看不出是哪一期";
    let early = "第一季度、第二季度中空着 1 期，文中看不出是哪一期";
    for (cells, expected, message) in [
        (["建小学。", "开工建设。", "主体封顶。", "装修。"], "123", any),
        (["建小学。", "开工建设。", "主体封顶。", "竣工验收。"], "234", any),
        (["巡查河道。", "第一阶段巡查。", "第二阶段巡查。", "第三阶段巡查。"], "123", any),
        (["助学。", "启动资助。", "8月底前资助一批。", "总结。"], "234", early),
    ] {
        let compiled = table(&cells);
        assert_eq!(quarters(&compiled), expected, "{cells:?}");
        assert_eq!(said(&compiled, "L006"), [message], "{cells:?}");
        assert!(compiled.doubts.iter().any(|d| d.commitment == 2), "{cells:?}");
    }
}

#[test]
fn no_date_is_blamed_for_a_period_that_was_chosen() {
    let compiled = table(&["修路。", "7月开工。", "3月底前验收上年工程。", "总结。"]);
    assert!(said(&compiled, "L006")[0].contains("看不出"));
    assert_eq!(said(&compiled, "C008"), Vec::<&str>::new());
}

#[test]
fn a_list_number_before_a_count_begins_a_cell() {
    let lines = [
        "新建书屋3间；改造菜场1个。",
        "1.完成3间书屋选址；",
        "2.完成菜场设计。",
        "1.3间书屋开工；",
        "2.菜场开工。",
        "1.书屋完成2间；",
        "2.菜场完成主体。",
        "1.书屋完成1间；",
        "2.1个菜场开业。",
    ];
    let compiled = table(&lines);
    let (_, row) = compiled.plan.commitment(2).unwrap();
    let cells: Vec<&str> = row.milestones.iter().map(|m| m.passage.text.as_ref()).collect();
    let pairs: Vec<String> = lines[1..].chunks(2).map(|pair| pair.join("\n")).collect();
    assert_eq!(cells, pairs);
}
