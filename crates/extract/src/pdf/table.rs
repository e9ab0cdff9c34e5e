//! Where the objects of a PDF stand: its cross-reference table, or a stream in its place, newest first. Where neither is
//! right, the whole file is searched once for what looks like an object.

use std::collections::{HashMap, HashSet};

use yinuo_diag::Diagnostic;

use super::file::{File, find, too_much};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object, Stream};

/// The most objects of a file.
const MAX_OBJECTS: usize = 500_000;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At an offset of the file.
    Offset(usize),
    /// In the stream of this number.
    Inside(u32),
}

type Places = HashMap<u32, Place>;
type Read<T> = Result<T, Box<Diagnostic>>;

/// The places of all objects, and the trailer.
pub(super) fn read(file: &File) -> Read<(Places, Dict)> {
    let mut places = Places::new();
    let mut trailer = Dict::default();
    let mut seen = HashSet::new();
    let mut next: Vec<usize> = start(file.bytes).into_iter().collect();
    while let Some(offset) = next.pop() {
        if !seen.insert(offset) {
            continue;
        }
        let Some(part) = part(file, offset, &mut places)? else { continue };
        for name in ["Prev", "XRefStm"] {
            next.extend(part.get(name).count());
        }
        for (key, value) in part.0 {
            trailer.0.entry(key).or_insert(value);
        }
        if places.len() > MAX_OBJECTS {
            return Err(too_much());
        }
    }
    Ok((places, trailer))
}

/// The offset after the last `startxref`.
fn start(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(4096);
    let mut last = None;
    while let Some(n) = find(&bytes[last.unwrap_or(from)..], b"startxref") {
        last = Some(last.unwrap_or(from) + n + 9);
    }
    Lexer::new(bytes, last?).next()?.count()
}

/// One table, or the stream in its place: its entries, unless a newer part has them, and its trailer.
fn part(file: &File, offset: usize, places: &mut Places) -> Read<Option<Dict>> {
    let mut lexer = Lexer::new(file.bytes, offset);
    lexer.space();
    if !file.bytes.get(lexer.at..).is_some_and(|rest| rest.starts_with(b"xref")) {
        return match file.indirect(offset)? {
            Some((_, Object::Stream(stream))) => stream_part(file, &stream, places),
            _ => Ok(None),
        };
    }
    lexer.at += 4;
    loop {
        let (first, count) = match (lexer.next(), lexer.next()) {
            (Some(Object::Number(first)), Some(Object::Number(count))) => (first as u32, count as usize),
            (Some(Object::Word(word)), Some(Object::Dict(trailer))) if word == b"trailer" => return Ok(Some(trailer)),
            _ => return Ok(None),
        };
        for n in 0..count as u32 {
            let entry = (lexer.next(), lexer.next(), lexer.next());
            let (Some(offset), Some(Object::Number(_)), Some(Object::Word(kind))) = entry else { return Ok(None) };
            if let Some(offset) = offset.count().filter(|_| kind == b"n") {
                places.entry(first.saturating_add(n)).or_insert(Place::Offset(offset));
            }
            if places.len() > MAX_OBJECTS {
                return Err(too_much());
            }
        }
    }
}

fn stream_part(file: &File, stream: &Stream, places: &mut Places) -> Read<Option<Dict>> {
    let dict = &stream.dict;
    let numbers = |name: &str| -> Vec<usize> {
        dict.get(name).array().unwrap_or_default().iter().filter_map(Object::count).collect()
    };
    let widths = numbers("W");
    let &[a, b, c] = widths.as_slice() else { return Ok(None) };
    if !dict.is_a("XRef") || a > 8 || b > 8 || c > 8 || a + b + c == 0 {
        return Ok(None);
    }
    let Some(bytes) = file.unpack(stream)? else { return Ok(None) };
    let mut index = numbers("Index");
    if index.is_empty() {
        index = vec![0, dict.get("Size").count().unwrap_or(0)];
    }
    let mut entries = bytes.chunks_exact(a + b + c);
    let field = |bytes: &[u8]| bytes.iter().fold(0usize, |n, b| (n << 8) | usize::from(*b));
    for pair in index.chunks_exact(2) {
        for (n, entry) in (0..pair[1]).zip(&mut entries) {
            let id = (pair[0] + n) as u32;
            let kind = if a == 0 { 1 } else { field(&entry[..a]) };
            let second = field(&entry[a..a + b]);
            match kind {
                1 => places.entry(id).or_insert(Place::Offset(second)),
                2 => places.entry(id).or_insert(Place::Inside(second as u32)),
                _ => continue,
            };
            if places.len() > MAX_OBJECTS {
                return Err(too_much());
            }
        }
    }
    Ok(Some(dict.clone()))
}

