//! Work divided into shares that several threads take in turn, joined in the order in which it stood. What comes out does
//! not depend on how many threads there were, nor on which of them was quicker. Knows nothing of what the work is.

use std::sync::Mutex;
use std::thread;

/// The least that is worth a share, in bytes of text: starting a thread takes as long as reading about so much.
const LEAST: usize = 4096;

/// Shares for each thread, so that one that is done early takes another.
const EACH: usize = 4;

/// Divides the items into runs of about equal `weight` and works on these; the results are in the order of the items. The
/// thread that calls takes part, and does everything where no other can be started.
pub fn in_order<T: Send, R: Send>(
    items: Vec<T>,
    weight: impl Fn(&T) -> usize,
    threads: usize,
    work: impl Fn(Vec<T>) -> R + Sync,
) -> Vec<R> {
    let total: usize = items.iter().map(&weight).sum();
    let count = if threads > 1 { (total / LEAST).clamp(1, threads * EACH) } else { 1 };
    if count == 1 {
        return vec![work(items)];
    }
    let waiting = Mutex::new(divided(items, weight, total / count).into_iter().enumerate());
    let done = Mutex::new(vec![]);
    let next = || waiting.lock().unwrap_or_else(|e| e.into_inner()).next();
    let take_turns = || {
        while let Some((n, share)) = next() {
            let made = work(share);
            done.lock().unwrap_or_else(|e| e.into_inner()).push((n, made));
        }
    };
    thread::scope(|scope| {
        let started = |_: &usize| thread::Builder::new().spawn_scoped(scope, take_turns).is_ok();
        (1..threads.min(count)).take_while(started).for_each(drop);
        take_turns();
    });
    let mut done = done.into_inner().unwrap_or_else(|e| e.into_inner());
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Runs of items that each weigh `least` or a little more; the last may weigh less.
fn divided<T>(items: Vec<T>, weight: impl Fn(&T) -> usize, least: usize) -> Vec<Vec<T>> {
    let mut shares = vec![];
    let (mut share, mut weighs) = (vec![], 0);
    for item in items {
        weighs += weight(&item);
        share.push(item);
        if weighs >= least {
            shares.push(std::mem::take(&mut share));
            weighs = 0;
        }
    }
    shares.push(share);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_items_however_many_threads() {
        let items: Vec<usize> = (0..500).collect();
        for threads in [0, 1, 2, 3, 64] {
            let made = in_order(items.clone(), |n| n * 7 % 97, threads, |share| share);
            assert_eq!(made.concat(), items, "{threads}");
            assert_eq!(made.len() > 1, threads > 1);
        }
        assert_eq!(in_order(vec![9], |_| LEAST - 1, 8, |share| share), [[9]]);
        assert_eq!(in_order(vec![], |n: &usize| *n, 8, |share| share.len()), [0]);
    }
}
