//! Which paragraph styles bring a number with them, directly or from the style they are based on.

use std::collections::HashMap;

use yinuo_diag::Diagnostic;

use super::numbering::Numbered;
use crate::limits;
use crate::xml::{Step, Xml};

/// Styles by their id, with what each says about numbers.
#[derive(Default)]
pub(crate) struct Styles(HashMap<String, Style>);

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
}

/// How many styles a chain of styles may have.
const MAX_CHAIN: usize = 20;

/// Reads styles.xml.
pub(crate) fn read(text: &str) -> Result<Styles, Box<Diagnostic>> {
    let mut styles = HashMap::new();
    let mut open: Option<(String, Style)> = None;
    let mut xml = Xml::new(text);
    while let Some(step) = xml.next()? {
        let Step::Start(tag) = step else { continue };
        match (tag.name(), &mut open) {
            ("style", _) if styles.len() >= limits::MAX_DEFINITIONS => return Err(limits::too_many_definitions()),
            ("style", _) => {
                styles.extend(open.take());
                open = tag.attribute("styleId").map(|id| (id, Style::default()));
            }
            ("basedOn", Some((_, style))) => style.based_on = tag.attribute("val"),
            ("numId", Some((_, style))) => style.list = tag.number("val"),
            ("ilvl", Some((_, style))) => style.level = tag.number("val"),
            _ => {}
        }
    }
    styles.extend(open);
    Ok(Styles(styles))
}

impl Styles {
    /// The list a style's paragraphs belong to.
    pub fn numbered(&self, id: &str) -> Option<Numbered> {
        let mut style = self.0.get(id)?;
        let mut level = None;
        for _ in 0..MAX_CHAIN {
            level = level.or(style.level);
            if let Some(list) = style.list {
                return Some(Numbered { list, level: level.unwrap_or(0) });
            }
            style = self.0.get(style.based_on.as_ref()?)?;
        }
        None
    }
}
