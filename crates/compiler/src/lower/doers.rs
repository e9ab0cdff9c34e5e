//! Who does a step, where the rows of a table name owners for each task of a commitment. Says it as written; which owners the
//! commitment has is read in `owners`.

use yinuo_diag::Span;
use yinuo_model::{Role, Step, Word};

use super::owners;
use crate::layout::Task;

/// Gives each step of a task who leads it, or else who answers for it, and who helps, where the step's own words name nobody.
pub fn give(tasks: &[Task], steps: &mut [Vec<Step>]) {
    for task in tasks {
        let Some(doer) = doer(task) else { continue };
        // the cells of a row stand together, so that no words of another task are between its first and last
        let ends = task.words.spans().map(|s| (s.start, s.end)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let of_task = |here: &Span| ends.is_some_and(|(start, end)| start <= here.start && here.end <= end);
        let inside = |step: &Step| step.passage.spans.iter().any(of_task);
        for step in steps.iter_mut().flatten().filter(|step| step.actor.is_none() && inside(step)) {
            step.actor = Some(doer.clone());
        }
    }
}

/// `甲局、乙局（配合）`, as documents themselves say it.
fn doer(task: &Task) -> Option<Word> {
    let named = owners::read(&[], &task.owners, None);
    let of = |role: Role| named.iter().filter(move |o| o.role == role);
    let first = of(Role::Lead).next().map_or(Role::Responsible, |o| o.role);
    let mut names: Vec<Word> = of(first).map(|o| o.name.clone()).collect();
    names.extend(of(Role::Cooperating).map(|o| Word::from(format!("{}（配合）", o.name))));
    (!names.is_empty()).then(|| names.join("、").into())
}
