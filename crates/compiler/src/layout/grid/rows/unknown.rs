//! Columns whose headings are not known: their words are kept beside the list as remarks are, and told once by the headings, so
//! that a person can say what they hold; of a column that a person said is unused nothing is told. Columns that are known to be no
//! part of a promise (备注, 联系电话) are told once too, and not each of their cells. Guesses nothing about them.

use std::collections::HashMap;

use yinuo_diag::Span;

use super::super::columns::Kind;
use super::super::header::Header;
use super::super::sheet::Sheet;
use super::Walk;
use crate::layout::paragraph::Paragraph;
use crate::layout::unread;

/// What was seen of such columns.
#[derive(Default)]
pub struct Unknown {
    /// Their headings where they first stand, with the words, in the order of the document.
    headings: Vec<Heading>,
    /// The place of each of these words among them.
    places: HashMap<String, usize>,
    /// Which of these each paragraph under them has; none where a person said that the column is unused.
    under: HashMap<usize, Option<usize>>,
    /// The same for the columns of the table above, by their numbers.
    last: HashMap<u32, Option<usize>>,
}

/// A heading, and whether it is known to head no part of a promise.
struct Heading {
    words: String,
    span: Span,
    known: bool,
}

/// What is told of such columns.
pub struct Told {
    /// That headings are not known.
    pub unknown: Option<yinuo_diag::Diagnostic>,
    /// The known headings of columns that hold no part of a promise, where words stand under them.
    pub beside: Vec<(String, Span)>,
    /// All words under both.
    pub words: Vec<Span>,
}

impl Walk<'_, '_> {
    /// Notes the headings that are not known, and what stands under them from the row `below` on.
    pub(super) fn look_under_unknown(&mut self, sheet: &Sheet, header: &Header, below: usize) {
        let mut known: HashMap<u32, Option<usize>> = HashMap::new();
        for (number, heading) in &header.unknown {
            let own = heading.and_then(|cell| self.heading_of(sheet, cell, false)).map(Some);
            known.extend(own.or_else(|| self.unknown.last.get(number).copied()).map(|place| (*number, place)));
        }
        for (number, _, heading) in header.columns.iter().filter(|c| c.1 == Kind::Aside) {
            let by_place = || sheet.columns.binary_search(number).is_ok_and(|n| sheet.unheaded[n].is_some());
            let said = heading.map_or_else(by_place, |cell| sheet.cells[cell].named.is_some());
            let before = heading.is_none() && self.unknown.last.get(number) == Some(&None);
            let place = match said || before {
                true => Some(None),
                false => match heading {
                    Some(cell) => self.heading_of(sheet, *cell, true).map(Some),
                    None => self.unknown.last.get(number).copied(),
                },
            };
            known.extend(place.map(|place| (*number, place)));
        }
        for cell in sheet.cells.iter().filter(|c| c.row >= below && c.columns.1 - c.columns.0 == 1) {
            let place = sheet.columns.get(cell.columns.0).and_then(|number| known.get(number));
            self.unknown.under.extend(place.into_iter().flat_map(|place| cell.paragraphs.iter().map(|p| (*p, *place))));
        }
        self.unknown.last = known;
    }

    /// The place of a heading among those that are not known; the same words have one place.
    fn heading_of(&mut self, sheet: &Sheet, cell: usize, known: bool) -> Option<usize> {
        let cell = &sheet.cells[cell];
        let span = self.paragraphs[*cell.paragraphs.first()?].span;
        let all = &mut self.unknown.headings;
        Some(*self.unknown.places.entry(cell.words.clone()).or_insert_with(|| {
            all.push(Heading { words: cell.words.clone(), span, known });
            all.len() - 1
        }))
    }
}

impl Unknown {
    /// What is said of them, where words stand under them.
    pub fn told(self, used: &[bool], paragraphs: &[Paragraph]) -> Told {
        let mut filled = vec![false; self.headings.len()];
        let mut words = vec![];
        for (paragraph, heading) in self.under.iter().filter(|(p, _)| !used[**p]) {
            heading.iter().for_each(|heading| filled[*heading] = true);
            words.push(paragraphs[*paragraph].span);
        }
        words.sort_unstable();
        let filled = self.headings.into_iter().zip(filled).filter(|(_, filled)| *filled).map(|(heading, _)| heading);
        let (known, unknown): (Vec<Heading>, Vec<Heading>) = filled.partition(|heading| heading.known);
        let told = |all: Vec<Heading>| all.into_iter().map(|h| (h.words, h.span)).collect::<Vec<_>>();
        Told { unknown: unread::columns_unknown(&told(unknown)), beside: told(known), words }
    }
}
