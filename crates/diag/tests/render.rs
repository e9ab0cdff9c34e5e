//! How findings look in each format, on an invented list. The snapshots stand beside this file.

use yinuo_diag::render::{Source, Tally, compact, github, json, listing, pretty, sarif};
use yinuo_diag::{Diagnostic, Lang, Span, Text, codes};

const LIST: &str =
    "某县2026年实事\r\n\r\n1\r\n\r\n改造12家农贸市场。\r\n\r\n开展调研。\r\n\r\n组织12家农贸市场改造开工。\r\n";

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

fn downgrade(text: &str) -> Diagnostic {
    let message = Text::new("承诺改造，第四季度只到开工", "the promise is to rebuild; the last quarter only starts");
    Diagnostic::new(&codes::VERB_DOWNGRADE, message)
        .about(1, "2026-Q4")
        .label(span(text, "开工"), Text::new("只写开工", "only a start"))
        .label(span(text, "改造12家"), Text::new("承诺的内容", "what is promised"))
        .note(Text::new("全年没有一处写到完工", "no period speaks of completion"))
        .help(Text::new("写明何时完工，或把承诺改为“开工”", "say when it will be finished, or promise only the start"))
}

fn whole_document() -> Diagnostic {
    Diagnostic::new(&codes::NO_OWNER_NAMED, Text::new("清单没有写明责任单位", "no owner is named in the list"))
}

fn style(lang: Lang, width: usize) -> pretty::Style {
    pretty::Style { lang, width, color: false }
}

/// A line of some two hundred columns with words far apart.
fn long_line() -> String {
    let filler = "继续推进有关工作，";
    format!("前言\n{}改造3家菜场{}建成5处公厕{}\n", filler.repeat(6), filler.repeat(9), filler.repeat(4))
}

#[test]
fn pretty_in_both_languages() {
    let source = Source::new("list.txt", LIST);
    let all = [downgrade(LIST), whole_document()];
    for lang in [Lang::Zh, Lang::En] {
        let mut out: Vec<_> = all.iter().map(|d| pretty::finding(d, &source, &style(lang, 100))).collect();
        out.push(pretty::summary(&all, "list.txt", lang));
        insta::assert_snapshot!(format!("pretty_{}", lang.tag()), out.join("\n\n"));
    }
}

#[test]
fn pretty_cuts_long_lines_around_the_words() {
    let text = long_line();
    let source = Source::new("长清单.txt", &text);
    let near = whole_document()
        .label(span(&text, "3家"), Text::new("这里", "here"))
        .label(span(&text, "5处"), Text::new("和这里", "and here"));
    let all_of_it = Span::new(span(&text, "改造").start as usize, text.len() - 1);
    let wide = whole_document().label(all_of_it, Text::new("整段", "all of it"));
    let out = [near, wide].map(|d| pretty::finding(&d, &source, &style(Lang::Zh, 80)));
    insta::assert_snapshot!("pretty_long_lines", out.join("\n\n"));
}

/// Of a line of a megabyte only what stands around the words is looked at: ten thousand findings in one line would else
/// never end. What is shown is the same as of a line that is merely long.
#[test]
fn pretty_shows_a_line_without_end_as_any_other() {
    let filler = "继续推进有关工作，";
    let line =
        |times: usize| format!("前言\n{}改造3家菜场，建成5处公厕{}\n", filler.repeat(times), filler.repeat(times));
    let shown = |text: &str| {
        let d = whole_document()
            .label(span(text, "3家"), Text::new("这里", "here"))
            .label(span(text, "5处"), Text::new("和这里", "and here"));
        pretty::finding(&d, &Source::new("长清单.txt", text), &style(Lang::Zh, 80))
    };
    let (long, endless) = (shown(&line(40)), shown(&line(20_000)));
    assert!(endless.contains("长清单.txt:2:180003\n"), "{endless}");
    assert_eq!(endless.replace(":180003", ":363"), long);
}

