//! Two columns of promises beside each other, the left one merged over rows of the right one: the left names what the rows
//! have in common, so it is the category, and a number that is merged in the same way numbers the category.

use std::collections::HashSet;

use super::columns::Kind;
use super::sheet::Sheet;
use crate::layout::category;

/// Makes the left column a category where the rows below the header show that it is one.
pub fn settle(sheet: &Sheet, below: usize, kinds: &mut [Option<(Kind, Option<usize>)>]) {
    let of = |kind: Kind| move |k: &Option<(Kind, Option<usize>)>| k.is_some_and(|(k, _)| k == kind);
    types(sheet, below, kinds);
    if let Some(category) = kinds.iter().position(of(Kind::Category)) {
        numbers_of_categories(sheet, below, category, kinds);
        return;
    }
    let Some(left) = kinds.iter().position(of(Kind::Title)) else { return };
    if has_categories(sheet, below) {
        return;
    }
    let heading = kinds[left].and_then(|(_, cell)| cell);
    // What a person said stays.
    if heading.is_none_or(|cell| sheet.cells[cell].named.is_some()) {
        return;
    }
    let others =
        (left + 1..kinds.len()).filter(|n| of(Kind::Title)(&kinds[*n]) && kinds[*n].and_then(|(_, c)| c) != heading);
    let Some(right) = others.into_iter().next() else { return };
    if !merged_over(sheet, below, left, right) {
        return;
    }
    if let Some((kind, _)) = &mut kinds[left] {
        *kind = Kind::Category;
    }
    for (column, known) in kinds.iter_mut().enumerate().take(left) {
        if let Some((kind @ Kind::Label, _)) = known
            && merged_over(sheet, below, column, right)
        {
            *kind = Kind::Aside;
        }
    }
}

/// What type an item is divides the list where items of a type stand together. A type that comes again after others (新建, 续建) is
/// told of the item, and so is one beside a column of categories.
fn types(sheet: &Sheet, below: usize, kinds: &mut [Option<(Kind, Option<usize>)>]) {
    let is_category = |k: &Option<(Kind, Option<usize>)>| k.is_some_and(|(k, _)| k == Kind::Category);
    let several = kinds.iter().filter(|k| is_category(k)).count() > 1;
    for (column, known) in kinds.iter_mut().enumerate() {
        let Some((kind @ Kind::Category, Some(heading))) = known else { continue };
        let heading = &sheet.cells[*heading];
        if heading.named.is_none() && heading.words.contains("类型") && (several || comes_again(sheet, below, column))
        {
            *kind = Kind::Named;
        }
    }
}

/// Whether the words of a column come again after others.
fn comes_again(sheet: &Sheet, below: usize, column: usize) -> bool {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut last = None;
    (below..sheet.rows).filter_map(|row| sheet.at(row, column)).any(|cell| {
        let words = sheet.cells[cell].words.as_str();
        let begins = last != Some(words);
        last = Some(words);
        begins && !seen.insert(words)
    })
}

/// Sets a column of numbers aside that stand where a category begins and nowhere else, over several promises: they number the
/// categories. Numbers beside a category that is named again, or mostly over one promise, number the promises.
fn numbers_of_categories(sheet: &Sheet, below: usize, category: usize, kinds: &mut [Option<(Kind, Option<usize>)>]) {
    let of = |kind: Kind| kinds.iter().position(|k| k.is_some_and(|(k, _)| k == kind));
    let (Some(label), Some(title)) = (of(Kind::Label), of(Kind::Title).or_else(|| of(Kind::Body))) else { return };
    if kinds[label].and_then(|(_, cell)| cell).is_none_or(|cell| sheet.cells[cell].named.is_some()) {
        return;
    }
    let own = |row: usize, column: usize| sheet.at(row, column).filter(|c| sheet.cells[*c].row == row);
    let mut begun: HashSet<&str> = HashSet::new();
    let (mut several, mut promises) = (0, 0);
    for row in below..sheet.rows {
        let promise = own(row, title).is_some();
        match (own(row, label), own(row, category)) {
            (Some(_), Some(cell)) if begun.insert(&sheet.cells[cell].words) => promises = 0,
            (None, None) => {}
            _ if promise => return,
            _ => {}
        }
        promises += usize::from(promise);
        several += usize::from(promise && promises == 2);
    }
    if let Some((kind, _)) = kinds[label].as_mut().filter(|_| begun.len() > 1 && several * 2 >= begun.len()) {
        *kind = Kind::Aside;
    }
}

/// Whether rows head categories: the left column then names commitments, and the right one their tasks.
fn has_categories(sheet: &Sheet, below: usize) -> bool {
    let heads = |row: usize| match sheet.row(row)[..] {
        [only] => sheet.cells[only].row == row && category::heading(&sheet.cells[only].words).is_some(),
        _ => false,
    };
    (below..sheet.rows).any(heads)
}

/// Whether cells of one column reach over several cells of another, and never the other way.
fn merged_over(sheet: &Sheet, below: usize, left: usize, right: usize) -> bool {
    let mut found = false;
    for row in below.max(1)..sheet.rows {
        let same = |column: usize| {
            let here = sheet.at(row, column);
            row > below && here.is_some() && here == sheet.at(row - 1, column)
        };
        match (same(left), same(right)) {
            (true, false) => found |= sheet.at(row, right).is_some(),
            (false, true) => return false,
            _ => {}
        }
    }
    found
}
