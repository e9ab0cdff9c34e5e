//! Any day's view. By record time: what had been recorded by the end of a day in the jurisdiction's zone. By effect: what
//! is known now to have held on a day. Both can be asked for together.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use yinuo_diag::Diagnostic;

use crate::envelope::offset;
use crate::{Entry, Side, View, resume};

/// The first moment after a day, in a zone so many minutes ahead of UTC: what was recorded before it is in that day's view.
pub fn end_of(day: Date, offset_minutes: i32) -> Timestamp {
    let next = day.checked_add(1.day()).unwrap_or(Date::MAX);
    let midnight = next.at(0, 0, 0, 0);
    offset(offset_minutes).to_timestamp(midnight).unwrap_or(Timestamp::MAX)
}

/// The entries recorded by the end of a day: always the first so many, because record times never decrease.
pub fn recorded_by(entries: &[Entry], day: Date, offset_minutes: i32) -> &[Entry] {
    let end = end_of(day, offset_minutes);
    &entries[..entries.partition_point(|e| e.envelope.recorded_at < end)]
}

/// What a side saw at the end of `recorded`, and of that only what held on `effective` when it is given.
pub fn as_of(
    side: Side,
    entries: &[Entry],
    recorded: Date,
    effective: Option<Date>,
    offset_minutes: i32,
) -> Result<View, Box<Diagnostic>> {
    let view = View::new(side);
    let view = effective.map_or(view.clone(), |day| view.effective_until(day));
    resume(view, recorded_by(entries, recorded, offset_minutes))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_ends_in_its_own_zone() {
        assert_eq!(end_of(date(2026, 3, 31), 480).to_string(), "2026-03-31T16:00:00Z");
        assert_eq!(end_of(date(2026, 12, 31), 0).to_string(), "2027-01-01T00:00:00Z");
        assert_eq!(end_of(Date::MAX, -1439), Timestamp::MAX);
    }
}
