//! The strings that cells share. Rich text is joined; phonetic guides are left out.

use yinuo_diag::Diagnostic;

use crate::xml::{Step, Xml};

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