/// Searches the file for objects; of two with one number the later one counts.
pub(super) fn search(file: &File) -> Read<Places> {
    let bytes = file.bytes;
    file.search(bytes.len())?;
    let mut places = Places::new();
    let mut at = 0;
    while let Some(n) = find(&bytes[at..], b"obj") {
        let word = at + n;
        at = word + 3;
        if let Some((id, start)) = head(bytes, word) {
            places.insert(id, Place::Offset(start));
        }
        if places.len() > MAX_OBJECTS {
            return Err(too_much());
        }
    }
    Ok(places)
}

/// Adds the objects that stand in streams among those found.
pub(super) fn search_packed(file: &File, places: &mut Places) -> Read<()> {
    let mut streams = vec![];
    for (id, place) in places.iter() {
        let Place::Offset(start) = *place else { continue };
        let shown = &file.bytes[start..file.bytes.len().min(start + 400)];
        let shown = &shown[..find(shown, b"stream\r").or(find(shown, b"stream\n")).unwrap_or(shown.len())];
        if find(shown, b"/ObjStm").is_some() {
            streams.push(*id);
        }
    }
    streams.sort_unstable();
    for stream in streams {
        for id in file.packed_ids(stream)? {
            places.entry(id).or_insert(Place::Inside(stream));
        }
        if places.len() > MAX_OBJECTS {
            return Err(too_much());
        }
    }
    Ok(())
}

/// The number of the object whose `obj` stands here, and where `7 0 obj` begins.
fn head(bytes: &[u8], word: usize) -> Option<(u32, usize)> {
    let back = |mut at: usize| -> Option<(usize, usize)> {
        while at > 0 && is_space(bytes[at - 1]) {
            at -= 1;
        }
        let end = at;
        while at > 0 && bytes[at - 1].is_ascii_digit() && end - at < 10 {
            at -= 1;
        }
        (at < end).then_some((at, end))
    };
    let (generation, _) = back(word)?;
    let (start, end) = back(generation)?;
    Some((std::str::from_utf8(&bytes[start..end]).ok()?.parse().ok()?, start))
}

/// A trailer for a file whose own is not found: any that leads to pages, or the catalogue itself.
pub(super) fn search_trailer(file: &File) -> Read<Dict> {
    let bytes = file.bytes;
    file.search(bytes.len())?;
    let mut at = 0;
    let mut trailer = Dict::default();
    while let Some(n) = find(&bytes[at..], b"trailer") {
        at += n + 7;
        let mut lexer = Lexer::new(bytes, at);
        if let Some(Object::Dict(dict)) = lexer.next() {
            file.search(lexer.at.saturating_sub(at))?;
            trailer.0.extend(dict.0);
        }
    }
    if !matches!(trailer.get("Root"), Object::Null) {
        return Ok(trailer);
    }
    let mut places = search(file)?;
    search_packed(file, &mut places)?;
    let mut ids: Vec<u32> = places.into_keys().collect();
    ids.sort_unstable();
    for id in ids {
        let object = file.object(id)?;
        if object.dict().is_some_and(|d| d.is_a("Catalog")) {
            trailer.0.insert(b"Root".to_vec(), Object::Ref(id));
        }
        if let Some(dict) = object.dict().filter(|d| d.is_a("XRef")) {
            trailer.0.extend(dict.0.clone());
        }
    }
    Ok(trailer)
}
