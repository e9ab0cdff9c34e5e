//! Records, which a file's name makes of any text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yinuo_fuzz::look("list.csv", bytes));
