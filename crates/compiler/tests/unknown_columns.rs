//! Tables with headings that nobody could know: what is known is read, the rest is told once, and where not even the promise is
//! known nothing is guessed. Each case is invented.

mod outlined;

use outlined::{outline_of, read};
use yinuo_compiler::Compiled;

/// The rows, cells divided by `|`, as a csv and as a page with nothing but the table.
fn both(rows: &[&str]) -> [Compiled; 2] {
    let csv: Vec<String> = rows.iter().map(|row| row.replace('|', ",")).collect();
    let cells = |row: &&str| format!("<tr><td>{}</td></tr>", row.replace('|', "</td><td>"));
    let page = format!("<!DOCTYPE html><table>{}</table>", rows.iter().map(cells).collect::<String>());
    [read("list.csv", &csv.join("\n")), read("list.html", &page)]
}

/// The outline and the findings on the layout, as a person reads them.
fn told(rows: &[&str]) -> String {
    let [csv, page] = both(rows).map(|compiled| {
        let on_layout = compiled.findings.iter().filter(|d| d.code.id.starts_with('L') && d.code.id != "L007");
        let lines = on_layout.map(|d| {
            let labels: Vec<&str> = d.labels.iter().map(|l| &*l.text.zh).filter(|t| !t.is_empty()).collect();
            let labels = labels.iter().map(|l| format!(" ({l})")).collect::<String>();
            format!("{}: {}{labels}", d.code.id, d.message.zh)
        });
        format!("{}{}", outline_of(&compiled), lines.collect::<Vec<_>>().join("\n"))
    });
    assert_eq!(csv, page, "the format changes nothing");
    csv
}

#[test]
fn known_headings_are_used_and_the_others_told_once() {
    let rows = ["序号|项目名称|甲|乙|丙|责任单位", "1|修桥2座|a|b|c|县交通局", "2|建站5座|d|e|f|县民政局"];
    insta::assert_snapshot!(told(&rows), @r"
    #
    1 修桥2座 [县交通局]
    2 建站5座 [县民政局]
    L016: 有 3 列的表头认不出来，没有读进清单：甲、乙、丙
    ");
}

#[test]
fn the_number_and_the_promise_are_enough() {
    let rows = ["序号|项目名称|甲|乙|丙|丁|戊", "1|修桥2座|a|b|c|d|e", "2|建站5座|f|g|h|i|j"];
    insta::assert_snapshot!(told(&rows), @r"
    #
    1 修桥2座
    2 建站5座
    L016: 有 5 列的表头认不出来，没有读进清单：甲、乙、丙、丁、戊
    ");
}

#[test]
fn the_promise_alone_is_enough_where_nothing_but_the_table_is_there() {
    let rows = ["项目名称|甲|乙|丙", "修桥2座|a|b|c", "建站5座|d|e|f"];
    insta::assert_snapshot!(told(&rows), @r"
    #
    1 修桥2座
    2 建站5座
    L016: 有 3 列的表头认不出来，没有读进清单：甲、乙、丙
    ");
    let beside = "<!DOCTYPE html><p>全县概况</p><p>本年各项指标如下，数字以年鉴为准。</p><table><tr><td>项目</td><td>甲</td><td>乙</td></tr>\
                  <tr><td>粮食</td><td>x</td><td>y</td></tr></table>";
    let compiled = read("list.html", beside);
    assert_eq!(compiled.plan.commitments().count(), 0);
    let found = compiled.findings.iter().find(|d| d.code.id == "L001").expect("no list");
    assert_eq!(found.labels[0].text.zh, "这一行像是表头，只认出了“项目”，看不出是不是清单的表头");
}

#[test]
fn without_the_promise_nothing_is_guessed() {
    // As many columns as a title and four quarters have.
    let rows = ["序号|甲|乙|丙|丁|戊", "1|修桥2座|a|b|c|d", "2|建站5座|e|f|g|h", "3|修路3公里|i|j|k|l"];
    insta::assert_snapshot!(told(&rows), @r"
    L001: 没有找到事项清单 (这一行像是表头：认出了“序号”，没有认出事项名称是哪一列)
    ");
    let none = ["甲|乙|丙|丁", "修桥2座|a|b|c", "建站5座|d|e|f"];
    insta::assert_snapshot!(told(&none), @r"
    L001: 没有找到事项清单 (这一行像是表头，没有认出各列是什么)
    ");
}

#[test]
fn a_heading_over_nothing_is_not_told() {
    let rows = ["序号|项目名称|甲|乙|责任单位", "1|修桥2座||b|县交通局", "2|建站5座||c|县民政局"];
    insta::assert_snapshot!(told(&rows), @r"
    #
    1 修桥2座 [县交通局]
    2 建站5座 [县民政局]
    L016: 有 1 列的表头认不出来，没有读进清单：乙
    ");
}

#[test]
fn a_table_that_goes_on_keeps_its_unknown_columns() {
    let page = "<!DOCTYPE html><h1>青石县2027年民生实事清单</h1>\
                <table><tr><td>序号</td><td>事项</td><td>甲</td><td>责任单位</td></tr>\
                <tr><td>1</td><td>修桥2座</td><td>a</td><td>县交通局</td></tr></table>\
                <table><tr><td>2</td><td>建站5座</td><td>b</td><td>县民政局</td></tr></table>";
    let compiled = read("list.html", page);
    assert_eq!(outline_of(&compiled), "#\n1 修桥2座 [县交通局]\n2 建站5座 [县民政局]\n");
    let codes: Vec<&str> = compiled.findings.iter().map(|d| d.code.id).filter(|id| id.starts_with('L')).collect();
    assert_eq!(codes, ["L016"], "the words under it are not told again as text set aside");
}

#[test]
fn what_a_person_says_of_it_ends_the_finding() {
    let text = "序号,项目名称,甲,乙,责任单位\n1,修桥2座,a,b,县交通局\n2,建站5座,c,d,县民政局";
    let named = |kind| yinuo_model::Naming::new("甲", kind).expect("a heading");
    let unused = yinuo_model::Naming::new("乙", yinuo_model::Column::Unused).expect("a heading");
    let options = yinuo_compiler::Options {
        columns: vec![named(yinuo_model::Column::Body), unused],
        ..yinuo_compiler::Options::default()
    };
    let document = yinuo_extract::read("list.csv", text.as_bytes()).expect("a csv");
    let compiled = yinuo_compiler::compile(&document, &options);
    let told: Vec<&str> = compiled.findings.iter().map(|d| d.code.id).filter(|id| id.starts_with('L')).collect();
    assert_eq!(told, [""; 0], "nor is what a person said is unused told as text set aside");
    assert_eq!(outline_of(&compiled), "#\n1 修桥2座 / a [县交通局]\n2 建站5座 / c [县民政局]\n");
}
