//! Makes a name short enough: the thing after a list of kinds, or a cut at a joint of the phrase. Never adds a word.

use super::{ROOM, han, length};

/// 甲班、乙班、丙班等丁: the thing is 丁. 甲、乙、丙4所学校: the thing is 4所学校.
pub(super) fn list_head(name: &str) -> String {
    if !name.contains('、') {
        return name.to_string();
    }
    let after_list = name.rfind('等').map(|at| &name[at + '等'.len_utf8()..]).filter(|rest| han(rest) >= 4);
    let last = name.rfind('、').unwrap_or(0);
    let counted =
        name[last..].find(|c: char| c.is_ascii_digit()).map(|at| &name[last + at..]).filter(|rest| han(rest) >= 5);
    after_list.or(counted).unwrap_or(name).to_string()
}

/// Words that lead to what was cut off.
const DANGLING: [&str; 12] = ["给予", "予以", "进行", "实施", "提供", "开展", "达到", "达", "不少于", "且", "并", "或"];

/// At most [`ROOM`] characters, cut at a joint of the phrase where there is one, with no quotation left open.
pub(super) fn shorten(name: &str) -> String {
    if length(name) <= ROOM {
        return name.to_string();
    }
    let fits = name.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| length(&name[..*end]) <= ROOM);
    let end = fits.last().unwrap_or(0);
    // a Latin letter belongs to the word that follows it: U站, 3D打印
    let room = name[..end].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || ".—–-~约".contains(c));
    let end = room.len();
    let joint = room.rfind(['、', '和', '及', '与', '—', '：']).filter(|at| han(&room[..*at]) >= 6);
    let mut cut = room[..joint.unwrap_or(end)].trim_end_matches(['以', '的', '、', '和', '及', '与', '—']);
    while let Some(rest) = DANGLING.iter().find_map(|w| cut.strip_suffix(w)).filter(|rest| han(rest) >= 4) {
        cut = rest;
    }
    let opened = cut.rfind(['“', '《']).filter(|at| !cut[*at..].contains(['”', '》']) && han(&cut[..*at]) >= 4);
    cut[..opened.unwrap_or(cut.len())].to_string()
}
