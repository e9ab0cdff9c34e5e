//! Unpacks the bytes of a stream. Pictures are not unpacked: their filters are unknown here. Every filter stops at the
//! limit it is given.

use std::io::Read;

use super::object::{Dict, Object};

/// What came of unpacking.
pub(super) enum Unpacked {
    Bytes(Vec<u8>),
    /// More than the limit.
    TooMuch,
    /// Broken off, or not what its filter makes.
    Damaged,
    /// A filter that is not known.
    Unknown,
}

/// Undoes one filter.
pub(super) fn undo(filter: &[u8], parameters: Option<&Dict>, packed: &[u8], limit: usize) -> Unpacked {
    let bytes = match filter {
        b"FlateDecode" | b"Fl" => inflate(packed, limit),
        b"LZWDecode" | b"LZW" => {
            let early = parameters.and_then(|p| p.get("EarlyChange").number()) != Some(0.0);
            lzw(packed, early, limit)
        }
        b"ASCIIHexDecode" | b"AHx" => Some(hexadecimal(packed)),
        b"ASCII85Decode" | b"A85" => ascii85(packed),
        b"RunLengthDecode" | b"RL" => run_length(packed, limit),
        b"Crypt" => Some(packed.to_vec()),
        _ => return Unpacked::Unknown,
    };
    match bytes {
        Some(bytes) if bytes.len() > limit => Unpacked::TooMuch,
        Some(bytes) => match parameters {
            Some(p) => predicted(bytes, p),
            None => Unpacked::Bytes(bytes),
        },
        None => Unpacked::Damaged,
    }
}

/// The sum at the end is not looked at: many writers leave it out or get it wrong. The end of the data itself is.
fn inflate(packed: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![];
    let deflated = packed.get(2..)?;
    let read = flate2::read::DeflateDecoder::new(deflated).take(limit as u64 + 1).read_to_end(&mut bytes);
    read.ok().map(|_| bytes)
}

fn lzw(packed: &[u8], early: bool, limit: usize) -> Option<Vec<u8>> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = vec![];
    // A sequence is a piece of what was already written: where it begins, and how long it is.
    let mut table: Vec<(usize, usize)> = vec![];
    let (mut width, mut held, mut bits) = (9u32, 0u32, 0u32);
    let mut last: Option<(usize, usize)> = None;
    for &byte in packed {
        held = (held << 8) | u32::from(byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = ((held >> bits) & ((1 << width) - 1)) as usize;
        held &= (1 << bits) - 1;
        if code == END || out.len() > limit {
            return Some(out);
        }
        if code == CLEAR {
            (table, width, last) = (vec![], 9, None);
            continue;
        }
        let start = out.len();
        match code {
            0..CLEAR => out.push(code as u8),
            _ => {
                let (from, length) = match table.get(code - 258) {
                    Some(known) => *known,
                    None if code - 258 == table.len() => last.map(|(from, length)| (from, length + 1))?,
                    None => return None,
                };
                for n in from..from + length {
                    let byte = *out.get(n)?;
                    out.push(byte);
                }
            }
        }
        if let Some((from, length)) = last.filter(|_| table.len() < 4096 - 258) {
            table.push((from, length + 1));
        }
        last = Some((start, out.len() - start));
        width = match table.len() + 258 + usize::from(early) {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    Some(out)
}

fn hexadecimal(packed: &[u8]) -> Vec<u8> {
    let digits = packed.iter().take_while(|b| **b != b'>').filter_map(|b| (*b as char).to_digit(16));
    let digits: Vec<u8> = digits.map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).unwrap_or(&0)).collect()
}

