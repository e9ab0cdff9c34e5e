//! Any bytes, taken for what they look like. Most of what the fuzzer makes is plain text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yinuo_fuzz::look("list.txt", bytes));
