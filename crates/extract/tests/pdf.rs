//! PDFs as people meet them: fonts without a map, tables drawn and not drawn, broken lines, page furniture; and those that
//! are refused by name. All are written by the tests themselves.

mod support;

use std::io::Write;

use proptest::prelude::*;
use support::{Font, Page, file, pdf};
use yinuo_extract::{Document, read};

fn document(pages: &[Page]) -> Document {
    read("list.txt", &pdf(pages, Font::Ucs2)).expect("a PDF")
}

fn words(doc: &Document) -> Vec<String> {
    let place =
        |b: &yinuo_extract::Block| b.cell.map_or(String::new(), |c| format!("{}.{}.{} ", c.table, c.row, c.column));
    doc.blocks.iter().map(|b| format!("{}{}", place(b), b.span.of(&doc.text))).collect()
}

fn refusal(bytes: &[u8]) -> &'static str {
    read("list.pdf", bytes).map_or_else(|d| d.code.id, |_| "read")
}

#[test]
fn fonts_without_a_map_are_read_by_their_encoding() {
    for font in [Font::Ucs2, Font::Utf16, Font::Gbk] {
        let page = Page::default().words(72, 700, 12, "新增学位１０８０个，惠及1.36万户。", font);
        let doc = read("list.txt", &pdf(&[page], font)).expect("a PDF");
        assert_eq!(doc.text, "新增学位１０８０个，惠及1.36万户。\n");
        assert_eq!((doc.media_type, doc.blocks.len()), ("application/pdf", 1));
    }
}

#[test]
fn broken_lines_become_paragraphs_that_know_their_lines() {
    let doc = document(&[Page::default().lines(
        80,
        780,
        &[
            "　　一、新建改建城乡公路三十六公里改造桥梁五座新开通公交线路三条购",
            "置新能源车辆120台。（牵头单位：区交通运输局；配合单位：区财政局、",
            "各镇）",
            "　　二、新增学位1260个。",
        ],
    )]);
    let said: Vec<_> = doc.blocks.iter().map(|b| b.locator.map(|l| l.text().en)).collect();
    assert_eq!(doc.blocks.len(), 2, "{:?}", words(&doc));
    assert!(words(&doc)[0].contains("线路三条购置新能源") && words(&doc)[0].ends_with("区财政局、各镇）"));
    assert_eq!(said, [Some("page 1, line 1".to_string()), Some("page 1, line 4".to_string())]);
}

#[test]
fn a_drawn_table_has_cells_that_know_their_place() {
    let rows: &[&[&str]] = &[&["序号", "任务", "单位"], &["1", "修桥三座", "交通局"], &["2", "植树两亩", ""]];
    let doc = document(&[Page::default().words(72, 780, 16, "清单", Font::Ucs2).table(72, 740, &[40, 200, 100], rows)]);
    let expected = [
        "清单", "0.0.0 序号", "0.0.1 任务", "0.0.2 单位", "0.1.0 1", "0.1.1 修桥三座", "0.1.2 交通局", "0.2.0 2",
        "0.2.1 植树两亩",
    ];
    assert_eq!(words(&doc), expected);
}

#[test]
fn a_merged_cell_covers_what_has_no_line_between() {
    // A row across the table: its inner borders are missing.
    let page = Page::default()
        .table(72, 740, &[40, 200, 100], &[&["序号", "任务", "单位"]])
        .words(80, 706, 10, "（一）交通", Font::Ucs2)
        .line((72, 720), (72, 700))
        .line((412, 720), (412, 700))
        .table(72, 700, &[40, 200, 100], &[&["1", "修桥三座", "交通局"]]);
    let doc = document(&[page]);
    let wide = doc.blocks.iter().find(|b| b.span.of(&doc.text).contains("交通") && b.cell.is_some_and(|c| c.row == 1));
    assert_eq!(wide.and_then(|b| b.cell).map(|c| (c.column, c.columns)), Some((0, 3)));
}

#[test]
fn a_table_without_lines_is_read_by_its_columns() {
    let columns = |page: Page, y: u32, cells: [&str; 3]| {
        let at = [72, 120, 330].into_iter().zip(cells).filter(|(_, c)| !c.is_empty());
        at.fold(page, |page, (x, cell)| page.words(x, y, 10, cell, Font::Ucs2))
    };
    let mut page = columns(Page::default(), 740, ["序号", "任务", "单位"]);
    page = columns(page, 716, ["1", "修建改造乡村桥梁三座，新建乡村道路", "交通局"]);
    page = columns(page, 702, ["", "十公里", ""]);
    page = columns(page, 678, ["2", "植树两亩", "园林局"]);
    let expected = [
        "0.0.0 序号",
        "0.0.1 任务",
        "0.0.2 单位",
        "0.1.0 1",
        "0.1.1 修建改造乡村桥梁三座，新建乡村道路十公里",
        "0.1.2 交通局",
        "0.2.0 2",
        "0.2.1 植树两亩",
        "0.2.2 园林局",
    ];
    assert_eq!(words(&document(&[page])), expected);
}

