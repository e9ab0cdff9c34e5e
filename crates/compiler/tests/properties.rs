//! Laws of compiling, for any text: it never panics, every span lies in the text on character borders, and the words of
//! a measure, time, owner or cell are the words under its span.

use proptest::prelude::*;
use yinuo_compiler::{Compiled, Options, compile};
use yinuo_diag::Span;
use yinuo_model::Place;

fn read(text: &str) -> Option<(String, Compiled)> {
    let document = yinuo_extract::read("any.txt", text.as_bytes()).ok()?;
    let compiled = compile(&document, &Options::default());
    Some((document.text, compiled))
}

fn on_borders(text: &str, span: Span) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}

/// The words under a place, without the white space that a broken line leaves.
fn under(text: &str, place: &Place) -> String {
    place.all().iter().map(|s| s.of(text)).collect()
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn laws(text: &str) -> Result<(), TestCaseError> {
    let Some((text, compiled)) = read(text) else { return Ok(()) };
    for d in &compiled.findings {
        for l in &d.labels {
            prop_assert!(on_borders(&text, l.span), "{} {:?}", d.code.id, l.span);
        }
    }
    let mut numbers = std::collections::BTreeSet::new();
    for (_, c) in compiled.plan.commitments() {
        prop_assert!(numbers.insert(c.number), "number {} twice", c.number);
        let passages = [Some(&c.title), c.body.as_ref()].into_iter().flatten();
        let milestones = c.milestones.iter().map(|m| &m.passage);
        let steps = c.milestones.iter().flat_map(|m| m.steps.iter().map(|s| &s.passage));
        for p in passages.chain(milestones).chain(steps) {
            prop_assert!(p.spans.iter().all(|s| on_borders(&text, *s)));
            let words: String = p.spans.iter().map(|s| s.of(&text)).collect();
            prop_assert_eq!(squeeze(&p.text), squeeze(&words));
        }
        for (words, place) in c
            .measures
            .iter()
            .map(|m| (&m.text, &m.place))
            .chain(c.times.iter().map(|t| (&t.text, &t.place)))
            .chain(c.owners.iter().map(|o| (&o.name, &o.place)))
        {
            prop_assert!(!place.all().is_empty());
            prop_assert!(place.all().iter().all(|s| on_borders(&text, *s)));
            prop_assert_eq!(squeeze(words), squeeze(&under(&text, place)));
        }
        for (n, m) in c.measures.iter().enumerate() {
            prop_assert!(m.part_of.is_none_or(|whole| whole < n && c.measures[whole].at == m.at));
        }
        for t in &c.targets {
            prop_assert!(t.measure < c.measures.len() && t.parts.iter().all(|p| *p < c.measures.len()));
        }
    }
    Ok(())
}

/// Pieces that lists are made of.
const PIECES: &[&str] = &[
    "序号",
    "工作任务",
    "进度安排",
    "第一季度",
    "第二季度",
    "第三季度",
    "第四季度",
    "责任单位",
    "\n",
    "\n\n",
    "1",
    "２",
    "三",
    "1.",
    "2、",
    "（一）",
    "二、",
    "①",
    "某某区2026年民生实事(共2大类9项)",
    "(一)道路(3项)",
    "完成",
    "启动",
    "建设",
    "累计",
    "不少于",
    "以上",
    "约",
    "30",
    "１２",
    "1.5",
    "万",
    "亿元",
    "人次",
    "家(次)",
    "场",
    "3%",
    "％",
    "2月30日",
    "9月底前",
    "上半年",
    "每月",
    "每季度",
    "年底",
    "春节",
    "，",
    "。",
    "；",
    "：",
    "(",
    ")",
    "“",
    "”",
    "、",
    "-",
    "—",
    "至",
    "在前提下",
    "适时",
    "\u{3000}",
    " ",
    "🙂",
    "e\u{301}",
    "牵头单位：",
    "区教育局",
    "99999999999999999999999999999999999999",
    "零",
    "半",
    "两",
    "百分之",
    "分别",
    "各",
    "其中",
    "含",
    "（包括",
];

/// Text that looks like a list: numbers, headings, quantities, dates, marks, in any order.
fn list_like() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_laws(text in any::<String>()) {
        laws(&text)?;
    }

    #[test]
    fn list_like_text_keeps_the_laws(text in list_like()) {
        laws(&text)?;
    }
}

#[test]
fn the_examples_keep_the_laws() {
    for example in [
        include_str!("../../../examples/guangming-2016.txt"),
        include_str!("../../../examples/prose-2026.txt"),
        include_str!("../../../examples/semicolons-2026.txt"),
    ] {
        laws(example).expect("laws");
    }
}
