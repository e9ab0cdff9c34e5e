//! The law that no word of a list is lost silently: what stands in the text is in a cell, names something (a category, a
//! column, a number, the document), or was set aside. Asked of all fixtures, of the examples and of any list-like text.
#![allow(clippy::disallowed_methods, reason = "reads the fixtures")]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use yinuo_extract::{Document, read as extract};

use super::paragraph::{self, Paragraph};
use super::{Outline, facts, grid, read};
use crate::Options;
use crate::cell::Cell;
use crate::shares::Crew;

/// The longest name of a field or a period that leaves its paragraph when its words become a milestone, in characters.
const MAX_NAME: usize = 14;

/// Paragraphs or parts of them that went nowhere.
fn lost(document: &Document) -> Vec<String> {
    let (outline, _) = read(document, &Options::default(), &Crew::alone());
    if outline.groups.iter().all(|g| g.rows.is_empty()) {
        return vec![];
    }
    let mut kept = vec![false; document.text.len()];
    let spans = cells(&outline).flat_map(Cell::spans).chain(outline.aside.iter().copied());
    let told = outline.findings.iter().filter(|d| d.code.id == "L002").flat_map(|d| &d.labels).map(|l| l.span);
    for span in spans.chain(told) {
        kept[span.start as usize..span.end as usize].fill(true);
    }
    let headers: Vec<_> = grid::tables(document, &[]).into_iter().map(|t| (t.table, t.header)).collect();
    let in_header = |p: &Paragraph| {
        p.cell.is_some_and(|c| headers.iter().any(|(table, rows)| *table == c.table && rows.contains(&c.row)))
    };
    let mut found = vec![];
    for p in paragraph::all(document, &[], &Crew::alone()) {
        if !(in_header(&p) || names(&outline, &p)) {
            found.extend(left(&p, &kept));
        }
    }
    found
}

fn cells(outline: &Outline) -> impl Iterator<Item = &Cell> {
    outline.groups.iter().flat_map(|g| &g.rows).flat_map(|row| {
        let owners = row.owners.iter().map(|(_, c)| c);
        [&row.title]
            .into_iter()
            .chain(&row.body)
            .chain(&row.above)
            .chain(owners)
            .chain(row.cells.iter().map(|(_, c)| c))
    })
}

/// Whether a paragraph names a category, a column, an item or the document.
fn names(outline: &Outline, p: &Paragraph) -> bool {
    let words: String = p.text.chars().filter(|c| !c.is_whitespace()).collect();
    let squeezed = |name: &str| name.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let of_group = |name: &str| !name.is_empty() && squeezed(name).split('/').any(|part| words.contains(part));
    p.column.is_some()
        || p.bare.is_some()
        || p.title_score > 0
        || facts::published(p.text).is_some()
        || outline.groups.iter().any(|g| of_group(&g.name) || g.rows.iter().any(|r| r.label == p.text.trim()))
}

/// The parts of a paragraph that are not kept, but for its number, marks, and names of fields and periods.
fn left(p: &Paragraph, kept: &[bool]) -> Vec<String> {
    let start = p.span.start as usize;
    let number = p.marker.map_or(0, |m| m.end());
    let mut parts: Vec<String> = vec![String::new()];
    for (at, c) in p.text.char_indices() {
        if kept[start + at] || at < number {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    let is_partly_kept = (0..p.text.len()).any(|at| kept[start + at]);
    let is_word = |c: char| c.is_alphanumeric();
    let mut left = vec![];
    for part in parts.iter().filter(|part| part.contains(is_word)) {
        let is_name = is_partly_kept && part.chars().filter(|c| is_word(*c)).count() <= MAX_NAME;
        let announces = part.contains("实事") && facts::declared(part).items.is_some();
        if !is_name && !announces {
            left.push(part.clone());
        }
    }
    left
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["fixtures/codes", "fixtures/annotated", "examples"];
    let entries = folders.iter().flat_map(|f| std::fs::read_dir(root.join(f)).expect("a folder"));
    let mut all: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    all.retain(|p| p.extension().is_some_and(|e| e != "json" && e != "md"));
    all.sort();
    all
}

#[test]
fn no_words_of_fixtures_and_examples_are_lost() {
    for path in files() {
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(document) = extract(&path.to_string_lossy(), &bytes) else { continue };
        assert_eq!(lost(&document), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn words_that_head_nothing_are_set_aside() {
    // Words in a row of their own: part of the cell above where they stand in its column, set aside where they head no rows.
    let page = "<!DOCTYPE html><h1>青石县2027年民生实事清单</h1><table><tr><th>类别</th><th>序号</th><th>事项</th><th>内容</th>\
                <th>责任单位</th></tr><tr><td rowspan=2>养老</td><td>1</td><td>社区食堂</td><td>新建社区食堂三处，</td><td>县民政局</td></tr>\
                <tr><td></td><td></td><td>供老人用餐</td><td></td></tr><tr><td colspan=5>以上各项持续推进</td></tr></table>";
    let document = extract("list.html", page.as_bytes()).expect("a page");
    assert_eq!(lost(&document), Vec::<String>::new());
    let (outline, _) = read(&document, &Options::default(), &Crew::alone());
    let body = outline.groups[0].rows[0].body.as_ref().map(|b| b.text().to_string());
    assert_eq!(body.as_deref(), Some("新建社区食堂三处，\n供老人用餐"));
    assert_eq!(outline.aside.iter().map(|s| s.of(&document.text)).collect::<Vec<_>>(), ["以上各项持续推进"]);
}

/// Pieces of tables and lists, as lines.
const LINES: &[&str] = &[
    "序号|事项|内容|责任单位|完成时限",
    "类别|序号|事项|第一季度|第二季度|责任单位",
    "1|修桥|修建桥梁三座|交通局|6月底前",
    "|||继续修建其余各座||",
    "教育|2|建校|开工|建成|教育局",
    "（一）交通出行（2项）",
    "二、教育事业",
    "第一部分　新建项目",
    "合计|3项",
    "备注：由督查室解释。",
    "2.联系电话见通知",
    "1.改造小区12个",
    "牵头单位：住建局",
    "完成时限：9月底前",
    "三、工作要求",
    "修渠3条\n责任单位：水利局\n完成时限：9月底前",
    "（一）压实责任。各单位主要负责人负总责。",
    "青石县2027年民生实事清单",
    "相关新闻",
    "2026年青石县民生实事全部完成",
    "主办：青石县人民政府",
    "说明：本表由县政府办公室编制",
    "",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_of_any_list_are_lost(lines in prop::collection::vec(prop::sample::select(LINES), 0..16)) {
        let document = extract("list.txt", lines.join("\n").as_bytes());
        prop_assume!(document.is_ok());
        prop_assert_eq!(lost(&document.expect("checked")), Vec::<String>::new());
    }
}
