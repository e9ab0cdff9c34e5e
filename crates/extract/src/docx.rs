//! Word documents: paragraphs with their automatic numbers, tables with merged cells, text boxes, content controls.
//! Tracked changes are read as accepted; headers, footers, notes and comments are other parts and are not read.

mod body;
mod formats;
mod numbering;
mod styles;

use yinuo_diag::Diagnostic;

use crate::build::Builder;
use crate::package::Package;
use crate::relations;

/// Reads the document whose main part is `part`.
pub(crate) fn read(package: &mut Package, part: &str) -> Result<Builder, Box<Diagnostic>> {
    let mut styles = None;
    let mut numbering = None;
    for relation in relations::of(package, part)? {
        match relation.kind.as_str() {
            "styles" => styles = package.text(&relation.target)?,
            "numbering" => numbering = package.text(&relation.target)?,
            _ => {}
        }
    }
    let styles = styles.as_deref().map(styles::read).transpose()?.unwrap_or_default();
    let numbering = numbering.as_deref().map(numbering::read).transpose()?.unwrap_or_default();
    let text = package.text(part)?.unwrap_or_default();
    body::read(&text, &styles, numbering)
}
