//! The objects of a PDF by their numbers, read when they are asked for. The table at the end of the file says where they
//! are; where it is wrong the file is searched for them. Keeps count of what was unpacked.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use yinuo_diag::{Diagnostic, Text, codes};

use super::filters::{self, Unpacked};
use super::lexer::Lexer;
use super::object::{Dict, Object, Stream};
use super::table::{self, Place};
use crate::{limits, package};

/// The most bytes that are unpacked from one file.
const MAX_UNPACKED: usize = 64 * 1024 * 1024;
/// How often the bytes of a file may be read over in search of something, in all.
const MAX_SEARCHES: usize = 16;
/// The most objects that are read, counting each time.
const MAX_LOADS: usize = 2_000_000;
/// The most objects that must be read in order to read one.
const MAX_DEPTH: usize = 16;
/// The most objects in one stream.
const MAX_PACKED: usize = 100_000;

/// An opened file.
pub(super) struct File<'a> {
    pub bytes: &'a [u8],
    pub trailer: Dict,
    places: HashMap<u32, Place>,
    /// Where the objects are when the table is not believed.
    found: RefCell<Option<HashMap<u32, Place>>>,
    packed: RefCell<HashMap<u32, Rc<Packed>>>,
    unpacked: Cell<usize>,
    searched: Cell<usize>,
    loads: Cell<usize>,
    /// How many objects are being read in order to read another.
    depth: Cell<usize>,
}

