//! Work divided into shares that several threads take in turn, joined in the order in which it stood. What comes out does
//! not depend on how many threads there were, nor on which of them was quicker. Knows nothing of what the work is.
//! The other threads are kept from one document to the next, since starting one takes as long as reading a few rows.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, TryLockError};
use std::thread;

use rayon_core::{ThreadPool, ThreadPoolBuilder, Yield};

/// The least that is worth a share, in bytes of text that are read as cells.
const LEAST: usize = 512;

/// How many bytes can be looked at, for what they could be, in the time in which one is read as part of a cell.
pub const LOOKED_AT: usize = 8;

/// The most, so that what lies on a desk while a share is read stays small.
const MOST: usize = 64 * 1024;

/// A share is what is left, divided by the threads and by this. The more is left the larger it is, since the instructions of
/// a stage stay near while many rows go through it; the last are small, for whoever is done early.
const EACH: usize = 2;

/// How often a thread that waits looks for more to do before it sleeps: for some tenths of a millisecond, in which a list of
/// usual length comes to the next piece that can be shared, or the next list. Waking a thread would take a good part of that.
const LOOKS: usize = 800;

/// The other threads, as many as the first document could use.
static OTHERS: OnceLock<Option<Mutex<ThreadPool>>> = OnceLock::new();

/// How many of them look for more to do.
static AWAKE: AtomicUsize = AtomicUsize::new(0);

/// The threads that work on one document: the one that calls, and others while no other document has them.
pub struct Crew {
    others: Option<MutexGuard<'static, ThreadPool>>,
    threads: usize,
}

impl Crew {
    /// The thread that calls, by itself.
    pub fn alone() -> Self {
        Self { others: None, threads: 1 }
    }

