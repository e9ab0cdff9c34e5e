//! Cells of a schedule that hold nothing: one finding for a period that most rows leave empty, else one for each commitment.
//! Says only that nothing stands there; what should is for people to say.

use yinuo_diag::{Diagnostic, Span, Text, codes};
use yinuo_model::{At, Period};

use crate::period_name;

/// The cells of one commitment that hold nothing.
pub struct Blank {
    /// The commitment.
    pub number: u32,
    /// Where its row begins.
    pub row: Span,
    /// Whose cells they are, in order.
    pub periods: Vec<Period>,
    /// Where the document does not tell which are blank, all that could be.
    pub could_be: Vec<Period>,
}

/// A period that so many rows leave empty, and at least half of all, was left so on purpose or for one reason.
const MIN_ROWS: usize = 3;
/// How many of the rows are pointed at.
const MAX_LABELS: usize = 8;

/// What is to be said of blank cells among `rows` rows.
pub fn findings(mut all: Vec<Blank>, rows: usize) -> Vec<Diagnostic> {
    let mut found = vec![];
    let unplaced: Vec<Blank> = all.extract_if(.., |b| !b.could_be.is_empty()).collect();
    if unplaced.len() >= MIN_ROWS && unplaced.len() * 2 >= rows {
        found.push(of_short_rows(&unplaced, rows));
    } else {
        found.extend(unplaced.iter().map(of_short_row));
    }
    let mut periods: Vec<Period> = all.iter().flat_map(|b| &b.periods).copied().collect();
    periods.sort_unstable();
    for same in periods.chunk_by(|a, b| a == b).filter(|same| same.len() >= MIN_ROWS && same.len() * 2 >= rows) {
        let period = same[0];
        let blank: Vec<&Blank> = all.iter().filter(|b| b.periods.contains(&period)).collect();
        found.push(of_period(period, &blank, rows));
        all.iter_mut().for_each(|b| b.periods.retain(|p| *p != period));
    }
    found.extend(all.iter().filter(|b| !b.periods.is_empty()).map(of_row));
    found
}

fn of_period(period: Period, blank: &[&Blank], rows: usize) -> Diagnostic {
    let (count, name) = (blank.len(), period_name::of(period));
    let message = Text::new(
        format!("“{}”一列在{rows}项中有{count}项空着", name.zh),
        format!("{count} of {rows} commitments have nothing for {}", name.en),
    );
    let found = Diagnostic::new(&codes::CELL_BLANK, message).help(Text::new(
        "确实都没有安排的，可删去这一列，或各写“无”；有安排的请补上",
        "where nothing is planned, drop the column or write so in each cell; else say what is due",
    ));
    let label = |d: Diagnostic, b: &&Blank| d.label(b.row, Text::new("", ""));
    blank.iter().take(MAX_LABELS).fold(found, label)
}

/// What can be done about a row that does not say which of its cells is blank.
fn fill_in() -> Text {
    Text::new(
        "在空着的一期写“无”；或换用保留表格的文件，如 Word 或 Excel 文件",
        "write 无 for what is blank, or use a file that keeps the table, such as Word or Excel",
    )
}

/// Many rows are short, and none says where.
fn of_short_rows(blank: &[Blank], rows: usize) -> Diagnostic {
    let count = blank.len();
    let message = Text::new(
        format!("{rows}项中有{count}项的格数少于表头，文中看不出空的是哪一期"),
        format!(
            "{count} of {rows} commitments have fewer cells than the header, and the document does not tell which period is blank"
        ),
    );
    let found = Diagnostic::new(&codes::CELL_BLANK, message).help(fill_in());
    blank.iter().take(MAX_LABELS).fold(found, |d, b| d.label(b.row, Text::new("", "")))
}

/// A row is short, and its words do not say where.
fn of_short_row(blank: &Blank) -> Diagnostic {
    let (zh, en) = names(&blank.could_be);
    let n = blank.periods.len();
    let message = Text::new(
        format!("{}中空着 {n} 期，文中看不出是哪{}期", zh.join("、"), if n == 1 { "一" } else { "几" }),
        format!(
            "{n} of {} {} blank, and the document does not tell which",
            en.join(", "),
            if n == 1 { "is" } else { "are" }
        ),
    );
    let found = Diagnostic::new(&codes::CELL_BLANK, message).help(fill_in());
    found.about(blank.number, At::Title).label(blank.row, Text::new("这一项", "this commitment")).note(Text::new(
        "其余各格放在哪一期，是推断的，不算文件的错",
        "the periods of its other cells are a guess, and no fault of the document",
    ))
}

/// What periods are called.
fn names(periods: &[Period]) -> (Vec<String>, Vec<String>) {
    periods.iter().map(|p| period_name::of(*p)).map(|name| (name.zh.to_string(), name.en.to_string())).unzip()
}

fn of_row(blank: &Blank) -> Diagnostic {
    let (zh, en) = names(&blank.periods);
    let message = Text::new(
        format!("{}没有写要做到什么", zh.join("、")),
        format!("nothing is said of what is due in {}", en.join(", ")),
    );
    let found = Diagnostic::new(&codes::CELL_BLANK, message).help(Text::new(
        "补上这一期要做到什么；确无安排的写“无”",
        "say what is due by the end of the period, or write that nothing is",
    ));
    let found = match blank.periods[..] {
        [only] => found.about(blank.number, At::Period(only)),
        _ => found.about(blank.number, At::Title),
    };
    found.label(blank.row, Text::new("这一项", "this commitment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rows: &[&[i8]]) -> Vec<String> {
        let blank = |(n, periods): (usize, &&[i8])| Blank {
            number: n as u32 + 1,
            row: Span::new(n, n + 1),
            periods: periods.iter().map(|q| Period::Quarter(2026, *q)).collect(),
            could_be: vec![],
        };
        findings(rows.iter().enumerate().map(blank).collect(), rows.len()).into_iter().map(|d| d.message.zh).collect()
    }

    #[test]
    fn what_is_not_known_is_said_of_no_period() {
        let short = |number: u32| Blank {
            number,
            row: Span::new(number as usize, number as usize + 1),
            periods: vec![Period::Quarter(2026, 4)],
            could_be: vec![Period::Quarter(2026, 1), Period::Quarter(2026, 4)],
        };
        let said = |count: u32, rows| {
            findings((1..=count).map(short).collect(), rows).into_iter().map(|d| d.message.zh).collect::<Vec<_>>()
        };
        assert_eq!(said(1, 9), ["第一季度、第四季度中空着 1 期，文中看不出是哪一期"]);
        assert_eq!(said(3, 4), ["4项中有3项的格数少于表头，文中看不出空的是哪一期"]);
        assert_eq!(said(3, 9).len(), 3);
    }

    #[test]
    fn a_commitment_or_a_period_is_told_once() {
        let cases: [(&[&[i8]], &[&str]); 4] = [
            (&[&[], &[]], &[]),
            (&[&[1, 2], &[]], &["第一季度、第二季度没有写要做到什么"]),
            (&[&[1], &[1], &[1], &[1, 2]], &["“第一季度”一列在4项中有4项空着", "第二季度没有写要做到什么"]),
            // Two of five are each their own.
            (&[&[3], &[3], &[], &[], &[]], &["第三季度没有写要做到什么", "第三季度没有写要做到什么"]),
        ];
        for (rows, told) in cases {
            assert_eq!(said(rows), told, "{rows:?}");
        }
    }
}
