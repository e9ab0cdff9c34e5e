//! What is drawn on a page, as far as it concerns words: characters with their places, and straight lines along the edges
//! of the page. Follows the operators of the page and of the forms it uses; draws nothing.

use std::collections::HashMap;
use std::rc::Rc;

use yinuo_diag::Diagnostic;

use super::file::{File, too_much};
use super::font::Font;
use super::lexer::Lexer;
use super::matrix::Matrix;
use super::object::{Dict, Object, Stream};
use super::path::{Line, Paints, Path};
use super::writing::{Content, Glyph, State};
use crate::{limits, package};

/// The most operators of a file.
const MAX_OPERATORS: usize = 5_000_000;
/// The most characters of a file.
const MAX_CHARACTERS: usize = 2_000_000;
/// Forms in forms deeper than this are not followed.
const MAX_FORMS: usize = 12;
/// The most times that forms are drawn.
const MAX_DRAWN_FORMS: usize = 50_000;
/// The most states that are kept to come back to.
const MAX_STATES: usize = 256;
/// The most operands of an operator.
const MAX_OPERANDS: usize = 64;

/// What was found on a page.
#[derive(Default)]
pub(super) struct Drawn {
    pub glyphs: Vec<Glyph>,
    /// Characters that are there but not shown, as text recognition puts them behind a picture.
    pub hidden: Vec<Glyph>,
    pub lines: Vec<Line>,
    pub has_picture: bool,
}

/// Reads pages; keeps the fonts they share, and the counts.
pub(super) struct Reader<'a, 'b> {
    pub file: &'a File<'b>,
    fonts: HashMap<u32, Rc<Font>>,
    operators: usize,
    characters: usize,
    forms: usize,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl<'a, 'b> Reader<'a, 'b> {
    pub fn new(file: &'a File<'b>) -> Self {
        Self { file, fonts: HashMap::new(), operators: 0, characters: 0, forms: 0 }
    }

    /// Reads a page. The places are those of `matrix`.
    pub fn page(&mut self, page: &Dict, resources: &Dict, matrix: Matrix) -> Read<Drawn> {
        let mut bytes = vec![];
        let contents = self.file.entry(page, "Contents")?;
        let parts = match contents {
            Object::Array(parts) => parts,
            Object::Null => vec![],
            one => vec![one],
        };
        for part in parts {
            match self.file.value(&part)? {
                Object::Stream(stream) => bytes.extend(self.file.unpack(&stream)?.ok_or_else(package::damaged)?),
                _ => return Err(package::damaged()),
            }
            bytes.push(b'\n');
        }
        let mut out = Drawn::default();
        let state = State {
            matrix,
            font: None,
            size: 0.0,
            between: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_hidden: false,
            paints: Paints::default(),
        };
        self.content(&bytes, resources, state, 0, &mut out)?;
        Ok(out)
    }

    fn content(&mut self, bytes: &[u8], resources: &Dict, state: State, depth: usize, out: &mut Drawn) -> Read<()> {
        let path = Path::default();
        let (text, line) = (Matrix::NONE, Matrix::NONE);
        let mut content = Content { resources, state, kept: vec![], text, line, path, depth };
        let mut lexer = Lexer::new(bytes, 0);
        let mut operands: Vec<Object> = vec![];
        while let Some(value) = lexer.next() {
            let Object::Word(operator) = value else {
                if operands.len() < MAX_OPERANDS {
                    operands.push(value);
                }
                continue;
            };
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                return Err(too_much());
            }
            if operator == b"ID" {
                out.has_picture = true;
                skip_picture(&mut lexer);
            } else {
                self.operator(&operator, &operands, &mut content, out)?;
            }
            operands.clear();
        }
        Ok(())
    }

