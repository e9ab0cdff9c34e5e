//! Where characters come to stand: the state that text is shown with, and the matrices that move on with each code. Knows
//! nothing of files and forms.

use std::rc::Rc;

use super::font::{Font, Shown};
use super::matrix::Matrix;
use super::object::Dict;
use super::path::{Paints, Path};

/// A character on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub character: char,
    /// Where it begins on its base line.
    pub x: f64,
    pub y: f64,
    /// To where the next one would stand.
    pub dx: f64,
    pub dy: f64,
    /// Its height.
    pub size: f64,
    pub is_vertical: bool,
}

/// How text and lines are shown just now.
#[derive(Clone)]
pub(super) struct State {
    pub matrix: Matrix,
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub between: f64,
    pub between_words: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
    pub is_hidden: bool,
    pub paints: Paints,
}

/// One content: a page's or a form's.
pub(super) struct Content<'r> {
    pub resources: &'r Dict,
    pub state: State,
    pub kept: Vec<State>,
    pub text: Matrix,
    pub line: Matrix,
    pub path: Path,
    pub depth: usize,
}

impl Content<'_> {
    /// Begins a line so far from where the last began.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    /// Moves against the direction of writing by thousandths of the size.
    pub fn step_back(&mut self, thousandths: f64) {
        let step = -thousandths / 1000.0 * self.state.size;
        let vertical = self.state.font.as_ref().is_some_and(|f| f.is_vertical);
        let by = if vertical { Matrix::shift(0.0, step) } else { Matrix::shift(step * self.state.stretch, 0.0) };
        self.text = by.then(self.text);
    }

    /// Puts down a code and moves on.
    pub fn place(&mut self, shown: &Shown, is_vertical: bool, out: &mut Vec<Glyph>) {
        let state = &self.state;
        let extra = state.between + if shown.is_space { state.between_words } else { 0.0 };
        let (wide, step) = if is_vertical {
            (state.size * state.stretch, (0.0, -state.size + extra))
        } else {
            let wide = shown.width * state.size * state.stretch;
            (wide, (wide + extra * state.stretch, 0.0))
        };
        let to_page = self.text.then(state.matrix);
        let (up_x, up_y) = to_page.direction(0.0, state.size);
        let size = up_x.hypot(up_y);
        let count = shown.text.chars().count().max(1) as f64;
        for (n, character) in shown.text.chars().enumerate() {
            let shift = wide * n as f64 / count;
            let (x, y) = if is_vertical {
                // Written downwards, a character hangs below its place and to both sides of it.
                to_page.point(-state.size / 2.0, -0.88 * state.size)
            } else {
                to_page.point(shift, state.rise)
            };
            let (dx, dy) = to_page.direction(wide / count, 0.0);
            if [x, y, dx, dy, size].iter().all(|n| n.is_finite()) && size > 0.1 && size < 2000.0 {
                out.push(Glyph { character, x, y, dx, dy, size, is_vertical });
            }
        }
        self.text = Matrix::shift(step.0, step.1).then(self.text);
    }
}
