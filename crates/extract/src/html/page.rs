//! What a page is made of while its tags go by: the paragraph being written, the lists and tables that are open, and what
//! is being left out.

use std::collections::HashSet;

use yinuo_diag::{Diagnostic, Locator};

use super::words::collapse;
use crate::build::Builder;
use crate::tables::{self, Tables};

/// Elements whose words are never those of the document.
const NEVER: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea", "object", "title",
    "datalist",
];
/// Elements that lead to other pages.
const NAVIGATION: &[&str] = &["nav", "footer", "aside", "menu"];
/// Elements that begin and end a paragraph.
const BLOCKS: &[&str] = &[
    "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "header", "dl", "dt", "dd",
    "blockquote", "hr", "form", "fieldset", "legend", "caption", "thead", "tbody", "tfoot", "center", "address",
    "figure", "figcaption", "body", "html", "head", "details", "summary",
];
/// So many paragraphs in a row that are nothing but links make a menu.
const MENU: usize = 3;

/// A page being read.
pub(crate) struct Page {
    out: Builder,
    text: String,
    /// Characters of the paragraph, and those of them inside a link.
    counts: (usize, usize),
    links: usize,
    preformatted: usize,
    /// Numbers of the ordered lists that are open; none for a list without numbers.
    lists: Vec<Option<u32>>,
    number: Option<u32>,
    tables: Tables,
    skip_navigation: bool,
    /// The element that is left out, and how many of its name are open.
    skipping: Option<(String, usize)>,
    /// Paragraphs outside of tables that are nothing but links.
    linked: HashSet<usize>,
}

impl Page {
    /// An empty page.
    pub fn new(skip_navigation: bool) -> Self {
        Self {
            out: Builder::default(),
            text: String::new(),
            counts: (0, 0),
            links: 0,
            preformatted: 0,
            lists: vec![],
            number: None,
            tables: Tables::default(),
            skip_navigation,
            skipping: None,
            linked: HashSet::new(),
        }
    }

    /// Characters between tags.
    pub fn words(&mut self, words: &str) {
        if self.skipping.is_some() {
            return;
        }
        let count = words.chars().filter(|c| !c.is_whitespace()).count();
        self.counts.0 += count;
        self.counts.1 += if self.links > 0 { count } else { 0 };
        self.text.push_str(words);
    }

    /// A tag that begins an element.
    pub fn start(
        &mut self,
        name: &str,
        attribute: impl Fn(&str) -> Option<String>,
        closed: bool,
    ) -> Result<(), Box<Diagnostic>> {
        if let Some((skipped, depth)) = &mut self.skipping {
            *depth += usize::from(name == skipped && !closed);
            return Ok(());
        }
        if NEVER.contains(&name) || (self.skip_navigation && NAVIGATION.contains(&name)) {
            if !(closed && name == "svg") {
                self.skipping = Some((name.to_string(), 1));
            }
            return Ok(());
        }
        let number = |name: &str| attribute(name).and_then(|v| v.trim().parse::<u32>().ok());
        match name {
            "a" => self.links += 1,
            "table" => {
                self.flush()?;
                self.tables.begin();
            }
            "tr" => {
                self.flush()?;
                self.tables.row();
            }
            "td" | "th" => {
                self.flush()?;
                let (rows, columns) = (number("rowspan").unwrap_or(1), number("colspan").unwrap_or(1));
                self.tables.cell(&mut self.out, rows, columns)?;
            }
            "ol" => {
                self.flush()?;
                self.lists.push(Some(number("start").unwrap_or(1)));
            }
            "ul" => {
                self.flush()?;
                self.lists.push(None);
            }
            "li" => {
                self.flush()?;
                if let Some(Some(next)) = self.lists.last_mut() {
                    let value = number("value").unwrap_or(*next);
                    *next = value.saturating_add(1);
                    self.number = Some(value);
                }
            }
            "pre" => {
                self.flush()?;
                self.preformatted += 1;
            }
            _ if BLOCKS.contains(&name) => self.flush()?,
            _ => {}
        }
        Ok(())
    }

    /// A tag that ends an element.
    pub fn end(&mut self, name: &str) -> Result<(), Box<Diagnostic>> {
        if let Some((skipped, depth)) = &mut self.skipping {
            *depth -= usize::from(name == skipped);
            if *depth == 0 {
                self.skipping = None;
            }
            return Ok(());
        }
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "table" => {
                self.flush()?;
                self.tables.end();
            }
            "td" | "th" => {
                self.flush()?;
                self.tables.end_cell();
            }
            "ol" | "ul" => {
                self.flush()?;
                self.lists.pop();
            }
            "pre" => {
                self.flush()?;
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            "tr" | "li" => self.flush()?,
            _ if BLOCKS.contains(&name) => self.flush()?,
            _ => {}
        }
        Ok(())
    }

    /// Ends the paragraph.
    pub fn flush(&mut self) -> Result<(), Box<Diagnostic>> {
        let text = std::mem::take(&mut self.text);
        let (all, linked) = std::mem::take(&mut self.counts);
        if all == 0 {
            return Ok(());
        }
        let seen = if self.preformatted > 0 { text } else { collapse(&text) };
        let numbered = self.number.take().map(|n| format!("{n}. {}", seen.trim_start()));
        let first = self.out.len();
        let locate = |cell: Option<_>, n| cell.map_or(Locator::Paragraph(n), tables::locator);
        self.out.push(&numbered.unwrap_or(seen), self.tables.current(), locate)?;
        if all == linked && self.tables.is_empty() {
            self.linked.extend(first..self.out.len());
        }
        Ok(())
    }

    /// True when the page ended inside an element that leads elsewhere.
    pub fn is_inside_navigation(&self) -> bool {
        self.skipping.as_ref().is_some_and(|(name, _)| NAVIGATION.contains(&name.as_str()))
    }

    /// The page without its menus.
    pub fn finish(mut self) -> Result<Builder, Box<Diagnostic>> {
        self.tables.forget_layout(&mut self.out);
        let all = self.out.len();
        let mut menus = HashSet::new();
        let mut run = 0;
        for n in 0..=all {
            if self.linked.contains(&n) {
                run += 1;
                continue;
            }
            if run >= MENU {
                menus.extend(n - run..n);
            }
            run = 0;
        }
        self.out.keep(|n| !menus.contains(&n));
        Ok(self.out)
    }
}
