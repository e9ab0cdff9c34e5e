//! The matrix of promises: one row a commitment, one cell a period. A cell's shape says what the period promises; how
//! far a square is filled says how much of the year's target should be reached by then.

use yinuo_diag::{Lang, codes};
use yinuo_model::{At, Category, Commitment, Mode, Period, Plan};

use crate::address::Links;
use crate::view::fold::fold;
use crate::view::noted::Noted;
use crate::view::trajectory::{self, Trajectory};
use crate::view::{number, period, target};

/// More columns than this do not fit; the cells are then set in their order, without heads.
const MAX_COLUMNS: usize = 12;

/// The whole picture.
pub struct Matrix {
    /// Heads of the columns: short and full name.
    pub heads: Vec<(String, String)>,
    /// Rows by category.
    pub groups: Vec<Group>,
    /// The shapes that occur, each with what it means.
    pub legend: Vec<(&'static str, &'static str)>,
}

impl Matrix {
    /// How wide the cells may be, as a class of the style sheet.
    pub fn density(&self) -> &'static str {
        match self.heads.len() {
            0..=4 => "few",
            5..=6 => "some",
            _ => "many",
        }
    }
}

/// A category.
pub struct Group {
    /// From 1.
    pub ordinal: u32,
    /// Empty for a list without categories.
    pub name: String,
    /// Its commitments.
    pub rows: Vec<Row>,
}

/// A commitment.
pub struct Row {
    /// Its number as written.
    pub label: String,
    /// For display.
    pub title: String,
    /// What search looks in: title and body, folded.
    pub search: String,
    /// Its page.
    pub href: String,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// True when a finding about the promise itself asks to be looked at.
    pub flagged: bool,
    /// The promised number, how it is checked otherwise, or that it cannot be.
    pub check: Check,
}

/// How anyone could tell whether a commitment was met.
pub enum Check {
    /// By numbers: the first, and how many more, parts of others left out.
    Number(String, usize),
    /// By results that can be seen.
    Result,
    /// Nobody could tell.
    None,
}

/// A period of a commitment.
pub struct Cell {
    /// The shape: a symbol of the page's drawing, `s0` to `s10` by tenths, `n`, `w`, `b`.
    pub shape: String,
    /// True when a finding asks the officer to look at it.
    pub flagged: bool,
    /// What it promises, in words.
    pub name: String,
    /// Its milestone.
    pub href: String,
}

/// Builds the picture of the commitments that hold `wanted`, which is folded; all of them when it is empty.
pub fn build(plan: &Plan, noted: &Noted, links: &Links, lang: Lang, wanted: &str) -> Matrix {
    let columns = Columns::of(plan);
    let row = |c: &Commitment| Row {
        label: c.label.clone(),
        title: c.short_title.clone(),
        search: searched(c),
        href: links.commitment(c.number, ""),
        cells: cells(c, &columns, noted, links, lang),
        flagged: noted.grave(c.number, Some("title")) > 0,
        check: check(c, noted, lang),
    };
    let group = |g: &Category| Group {
        ordinal: g.ordinal,
        name: g.name.clone(),
        rows: g.commitments.iter().map(row).filter(|r| r.search.contains(wanted)).collect(),
    };
    let groups: Vec<Group> = plan.categories.iter().map(group).filter(|g| !g.rows.is_empty()).collect();
    Matrix { heads: columns.heads(lang), legend: legend(&groups, &columns, lang), groups }
}