#[test]
fn a_printed_sheet_without_borders_is_read_by_its_columns() {
    // Rows stand at the foot of their cells, all lines are equally far apart, and a line to sign on crosses the columns.
    let columns = |page: Page, y: u32, cells: [&str; 4]| {
        let at = [57, 117, 177, 237].into_iter().zip(cells).filter(|(_, c)| !c.is_empty());
        at.fold(page, |page, (x, cell)| page.words(x, y, 10, cell, Font::Ucs2))
    };
    let mut page = Page::default();
    for (n, cells) in [
        ["项号", "内容", "Ⅰ季度", "Ⅱ季度"],
        ["（一）公共交通（2项）", "", "", ""],
        ["", "优化公交线", "", ""],
        ["1", "路二十六条", "优化八条", "优化十八条"],
        ["", "新建公交港", "发放三千", ""],
        ["2", "湾站", "万元", "建成十座"],
        ["（二）医疗（1项）", "", "", ""],
        ["", "建设医院一", "", ""],
        ["3", "所", "开工", "建成一家"],
    ]
    .into_iter()
    .enumerate()
    {
        page = columns(page, 740 - 12 * n as u32, cells);
    }
    page = page.words(57, 632, 10, "注：以上各项均为人大代表票决的项目。", Font::Ucs2);
    for (x, words) in [(57, "主管领导审签意见："), (228, "年"), (258, "月"), (288, "日")] {
        page = page.words(x, 620, 10, words, Font::Ucs2);
    }
    let words = words(&document(&[page]));
    for cell in [
        "0.1.0 （一）公共交通（2项）",
        "0.2.0 1",
        "0.2.1 优化公交线路二十六条",
        "0.2.3 优化十八条",
        "0.3.1 新建公交港湾站",
        "0.3.2 发放三千万元",
        "0.5.1 建设医院一所",
        "注：以上各项均为人大代表票决的项目。",
    ] {
        assert!(words.contains(&cell.into()), "{cell}: {words:?}");
    }
}

#[test]
fn rows_without_a_gap_are_divided_by_their_numbers() {
    // All lines are equally far apart, and a number stands in the middle of its row; numbers stand right and their heading left.
    let table = |stand: [i32; 2]| {
        let put = |page: Page, x: u32, y: i32, words: &str| page.words(x, y as u32, 10, words, Font::Ucs2);
        let mut page = Page::default().words(72, 766, 16, "青石县二〇二七年民生实事项目任务分解清单", Font::Ucs2);
        for (x, y, words) in
            [(72, 740, "序号"), (120, 746, "任务"), (120, 734, "名称"), (220, 740, "内容"), (400, 740, "单位")]
        {
            page = put(page, x, y, words);
        }
        let mut y = 722;
        for (number, name, content) in [
            ("1", "修桥", ["修建乡村桥梁三座", ""]),
            ("2", "修路", ["新建乡村道路十公里，改造", "城区道路四条"]),
            ("3", "植树", ["植树两亩", ""]),
            ("4", "办学", ["新建小学两所，改造食堂四", "处"]),
            ("5", "养老", ["建成养老站九处", ""]),
        ] {
            let two = i32::from(!content[1].is_empty());
            let at = y - two * stand[0] / stand[1];
            page = put(put(put(page, 108, at, number), 120, at, name), 400, at, "县直各有关单位");
            page = put(page, 220, y, content[0]);
            page = if two > 0 { put(page, 220, y - 12, content[1]) } else { page };
            y -= 12 + two * 12;
        }
        words(&document(&[page]))
    };
    for stand in [[12, 2], [0, 1], [12, 1]] {
        let found = table(stand);
        for cell in [
            "0.0.0 序号",
            "0.0.1 任务名称",
            "0.1.0 1",
            "0.1.2 修建乡村桥梁三座",
            "0.2.0 2",
            "0.2.2 新建乡村道路十公里，改造城区道路四条",
            "0.3.2 植树两亩",
            "0.4.0 4",
            "0.4.2 新建小学两所，改造食堂四处",
            "0.5.1 养老",
        ] {
            assert!(found.contains(&cell.into()), "{stand:?} {cell}: {found:?}");
        }
    }
}