#[test]
fn underlines_stand_under_their_words() {
    let text = long_line();
    let source = Source::new("a.txt", &text);
    let column = |s: &str| s.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    for words in ["改造", "3家", "5处公厕", "前言"] {
        let d = whole_document().label(span(&text, words), Text::new("", ""));
        for width in [40, 80, 140, 400] {
            let out = pretty::finding(&d, &source, &style(Lang::Zh, width));
            let lines: Vec<&str> = out.lines().collect();
            let n = lines.iter().position(|l| l.contains('^')).expect("an underline");
            let words_at = lines[n - 1].find(words).map(|at| column(&lines[n - 1][..at]));
            assert_eq!(words_at, lines[n].find('^'), "{words} at width {width}:\n{out}");
            assert_eq!(lines[n].matches('^').count(), column(words));
        }
    }
}

#[test]
fn colour_is_only_what_was_asked_for() {
    let source = Source::new("list.txt", LIST);
    let plain = pretty::finding(&downgrade(LIST), &source, &style(Lang::En, 100));
    let coloured = pretty::finding(&downgrade(LIST), &source, &pretty::Style { color: true, ..style(Lang::En, 100) });
    assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
}

#[test]
fn escape_sequences_of_a_document_do_not_reach_the_terminal() {
    let text = "甲\u{1b}[31m乙\r丙";
    let source = Source::new("a.txt", text);
    let mut d =
        whole_document().label(span(text, "乙"), Text::new("\u{1b}]0;x\u{7}", "")).note(Text::new("甲\u{1b}[2J", ""));
    d.message.zh.push('\u{1b}');
    assert!(!pretty::finding(&d, &source, &style(Lang::Zh, 80)).contains('\u{1b}'));
    assert!(!compact::line(&d, &source, Lang::Zh).contains('\u{1b}'));
}

#[test]
fn one_line_formats() {
    let source = Source::new("清单,一.txt", LIST);
    let mut out = vec![];
    for d in [downgrade(LIST), whole_document()] {
        out.push(compact::line(&d, &source, Lang::En));
        out.push(github::line(&d, &source, Lang::Zh));
    }
    insta::assert_snapshot!("one_line", out.join("\n"));
}

#[test]
fn json_and_sarif() {
    let source = Source::new("清单 一.txt", LIST);
    let all = [downgrade(LIST), whole_document()];
    insta::assert_snapshot!("json", format!("{:#}", json::value(&all[0], Lang::En)));
    let mut log = sarif::log(&[(source, &all)], "0.0.0", Lang::En);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].take();
    assert_eq!(rules.as_array().map(Vec::len), Some(codes::ALL.len()));
    for result in log["runs"][0]["results"].as_array_mut().expect("results") {
        // Taken out of the snapshot, since it moves whenever a code is added.
        let index = result["ruleIndex"].take().as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    insta::assert_snapshot!("sarif", format!("{log:#}"));
}

#[test]
fn tally_speaks_in_both_languages() {
    assert_eq!(Tally::of([]).sentence(Lang::En), "no findings");
    let tally = Tally { errors: 1, warnings: 2, notes: 0 };
    assert_eq!(tally.sentence(Lang::En), "1 error, 2 warnings");
    assert_eq!(tally.sentence(Lang::Zh), "1 个错误，2 个警告");
}

/// A finding about a commitment's words, in order.
fn vague(text: &str, number: u32, words: &str) -> Diagnostic {
    let (zh, en) = [("一", "first"), ("二", "second")][number as usize % 2];
    let message =
        Text::new(format!("第{zh}季度：没有可以核对的结果"), format!("{en} quarter: no result that could be checked"));
    Diagnostic::new(&codes::VAGUE_MILESTONE, message)
        .about(number, format!("2026-Q{}", number % 2 + 1))
        .label(span(text, words), Text::new("看不出来", "nobody could say"))
        .help(Text::new("写明交出什么", "say what is delivered"))
}

