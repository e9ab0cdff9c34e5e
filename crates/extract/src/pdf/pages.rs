//! The pages of a PDF in order, with what they take over from the nodes above them. A tree that comes back to itself ends
//! there; a page that is missing makes the file a damaged one.

use std::collections::HashSet;
use std::rc::Rc;

use yinuo_diag::Diagnostic;

use super::file::File;
use super::object::{Dict, Object};
use crate::{limits, package};

/// The most pages.
const MAX_PAGES: usize = 3000;
/// The most nodes of the tree.
const MAX_NODES: usize = 20_000;

/// A page.
pub(super) struct Page {
    pub dict: Dict,
    pub resources: Dict,
    /// Left, bottom, right, top.
    pub area: [f64; 4],
    /// Quarter turns clockwise.
    pub turns: u8,
}

/// All pages.
pub(super) fn read(file: &File) -> Result<Vec<Page>, Box<Diagnostic>> {
    let root = file.root()?.ok_or_else(package::damaged)?;
    let mut pages = vec![];
    let mut seen = HashSet::new();
    let mut open = vec![(root.get("Pages").clone(), Rc::new(Dict::default()))];
    while let Some((node, above)) = open.pop() {
        if let Object::Ref(id) = node
            && !seen.insert(id)
        {
            continue;
        }
        if seen.len() > MAX_NODES || open.len() > MAX_NODES || pages.len() >= MAX_PAGES {
            return Err(limits::over(
                format!("PDF 超过 {MAX_PAGES} 页"),
                format!("the PDF has over {MAX_PAGES} pages"),
            ));
        }
        let node = file.value(&node)?;
        let dict = node.dict().ok_or_else(package::damaged)?.clone();
        let mut taken = Dict::clone(&above);
        for name in ["Resources", "MediaBox", "CropBox", "Rotate"] {
            if let Some(value) = dict.0.get(name.as_bytes()) {
                taken.0.insert(name.as_bytes().to_vec(), value.clone());
            }
        }
        let taken = Rc::new(taken);
        match file.entry(&dict, "Kids")? {
            Object::Array(kids) => open.extend(kids.into_iter().rev().map(|kid| (kid, taken.clone()))),
            _ => pages.push(page(file, dict, &taken)?),
        }
    }
    Ok(pages)
}

fn page(file: &File, dict: Dict, taken: &Dict) -> Result<Page, Box<Diagnostic>> {
    let mut area = [0.0, 0.0, 595.0, 842.0];
    for name in ["MediaBox", "CropBox"] {
        let Object::Array(corners) = file.entry(taken, name)? else { continue };
        let corners: Result<Vec<Object>, _> = corners.iter().take(4).map(|c| file.value(c)).collect();
        let corners: Vec<f64> = corners?.iter().filter_map(Object::number).collect();
        if let [a, b, c, d] = corners[..]
            && (a - c).abs() > 1.0
            && (b - d).abs() > 1.0
        {
            area = [a.min(c), b.min(d), a.max(c), b.max(d)];
        }
    }
    let resources = file.entry(taken, "Resources")?.dict().cloned().unwrap_or_default();
    let degrees = file.entry(taken, "Rotate")?.number().unwrap_or(0.0);
    let turns = (degrees / 90.0).round().rem_euclid(4.0) as u8;
    Ok(Page { dict, resources, area, turns })
}