/// A stream that holds objects: their numbers and offsets, and its bytes.
#[derive(Default)]
struct Packed {
    index: HashMap<u32, usize>,
    bytes: Vec<u8>,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl<'a> File<'a> {
    /// Reads the table.
    pub fn open(bytes: &'a [u8]) -> Read<Self> {
        // A file that broke off on its way has lost its end. What is left may be a part of the list.
        let tail = &bytes[bytes.len().saturating_sub(4096)..];
        if !holds(tail, b"startxref") && !holds(tail, b"%%EOF") {
            return Err(package::damaged());
        }
        let mut file = Self {
            bytes,
            trailer: Dict::default(),
            places: HashMap::new(),
            found: RefCell::default(),
            packed: RefCell::default(),
            unpacked: Cell::new(0),
            searched: Cell::new(0),
            loads: Cell::new(0),
            depth: Cell::new(0),
        };
        let (places, trailer) = table::read(&file)?;
        (file.places, file.trailer) = (places, trailer);
        if !matches!(file.trailer.get("Encrypt"), Object::Null) {
            return Err(encrypted());
        }
        if file.root()?.is_none() {
            file.trailer = table::search_trailer(&file)?;
        }
        if !matches!(file.trailer.get("Encrypt"), Object::Null) {
            return Err(encrypted());
        }
        Ok(file)
    }

    /// The dictionary that leads to the pages.
    pub fn root(&self) -> Read<Option<Dict>> {
        let root = self.value(self.trailer.get("Root"))?;
        Ok(root.dict().filter(|d| !matches!(d.get("Pages"), Object::Null)).cloned())
    }

    /// The value itself, or the object it names; null when there is none.
    pub fn value(&self, value: &Object) -> Read<Object> {
        let mut value = value.clone();
        for _ in 0..8 {
            let Object::Ref(id) = value else { return Ok(value) };
            value = self.object(id)?;
        }
        Ok(Object::Null)
    }

    /// What a dictionary has under a name.
    pub fn entry(&self, dict: &Dict, name: &str) -> Read<Object> {
        self.value(dict.get(name))
    }

    /// An object by its number.
    pub fn object(&self, id: u32) -> Read<Object> {
        self.loads.set(self.loads.get() + 1);
        if self.loads.get() > MAX_LOADS {
            return Err(too_much());
        }
        if self.depth.get() > MAX_DEPTH {
            return Ok(Object::Null);
        }
        self.depth.set(self.depth.get() + 1);
        let object = self.load(id);
        self.depth.set(self.depth.get() - 1);
        object
    }

    fn load(&self, id: u32) -> Read<Object> {
        if let Some(object) = self.places.get(&id).map(|p| self.at(id, *p)).transpose()?.flatten() {
            return Ok(object);
        }
        if self.found.borrow().is_none() {
            let mut found = table::search(self)?;
            *self.found.borrow_mut() = Some(found.clone());
            table::search_packed(self, &mut found)?;
            *self.found.borrow_mut() = Some(found);
        }
        let place = self.found.borrow().as_ref().and_then(|f| f.get(&id).copied());
        Ok(place.map(|p| self.at(id, p)).transpose()?.flatten().unwrap_or_default())
    }

    fn at(&self, id: u32, place: Place) -> Read<Option<Object>> {
        match place {
            Place::Offset(offset) => Ok(self.indirect(offset)?.filter(|(found, _)| *found == id).map(|(_, o)| o)),
            Place::Inside(stream) => {
                let packed = self.packed(stream)?;
                let offset = packed.index.get(&id).copied();
                Ok(offset.and_then(|o| Lexer::new(&packed.bytes, o).next()))
            }
        }
    }

    /// `7 0 obj …` at an offset: its number and the object.
    pub fn indirect(&self, offset: usize) -> Read<Option<(u32, Object)>> {
        if offset >= self.bytes.len() {
            return Ok(None);
        }
        let mut lexer = Lexer::new(self.bytes, offset);
        let head = [lexer.next(), lexer.next(), lexer.next()];
        let [Some(id), Some(Object::Number(_)), Some(Object::Word(word))] = &head else { return Ok(None) };
        let Some(id) = id.count().filter(|_| word == b"obj") else { return Ok(None) };
        let Some(object) = lexer.next() else { return Ok(None) };
        let Object::Dict(dict) = object else { return Ok(Some((id as u32, object))) };
        lexer.space();
        if !self.bytes[lexer.at..].starts_with(b"stream") {
            return Ok(Some((id as u32, Object::Dict(dict))));
        }
        let mut start = lexer.at + 6;
        start += usize::from(self.bytes.get(start) == Some(&b'\r'));
        start += usize::from(self.bytes.get(start) == Some(&b'\n'));
        let end = self.end_of_stream(&dict, start, id as u32)?;
        Ok(Some((id as u32, Object::Stream(Stream { dict, start, end }))))
    }

    /// Where the bytes of a stream end. The length that is written is believed only when the stream ends there.
    fn end_of_stream(&self, dict: &Dict, start: usize, id: u32) -> Read<usize> {
        let length = match dict.get("Length") {
            Object::Ref(other) if *other == id => Object::Null,
            value => self.value(value)?,
        };
        if let Some(end) = length.count().map(|n| start + n).filter(|end| *end <= self.bytes.len()) {
            let after = &self.bytes[end..self.bytes.len().min(end + 16)];
            if after.trim_ascii_start().starts_with(b"endstream") {
                return Ok(end);
            }
        }
        let rest = &self.bytes[start.min(self.bytes.len())..];
        let end = find(rest, b"endstream");
        self.search(end.unwrap_or(rest.len()))?;
        Ok(start + end.unwrap_or(rest.len()))
    }

    /// Counts bytes that were read over.
    pub fn search(&self, bytes: usize) -> Read<()> {
        self.searched.set(self.searched.get() + bytes);
        if self.searched.get() > MAX_SEARCHES * self.bytes.len() { Err(too_much()) } else { Ok(()) }
    }

    /// The bytes of a stream. `None` when its filter is not known, as that of a picture.
    pub fn unpack(&self, stream: &Stream) -> Read<Option<Vec<u8>>> {
        let mut dict = stream.dict.clone();
        for name in ["Filter", "DecodeParms", "F", "DP"] {
            if let Some(value) = dict.0.get_mut(name.as_bytes()) {
                *value = self.value(value)?;
                if let Object::Array(all) = value {
                    for one in all.iter_mut().take(8) {
                        *one = self.value(one)?;
                    }
                }
            }
        }
        let mut bytes = self.bytes[stream.start.min(stream.end)..stream.end].to_vec();
        for (filter, parameters) in filters::of(&dict) {
            let limit = MAX_UNPACKED - self.unpacked.get();
            bytes = match filters::undo(&filter, parameters.as_ref(), &bytes, limit) {
                Unpacked::Bytes(bytes) => bytes,
                Unpacked::TooMuch => return Err(too_much()),
                Unpacked::Damaged => return Err(package::damaged()),
                Unpacked::Unknown => return Ok(None),
            };
            self.unpacked.set((self.unpacked.get() + bytes.len()).min(MAX_UNPACKED));
        }
        Ok(Some(bytes))
    }

    fn packed(&self, id: u32) -> Read<Rc<Packed>> {
        if let Some(packed) = self.packed.borrow().get(&id) {
            return Ok(packed.clone());
        }
        // Put there first, so that a stream that is said to stand in itself is found to hold nothing.
        self.packed.borrow_mut().insert(id, Rc::default());
        let packed = match self.object(id)? {
            Object::Stream(stream) if stream.dict.is_a("ObjStm") => {
                let first = self.entry(&stream.dict, "First")?.count().unwrap_or(0);
                let bytes = self.unpack(&stream)?.unwrap_or_default();
                let mut lexer = Lexer::new(&bytes[..first.min(bytes.len())], 0);
                let mut index = HashMap::new();
                while let (Some(id), Some(offset)) = (lexer.next(), lexer.next()) {
                    if let (Some(id), Some(offset)) = (id.count(), offset.count()) {
                        index.insert(id as u32, first.saturating_add(offset));
                    }
                    if index.len() > MAX_PACKED {
                        return Err(too_much());
                    }
                }
                Packed { index, bytes }
            }
            _ => Packed::default(),
        };
        let packed = Rc::new(packed);
        self.packed.borrow_mut().insert(id, packed.clone());
        Ok(packed)
    }

    /// The numbers of the objects in a stream of objects.
    pub fn packed_ids(&self, id: u32) -> Read<Vec<u32>> {
        Ok(self.packed(id)?.index.keys().copied().collect())
    }
}

/// Where some bytes begin.
pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(n) = bytes[from..].iter().position(|b| *b == what[0]) {
        if bytes[from + n..].starts_with(what) {
            return Some(from + n);
        }
        from += n + 1;
    }
    None
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    find(bytes, what).is_some()
}

/// The diagnostic for a file that unpacks to too much, or sends its reader in circles.
pub(super) fn too_much() -> Box<Diagnostic> {
    let limit = MAX_UNPACKED / 1024 / 1024;
    limits::over(
        format!("PDF 解开后超过 {limit} MiB，或者内部的引用多得不正常"),
        format!("the PDF unpacks to over {limit} MiB, or its parts refer to one another without end"),
    )
}

fn encrypted() -> Box<Diagnostic> {
    let message = Text::new(
        "PDF 加了密（打开密码，或不许复制、打印的限制），读不到内容",
        "the PDF is encrypted (a password to open it, or a bar on copying or printing) and cannot be read",
    );
    Box::new(Diagnostic::new(&codes::FILE_ENCRYPTED, message).help(Text::new(
        "请发布单位提供没有加密的文件，最好是原来的 .docx 或 .xlsx",
        "ask for the file without encryption, best the .docx or .xlsx it was made from",
    )))
}
