//! What is said where nothing was read: no list, a table whose header is not known, columns that are left out. Reads nothing.

use yinuo_diag::{Diagnostic, Span, Text, codes};

use super::grid::{Heading, Kind};

fn empty() -> Text {
    Text::new("", "")
}

/// The most headings that one finding names.
const MAX_NAMED: usize = 8;

/// No list was found; why, is for the caller to add.
pub fn not_found() -> Diagnostic {
    let message = Text::new("没有找到事项清单", "no list of commitments was found in this document");
    Diagnostic::new(&codes::NOT_A_LIST, message)
}

/// No row of a table and no item of a list was found. `head` are the headings of a table that are not known; `items` is how
/// many the document says there are.
pub fn not_a_list(head: Option<Vec<Heading>>, items: Option<u32>) -> Diagnostic {
    let mut found = not_found();
    if let Some(n) = items {
        found = found.note(Text::new(
            format!("文中说有 {n} 项，但没有认出事项从哪里开始"),
            format!("it says that there are {n}, but where they begin was not recognised"),
        ));
    }
    let Some(head) = head else {
        return found.help(Text::new(
            "清单可以是表格（序号、工作任务、各季度进度），也可以是带序号的条目，或“……N件实事，包括：……；……”的一段话",
            "a list is a table (number, task, quarters), or numbered items, or one sentence that announces N items and divides them by semicolons",
        ));
    };
    head_unknown(found, &head)
}

/// What a header that was not recognised said, and what would be understood.
fn head_unknown(found: Diagnostic, head: &[Heading]) -> Diagnostic {
    let known: Vec<&str> = head.iter().filter(|h| h.kind.is_some()).take(MAX_NAMED).map(|h| h.words.as_str()).collect();
    let place = if known.is_empty() {
        Text::new("这一行像是表头，没有认出各列是什么", "this looks like a header, and its columns are not known")
    } else if head.iter().any(|h| h.kind == Some(Kind::Title)) {
        Text::new(
            format!("这一行像是表头，只认出了“{}”，看不出是不是清单的表头", known.join("”“")),
            format!(
                "this looks like a header; only {} is known, which does not show that it heads a list",
                known.join(", ")
            ),
        )
    } else {
        Text::new(
            format!("这一行像是表头：认出了“{}”，没有认出事项名称是哪一列", known.join("”“")),
            format!("this looks like a header; known: {}; which column holds the titles is not", known.join(", ")),
        )
    };
    let first = head.iter().take(1).fold(found, |d, h| d.label(h.span, place.clone()));
    let labelled = head.iter().skip(1).take(MAX_NAMED - 1).fold(first, |d, h| d.label(h.span, empty()));
    let named = head.iter().find(|h| h.kind.is_none()).map(|h| h.words.as_str());
    let (zh, en) = (named.unwrap_or("表头"), named.unwrap_or("HEADING"));
    labelled.help(Text::new(
        format!("指明各列是什么：网页上在“各列的含义”里选，命令行用 --column {zh}=含义；或把表头改成常用的说法：序号、类别、工作任务或项目名称、主要内容、责任单位、完成时限、第一季度等"),
        format!("say what the columns are: on the page, or with --column {en}=KIND; or head them in usual words: 序号, 类别, 工作任务 or 项目名称, 主要内容, 责任单位, 完成时限, 第一季度 and the like"),
    ))
}

/// The document asks for suggestions; `place` is where.
pub fn asks_for_ideas(place: Span) -> Diagnostic {
    let message = Text::new(
        "这是征集建议的公告，没有事项清单",
        "this is a call for suggestions, and holds no list of commitments",
    );
    Diagnostic::new(&codes::NOT_A_LIST, message)
        .label(place, Text::new("在征集民生实事的建议", "asks what should become a commitment"))
        .help(Text::new(
            "请用征集之后公布的清单。确是清单的，加 --as-list",
            "use the list that was published afterwards. If this is a list after all, say --as-list",
        ))
}

/// Columns that are not known by their headings. Their words stand beside the list.
pub fn columns_unknown(headings: &[(String, Span)]) -> Option<Diagnostic> {
    let ((first, place), n) = (headings.first()?, headings.len());
    let names: Vec<&str> = headings.iter().take(MAX_NAMED).map(|(words, _)| words.as_str()).collect();
    let (zh, en) = if n > MAX_NAMED { ("等", " and others") } else { ("", "") };
    let what =
        if n == 1 { "the heading of 1 column is".to_string() } else { format!("the headings of {n} columns are") };
    let message = Text::new(
        format!("有 {n} 列的表头认不出来，没有读进清单：{}{zh}", names.join("、")),
        format!("{what} not known, and the words there were not taken into the list: {}{en}", names.join(", ")),
    );
    let help = Text::new(
        format!(
            "指明各列是什么：网页上在“各列的含义”里选，命令行用 --column {first}=含义（如 责任单位）；与事项无关的写 --column {first}=unused"
        ),
        format!(
            "say what each holds: on the page, or with --column {first}=KIND (responsible, for example); for what is no part of the promise, --column {first}=unused"
        ),
    );
    let found = Diagnostic::new(&codes::COLUMNS_UNKNOWN, message).label(*place, empty()).help(help);
    Some(headings.iter().skip(1).take(MAX_NAMED - 1).fold(found, |d, (_, span)| d.label(*span, empty())))
}
