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

/// MB/s of both, and how many times the one takes the time of the other: for the scheduled list, and for all lists.
pub fn beside_keywords() {
    println!("The scheduled list, again and again:\n");
    beside(&scheduled(SET_BYTES));
    println!("\nAll lists in turn:\n");
    beside(&documents(SET_BYTES));
}

/// A document is passed over once and compiled once before the next is begun, as a program would do either: a processor
/// that passes over one text some hundred times learns its turns by heart, and shows no longer what one pass takes.
fn beside(set: &[&str]) {
    let automaton = AhoCorasick::new(syntax::keywords()).expect("keywords make an automaton");
    // the program asks once as well
    let cores = cores();
    let mut rounds: Vec<[f64; 6]> = vec![];
    for _ in 0..ROUNDS {
        let (mut passing, mut compiling, mut alone) = (0.0, 0.0, 0.0);
        for text in set {
            passing += seconds(|| automaton.find_iter(*text).count());
            compiling += seconds(|| compile_on(text, cores));
            alone += seconds(|| compile_text(text));
        }
        let folder = seconds(|| on_each_core(set));
        let by_heart = seconds(|| set.iter().map(|text| automaton.find_iter(*text).count()).sum());
        let without_pause = seconds(|| set.iter().map(|text| compile_on(text, cores)).sum());
        rounds.push([passing, compiling, alone, folder, by_heart, without_pause]);
    }
    let [passing, compiling, alone, folder, by_heart, without_pause] =
        std::array::from_fn(|n| median(rounds.iter().map(|r| r[n]).collect()));
    let bytes: usize = set.iter().map(|t| t.len()).sum();
    let threads = cores.map_or(1, NonZero::get);
    let megabytes = bytes as f64 / MB as f64;
    println!(
        "{} documents, {megabytes:.1} MB, {} keywords, median of {ROUNDS}\n\n| | MB/s | times one pass |\n|---|---|---|",
        set.len(),
        syntax::keywords().len()
    );
    for (what, time) in [
        ("one keyword pass, on one thread".into(), passing),
        ("reading and compiling on one thread".into(), alone),
        (format!("reading and compiling a document on {threads}"), compiling),
        (format!("a folder, a document on each of {threads}"), folder),
        ("passes over all of them, one after the other".into(), by_heart),
        (format!("reading and compiling all of them, one after the other, each on {threads}"), without_pause),
    ] {
        println!("| {what} | {:.1} | {:.1} |", megabytes / time, time / passing);
    }
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
