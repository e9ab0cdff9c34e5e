//! The planned course of a target as a step chart: coordinates and labels only, the template draws them. The baseline
//! is zero and every figure is also in the table beside it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yinuo_diag::Lang;

use crate::view::trajectory::Trajectory;
use crate::view::{number, period};

/// Borders of the plot in a drawing of 360 by 176; type is set at 12 to 13, so that it stays readable on a phone.
const LEFT: f64 = 4.0;
const RIGHT: f64 = 356.0;
const TOP: f64 = 40.0;
const BASE: f64 = 150.0;

/// More labels than this would touch each other.
const MAX_LABELS: usize = 6;

/// A chart ready to be drawn.
pub struct Chart {
    /// The steps as a path.
    pub line: String,
    /// The same closed along the baseline.
    pub area: String,
    /// Height of the line of the goal.
    pub goal_y: f64,
    /// The goal in words.
    pub goal: String,
    /// One for each period.
    pub steps: Vec<Step>,
    /// The chart in one sentence, for those who cannot see it.
    pub description: String,
}

/// A period of the chart.
pub struct Step {
    /// Middle of the period.
    pub middle: f64,
    /// Its end, where the step is due.
    pub end: f64,
    /// Height reached.
    pub y: f64,
    /// The period's name.
    pub name: String,
    /// The same where room may be short.
    pub axis: String,
    /// The figure reached.
    pub figure: String,
    /// True when the figure is written beside the step.
    pub labelled: bool,
    /// True for the last period.
    pub last: bool,
}

/// Lays out a trajectory.
pub fn lay_out(t: &Trajectory, lang: Lang) -> Chart {
    let top = t.points.iter().map(|p| p.by).fold(t.goal, Decimal::max);
    let height = |v: Decimal| BASE - (v / top).to_f64().unwrap_or(0.0).clamp(0.0, 1.0) * (BASE - TOP);
    let wide = (RIGHT - LEFT) / t.points.len().max(1) as f64;
    let count = t.points.len();
    let mut steps: Vec<Step> = vec![];
    let mut line = format!("M{LEFT:.1} {BASE:.1}");
    for (i, point) in t.points.iter().enumerate() {
        let end = LEFT + wide * (i + 1) as f64;
        let y = height(point.by);
        line.push_str(&format!("H{end:.1}V{y:.1}"));
        steps.push(Step {
            middle: end - wide / 2.0,
            end,
            y,
            axis: if count <= MAX_LABELS {
                period::name(point.period, lang)
            } else {
                period::short(point.period, lang)
            },
            name: period::name(point.period, lang),
            figure: number::with_unit(point.by, &t.unit, lang),
            labelled: point.stated && (count <= MAX_LABELS || i + 1 == count),
            last: i + 1 == count,
        });
    }
    let goal = number::told(false, t.change, &t.unit, &number::with_unit(t.goal, &t.unit, lang), lang);
    let course: Vec<String> = steps.iter().map(|s| format!("{} {}", s.name, s.figure)).collect();
    let description = match lang {
        Lang::Zh => format!("全年指标 {goal}。各期末应达到：{}。", course.join("，")),
        Lang::En => format!("Target for the year: {goal}. Due by the end of each period: {}.", course.join(", ")),
    };
    Chart { area: format!("{line}V{BASE:.1}Z"), line, goal_y: height(t.goal), goal, steps, description }
}

#[cfg(test)]
mod tests {
    use yinuo_model::{Direction, Mode, Relation};

    use super::*;
    use crate::view::{sample, trajectory};

    #[test]
    fn a_goal_that_is_a_change_says_which_way() {
        let parts = [(2, 5, "%", Mode::Rate), (4, 10, "%", Mode::Rate)];
        let mut c = sample::commitment(10, "%", &parts, Relation::LastCumulative, 10, true);
        c.measures.iter_mut().for_each(|m| m.change = Some(Direction::Decrease));
        let chart = lay_out(&trajectory::of(&c, &c.targets[0]).expect("it has a course"), Lang::Zh);
        assert_eq!(chart.goal, "下降 10%");
        assert!(chart.description.starts_with("全年指标 下降 10%。各期末应达到："), "{}", chart.description);
    }
}
