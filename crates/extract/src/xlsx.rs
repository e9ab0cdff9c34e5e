//! Workbooks: every sheet that is shown, each a table. Values are written as the sheet shows them where that says more
//! than the stored number: dates, percents, units in a number format.

mod cells;
mod formats;
mod strings;

use std::collections::HashMap;

use yinuo_diag::Diagnostic;

use crate::build::Builder;
use crate::limits;
use crate::package::Package;
use crate::relations;
use crate::xml::{Step, Xml};

/// The longest name of a sheet that is kept, in characters; Excel allows half of it.
const MAX_NAME: usize = 62;

/// Reads the workbook whose main part is `part`, and the names of the sheets that hold words.
pub(crate) fn read(package: &mut Package, part: &str) -> Result<(Builder, Vec<String>), Box<Diagnostic>> {
    let relations = relations::of(package, part)?;
    let mut book = cells::Book::default();
    for relation in &relations {
        match relation.kind.as_str() {
            "styles" => book.formats = formats::read(&package.text(&relation.target)?.unwrap_or_default())?,
            "sharedStrings" => book.strings = strings::read(&package.text(&relation.target)?.unwrap_or_default())?,
            _ => {}
        }
    }
    let workbook = package.text(part)?.unwrap_or_default();
    let sheets = relations.iter().filter(|r| r.kind == "worksheet");
    let sheets: HashMap<&str, &str> = sheets.map(|r| (r.id.as_str(), r.target.as_str())).collect();
    let mut out = Builder::default();
    let mut xml = Xml::new(&workbook);
    let (mut shown, mut table) = (0, 0);
    let mut names = vec![];
    while let Some(step) = xml.next()? {
        let Step::Start(tag) = step else { continue };
        match tag.name() {
            "workbookPr" => book.from_1904 = tag.attribute("date1904").is_some_and(|v| v == "1" || v == "true"),
            "sheet" => {
                shown += 1;
                if shown as usize > limits::MAX_DEFINITIONS {
                    return Err(limits::too_many_definitions());
                }
                let hidden = tag.attribute("state").is_some_and(|s| s != "visible");
                let target = tag.attribute("id").and_then(|id| sheets.get(id.as_str()).copied());
                if let (false, Some(target)) = (hidden, target) {
                    let text = package.text(target)?.unwrap_or_default();
                    let before = out.len();
                    book.read(&text, cells::Sheet { number: shown, table }, &mut out)?;
                    let name = tag.attribute("name").filter(|name| name.chars().count() <= MAX_NAME);
                    names.extend(name.filter(|_| out.len() > before));
                    table += 1;
                }
            }
            _ => {}
        }
    }
    Ok((out, names))
}
