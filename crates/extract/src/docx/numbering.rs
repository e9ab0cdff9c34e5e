//! Automatic numbers: what numbering.xml says of each list and level, and the counters while a document is read. The
//! numbers stand nowhere in the text of a document, and a reader sees them.

use std::collections::{HashMap, HashSet};

use yinuo_diag::Diagnostic;

use super::formats;
use crate::limits;
use crate::xml::{Step, Tag, Xml};

/// Which list a paragraph belongs to, and at which level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numbered {
    /// The list; 0 is none.
    pub list: u32,
    /// From 0.
    pub level: u32,
}

/// Lists have at most so many levels.
const LEVELS: usize = 9;

/// The longest pattern that is followed, in bytes; a word processor takes 255 characters.
const MAX_PATTERN: usize = 1024;

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2`, where each number stands for the counter of that level.
    pattern: String,
}

impl Default for Level {
    fn default() -> Self {
        Level { start: 1, format: "decimal".into(), pattern: String::new() }
    }
}

#[derive(Default)]
struct List {
    definition: u32,
    /// Levels that start at a number of their own.
    starts: HashMap<usize, u32>,
}

/// All lists, and how far each has counted.
#[derive(Default)]
pub(crate) struct Numbering {
    definitions: HashMap<u32, Vec<Level>>,
    lists: HashMap<u32, List>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    restarted: HashSet<(u32, usize)>,
}

/// Reads numbering.xml.
pub(crate) fn read(text: &str) -> Result<Numbering, Box<Diagnostic>> {
    let mut all = Numbering::default();
    let (mut definition, mut list, mut level) = (None, None, 0);
    let mut xml = Xml::new(text);
    while let Some(step) = xml.next()? {
        if all.definitions.len() + all.lists.len() > limits::MAX_DEFINITIONS {
            return Err(limits::too_many_definitions());
        }
        let Step::Start(tag) = step else { continue };
        match tag.name() {
            "abstractNum" => {
                definition = tag.number("abstractNumId");
                list = None;
            }
            "num" => {
                list = tag.number("numId");
                definition = None;
            }
            "lvl" | "lvlOverride" => level = tag.number("ilvl").unwrap_or(0) as usize,
            _ => match (definition, list) {
                (Some(id), _) if level < LEVELS => all.define(id, level, &tag),
                (_, Some(id)) if level < LEVELS => all.list(id, level, &tag),
                _ => {}
            },
        }
    }
    Ok(all)
}

impl Numbering {
    fn define(&mut self, definition: u32, level: usize, tag: &Tag) {
        let levels = self.definitions.entry(definition).or_default();
        if levels.len() <= level {
            levels.resize_with(level + 1, Level::default);
        }
        let level = &mut levels[level];
        match tag.name() {
            "start" => level.start = tag.number("val").unwrap_or(1),
            "numFmt" => level.format = tag.attribute("val").unwrap_or_default(),
            "lvlText" => {
                level.pattern = tag.attribute("val").filter(|p| p.len() <= MAX_PATTERN).unwrap_or_default();
            }
            _ => {}
        }
    }

    fn list(&mut self, id: u32, level: usize, tag: &Tag) {
        let list = self.lists.entry(id).or_default();
        match tag.name() {
            "abstractNumId" => list.definition = tag.number("val").unwrap_or(0),
            "startOverride" => drop(list.starts.insert(level, tag.number("val").unwrap_or(1))),
            _ => {}
        }
    }

    /// The number of the next paragraph of a list, as it is seen; empty for a bullet.
    pub fn next(&mut self, at: Numbered) -> String {
        let level = (at.level as usize).min(LEVELS - 1);
        let Some(list) = self.lists.get(&at.list) else { return String::new() };
        let Some(levels) = self.definitions.get(&list.definition) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let start = |n: usize| levels.get(n).map_or(1, |l| l.start);
        let counters = self.counters.entry(list.definition).or_default();
        let restart = list.starts.get(&level).filter(|_| self.restarted.insert((at.list, level)));
        let value = match (restart, counters[level]) {
            (Some(value), _) => *value,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => own.start,
        };
        counters[level] = Some(value);
        counters[level + 1..].fill(None);
        if formats::written(&own.format, value).is_none() {
            return String::new();
        }
        let mut seen = String::new();
        let mut rest = own.pattern.as_str();
        while let Some(percent) = rest.find('%') {
            seen.push_str(&rest[..percent]);
            rest = &rest[percent + 1..];
            let Some(digit) = rest.chars().next().and_then(|c| c.to_digit(10)).filter(|d| *d > 0) else {
                seen.push('%');
                continue;
            };
            let named = (digit as usize - 1).min(level);
            let format = levels.get(named).map_or("decimal", |l| l.format.as_str());
            let count = counters[named].unwrap_or_else(|| start(named));
            seen.push_str(&formats::written(format, count).unwrap_or_default());
            rest = &rest[1..];
        }
        seen.push_str(rest);
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn counters_go_on_and_start_again() {
        let mut lists = read(LISTS).unwrap();
        let mut next = |list, level| lists.next(Numbered { list, level });
        let seen: Vec<_> =
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 1), (2, 1), (9, 0)].map(|(l, n)| next(l, n)).into();
        assert_eq!(seen, ["（一）", "1.", "2.", "（二）", "1.", "5.", "6.", ""]);
    }
}