#[test]
fn a_listing_leads_with_contradictions_and_tells_what_many_share_once() {
    let works = ["甲村道路", "乙村水渠", "丙村路灯", "丁村公厕", "戊村广场", "己村驿站"];
    let text = format!("{LIST}{}", works.map(|w| format!("继续推进{w}有关工作。\n")).concat());
    let source = Source::new("list.txt", &text);
    let note = Text::new("有 1 段文字没有读进清单", "1 paragraph was not taken into the list");
    let mut all = vec![
        Diagnostic::new(&codes::TEXT_SET_ASIDE, note).label(span(&text, "某县"), Text::new("", "")),
        whole_document(),
        downgrade(&text),
    ];
    all.extend((1..).zip(works).map(|(n, w)| vague(&text, n, &format!("继续推进{w}有关工作。"))));
    let mut out: Vec<_> = [Lang::Zh, Lang::En].iter().map(|l| listing::all(&all, &source, &style(*l, 80))).collect();
    // five are still told one by one, and a single part has no heading unless it is of the reading
    all.truncate(8);
    let few = listing::all(&all[3..], &source, &style(Lang::En, 80));
    assert_eq!(few.matches("note[C006]").count(), 5);
    assert!(!few.contains("——"));
    out.push(listing::all(&all[..1], &source, &style(Lang::En, 80)));
    insta::assert_snapshot!("listing", out.join("\n\n"));
}

#[test]
fn what_is_told_together_keeps_what_tells_it_apart() {
    let text: String = (1..=6).map(|n| format!("培训{n}0人次。\n")).collect();
    let source = Source::new("list.txt", &text);
    let doubt = |n: u32| {
        let message = Text::new("以“名”计的数折算成“人次”", "numbers in 名 were converted to 人次");
        let place = span(&text, &format!("{n}0人次"));
        Diagnostic::new(&codes::READING_IN_DOUBT, message).about(n, "title").label(place, Text::new("", ""))
    };
    let all: Vec<_> = (1..=6).map(doubt).collect();
    let told = |lang| listing::all(&all, &source, &style(lang, 80));
    let (zh, en) = (told(Lang::Zh), told(Lang::En));
    assert!(zh.contains("= 第 2 行: 第 2 项：以“名”计的数折算成“人次”\n"), "{zh}");
    assert!(en.contains("= line 2: commitment 2: numbers in 名 were converted to 人次: \"20人次\"\n"), "{en}");
}

#[test]
fn a_listing_of_doubts_says_that_there_is_none() {
    assert_eq!(listing::doubts([], "list.txt", Lang::Zh), "list.txt：没有拿不准的读法");
    assert_eq!(listing::doubts([], "list.txt", Lang::En), "no reading in doubt in list.txt");
}

#[test]
fn each_line_keeps_its_own_reason_and_what_may_stay_comes_last() {
    let text: String = (1..=6).map(|n| format!("培训{n}0人次。\n")).collect();
    let source = Source::new("list.txt", &text).named([(2, Text::new("教育第 1 项", "教育, no. 1"))]);
    let found = |n: u32| {
        let message = Text::new(format!("第二季度：与第{n}项相像"), format!("second quarter: like {n}"));
        let d = Diagnostic::new(&codes::REPEATED_MILESTONE, message).about(n, "2026-Q2");
        let d = d.label(span(&text, &format!("{n}0人次")), Text::new("看一看", "look")).may_stay(n == 1);
        let help =
            if n == 1 { Text::new("可以不改", "may stay") } else { Text::new("写出不同", "say what differs") };
        let d = if n == 3 { d.note(Text::new("只有这一项", "only here")) } else { d };
        d.help(help)
    };
    let all: Vec<_> = (1..=6).map(found).collect();
    let zh = listing::all(&all, &source, &style(Lang::Zh, 80));
    let lines = zh.lines().filter_map(|l| l.split_once(": ")).map(|(_, words)| words).collect::<Vec<_>>();
    let wanted = [
        "节点内容重复（5 项，另 1 项可以不改）",
        "教育第 1 项 第二季度：与第2项相像：“20人次”",
        "第 3 项 第二季度：与第3项相像：“30人次”；只有这一项",
        "第 4 项 第二季度：与第4项相像：“40人次”",
        "第 5 项 第二季度：与第5项相像：“50人次”",
        "第 6 项 第二季度：与第6项相像：“60人次”",
        "第 1 项 第二季度：与第1项相像：“10人次”；可以不改",
        "看一看",
        "写出不同",
    ];
    assert!(lines.iter().zip(wanted).all(|(line, want)| line.ends_with(want)) && lines.len() == wanted.len(), "{zh}");
}