#[test]
fn a_table_over_pages_is_one_and_furniture_is_left_out() {
    let page = |n: u32, rows: &[&[&str]]| {
        let number = format!("— {n} —");
        Page::default()
            .words(200, 810, 9, "某区人民政府办公室文件", Font::Ucs2)
            .table(72, 740, &[40, 200, 100], rows)
            .words(280, 40, 9, &number, Font::Ucs2)
    };
    let head: &[&str] = &["序号", "任务", "单位"];
    let doc = document(&[
        page(1, &[head, &["1", "修桥三座", "交通局"], &["2", "在河岸两侧和公路边坡种植乔木和灌木两", "园林局"]]),
        page(2, &[head, &["", "百亩，种草三亩", ""], &["3", "建亭", "园林局"]]),
    ]);
    let expected = [
        "0.0.0 序号",
        "0.0.1 任务",
        "0.0.2 单位",
        "0.1.0 1",
        "0.1.1 修桥三座",
        "0.1.2 交通局",
        "0.2.0 2",
        "0.2.1 在河岸两侧和公路边坡种植乔木和灌木两百亩，种草三亩",
        "0.2.2 园林局",
        "0.3.0 3",
        "0.3.1 建亭",
        "0.3.2 园林局",
    ];
    assert_eq!(words(&doc), expected);
}

#[test]
fn a_row_torn_by_a_page_is_whole_again() {
    // The category stands in the first row only; the header stands below a row of its own on the first page.
    let page = |rows: &[&[&str]]| Page::default().table(72, 740, &[28, 40, 108, 48], rows);
    let head: &[&str] = &["类", "序号", "任务", "单位"];
    let first = page(&[
        &["", "", "清单"],
        head,
        &["交", "1", "修桥三座", "交通局"],
        &["", "2", "在河岸两侧种植乔木", "区农业农"],
    ]);
    let second =
        page(&[head, &["", "", "二百亩", "村局"], &["", "3", "建亭", "园林局"], &["", "", "另行安排", "园林局"]]);
    let doc = document(&[first, second]);
    let words = words(&doc);
    assert!(words.contains(&"0.3.2 在河岸两侧种植乔木二百亩".into()), "{words:?}");
    assert!(words.contains(&"0.3.3 区农业农村局".into()) && words.contains(&"0.4.1 3".into()), "{words:?}");
    assert_eq!(words.iter().filter(|w| w.contains("序号")).count(), 1, "{words:?}");
    // A row with a number of its own, or with words where the row above has none, is a row.
    let third = |row: &[&str]| {
        let doc = document(&[page(&[head, &["", "1", "修桥三座", ""]]), page(&[head, row])]);
        doc.blocks.iter().filter_map(|b| b.cell).map(|c| c.row).max()
    };
    assert_eq!(
        [third(&["", "2", "植树", ""]), third(&["", "", "植树", "园林局"]), third(&["", "", "植树", ""])],
        [Some(2), Some(2), Some(1)]
    );
}

#[test]
fn a_row_torn_beside_a_merged_cell_is_whole_again() {
    // The category is merged over the rows of each page, so the two halves of the torn row have not as many cells.
    let page = |category: &str, rows: &[&[&str]]| {
        let bottom = 720 - 20 * rows.len() as u32;
        Page::default()
            .table(72, 740, &[28, 40, 108, 48], &[&["类", "序号", "任务", "单位"]])
            .table(100, 720, &[40, 108, 48], rows)
            .words(76, 706, 10, category, Font::Ucs2)
            .line((72, 720), (72, bottom))
            .line((72, bottom), (100, bottom))
    };
    let torn = |tail: &[&str]| {
        let first = page("养", &[&["1", "新建食堂三处", "民政局"], &["2", "为六十五岁以上老人", "卫健局"]]);
        let doc = document(&[first, page("", &[tail, &["3", "建亭", "园林局"]])]);
        words(&doc)
    };
    let whole = torn(&["", "免费体检", ""]);
    assert!(whole.contains(&"0.2.2 为六十五岁以上老人免费体检".into()), "{whole:?}");
    assert!(whole.contains(&"0.3.1 3".into()), "{whole:?}");
    let own = torn(&["", "免费体检", "民政局"]);
    assert!(own.contains(&"0.3.2 免费体检".into()), "a row that fills what the row above fills is one: {own:?}");
}

