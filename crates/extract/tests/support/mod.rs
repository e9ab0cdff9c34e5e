//! Writes small PDFs for the tests: pages with words at places, lines, and fonts that are named but not embedded.

use std::fmt::Write;

/// A font: the name of its encoding, and how a text is written in it.
#[derive(Clone, Copy)]
pub enum Font {
    Ucs2,
    Utf16,
    Gbk,
    /// Numbers of glyphs of an embedded font that is not there.
    Glyphs,
}

impl Font {
    fn name(self) -> &'static str {
        match self {
            Self::Ucs2 => "UniGB-UCS2-H",
            Self::Utf16 => "UniGB-UTF16-H",
            Self::Gbk => "GBK-EUC-H",
            Self::Glyphs => "Identity-H",
        }
    }

    fn encoded(self, text: &str) -> String {
        let bytes: Vec<u8> = match self {
            Self::Gbk => encoding_rs::GBK.encode(text).0.into_owned(),
            _ => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        };
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }
}

/// A page's drawing.
#[derive(Default, Clone)]
pub struct Page(pub String);

impl Page {
    /// Words whose first base line begins at a place, counted from the lower left corner.
    pub fn words(mut self, x: u32, y: u32, size: u32, text: &str, font: Font) -> Self {
        let _ = writeln!(self.0, "BT /F1 {size} Tf {x} {y} Td <{}> Tj ET", font.encoded(text));
        self
    }

    /// Lines of words, 16 points apart.
    pub fn lines(self, x: u32, y: u32, texts: &[&str]) -> Self {
        let lines = texts.iter().enumerate();
        lines.fold(self, |page, (n, text)| page.words(x, y - 16 * n as u32, 10, text, Font::Ucs2))
    }

    /// A straight line.
    pub fn line(mut self, from: (u32, u32), to: (u32, u32)) -> Self {
        let _ = writeln!(self.0, "{} {} m {} {} l S", from.0, from.1, to.0, to.1);
        self
    }

    /// A table of cells with borders, its upper left corner at a place, rows 20 points high.
    pub fn table(mut self, x: u32, y: u32, widths: &[u32], rows: &[&[&str]]) -> Self {
        let width: u32 = widths.iter().sum();
        let height = 20 * rows.len() as u32;
        for n in 0..=rows.len() as u32 {
            self = self.line((x, y - 20 * n), (x + width, y - 20 * n));
        }
        let mut at = x;
        for column in 0..=widths.len() {
            self = self.line((at, y), (at, y - height));
            for (n, row) in rows.iter().enumerate() {
                if let Some(cell) = row.get(column) {
                    self = self.words(at + 4, y - 20 * n as u32 - 14, 10, cell, Font::Ucs2);
                }
            }
            at += widths.get(column).copied().unwrap_or(0);
        }
        self
    }
}

/// A file of these pages.
pub fn pdf(pages: &[Page], font: Font) -> Vec<u8> {
    let font = format!(
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0\
         /CIDSystemInfo<</Registry(Adobe)/Ordering({})/Supplement 4>>/DW 1000/W[1 95 500 814 907 500]>>]>>",
        font.name(),
        if matches!(font, Font::Glyphs) { "Identity" } else { "GB1" },
    );
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        font,
    ];
    for (n, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
            5 + 2 * n
        ));
        objects.push(format!("<</Length {}>>\nstream\n{}\nendstream", page.0.len(), page.0));
    }
    let objects: Vec<Vec<u8>> = objects.into_iter().map(String::into_bytes).collect();
    file(&objects, "")
}

/// A file of these objects, the first of which is the catalogue.
pub fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = vec![];
    for (n, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", n + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        out.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer\n<</Size {}/Root 1 0 R{trailer}>>\n", objects.len() + 1).bytes());
    out.extend(format!("startxref\n{table}\n%%EOF\n").bytes());
    out
}
