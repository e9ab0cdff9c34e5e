//! Brings a page into the position a person reads it in: from the top left corner, turned as the file says and as most
//! of its words run. Words that run otherwise, as a stamp across the page does, are left out.

use super::drawing::Drawn;
use super::matrix::Matrix;
use super::pages::Page;
use super::path::Line;
use super::writing::Glyph;

/// The transformation to points from the top left, and the width and height.
pub(super) fn to_screen(page: &Page) -> (Matrix, f64, f64) {
    let [left, bottom, right, top] = page.area;
    let (width, height) = (right - left, top - bottom);
    match page.turns {
        1 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), height, width),
        2 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), width, height),
        3 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), height, width),
        _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), width, height),
    }
}

/// Turns the page so that most of its words run to the right; gives its width and height then.
pub(super) fn upright(drawn: &mut Drawn, width: f64, height: f64) -> (f64, f64) {
    let mut counts = [0usize; 4];
    for quarter in drawn.glyphs.iter().filter_map(quarter) {
        counts[quarter] += 1;
    }
    let most = (0..4).rev().max_by_key(|n| counts[*n]).unwrap_or(0);
    drawn.glyphs.retain(|g| quarter(g) == Some(most));
    let matrix = match most {
        1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width]),
        2 => Matrix([-1.0, 0.0, 0.0, -1.0, width, height]),
        3 => Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0]),
        _ => return (width, height),
    };
    for glyph in &mut drawn.glyphs {
        (glyph.x, glyph.y) = matrix.point(glyph.x, glyph.y);
        (glyph.dx, glyph.dy) = matrix.direction(glyph.dx, glyph.dy);
    }
    for line in &mut drawn.lines {
        let ((ax, ay), (bx, by)) = (matrix.point(line.x0, line.y0), matrix.point(line.x1, line.y1));
        *line = Line { x0: ax.min(bx), y0: ay.min(by), x1: ax.max(bx), y1: ay.max(by) };
    }
    if most == 2 { (width, height) } else { (height, width) }
}

/// Which way a character runs: to the right, down, to the left, up.
fn quarter(glyph: &Glyph) -> Option<usize> {
    let (x, y) = (glyph.dx, glyph.dy);
    let level = y.abs() <= 0.05 * x.abs();
    let upright = x.abs() <= 0.05 * y.abs();
    match (level, upright) {
        (true, _) => Some(if x >= 0.0 { 0 } else { 2 }),
        (_, true) => Some(if y > 0.0 { 1 } else { 3 }),
        _ => None,
    }
}
