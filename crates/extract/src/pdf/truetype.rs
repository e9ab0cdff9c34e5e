//! The table of an embedded font that leads from characters to glyphs, turned round: for documents that number glyphs and
//! say nothing of characters. Reads no outlines.

use std::collections::HashMap;

/// The character of each glyph that has one.
pub(super) fn characters(font: &[u8]) -> HashMap<u32, char> {
    let mut all = HashMap::new();
    let Some(cmap) = table(font, b"cmap") else { return all };
    for n in 0..usize::from(u16_at(cmap, 2).unwrap_or(0).min(32)) {
        let entry = 4 + 8 * n;
        let (Some(platform), Some(kind), Some(offset)) =
            (u16_at(cmap, entry), u16_at(cmap, entry + 2), u32_at(cmap, entry + 4))
        else {
            break;
        };
        if let (0 | 3, Some(sub)) = (platform, cmap.get(offset as usize..))
            && (platform == 0 || matches!(kind, 1 | 10))
        {
            match u16_at(sub, 0) {
                Some(4) => segments(sub, &mut all),
                Some(12) => groups(sub, &mut all),
                _ => {}
            }
        }
    }
    all
}

fn table<'a>(font: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let entry = (0..count).map(|n| 12 + 16 * n).find(|at| font.get(*at..at + 4) == Some(name))?;
    font.get(u32_at(font, entry + 8)? as usize..)
}

/// Of several characters of one glyph the usual one is kept: an ideograph before the radical it looks like.
fn keep(all: &mut HashMap<u32, char>, glyph: u32, character: u32) {
    let Some(c) = char::from_u32(character) else { return };
    let is_odd = |c: char| matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{e000}'..='\u{f8ff}');
    let kept = all.entry(glyph).or_insert(c);
    if is_odd(*kept) && !is_odd(c) {
        *kept = c;
    }
}

fn segments(sub: &[u8], all: &mut HashMap<u32, char>) {
    let count = usize::from(u16_at(sub, 6).unwrap_or(0)) / 2;
    for n in 0..count {
        let at = |part: usize| 14 + 2 * (part * count + n) + if part > 0 { 2 } else { 0 };
        let fields = (u16_at(sub, at(0)), u16_at(sub, at(1)), u16_at(sub, at(2)), u16_at(sub, at(3)));
        let (Some(end), Some(start), Some(delta), Some(offset)) = fields else { return };
        for c in start..=end.min(0xfffe) {
            let glyph = if offset == 0 {
                c.wrapping_add(delta)
            } else {
                let place = at(3) + usize::from(offset) + 2 * usize::from(c - start);
                match u16_at(sub, place) {
                    Some(glyph) if glyph > 0 => glyph.wrapping_add(delta),
                    _ => continue,
                }
            };
            if glyph > 0 {
                keep(all, u32::from(glyph), u32::from(c));
            }
        }
        if all.len() >= MAX_GLYPHS {
            return;
        }
    }
}

/// The most glyphs of a font.
const MAX_GLYPHS: usize = 65_536;

fn groups(sub: &[u8], all: &mut HashMap<u32, char>) {
    let count = u32_at(sub, 12).unwrap_or(0).min(20_000) as usize;
    for n in 0..count {
        let at = 16 + 12 * n;
        let (Some(start), Some(end), Some(glyph)) = (u32_at(sub, at), u32_at(sub, at + 4), u32_at(sub, at + 8)) else {
            return;
        };
        for c in start..=end.min(start.saturating_add(MAX_GLYPHS as u32)) {
            keep(all, glyph.wrapping_add(c - start), c);
            if all.len() >= MAX_GLYPHS {
                return;
            }
        }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|b| u16::from_be_bytes([b[0], b[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_turned_round() {
        let mut font = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        font.extend(b"cmap\0\0\0\0\0\0\0\x1c\0\0\0\x40");
        font.extend([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12]);
        // Two segments: the radical and the ideograph of 一 share glyph 5; the last one is the end mark.
        font.extend([0, 4, 0, 40, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0x2f, 0, 0x4e, 0, 0xff, 0xff, 0, 0]);
        font.extend([0x2f, 0, 0x4e, 0, 0xff, 0xff, 0xd1, 5, 0xb2, 5, 0, 1, 0, 0, 0, 0, 0, 0]);
        assert_eq!(characters(&font), HashMap::from([(5, '一')]));
        for cut in 0..font.len() {
            characters(&font[..cut]);
        }
    }
}
