//! The Chinese lunar calendar of 1950-2100 as a table: where the year begins, the lengths of its months, its leap month.
//! Taken from published calendar data and compared with a second library; docs/accuracy.md says where they differ.

use jiff::ToSpan;
use jiff::civil::Date;

/// First year of [`YEARS`].
const FIRST: i16 = 1950;

/// One word a year: bits 0-5 days from 1 January to the lunar new year; bits 6-18 one bit a month in order (leap month
/// included), 1 for 30 days and 0 for 29; from bit 19 the month after which a leap month stands, 0 for none.
#[rustfmt::skip]
const YEARS: [u32; 151] = [
    0x014daf, 0x02ab64, 0x2d6a9a, 0x016cac, 0x036961, 0x1f5297, 0x0352aa, 0x42a55e, 0x02a5f0, 0x0155a6,
    0x32ad5b, 0x02b56d, 0x01b4a3, 0x23a958, 0x03a96b, 0x0192a0, 0x1b25d4, 0x02a6e7, 0x3d569d, 0x015aaf,
    0x02da64, 0x2dd49a, 0x02d4ad, 0x02c961, 0x2592d6, 0x0292e9, 0x452ade, 0x00ab70, 0x015b65, 0x32da5b,
    0x036a6e, 0x0364a3, 0x274958, 0x03496b, 0x569360, 0x0295b2, 0x00ada7, 0x316d5c, 0x01b56f, 0x03aa64,
    0x2fa49a, 0x03a4ad, 0x0349a2, 0x1a9596, 0x0295e8, 0x45359e, 0x00d6b1, 0x01b565, 0x2db25b, 0x01d26e,
    0x01a4e3, 0x254ad7, 0x014aea, 0x0296df, 0x155695, 0x015aa7, 0x3ed55c, 0x02e930, 0x02d265, 0x2ea4d9,
    0x02a56c, 0x014b61, 0x22ab56, 0x02ad68, 0x4d6a9e, 0x0174b1, 0x036966, 0x37529b, 0x0352ae, 0x032563,
    0x254b98, 0x0155aa, 0x02ad5f, 0x156c95, 0x01b4a8, 0x33a95c, 0x01c96f, 0x0192e4, 0x2b25d9, 0x032aeb,
    0x0156a1, 0x1ab596, 0x02da69, 0x5dd49e, 0x02d4b1, 0x02c966, 0x3692db, 0x0292ed, 0x012ae2, 0x2956d7,
    0x016b6a, 0x02da9f, 0x16d495, 0x0364a8, 0x3f495d, 0x03496f, 0x029564, 0x2d2b59, 0x012dac, 0x016d60,
    0x1b6a96, 0x03b269, 0x47a49f, 0x03a4b1, 0x0349a6, 0x32959b, 0x0295ed, 0x0135a2, 0x21b557, 0x01d56a,
    0x01d260, 0x1ba4d4, 0x01a4e7, 0x3d4adc, 0x014aef, 0x0296e3, 0x2d5699, 0x015aac, 0x02d961, 0x25d296,
    0x02d2a9, 0x46a55e, 0x02a571, 0x014b65, 0x32ab5a, 0x02ad6d, 0x016aa3, 0x22e957, 0x03696a, 0x0352a0,
    0x1f2555, 0x0325a7, 0x3e539c, 0x0155af, 0x02ad64, 0x2d6c99, 0x01b4ac, 0x03a961, 0x239297, 0x01a2e8,
    0x4325dd, 0x012af0, 0x0156e5, 0x32b59a, 0x02daad, 0x01d4a3, 0x25c958, 0x02d16a, 0x02a2df, 0x1526d4,
    0x012ae7,
];

/// The date of a lunar month and day in the lunar year that begins in `year`. A leap month is not meant.
pub fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    let word = *YEARS.get(usize::try_from(year - FIRST).ok()?)?;
    let leap = (word >> 19) as i8;
    let months_before = if leap != 0 && month > leap { month } else { month - 1 };
    let days: i64 = (0..months_before).map(|n| 29 + i64::from(word >> (6 + n) & 1)).sum();
    let from_january = i64::from(word & 63) + days + i64::from(day) - 1;
    Date::new(year, 1, 1).ok()?.checked_add(from_january.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_dates() {
        let known = [
            (1950, 1, 1, "1950-02-17"),
            (1954, 1, 1, "1954-02-03"),
            (1985, 1, 1, "1985-02-20"),
            (2016, 1, 1, "2016-02-08"),
            (2020, 5, 5, "2020-06-25"),
            (2020, 8, 15, "2020-10-01"),
            (2023, 5, 5, "2023-06-22"),
            (2024, 8, 15, "2024-09-17"),
            (2016, 9, 9, "2016-10-09"),
            (2025, 8, 15, "2025-10-06"),
            (2026, 1, 1, "2026-02-17"),
            (2026, 1, 15, "2026-03-03"),
            (2026, 5, 5, "2026-06-19"),
            (2026, 9, 9, "2026-10-18"),
            (2033, 8, 15, "2033-09-08"),
            (2034, 1, 1, "2034-02-19"),
            (2100, 1, 1, "2100-02-09"),
        ];
        for (year, month, day, want) in known {
            assert_eq!(date(year, month, day).map(|d| d.to_string()).as_deref(), Some(want));
        }
        assert_eq!(date(1949, 1, 1), None);
        assert_eq!(date(2101, 1, 1), None);
    }

    #[test]
    fn each_year_ends_where_the_next_begins() {
        for year in FIRST..2100 {
            let word = YEARS[(year - FIRST) as usize];
            let months = if word >> 19 == 0 { 12 } else { 13 };
            let days: i32 = (0..months).map(|n| 29 + (word >> (6 + n) & 1) as i32).sum();
            let (a, b) = (date(year, 1, 1).expect("in range"), date(year + 1, 1, 1).expect("in range"));
            assert_eq!((b - a).get_days(), days, "{year}");
        }
    }
}
