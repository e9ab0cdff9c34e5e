//! What reading one file takes, measured in a process of its own: time, and the most memory (Linux).

use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{fs, io};

use yinuo_compiler::{Options, compile, to_json};
use yinuo_diag::Lang;

use crate::compiling::cores;
use crate::corpus::{MB, one_document};

/// Tells the process that it is the one to be measured; the path of a file follows.
pub const CHILD: &str = "--peak-of";

/// What one file took.
pub struct Taken {
    pub seconds: f64,
    pub peak_mb: f64,
    pub commitments: usize,
}

/// Prints the peak for one document of 8 MB.
pub fn peak() {
    let bytes = 8 * MB;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("list.txt");
    fs::write(&path, one_document(bytes)).expect("the folder can be written");
    match of(&path) {
        Some(taken) => println!(
            "Peak {:.0} MB for a document of {} MB and its JSON: {:.1} times its size.",
            taken.peak_mb,
            bytes / MB,
            taken.peak_mb * MB as f64 / bytes as f64
        ),
        None => println!("Peak memory is not known on this system."),
    }
}

/// Reads a file in another process, which is measured; nothing where the system does not tell.
pub fn of(path: &Path) -> Option<Taken> {
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program).arg(CHILD).arg(path).output().expect("this program starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [seconds, kib, commitments] = numbers[..] else { return None };
    Some(Taken { seconds, peak_mb: kib * 1024.0 / MB as f64, commitments: commitments as usize })
}

/// From a file to the JSON of its plan; prints seconds, the peak of this process in KiB, and how many commitments were read.
pub fn child(path: &Path) {
    let start = Instant::now();
    let bytes = fs::read(path).expect("the file can be read");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let document = yinuo_extract::read(&name, &bytes).expect("the file holds a document");
    let compiled = compile(&document, &Options { threads: cores(), ..Options::default() });
    serde_json::to_writer_pretty(io::sink(), &to_json(&compiled, Lang::Zh)).expect("a plan is JSON");
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    println!("{seconds} {} {}", peak.trim().trim_end_matches(" kB"), compiled.plan.commitments().count());
}
