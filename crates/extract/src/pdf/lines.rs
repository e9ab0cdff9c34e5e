//! Characters to lines: those on one base line belong together, a wide gap divides a line into pieces, and spaces are put
//! where words in Latin letters stand apart.

use super::fold;
use super::writing::Glyph;

/// A character of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mark {
    pub c: char,
    pub x0: f64,
    pub x1: f64,
    /// Whether a space was written before it.
    pub spaced: bool,
}

/// A line, left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextLine {
    pub marks: Vec<Mark>,
    /// Its base line, from the top of the page.
    pub y: f64,
    /// The height of its characters.
    pub size: f64,
    /// Which page and which line of it, counted from 1.
    pub page: u32,
    pub number: u32,
    /// Whether a space was written after its last character.
    pub ends_in_space: bool,
}

/// A gap of so many heights divides a line.
const WIDE_GAP: f64 = 0.9;
/// A gap of so many heights between Latin words is a space.
const SPACE: f64 = 0.22;
/// Base lines nearer than so many heights are one.
const SAME_LINE: f64 = 0.42;

impl TextLine {
    pub fn x0(&self) -> f64 {
        self.marks.first().map_or(0.0, |m| m.x0)
    }

    pub fn x1(&self) -> f64 {
        self.marks.last().map_or(0.0, |m| m.x1)
    }

    /// How far its words go, without a sign at its end, which may hang over the edge.
    pub fn reach(&self) -> f64 {
        match self.marks.as_slice() {
            [.., word, sign] if "，。、；：！？）》”’,.;:!?)".contains(sign.c) => word.x1,
            _ => self.x1(),
        }
    }

    /// Its words, with a space for each wide gap.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut last: Option<Mark> = None;
        for mark in &self.marks {
            let latin = |c: char| c.is_ascii_alphanumeric();
            let is_space = |last: Mark| {
                let gap = mark.x0 - last.x1;
                mark.spaced || gap > WIDE_GAP * self.size || (gap > SPACE * self.size && latin(last.c) && latin(mark.c))
            };
            if last.is_some_and(is_space) {
                text.push(' ');
            }
            text.push(mark.c);
            last = Some(*mark);
        }
        text
    }

    /// How many runs of words it has, divided by wide gaps.
    pub fn runs(&self) -> usize {
        self.divided().count()
    }

    /// Its runs of words.
    pub fn divided(&self) -> impl Iterator<Item = Self> + '_ {
        let runs = self.marks.chunk_by(|a, b| b.x0 - a.x1 <= WIDE_GAP * self.size);
        runs.map(|run| Self { marks: run.to_vec(), ..*self })
    }

    /// The part of it between two places.
    pub fn between(&self, x0: f64, x1: f64) -> Self {
        let middle = |m: &&Mark| (m.x0 + m.x1) / 2.0 >= x0 && (m.x0 + m.x1) / 2.0 < x1;
        Self { marks: self.marks.iter().filter(middle).copied().collect(), ..*self }
    }

    /// The upper end of its characters.
    pub fn top(&self) -> f64 {
        self.y - 0.86 * self.size
    }

    /// The lower end of its characters.
    pub fn bottom(&self) -> f64 {
        self.y + 0.14 * self.size
    }
}

/// The base lines of a page, top to bottom, to tell which line a character stands in.
pub(super) struct Numbers(Vec<f64>);

impl Numbers {
    pub fn of(glyphs: &[Glyph]) -> Self {
        let mut ys: Vec<(f64, f64)> = glyphs.iter().map(|g| (g.y, g.size)).collect();
        ys.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut all: Vec<f64> = vec![];
        for (y, size) in ys {
            if all.last().is_none_or(|last| y - last > SAME_LINE * size) {
                all.push(y);
            }
        }
        Self(all)
    }

    /// The number of the line nearest to a base line, from 1.
    fn at(&self, y: f64) -> u32 {
        let after = self.0.partition_point(|line| *line <= y);
        let nearer = self.0.get(after).is_some_and(|next| after == 0 || next - y < y - self.0[after - 1]);
        (after + usize::from(nearer)).max(1) as u32
    }
}

/// The lines of some characters of a page.
pub(super) fn lines(mut glyphs: Vec<Glyph>, page: u32, numbers: &Numbers) -> Vec<TextLine> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut all = vec![];
    let mut rest = glyphs.as_mut_slice();
    while let Some(first) = rest.first() {
        let mut y = first.y;
        let mut size = first.size;
        let mut end = 0;
        while let Some(next) = rest.get(end).filter(|g| g.y - y <= SAME_LINE * size.min(g.size)) {
            // The line goes by its largest characters; raised and lowered ones belong to it.
            if next.size > size * 1.05 {
                (y, size) = (next.y, next.size);
            }
            end += 1;
        }
        let (line, after) = rest.split_at_mut(end.max(1));
        let (marks, ends_in_space) = marks(line);
        if !marks.is_empty() {
            all.push(TextLine { marks, y, size, page, number: numbers.at(y), ends_in_space });
        }
        rest = after;
    }
    all
}

/// The characters of a line, and whether a space comes after them.
fn marks(glyphs: &mut [Glyph]) -> (Vec<Mark>, bool) {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut marks: Vec<Mark> = vec![];
    let mut spaced = false;
    for glyph in glyphs.iter() {
        let Some(c) = fold::folded(glyph.character) else { continue };
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        // Bold is at times made by writing twice, a little aside.
        if marks.last().is_some_and(|l| l.c == c && glyph.x - l.x0 < 0.15 * glyph.size) {
            continue;
        }
        let (x0, width) = (glyph.x, glyph.dx.max(0.0));
        match fold::letters(c) {
            "" => marks.push(Mark { c, x0, x1: x0 + width, spaced }),
            letters => marks.extend(letters.chars().enumerate().map(|(n, c)| {
                let at = |n: usize| x0 + width * n as f64 / letters.len() as f64;
                Mark { c, x0: at(n), x1: at(n + 1), spaced: spaced && n == 0 }
            })),
        }
        spaced = false;
    }
    (marks, spaced)
}
