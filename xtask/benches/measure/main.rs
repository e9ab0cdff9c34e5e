//! Speed and size in one run, printed as tables: compiling beside one keyword pass over the same bytes, growth with size,
//! memory, the first page after a start, and pages beside a bare handler. Ratios travel between machines; figures do not.
#![allow(clippy::disallowed_methods, reason = "measures with the clock, runs the program, serves on loopback")]

mod compiling;
mod corpus;
mod ledger;
mod memory;
mod pages;
mod past;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, bytes, ..] = &args[..]
        && flag == memory::CHILD
    {
        return memory::child(bytes.parse().unwrap_or(0));
    }
    if args.iter().any(|a| a == "ledger") {
        return ledger::all();
    }
    println!("## Compiling\n");
    compiling::beside_keywords();
    println!("\n## One document that grows\n");
    compiling::growth();
    println!("\n## Memory\n");
    memory::peak();
    println!("\n## Pages\n");
    pages::first_page();
    pages::throughput();
    println!("\n## The ledger\n");
    ledger::all();
}

/// The middle of several measurements.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
