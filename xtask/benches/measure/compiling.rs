//! How fast documents are compiled, beside one pass of an automaton over the compiler's own keywords.

use std::hint::black_box;
use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Instant;

use aho_corasick::AhoCorasick;
use yinuo_compiler::{Options, compile, syntax};

use crate::corpus::{MB, documents, one_document, scheduled};
use crate::median;

const SET_BYTES: usize = 8 * MB;
const ROUNDS: usize = 5;

/// Bytes to plan and findings; the number of commitments.
pub fn compile_text(text: &str) -> usize {
    compile_on(text, NonZero::new(1))
}

/// The same, on so many threads.
fn compile_on(text: &str, threads: Option<NonZero<usize>>) -> usize {
    let document = yinuo_extract::read("a.txt", text.as_bytes()).expect("an example is a document");
    black_box(compile(&document, &Options { threads, ..Options::default() })).plan.commitments().count()
}

/// As many threads as the program takes.
pub fn cores() -> Option<NonZero<usize>> {
    available_parallelism().ok()
}

/// MB/s of both, and how many times the one takes the time of the other: for the scheduled list, and for all examples.
pub fn beside_keywords() {
    println!("The scheduled list, again and again:\n");
    beside(&scheduled(SET_BYTES));
    println!("\nAll examples in turn:\n");
    beside(&documents(SET_BYTES));
}

fn beside(set: &[&str]) {
    let bytes: usize = set.iter().map(|t| t.len()).sum();
    let automaton = AhoCorasick::new(syntax::keywords()).expect("keywords make an automaton");
    // the program asks once as well
    let cores = cores();
    let (mut compiling, mut passing, mut alone, mut folder) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        passing.push(seconds(|| set.iter().map(|text| automaton.find_iter(*text).count()).sum()));
        compiling.push(seconds(|| set.iter().map(|text| compile_on(text, cores)).sum()));
        alone.push(seconds(|| set.iter().map(|text| compile_text(text)).sum()));
        folder.push(seconds(|| on_each_core(set)));
    }
    let [compiling, passing, alone, folder] = [compiling, passing, alone, folder].map(median);
    let threads = cores.map_or(1, NonZero::get);
    let rate = |time: f64| bytes as f64 / MB as f64 / time;
    println!(
        "{} documents, {:.1} MB, {} keywords, median of {ROUNDS}\n",
        set.len(),
        bytes as f64 / MB as f64,
        syntax::keywords().len()
    );
    println!("| | MB/s |\n|---|---|");
    println!("| one keyword pass | {:.1} |", rate(passing));
    println!("| reading and compiling on one thread | {:.1} |", rate(alone));
    println!("| reading and compiling a document on {threads} | {:.1} |", rate(compiling));
    println!("| a folder, a document on each of {threads} | {:.1} |", rate(folder));
    println!(
        "\nCompiling takes {:.1} times one keyword pass, on one thread {:.1} times, of a folder {:.1} times; the pass runs on \
         one thread.",
        compiling / passing,
        alone / passing,
        folder / passing
    );
}

/// As `yinuo check FOLDER` does it: each thread takes a document of its own. Returns the number of commitments.
fn on_each_core(set: &[&str]) -> usize {
    let share = set.len().div_ceil(cores().map_or(1, NonZero::get)).max(1);
    std::thread::scope(|scope| {
        let shares: Vec<_> =
            set.chunks(share).map(|s| scope.spawn(|| s.iter().map(|t| compile_text(t)).sum())).collect();
        shares.into_iter().map(|s| s.join().unwrap_or(0_usize)).sum()
    })
}

/// Time for one document of 1, 2, 4 and 8 MB.
pub fn growth() {
    println!("| MB | commitments | seconds | MB/s |\n|---|---|---|---|");
    for size in [1, 2, 4, 8] {
        let text = one_document(size * MB);
        let time = median((0..3).map(|_| seconds(|| compile_text(&text))).collect());
        println!("| {size} | {} | {time:.2} | {:.1} |", compile_text(&text), size as f64 / time);
    }
}

/// The time of some work, whose result is not thrown away before it is made.
fn seconds(work: impl FnOnce() -> usize) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}
