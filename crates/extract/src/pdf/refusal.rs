//! What a PDF holds instead of words: pictures of them, or signs that no one can name. Counts them page by page, and
//! refuses a file of which too much could not be read.

use yinuo_diag::{Diagnostic, Severity, Text, codes};

use super::drawing::Drawn;

/// Of so many characters one may be unknown.
const ONE_IN: usize = 40;
/// The fewest unknown characters that matter.
const MIN_UNKNOWN: usize = 3;

/// What was counted so far.
#[derive(Default)]
pub(super) struct Tally {
    characters: usize,
    /// Pages of pictures without words.
    pictures: Vec<u32>,
    /// The first page with too many unknown characters, how many, and of how many.
    unknown: Option<(u32, usize, usize)>,
}

impl Tally {
    /// Counts a page.
    pub fn add(&mut self, page: u32, drawn: &Drawn) {
        let is_unknown = |c: char| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let shown = drawn.glyphs.iter().map(|g| g.character).filter(|c| !c.is_whitespace());
        let (mut all, mut unknown) = (0, 0);
        for c in shown {
            all += 1;
            unknown += usize::from(is_unknown(c));
        }
        self.characters += all;
        if all == 0 && (drawn.has_picture || !drawn.hidden.is_empty()) {
            self.pictures.push(page);
        }
        if unknown >= MIN_UNKNOWN && unknown * ONE_IN > all {
            self.unknown.get_or_insert((page, unknown, all));
        }
    }

    /// Refuses, or says which pages hold no words.
    pub fn judge(self, pages: usize) -> Result<Vec<Diagnostic>, Box<Diagnostic>> {
        if let Some((page, unknown, all)) = self.unknown {
            let message = Text::new(
                format!("PDF 第 {page} 页的 {all} 个字里有 {unknown} 个认不出：字体没有说明它们是什么字"),
                format!(
                    "on page {page} of the PDF, {unknown} of {all} characters have no name: the font does not say what they are"
                ),
            );
            return Err(Box::new(Diagnostic::new(&codes::GLYPHS_UNKNOWN, message).help(elsewhere())));
        }
        if self.characters == 0 && !self.pictures.is_empty() {
            let message = Text::new(
                format!("PDF 的 {pages} 页都是图片（扫描件），里面没有文字"),
                format!("all {pages} pages of the PDF are pictures (a scan); they hold no text"),
            );
            return Err(Box::new(Diagnostic::new(&codes::PAGES_ARE_PICTURES, message).help(elsewhere())));
        }
        if self.pictures.is_empty() {
            return Ok(vec![]);
        }
        let list: Vec<String> = self.pictures.iter().take(10).map(u32::to_string).collect();
        let more = self.pictures.len() > 10;
        let message = Text::new(
            format!("PDF 第 {} 页{}是图片，没有读", list.join("、"), if more { "等" } else { "" }),
            format!("page {}{} of the PDF: a picture, not read", list.join(", "), if more { " and more" } else { "" }),
        );
        let finding = Diagnostic::new(&codes::PAGES_ARE_PICTURES, message).help(elsewhere());
        Ok(vec![Diagnostic { severity: Severity::Warning, ..finding }])
    }
}

fn elsewhere() -> Text {
    Text::new(
        "请用原来的 .docx 或 .xlsx，或者把文字识别或抄写成 .txt，核对数字后再试",
        "use the .docx or .xlsx it was made from, or have the words recognised or typed into a .txt file, check the figures and try again",
    )
}
