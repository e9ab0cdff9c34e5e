//! Seasons, terms and what recurs, as people say them. The codes of the plan's JSON (`R/P1W/SAT`) are for programs.

use yinuo_diag::Lang;
use yinuo_model::{NO_YEAR, Recurrence, Season, Stretch};

const DAYS: [(&str, &str); 7] = [
    ("一", "Monday"),
    ("二", "Tuesday"),
    ("三", "Wednesday"),
    ("四", "Thursday"),
    ("五", "Friday"),
    ("六", "Saturday"),
    ("日", "Sunday"),
];

/// `2026年春季学期`, `spring term 2026`.
pub fn season(year: i16, season: Season, lang: Lang) -> String {
    let (zh, en) = match season {
        Season::SpringTerm => ("春季学期", "spring term"),
        Season::AutumnTerm => ("秋季学期", "autumn term"),
        Season::SummerVacation => ("暑假", "summer vacation"),
        Season::WinterVacation => ("寒假", "winter vacation"),
        Season::Spring => ("春季", "spring"),
        Season::Summer => ("夏季", "summer"),
        Season::Autumn => ("秋季", "autumn"),
        Season::Winter => ("冬季", "winter"),
        Season::AutumnWinter => ("秋冬季", "autumn and winter"),
        Season::WinterSpring => ("冬春季", "winter and spring"),
        Season::FloodSeason => ("汛期", "flood season"),
        Season::HeatingSeason => ("供暖季", "heating season"),
        Season::Vacations => ("寒暑假", "winter and summer vacations"),
    };
    if year == NO_YEAR {
        return lang.pick(zh, en).to_string();
    }
    lang.pick(format!("{year}年{zh}"), format!("{en} {year}"))
}

/// `每周六`, `every Saturday`.
pub fn recurrence(recurrence: Recurrence, lang: Lang) -> String {
    let (zh, en) = match recurrence {
        Recurrence::Daily => ("每天".into(), "daily".into()),
        Recurrence::Weekly => ("每周".into(), "weekly".into()),
        Recurrence::WeeklyOn(days) => {
            let named = || days.days().filter_map(|day| DAYS.get(day as usize - 1));
            let (zh, en): (Vec<_>, Vec<_>) = named().map(|(zh, en)| (format!("周{zh}"), *en)).unzip();
            (format!("每{}", zh.join("、")), format!("every {}", en.join(", ")))
        }
        Recurrence::Monthly => ("每月".into(), "monthly".into()),
        Recurrence::MonthlyOn(day) => (format!("每月{day}日"), format!("on day {day} of every month")),
        Recurrence::Quarterly => ("每季度".into(), "quarterly".into()),
        Recurrence::HalfYearly => ("每半年".into(), "every half year".into()),
        Recurrence::Yearly => ("每年".into(), "yearly".into()),
        Recurrence::Every(count, stretch) => {
            let (zh, en) = match stretch {
                Stretch::Days => ("天", "days"),
                Stretch::Weeks => ("周", "weeks"),
                Stretch::Months => ("个月", "months"),
                Stretch::Years => ("年", "years"),
            };
            (format!("每{count}{zh}"), format!("every {count} {en}"))
        }
    };
    lang.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use yinuo_model::Weekdays;

    use super::*;

    #[test]
    fn nothing_is_told_in_codes() {
        let saturday = Recurrence::WeeklyOn(Weekdays::default().and(6));
        let both = Recurrence::WeeklyOn(Weekdays::default().and(2).and(4));
        for (given, zh, en) in [
            (saturday, "每周六", "every Saturday"),
            (both, "每周二、周四", "every Tuesday, Thursday"),
            (Recurrence::MonthlyOn(5), "每月5日", "on day 5 of every month"),
            (Recurrence::Every(2, Stretch::Weeks), "每2周", "every 2 weeks"),
        ] {
            assert_eq!(recurrence(given, Lang::Zh), zh);
            assert_eq!(recurrence(given, Lang::En), en);
        }
        assert_eq!(season(2026, Season::FloodSeason, Lang::Zh), "2026年汛期");
    }
}
