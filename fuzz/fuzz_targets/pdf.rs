//! Any bytes after the mark of a PDF: reading never panics, and blocks stand in the text on character borders.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"%PDF-1.7\n", bytes, b"\nstartxref\n9\n%%EOF"].concat();
    if let Ok(document) = yinuo_extract::read("list.pdf", &file) {
        for block in &document.blocks {
            assert!(document.text.get(block.span.start as usize..block.span.end as usize).is_some());
        }
    }
});