    /// Up to so many threads. Where the others work on another document, or cannot be started, the one that calls does
    /// everything.
    pub fn of(threads: usize) -> Self {
        if threads < 2 {
            return Self::alone();
        }
        let start = || ThreadPoolBuilder::new().num_threads(threads - 1).build().ok().map(Mutex::new);
        let others = OTHERS.get_or_init(start).as_ref().and_then(|others| match others.try_lock() {
            Ok(free) => Some(free),
            Err(TryLockError::Poisoned(left)) => Some(left.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        if let Some(others) = &others {
            let asleep = AWAKE.load(Ordering::Relaxed)..others.current_num_threads();
            asleep.for_each(|_| others.spawn(stay_awake));
        }
        Self { others, threads }
    }

    /// Does some work while another thread does what stands `aside`, or this one does it first.
    pub fn meanwhile<A: Default + Send, R>(
        &self,
        aside: impl FnOnce() -> A + Send,
        work: impl FnOnce() -> R,
    ) -> (A, R) {
        let Some(others) = self.others.as_deref() else { return (aside(), work()) };
        let mut done = A::default();
        let made = others.in_place_scope(|scope| {
            scope.spawn(|_| done = aside());
            work()
        });
        (done, made)
    }

    /// Divides the items into runs by their `weight` and works on these; the results are in the order of the items. The
    /// thread that calls takes part. Each thread has a desk of its own, on which things may lie for its next share.
    pub fn in_order<T: Send, D: Default, R: Send>(
        &self,
        items: Vec<T>,
        weight: impl Fn(&T) -> usize + Sync,
        work: impl Fn(&mut D, Vec<T>) -> R + Sync,
    ) -> Vec<R> {
        let total: usize = items.iter().map(&weight).sum();
        let mut waiting = Waiting { items: items.into(), first: 0, weighs: total };
        let Some(others) = self.others.as_deref().filter(|_| total >= 2 * LEAST) else {
            let mut desk = D::default();
            let all = std::iter::from_fn(|| waiting.take(true, MOST, &weight));
            return all.map(|(_, share)| work(&mut desk, share)).collect();
        };
        let useful = (self.threads - 1).min(total / LEAST - 1).min(others.current_num_threads());
        let waiting = Mutex::new(waiting);
        let done = Mutex::new(Vec::with_capacity(useful * 2 * EACH));
        let at_it = AtomicUsize::new(0);
        let next = |from_front: bool| {
            let mut waiting = waiting.lock().unwrap_or_else(|e| e.into_inner());
            let wanted = (waiting.weighs / (EACH * self.threads)).clamp(LEAST, MOST);
            waiting.take(from_front, wanted, &weight)
        };
        let take_turns = |from_front: bool| {
            let mut desk = D::default();
            while let Some((n, share)) = next(from_front) {
                let made = work(&mut desk, share);
                done.lock().unwrap_or_else(|e| e.into_inner()).push((n, made));
            }
        };
        others.in_place_scope(|scope| {
            for _ in 0..useful {
                scope.spawn(|_| {
                    at_it.fetch_add(1, Ordering::Relaxed);
                    take_turns(false);
                    at_it.fetch_sub(1, Ordering::Relaxed);
                });
            }
            // from the other end than the others, so that a thread mostly comes upon what it made itself the last time
            take_turns(true);
            // their last shares are done in less time than it takes to fall asleep and wake
            (0..LOOKS).take_while(|_| at_it.load(Ordering::Relaxed) > 0).for_each(|_| thread::yield_now());
        });
        let mut done = done.into_inner().unwrap_or_else(|e| e.into_inner());
        done.sort_unstable_by_key(|(n, _)| *n);
        done.into_iter().map(|(_, made)| made).collect()
    }
}

/// Keeps a thread from falling asleep while there may soon be more to do.
fn stay_awake() {
    AWAKE.fetch_add(1, Ordering::Relaxed);
    let mut idle = 0;
    while idle < LOOKS {
        match rayon_core::yield_now() {
            Some(Yield::Executed) => idle = 0,
            _ => idle += 1,
        }
        thread::yield_now();
    }
    AWAKE.fetch_sub(1, Ordering::Relaxed);
}

/// Items that nobody has taken yet.
struct Waiting<T> {
    items: VecDeque<T>,
    /// Which of all items the first of them is.
    first: usize,
    /// What they weigh together.
    weighs: usize,
}

impl<T> Waiting<T> {
    /// A share from one end that weighs as much as `wanted` or a little more, with the place of its first item among all.
    fn take(&mut self, from_front: bool, wanted: usize, weight: impl Fn(&T) -> usize) -> Option<(usize, Vec<T>)> {
        let (mut count, mut taken) = (0, 0);
        while taken < wanted && count < self.items.len() {
            let next = if from_front { count } else { self.items.len() - 1 - count };
            taken += weight(&self.items[next]);
            count += 1;
        }
        self.weighs -= taken;
        let first = if from_front { self.first } else { self.first + self.items.len() - count };
        let share: Vec<T> = match from_front {
            true => self.items.drain(..count).collect(),
            false => self.items.split_off(self.items.len() - count).into(),
        };
        self.first += if from_front { count } else { 0 };
        (count > 0).then_some((first, share))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_done_however_many_threads() {
        for threads in [1, 2, 8] {
            let crew = Crew::of(threads);
            let (aside, made) = crew.meanwhile(
                || 3,
                || crew.in_order(vec![1; 5], |_| LEAST, |_: &mut (), share| share.len()).into_iter().sum::<usize>(),
            );
            assert_eq!((aside, made), (3, 5), "{threads}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_items_however_many_threads() {
        let items: Vec<usize> = (0..500).collect();
        for threads in [0, 1, 2, 3, 64] {
            let crew = Crew::of(threads);
            let has_others = crew.others.is_some();
            let made = crew.in_order(items.clone(), |n| n * 7 % 97, |_: &mut (), share| share);
            assert_eq!(made.concat(), items, "{threads}");
            assert_eq!(made.len() > 1, has_others);
            assert!(threads > 1 || !has_others);
        }
        assert_eq!(Crew::of(8).in_order(vec![9], |_| LEAST - 1, |_: &mut (), share| share), [[9]]);
        assert!(Crew::of(8).in_order(vec![], |n: &usize| *n, |_: &mut (), share| share.len()).is_empty());
        let large = vec![1; 3 * MOST];
        assert_eq!(Crew::alone().in_order(large, |n| *n, |_: &mut (), share| share.len()), [MOST; 3]);
        // another test may have the threads, so that neither of these does
        let (first, second) = (Crew::of(2), Crew::of(2));
        assert!(first.others.is_none() || second.others.is_none());
        let divided = |crew: Crew| crew.in_order(items.clone(), |n| n % 97, |_: &mut (), share| share).len() > 1;
        assert_eq!(second.others.is_some(), divided(second));
    }
}