/// What the shapes mean, of those that occur.
fn legend(groups: &[Group], columns: &Columns, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let rows = || groups.iter().flat_map(|g| &g.rows);
    let occurs = |of: &dyn Fn(&Cell) -> bool| rows().any(|r| r.cells.iter().any(of));
    let number = match columns {
        Columns::Whole => ("写明了数量", "a number is named"),
        _ => ("有数量，不计入全年指标", "a number outside the year’s target"),
    };
    let filled =
        ("方块填到几成，就是到那时应完成全年指标的几成", "filled as far as the year’s target should be met by then");
    let all = [
        ("s5", occurs(&|c| c.shape.starts_with('s')), filled),
        ("n", occurs(&|c| c.shape == "n"), number),
        ("w", occurs(&|c| c.shape == "w"), ("用文字写明要做的事", "a deliverable in words")),
        ("b", occurs(&|c| c.shape == "b"), ("没有安排", "nothing set down")),
        ("warn", rows().any(|r| r.flagged) || occurs(&|c| c.flagged), ("有提示", "has a finding")),
    ];
    let word = |(zh, en): (&'static str, &'static str)| if lang == Lang::Zh { zh } else { en };
    all.into_iter().filter(|(_, occurs, _)| *occurs).map(|(shape, _, words)| (shape, word(words))).collect()
}

fn searched(c: &Commitment) -> String {
    fold(&format!("{} {}", c.title.text, c.body.as_ref().map_or("", |b| &b.text)))
}

/// The columns of a plan.
enum Columns {
    /// Named periods.
    Periods(Vec<Period>),
    /// So many cells, each commitment's own.
    Ordinal(usize),
    /// No schedule: one column for the year.
    Whole,
}

impl Columns {
    fn of(plan: &Plan) -> Self {
        let periods = plan.periods();
        match periods.len() {
            0 => Columns::Whole,
            1..=MAX_COLUMNS => Columns::Periods(periods),
            _ => Columns::Ordinal(plan.commitments().map(|(_, c)| c.milestones.len()).max().unwrap_or(0)),
        }
    }

    fn heads(&self, lang: Lang) -> Vec<(String, String)> {
        match self {
            Columns::Periods(all) => all.iter().map(|p| (period::short(*p, lang), period::name(*p, lang))).collect(),
            Columns::Ordinal(n) => (1..=*n).map(|i| (i.to_string(), i.to_string())).collect(),
            Columns::Whole => {
                let year = if lang == Lang::Zh { "全年" } else { "Year" };
                vec![(year.to_string(), year.to_string())]
            }
        }
    }
}

fn cells(c: &Commitment, columns: &Columns, noted: &Noted, links: &Links, lang: Lang) -> Vec<Cell> {
    let course = target::main(c).and_then(|t| trajectory::of(c, t));
    let at = |p: Option<Period>| match p {
        Some(p) => cell(c, p, course.as_ref(), noted, links, lang),
        None => blank(links.commitment(c.number, ""), lang),
    };
    match columns {
        Columns::Periods(all) => {
            all.iter().map(|p| at(c.milestones.iter().map(|m| m.period).find(|q| q == p))).collect()
        }
        Columns::Ordinal(n) => (0..*n).map(|i| at(c.milestones.get(i).map(|m| m.period))).collect(),
        Columns::Whole => vec![whole(c, noted, links, lang)],
    }
}

/// The cell of a list without a schedule: what the year promises.
fn whole(c: &Commitment, noted: &Noted, links: &Links, lang: Lang) -> Cell {
    let numbers = numbers(c, |at| !matches!(at, At::Period(_)), lang);
    let (shape, what) = described(numbers, lang);
    let flagged = noted.grave(c.number, None) > 0;
    Cell { shape: shape.into(), flagged, name: named("", &what, flagged, lang), href: links.commitment(c.number, "") }
}