#[test]
fn what_is_said_of_some_is_said_once_and_what_may_stay_is_one_line() {
    let text: String = (1..=6).map(|n| format!("培训{n}0人次。\n")).collect();
    let found = |n: u32| {
        let message = Text::new(format!("第二季度：与第{n}项相像"), format!("second quarter: like {n}"));
        let d = Diagnostic::new(&codes::REPEATED_MILESTONE, message).about(n, "2026-Q2").may_stay(n > 4);
        let d = d.label(span(&text, &format!("{n}0人次")), Text::new("看一看", "look"));
        let d = if n == 1 || n == 3 { d.note(Text::new("可以写：3座", "it may say: 3 bridges")) } else { d };
        d.help(if n > 4 {
            Text::new("可以不改", "may stay")
        } else {
            Text::new("写出不同", "say what differs")
        })
    };
    let all: Vec<_> = (1..=6).map(found).collect();
    let zh = listing::all(&all, &Source::new("list.txt", &text), &style(Lang::Zh, 80));
    for once in ["可以写：3座（第 1 项、第 3 项）", "可以不改（第 5 项、第 6 项）", "（4 项，另 2 项可以不改）"]
    {
        assert_eq!(zh.matches(once).count(), 1, "{zh}");
    }
    assert_eq!((zh.matches("可以写").count(), zh.matches("可以不改").count()), (1, 2), "{zh}");
    assert!(!zh.contains("50人次") && zh.contains("40人次"), "{zh}");
}

#[test]
fn a_commitment_without_a_number_is_named_once() {
    let source = Source::new("list.txt", LIST).named([(1, Text::new("“修桥”", "“修桥”"))]);
    let found = Diagnostic::new(&codes::NO_MEASURABLE_TARGET, Text::new("“修桥”没有数量", "\"修桥\": no number"));
    let found = found.about(1, "title").label(span(LIST, "改造12家"), Text::new("", ""));
    let shown = |lang| pretty::finding(&found, &source, &style(lang, 80)).lines().next().unwrap_or("").to_string();
    assert_eq!(shown(Lang::Zh), "警告[C005]: “修桥”没有数量");
    assert_eq!(shown(Lang::En), "warning[C005]: \"修桥\": no number");
}

#[test]
fn by_item_tells_all_of_a_commitment_together() {
    let source = Source::new("list.txt", LIST).named([(1, Text::new("第 1 项", "No. 1"))]);
    let late = Diagnostic::new(&codes::VAGUE_MILESTONE, Text::new("第一季度：说不清", "first quarter: unclear"))
        .about(1, "2026-Q1")
        .label(span(LIST, "开展调研"), Text::new("", ""));
    let out = listing::by_item(&[downgrade(LIST), whole_document(), late], &source, &style(Lang::Zh, 80));
    let places: Vec<_> =
        ["—— 整份清单 ——", "C004", "—— 第 1 项 ——", "C006", "C012"].map(|words| out.find(words)).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{out}");
    let all = [downgrade(LIST), whole_document()];
    assert!(pretty::summary(&all, "a", Lang::Zh).contains("；先改前后对不上的这 1 处；详见 `yinuo explain C012`"));
    assert!(!pretty::summary(&all[..1], "a", Lang::Zh).contains("先改"), "nothing else to put off");
}