fn ascii85(packed: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![];
    let mut group = vec![];
    let packed = packed.strip_prefix(b"<~").unwrap_or(packed);
    for &b in packed.iter().take_while(|b| **b != b'~') {
        match b {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(b - b'!'),
            _ if b.is_ascii_whitespace() || b == 0 => {}
            _ => return None,
        }
        if group.len() == 5 {
            out.extend(four(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend(&four(&group)[..kept]);
    }
    Some(out)
}

fn four(group: &[u8]) -> [u8; 4] {
    let value = group.iter().fold(0u64, |value, digit| value * 85 + u64::from(*digit));
    (value as u32).to_be_bytes()
}

fn run_length(packed: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut out = vec![];
    let mut at = 0;
    while let Some(&n) = packed.get(at) {
        let n = usize::from(n);
        match n {
            128 => break,
            0..128 => out.extend(packed.get(at + 1..at + 2 + n)?),
            _ => out.extend(std::iter::repeat_n(*packed.get(at + 1)?, 257 - n)),
        }
        at += if n < 128 { n + 2 } else { 2 };
        if out.len() > limit {
            break;
        }
    }
    Some(out)
}

/// Undoes the prediction that was made before packing.
fn predicted(bytes: Vec<u8>, parameters: &Dict) -> Unpacked {
    let of = |name: &str, usual: usize| parameters.get(name).count().unwrap_or(usual);
    let predictor = of("Predictor", 1);
    if predictor < 2 {
        return Unpacked::Bytes(bytes);
    }
    let bits = of("Colors", 1).clamp(1, 32) * of("BitsPerComponent", 8).clamp(1, 16);
    let pixel = bits.div_ceil(8);
    let row = (bits * of("Columns", 1).clamp(1, 1_000_000)).div_ceil(8);
    if predictor == 2 {
        return Unpacked::Unknown;
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    for line in bytes.chunks(row + 1) {
        let Some((kind, line)) = line.split_first() else { break };
        let above = out.len().checked_sub(row);
        let start = out.len();
        for (n, byte) in line.iter().enumerate() {
            let left = if n >= pixel { out[start + n - pixel] } else { 0 };
            let up = above.map_or(0, |a| out[a + n]);
            let corner = above.filter(|_| n >= pixel).map_or(0, |a| out[a + n - pixel]);
            let guess = match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    Unpacked::Bytes(out)
}

/// Of three neighbours the one that is nearest to left + up - corner.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(corner));
    let distance = |x: i16| (a + b - c - x).abs();
    if distance(a) <= distance(b) && distance(a) <= distance(c) {
        left
    } else if distance(b) <= distance(c) {
        up
    } else {
        corner
    }
}

/// The filters of a stream, first to last, with their parameters.
pub(super) fn of(dict: &Dict) -> Vec<(Vec<u8>, Option<Dict>)> {
    const MAX_FILTERS: usize = 8;
    let either = |long: &str, short: &str| match dict.get(long) {
        Object::Null => dict.get(short).clone(),
        value => value.clone(),
    };
    let parameters = either("DecodeParms", "DP");
    match either("Filter", "F") {
        Object::Name(name) => {
            let only = parameters.array().and_then(|a| a.first()).unwrap_or(&parameters);
            vec![(name, only.dict().cloned())]
        }
        Object::Array(names) => {
            let of = |n: usize| parameters.array().and_then(|p| p.get(n)).and_then(Object::dict).cloned();
            let names = names.iter().take(MAX_FILTERS).enumerate();
            names.filter_map(|(n, name)| Some((name.name()?.to_vec(), of(n)))).collect()
        }
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undone(filter: &str, packed: &[u8], limit: usize) -> Option<Vec<u8>> {
        if let Unpacked::Bytes(bytes) = undo(filter.as_bytes(), None, packed, limit) { Some(bytes) } else { None }
    }

    #[test]
    fn text_filters_are_undone() {
        assert_eq!(undone("ASCIIHexDecode", b"48 65 6>", 9).as_deref(), Some(&b"He`"[..]));
        assert_eq!(undone("ASCII85Decode", b"<~87cURDZ~>", 99).as_deref(), Some(&b"Hello"[..]));
        assert_eq!(undone("RunLengthDecode", b"\x02abc\xfed\x80", 99).as_deref(), Some(&b"abcddd"[..]));
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(undone("LZWDecode", &packed, 99), Some(vec![45, 45, 45, 45, 45, 65, 45, 45, 45, 66]));
        assert!(undone("ASCII85Decode", "一".as_bytes(), 9).is_none());
        assert!(matches!(undo(b"DCTDecode", None, b"", 9), Unpacked::Unknown));
    }

    #[test]
    fn unpacking_stops_at_the_limit() {
        assert!(matches!(undo(b"RunLengthDecode", None, &[0x81, 1].repeat(1000), 500), Unpacked::TooMuch));
        let lzw: Vec<u8> = std::iter::repeat_n(0u8, 5000).collect();
        assert!(matches!(undo(b"LZWDecode", None, &lzw, 100), Unpacked::TooMuch | Unpacked::Damaged));
    }
}
