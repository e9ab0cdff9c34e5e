//! A document compiled on several threads gives what it gives on one, byte by byte.

use std::num::NonZero;

use yinuo_compiler::{Options, compile};

const LISTS: [&str; 2] =
    [include_str!("../../../examples/guangming-2016.txt"), include_str!("../../../fixtures/annotated/table-2025.txt")];

#[test]
fn the_number_of_threads_changes_nothing() {
    for list in LISTS {
        let document = yinuo_extract::read("list.txt", list.as_bytes()).expect("a document");
        let on = |threads| {
            let options = Options { threads: NonZero::new(threads), ..Options::default() };
            let compiled = compile(&document, &options);
            let plan = serde_json::to_string(&compiled.plan).expect("JSON");
            (plan, format!("{:?}", compiled.findings), format!("{:?}", compiled.doubts))
        };
        let one = on(1);
        assert!(one.0.len() > 10_000 && one.1.len() > 1000, "a list worth dividing");
        for threads in [0, 16, 3, 2] {
            assert_eq!(on(threads), one, "{threads}");
        }
    }
}