fn cell(c: &Commitment, p: Period, course: Option<&Trajectory>, noted: &Noted, links: &Links, lang: Lang) -> Cell {
    let key = p.to_string();
    let href = links.commitment(c.number, &key);
    let text = c.milestones.iter().find(|m| m.period == p).map_or("", |m| m.passage.text.trim());
    if text.is_empty() {
        return blank(href, lang);
    }
    let numbers = numbers(c, |at| at == At::Period(p), lang);
    let (plain, mut what) = described(numbers, lang);
    let mut shape = plain.to_string();
    let point = course.and_then(|t| t.points.iter().find(|q| q.period == p && q.stated).map(|q| (t, q)));
    if let Some((t, q)) = point {
        let percent = q.percent(t.goal);
        shape = format!("s{}", (percent + 5) / 10);
        what = match lang {
            Lang::Zh => format!("{what}，到期末应达到全年指标的 {percent}%"),
            Lang::En => format!("{what}, {percent}% of the year's target by its end"),
        };
    }
    let flagged = noted.grave(c.number, Some(&key)) > 0;
    Cell { shape, flagged, name: named(&period::name(p, lang), &what, flagged, lang), href }
}

fn blank(href: String, lang: Lang) -> Cell {
    let name = if lang == Lang::Zh { "没有安排" } else { "nothing is set down" };
    Cell { shape: "b".into(), flagged: false, name: name.into(), href }
}

/// The numbers due in the cells that `here` accepts.
fn numbers(c: &Commitment, here: impl Fn(At) -> bool, lang: Lang) -> Vec<String> {
    let due = |mode: Mode| !matches!(mode, Mode::Context);
    c.measures.iter().filter(|m| here(m.at) && due(m.mode)).map(|m| number::quantity(m, lang)).collect()
}

/// Shape and words of a cell with these numbers.
fn described(numbers: Vec<String>, lang: Lang) -> (&'static str, String) {
    match (numbers.is_empty(), lang) {
        (true, Lang::Zh) => ("w", "写明了要做的事".into()),
        (true, Lang::En) => ("w", "a deliverable in words".into()),
        (false, Lang::Zh) => ("n", format!("写明 {}", numbers.join("、").replace("、其中", "，其中"))),
        (false, Lang::En) => ("n", format!("names {}", numbers.join(", "))),
    }
}

fn named(period: &str, what: &str, flagged: bool, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let lead = if period.is_empty() { String::new() } else { format!("{period}：") };
            format!("{lead}{what}{}", if flagged { "；有提示" } else { "" })
        }
        Lang::En => {
            let lead = if period.is_empty() { String::new() } else { format!("{period}: ") };
            format!("{lead}{what}{}", if flagged { "; has a finding" } else { "" })
        }
    }
}

/// How the commitment can be checked.
pub fn check(c: &Commitment, noted: &Noted, lang: Lang) -> Check {
    let unmeasurable = noted.has(c.number, &codes::NO_MEASURABLE_TARGET);
    let main = target::main(c).and_then(|t| Some((t, c.measures.get(t.measure)?)));
    let others = |main| c.targets.iter().filter(|t| *t != main && !target::is_part(c, t)).count();
    match main {
        Some((main, m)) => Check::Number(number::brief(m, lang), others(main)),
        None if unmeasurable => Check::None,
        None => Check::Result,
    }
}

#[cfg(test)]
mod tests {
    use yinuo_model::Relation;

    use super::*;
    use crate::view::sample::commitment;

    #[test]
    fn a_square_is_filled_by_what_should_be_reached() {
        let parts = [(1, 10, "场", Mode::Period), (2, 20, "场", Mode::Period), (4, 70, "场", Mode::Period)];
        let mut c = commitment(100, "场", &parts, Relation::Sum, 100, true);
        c.measures[3].mode = Mode::Context;
        c.milestones[2].passage.text.clear();
        let periods = Columns::Periods(c.milestones.iter().map(|m| m.period).collect());
        let noted = Noted::new(&[]);
        let cells = cells(&c, &periods, &noted, &Links::new("a", "2031", &crate::ask::Ask::unknown()), Lang::Zh);
        let shapes: Vec<_> = cells.iter().map(|c| c.shape.as_str()).collect();
        assert_eq!(shapes, ["s1", "s3", "b", "s10"]);
        assert_eq!(cells[1].name, "第二季度：写明 20 场，到期末应达到全年指标的 30%");
        assert_eq!(cells[1].href, "/a/2031/1#2031-Q2");
    }
}
