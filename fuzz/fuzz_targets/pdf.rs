//! PDFs: what the fuzzer writes stands between the mark at the beginning and that at the end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yinuo_fuzz::look;

fuzz_target!(|bytes: &[u8]| {
    look("list.pdf", &[b"%PDF-1.7\n", bytes, b"\nstartxref\n9\n%%EOF"].concat());
});
