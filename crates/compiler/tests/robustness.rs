//! A damaged list is still read: 200 seeded perturbations of the example keep nearly every cell in place, and whatever
//! was guessed is said. Each perturbation is something seen in published pages.

use std::collections::BTreeMap;

use yinuo_compiler::{Compiled, Options, compile};

const EXAMPLE: &str = include_str!("../../../examples/guangming-2016.txt");
const SEEDS: u64 = 200;
const KEPT_MIN: f64 = 0.98;
const KEPT_MIN_EACH: f64 = 0.95;

/// A small generator, so that a seed gives the same perturbation everywhere (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// Number and cell (0 is the title, 1 to 4 the quarters) to words without white space.
type Cells = BTreeMap<(u32, usize), String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Damage {
    CellDropped,
    CellSplit,
    CellsJoined,
    HeaderMissing,
    HeaderDamaged,
    FurnitureInserted,
    NumberingRestyled,
    FullWidthDigits,
}

const ALL: [Damage; 8] = [
    Damage::CellDropped,
    Damage::CellSplit,
    Damage::CellsJoined,
    Damage::HeaderMissing,
    Damage::HeaderDamaged,
    Damage::FurnitureInserted,
    Damage::NumberingRestyled,
    Damage::FullWidthDigits,
];

/// Lines that a page puts between others.
const FURNITURE: [&str; 6] =
    ["Document", "打印本页", "浏览次数：318", "- 4 -", "【字号：大 中 小】", "第 3 页 共 9 页"];

fn read(text: &str) -> Compiled {
    let document = yinuo_extract::read("list.txt", text.as_bytes()).expect("text");
    compile(&document, &Options::default())
}

fn cells(compiled: &Compiled) -> Cells {
    let mut cells = Cells::new();
    for (_, c) in compiled.plan.commitments() {
        cells.insert((c.number, 0), squeeze(&c.title.text));
        for m in &c.milestones {
            let quarter = m.period.to_string().chars().last().and_then(|q| q.to_digit(10)).unwrap_or(0);
            cells.insert((c.number, quarter as usize), squeeze(&m.passage.text));
        }
    }
    cells
}

