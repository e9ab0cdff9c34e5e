//! Which part of a package stands for what: the relationship files beside the parts.

use yinuo_diag::Diagnostic;

use crate::limits;
use crate::package::Package;
use crate::xml::{Step, Xml};

/// One relationship of a part.
pub(crate) struct Relation {
    /// The name by which the part refers to it.
    pub id: String,
    /// The last word of its type, such as `officeDocument`.
    pub kind: String,
    /// The name of the part it points at, from the root of the package.
    pub target: String,
}

/// The relationships of a part; `""` is the package itself.
pub(crate) fn of(package: &mut Package, part: &str) -> Result<Vec<Relation>, Box<Diagnostic>> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let Some(text) = package.text(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(vec![]) };
    let mut all = vec![];
    let mut xml = Xml::new(&text);
    while let Some(step) = xml.next()? {
        let Step::Start(tag) = step else { continue };
        let (id, kind, target) = (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"));
        if let (Some(id), Some(kind), Some(target)) = (id, kind, target) {
            if all.len() >= limits::MAX_DEFINITIONS {
                return Err(limits::too_many_definitions());
            }
            let kind = kind.rsplit('/').next().unwrap_or_default().to_string();
            all.push(Relation { id, kind, target: resolve(folder, &target) });
        }
    }
    Ok(all)
}

/// The name of a target that is written relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { vec![] } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.retain(|p| !p.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn targets_are_names_in_the_package() {
        for (folder, target, name) in [
            ("", "word/document.xml", "word/document.xml"),
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../comments1.xml", "xl/comments1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl", "../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(super::resolve(folder, target), name);
        }
    }
}
