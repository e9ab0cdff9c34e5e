//! A font as far as words need it: which characters its codes stand for, and how wide they are. What is not known becomes
//! U+FFFD, which the reader counts; nothing is guessed.

use std::collections::HashMap;

use yinuo_diag::Diagnostic;

use super::cmap::{self, CMap};
use super::encoding::{self, Named};
use super::file::File;
use super::object::{Dict, Object};
use super::truetype;

/// A font of a page.
#[derive(Default)]
pub(super) struct Font {
    to_unicode: CMap,
    kind: Kind,
    widths: HashMap<u32, f64>,
    usual_width: f64,
    /// Whether it is written from top to bottom.
    pub is_vertical: bool,
}

/// How codes lead to characters.
enum Kind {
    /// One byte each.
    Latin { base: Option<Vec<u8>>, names: HashMap<u8, char>, is_known: bool, scale: f64 },
    /// Codes of one byte or more.
    Many { named: Named, map: CMap, is_gb: bool, glyphs: HashMap<u32, char> },
}

impl Default for Kind {
    fn default() -> Self {
        Self::Latin { base: None, names: HashMap::new(), is_known: true, scale: 0.001 }
    }
}

/// A code with what it shows.
pub(super) struct Shown {
    pub text: String,
    /// In parts of the font's size.
    pub width: f64,
    /// How many bytes the code has.
    pub length: usize,
    /// Whether it is the code that word spacing widens.
    pub is_space: bool,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl Font {
    /// Reads a font.
    pub fn read(file: &File, dict: &Dict) -> Read<Self> {
        let to_unicode = match file.entry(dict, "ToUnicode")? {
            Object::Stream(stream) => CMap::read(&file.unpack(&stream)?.unwrap_or_default()),
            _ => CMap::default(),
        };
        let mut font = Self { to_unicode, ..Self::default() };
        match dict.get("Subtype").name() {
            Some(b"Type0") => font.read_many(file, dict)?,
            _ => font.read_latin(file, dict)?,
        }
        Ok(font)
    }

    fn read_latin(&mut self, file: &File, dict: &Dict) -> Read<()> {
        let descriptor = file.entry(dict, "FontDescriptor")?;
        let descriptor = descriptor.dict();
        let of = |name: &str| descriptor.map(|d| file.entry(d, name)).transpose();
        let flags = of("Flags")?.and_then(|f| f.count()).unwrap_or(0);
        let encoding = file.entry(dict, "Encoding")?;
        let base = encoding.name().map(<[u8]>::to_vec);
        let base = base.or(encoding.dict().and_then(|e| e.get("BaseEncoding").name()).map(<[u8]>::to_vec));
        let differences = encoding.dict().map(|e| file.entry(e, "Differences")).transpose()?.unwrap_or_default();
        let (mut names, mut code) = (HashMap::new(), 0usize);
        for one in differences.array().unwrap_or_default() {
            match one {
                Object::Number(n) => code = *n as usize,
                Object::Name(name) => {
                    names.insert(code as u8, encoding::glyph_name(name).unwrap_or('\u{fffd}'));
                    code += 1;
                }
                _ => {}
            }
        }
        // A font of signs has its own codes unless it says otherwise; of one that is not there nothing is known.
        let is_there = dict.get("Subtype").name().is_some();
        let is_known = is_there && (base.is_some() || flags & 4 == 0);
        let mut scale = 0.001;
        if dict.get("Subtype").name() == Some(b"Type3") {
            let matrix = file.entry(dict, "FontMatrix")?;
            scale = matrix.array().and_then(|m| m.first()?.number()).unwrap_or(scale).abs();
        }
        self.kind = Kind::Latin { base, names, is_known, scale };
        let first = file.entry(dict, "FirstChar")?.count().unwrap_or(0) as u32;
        if let Object::Array(widths) = file.entry(dict, "Widths")? {
            for (n, width) in widths.iter().take(256).enumerate() {
                if let Some(width) = file.value(width)?.number() {
                    self.widths.insert(first.saturating_add(n as u32), width);
                }
            }
        }
        self.usual_width = of("MissingWidth")?.and_then(|w| w.number()).filter(|w| *w > 0.0).unwrap_or(500.0);
        Ok(())
    }

    fn read_many(&mut self, file: &File, dict: &Dict) -> Read<()> {
        let (mut map, mut named) = (CMap::default(), None);
        match file.entry(dict, "Encoding")? {
            Object::Name(name) => {
                self.is_vertical = name.ends_with(b"-V");
                named = Named::of(&name);
            }
            Object::Stream(stream) => {
                map = CMap::read(&file.unpack(&stream)?.unwrap_or_default());
                let base = map.base.clone().or(stream.dict.get("UseCMap").name().map(<[u8]>::to_vec));
                named = base.and_then(|b| Named::of(&b));
                self.is_vertical = stream.dict.get("WMode").number() == Some(1.0);
            }
            _ => {}
        }
        let below = file.entry(dict, "DescendantFonts")?;
        let below = below.array().and_then(|all| all.first()).unwrap_or(&Object::Null);
        let below = file.value(below)?.dict().cloned().unwrap_or_default();
        let system = file.entry(&below, "CIDSystemInfo")?;
        let ordering = system.dict().map(|s| file.entry(s, "Ordering")).transpose()?;
        let is_gb = ordering == Some(Object::Text(b"GB1".to_vec()));
        let named = named.unwrap_or(Named::Glyphs);
        let glyphs = match self.to_unicode.is_empty() && named == Named::Glyphs && !is_gb {
            true => embedded(file, &below)?,
            false => HashMap::new(),
        };
        self.usual_width = file.entry(&below, "DW")?.number().unwrap_or(1000.0);
        self.widths = widths(file, &file.entry(&below, "W")?)?;
        self.kind = Kind::Many { named, map, is_gb, glyphs };
        Ok(())
    }

    /// What the code shows that begins here.
    pub fn show(&self, bytes: &[u8]) -> Shown {
        let (length, is_space) = match &self.kind {
            Kind::Latin { .. } => (1, bytes.first() == Some(&b' ')),
            Kind::Many { named, map, .. } => {
                let length = map.length(bytes).unwrap_or_else(|| named.length(bytes));
                (length, length == 1 && bytes.first() == Some(&b' '))
            }
        };
        let length = length.clamp(1, bytes.len().max(1));
        let code = &bytes[..length.min(bytes.len())];
        let number = cmap::number(code);
        let said = self.to_unicode.text(number).filter(|t| !t.is_empty() && !t.contains(['\0', '\u{fffd}']));
        let (text, width) = match &self.kind {
            Kind::Latin { base, names, is_known, scale } => {
                let byte = number as u8;
                let latin = || encoding::latin(base.as_deref(), byte).filter(|_| *is_known);
                let text = said.or_else(|| names.get(&byte).copied().or_else(latin).map(String::from));
                (text, self.widths.get(&number).copied().unwrap_or(self.usual_width) * scale)
            }
            Kind::Many { named, map, is_gb, glyphs } => {
                let glyph = map.glyph_of(number).or((*named == Named::Glyphs).then_some(number));
                let by_glyph = || match (glyph, is_gb) {
                    (Some(glyph), true) => encoding::gb_glyph(glyph).map(String::from),
                    (Some(glyph), false) => glyphs.get(&glyph).copied().map(String::from),
                    _ => None,
                };
                let text = said.or_else(|| named.text(code)).or_else(by_glyph);
                let width = match glyph {
                    Some(glyph) => self.widths.get(&glyph).copied().unwrap_or(self.usual_width),
                    None => self.width_of(text.as_deref(), *named),
                };
                (text, width * 0.001)
            }
        };
        Shown { text: text.unwrap_or_else(|| "\u{fffd}".into()), width, length, is_space }
    }

    /// The width of a character whose glyph is not known by number. Half a square is usual for Latin ones.
    fn width_of(&self, text: Option<&str>, named: Named) -> f64 {
        let c = text.and_then(|t| t.chars().next()).unwrap_or('一');
        if !c.is_ascii() {
            return self.usual_width;
        }
        let glyph = match named {
            Named::Legacy(_) => u32::from(c).saturating_sub(0x21) + 814,
            _ => u32::from(c).saturating_sub(0x1f),
        };
        self.widths.get(&glyph).copied().unwrap_or(500.0)
    }
}

/// The characters of the glyphs of an embedded font, when codes are the numbers of its glyphs.
fn embedded(file: &File, below: &Dict) -> Read<HashMap<u32, char>> {
    let descriptor = file.entry(below, "FontDescriptor")?;
    let program = descriptor.dict().map(|d| file.entry(d, "FontFile2")).transpose()?;
    let direct = matches!(file.entry(below, "CIDToGIDMap")?, Object::Null | Object::Name(_));
    match program {
        Some(Object::Stream(stream)) if direct => Ok(truetype::characters(&file.unpack(&stream)?.unwrap_or_default())),
        _ => Ok(HashMap::new()),
    }
}

/// `[first [w w w] first last w]`.
fn widths(file: &File, all: &Object) -> Read<HashMap<u32, f64>> {
    const MAX_WIDTHS: usize = 70_000;
    let mut widths = HashMap::new();
    let mut rest = all.array().unwrap_or_default().iter();
    while let (Some(first), Some(second)) = (rest.next(), rest.next()) {
        let Some(first) = first.count().map(|n| n as u32) else { break };
        match file.value(second)? {
            Object::Array(each) => {
                for (n, width) in each.iter().enumerate().take(MAX_WIDTHS) {
                    widths.insert(first.saturating_add(n as u32), width.number().unwrap_or(1000.0));
                }
            }
            Object::Number(last) => {
                let width = rest.next().and_then(Object::number).unwrap_or(1000.0);
                let last = (last as u32).min(first.saturating_add(MAX_WIDTHS as u32));
                widths.extend((first..=last).map(|n| (n, width)));
            }
            _ => break,
        }
        if widths.len() > 2 * MAX_WIDTHS {
            break;
        }
    }
    Ok(widths)
}
