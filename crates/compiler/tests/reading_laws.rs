//! Laws of reading a cell, for any text: no panic, ranges in the text on character borders and in order, no two measures
//! on the same words, and the same reading with a used buffer.

use proptest::prelude::*;
use yinuo_compiler::syntax::{self, Folded};

fn laws(text: &str, buffer: &mut Folded) -> Result<(), TestCaseError> {
    let reading = syntax::read(buffer, text, Some(2027));
    let mut end = 0;
    for m in &reading.measures {
        prop_assert!(text.get(m.range.clone()).is_some_and(|w| !w.is_empty()), "{:?}", m.range);
        prop_assert!(m.range.start >= end, "{:?} overlaps the measure before it", m.range);
        prop_assert!(m.value.lower() <= m.value.upper());
        end = m.range.end;
    }
    for t in reading.times.iter().map(|t| &t.range).chain(&reading.impossible) {
        prop_assert!(text.get(t.clone()).is_some_and(|w| !w.is_empty()), "{t:?}");
    }
    prop_assert_eq!(&syntax::read(&mut Folded::default(), text, Some(2027)), &reading);
    Ok(())
}

/// Pieces of which lists are made, in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9０-９,.，．]{1,12}",
        "[零一二两三四五六七八九十百千万亿点半余多]{1,8}",
        "[年月日季度上下前底末至到-]{1,4}",
        "(不少于|不超过|超|约|近|以上|以内|左右|人次|万元|平方米|家\\(次\\)|%|个百分点)",
        "(每月|每人|全年|累计|从|提高到|第|截至|春节|“|”|《|》|（|）|、|，|。|\n| )",
        "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,200}") {
        laws(&text, &mut Folded::default())?;
    }

    #[test]
    fn any_soup(texts in proptest::collection::vec(soup(), 1..4)) {
        let mut buffer = Folded::default();
        for text in &texts {
            laws(text, &mut buffer)?;
        }
    }
}

/// Reading that grows with the square of the length would take minutes here instead of moments.
#[test]
fn long_runs_are_read_at_once() {
    for piece in
        ["9", "万", "一", "、1万", "每", "第1、", "(", "2-", "春季", "从1到", "“", "1.", "百分之", "2027年", "/人"]
    {
        let text = piece.repeat(200_000 / piece.len());
        laws(&text, &mut Folded::default()).unwrap_or_else(|e| panic!("{piece:?} repeated: {e}"));
    }
}

/// So would a list whose one item names an owner on each of very many lines.
#[test]
fn owners_on_many_lines_are_read_at_once() {
    let lines: String = (0..20_000).map(|n| format!("责任单位：{n}村委会\n")).collect();
    let text = format!("青石县2027年民生实事清单\n\n1. 修桥2座。\n{lines}2. 建站5座。\n责任单位：县民政局\n");
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("a text");
    let compiled = yinuo_compiler::compile(&document, &yinuo_compiler::Options::default());
    let owners: Vec<usize> = compiled.plan.commitments().map(|(_, c)| c.owners.len()).collect();
    assert_eq!(owners, [20_000, 1]);
}
