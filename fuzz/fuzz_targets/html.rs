//! Pages: what the fuzzer makes stands inside a page, so that it is never taken for another format.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yinuo_fuzz::look("list.html", &[b"<html>".as_slice(), bytes].concat()));
