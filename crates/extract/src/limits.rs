//! What a document may hold once it is unpacked. A file of the allowed size can hold a thousand times as much, so each
//! reader counts while it reads and stops at these limits.

use yinuo_diag::{Diagnostic, Text, codes};

/// The most text, in bytes.
pub(crate) const MAX_TEXT: usize = 16 * 1024 * 1024;
/// The most paragraphs.
pub(crate) const MAX_BLOCKS: usize = 400_000;
/// The most cells with words.
pub(crate) const MAX_CELLS: usize = 200_000;

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