#[test]
fn the_end_of_a_table_alone_on_a_page_is_part_of_it() {
    let head: &[&str] = &["序号", "任务", "单位"];
    let widths = [40, 200, 100];
    let first = Page::default().table(
        72,
        740,
        &widths,
        &[head, &["1", "修桥三座", "交通局"], &["2", "在河岸两侧和公路边坡种植乔木和灌木两", "园林局"]],
    );
    let after = |page: Page| words(&document(&[first.clone(), page]));
    let tail = after(Page::default().table(72, 780, &widths, &[&["", "百亩", ""]]).lines(72, 700, &["青石县办公室"]));
    assert!(
        tail.contains(&"0.2.1 在河岸两侧和公路边坡种植乔木和灌木两百亩".into())
            && tail.contains(&"青石县办公室".into()),
        "{tail:?}"
    );
    let row = after(Page::default().table(72, 780, &widths, &[&["3", "建亭", "住建局"]]));
    assert!(row.contains(&"0.3.1 建亭".into()), "{row:?}");
    // A frame of other columns is no part of the table, and its words are lines.
    let frame = after(Page::default().table(90, 780, &[100, 90], &[&["填表人", "某某"]]));
    assert!(frame.iter().any(|w| w.starts_with("填表人")), "{frame:?}");
}

#[test]
fn what_a_browser_prints_around_a_page_is_left_out() {
    let page = |foot: &str| {
        let page =
            Page::default().words(72, 820, 8, "11/28/26, 5:17 PM", Font::Ucs2).words(300, 820, 8, "清单", Font::Ucs2);
        page.words(72, 700, 10, "新建桥梁。", Font::Ucs2).words(24, 20, 8, foot, Font::Ucs2)
    };
    assert_eq!(document(&[page("https://gov.example/list.html 1/1")]).text, "新建桥梁。\n");
    assert_eq!(document(&[page("ﬁle:///home/list.html 1/1")]).text, "新建桥梁。\n");
    // Without the address a date at the head is the document's own.
    assert!(document(&[page("某区人民政府")]).text.starts_with("11/28/26"));
}

#[test]
fn letters_drawn_as_one_are_several() {
    let page = Page::default().words(72, 700, 10, "traﬃc oﬀice ﬁle", Font::Ucs2);
    assert_eq!(document(&[page]).text, "traffic office file\n");
}

#[test]
fn a_turned_page_is_read_upright() {
    let page = Page("BT /F1 10 Tf 0 1 -1 0 100 100 Tm <65b05efa> Tj ET".into());
    assert_eq!(document(&[page]).text, "新建\n");
}

#[test]
fn what_holds_no_words_is_refused_by_name() {
    let picture = b"<</Subtype/Image/Width 2000/Height 3000/Length 0>>\nstream\n\nendstream".to_vec();
    let page = b"<</Type/Page/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".to_vec();
    let contents = b"<</Length 5>>\nstream\n/I Do\nendstream".to_vec();
    let head = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Kids[3 0 R]>>".to_vec(), page];
    let scanned = file(&[&head[..], &[contents, picture]].concat(), "");
    let plain = pdf(&[Page::default().lines(72, 700, &["新建桥梁"])], Font::Ucs2);
    let unnamed = pdf(&[Page::default().words(72, 700, 10, "新建桥梁", Font::Glyphs)], Font::Glyphs);
    for (what, bytes, code) in [
        ("a whole file", &plain[..], "read"),
        ("pictures", &scanned, "S009"),
        ("glyphs without characters", &unnamed, "S010"),
        ("an encrypted file", &file(&head, "/Encrypt<</Filter/Standard>>"), "S008"),
        ("a truncated file", &plain[..plain.len() / 2], "S006"),
        ("a page that is missing", &file(&head[..2], ""), "S006"),
        ("no words", &pdf(&[Page::default()], Font::Ucs2), "S001"),
        ("only a beginning", b"%PDF-1.7\n", "S006"),
    ] {
        assert_eq!(refusal(bytes), code, "{what}");
    }
}

#[test]
fn a_table_of_objects_that_is_wrong_is_made_anew() {
    let plain = pdf(&[Page::default().lines(72, 700, &["新建桥梁"])], Font::Ucs2);
    let mut shifted = b"%PDF-1.4\n%moved\n".to_vec();
    shifted.extend(&plain[9..]);
    assert_eq!(read("a", &shifted).expect("a PDF").text, "新建桥梁\n");
}