    fn operator(&mut self, name: &[u8], operands: &[Object], content: &mut Content, out: &mut Drawn) -> Read<()> {
        let mut n = [0.0; 6];
        for (slot, value) in n.iter_mut().zip(operands) {
            *slot = value.number().filter(|n| n.abs() < 1e7).unwrap_or(0.0);
        }
        let state = &mut content.state;
        match name {
            b"q" if content.kept.len() < MAX_STATES => content.kept.push(state.clone()),
            b"Q" => *state = content.kept.pop().unwrap_or_else(|| state.clone()),
            b"cm" => state.matrix = Matrix(n).then(state.matrix),
            b"BT" => (content.text, content.line) = (Matrix::NONE, Matrix::NONE),
            b"Tc" => state.between = n[0],
            b"Tw" => state.between_words = n[0],
            b"Tz" => state.stretch = n[0] / 100.0,
            b"TL" => state.leading = n[0],
            b"Ts" => state.rise = n[0],
            b"Tr" => state.is_hidden = n[0] == 3.0,
            b"Tf" => {
                state.size = operands.last().and_then(Object::number).unwrap_or(0.0);
                let name = operands.first().and_then(Object::name).unwrap_or_default();
                state.font = self.font(content.resources, name)?;
            }
            b"Td" => content.next_line(n[0], n[1]),
            b"TD" => {
                state.leading = -n[1];
                content.next_line(n[0], n[1]);
            }
            b"Tm" => (content.text, content.line) = (Matrix(n), Matrix(n)),
            b"T*" => content.next_line(0.0, -content.state.leading),
            b"Tj" => self.show_all(operands.first(), content, out)?,
            b"'" | b"\"" => {
                if name == b"\"" {
                    (state.between_words, state.between) = (n[0], n[1]);
                }
                content.next_line(0.0, -content.state.leading);
                self.show_all(operands.last(), content, out)?;
            }
            b"TJ" => {
                for one in operands.first().and_then(Object::array).unwrap_or_default() {
                    match one {
                        Object::Number(back) => content.step_back(*back),
                        one => self.show_all(Some(one), content, out)?,
                    }
                }
            }
            b"Do" => self.form(operands.first().and_then(Object::name).unwrap_or_default(), content, out)?,
            b"g" | b"G" | b"rg" | b"RG" | b"k" | b"K" | b"sc" | b"SC" | b"scn" | b"SCN" => {
                let count = operands.iter().filter(|o| o.number().is_some()).count().min(6);
                state.paints.operator(name, &n[..count]);
            }
            _ => content.path.operator(name, n, state.matrix, state.paints, &mut out.lines),
        }
        Ok(())
    }

    fn show_all(&mut self, text: Option<&Object>, content: &mut Content, out: &mut Drawn) -> Read<()> {
        let Some(Object::Text(bytes)) = text else { return Ok(()) };
        let Some(font) = content.state.font.clone() else { return Ok(()) };
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let shown = font.show(rest);
            rest = &rest[shown.length.min(rest.len())..];
            self.characters += shown.text.chars().count().max(1);
            if self.characters > MAX_CHARACTERS {
                return Err(limits::too_much_text());
            }
            let glyphs = if content.state.is_hidden { &mut out.hidden } else { &mut out.glyphs };
            content.place(&shown, font.is_vertical, glyphs);
        }
        Ok(())
    }

    /// A font of the resources by its name.
    fn font(&mut self, resources: &Dict, name: &[u8]) -> Read<Option<Rc<Font>>> {
        let fonts = self.file.entry(resources, "Font")?;
        let Some(font) = fonts.dict().and_then(|f| f.0.get(name)) else { return Ok(None) };
        let id = if let Object::Ref(id) = font { Some(*id) } else { None };
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(known.clone()));
        }
        let dict = self.file.value(font)?.dict().cloned().unwrap_or_default();
        let font = Rc::new(Font::read(self.file, &dict)?);
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Ok(Some(font))
    }

    fn form(&mut self, name: &[u8], content: &mut Content, out: &mut Drawn) -> Read<()> {
        let all = self.file.entry(content.resources, "XObject")?;
        let Some(one) = all.dict().and_then(|x| x.0.get(name)) else { return Ok(()) };
        let Object::Stream(stream) = self.file.value(one)? else { return Ok(()) };
        match stream.dict.get("Subtype").name() {
            Some(b"Image") => out.has_picture |= is_large(&stream),
            Some(b"Form") if content.depth < MAX_FORMS => {
                self.forms += 1;
                if self.forms > MAX_DRAWN_FORMS {
                    return Err(too_much());
                }
                let bytes = self.file.unpack(&stream)?.ok_or_else(package::damaged)?;
                let own = self.file.entry(&stream.dict, "Resources")?;
                let resources = own.dict().unwrap_or(content.resources);
                let mut state = content.state.clone();
                if let Object::Array(matrix) = self.file.entry(&stream.dict, "Matrix")? {
                    let mut numbers = [0.0; 6];
                    numbers.iter_mut().zip(&matrix).for_each(|(n, m)| *n = m.number().unwrap_or(0.0));
                    state.matrix = Matrix(numbers).then(state.matrix);
                }
                self.content(&bytes, resources, state, content.depth + 1, out)?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether a picture could hold words, and is no line or dot.
fn is_large(stream: &Stream) -> bool {
    let side = |name: &str| stream.dict.get(name).count().unwrap_or(0);
    side("Width") >= 200 && side("Height") >= 100
}

/// Steps over the bytes of a picture that stands among the operators.
fn skip_picture(lexer: &mut Lexer) {
    let bytes = lexer.bytes;
    let mut at = lexer.at;
    while let Some(n) = super::file::find(&bytes[at..], b"EI") {
        at += n + 2;
        let border = |b: Option<&u8>| b.is_none_or(|b| super::lexer::is_space(*b));
        if border(bytes.get(at)) && border(bytes.get(at - 3)) {
            lexer.at = at;
            return;
        }
    }
    lexer.at = bytes.len();
}
