//! What a document may hold once it is unpacked. A file of the allowed size can hold a thousand times as much, so each
//! reader counts while it reads and stops at these limits.

use yinuo_diag::{Diagnostic, Text, codes};

/// The most text, in bytes.
pub(crate) const MAX_TEXT: usize = 16 * 1024 * 1024;
/// The most paragraphs.
pub(crate) const MAX_BLOCKS: usize = 400_000;
/// The most cells with words.
pub(crate) const MAX_CELLS: usize = 50_000;

/// The most columns of a table in text or of records.
pub(crate) const MAX_COLUMNS: usize = 1024;
/// The most bytes of words that are looked at while a text is put together. A few bytes of a workbook may show the same
/// long words in every cell, or a document's numbering long blanks before every paragraph.
pub(crate) const MAX_SEEN: usize = 4 * MAX_TEXT;
/// The most definitions of one kind in an office file: styles, lists, formats, relationships, sheets.
pub(crate) const MAX_DEFINITIONS: usize = 65_536;

/// The diagnostic for an office file with more than [`MAX_DEFINITIONS`].
pub(crate) fn too_many_definitions() -> Box<Diagnostic> {
    over(
        format!("文件里的样式、编号、格式或工作表超过 {MAX_DEFINITIONS} 个"),
        format!("the file defines over {MAX_DEFINITIONS} styles, lists, formats or sheets"),
    )
}

/// The diagnostic for a table with more than [`MAX_COLUMNS`].
pub(crate) fn too_many_columns() -> Box<Diagnostic> {
    over(format!("有一行超过 {MAX_COLUMNS} 列"), format!("a row has over {MAX_COLUMNS} columns"))
}

/// The diagnostic for a document over [`MAX_TEXT`] or [`MAX_BLOCKS`].
pub(crate) fn too_much_text() -> Box<Diagnostic> {
    let limit = MAX_TEXT / 1024 / 1024;
    over(
        format!("文件里的文字超过 {limit} MiB 或 {MAX_BLOCKS} 段"),
        format!("the file holds over {limit} MiB of text or {MAX_BLOCKS} paragraphs"),
    )
}

/// The diagnostic for a document over [`MAX_CELLS`].
pub(crate) fn too_many_cells() -> Box<Diagnostic> {
    over(
        format!("表格超过 {MAX_CELLS} 个有内容的单元格"),
        format!("its tables have over {MAX_CELLS} cells that are not blank"),
    )
}

/// The diagnostic for a file that unpacks to more than is read.
pub(crate) fn over(zh: impl Into<String>, en: impl Into<String>) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(&codes::UNPACKED_TOO_LARGE, Text::new(zh, en)).help(Text::new(
        "只保留清单所在的部分，另存后再试",
        "keep only the part that holds the list, save it and try again",
    )))
}