fn squeeze(text: &str) -> String {
    let narrow = |c: char| if ('０'..='９').contains(&c) { (c as u32 - 0xfee0) as u8 as char } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// The example as paragraphs, and which cell each belongs to.
#[derive(Clone)]
struct Page {
    paragraphs: Vec<String>,
    cell_of: Vec<Option<(u32, usize)>>,
}

impl Page {
    fn new(compiled: &Compiled) -> Self {
        let mut page = Page { paragraphs: vec![], cell_of: vec![] };
        let mut at = 0;
        for line in EXAMPLE.split_inclusive('\n') {
            let offset = at as u32;
            at += line.len();
            if line.trim().is_empty() {
                continue;
            }
            let stands_in =
                |spans: &[yinuo_diag::Span]| spans.iter().any(|s| s.start >= offset && (s.start as usize) < at);
            let cell = compiled.plan.commitments().find_map(|(_, c)| {
                let quarter = c.milestones.iter().position(|m| stands_in(&m.passage.spans)).map(|q| q + 1);
                quarter.or(stands_in(&c.title.spans).then_some(0)).map(|cell| (c.number, cell))
            });
            page.paragraphs.push(line.trim().to_string());
            page.cell_of.push(cell);
        }
        page
    }

    fn text(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    fn insert(&mut self, at: usize, words: String, cell: Option<(u32, usize)>) {
        self.paragraphs.insert(at, words);
        self.cell_of.insert(at, cell);
    }

    fn remove(&mut self, at: usize) -> String {
        self.cell_of.remove(at);
        self.paragraphs.remove(at)
    }

    /// A paragraph that is a whole quarter's cell, after which another such cell follows.
    fn whole_cell(&self, random: &mut Random) -> usize {
        let alone = |i: usize| {
            let is = |j: usize| self.cell_of.get(j).copied().flatten();
            is(i).is_some_and(|(_, q)| q > 0) && is(i) != is(i - 1) && is(i) != is(i + 1)
        };
        let all: Vec<usize> = (1..self.paragraphs.len() - 1).filter(|i| alone(*i)).collect();
        all[random.below(all.len())]
    }
}

/// Damages the page and keeps `expected` what a person would still read. Returns the commitment that was touched.
fn damage(page: &mut Page, expected: &mut Cells, kind: Damage, random: &mut Random) -> Option<u32> {
    match kind {
        Damage::CellDropped => {
            let at = page.whole_cell(random);
            let cell = page.cell_of[at].expect("a cell");
            expected.remove(&cell);
            page.remove(at);
            return Some(cell.0);
        }
        Damage::CellSplit => {
            let at = page.whole_cell(random);
            let words = page.paragraphs[at].clone();
            let marks: Vec<usize> = words
                .match_indices([',', '，', '。', ';', '；'])
                .map(|(i, m)| i + m.len())
                .filter(|i| *i < words.len())
                .collect();
            if let Some(&cut) = marks.get(random.below(marks.len().max(1))) {
                let cell = page.cell_of[at];
                page.paragraphs[at] = words[..cut].to_string();
                page.insert(at + 1, words[cut..].to_string(), cell);
                // a piece with the next number says itself where it belongs
                let numbered = words[cut..].trim_start().starts_with(|c: char| c.is_numeric());
                return cell.map(|c| c.0).filter(|_| !numbered);
            }
        }
        Damage::CellsJoined => {
            let at = page.whole_cell(random);
            let same_row = |a: Option<(u32, usize)>, b: Option<(u32, usize)>| a.map(|c| c.0) == b.map(|c| c.0);
            if same_row(page.cell_of[at], page.cell_of[at + 1]) {
                let next = page.remove(at + 1);
                page.paragraphs[at].push_str(&next);
                return page.cell_of[at].map(|c| c.0);
            }
        }
        Damage::HeaderMissing => {
            let heads: Vec<usize> = (0..page.paragraphs.len()).filter(|i| page.paragraphs[*i] == "序号").collect();
            let at = heads[random.below(heads.len())];
            let is_header = |i: usize| page.cell_of[i].is_none() && !page.paragraphs[i].contains(char::is_numeric);
            let count = (at..at + 7).take_while(|i| is_header(*i)).count();
            (0..count).for_each(|_| drop(page.remove(at)));
        }
        Damage::HeaderDamaged => {
            let heads: Vec<usize> =
                (0..page.paragraphs.len()).filter(|i| page.paragraphs[*i].ends_with("季度")).collect();
            page.remove(heads[random.below(heads.len())]);
        }
        Damage::FurnitureInserted => {
            let at = random.below(page.paragraphs.len());
            page.insert(at, FURNITURE[random.below(FURNITURE.len())].to_string(), None);
        }
        Damage::NumberingRestyled => restyle(page, random.below(5)),
        Damage::FullWidthDigits => {
            let wide = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c };
            page.paragraphs.iter_mut().for_each(|p| *p = p.chars().map(wide).collect());
        }
    }
    None
}

fn restyle(page: &mut Page, style: usize) {
    for (i, p) in page.paragraphs.iter_mut().enumerate() {
        let is_number = page.cell_of[i].is_none() && p.chars().all(|c| c.is_numeric());
        if is_number {
            *p = match style {
                0 => format!("{p}."),
                1 => format!("（{p}）"),
                2 => format!("{p}、"),
                3 => format!("第{p}项"),
                _ => format!("{p:0>2}"),
            };
        }
    }
}

/// What one seed did: share of cells kept, each damage with the commitment it touched, the result.
type Run = (f64, Vec<(Damage, Option<u32>)>, Compiled);

fn run(seed: u64, original: &Compiled, page: &Page) -> Run {
    let mut random = Random(seed);
    let mut page = page.clone();
    let mut expected = cells(original);
    let mut kinds = vec![];
    for _ in 0..1 + random.below(3) {
        let kind = ALL[random.below(ALL.len())];
        kinds.push((kind, damage(&mut page, &mut expected, kind, &mut random)));
    }
    let compiled = read(&page.text());
    let got = cells(&compiled);
    let kept = expected.iter().filter(|(k, v)| got.get(k) == Some(v)).count();
    (kept as f64 / expected.len() as f64, kinds, compiled)
}

#[test]
fn damaged_lists_keep_their_cells() {
    let original = read(EXAMPLE);
    let page = Page::new(&original);
    assert_eq!(cells(&original).len(), 300, "the example has 60 titles and 240 milestones");
    let runs: Vec<_> = (0..SEEDS).map(|seed| (seed, run(seed, &original, &page))).collect();
    let mean = runs.iter().map(|(_, r)| r.0).sum::<f64>() / SEEDS as f64;
    let worst = runs.iter().min_by(|a, b| a.1.0.total_cmp(&b.1.0)).expect("runs");
    println!("mean {mean:.4}, worst {:.4} at seed {} {:?}", worst.1.0, worst.0, worst.1.1);
    let under = runs.iter().filter(|(_, r)| r.0 < KEPT_MIN).count();
    println!("{under} of {SEEDS} under {KEPT_MIN}");
    assert!(mean >= KEPT_MIN && worst.1.0 >= KEPT_MIN_EACH);
}

#[test]
fn every_guess_is_said() {
    let original = read(EXAMPLE);
    let page = Page::new(&original);
    for seed in 0..SEEDS {
        let (_, kinds, compiled) = run(seed, &original, &page);
        let said = |about: Option<u32>, codes: &[&str]| {
            compiled.findings.iter().any(|d| codes.contains(&d.code.id) && (about.is_none() || d.commitment == about))
        };
        for (kind, touched) in kinds {
            let ok = match kind {
                Damage::CellDropped | Damage::CellSplit | Damage::CellsJoined => {
                    touched.is_none() || said(touched, &["L002", "L005", "L006"])
                }
                // what is plainly the page's is no guess, and in no cell
                Damage::FurnitureInserted => {
                    cells(&compiled).values().all(|cell| !FURNITURE.iter().any(|line| cell.contains(line)))
                }
                Damage::HeaderMissing => said(None, &["L003"]),
                Damage::HeaderDamaged | Damage::NumberingRestyled | Damage::FullWidthDigits => true,
            };
            assert!(ok, "seed {seed}: {kind:?} of {touched:?} is not said");
        }
    }
}

/// A small list whose rows carry the given numbers.
fn numbered(numbers: &[&str]) -> String {
    let head = "序号\n工作任务\n第一季度\n第二季度\n第三季度\n第四季度\n";
    let rows =
        numbers.iter().map(|n| format!("{n}\n修桥{n}座。\n立项。\n招标。\n开工。\n完工。\n")).collect::<String>();
    format!("某某区2026年民生实事\n{head}{rows}")
}

#[test]
fn numbers_stay_unique() {
    let read = |numbers: &[&str]| {
        let compiled = read(&numbered(numbers));
        compiled.plan.commitments().map(|(_, c)| (c.number, c.label.clone())).collect::<Vec<_>>()
    };
    let pairs = |all: &[(u32, &str)]| all.iter().map(|(n, l)| (*n, l.to_string())).collect::<Vec<_>>();
    assert_eq!(read(&["1", "2", "2", "3"]), pairs(&[(1, "1"), (2, "2"), (4, "2"), (3, "3")]));
    assert_eq!(read(&["1", "2", "1", "2", "3"]), pairs(&[(1, "1"), (2, "2"), (3, "1"), (4, "2"), (5, "3")]));
    assert_eq!(read(&["1", "2", "4"]), pairs(&[(1, "1"), (2, "2"), (4, "4")]));
}

#[test]
fn an_item_may_begin_with_a_digit() {
    let compiled = read("某某市2027年民生实事\n1.新建公园3处。\n2.6月底前开通热线。\n3.300户老人家庭完成改造。\n");
    let titles: Vec<&str> = compiled.plan.commitments().map(|(_, c)| c.title.text.as_str()).collect();
    assert_eq!(titles, ["新建公园3处。", "6月底前开通热线。", "300户老人家庭完成改造。"]);
}

/// Counting from nought is no number of a list that goes on.
#[test]
fn a_marker_of_nought_inside_a_cell() {
    let header = "序号\n\n工作任务\n\n第一季度\n\n第二季度\n\n第三季度\n\n第四季度\n\n";
    for marks in ["0.", "0、", "（0）", "4294967295."] {
        let item =
            format!("1\n\n新建候车亭12座。\n\n完成选址。\n\n{marks}完成设计。\n\n{marks}建成4座；\n\n建成8座。\n\n");
        let compiled = read(&format!("临溪区2026年民生实事\n\n{header}{item}"));
        assert_eq!(compiled.plan.commitments().count(), 1, "{marks}");
    }
}
