//! Straight lines along the edges of a page, out of the paths that are drawn on it: strokes, thin rectangles, and the
//! edges of filled ones. Curves and slanting lines are no borders of cells.

use super::matrix::Matrix;

/// The most lines that are kept of one page; a page with more holds a drawing.
const MAX_LINES: usize = 40_000;
/// The most corners of one path.
const MAX_CORNERS: usize = 20_000;
/// A rectangle not thicker than this is a line.
const THIN: f64 = 3.0;
/// Shorter than this is a dot.
const SHORT: f64 = 2.0;

/// A line on a page, level or upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

/// The path that is being drawn: its parts, each a run of corners.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Vec<(f64, f64)>>,
    corners: usize,
}

/// Whether what is filled and what is stroked is white, and so cannot be seen on paper.
#[derive(Default, Clone, Copy)]
pub(super) struct Paints {
    fill_is_white: bool,
    stroke_is_white: bool,
}

impl Paints {
    /// Follows an operator that sets a colour.
    pub fn operator(&mut self, name: &[u8], colour: &[f64]) {
        let is_white = match colour.len() {
            4 => colour.iter().all(|c| *c <= 0.01),
            0 => false,
            _ => colour.iter().all(|c| *c >= 0.99),
        };
        match name {
            b"g" | b"rg" | b"k" | b"sc" | b"scn" => self.fill_is_white = is_white,
            b"G" | b"RG" | b"K" | b"SC" | b"SCN" => self.stroke_is_white = is_white,
            _ => {}
        }
    }
}

impl Path {
    /// Follows an operator; others than those of paths do nothing.
    pub fn operator(&mut self, name: &[u8], n: [f64; 6], matrix: Matrix, paints: Paints, out: &mut Vec<Line>) {
        match name {
            b"m" => self.parts.push(vec![matrix.point(n[0], n[1])]),
            b"l" => self.corner(matrix.point(n[0], n[1])),
            b"c" => self.corner(matrix.point(n[4], n[5])),
            b"v" | b"y" => self.corner(matrix.point(n[2], n[3])),
            b"h" => self.close(),
            b"re" => {
                let corners = [(0.0, 0.0), (n[2], 0.0), (n[2], n[3]), (0.0, n[3]), (0.0, 0.0)];
                self.corners += 5;
                self.parts.push(corners.map(|(x, y)| matrix.point(n[0] + x, n[1] + y)).to_vec());
            }
            b"S" => self.finish(false, !paints.stroke_is_white, out),
            b"s" => {
                self.close();
                self.finish(false, !paints.stroke_is_white, out);
            }
            b"f" | b"F" | b"f*" => self.finish(!paints.fill_is_white, false, out),
            b"B" | b"B*" | b"b" | b"b*" => {
                self.close();
                self.finish(!paints.fill_is_white, !paints.stroke_is_white, out);
            }
            b"n" => self.finish(false, false, out),
            _ => {}
        }
        if self.corners > MAX_CORNERS {
            self.parts.clear();
            self.corners = 0;
        }
    }

    fn corner(&mut self, at: (f64, f64)) {
        self.corners += 1;
        match self.parts.last_mut() {
            Some(part) => part.push(at),
            None => self.parts.push(vec![at]),
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.first().copied()
        {
            part.push(first);
        }
    }

    fn finish(&mut self, filled: bool, stroked: bool, out: &mut Vec<Line>) {
        for part in &self.parts {
            if (filled || stroked) && out.len() < MAX_LINES {
                match area(part) {
                    Some((x0, y0, x1, y1)) if filled && (x1 - x0).min(y1 - y0) <= THIN => {
                        let (x, y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
                        let level = x1 - x0 > y1 - y0;
                        let line = if level { Line { x0, y0: y, x1, y1: y } } else { Line { x0: x, y0, x1: x, y1 } };
                        push(line, out);
                    }
                    _ => edges(part, out),
                }
            }
        }
        self.parts.clear();
        self.corners = 0;
    }
}

fn area(part: &[(f64, f64)]) -> Option<(f64, f64, f64, f64)> {
    let (x, y) = *part.first()?;
    Some(part.iter().fold((x, y, x, y), |a, (x, y)| (a.0.min(*x), a.1.min(*y), a.2.max(*x), a.3.max(*y))))
}

fn edges(part: &[(f64, f64)], out: &mut Vec<Line>) {
    for pair in part.windows(2) {
        let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
        if (ax - bx).abs() < 1.0 || (ay - by).abs() < 1.0 {
            push(Line { x0: ax.min(bx), y0: ay.min(by), x1: ax.max(bx), y1: ay.max(by) }, out);
        }
    }
}

fn push(line: Line, out: &mut Vec<Line>) {
    let finite = [line.x0, line.y0, line.x1, line.y1].iter().all(|n| n.is_finite());
    if finite && (line.x1 - line.x0).max(line.y1 - line.y0) >= SHORT {
        out.push(line);
    }
}
