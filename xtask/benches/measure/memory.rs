//! The most memory that compiling one large document takes, measured in a process of its own (Linux).

use std::fs;
use std::process::Command;

use crate::compiling::compile_text;
use crate::corpus::{MB, one_document};

/// Tells the process that it is the one to be measured; the size in bytes follows.
pub const CHILD: &str = "--peak-of";

/// Prints the peak for one document of 8 MB.
pub fn peak() {
    let bytes = 8 * MB;
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).args([CHILD, &bytes.to_string()]).output().expect("this program starts");
    let kib: Option<f64> = String::from_utf8_lossy(&output.stdout).trim().parse().ok();
    match kib.map(|k| k * 1024.0) {
        Some(peak) => println!(
            "Peak {:.0} MB for a document of {} MB: {:.1} times its size.",
            peak / MB as f64,
            bytes / MB,
            peak / bytes as f64
        ),
        None => println!("Peak memory is not known on this system."),
    }
}

/// Compiles a document and prints the peak of this process in KiB.
pub fn child(bytes: usize) {
    compile_text(&one_document(bytes));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}
