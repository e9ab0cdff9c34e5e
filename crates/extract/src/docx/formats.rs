//! Numbers of automatic lists in the forms a word processor knows.

/// A number in the form called `format`; `None` for marks that are no number.
pub(crate) fn written(format: &str, n: u32) -> Option<String> {
    let text = match format {
        "bullet" | "none" => return None,
        "decimalZero" => format!("{n:02}"),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "decimalFullWidth" | "decimalFullWidth2" => {
            n.to_string().chars().filter_map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32)).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&n) => {
            char::from_u32('①' as u32 + n - 1).into_iter().collect()
        }
        "ideographTraditional" if (1..=10).contains(&n) => {
            "甲乙丙丁戊己庚辛壬癸".chars().nth(n as usize - 1).into_iter().collect()
        }
        _ if is_chinese(format) => han(n),
        _ => n.to_string(),
    };
    Some(text)
}

fn is_chinese(format: &str) -> bool {
    format.starts_with("chinese")
        || format.starts_with("taiwanese")
        || matches!(format, "japaneseCounting" | "ideographDigital" | "japaneseDigitalTenThousand")
}

/// `十二`, `二十`, `一百零五`; larger numbers in digits.
fn han(n: u32) -> String {
    let digit = |d: u32| "零一二三四五六七八九".chars().nth(d as usize).unwrap_or('零').to_string();
    let rest = |d: u32| if d == 0 { String::new() } else { digit(d) };
    match (n, n % 100) {
        (0..=9, _) => digit(n),
        (10..=19, _) => format!("十{}", rest(n % 10)),
        (20..=99, _) => format!("{}十{}", digit(n / 10), rest(n % 10)),
        (100..=999, 0) => format!("{}百", digit(n / 100)),
        (100..=999, 1..=9) => format!("{}百零{}", digit(n / 100), digit(n % 100)),
        (100..=999, 10..=19) => format!("{}百一{}", digit(n / 100), han(n % 100)),
        (100..=999, _) => format!("{}百{}", digit(n / 100), han(n % 100)),
        _ => n.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`, as word processors count.
fn letters(n: u32, first: u8) -> String {
    if !(1..=26 * 20).contains(&n) {
        return n.to_string();
    }
    let letter = (first + ((n - 1) % 26) as u8) as char;
    letter.to_string().repeat(((n - 1) / 26 + 1) as usize)
}

fn roman(n: u32) -> String {
    if !(1..4000).contains(&n) {
        return n.to_string();
    }
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let (mut rest, mut text) = (n, String::new());
    for (value, letters) in STEPS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_in_each_form() {
        for (format, n, text) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 21, "二十一"),
            ("japaneseCounting", 105, "一百零五"),
            ("chineseCounting", 113, "一百一十三"),
            ("decimalEnclosedCircleChinese", 3, "③"),
            ("decimalFullWidth", 12, "１２"),
            ("lowerLetter", 27, "aa"),
            ("upperRoman", 14, "XIV"),
            ("decimalZero", 7, "07"),
        ] {
            assert_eq!(written(format, n).as_deref(), Some(text), "{format}");
        }
        assert_eq!(written("bullet", 1), None);
    }
}