fn with_page(page: &str, more: &[&str]) -> Vec<u8> {
    let head = ["<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>", page];
    let objects: Vec<Vec<u8>> = head.iter().chain(more).map(|o| o.as_bytes().to_vec()).collect();
    file(&objects, "")
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::best());
    encoder.write_all(bytes).expect("bytes are packed");
    encoder.finish().expect("bytes are packed")
}

#[test]
fn what_would_do_harm_ends_soon() {
    let form = "<</Subtype/Form/Resources<</XObject<</A 5 0 R>>>>/Length 48>>\nstream\n/A Do /A Do /A Do /A Do /A Do /A Do /A Do /A Do \nendstream";
    let forms = with_page(
        "<</Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>",
        &["<</Length 5>>\nstream\n/A Do\nendstream", form],
    );
    let bomb = packed(&vec![b' '; 9 << 20]);
    let mut stream = format!("<</Filter/FlateDecode/Length {}>>\nstream\n", bomb.len()).into_bytes();
    stream.extend(&bomb);
    stream.extend(b"\nendstream");
    let page = format!("<</Contents[{}]>>", "4 0 R ".repeat(9)).into_bytes();
    let head = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Kids[3 0 R]>>".to_vec(), page];
    let bomb = file(&[&head[..], &[stream]].concat(), "");
    let many = "4 0 R ".repeat(3500);
    let nested = format!("<</Contents{}>>", "[".repeat(200_000));
    for (what, bytes, codes) in [
        ("forms in forms", forms, &["S005"][..]),
        ("a stream that unpacks to too much", bomb, &["S005"]),
        ("pages that lead back", with_page("<</Kids[2 0 R 3 0 R]>>", &[]), &["S001"]),
        ("too many pages", with_page(&format!("<</Kids[{}]>>", many.replace("4 0 R", "<<>>")), &[]), &["S005"]),
        ("values nested too deep", with_page(&nested, &[]), &["S006"]),
        (
            "a length that is its own",
            with_page("<</Contents 4 0 R>>", &["<</Length 4 0 R>>\nstream\n\nendstream"]),
            &["S001"],
        ),
        (
            "a stream in itself",
            with_page("<</Contents 9 0 R>>", &["<</Type/ObjStm/First 4/N 1/Length 8>>\nstream\n9 0 null\nendstream"]),
            &["S001"],
        ),
    ] {
        let code = refusal(&bytes);
        assert!(codes.contains(&code), "{what}: {code}");
    }
}

fn assert_blocks(doc: &Document) {
    let mut end = 0;
    for block in &doc.blocks {
        let (start, stop) = (block.span.start as usize, block.span.end as usize);
        assert!(end <= start && start < stop);
        let words = doc.text.get(start..stop).expect("a block stands on character borders");
        assert!(!words.contains(['\n', '\r']) && words.trim() == words);
        end = stop;
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(doc) = read("a", &[b"%PDF-1.5\n", &bytes[..], b"\nstartxref\n9\n%%EOF"].concat()) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn damaged_files_are_read_or_refused(damage in prop::collection::vec((0usize..4000, any::<u8>()), 1..6)) {
        let rows: &[&[&str]] = &[&["序号", "任务", "单位"], &["1", "修桥三座", "交通局"]];
        let mut bytes = pdf(&[Page::default().table(72, 740, &[40, 200, 100], rows), Page::default().lines(72, 700, &["修桥"])], Font::Ucs2);
        let n = bytes.len();
        for (at, with) in damage {
            bytes[at % n] = with;
        }
        if let Ok(doc) = read("a", &bytes) {
            assert_blocks(&doc);
        }
    }

    #[test]
    fn any_drawing_is_read(parts in prop::collection::vec(prop::sample::select(vec![
        "BT ", "ET ", "/F1 9 Tf ", "/F1 0 Tf ", "1 0 0 1 72 700 Tm ", "0 1 -1 0 9 9 Tm ", "10 0 Td ", "<4fee6865> Tj ", "<4f> Tj ", "[<4fee> -2000 <6865>] TJ ",
        "9e9 0 0 9e9 0 0 cm ", "q ", "Q ", "0 0 99 99 re f ", "0 0 m 99 0 l S ", "0 0 m 0 99 l S ", "BI ID x EI ", "T* ", "() ' ", "1 1 (a) \" ", "nan 0 l ", "[ ", "<< ",
    ]), 0..50)) {
        if let Ok(doc) = read("a", &pdf(&[Page(parts.concat())], Font::Ucs2)) {
            assert_blocks(&doc);
        }
    }
}
