//! What is said of a quantity besides the quantity: that it is a part of another, and which way a change goes. Pages and
//! terminal set numbers in their own ways, and say this in the same one. Writes no numbers.

use yinuo_diag::Lang;
use yinuo_model::Direction;

use super::words;

/// What stands before a quantity: 其中 where it is a part of another, 下降 where it is by how much something falls, so that
/// nobody reads it as a promise beside the other, or as a share. Nothing for any other; English ends in a blank.
pub fn before(is_part: bool, change: Option<Direction>, unit: &str, lang: Lang) -> String {
    let part = if is_part { lang.pick("其中", "of which ") } else { "" };
    let way = change.map_or(String::new(), |way| words::change(way, unit, lang).to_string() + lang.pick("", " "));
    format!("{part}{way}")
}

/// A quantity with the one that it is a part of: 30片中的12片.
pub fn within(part: &str, whole: &str, lang: Lang) -> String {
    lang.pick(format!("{whole}中的{part}"), format!("{part} of {whole}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_and_a_change_are_told_before_the_number() {
        let (fall, rise) = (Some(Direction::Decrease), Some(Direction::Increase));
        for (is_part, change, unit, zh, en) in [
            (false, None, "片", "", ""),
            (true, None, "片", "其中", "of which "),
            (false, fall, "%", "下降", "down by "),
            (true, rise, "pp", "其中提高", "of which up by "),
        ] {
            assert_eq!(before(is_part, change, unit, Lang::Zh), zh);
            assert_eq!(before(is_part, change, unit, Lang::En), en);
        }
        assert_eq!(within("12片", "30片", Lang::Zh), "30片中的12片");
        assert_eq!(within("12片", "30片", Lang::En), "12片 of 30片");
    }
}
