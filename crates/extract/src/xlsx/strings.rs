//! The strings that cells share. Rich text is joined; phonetic guides are left out.

use yinuo_diag::Diagnostic;

use crate::limits;
use crate::xml::{Step, Xml};

/// The most strings: sheets that are hidden have some as well.
const MAX_STRINGS: usize = 4 * limits::MAX_CELLS;

/// Reads sharedStrings.xml.
pub(crate) fn read(text: &str) -> Result<Vec<String>, Box<Diagnostic>> {
    let mut all: Vec<String> = vec![];
    let mut xml = Xml::new(text);
    let mut open = vec![];
    while let Some(step) = xml.next()? {
        match step {
            Step::Start(tag) if tag.name() == "rPh" => xml.skip()?,
            Step::Start(tag) => {
                let is_text = tag.name() == "t";
                if tag.name() == "si" {
                    if all.len() >= MAX_STRINGS {
                        return Err(limits::too_many_cells());
                    }
                    all.push(String::new());
                }
                open.push(is_text);
            }
            Step::End => drop(open.pop()),
            Step::Text(words) => {
                if let (Some(true), Some(last)) = (open.last(), all.last_mut()) {
                    last.push_str(&words);
                }
            }
        }
    }
    Ok(all)
}
