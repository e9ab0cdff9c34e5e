//! Where words stand in the person's own document, for one that is not plain text: `工作表 1 单元格 C7`.

use yinuo_app::Edition;
use yinuo_diag::{Diagnostic, Lang, Locator};

/// The beginnings of blocks, each with its place in the document; empty for plain text.
pub struct Places(Vec<(u32, Locator)>);

impl Places {
    /// The places of an edition.
    pub fn of(edition: &Edition) -> Self {
        Self(edition.document.locators().collect())
    }

    /// The place of a byte of the text.
    pub fn at(&self, offset: u32, lang: Lang) -> Option<String> {
        let next = self.0.partition_point(|(start, _)| *start <= offset);
        let (_, locator) = self.0.get(next.checked_sub(1)?)?;
        Some(locator.text().get(lang).to_string())
    }

    /// The place of a finding's main label.
    pub fn of_finding(&self, d: &Diagnostic, lang: Lang) -> Option<String> {
        self.at(d.labels.first()?.span.start, lang)
    }
}
