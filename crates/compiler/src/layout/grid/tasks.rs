//! Several tasks under one number, each in a row of its own with its deadline and perhaps its owners: they stay one commitment,
//! and each deadline says which task is due. Builds milestones; reads no words.

use yinuo_model::{Period, Role};

use crate::cell::Cell;
use crate::layout::outline::Task;

/// The most rows that are told apart; more are no tasks of one commitment.
pub const MAX: usize = 40;

/// What one row says of its task.
#[derive(Default)]
pub struct Told {
    /// What is to be done.
    pub words: Cell,
    /// By when.
    pub due: Vec<(Period, Cell)>,
    /// By whom.
    pub owners: Vec<(Role, Cell)>,
}

/// Milestones, and the tasks with owners of their own.
type Divided = (Vec<(Period, Cell)>, Vec<Task>);

/// The milestones of tasks that differ in their deadlines or owners, and who does which; none where they do not.
pub fn divide(source: &str, told: &[Told], periods: &[(Period, Cell)]) -> Option<Divided> {
    let whole = |t: &&Told| !t.words.is_empty() && t.due.len() == 1;
    if !(2..=MAX).contains(&told.len()) || told.iter().filter(whole).count() < told.len() {
        return None;
    }
    let of_tasks = |period: &Period| told.iter().any(|t| t.due[0].0 == *period);
    let owners_differ = told.iter().any(|t| names(t) != names(&told[0]));
    let differ = told.iter().any(|t| t.due[0].0 != told[0].due[0].0) || owners_differ;
    if !differ || !periods.iter().all(|(period, _)| of_tasks(period)) {
        return None;
    }
    // a deadline that is merged over several tasks is said once
    let mut by_deadline: Vec<(Period, &Cell, Cell)> = vec![];
    for task in told {
        let (period, due) = &task.due[0];
        let words = without_mark(source, &task.words);
        match by_deadline.last_mut() {
            Some((_, last, all)) if *last == due => all.append(&words, "\n"),
            _ => by_deadline.push((*period, due, words)),
        }
    }
    let mut milestones: Vec<(Period, Cell)> = vec![];
    for (period, due, words) in by_deadline {
        let cell = said(words, due);
        match milestones.iter_mut().find(|(p, _)| *p == period) {
            Some((_, all)) => all.append(&cell, "\n"),
            None => milestones.push((period, cell)),
        }
    }
    let tasks = told.iter().filter(|t| owners_differ && !t.owners.is_empty());
    Some((milestones, tasks.map(|t| Task { words: t.words.clone(), owners: t.owners.clone() }).collect()))
}

fn names(task: &Told) -> Vec<(Role, &str)> {
    task.owners.iter().map(|(role, cell)| (*role, cell.text())).collect()
}

fn without_mark(source: &str, words: &Cell) -> Cell {
    let end = words.text().trim_end_matches(['。', '；', ';', '，', ' ']).len();
    words.slice(source, 0..end)
}

/// Tasks with their deadline, in the order of the document.
fn said(words: Cell, due: &Cell) -> Cell {
    let start = |cell: &Cell| cell.spans().next().map(|s| s.start);
    let (mut first, second) = if start(due) < start(&words) { (due.clone(), words) } else { (words, due.clone()) };
    first.append(&second, "，");
    first
}
